/** Lines that gateways write as text: Envoy's default access log, nginx's error log (Kong), LiteLLM's log, API Gateway's logs. */
import { combinedLine } from './combined-line.ts';
import { entryOf, messageIn, statusOf, type GatewayEntry } from './gateway-entry.ts';
import { flagWords } from './gateway-flags.ts';
import { lineClock, momentOf, type Moment } from './log-clock.ts';
import { objectsIn } from './loose-json.ts';
import { toldStatus } from './told-status.ts';

const LONGEST = 65_536;

const ENVOY = /\[(\d{4}-\d\d-\d\dT[\d:.]+Z)\] "([A-Z]{3,16}|-) (\S+)(?: [^"\s]*)?" (\d{1,3}) (-|[A-Z]{2,5}(?:,[A-Z]{2,5})*)(?= )(.*)/;

/** The default format ends with five quoted members; Istio puts the details before, and a reason as a sixth. */
function envoy(text: string): GatewayEntry | undefined {
  const match = ENVOY.exec(text.slice(0, LONGEST));
  if (!match) return undefined;
  const [, time, method, target, code, flags, rest] = match;
  const quoted = [...rest!.slice(0, 8192).matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, value]) => value!);
  const own = quoted.length >= 6 ? quoted.slice(1) : quoted;
  const reason = quoted.length >= 6 && quoted[0] !== '-' ? quoted[0] : undefined;
  const details = /^ ([^"\d\s]\S*)/.exec(rest!)?.[1];
  const told = details === '-' ? undefined : details;
  const status = statusOf(Number(code));
  const words = flagWords(flags);
  const isUpstreams = told === 'via_upstream' || (told === undefined && words === '' && (own[4] ?? '-') !== '-');
  return entryOf({
    format: 'Envoy',
    time,
    method,
    url: target,
    status,
    reached: isUpstreams,
    ...(own[2] !== undefined && own[2] !== '-' && { id: own[2] }),
    ...(own[4] !== undefined && own[4] !== '-' && { host: own[4] }),
    upstreamStatus: isUpstreams ? status : undefined,
    says: [words, isUpstreams ? undefined : told, reason].filter((part) => part !== undefined && part !== '').join('; '),
  });
}

const NGINX = /^(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d) \[(?:warn|error|crit|alert|emerg)\] \d+#\d+: (?:\*\d+ )?(.*)$/;

const member = (words: string, name: string): string | undefined => new RegExp(`, ${name}: "((?:[^"\\\\]|\\\\.)*)"`).exec(words)?.[1];

/** nginx says in its error log why an upstream did not answer; Kong ends the line with its request id. */
function nginxError(text: string): GatewayEntry | undefined {
  const match = NGINX.exec(text.split('\n', 1)[0]!.slice(0, LONGEST));
  const request = match && /^([A-Z]{3,16}) (\S+)/.exec(member(match[2]!, 'request') ?? '');
  if (!match || !request) return undefined;
  const upstream = member(match[2]!, 'upstream');
  return entryOf({
    format: 'Kong',
    time: match[1],
    id: member(match[2]!, 'request_id'),
    method: request[1],
    url: request[2],
    reached: false,
    host: /^\w+:\/\/([^/"]{1,253})/.exec(upstream ?? '')?.[1],
    says: match[2]!.split(/, (?:client|server|request): /, 1)[0]!,
  });
}

/** The status of LiteLLM's own exceptions (https://docs.litellm.ai/docs/exception_mapping). */
const STATUS_BY_NAME: Record<string, number> = {
  BadRequestError: 400,
  ContextWindowExceededError: 400,
  ContentPolicyViolationError: 400,
  AuthenticationError: 401,
  PermissionDeniedError: 403,
  NotFoundError: 404,
  Timeout: 408,
  UnprocessableEntityError: 422,
  RateLimitError: 429,
  InternalServerError: 500,
  APIConnectionError: 500,
  ServiceUnavailableError: 503,
};

/** LiteLLM words an upstream's error as "litellm.RateLimitError: RateLimitError: OpenAIException - …"; its own have no "…Exception -". */
export function litellmWords(text: string): GatewayEntry | undefined {
  const words = text.slice(0, LONGEST);
  const found = /\blitellm\.(?:exceptions\.)?(\w{3,60}(?:Error|Timeout)|Timeout): (?:\w{3,60}: )?(?:(\w{2,40}?)Exception - )?/.exec(words);
  const own = found
    ? undefined
    : /\b(Budget has been exceeded![^\n]{0,200}|(?:Max parallel request|Key|Team|User) limit reached[^\n]{0,200})/i.exec(words);
  if (!found) return own ? entryOf({ format: 'LiteLLM', reached: false, says: own[1], status: toldStatus(words) }) : undefined;
  const rest = words.slice(found.index + found[0].length).split(/\. Received Model Group=| LiteLLM Retried: \d|\nTraceback/, 1)[0]!;
  const body = rest.includes('{') ? objectsIn(rest.slice(0, 16_384)).find(({ truncated }) => !truncated) : undefined;
  const status = toldStatus(rest) ?? STATUS_BY_NAME[found[1]!];
  const isTimeout = found[1] === 'Timeout' || found[1] === 'APIConnectionError';
  return entryOf({
    format: 'LiteLLM',
    status,
    model: /Received Model Group=([^\s,]{1,100})/.exec(words)?.[1],
    reached: !isTimeout,
    host: found[2]?.toLowerCase(),
    ...(isTimeout
      ? { says: rest.trim() }
      : { upstreamStatus: status, upstreamSays: (body && messageIn(body.value)) ?? rest.replace(/^Error code: \d{3} - /, '').trim() }),
  });
}

/** Uvicorn, under LiteLLM, logs each answer without a time: INFO: 127.0.0.1:52011 - "POST /chat/completions HTTP/1.1" 429 Too Many Requests. */
function uvicorn(text: string): GatewayEntry | undefined {
  const match = /^INFO: {1,8}\S{3,60} - "([A-Z]{3,10}) (\S{1,2000}) HTTP\/[\d.]+" ([1-5]\d\d)\b/.exec(text.slice(0, 4000));
  return match ? entryOf({ format: 'LiteLLM', method: match[1], url: match[2], status: Number(match[3]) }) : undefined;
}

/** The access log of API Gateway in the Common Log Format, which ends with the request id. */
const APIGW = /^\S+ \S+ \S+ \[([^\]]{10,40})\] ?"([A-Z]{3,10}) (\S{1,2000}) [^"]*" ([1-5]\d\d) (?:\d+|-) ([0-9a-f]{8}-[0-9a-f-]{27})$/;

function accessLog(text: string): GatewayEntry | undefined {
  const own = APIGW.exec(text.slice(0, 4000));
  if (own) return entryOf({ format: 'API Gateway', time: own[1], method: own[2], url: own[3], status: Number(own[4]), id: own[5] });
  const line = combinedLine(text.split('\n', 1)[0]!.slice(0, LONGEST));
  if (!line) return undefined;
  const id = /"?\b([0-9a-f]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})"?\s*$/.exec(line.rest)?.[1];
  return entryOf({ format: 'access log', time: line.at, method: line.method, url: line.target, status: line.status, id });
}

/** The line of any gateway that writes text; undefined where it is none of these. */
export const gatewayText = (text: string): GatewayEntry | undefined =>
  envoy(text) ?? nginxError(text) ?? litellmWords(text) ?? uvicorn(text) ?? accessLog(text);

/** API Gateway's execution log tells one call in some twenty lines, each with the request id before it. */
const EXECUTION = /^(?:\S+ \S{0,200} ?)?\(([0-9a-f]{8}-[0-9a-f-]{27})\) (.*)$/s;

const MOST_OPEN = 2000;

export type ExecutionLog = {
  /** Takes a line of such a log: true where it is one. A call that is complete is given to `give`, with its first line. */
  take(text: string, line: number, moment: Moment | undefined): boolean;
  /** Gives the calls whose end the log does not show. */
  done(): void;
};

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html: reads execution logs, call by call. */
export function executionLog(give: (entry: GatewayEntry, line: number, text: string) => void): ExecutionLog {
  const open = new Map<string, { entry: Parameters<typeof entryOf>[0]; line: number; text: string }>();
  const clock = lineClock(0);
  const close = (id: string): void => {
    const call = open.get(id);
    open.delete(id);
    if (call) give(entryOf(call.entry), call.line, call.text);
  };
  return {
    take(text, line, moment) {
      const match = EXECUTION.exec(text.slice(0, LONGEST));
      if (!match) return false;
      const [, id, words] = match;
      if (!open.has(id!) && open.size >= MOST_OPEN) close(open.keys().next().value!);
      const at = moment ?? clock(text) ?? momentOf(text.slice(0, 24));
      const call = open.get(id!) ?? {
        entry: { format: 'API Gateway', id, reached: false, ...(at && { moment: at }) },
        line,
        text: `(${id})`,
      };
      open.set(id!, call);
      if (call.text.length < LONGEST) call.text += `\n${words!.slice(0, 4000)}`;
      learn(call.entry, words!);
      if (words!.startsWith('Method completed with status')) close(id!);
      return true;
    },
    done() {
      for (const id of open.keys()) close(id);
    },
  };
}

function learn(entry: Parameters<typeof entryOf>[0], words: string): void {
  const value = /^[^:]{3,60}: (.*)$/s.exec(words)?.[1] ?? '';
  if (words.startsWith('HTTP Method:')) {
    const asked = /^HTTP Method: ([A-Z]{3,10})(?:, Resource Path: (\S+))?/.exec(words);
    entry.method = asked?.[1];
    entry.url ??= asked?.[2];
  } else if (words.startsWith('Method request path:') && value.startsWith('/')) entry.url = value;
  else if (/^(?:Endpoint request URI|Sending request to)/.test(words)) entry.host ??= /https?:\/\/([^/\s]{1,253})/.exec(words)?.[1];
  else if (words.startsWith('Received response.')) {
    entry.reached = true;
    entry.upstreamStatus = statusOf(/Status: (\d{3})/.exec(words)?.[1]);
  } else if (words.startsWith('Endpoint response body before transformations')) {
    entry.reached = true;
    entry.upstreamSays = messageIn(value);
  } else if (words.startsWith('Method completed with status')) entry.status = statusOf(value.trim());
  else if (
    /^(?:Execution failed|API Key|Usage Plan|Key throttle|Gateway response type|Unauthorized request|Lambda execution failed)/.test(words)
  ) {
    if (!/authorized because|check succeeded/.test(words)) entry.says = words.trim();
  }
}
