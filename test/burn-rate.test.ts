/** The burn rate: what holds of every history, and what is said of some. */
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MOST_READINGS, sparkline, usageOf, withReading, type Reading } from '../src/cli/check/burn-rate.ts';
import { rendered, runLoaded } from '../src/cli/check/command.ts';
import { readCheckFile } from '../src/cli/check/read-file.ts';
import { readState } from '../src/cli/check/state.ts';
import { serve } from './support/loopback.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-03-01T00:00:00.000Z');
const at = (ms: number): string => new Date(START + ms).toISOString();

/** Hours between readings, so many that they span more than a day and less than the window. */
const gaps = fc.array(fc.integer({ min: 1, max: 18 }), { minLength: 24, maxLength: 38 });
const perDay = fc.integer({ min: 1, max: 500 });

/** A balance that falls steadily, with top-ups: after which reading, and by how much. */
function steady(hours: number[], rate: number, topUps: ReadonlyMap<number, number> = new Map()): Reading[] {
  let time = 0;
  let left = (rate * hours.reduce((sum, each) => sum + each, 0)) / 24 + 100;
  const readings: Reading[] = [{ at: at(0), remaining: left, unit: 'USD' }];
  for (const [i, gap] of hours.entries()) {
    time += gap * HOUR;
    left += (topUps.get(i) ?? 0) - (rate * gap) / 24;
    readings.push({ at: at(time), remaining: left, unit: 'USD' });
  }
  return readings;
}

const histories = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 30 * 24 }), fc.integer({ min: -5_000, max: 1e8 })), { minLength: 1, maxLength: 60 })
  .map((steps) => {
    let time = 0;
    return steps.map(([hours, cents]): Reading => ({ at: at((time += hours * HOUR)), remaining: cents / 100 }));
  });

describe('of every history', () => {
  test('a balance that falls steadily has that rate, no range to speak of, and lasts as long as it says', () => {
    fc.assert(
      fc.property(gaps, perDay, (hours, rate) => {
        const readings = steady(hours, rate);
        const usage = usageOf(readings)!;
        expect(usage.rate!.perDay).toBeCloseTo(rate, 5);
        expect(usage.rate!.high - usage.rate!.low).toBeLessThan(1e-5 * rate);
        const last = readings.at(-1)!;
        const days = (Date.parse(usage.lastsUntil!.at) - Date.parse(last.at)) / DAY;
        expect(days).toBeCloseTo(last.remaining / rate, 4);
      }),
    );
  });

  test('top-ups do not change the rate, and each is found', () => {
    fc.assert(
      fc.property(gaps, perDay, fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { maxLength: 4 }), (hours, rate, places) => {
        const amount = rate * 60 + 1_000;
        const usage = usageOf(steady(hours, rate, new Map(places.map((place) => [place, amount]))))!;
        expect(usage.rate!.perDay).toBeCloseTo(rate, 5);
        expect(usage.topUps).toHaveLength(places.length);
        for (const topUp of usage.topUps) expect(topUp.amount).toBeGreaterThan(amount - rate);
      }),
    );
  });

  test('one odd reading hardly moves it', () => {
    fc.assert(
      fc.property(
        gaps,
        perDay,
        fc.integer({ min: 2, max: 20 }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (hours, rate, place, share) => {
          const readings = steady(hours, rate);
          readings[place] = { ...readings[place]!, remaining: readings[place]!.remaining * share };
          expect(usageOf(readings)!.rate!.perDay).toBeCloseTo(rate, 5);
        },
      ),
    );
  });

  test('the rate is in its range, the time in its own, and nothing is a number that is none', () => {
    fc.assert(
      fc.property(histories, (readings) => {
        const { rate, lastsUntil, says } = usageOf(readings)!;
        expect(says).not.toMatch(/NaN|Infinity|undefined/);
        if (!rate) return;
        expect(rate.low).toBeLessThanOrEqual(rate.high);
        if (rate.perDay > 0) {
          expect(rate.perDay).toBeGreaterThanOrEqual(rate.low);
          expect(rate.perDay).toBeLessThanOrEqual(rate.high);
        }
        if (!lastsUntil) return;
        expect(Date.parse(lastsUntil.earliest)).toBeLessThanOrEqual(Date.parse(lastsUntil.at));
        expect(Date.parse(lastsUntil.latest ?? lastsUntil.at)).toBeGreaterThanOrEqual(Date.parse(lastsUntil.at));
        expect(Date.parse(lastsUntil.at)).toBeGreaterThanOrEqual(Date.parse(readings.at(-1)!.at));
      }),
    );
  });

  test('in a unit that is 128 times smaller it is 128 times as much, and lasts as long', () => {
    fc.assert(
      fc.property(histories, (readings) => {
        const whole = usageOf(readings)!;
        const small = usageOf(readings.map((each) => ({ ...each, remaining: each.remaining * 128 })))!;
        expect(small.rate?.perDay ?? 0).toBeCloseTo((whole.rate?.perDay ?? 0) * 128, -1);
        expect(small.topUps).toHaveLength(whole.topUps.length);
        expect(Math.abs(Date.parse(small.lastsUntil?.at ?? at(0)) - Date.parse(whole.lastsUntil?.at ?? at(0)))).toBeLessThan(HOUR);
      }),
    );
  });

  test('it stays bounded and in order, and keeps the newest', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 900, maxLength: 1_000 }), (values) => {
        const kept = values.reduce<Reading[]>((history, remaining, i) => withReading(history, { at: at(i * HOUR), remaining }), []);
        expect(kept.length).toBeLessThanOrEqual(MOST_READINGS);
        expect(kept.slice(-190)).toEqual(values.map((remaining, i) => ({ at: at(i * HOUR), remaining })).slice(-190));
        expect(kept.every((each, i) => i === 0 || each.at > kept[i - 1]!.at)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  test('the row of bars is as long as there is something to show', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 40 }), (readings, columns) => {
        const { readings: own } = usageOf(readings)!;
        expect(sparkline(own, columns)).toMatch(/^[▁▂▃▄▅▆▇█]+$/);
        expect(sparkline(own, columns)).toHaveLength(Math.min(columns, own.length));
      }),
    );
  });
});

