import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import type { HeaderField, HttpRequest, HttpResponse, RawExchange } from '../model/exchange.ts';
import { readCurl } from '../parse/curl-arguments.ts';
import { curlExit, curlFailure, type CurlExit } from '../parse/curl-failure.ts';
import { curlLines, HEAD_LINE, TOLD_LINE, type CurlLine } from '../parse/curl-lines.ts';
import { readTranscript } from '../parse/curl-transcript.ts';
import {
  addFieldLine,
  parseHttpMessages,
  requestLine,
  requestUrl,
  statusLine,
  type RequestLine,
  type StatusLine,
} from '../parse/http-head.ts';

/** What curl told of one call. */
type Call = {
  line: number;
  request?: { start: RequestLine; headers: HeaderField[] };
  response?: { start: StatusLine; headers: HeaderField[] };
  body: string[];
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
function callsOf(lines: readonly CurlLine[]): Call[] {
  const calls: Call[] = [];
  const next = (line: number, sameConnection?: Call): Call => {
    const { host, port, encrypted = false } = sameConnection ?? {};
    const call: Call = {
      line,
      body: [],
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
    } else if (kind !== 'other' && head && (text === '' || addFieldLine(head, text))) {
      if (text === '') head = undefined;
    } else if (call?.response) call.body.push(written);
  }
  return calls;
}

const isTunnel = ({ request, response }: Call): boolean =>
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
  const body = commanded?.method === request.start.method ? commanded.body : undefined;
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
  const truncated = exit !== undefined && BROKE_OFF.has(exit.code) && request?.start.method !== 'CONNECT';
  return { ...response.start, headers: response.headers, ...(body !== '' && { body }), ...(truncated && { truncated }) };
}

/** The URL of a call that never came to its request; no line tells its scheme before TLS is spoken. */
function toldUrl({ host, port, encrypted }: Call): string | undefined {
  if (host === undefined) return undefined;
  const plain = !encrypted && (port === '80' || /^(?:localhost|127\..*|\[::1\])$/.test(host));
  const usual = port === undefined || port === (plain ? '80' : '443');
  return `${plain ? 'http' : 'https'}://${host}${usual ? '' : `:${port}`}/`;
}

/** `others` is what was printed and is not curl's own: the words around a bare exit line. */
function exchangeOf(call: Call, commanded: HttpRequest | undefined, others: string, warnings: string[]): RawExchange | undefined {
  const source = { shape: 'curl-verbose', line: call.line };
  const request = requestOf(call, commanded);
  const told = request ? undefined : toldUrl(call);
  const asked = { ...(request && { request }), ...(told !== undefined && { toldUrl: told }) };
  const response = isTunnel(call) ? undefined : responseOf(call);
  if (response) {
    if (response.truncated) warnings.push(`curl ended with: ${call.exit!.message}`);
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

const startsWithExit = (text: string): boolean =>
  curlLines(text.slice(0, 8192)).find(({ written }) => written.trim() !== '')?.kind === 'exit';

export default {
  title: 'curl -v',
  madeBy: 'curl -v, or the line with which curl gives up',
  recognise(text) {
    const start = text.slice(0, 1_000_000);
    if (HEAD_LINE.test(start)) return 0.95;
    if (TOLD_LINE.test(start)) return 0.92;
    if (!/(?:^|\d)curl: \(\d{1,3}\) /m.test(start)) return 0;
    const alone = startsWithExit(text) || readTranscript(text.slice(0, 65_536)).runs.some(({ output }) => startsWithExit(output));
    return alone ? 0.87 : 0.5;
  },
  read(text): Captured {
    const warnings: string[] = [];
    const { before, runs } = readTranscript(text);
    const commands = runs.map((run) => ({
      ...run,
      commanded: readCurl(run.words, { readFile: (name) => (name === '-' ? run.stdin : undefined) }).exchange.request,
    }));
    const exchanges = [{ output: before, outputLine: 1, line: 1, commanded: undefined }, ...commands].flatMap((part) => {
      const lines = curlLines(part.output, part.outputLine);
      const calls = callsOf(lines);
      if (part.commanded && calls[0]) calls[0].line = part.line;
      // The words of several calls belong to none of them more than to another.
      const others =
        calls.length > 1
          ? ''
          : lines
              .flatMap(({ kind, written }) => (kind === 'other' ? [written] : []))
              .join('\n')
              .trim();
      return calls.flatMap((call, i) => {
        const led = isTunnel(call) && calls[i + 1]?.request !== undefined;
        return led ? [] : (exchangeOf(call, part.commanded, others, warnings) ?? []);
      });
    });
    if (exchanges.length > 0) return { exchanges, warnings };
    throw new UnreadableInput(
      'The output of curl -v holds no request and no failure.',
      'Give all of it, with what it wrote to stderr: curl -v … 2>&1.',
    );
  },
} satisfies Capture;
