import { describe, expect, test } from 'vitest';
import { cut, duration, utc, visible, visibleJson, when, withoutCommands } from '../src/model/format.ts';

describe('duration', () => {
  test.each([
    [0, '0 s'],
    [-5, '0 s'],
    [0.04, '0.1 s'],
    [1.1, '1.1 s'],
    [1.25, '1.3 s'],
    [9.99, '10 s'],
    [20, '20 s'],
    [59.2, '1 min'],
    [90, '1 min 30 s'],
    [3_600, '1 h'],
    [3_601, '1 h 1 min'],
    [63_720, '17 h 42 min'],
    [86_399, '1 d'],
    [86_460, '1 d 1 h'],
    [13 * 86_400, '13 d'],
    [400 * 86_400, '400 d'],
    [Number.NaN, 'an unknown time'],
    [Infinity, 'an unknown time'],
  ])('%d s is %s', (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });

  test('is never shorter than what it names', () => {
    const length: Record<string, number> = { d: 86_400, h: 3_600, min: 60, s: 1 };
    for (let seconds = 0.3; seconds < 1e7; seconds *= 1.37) {
      const parts = [...duration(seconds).matchAll(/([\d.]+) (\w+)/g)];
      const named = parts.reduce((sum, [, count, unit]) => sum + Number(count) * length[unit!]!, 0);
      expect(named).toBeGreaterThanOrEqual(seconds);
      expect(named).toBeLessThan(seconds + Math.max(1, seconds / 20));
    }
  });
});

describe('utc', () => {
  test.each([
    ['2026-11-20T13:05:42Z', '2026-11-20 13:05 UTC'],
    ['2026-11-20T13:05:42.123Z', '2026-11-20 13:05 UTC'],
    ['2026-11-20T14:05:00+01:00', '2026-11-20 13:05 UTC'],
    ['2026-11-20T13:05:00', '2026-11-20 13:05 UTC'],
    ['2026-11-20 13:05', '2026-11-20 13:05 UTC'],
    ['2026-11-20', '2026-11-20 00:00 UTC'],
    ['tomorrow', 'tomorrow'],
    ['2026-13-45T99:99:00Z', '2026-13-45T99:99:00Z'],
    ['\u001b[31mnow', '\\x1b[31mnow'],
  ])('%j is %s', (iso, words) => {
    expect(utc(iso)).toBe(words);
  });

  test('to the second, for a search in a log', () => {
    expect(utc('2026-11-20T13:05:42.9Z', 'second')).toBe('2026-11-20 13:05:42 UTC');
  });
});

test.each([
  [{ afterSeconds: 20 }, 'in 20 s'],
  [{ afterSeconds: 63_720, at: '2026-11-21T06:47:00Z' }, 'in 17 h 42 min (2026-11-21 06:47 UTC)'],
  [{ at: '2026-11-21T06:47:00Z' }, 'at 2026-11-21 06:47 UTC'],
  [{}, undefined],
])('when: %j is %s', (retry, words) => {
  expect(when(retry)).toBe(words);
});

describe('cut', () => {
  test.each([
    ['one\r\n  two\tthree ', 20, 'one two three'],
    ['exactly ten', 11, 'exactly ten'],
    ['one more than that', 10, 'one more…'],
    ['💳💳💳💳', 3, '💳💳…'],
    ['   ', 5, ''],
  ])('%j to %d is %j', (text, max, line) => {
    expect(cut(text, max)).toBe(line);
  });

  test('marks what it left out, also where white space hid it', () => {
    expect(cut(`a${' '.repeat(1000)}b`, 10)).toBe('a…');
  });
});

describe('visible', () => {
  test.each([
    ['\u001b[2J\u0007', '\\x1b[2J\\x07'],
    ['\u009b31m\u007f', '\\x9b31m\\x7f'],
    ['a\u202etxt.exe', 'a\\u202etxt.exe'],
    ['\u2066iso\u2069', '\\u2066iso\\u2069'],
    ['zero\u200bwidth\ufeff', 'zero\\u200bwidth\\ufeff'],
    ['two\u2028lines\u2029', 'two\\u2028lines\\u2029'],
    ['tag\u{e0041}', 'tag\\u{e0041}'],
    ['half\ud83d', 'half\\ud83d'],
    ['line\nnext\ttab\r', 'line\\nnext\\ttab\\r'],
    ['余额不足 Guthaben überzogen שלום 💳 ⚠️', '余额不足 Guthaben überzogen שלום 💳 ⚠️'],
  ])('%j is %s', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test('keeps what it is told to keep', () => {
    expect(visible('line\n\tnext\r\u001b', '\n\t')).toBe('line\n\tnext\\r\\x1b');
  });
});

test('JSON made visible is the same JSON', () => {
  const value = { text: 'a\u202e\u009b\u2028\u{e0041}\ud83d b "c" \\ 💳', more: ['\u0000', '\n'] };
  const json = visibleJson(JSON.stringify(value, null, 2));
  expect(JSON.parse(json)).toEqual(value);
  expect(json).not.toMatch(/[\u007f-\u009f\u2028\u202e\ud83d](?!\udcb3)/);
});

test.each([
  ['::error::x', ': :error::x'],
  ['  ::add-mask::x', '  : :add-mask::x'],
  ['a\n::error::x', 'a\n: :error::x'],
  ['a ::error::x', 'a : :error::x'],
  ['std::string', 'std::string'],
  ['a ##[error]b', 'a # #[error]b'],
  ['##vso[task.complete]', '# #vso[task.complete]'],
  ['###[group]', '## #[group]'],
  ['## Heading', '## Heading'],
])('a build log finds no command in %j', (text, harmless) => {
  expect(withoutCommands(text)).toBe(harmless);
});
