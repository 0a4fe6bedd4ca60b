/**
 * Calls as programs tell them in an exception or a log line: each program has its own wordings, which a capture gives as
 * patterns, and what all of them may hold (a status, a method, a URL, a body, why nothing came) is read the same way here.
 */
import type { Captured } from '../model/capture.ts';
import type { NetworkFailure, RawExchange } from '../model/exchange.ts';
import { statusNames } from '../model/status-names.ts';
import { objectsIn, strictJson } from './loose-json.ts';
import { pastedExchange } from './pasted.ts';
import { printed } from './tool-words.ts';

/** What closes a body that is no JSON: a quote or a bracket at the end of a line, the line itself, or nothing but the end of the words. */
type Closing = '"' | ']' | '\n' | '';

/** How a program words the end of a call. */
export type Wording = {
  /**
   * Global. Named groups: `status`, or `name` for one in words ("PaymentRequired"); `method`; `url`; `failure` for why no
   * response came.
   */
  says: RegExp;
  /** The body starts where the match ends; this is what closes it, "" for the end of the words. */
  body?: Closing;
};

/** The source of a pattern for a URL as texts hold it. */
export const URL_WORD = String.raw`https?:\/\/[^\s"'\\\x60<>()[\]{}]{1,4000}`;

/** So many calls are read of one text, and so much of one body. */
const MAX_CALLS = 500;
const MAX_BODY = 128 * 1024;

