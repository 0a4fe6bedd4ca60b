/** The balances over time, for the text: what is left, a row of bars, the burn rate, and until when it lasts. */
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { amount } from '../../../model/numbers.ts';
import { sparkline } from '../burn-rate.ts';
import type { CheckResult } from '../types.ts';
import { safe } from './words.ts';

/** Of more balances, those of the first checks: the failing ones. */
const MOST = 20;
/** Where a page has no room for them it has the words alone. */
const BARS = 24;

/** Nothing where no balance was ever read. */
export function usageLines(results: readonly CheckResult[], width: number): string[] {
  const known = results.flatMap(({ name, usage }) => (usage ? [{ name: safe(name, 60), usage }] : []));
  const lines = known.slice(0, MOST).flatMap(({ name, usage }) => {
    const left = `${amount(usage.readings.at(-1)?.remaining ?? 0, usage.unit === undefined ? undefined : safe(usage.unit, 20))} left`;
    const head = `${name}: ${left}`;
    const hasRoom = usage.readings.length > 1 && stringWidth(head) + BARS + 6 <= width;
    return [
      ...wrapAnsi(hasRoom ? `${head}  ${sparkline(usage.readings, BARS)}` : head, Math.max(16, width - 4), { hard: true })
        .split('\n')
        .map((line) => `    ${line}`),
      ...wrapAnsi(safe(usage.says), Math.max(16, width - 6), { hard: true })
        .split('\n')
        .map((line) => `      ${line}`),
    ];
  });
  const hidden = known.length - MOST;
  return known.length === 0 ? [] : ['', '  Balances', ...lines, ...(hidden > 0 ? [`    and ${hidden} more, in --format json`] : [])];
}
