/**
 * From the lines that curl tells of a transfer, with -v or in a trace, to calls, and from a call to its exchange: what was
 * sent and received, where it was connected to, and what went wrong.
 */
import type { HeaderField, HttpRequest, HttpResponse, RawExchange } from '../model/exchange.ts';
import { curlExit, curlFailure, type CurlExit } from './curl-failure.ts';
import type { CurlLine } from './curl-lines.ts';
import { endsInsideJson } from './loose-json.ts';
import { addFieldLine, parseHttpMessages, requestLine, requestUrl, statusLine, type RequestLine, type StatusLine } from './http-head.ts';

/** A line of curl's, or a piece of a request body, which only a trace shows. */
export type WireLine = Omit<CurlLine, 'kind'> & { kind: CurlLine['kind'] | 'sent-body' };

/** What curl told of one call. */
export type Call = {
  line: number;
  request?: { start: RequestLine; headers: HeaderField[] };
  response?: { start: StatusLine; headers: HeaderField[] };
  body: string[];
  /** The body that was sent, where the lines show it. */
  sent: string;
  host?: string;
  port?: string;
  encrypted: boolean;
  /** The whole URL, where a line names it. */
  url?: string;
  /** The lines that say what went wrong, in their order. */
  troubles: string[];
  exit?: CurlExit;
};

const CONNECTED = /^(?:Connected|Established connection) to (\S{1,253}) \(\S{1,64} port (\d{1,5})/;
const NAMED = /^(?:Host |Could not resolve host: |Failed to connect to )([\w.-]{1,253}|\[[\da-f:.]{2,45}\])(?:(?::| port )(\d{1,5}))?/i;
const NAMED_URL = /(?:OPENED stream for|another request to this URL:) '?(https?:\/\/[^\s']{1,8000})/;
const ENCRYPTED = /^(?:SSL connection using|TLSv1|ALPN|Server certificate|schannel:|using HTTP\/[23]|\[HTTP\/[23]\])/;
const NEXT_CALL = /^(?:Issue another request|Trying |Host |Hostname |Could not resolve)/;
const TROUBLE =
  /resolve (?:host|proxy)|resolving timed out|timed out after|failed: |failed to connect|certificate problem|certificate subject name|alternative certificate|SSL_connect|SSL_ERROR|failure: |schannel: failed|empty reply|aborted|tunnel failed|from proxy after|not closed cleanly|transfer closed/i;

/** curl's exit codes for a response that broke off: framing, partial, timeout, receive error, stream error. */
const BROKE_OFF = new Set([16, 18, 28, 56, 92]);

function note(call: Call, told: string): void {
  const connected = CONNECTED.exec(told);
  if (connected) {
    call.encrypted = false;
    call.troubles = [];
  }
  const named = connected ?? NAMED.exec(told);
  if (named) call.host = named[1]!;
  if (named?.[2] !== undefined) call.port = named[2];
  if (ENCRYPTED.test(told)) call.encrypted = true;
  const url = NAMED_URL.exec(told)?.[1];
  if (url !== undefined) call.url = url;
  if (TROUBLE.test(told)) call.troubles.push(told);
}

/** Gathers the lines into calls: a request line, a second response or a new connection after a response starts the next one. */
export function callsOf(lines: readonly WireLine[]): Call[] {
  const calls: Call[] = [];
  const next = (line: number, sameConnection?: Call): Call => {
    const { host, port, encrypted = false } = sameConnection ?? {};
    const call: Call = {
      line,
      body: [],
      sent: '',
      encrypted,
      troubles: [],
      ...(host !== undefined && { host }),
      ...(port !== undefined && { port }),
    };
    calls.push(call);
    return call;
  };
  let call: Call | undefined;
  let head: HeaderField[] | undefined;
  for (const { kind, text, written, line } of lines) {
    const open: Call | undefined = call?.exit ? undefined : call;
    const asked = kind === 'sent' ? requestLine(text) : undefined;
    const answered = kind === 'received' ? statusLine(text) : undefined;
    if (asked) {
      call = open && !open.request && !open.response ? open : next(line, open);
      call.request = { start: asked, headers: (head = []) };
    } else if (answered) {
      const interim = open?.response !== undefined && open.response.start.status < 200;
      call = open && (!open.response || interim) ? open : next(line, open);
      call.response = { start: answered, headers: (head = []) };
    } else if (kind === 'told') {
      call =
        open && !(open.response && NEXT_CALL.test(text.trimStart()))
          ? open
          : next(line, text.startsWith('Issue another') ? open : undefined);
      note(call, text.trim());
    } else if (kind === 'exit') {
      call = open ?? next(line);
      call.exit = curlExit(text)!;
    } else if (kind === 'sent-body') {
      if (call) call.sent += text;
    } else if (kind !== 'other' && head && (text === '' || addFieldLine(head, text))) {
      if (text === '') head = undefined;
    } else if (call?.response) call.body.push(written);
  }
  return calls;
}