/** The words with which programs say that no response came; the first that matches decides. */
const FAILURES: [RegExp, NetworkFailure['kind']][] = [
  [/proxyconnect|(?:through|via|to|resolve) proxy|unable to tunnel|CONNECT tunnel|\bSOCKS[45]?\b/i, 'proxy'],
  [
    /UnknownHost|UnresolvedAddress|no such host|getaddrinfo|name or service not known|nodename nor servname|name resolution|lookup address|host lookup|could ?n[o']t resolve|could not resolve|failed to resolve|unable to resolve|dns error|hostname could not be found|no address associated|no data of the requested type|server misbehaving|nxdomain/i,
    'dns',
  ],
  [/no route to host|NoRouteToHost|unreachable|appears to be offline|network is down/i, 'unreachable'],
  [/time-?d? ?out|deadline exceeded|has elapsed|elapsing|execution expired|took longer than/i, 'timeout'],
  [/\bx509\b|\btls\b|SSL|PKIX|certificate|handshake|secure connection/i, 'tls'],
  [/refused|could not connect|failed to connect/i, 'refused'],
  [
    /reset|broken pipe|\bEOF\b|end of file|premature|forcibly closed|failed to respond|connection (?:was |is )?(?:lost|closed|abort)|socket (?:is )?closed|ClosedChannel|unexpected end|closed before|server hung up|end of stream/i,
    'reset',
  ],
];

/** What kind of failure the words of any program tell. */
export function failureOf(words: string): NetworkFailure {
  const message = words.trim().slice(0, 2000);
  return { kind: FAILURES.find(([says]) => says.test(message))?.[1] ?? 'other', message };
}

const codeByName = new Map(Object.entries(statusNames).map(([code, name]) => [name.replace(/\W/g, '').toLowerCase(), Number(code)]));

/** The status code that a name stands for: "PaymentRequired", "PAYMENT_REQUIRED"; undefined for no such name. */
const statusByName = (name: string): number | undefined => codeByName.get(name.replace(/[\W_]/g, '').toLowerCase());

type Told = {
  start: number;
  end: number;
  status?: number;
  method?: string;
  url?: string;
  failure?: NetworkFailure;
  body?: string;
  truncated?: boolean;
};

/** What a printer puts behind a body that it cut, and what follows a body of several lines. */
const CUT_MARK = /\s?\(truncated\.{3}\)|\s?\(truncated\)\.{3}|\.{3} \(\d{1,12} bytes\)/;
const STACK = /\n(?=\s{0,40}(?:at [\w$.<]|\.\.\. \d|Caused by:|#\d{1,4}\s|\[stacktrace\]|Stack trace:|goroutine \d|-{3} End of))/;

/** Where the JSON that starts a text ends, by its brackets; -1 where it does not. */
function jsonEnd(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i]!;
    if (char === '"') {
      for (i += 1; i < text.length && text[i] !== '"'; i += 1) if (text[i] === '\\') i += 1;
    } else if (char === '{' || char === '[') depth += 1;
    else if ((char === '}' || char === ']') && --depth === 0) return i + 1;
  }
  return -1;
}

const CLOSED = { '"': /"[ \t;]{0,8}(?:\n|$)/, ']': /\][ \t;]{0,8}(?:\n|$)/, '\n': /\n/ };

type Body = { body: string; end: number; truncated: boolean };

/** An object as JSON, whatever language printed it; undefined where the text does not start with a whole one. */
function objectBody(text: string): { body: string; length: number } | undefined {
  if (!/^[{[]/.test(text)) return undefined;
  const end = jsonEnd(text);
  if (end < 0) return undefined;
  const raw = text.slice(0, end);
  if (strictJson(raw) !== undefined) return { body: raw, length: end };
  const [object] = objectsIn(raw);
  return object?.start === 0 && !object.truncated ? { body: JSON.stringify(object.value), length: object.end } : undefined;
}

/**
 * The body that starts at an offset: a whole JSON value, or else the words up to what closes them. Undefined where there is
 * none.
 */
export function bodyAt(text: string, from: number, closing: Closing): Body | undefined {
  const rest = text.slice(from, from + MAX_BODY);
  const start = from + rest.length - rest.trimStart().length;
  const words = rest.trimStart();
  const object = objectBody(words);
  if (object) return { body: object.body, end: start + object.length, truncated: false };
  const mark = CUT_MARK.exec(words);
  const stack = STACK.exec(words)?.index ?? words.length;
  const closed = closing === '' ? -1 : words.search(CLOSED[closing]);
  const ends = [stack, ...(mark ? [mark.index] : []), ...(closed >= 0 ? [closed] : [])];
  const end = Math.min(...ends);
  const body = words.slice(0, end).trimEnd();
  if (body === '') return undefined;
  return { body, end: start + end, truncated: mark?.index === end || /^[{[]/.test(body) };
}

/** What a line starts with that goes on about the exception before it: its cause, or where it passed. */
const CAUSE = /^.{0,40}?(?:caused by|nested exception|-->|checkpoint|\[object\] \()|^\s{0,8}\d: /i;
/** A logger's time: what such a line tells is another event. */
const CLOCK = /\d\d:\d\d/;

function toldBy(match: RegExpMatchArray, words: string, closing: Wording['body']): Told {
  const { status, name, method, url, failure } = match.groups ?? {};
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const code = status !== undefined ? Number(status) : name === undefined ? undefined : statusByName(name);
  const body = closing === undefined ? undefined : bodyAt(words, end, closing);
  return {
    start,
    end: body?.end ?? end,
    ...(code !== undefined && code > 0 && { status: code }),
    ...(method !== undefined && { method: method.toUpperCase() }),
    ...(url !== undefined && { url: url.replace(/[.,:;]+$/, '') }),
    ...(failure !== undefined && { failure: failureOf(failure) }),
    ...(body && { body: body.body }),
    ...(body?.truncated && { truncated: true }),
  };
}

const differ = <T>(one: T | undefined, other: T | undefined): boolean => one !== undefined && other !== undefined && one !== other;

/** Whether a wording goes on about the call of the one before it: its cause, or the same once more without a time of its own. */
function continues(call: Told, next: Told, words: string): boolean {
  if (differ(call.url, next.url) || differ(call.status, next.status)) return false;
  const line = words.lastIndexOf('\n', next.start - 1) + 1;
  if (line <= call.end || CAUSE.test(words.slice(line, next.start + 24))) return true;
  const again = call.status !== undefined && call.status === next.status && call.url === next.url && call.body === next.body;
  return again && !CLOCK.test(words.slice(line, next.start));
}

function join(call: Told, next: Told): Told {
  const { kind } = call.failure ?? {};
  const better = kind === 'other' && next.failure && next.failure.kind !== 'other';
  const failure = better ? { kind: next.failure!.kind, message: `${call.failure!.message} (${next.failure!.message})` } : call.failure;
  return { ...next, ...call, end: next.end, ...(failure && { failure }) };
}

function callsIn(words: string, wordings: readonly Wording[]): Told[] {
  const all: Told[] = [];
  for (const { says, body } of wordings) {
    let count = 0;
    for (const match of words.matchAll(says)) {
      all.push(toldBy(match, words, body));
      if (++count >= MAX_CALLS) break;
    }
  }
  const calls: Told[] = [];
  for (const told of all.toSorted((a, b) => a.start - b.start)) {
    const last = calls.at(-1);
    if (last && told.start < last.end) continue;
    if (last && continues(last, told, words)) calls[calls.length - 1] = join(last, told);
    else calls.push(told);
  }
  return calls.slice(0, MAX_CALLS);
}

const TIME = /\b(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))? ?(Z|[+-]\d\d:?\d\d)(?![\w:])/g;

/** The last moment that a text names with its zone, as ISO 8601 in UTC; undefined where it names none. */
export function timeIn(text: string): string | undefined {
  const match = [...text.slice(-4000).matchAll(TIME)].at(-1);
  if (!match) return undefined;
  const zone = match[4]!.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const at = new Date(`${match[1]!}T${match[2]!}.${(match[3] ?? '0').slice(0, 3)}${zone}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** How many line ends stand before an offset, counted on from the last one asked for; offsets must ascend. */
function lineCounter(text: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      at = next + 1;
      line += 1;
    }
    return line;
  };
}

/**
 * The calls that a text tells in a program's wordings, in order; where it tells none of them, what any pasted text may tell.
 * A cause that an exception names below itself counts to the same call.
 */
export function readExceptions(text: string, shape: string, wordings: readonly Wording[]): Captured {
  const words = printed(text);
  const calls = callsIn(words, wordings);
  if (calls.length === 0) return { exchanges: [pastedExchange(words, shape)], warnings: [] };
  const lineOf = lineCounter(words);
  const lineStart = (offset: number): number => words.lastIndexOf('\n', offset - 1) + 1;
  const exchanges = calls.map((call, i): RawExchange => {
    const from = i === 0 ? 0 : lineStart(call.start);
    const next = calls[i + 1];
    const lineEnd = words.indexOf('\n', call.start);
    const { status, method, url, failure, body, truncated } = call;
    const at = timeIn(words.slice(from, lineEnd < 0 ? words.length : lineEnd));
    const answered = status !== undefined;
    return {
      source: { shape, line: lineOf(call.start) },
      ...(method !== undefined && { request: { method, ...(url !== undefined && { url }), headers: [] } }),
      ...(method === undefined && url !== undefined && { toldUrl: url }),
      ...(answered && body !== undefined && { response: { status, headers: [], body, ...(truncated && { truncated }) } }),
      ...(answered && body === undefined && { toldStatus: status }),
      ...(!answered && failure && { failure }),
      ...(at !== undefined && { at }),
      text: words.slice(from, next ? Math.max(lineStart(next.start), call.end) : words.length).trim(),
    };
  });
  return { exchanges, warnings: [] };
}
