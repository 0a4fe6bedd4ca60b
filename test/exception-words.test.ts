/** What exceptions and log lines of other languages have in common: where a body ends, what is one call, what is told when. */
import { describe, expect, test } from 'vitest';
import { bodyAt, failureOf, readExceptions, timeIn, type Wording } from '../src/parse/exception-words.ts';

const wordings: Wording[] = [
  { says: /Refused: (?<status>\d{3}) for (?<url>https:\S+): /g, body: '' },
  { says: /Refused: (?<status>\d{3}) for (?<url>https:\S+)/g },
  { says: /Broken: (?<failure>[^\n]+)/g },
];
const read = (text: string) => readExceptions(text, 'example', wordings).exchanges;

describe('which words tell of one call', () => {
  test('a cause belongs to the exception above it, and says what kind of failure it was', () => {
    const [only, ...others] = read('Broken: no answer\n\tat a.b.C(D.java:402)\nCaused by: Broken: connection refused');
    expect(others).toEqual([]);
    expect(only?.failure).toEqual({ kind: 'refused', message: 'no answer (connection refused)' });
  });

  test('the same exception logged once more without a time of its own is no second call', () => {
    const line = 'Refused: 402 for https://api.example.com/a';
    expect(read(`2026-11-02 08:15:11 ${line}\n\n${line}\n\tat a.b.C`)).toHaveLength(1);
    expect(read(`2026-11-02 08:15:11 ${line}\n2026-11-02 08:15:12 ${line}`)).toHaveLength(2);
  });

  test('another status or another URL is another call, even as a cause, each with its own words', () => {
    const calls = read('Refused: 402 for https://api.example.com/a\nCaused by: Refused: 429 for https://api.example.com/a');
    expect(calls.map(({ toldStatus, source, text }) => [toldStatus, source.line, text])).toEqual([
      [402, 1, 'Refused: 402 for https://api.example.com/a'],
      [429, 2, 'Caused by: Refused: 429 for https://api.example.com/a'],
    ]);
  });

  test('without any known wording it is read as any pasted text', () => {
    expect(read('Error: status code 402')).toEqual([{ source: { shape: 'example' }, toldStatus: 402, text: 'Error: status code 402' }]);
  });
});

describe('where a body ends', () => {
  test.each([
    ['a JSON value ends with its last bracket', '{"a":"}\\"]"} and more', '', '{"a":"}\\"]"}', false],
    ['a Ruby hash becomes JSON', '{"a"=>[nil, 402]}', '', '{"a":[null,402]}', false],
    ['words end at the stack', 'No credits\n\tat a.b.C(D.java:402)', '', 'No credits', false],
    ['words end at the closing quote', 'No "paid" credits"\nmore', '"', 'No "paid" credits', false],
    ['words end with their line', 'No credits\nmore', '\n', 'No credits', false],
    ["a printer's mark says that it was cut", '{"a":"b (truncated...)\n at x', '', '{"a":"b', true],
    ['so does JSON without its end', '{"a":"b', ']', '{"a":"b', true],
  ] as const)('%s', (_, text, closing, body, truncated) => {
    expect(bodyAt(text, 0, closing)).toMatchObject({ body, truncated });
  });

  test('no words are no body', () => {
    expect(bodyAt('Refused: \n', 9, '')).toBeUndefined();
  });
});

test.each([
  ['2026-11-02T08:15:11.402429Z', '2026-11-02T08:15:11.402Z'],
  ['2026-11-02 08:15:11,402 +0100', '2026-11-02T07:15:11.402Z'],
  ['2026-11-02 08:15:11', undefined],
  ['2026-13-02T08:15:11Z', undefined],
])('the time %s', (text, at) => {
  expect(timeIn(text)).toBe(at);
});

test.each([
  ['java.net.UnknownHostException: api.example.com', 'dns'],
  ['proxyconnect tcp: dial tcp: lookup proxy.example.com: no such host', 'proxy'],
  ['net/http: TLS handshake timeout', 'timeout'],
  ['PKIX path building failed', 'tls'],
  ['connect: no route to host', 'unreachable'],
  ['unexpected EOF', 'reset'],
  ['something else', 'other'],
])('the failure %s', (words, kind) => {
  expect(failureOf(words)).toEqual({ kind, message: words });
});
