/** Errors as JavaScript programs print them: the class, the message, the stack, and the members that util.inspect shows. */
import type { HeaderField, NetworkFailure, RawExchange } from '../model/exchange.ts';
import { objectAt, objectsIn, type FoundObject } from './loose-json.ts';
import { calledUrl, withoutTerminal } from './pasted.ts';

export type Members = Record<string, unknown>;

/** One printed error: the match of its heading, its words up to the next one, and the objects that stand in them. */
export type PrintedError = { heading: RegExpExecArray; line: number; words: string; found: FoundObject[] };

/** What was told of a call; the places it goes to are `toldExchange`'s matter. */
export type Told = {
  words: string;
  line?: number;
  status?: number | undefined;
  reason?: string | undefined;
  headers?: HeaderField[];
  body?: string | undefined;
  method?: string | undefined;
  url?: string | undefined;
  requestHeaders?: HeaderField[];
  requestBody?: string | undefined;
  failure?: NetworkFailure | undefined;
};

/** What docker compose and pm2 put before each line: "web-1  | ", "0|web  | 2026-11-19 10:00:00 +00:00: ". */
const SERVICE = /^(?:\d{1,3}\|)?[\w.@-]{1,60} {0,40}\| ?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?: ?[+-]\d\d:\d\d|Z)?: )?/;

function withoutServices(text: string): string {
  if (!/^[^\n]{0,100}\|/m.test(text)) return text;
  const lines = text.split('\n');
  const full = lines.filter((line) => line.trim() !== '');
  const prefixed = full.filter((line) => SERVICE.test(line)).length;
  return prefixed > 2 && prefixed >= 0.8 * full.length ? lines.map((line) => line.replace(SERVICE, '')).join('\n') : text;
}

/** A text with the line ends of Unix, without a terminal's colours, and without the name of a service before each line. */
export const plainText = (text: string): string => withoutServices(withoutTerminal(text).replaceAll('\r\n', '\n'));

/**
 * The errors of a text whose headings match, outermost only: what stands inside the members of another one, or is named as
 * its cause, is part of that one. The words before the first heading belong to it.
 */
export function printedErrors(text: string, heading: RegExp): PrintedError[] {
  const found = objectsIn(text);
  const starts: { at: number; heading: RegExpExecArray }[] = [];
  const pattern = new RegExp(heading.source, heading.flags.includes('g') ? heading.flags : `${heading.flags}g`);
  for (const match of text.matchAll(pattern)) {
    if (starts.length >= 200) break;
    if (found.some(({ start, end }) => start < match.index && match.index < end)) continue;
    const lineStart = text.lastIndexOf('\n', match.index) + 1;
    if (/\[cause\]|caused by/i.test(text.slice(Math.max(lineStart, match.index - 40), match.index))) continue;
    starts.push({ at: starts.length === 0 ? 0 : Math.max(lineStart, starts.at(-1)!.at), heading: match });
  }
  return starts.map(({ at, heading: match }, i) => {
    const end = starts[i + 1]?.at ?? text.length;
    const line = text.slice(0, match.index).split('\n').length;
    return { heading: match, line, words: text.slice(at, end), found: found.filter(({ start }) => start >= at && start < end) };
  });
}

export const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first object that has one of these members, of those found. */
export function membersWith(found: readonly FoundObject[], ...names: string[]): Members | undefined {
  for (const { value } of found) if (isMembers(value) && names.some((name) => value[name] !== undefined)) return value;
  return undefined;
}

/**
 * The member of that name: of an error's members, or, where the text around it is too broken to be read as one object, behind
 * its name in the words (`response: {`). Of several the one of which most was printed.
 */
export function memberOf(members: Members | undefined, words: string, name: string): Members | undefined {
  const own = members?.[name];
  let best = isMembers(own) ? own : undefined;
  if (best && Object.keys(best).length > 1) return best;
  const pattern = new RegExp(String.raw`(?:^|[\s,{"'])${name}["']?\s?: (?:<ref \*\d+> )?(?:[A-Z]\w{0,40} )?(?=\{)`, 'g');
  let tries = 0;
  for (const match of words.matchAll(pattern)) {
    if (++tries > 8) break;
    const at = match.index + match[0].length;
    const value = objectAt(words, at)?.value;
    if (isMembers(value) && (!best || Object.keys(value).length > Object.keys(best).length)) best = value;
  }
  return best;
}

