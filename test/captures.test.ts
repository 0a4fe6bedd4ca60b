/** Every input is recognised as its own shape before any other, and read as its fixture says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import captures from '#units/captures';
import { UnreadableInput, type Capture } from '../src/model/capture.ts';
import { readFixture } from './support/fixtures.ts';
import { namesIn, root } from './support/units.ts';

const units = Object.entries(captures);

type Case = { name: string; unit: string; text: string };
const cases: Case[] = units.flatMap(([unit]) =>
  namesIn('fixtures', 'captures', unit)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => ({ name, unit, text: readFileSync(join(root, 'fixtures/captures', unit, name), 'utf8') })),
);

/** The expected members, as a subset: of header fields those that are named, in any order. */
function subset(expected: unknown, key = ''): unknown {
  if (Array.isArray(expected)) return key === 'headers' ? expect.arrayContaining(expected) : expected.map((item) => subset(item));
  if (typeof expected !== 'object' || expected === null) return expected;
  return expect.objectContaining(Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, subset(value, name)])));
}

/** What a capture makes of a text: what it read, or the sentence that it refuses it with. Anything else thrown is a bug. */
async function attempt(capture: Capture, text: string): Promise<unknown> {
  try {
    return await capture.read(text);
  } catch (error) {
    if (error instanceof UnreadableInput) return `${error.message} ${error.suggestion}`;
    throw error;
  }
}

describe.each(cases)('$unit/$name', ({ name, unit, text }) => {
  test('is recognised as its own shape before any other', () => {
    const strengths = units.map(([id, capture]) => ({ id, strength: capture.recognise(text) })).sort((a, b) => b.strength - a.strength);
    const [first, second] = strengths;
    expect(first?.id, JSON.stringify(strengths.slice(0, 3))).toBe(unit);
    expect(first?.strength, `as strong as ${second?.id}`).toBeGreaterThan(second?.strength ?? 0);
  });

  test('is read as expected', async () => {
    const expected = readFixture('captures', `${unit}/${name.replace(/\.[^.]+$/, '.expected.json')}`);
    const { exchanges, warnings } = await (captures[unit] as Capture).read(text);
    expect(exchanges).toEqual(subset(expected.exchanges));
    expect(warnings).toEqual(expected.warnings.map((part) => expect.stringContaining(part)));
  });

  test('cut off anywhere, it is read as far as it goes or refused in a sentence', async () => {
    const capture = captures[unit] as Capture;
    const step = Math.max(1, Math.floor(text.length / 40));
    for (let end = 0; end < text.length; end += step) await attempt(capture, text.slice(0, end));
  });

  test('with Windows line ends, it is the same call', async () => {
    const capture = captures[unit] as Capture;
    const windows = text.replaceAll(/\r?\n/g, '\r\n');
    expect(capture.recognise(windows)).toBeGreaterThan(0);
    const statuses = async (input: string) => (await capture.read(input)).exchanges.map((exchange) => exchange.response?.status);
    expect(await statuses(windows)).toEqual(await statuses(text));
  });
});

test.each(units)('%s: takes any text without falling over', async (_unit, capture) => {
  const pieces = fc.constantFrom(
    'HTTP/1.1 402 \r\n',
    '< ',
    '> ',
    '{"error":',
    '{"log":{"entries":[',
    'curl ',
    "-H '",
    '\n',
    '\r\n\r\n',
    '"',
    '\\',
    '\u001b[31m',
    '\0',
    ': ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 30 }).map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(text, async (any) => {
      const strength = capture.recognise(any);
      expect(strength).toBeGreaterThanOrEqual(0);
      expect(strength).toBeLessThanOrEqual(1);
      await attempt(capture, any);
    }),
  );
});
