/** What command-line tools print of a failed call: places in their own wording, and the exchanges that stand there. */
import type { HttpResponse, RawExchange } from '../model/exchange.ts';
import { addFieldLine } from './http-head.ts';
import { pastedExchange } from './pasted.ts';
import { toldFailure } from './told-failure.ts';

const NAMED: Record<string, string> = {
  url: String.raw`(?<url>(?:https?|oci|docker):\/\/[^\s"'\x60<>()\[\]{},;]{1,4000})`,
  status: String.raw`(?<status>[1-5]\d\d)\b(?!\.\d|:\d)`,
  method: String.raw`(?<method>(?:GET|HEAD|POST|PUT|PATCH|DELETE|Get|Head|Post|Put|Patch|Delete))`,
  reason: String.raw`(?<reason>[A-Za-z][A-Za-z' -]{1,60}[A-Za-z])`,
  line: String.raw`[^\n]{0,4000}?`,
};

/**
 * A place in a tool's wording: a regular expression over lines, in which `<url>`, `<status>`, `<method>` and `<reason>` stand
 * for what is told there, and `<line>` for any words of the same line. Further groups that count: `body`, `headers`, and
 * `name`, a word that stands for a status.
 */
export const place = (source: string): RegExp =>
  new RegExp(
    source.replace(/(?<!\(\?)<(url|status|method|reason|line)>/g, (_, name: string) => NAMED[name]!),
    'gm',
  );

/** A stretch of what was printed, the line of the input that it starts on (from 1), and when it was printed. */
export type Part = { text: string; line: number; at?: string };

export type Wording = {
  /** The capture's id. */
  shape: string;
  /** The places of a call, in tiers: the first tier that is found in a part tells its calls. */
  tiers: readonly (readonly RegExp[])[];
  /** The statuses that the group `name` stands for. */
  names?: Readonly<Record<string, number>>;
};

const MAX_CALLS = 500;

/** What a terminal executes instead of showing it: colours, cursor movements, links. */
const ESCAPES = new RegExp(String.raw`\u001b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|\][^\u0007\u001b\n]{0,512}(?:\u0007|\u001b\\))`, 'g');

/** A text as a terminal shows it, with plain line ends, and a line for each state of a progress bar. Boxes stay: tools mean something by them. */
export const printed = (text: string): string => text.replace(ESCAPES, '').replace(/\r\n/g, '\n').replace(/\r/g, '\n');

const SEEN = 256 * 1024;

/** How sure the marks make that a text is a tool's: the strength of the strongest that stands at its start or its end. */
export function strengthOf(text: string, marks: readonly (readonly [RegExp, number])[]): number {
  const seen = text.length > 2 * SEEN ? `${text.slice(0, SEEN)}\n${text.slice(-SEEN)}` : text;
  const words = seen.includes('\u001b') ? printed(seen) : seen;
  return Math.max(0, ...marks.map(([mark, strength]) => (mark.test(words) ? strength : 0)));
}

/** The matches of the first tier that has any, in order, none inside another. */
function matchesIn(text: string, tiers: Wording['tiers']): RegExpExecArray[] {
  for (const tier of tiers) {
    const found = tier.flatMap((pattern) => [...text.matchAll(pattern)].slice(0, MAX_CALLS));
    let end = -1;
    const apart = found
      .toSorted((a, b) => a.index - b.index)
      .filter((match) => {
        if (match.index < end) return false;
        end = match.index + match[0].length;
        return true;
      });
    if (apart.length > 0) return apart.slice(0, MAX_CALLS);
  }
  return [];
}

function responseOf(status: number, groups: Record<string, string | undefined>): HttpResponse | undefined {
  const headers: HttpResponse['headers'] = [];
  for (const line of (groups.headers ?? '').split('\n')) if (line.trim() !== '') addFieldLine(headers, line.trim());
  const body = groups.body?.trim() ?? '';
  if (headers.length === 0 && body === '') return undefined;
  const reason = groups.reason?.trim();
  return { status, ...(reason !== undefined && { reason }), headers, ...(body !== '' && { body }) };
}

/** `before` stands before the match's line, where the reason of a failure may stand too. */
function exchangeOf(match: RegExpExecArray, text: string, before: string, source: RawExchange['source'], { names }: Wording): RawExchange {
  const groups: Record<string, string | undefined> = match.groups ?? {};
  const named = groups.name === undefined ? undefined : names?.[groups.name];
  const status = groups.status === undefined ? named : Number(groups.status);
  const url = groups.url?.replace(/[.:]+$/, '');
  const method = groups.method?.toUpperCase();
  const response = status === undefined ? undefined : responseOf(status, groups);
  const failure = status === undefined ? (toldFailure(text) ?? toldFailure(before)) : undefined;
  return {
    source,
    ...(method !== undefined && { request: { method, ...(url !== undefined && { url }), headers: [] } }),
    ...(method === undefined && url !== undefined && { toldUrl: url }),
    ...(response ? { response } : status !== undefined && { toldStatus: status }),
    ...(failure && { failure }),
  };
}

const urlOf = ({ request, toldUrl }: RawExchange): string | undefined => request?.url ?? toldUrl;
const statusOf = ({ response, toldStatus }: RawExchange): number | undefined => response?.status ?? toldStatus;

/** Whether a tool says of one call a second time what it said before. */
const isAgain = (a: RawExchange, b: RawExchange): boolean =>
  urlOf(a) === urlOf(b) && statusOf(a) === statusOf(b) && a.failure?.kind === b.failure?.kind;

function exchangesOfPart(part: Part, wording: Wording): RawExchange[] {
  const matches = matchesIn(part.text, wording.tiers);
  let line = part.line;
  let counted = 0;
  const found: { exchange: RawExchange; from: number }[] = [];
  for (const [i, match] of matches.entries()) {
    for (let at = part.text.indexOf('\n', counted); at >= 0 && at < match.index; at = part.text.indexOf('\n', counted)) {
      line += 1;
      counted = at + 1;
    }
    const words = part.text.slice(counted, matches[i + 1]?.index);
    const before = i === 0 ? part.text.slice(0, counted) : '';
    const exchange = exchangeOf(match, words, before, { shape: wording.shape, line }, wording);
    if (!found.some((other) => isAgain(other.exchange, exchange))) found.push({ exchange, from: counted });
  }
  return found.map(({ exchange, from }, i) => ({
    ...exchange,
    ...(part.at !== undefined && { at: part.at }),
    text: part.text.slice(i === 0 ? 0 : from, found[i + 1]?.from).trim(),
  }));
}

/**
 * The calls that a tool's words tell, in their order, each with its own words. Where no place is found, the words as a whole
 * are one exchange, as of any pasted text.
 */
export function toldExchanges(parts: readonly Part[], wording: Wording): RawExchange[] {
  const exchanges = parts.flatMap((part) => exchangesOfPart(part, wording));
  const first: RawExchange[] = [];
  for (const exchange of exchanges.slice(0, MAX_CALLS)) if (!first.some((other) => isAgain(other, exchange))) first.push(exchange);
  if (first.length > 0) return first;
  const at = parts.find((part) => part.at !== undefined)?.at;
  const whole = pastedExchange(parts.map(({ text }) => text).join('\n'), wording.shape);
  const failure = whole.toldStatus === undefined ? toldFailure(whole.text ?? '') : undefined;
  return [{ ...whole, ...(failure && { failure }), ...(at !== undefined && { at }) }];
}

/** The same of a text that is one part. */
export const toldCalls = (text: string, wording: Wording): RawExchange[] => toldExchanges([{ text: printed(text), line: 1 }], wording);
