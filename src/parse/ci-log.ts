/** The log of a CI job: lines behind a time, of which a few tell a call that failed, in the words of whatever tool ran. */
import type { RawExchange } from '../model/exchange.ts';
import { calledUrl } from './pasted.ts';
import { toldFailure } from './told-failure.ts';
import { toldStatus } from './told-status.ts';

export type LogLine = {
  text: string;
  /** From 1. */
  line: number;
  /** ISO 8601, UTC. */
  at?: string;
  /** A new step starts here: what stands before it belongs to another tool. */
  opens?: boolean;
  /** The tool or the runner marked the line as an error. */
  isError?: boolean;
};

const BEFORE = 4;
const AFTER = 10;
const MAX_FOUND = 500;

/** Numbers that may be a status are few among a log's lines, so that only these are looked at closely. */
const MAY_TELL =
  /(?<!\d)[45]\d\d(?!\d)|ENOTFOUND|ECONN|ETIMEDOUT|resolve|no such host|refused|timed out|timeout|reset by peer|x509|certificate|toomanyrequests:/i;

type Found = { from: number; to: number; status?: number; failure?: NonNullable<RawExchange['failure']> };

/** As toldStatus; a container registry's code for 429 stands alone (OCI Distribution Specification, "Error Codes"). */
function statusOf(words: string): number | undefined {
  const told = toldStatus(words) ?? (/\btoomanyrequests: /.test(words) ? 429 : undefined);
  return told !== undefined && told >= 400 ? told : undefined;
}

/** The lines that tell a failed call; those that follow closely in the same step and tell the same are one. */
function foundIn(lines: readonly LogLine[]): Found[] {
  const found: Found[] = [];
  for (const [i, { text }] of lines.entries()) {
    if (found.length > MAX_FOUND) break;
    const words = text.slice(0, 4000);
    if (!MAY_TELL.test(words)) continue;
    const status = statusOf(words);
    const failure = status === undefined ? toldFailure(words) : undefined;
    if (status === undefined && !failure) continue;
    const last = found.at(-1);
    const near = last !== undefined && i - last.to <= AFTER && !lines.slice(last.to + 1, i + 1).some(({ opens }) => opens);
    if (near && last.status === status && last.failure?.kind === failure?.kind) last.to = i;
    else found.push({ from: i, to: i, ...(status !== undefined && { status }), ...(failure && { failure }) });
  }
  return found;
}

/** The lines marked as errors, where no line tells a status or a failure: what they say is all that is known. */
const marked = (lines: readonly LogLine[]): Found[] =>
  lines.flatMap(({ isError }, i) => (isError ? [{ from: i, to: i }] : [])).slice(-MAX_FOUND);

/** The words around a find, within its step and not into the next find's lines. */
function around(lines: readonly LogLine[], { from, to }: Found, before: number, next: number): string {
  let start = from;
  while (start > Math.max(before, from - BEFORE) && !lines[start]!.opens) start -= 1;
  let end = to + 1;
  while (end < Math.min(next, lines.length, to + 1 + AFTER) && !lines[end]!.opens) end += 1;
  return lines
    .slice(start, end)
    .map(({ text }) => text)
    .join('\n')
    .trim();
}

/** The failed calls that a job's log tells, each with the words around it and the time of its first line; [] where it tells none. */
export function loggedCalls(lines: readonly LogLine[], shape: string): RawExchange[] {
  const told = foundIn(lines);
  const found = told.length > 0 ? told : marked(lines);
  return found.map((call, i) => {
    const { from, status, failure } = call;
    const { line, at } = lines[from]!;
    const words = around(lines, call, (found[i - 1]?.to ?? -1) + 1, found[i + 1]?.from ?? lines.length);
    const own = lines.slice(from, call.to + 1).map(({ text }) => text);
    const called = calledUrl(own.join('\n'));
    return {
      source: { shape, line },
      ...(called.request || called.toldUrl !== undefined ? called : calledUrl(words)),
      ...(status !== undefined && { toldStatus: status }),
      ...(failure && { failure }),
      ...(at !== undefined && { at }),
      text: words,
    };
  });
}