/** A member's text; undefined where it is none, or where the printer put a stand-in (`[Object]`) in its place. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && !/^(?:\[(?:Object|Array|Function|Circular|Getter)\b[^\]]*\]|)$/.test(value) ? value : undefined;

/** A status code, where the value is one. */
export function statusOf(value: unknown): number | undefined {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}

/** A body as the server sent it, out of a member: text as it is, an object as JSON; undefined where nothing of it was printed. */
export function bodyOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return textOf(value);
  const body = JSON.stringify(withoutStandIns(value));
  return body === '{}' || body === '[]' || body === undefined ? undefined : body;
}

/** A value without the members that were not printed. */
function withoutStandIns(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > 60)
    return value === '' ? '' : typeof value === 'string' ? textOf(value) : value;
  const kept = (part: unknown): boolean => part !== undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => withoutStandIns(item, depth + 1)).filter(kept);
    return items.length === 0 && value.length > 0 ? undefined : items;
  }
  const members = Object.entries(value).map(([name, member]) => [name, withoutStandIns(member, depth + 1)] as const);
  return Object.fromEntries(members.filter(([name, member]) => kept(member) && !name.startsWith('[Symbol(')));
}

/** The header fields that a member holds: an object of names, a `Headers`, or the map inside one. */
export function headersOf(value: unknown): HeaderField[] {
  if (!isMembers(value)) return [];
  const fields: HeaderField[] = [];
  for (const [name, member] of Object.entries(value).slice(0, 500)) {
    if (/^\[Symbol\(headers map\)\]$|^_headers$|^map$/.test(name)) fields.push(...headersOf(member));
    if (!/^[!#$%&'*+.^_`|~\w-]{1,200}$/.test(name)) continue;
    const values = Array.isArray(member) ? member : isMembers(member) && typeof member['value'] === 'string' ? [member['value']] : [member];
    for (const one of values) {
      if (typeof one === 'number' || (typeof one === 'string' && !/^\[(?:Function|Object|Array)/.test(one))) {
        fields.push({ name, value: String(one) });
      }
    }
  }
  return fields;
}

/** The exchange of a call as it was told: a response only where more than its status is known. */
export function toldExchange(shape: string, told: Told): RawExchange {
  const words = told.words.trim();
  const status = statusOf(told.status);
  const headers = told.headers ?? [];
  const called = told.url === undefined ? calledUrl(words) : calledAs(told);
  const answered = status !== undefined && (headers.length > 0 || told.body !== undefined);
  return {
    source: { shape, ...(told.line !== undefined && { line: told.line }) },
    ...called,
    ...(answered && {
      response: { status, ...(told.reason && { reason: told.reason }), headers, ...(told.body !== undefined && { body: told.body }) },
    }),
    ...(!answered && status !== undefined && { toldStatus: status }),
    ...(told.failure && status === undefined && { failure: told.failure }),
    ...timeOf(words),
    text: words,
  };
}

/** When it happened, where the first lines begin with a time and its zone. */
function timeOf(words: string): Pick<RawExchange, 'at'> {
  const time = /^[[\s]{0,4}(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:[.,]\d{1,9})?) ?(Z|[+-]\d\d:?\d\d)(?!\w)/m.exec(words.slice(0, 2000));
  if (!time) return {};
  const zone = time[3]!.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const at = new Date(`${time[1]}T${time[2]!.replace(',', '.')}${zone}`);
  return Number.isNaN(at.getTime()) ? {} : { at: at.toISOString() };
}

function calledAs({ method, url, requestHeaders, requestBody }: Told): Pick<RawExchange, 'request' | 'toldUrl'> {
  if (method === undefined) return { toldUrl: url! };
  return {
    request: {
      method: method.toUpperCase(),
      url: url!,
      headers: requestHeaders ?? [],
      ...(requestBody !== undefined && { body: requestBody }),
    },
  };
}