/** Whether a call is a proxy's tunnel being opened, which the call itself then goes through. */
export const isTunnel = ({ request, response }: Call): boolean =>
  request?.start.method === 'CONNECT' && response !== undefined && response.start.status < 300;

const bare = (url: string): string => url.replace(/^https?:\/\//i, '').replace(/\/$/, '');

/** The URL as the command or a line names it, if that is the one that was called; otherwise as the head and the connection tell it. */
function urlOf(call: Call, { start, headers }: NonNullable<Call['request']>, commanded: string | undefined): string | undefined {
  const known = [call.url, commanded];
  const plain = call.port === undefined || call.port === '443' ? undefined : 'http';
  const url = requestUrl(start, headers, call.encrypted || start.method === 'CONNECT' ? 'https' : plain);
  return known.find((other) => other !== undefined && (url === undefined || bare(other) === bare(url))) ?? url;
}

function requestOf(call: Call, commanded: HttpRequest | undefined): HttpRequest | undefined {
  const { request } = call;
  if (!request || (request.start.method === 'CONNECT' && commanded)) return commanded;
  const url = urlOf(call, request, commanded?.url);
  const body = call.sent || (commanded?.method === request.start.method ? commanded.body : undefined);
  return {
    method: request.start.method,
    ...(url !== undefined && { url }),
    headers: request.headers,
    ...(body !== undefined && { body }),
    ...(commanded?.send && { send: commanded.send }),
  };
}

function responseOf({ response, body: lines, exit, request }: Call): HttpResponse | undefined {
  if (!response) return undefined;
  const printed = lines.join('\n').trim();
  // With -i, curl prints the head once more, before the body.
  const again = statusLine(printed.split('\n', 1)[0]!.trimEnd())?.status === response.start.status;
  const body = again ? parseHttpMessages(printed).messages.at(-1)!.body.trim() : printed;
  const brokeOff = exit !== undefined && BROKE_OFF.has(exit.code) && request?.start.method !== 'CONNECT';
  const truncated = brokeOff || endsInsideJson(body);
  return { ...response.start, headers: response.headers, ...(body !== '' && { body }), ...(truncated && { truncated }) };
}

/** The URL of a call that never came to its request; no line tells its scheme before TLS is spoken. */
function toldUrl({ host, port, encrypted }: Call): string | undefined {
  if (host === undefined) return undefined;
  const plain = !encrypted && (port === '80' || /^(?:localhost|127\..*|\[::1\])$/.test(host));
  const usual = port === undefined || port === (plain ? '80' : '443');
  return `${plain ? 'http' : 'https'}://${host}${usual ? '' : `:${port}`}/`;
}

/** What is known of a call besides its lines. */
export type CallContext = {
  /** The capture's id. */
  shape: string;
  /** The request as the command line states it. */
  commanded?: HttpRequest | undefined;
  /** What was printed and is not curl's own: the words around a bare exit line. */
  others: string;
};

/** The exchange of a call; undefined where the lines told nothing of one. What did not come through goes to `warnings`. */
export function exchangeOf(call: Call, { shape, commanded, others }: CallContext, warnings: string[]): RawExchange | undefined {
  const source = { shape, line: call.line };
  const request = requestOf(call, commanded);
  const told = request ? undefined : toldUrl(call);
  const asked = { ...(request && { request }), ...(told !== undefined && { toldUrl: told }) };
  const response = isTunnel(call) ? undefined : responseOf(call);
  if (response) {
    if (response.truncated && call.exit) warnings.push(`curl ended with: ${call.exit.message}`);
    return { source, ...asked, response };
  }
  const status = call.exit?.toldStatus;
  // With --fail curl hides the response: its status is told, and nothing failed on the way.
  if (call.exit?.code === 22 && status !== undefined) {
    return { source, ...asked, toldStatus: status, text: `${others}\n${call.exit.message}`.trim() };
  }
  const failure = curlFailure(call.exit, call.troubles);
  const text = call.request || call.troubles.length > 0 ? '' : others;
  if (failure) return { source, ...asked, failure, ...(status !== undefined && { toldStatus: status }), ...(text !== '' && { text }) };
  if (!call.request) return undefined;
  warnings.push('The output ends before a response, and does not say why.');
  return { source, ...asked };
}
