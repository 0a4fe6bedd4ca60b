/**
 * The calls that a Python program's output tells of: a traceback, a log, a caught exception that was printed. Which words tell
 * a call is each library's own (`Teller`); which of them are one and the same call is decided here.
 */
import type { Captured } from '../model/capture.ts';
import type { HeaderField, NetworkFailure, RawExchange } from '../model/exchange.ts';
import { calledUrl, pastedExchange, withoutTerminal } from './pasted.ts';
import { toldStatus } from './told-status.ts';

/** What one message tells of a call. `end` is the length of what was read, from the end of the mark. */
export type Told = {
  end: number;
  status?: number;
  reason?: string;
  headers?: HeaderField[];
  body?: string;
  truncated?: boolean;
  failure?: NetworkFailure;
  method?: string;
  url?: string;
  at?: string;
  /** A line that announces another attempt: each is a call of its own. */
  isAttempt?: boolean;
  /** The words may tell a status in a place of their own, beside what was read. */
  mayTell?: boolean;
  /** Which of several lines about one call this is: one with a larger step goes on with the call before it. */
  step?: number;
};

/** One library's way to print. `mark` is global; `read` gets the mark's match and the words from its end to where the message must end. */
export type Teller = { mark: RegExp; read(match: RegExpMatchArray, rest: string): Told | undefined };

type Hit = Told & { start: number; stop: number; said: string; stamp: string | undefined };
type Group = { hits: Hit[]; start: number; stop: number };