describe('what is said', () => {
  const daily = (...values: number[]): Reading[] => values.map((remaining, i) => ({ at: at(i * DAY), remaining, unit: 'USD' }));

  test.each([
    ['nothing yet', [], undefined],
    ['one reading', daily(10), 'Too little history for a burn rate: 1 reading, it takes 4 over a day'],
    ['three days', daily(10, 9, 8), 'Too little history for a burn rate: 3 readings over 2 d, it takes 4 over a day'],
    [
      'many within an hour',
      Array.from({ length: 30 }, (_, i) => ({ at: at(i * 120_000), remaining: 30 - i })),
      'Too little history for a burn rate: 30 readings over 58 min, it takes 4 over a day',
    ],
    ['a steady use', daily(50, 48, 46, 44, 42), 'About 2.00 USD a day (2.00 to 2.00), lasts until 2026-03-26 (2026-03-26 to 2026-03-26)'],
    ['no use', daily(50, 50, 50, 50), 'Hardly anything was used in 3 d'],
    ['an empty account', daily(6, 4, 2, 0), 'About 2.00 USD a day (2.00 to 2.00), nothing is left'],
    ['hardly any use', daily(50, 49.9999, 49.9998, 49.9997), 'About 0.0001 USD a day (0.0001 to 0.0001), lasts for more than ten years'],
    ['a top-up at every reading', daily(1, 2, 3, 4), 'No burn rate: every reading was followed by a top-up'],
    [
      'another unit than before',
      [...daily(50, 48, 46, 44, 42), { at: at(9 * DAY), remaining: 7, unit: 'EUR' }],
      'Too little history for a burn rate: 1 reading, it takes 4 over a day',
    ],
    [
      'what was long ago',
      [...daily(500, 400, 300, 200), ...daily(50, 49, 48, 47).map((each) => ({ ...each, at: at(Date.parse(each.at) - START + 90 * DAY) }))],
      'About 1.00 USD a day (1.00 to 1.00), lasts until 2026-07-19 (2026-07-19 to 2026-07-19)',
    ],
  ] as [string, Reading[], string | undefined][])('%s', (_, readings, says) => {
    expect(usageOf(readings)?.says).toBe(says);
  });

  test('days without any use make the range open', () => {
    const usage = usageOf(daily(100, 100, 90, 80, 80, 70, 60))!;
    expect(usage.rate!.low).toBeLessThan(usage.rate!.perDay);
    expect(usage.lastsUntil!.earliest < usage.lastsUntil!.at).toBe(true);
  });

  test('the bars go from nothing to the most that there was', () => {
    expect(sparkline(daily(8, 4, 0, 8))).toBe('█▅▁█');
    expect(sparkline(daily(0, 0))).toBe('▁▁');
  });
});

test('a run adds what it read to the state, and shows the history in the table and in the JSON', async () => {
  const path = mkdtempSync(join(tmpdir(), 'burn-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const { origin } = await serve(({ url }, response) => {
    response.setHeader('content-type', 'application/json');
    const info = { currency: 'USD', total_balance: '20.00', granted_balance: '0', topped_up_balance: '20.00' };
    response.end(url === '/user/balance' ? JSON.stringify({ is_available: true, balance_infos: [info] }) : '{"data":[]}');
  });
  const now = Date.now();
  const balances = [40, 35, 30, 25].map((remaining, i) => ({ at: new Date(now - (4 - i) * DAY).toISOString(), remaining, unit: 'USD' }));
  const state = join(path, 's.json');
  writeFileSync(state, JSON.stringify({ schema: 1, checks: [{ name: 'it', at: balances[3]!.at, told: [], balances }] }));
  writeFileSync(
    join(path, 'f.json'),
    JSON.stringify({
      checks: [
        {
          name: 'it',
          request: { url: 'https://api.deepseek.com/models', headers: { Authorization: 'Bearer ${KEY}' } },
          expect: { balance: { min: 1 } },
        },
      ],
    }),
  );
  const run = async () =>
    runLoaded(await readCheckFile(join(path, 'f.json')), {
      jobs: 1,
      timeout: 5,
      retries: 0,
      signal: new AbortController().signal,
      environment: { KEY: 'sk-00000000000000000000000000000001' },
      origins: { 'https://api.deepseek.com': origin },
      keeping: { path: state, before: readState(state) },
    });
  const result = await run();
  expect(result.checks[0]).toMatchObject({ outcome: 'pass', usage: { unit: 'USD', topUps: [] } });
  const { readings, rate } = result.checks[0]!.usage!;
  expect(readings.map(({ remaining }) => remaining)).toEqual([40, 35, 30, 25, 20]);
  expect(rate!.perDay).toBeCloseTo(5, 1);
  const text = await rendered(result, 'text', { color: 0, width: 80 });
  expect(text).toContain('\n  Balances\n    it: 20.00 USD left  █▇▆▅▅\n      About ');
  expect(text).toMatch(/About [45][.\d]* USD a day \(.*\), lasts until \d{4}-\d\d-\d\d\s+\(/);
  expect(await rendered(result, 'text', { color: 0, width: 30 })).not.toMatch(/^.{31}/m);
  expect((await run()).checks[0]!.usage!.readings).toHaveLength(6);
});
