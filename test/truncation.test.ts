/** Whatever the input, and wherever it is cut off: it is read as far as it goes, or refused in a sentence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import captures from '#units/captures';
import { describe, expect, test } from 'vitest';
import { captureText, interpret, judge, noEvidence } from '../src/diagnose.ts';
import { UnreadableInput } from '../src/model/capture.ts';
import type { Diagnosis } from '../src/model/diagnosis.ts';
import { NOW } from './support/fixtures.ts';
import { namesIn, root } from './support/units.ts';

const now = new Date(NOW);
/** An input of no more bytes is cut at each of them. */
const SMALL = 120;
/** So many places, evenly spread, of a larger one. */
const CUTS = 24;
/** Judging takes longer than reading. */
const JUDGED = 4;

const cases = Object.keys(captures).flatMap((unit) =>
  namesIn('fixtures', 'captures', unit)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => ({ unit, name, bytes: readFileSync(join(root, 'fixtures/captures', unit, name)) })),
);

function cutsOf(bytes: Buffer, count: number): string[] {
  const step = bytes.length <= SMALL ? 1 : Math.max(1, bytes.length / count);
  const ends = Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) => Math.floor(i * step));
  return ends.map((end) => bytes.subarray(0, end).toString('utf8'));
}

/** What was read, or the sentence that it is refused with; anything else thrown is a bug, and is told with its cut. */
async function read(text: string): Promise<Awaited<ReturnType<typeof captureText>> | string> {
  try {
    return await captureText(text);
  } catch (error) {
    if (error instanceof UnreadableInput) return error.message;
    throw new Error(`Cut off after ${JSON.stringify(text.slice(-60))}`, { cause: error });
  }
}

async function diagnose(text: string): Promise<Diagnosis | string> {
  const captured = await read(text);
  if (typeof captured === 'string') return captured;
  const exchange = captured.exchanges.at(-1)!;
  return judge(await interpret(exchange, { now }), noEvidence(now, 'a test'), { now, warnings: captured.warnings });
}

describe.each(cases)('$unit/$name', ({ bytes }) => {
  test('cut off anywhere, gives exchanges or a sentence', async () => {
    for (const cut of cutsOf(bytes, CUTS)) {
      const captured = await read(cut);
      if (typeof captured === 'string') expect(captured, cut.slice(-60)).toMatch(/^[^\n]+[.!?]$/);
      else expect(captured.exchanges.length, cut.slice(-60)).toBeGreaterThan(0);
    }
  });

  test('cut off anywhere, is judged', async () => {
    for (const cut of cutsOf(bytes, JUDGED)) {
      const diagnosis = await diagnose(cut);
      expect(typeof diagnosis === 'string' ? diagnosis : diagnosis.verdict.cause, cut.slice(-60)).toBeTruthy();
    }
  });
});

const said = (diagnosis: Diagnosis | string): string => (typeof diagnosis === 'string' ? diagnosis : diagnosis.warnings.join('\n'));

describe('a response that is cut off is told', () => {
  const body = '{"error":{"message":"No credits left","type":"billing"},"trace":["a","b"]}';
  const heads: Record<string, string> = {
    'with its length': `HTTP/1.1 402 Payment Required\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
    'without its length': 'HTTP/2 402 \r\ncontent-type: application/json\r\n\r\n',
    'after its request': `POST /v1/chat HTTP/1.1\r\nHost: api.example.com\r\n\r\n{}\n\nHTTP/1.1 402 Payment Required\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
  };

  test.each(Object.entries(heads))('%s', async (_name, head) => {
    const whole = head + body;
    expect(said(await diagnose(whole))).toBe('');
    for (let end = head.lastIndexOf('402') + 5; end < whole.length - 1; end += 1) {
      // A head that is whole says nothing of a body where it names no length.
      if (!head.includes('Length') && head.length - end < 2 && end <= head.length) continue;
      expect(said(await diagnose(whole.slice(0, end))), whole.slice(0, end).slice(-40)).toMatch(
        /cut off|without its body|ends in the head/,
      );
    }
  });

  test('where even the answer is missing', async () => {
    const request = 'POST /v1/chat HTTP/1.1\r\nHost: api.example.com\r\nContent-Length: 17\r\n\r\n{"model":"small"}';
    for (let end = 24; end <= request.length; end += 1) expect(said(await diagnose(request.slice(0, end)))).toMatch(/before the response/);
  });

  test('in a HAR, whose every cut is refused in a sentence that says so', async () => {
    const har = JSON.stringify({
      log: {
        entries: [
          {
            request: { method: 'GET', url: 'https://api.example.com/v1', headers: [] },
            response: { status: 402, headers: [], content: { text: body } },
          },
        ],
      },
    });
    for (let end = 8; end < har.length; end += 1) expect(await diagnose(har.slice(0, end)), har.slice(0, end)).toMatch(/cut off/);
  });
});
