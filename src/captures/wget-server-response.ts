import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import { header, type HeaderField, type NetworkFailure, type RawExchange } from '../model/exchange.ts';
import { addFieldLine, requestLine, requestUrl, statusLine, type RequestLine, type StatusLine } from '../parse/http-head.ts';
import { isCutShort } from '../parse/http-body.ts';
import { redirectWarnings } from '../parse/http-redirects.ts';
import { withoutTerminal } from '../parse/pasted.ts';

/** What wget told of one call. */
type Call = {
  line: number;
  url?: string;
  request?: { start: RequestLine; headers: HeaderField[]; body?: string };
  response?: StatusLine & { headers: HeaderField[] };
  /** The status where no head shows it. */
  told?: number;
  body: string[];
  failure?: NetworkFailure;
};

const CALL = /^--(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d--\s{1,4}(\S{1,8000})/;
/** The line that waits for the response, in any language: "HTTP request sent, awaiting response... 402 Payment Required". */
const AWAITS = /^[^\n]{0,100}(?:HTTP|Proxy)[^\n]{0,100}(?:\.\.\.|…)[ \t]*(?:([1-5]\d\d)(?: [^\n]{0,200})?)?$/;
const GAVE_UP = /^(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d [^\s\d]{1,20} ([1-5]\d\d)[:：]/;
const WGET2_STATUS = /^HTTP (?:ERROR )?response ([1-5]\d\d)\b[^\n]{0,300}?(?:\[(https?:\/\/\S{1,8000})\])?$/;
const HEAD_BEGIN = /^[ \t]{0,4}HTTP\/\d(?:\.\d)? [1-5]\d\d/;
const METER = /^\s{1,10}\d{1,12}K[ .]|\d{1,3}%\[|^(?:Saving to|Length|Remote file|Skipping|Registered|Closed|Saved)\b/;
const SKIPPED = /^Skipping \d{1,15} bytes of body: \[([^]*)$/;

/** wget's words for what the connection failed at; the first that matches decides. */
const TROUBLES: [RegExp, NetworkFailure['kind']][] = [
  [/^Proxy tunneling failed|unable to resolve proxy/i, 'proxy'],
  [/unable to resolve host|Name or service not known|name resolution|No address associated|nodename nor servname|Unknown host/i, 'dns'],
  [/failed: Connection refused/i, 'refused'],
  [/failed: (?:Connection|Operation) timed out|timed out\.?$|Read error \(Connection timed out\)/i, 'timeout'],
  [/No route to host|Network is unreachable/i, 'unreachable'],
  [/Unable to establish SSL|cannot verify|certificate (?:common name|has|is)|no certificate subject|OpenSSL: error|GnuTLS:/i, 'tls'],
  [/Connection reset|No data received|Read error|connection closed unexpectedly/i, 'reset'],
];

/** Reads the lines into calls; a call starts with the line that names its time and its URL. */
function callsOf(text: string): Call[] {
  const calls: Call[] = [];
  let head: { headers: HeaderField[]; indented: boolean } | undefined;
  let inRequest = false;
  let inBody = false;
  const current = (line: number): Call => {
    const last = calls.at(-1);
    if (last) return last;
    calls.push({ line, body: [] });
    return calls[0]!;
  };
  const begin = (line: number, url?: string): Call => {
    [head, inBody, inRequest] = [undefined, false, false];
    calls.push({ line, body: [], ...(url !== undefined && { url }) });
    return calls.at(-1)!;
  };
  for (const [i, raw] of text.split('\n').entries()) {
    const written = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const line = i + 1;
    const url = CALL.exec(written)?.[1];
    const gaveUp = GAVE_UP.exec(written) ?? WGET2_STATUS.exec(written);
    if (url !== undefined) begin(line, url);
    else if (gaveUp) {
      const call = current(line);
      inBody = false;
      if (gaveUp[2] !== undefined) call.url ??= gaveUp[2];
      call.told = Number(gaveUp[1]);
    } else if (written === '---request begin---') [inRequest, inBody] = [true, false];
    else if (written === '---request end---') [inRequest, head] = [false, undefined];
    else if (inRequest) {
      const start = requestLine(written);
      const call = current(line);
      if (start) call.request = { start, headers: (head = { headers: [], indented: false }).headers };
      else if (head) addFieldLine(head.headers, written);
    } else if (HEAD_BEGIN.test(written) && !inBody) {
      const start = statusLine(written.trim());
      if (!start) continue;
      const last = current(line);
      const call = last.response && last.response.status >= 200 ? begin(line) : last;
      head = { headers: [], indented: /^[ \t]/.test(written) };
      call.response = { ...start, headers: head.headers };
    } else if (
      head &&
      (head.indented ? /^ {2}\S/.test(written) : written !== '') &&
      addFieldLine(head.headers, written.replace(/^ {2}/, ''))
    )
      continue;
    else {
      head = undefined;
      inBody = noteLine(current(line), written, inBody);
    }
  }
  return calls;
}

/** Takes a line that belongs to no head; gives whether it belongs to a body. */
function noteLine(call: Call, written: string, inBody: boolean): boolean {
  const skipped = SKIPPED.exec(written)?.[1];
  const posted = /^\[POST data: ([^]*)\]$/.exec(written)?.[1];
  const awaited = inBody ? undefined : AWAITS.exec(written)?.[1];
  const trouble = inBody ? undefined : TROUBLES.find(([words]) => words.test(written));
  if (posted !== undefined && call.request) call.request.body = posted;
  else if (awaited !== undefined) call.told = Number(awaited);
  else if (trouble && !call.response) call.failure = { kind: trouble[1], message: written.replace(/^wget: /, '').trim() };
  else if (skipped !== undefined) call.body.push(skipped);
  else if (inBody && METER.test(written)) return false;
  else if (!inBody && !/^\s{0,8}[{[<]/.test(written)) return false;
  else if (call.response) call.body.push(written);
  return call.response !== undefined;
}

/** `words` are the lines of the call, which tell more than their URL where no request was shown. */
function exchangeOf(call: Call, words: string): RawExchange | undefined {
  const { request, response, told, failure, line, url } = call;
  const source = { shape: 'wget-server-response', line };
  const named = request ? (url ?? requestUrl(request.start, request.headers)) : url;
  const asked = request
    ? {
        request: {
          method: request.start.method,
          ...(named !== undefined && { url: named }),
          headers: request.headers,
          ...(request.body !== undefined && { body: request.body }),
        },
      }
    : { ...(named !== undefined && { toldUrl: named }), text: words };
  if (response) {
    const body = call.body
      .join('\n')
      .replace(/\]? done\.\s*$/, '')
      .trim();
    const truncated = isCutShort(body, response.headers);
    return { source, ...asked, response: { ...response, ...(body !== '' && { body }), ...(truncated && { truncated }) } };
  }
  if (told !== undefined) return { source, ...asked, toldStatus: told };
  if (failure) return { source, ...asked, failure };
  return undefined;
}

const INDENTED_HEAD = /(?:^|\n) {2}HTTP\/\d(?:\.\d)? [1-5]\d\d[^\n]{0,200}\n {2}[\w-]{1,100}:/;

export default {
  title: 'wget',
  madeBy: 'wget -S, wget --debug, or the line with which wget gives up',
  recognise(text) {
    const start = text.slice(0, 262_144);
    if (/^--(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d--\s{1,4}\S+:\/\//m.test(start)) return 0.95;
    if (INDENTED_HEAD.test(start)) return 0.92;
    return /^wget: \S|^HTTP request sent, awaiting response/m.test(start) ? 0.85 : 0;
  },
  read(text): Captured {
    const warnings: string[] = [];
    const plain = withoutTerminal(text);
    const lines = plain.split('\n');
    const calls = callsOf(plain);
    const exchanges = calls.flatMap(
      (call, i) =>
        exchangeOf(
          call,
          lines
            .slice(call.line - 1, (calls[i + 1]?.line ?? Infinity) - 1)
            .join('\n')
            .trim(),
        ) ?? [],
    );
    if (exchanges.length === 0)
      throw new UnreadableInput("wget's output holds no response and no failure.", 'Give all of it, with the head: wget -S … 2>&1.');
    const last = exchanges.at(-1)!;
    const hidden = last.response?.body === undefined && header(last.response?.headers, 'content-length') !== '0' && !last.failure;
    if (hidden) warnings.push('wget shows no body: wget -S -O - --content-on-error does.');
    return { exchanges, warnings: [...warnings, ...redirectWarnings(exchanges)] };
  },
} satisfies Capture;