/** Python's own words between the tracebacks of one failure. */
const CHAIN = /During handling of the above exception|The above exception was the direct cause/;
const TRACEBACK = /Traceback \(most recent call last\)/;
const MESSAGE_END =
  /\n(?=[ \t|]{0,20}(?:During handling of the above exception|The above exception was the direct cause|[^\n]{0,200}Traceback \(most recent call last\)|\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:|\[?\d\d:\d\d:\d\d\b|(?:INFO|DEBUG|WARNING|WARN|ERROR|CRITICAL)\b|Retrying |Process finished with exit|```|\$ |>>> ))/;
const STAMP = /^[^\w\n]{0,3}(?:[A-Z]{4,8}[: ]{1,3})?(\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|\d\d:\d\d:\d\d)/;
const ZONED =
  /(?:^|\n)[^\w\n]{0,3}(?:[A-Z]{4,8}[: ]{1,3})?(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))? ?(Z|UTC|[+-]\d\d:?\d\d)(?![\d-])/g;
/** httpx logs each request that it made. */
const HTTPX_LOG = /HTTP Request: ([A-Z]{3,8}) (https?:\/\/\S{1,4000}) "HTTP\/\d(?:\.\d)? ([1-5]\d\d)/g;

const LONGEST_MESSAGE = 50_000;
const LONGEST_TEXT = 1_000_000;
const MOST_HITS = 200;

function hitsIn(words: string, tellers: readonly Teller[], warnings: string[]): Hit[] {
  const all = tellers
    .flatMap((teller) => Array.from(words.matchAll(teller.mark), (match) => ({ teller, match })))
    .sort((a, b) => a.match.index - b.match.index);
  const marks = all.slice(-MOST_HITS);
  if (all.length > marks.length) warnings.push(`Only the last ${MOST_HITS} messages of exceptions were read.`);
  const hits: Hit[] = [];
  for (const { teller, match } of marks) {
    const last = hits.at(-1);
    const inside = last && match.index < last.stop;
    if (inside && (last.status !== undefined || last.failure)) continue;
    const from = match.index + match[0].length;
    const window = words.slice(from, from + LONGEST_MESSAGE);
    const end = window.search(MESSAGE_END);
    const told = teller.read(match, end < 0 ? window : window.slice(0, end));
    if (!told) continue;
    const tells = told.status !== undefined || told.failure !== undefined;
    if (inside && !tells) continue;
    const lineStart = words.lastIndexOf('\n', match.index) + 1;
    const hit: Hit = {
      ...told,
      start: match.index,
      stop: from + told.end,
      said: words.slice(from, from + told.end).trim(),
      stamp: STAMP.exec(words.slice(lineStart, lineStart + 60))?.[1],
    };
    // A mark that only announces a message gives way to what reads it.
    if (inside) hits[hits.length - 1] = { ...hit, start: last.start, ...(last.isAttempt && { isAttempt: true }) };
    else hits.push(hit);
  }
  return hits;
}

/** Whether what lies between two messages makes them one chain of exceptions. */
function isChained(gap: string): boolean {
  const chain = gap.search(CHAIN);
  const traceback = gap.search(TRACEBACK);
  return chain >= 0 && (traceback < 0 || chain < traceback);
}

function isSameCall(a: Hit, b: Hit): boolean {
  if (a.isAttempt && b.isAttempt) return false;
  if (a.step !== undefined && b.step !== undefined && a.step < b.step) return true;
  if (a.stamp !== undefined && b.stamp !== undefined && a.stamp !== b.stamp) return false;
  if (a.status !== b.status || a.failure?.kind !== b.failure?.kind) return false;
  if (a.status !== undefined || a.failure) {
    return (a.body === undefined || b.body === undefined || a.body === b.body) && (!a.url || !b.url || a.url === b.url);
  }
  return a.said.includes(b.said) || b.said.includes(a.said);
}

/** Where the words of the next call start: on the next line, if it is not told on the same one. */
function startAfter(words: string, stop: number, next: number): number {
  const lineEnd = words.indexOf('\n', stop) + 1;
  return lineEnd > 0 && lineEnd <= next ? lineEnd : stop;
}

function groupsOf(words: string, hits: readonly Hit[]): Group[] {
  const groups: Group[] = [];
  for (const hit of hits) {
    const group = groups.at(-1);
    const before = group?.hits.at(-1);
    if (group && before && (isChained(words.slice(before.stop, hit.start)) || isSameCall(before, hit))) {
      group.hits.push(hit);
      group.stop = hit.stop;
    } else groups.push({ hits: [hit], start: group ? startAfter(words, group.stop, hit.start) : 0, stop: hit.stop });
  }
  return groups;
}

function timeIn(words: string): string | undefined {
  const match = [...words.matchAll(ZONED)].at(-1);
  if (!match) return undefined;
  const [, day, time, fraction, zone] = match;
  const offset = zone === 'Z' || zone === 'UTC' ? 'Z' : zone!.replace(/^([+-]\d\d):?/, '$1:');
  const at = Date.parse(`${day}T${time}.${(fraction ?? '0').slice(0, 3)}${offset}`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** Where a call went: as its message says, else as httpx logged it, else as the words around it say. */
function placeOf(hits: readonly Hit[], status: number | undefined, words: string): Pick<RawExchange, 'request' | 'toldUrl'> {
  const told = hits.findLast(({ url }) => url !== undefined);
  const logged = [...words.matchAll(HTTPX_LOG)].findLast((match) => status !== undefined && Number(match[3]) === status);
  const url = told?.url ?? logged?.[2];
  const method = told ? told.method : logged?.[1];
  // An answer names pages to read, not the call.
  const around = hits.reduce((rest, { body, said }) => (body === undefined || said === '' ? rest : rest.replaceAll(said, ' ')), words);
  if (url === undefined) return calledUrl(around);
  return method === undefined ? { toldUrl: url } : { request: { method, url, headers: [] } };
}

function exchangeOf(group: Group, words: string, line: number, shape: string): RawExchange {
  const { hits } = group;
  // The last one that tells a status is the call; without one, the last failure that says what kind it is.
  const answer = hits.findLast(({ status }) => status !== undefined);
  const failures = answer ? [answer].filter(({ failure }) => failure) : hits.filter(({ failure }) => failure);
  const failed = failures.findLast(({ failure }) => failure?.kind !== 'other') ?? failures.at(-1);
  const status = answer?.status;
  const told = answer?.body ?? hits.findLast((hit) => hit.body !== undefined && (hit.status ?? status) === status)?.body;
  const headers = answer?.headers ?? [];
  const page = answer || failed ? undefined : hits.findLast(({ said }) => /^<(?:!doctype|html|head|title|body)\b/i.test(said))?.said;
  const speaking = answer || failed ? [] : hits.filter(({ mayTell }) => mayTell);
  const saidStatus = status ?? speaking.map(({ said }) => toldStatus(said)).findLast((code) => code !== undefined);
  const body = told ?? page;
  const isResponse = saidStatus !== undefined && (body !== undefined || headers.length > 0);
  const at = hits.findLast((hit) => hit.at !== undefined)?.at ?? timeIn(words);
  return {
    source: { shape, line },
    ...placeOf(hits, status, words),
    ...(isResponse && {
      response: {
        status: saidStatus,
        ...(answer?.reason !== undefined && { reason: answer.reason }),
        headers,
        ...(body !== undefined && { body }),
        ...(answer?.truncated && { truncated: true }),
      },
    }),
    ...(failed?.failure && { failure: failed.failure }),
    ...(!isResponse && saidStatus !== undefined && { toldStatus: saidStatus }),
    text: words,
    ...(at !== undefined && { at }),
  };
}

/** The words before and after a call's own that still belong to it: a traceback's frames, the lines of a log around it. */
const AROUND = 16_384;

const lineBreaks = (text: string): number => text.split('\n').length - 1;

/**
 * The calls that the words of a Python program tell, in order: a chain of exceptions is one, and so is a failure that is
 * printed twice. Where none of the tellers finds one, the text is one exchange of words.
 */
export function printedExchanges(text: string, shape: string, tellers: readonly Teller[]): Captured {
  // What failed stands at the end of a long log.
  const left = Math.max(0, text.length - LONGEST_TEXT);
  const warnings = left > 0 ? [`Only the last ${LONGEST_TEXT} characters of the input were read.`] : [];
  const read = text.slice(left);
  const words = withoutTerminal(read.replaceAll('\r\n', '\n')).trim();
  const groups = groupsOf(words, hitsIn(words, tellers, warnings));
  if (groups.length === 0) return { exchanges: [pastedExchange(read, shape)], warnings };
  const firstLine = lineBreaks(text.slice(0, left)) + lineBreaks(/^\s*/.exec(read)![0]) + 1;
  const exchanges = groups.map((group, i) => {
    const [{ start }] = group.hits as [Hit];
    const from = start - group.start > AROUND ? words.indexOf('\n', start - AROUND) + 1 : group.start;
    const until = groups[i + 1]?.start ?? group.stop + AROUND;
    return exchangeOf(group, words.slice(Math.min(from, start), until).trim(), firstLine + lineBreaks(words.slice(0, start)), shape);
  });
  return { exchanges, warnings };
}

/** Marks are sought in this much of a text's start, and of its end. */
const REACH = 200_000;

/** The given strength where one of the marks stands in a text that is not a JSON document as a whole; otherwise 0. */
export function printedBy(text: string, marks: RegExp, strength: number): number {
  if (/^\s*(?:\{\s*["}]|\[\s*[{["])/.test(text.slice(0, 200))) return 0;
  return marks.test(text.slice(0, REACH)) || (text.length > REACH && marks.test(text.slice(Math.max(REACH, text.length - REACH))))
    ? strength
    : 0;
}
