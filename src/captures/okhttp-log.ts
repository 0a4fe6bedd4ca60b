import type { Capture } from '../model/capture.ts';
import type { HeaderField, HttpRequest, HttpResponse, RawExchange } from '../model/exchange.ts';
import { failureOf, timeIn, URL_WORD } from '../parse/exception-words.ts';
import { addFieldLine } from '../parse/http-head.ts';
import { withoutPrefix } from '../parse/log-prefix.ts';
import { pastedExchange } from '../parse/pasted.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

const ASKED = new RegExp(
  String.raw`--> (?<method>[A-Z]{3,10}) (?<url>${URL_WORD})(?: (?:http/|h2|h3|quic|spdy)\S{0,12})?(?: \([^)\n]{1,40} body\))?\s*$`,
);
const ANSWERED = new RegExp(
  String.raw`<-- (?:HTTP/[\d.]{1,3} )?(?<status>[1-5]\d\d)(?: (?!https?:)(?<reason>[^(\n]{1,60}?))?(?: (?<url>${URL_WORD}))? \(\d{1,9} ?ms[^)\n]{0,60}\)\s*$`,
);
const FAILED = new RegExp(String.raw`<-- HTTP FAILED: (?<failure>[^\n]{1,1000}?)(?:\.? (?<url>${URL_WORD}) \(\d{1,9} ?ms\))?\s*$`);
const ENDED = /(?:--> END [A-Z]{3,10}|<-- END HTTP)\b[^\n]{0,80}$/;

/** java.util.logging puts the place on a line of its own. */
const PLACE_LINE = /^[^\n]{8,60} okhttp3?\.\S{1,200} \w{1,40}\s*$/;

type Mark = { kind: 'asked' | 'answered' | 'failed' | 'ended'; groups: Record<string, string | undefined>; prefix: string };

function markIn(line: string): Mark | undefined {
  if (!line.includes('-> ') && !line.includes('<-- ')) return undefined;
  const kinds = [
    ['asked', ASKED],
    ['answered', ANSWERED],
    ['failed', FAILED],
    ['ended', ENDED],
  ] as const;
  for (const [kind, pattern] of kinds) {
    const match = pattern.exec(line.slice(0, 8000));
    if (match) return { kind, groups: match.groups ?? {}, prefix: line.slice(0, match.index) };
  }
  return undefined;
}

type Message = { headers: HeaderField[]; lines: string[] };
type Call = { exchange: RawExchange; request?: Message; response?: Message };

/** The call that an answer belongs to: the last one still open that named the same URL, or the last one open. */
function openCall(calls: readonly Call[], url: string | undefined): Call | undefined {
  const open = calls.filter(({ exchange }) => exchange.request && !exchange.response && !exchange.failure);
  return open.findLast(({ exchange }) => exchange.request?.url === url) ?? (url === undefined ? open.at(-1) : undefined);
}

function callsOf(lines: readonly string[]): Call[] {
  const calls: Call[] = [];
  let message: Message | undefined;
  let inBody = false;
  let strip = withoutPrefix('');
  for (const [i, line] of lines.entries()) {
    const mark = markIn(line);
    if (!mark) {
      if (!message || PLACE_LINE.test(line.slice(0, 400))) continue;
      const words = strip(line);
      if (!inBody && words.trim() === '') inBody = true;
      else if (inBody || !addFieldLine(message.headers, words.trimEnd())) message.lines.push(words);
      continue;
    }
    const { kind, groups, prefix } = mark;
    strip = withoutPrefix(prefix);
    inBody = false;
    message = kind === 'asked' || kind === 'answered' ? { headers: [], lines: [] } : undefined;
    if (kind === 'ended') continue;
    const at = timeIn(prefix);
    const source = { shape: 'okhttp-log', line: i + 1 };
    if (kind === 'asked') {
      const request: HttpRequest = { method: groups['method']!, url: groups['url']!, headers: message!.headers };
      calls.push({ exchange: { source, request, ...(at !== undefined && { at }) }, request: message! });
      continue;
    }
    const url = groups['url'];
    const known = openCall(calls.slice(-50), url);
    const call: Call = known ?? { exchange: { source, ...(url !== undefined && { toldUrl: url }), ...(at !== undefined && { at }) } };
    if (!known) calls.push(call);
    if (kind === 'failed') call.exchange.failure = failureOf(groups['failure']!);
    else {
      const reason = groups['reason']?.trim();
      const response: HttpResponse = { status: Number(groups['status']), ...(reason && { reason }), headers: message!.headers };
      call.exchange.response = response;
      call.response = message!;
    }
  }
  return calls;
}

function bodyOf(message: Message | undefined): { body?: string } {
  const body = message?.lines.join('\n').trim() ?? '';
  return body === '' ? {} : { body };
}

export default {
  title: 'A log of OkHttp',
  madeBy: "OkHttp's HttpLoggingInterceptor, Retrofit",
  recognise: (text) =>
    strengthOf(text, [
      [/<-- END HTTP \(|--> END [A-Z]{3,10}(?: \(|\s*$)|<-- HTTP FAILED: /m, 0.87],
      [/<-- \d{3} [^\n]{0,1000}\(\d{1,9} ?ms[,)]/, 0.84],
    ]),
  read(text) {
    const words = printed(text);
    const calls = callsOf(words.split('\n'));
    if (calls.length === 0) return { exchanges: [pastedExchange(words, 'okhttp-log')], warnings: [] };
    const warnings: string[] = [];
    for (const { exchange, request, response } of calls) {
      if (exchange.request) Object.assign(exchange.request, bodyOf(request));
      if (exchange.response) Object.assign(exchange.response, bodyOf(response));
      else if (!exchange.failure) warnings.push(`The log ends before the answer to the call on line ${exchange.source.line}.`);
    }
    return { exchanges: calls.map(({ exchange }) => exchange), warnings };
  },
} satisfies Capture;
