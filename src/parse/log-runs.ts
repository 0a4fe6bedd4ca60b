/** Calls of a log as runs of good and of failed ones, and what the beginnings and ends of the failures have in common. */
import type { LogPattern } from '../model/log-history.ts';
import { momentText, type Moment } from './log-clock.ts';

/** A place in the log that is kept with the times of its run. */
export type Place = { line: number; moment?: Moment };

export type Run = { good: boolean; count: number; first: Place; last: Place };

/** More changes from good to failed and back than this are counted, and not kept apart. */
const MOST_RUNS = 20_000;

/** Adds one call to the runs; memory is bounded. */
export function addCall(runs: Run[], good: boolean, place: Place): void {
  const last = runs.at(-1);
  const open = last?.good === good ? last : runs.length >= MOST_RUNS ? runs.at(-2) : undefined;
  if (!open) runs.push({ good, count: 1, first: place, last: place });
  else {
    open.count++;
    open.last = place;
  }
}

/** The runs of a log that is written from the newest line to the oldest, in the order of time. */
export const reversed = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run, first: run.last, last: run.first })).reverse();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From one kind of call to the other: when the last of the one and the first of the other came, and how many went before. */
type Edge = { before: number; after: number; calls: number };

function edges(runs: readonly Run[], toFailures: boolean): Edge[] {
  return runs.slice(1).flatMap((run, i) => {
    const previous = runs[i]!;
    const [before, after] = [previous.last.moment?.ms, run.first.moment?.ms];
    if (run.good === toFailures || before === undefined || after === undefined) return [];
    return [{ before, after, calls: previous.count }];
  });
}

/** The start of the period in which a moment lies. */
function startOf(period: 'month' | 'day' | 'hour', ms: number): number {
  if (period === 'hour') return ms - (ms % HOUR);
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), period === 'month' ? 1 : date.getUTCDate());
}

/** How soon after a period's start it must come, how long nothing may have been heard, and how often it must have been so. */
const PERIODS = [
  { period: 'month', within: 10 * MINUTE, gap: 2 * DAY, least: 1 },
  { period: 'day', within: 5 * MINUTE, gap: 12 * HOUR, least: 1 },
  { period: 'hour', within: MINUTE, gap: 10 * MINUTE, least: 2 },
] as const;

/** Servers' clocks differ, so that a call or two of the new period may still go the old way. Changes that come at the start of an hour, a day or a month: of the longest period that most of them fit. */
function atPeriod(all: readonly Edge[], edge: 'begins' | 'ends'): LogPattern | undefined {
  for (const { period, within, gap, least } of PERIODS) {
    const times = all.filter(({ before, after }) => {
      const start = startOf(period, after);
      return before < start + MINUTE && after - start <= within && after - before <= gap;
    }).length;
    if (times >= least && times * 3 >= all.length * 2) return { kind: 'period', period, edge, times };
  }
  return undefined;
}

/** Failures that begin on several days within ten minutes of the same time of day. */
function atTimeOfDay(all: readonly Edge[]): LogPattern | undefined {
  const days = new Map(all.map(({ after }) => [Math.floor(after / DAY), after % DAY]));
  const times = [...days.values()].sort((a, b) => a - b);
  if (times.length < 2 || times.length * 2 < all.length || times.at(-1)! - times[0]! > 10 * MINUTE) return undefined;
  return { kind: 'time-of-day', at: new Date(times[0]!).toISOString().slice(11, 16), times: times.length };
}

/** Failures that begin each time after the same number of good calls; where the log begins in the middle, that run does not count. */
function afterCount(runs: readonly Run[]): LogPattern | undefined {
  const all = runs.filter(({ good }, i) => good && i + 1 < runs.length).map(({ count }) => count);
  for (const counts of [all, all.slice(1)]) {
    const [least, most] = [Math.min(...counts), Math.max(...counts)];
    if (counts.length >= 2 && least >= 5 && most - least <= Math.max(1, most * 0.02)) {
      return { kind: 'count', calls: most, times: counts.length };
    }
  }
  return undefined;
}

/** What the runs, in the order of time, have in common. */
export function patternsOf(runs: readonly Run[]): LogPattern[] {
  const begins = edges(runs, true);
  const started = atPeriod(begins, 'begins');
  const found = [afterCount(runs), started, atPeriod(edges(runs, false), 'ends'), started ? undefined : atTimeOfDay(begins)];
  return found.filter((pattern) => pattern !== undefined);
}

/** A place as the data has it. */
export const momentOfPlace = ({ line, moment }: Place): { at?: string; line: number } => ({
  ...(moment && { at: momentText(moment) }),
  line,
});
