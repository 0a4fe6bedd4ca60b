/** What the course of a failure in a log points at, in words and instructions. */
import { cut } from '../model/format.ts';
import type { LogHistory, LogPattern } from '../model/log-history.ts';
import { grouped } from '../model/numbers.ts';

const START: Record<'month' | 'day' | 'hour', string> = {
  month: 'the first of the month',
  day: 'midnight',
  hour: 'the start of an hour',
};

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${grouped(count)} times`);

function ofPattern(pattern: LogPattern, zone: string): string {
  if (pattern.kind === 'count') {
    const count = grouped(pattern.calls);
    return `It begins after ${count} good calls, ${times(pattern.times)}: look for a limit of ${count} calls that starts again, at the vendor, the key or the gateway.`;
  }
  if (pattern.kind === 'time-of-day') {
    return `It begins about ${pattern.at}${zone} on ${grouped(pattern.times)} days: see which job runs then, and what it uses up.`;
  }
  const start = `${START[pattern.period]}${zone}`;
  if (pattern.edge === 'ends') {
    return `It ends at ${start}, ${times(pattern.times)}: a quota starts again there. See what uses it up, or raise it.`;
  }
  if (pattern.period === 'month') return `It began at ${start}: see whether a plan, a credit or a card ended with the month before.`;
  if (pattern.period === 'day') return `It began at ${start}: see whether a plan, a key or a free credit ended with the day before.`;
  return `It begins at ${start}, ${times(pattern.times)}: see which job runs then, and what limit counts by the hour.`;
}

/** A failure that comes and goes has been followed by so large a share of good calls. */
const MIXED = 0.05;

/** What to look at, by how the failure began and went on; [] where its course tells nothing. */
export function stepsOf({ patterns, change, onsets, failures, goodSince, zone }: LogHistory): string[] {
  const zoned = zone === 'none' || zone === 'untimed' ? " of the log's clock" : ' UTC';
  const isMixed = onsets >= 2 && goodSince >= MIXED * (failures + goodSince);
  const isRegular = patterns.some(({ kind }) => kind !== 'time-of-day');
  return [
    ...patterns.map((pattern) => ofPattern(pattern, zoned)),
    ...(change
      ? [`A change came shortly before ("${cut(change.says ?? '', 60)}"): compare key, host and settings before and after it.`]
      : []),
    ...(isMixed && !isRegular
      ? ['It comes and goes: look at calls per minute, at calls side by side, and whether one key, server or model fails alone.']
      : []),
  ];
}
