/** How fast a balance is used, and how long it lasts, from its readings over time. Pure. */
import { duration } from '../../model/format.ts';
import { figureOf } from '../../model/numbers.ts';

/** What was left at a time (ISO 8601 UTC), in the vendor's unit. */
export type Reading = { at: string; remaining: number; unit?: string };

export type Usage = {
  unit?: string;
  /** Oldest first, all in this unit. */
  readings: { at: string; remaining: number }[];
  topUps: { at: string; amount: number }[];
  /** In the unit, a day; `low` to `high` has the middle 80 % of what was seen. Absent where there is too little history. */
  rate?: { perDay: number; low: number; high: number };
  /** ISO 8601 UTC: at the rate, at its high and at its low end; no `latest` where that is no time to speak of. */
  lastsUntil?: { at: string; earliest: string; latest?: string };
  /** One line. */
  says: string;
};

/** Of one check; with more, the older ones get fewer. */
export const MOST_READINGS = 400;
const KEPT_AS_THEY_ARE = 200;

const DAY = 86_400_000;
/** What was used before says little about what is used now. */
const WINDOW = 30 * DAY;
/** Less is no history: a night, or one large job, would be taken for the rate. */
const LEAST_READINGS = 4;
const LEAST_SPAN = DAY;
/** A rise by more than this share is a top-up, by less a refund or a correction. */
const JUMP = 0.01;
const LONGEST = 3_650 * DAY;

type Point = { time: number; left: number };

const isJump = (before: number, after: number): boolean => after - before > JUMP * Math.max(0, before);

/** The history with one reading more. One that is not later than the last is left out. */
export function withReading(readings: readonly Reading[], reading: Reading): Reading[] {
  const last = readings.at(-1);
  if (last && Date.parse(reading.at) <= Date.parse(last.at)) return [...readings];
  const all = [...readings, reading];
  return all.length > MOST_READINGS ? thinned(all) : all;
}

/** Every second one of the older half, and both sides of every top-up: what was used between two readings stays what it was. */
function thinned(readings: readonly Reading[]): Reading[] {
  const recent = readings.length - KEPT_AS_THEY_ARE;
  const jumps = (i: number): boolean => {
    const [a, b] = [readings[i], readings[i + 1]];
    return a !== undefined && b !== undefined && isJump(a.remaining, b.remaining);
  };
  return readings.filter((_, i) => i >= recent || i % 2 === 0 || jumps(i) || jumps(i - 1)).slice(-MOST_READINGS);
}

/** The burn rate of a history, or why there is none; undefined where nothing was read yet. */
export function usageOf(history: readonly Reading[]): Usage | undefined {
  const unit = history.at(-1)?.unit;
  const other = history.findLastIndex((each) => each.unit !== unit);
  const own = history.slice(other + 1);
  const points = own
    .map(({ at, remaining }) => ({ time: Date.parse(at), left: remaining }))
    .filter(({ time }, i, all) => i === 0 || time > all[i - 1]!.time);
  const last = points.at(-1);
  if (!last) return undefined;
  const head = {
    ...(unit !== undefined && { unit }),
    readings: own.map(({ at, remaining }) => ({ at, remaining })),
    topUps: points.flatMap(({ time, left }, i) => {
      const before = points[i - 1];
      return before && isJump(before.left, left) ? [{ at: iso(time), amount: exact(left - before.left) }] : [];
    }),
  };
  const seen = points.filter(({ time }) => last.time - time <= WINDOW);
  const span = last.time - seen[0]!.time;
  if (seen.length < LEAST_READINGS || span < LEAST_SPAN) {
    const over = span === 0 ? '' : ` over ${duration(span / 1000)}`;
    const count = `${seen.length} ${seen.length === 1 ? 'reading' : 'readings'}${over}`;
    return { ...head, says: `Too little history for a burn rate: ${count}, it takes ${LEAST_READINGS} over a day` };
  }
  const rate = rateOf(seen);
  const inUnit = unit === undefined ? '' : ` ${unit}`;
  if (!rate) return { ...head, says: 'No burn rate: every reading was followed by a top-up' };
  if (rate.perDay <= 0) return { ...head, rate, says: `Hardly anything was used in ${duration(span / 1000)}` };
  const words = `About ${figure(rate.perDay, unit)}${inUnit} a day (${figure(rate.low, unit)} to ${figure(rate.high, unit)})`;
  if (last.left <= 0) return { ...head, rate, says: `${words}, nothing is left` };
  const lastsUntil = lastsOf(last, rate);
  if (!lastsUntil) return { ...head, rate, says: `${words}, lasts for more than ten years` };
  const { at, earliest, latest } = lastsUntil;
  const range = `${date(earliest)} ${latest === undefined ? 'or later' : `to ${date(latest)}`}`;
  return { ...head, rate, lastsUntil, says: `${words}, lasts until ${date(at)} (${range})` };
}

const iso = (time: number): string => new Date(time).toISOString();
const date = (at: string): string => at.slice(0, 10);
const exact = (value: number): number => Number(value.toPrecision(10));
/** Small rates keep two digits that say something. */
const figure = (value: number, unit?: string): string =>
  Math.abs(value) >= 1 ? figureOf(value, unit) : String(Number(value.toPrecision(2)));

/**
 * The slopes between any two readings with no top-up between them, weighted by the time between them: their median is the rate
 * (Theil and Sen), so that a few odd readings do not move it, and the tenth to the ninetieth percent its range.
 */
function rateOf(points: readonly Point[]): NonNullable<Usage['rate']> | undefined {
  const slopes: { slope: number; weight: number }[] = [];
  for (const [i, from] of points.entries()) {
    for (let k = i + 1; k < points.length && !isJump(points[k - 1]!.left, points[k]!.left); k++) {
      const weight = (points[k]!.time - from.time) / DAY;
      slopes.push({ slope: (from.left - points[k]!.left) / weight, weight });
    }
  }
  if (slopes.length === 0) return undefined;
  slopes.sort((a, b) => a.slope - b.slope);
  const total = slopes.reduce((sum, { weight }) => sum + weight, 0);
  const at = (share: number): number => {
    let sum = 0;
    return exact((slopes.find(({ weight }) => (sum += weight) >= share * total) ?? slopes.at(-1)!).slope);
  };
  return { perDay: at(0.5), low: Math.max(0, at(0.1)), high: Math.max(0, at(0.9)) };
}

function lastsOf({ time, left }: Point, { perDay, low, high }: NonNullable<Usage['rate']>): Usage['lastsUntil'] {
  const until = (rate: number): string | undefined => {
    const rest = (left / rate) * DAY;
    return rest <= LONGEST ? iso(time + rest) : undefined;
  };
  const at = until(perDay);
  const latest = until(low);
  return at === undefined ? undefined : { at, earliest: until(high)!, ...(latest !== undefined && { latest }) };
}

const BARS = '▁▂▃▄▅▆▇█';

/** The readings as a row of bars over time, from nothing left to the most that there was. */
export function sparkline(readings: Usage['readings'], columns = 24): string {
  const points = readings.map(({ at, remaining }) => ({ time: Date.parse(at), left: remaining }));
  const width = Math.min(columns, points.length);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  const most = Math.max(...points.map(({ left }) => left));
  const bar = (left: number): string => BARS[most <= 0 ? 0 : Math.round((Math.max(0, left) / most) * (BARS.length - 1))]!;
  return Array.from({ length: width }, (_, i) => {
    const until = first.time + ((last.time - first.time) * (i + 1)) / width;
    return bar((points.findLast(({ time }) => time <= until) ?? first).left);
  }).join('');
}
