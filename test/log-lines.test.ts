/** What the readers of logs share: times, lines, JSON in all its layouts, and which lines of a structured log tell of a failed call. */
import { describe, expect, test } from 'vitest';
import access from '../src/captures/access-log-combined.ts';
import pino from '../src/captures/pino-log.ts';
import { UnreadableInput } from '../src/model/capture.ts';
import { jsonLines } from '../src/parse/json-lines.ts';
import { keyValues } from '../src/parse/key-values.ts';
import { loggedCall, severityOf, type LogEntry } from '../src/parse/log-call.ts';
import { loggedUrl } from '../src/parse/log-lines.ts';
import { logTime } from '../src/parse/log-time.ts';

describe('a time of a log', () => {
  test.each([
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20T10:00:00.4029999Z', '2026-11-20T10:00:00.402Z'],
    ['2026-11-20 11:00:00,5 +01:00', '2026-11-20T10:00:00.500Z'],
    ['2026-11-20T04:30:00-0530', '2026-11-20T10:00:00.000Z'],
    ['20/Nov/2026:11:00:00 +0100', '2026-11-20T10:00:00.000Z'],
    ['1795168800402', '2026-11-20T10:00:00.402Z'],
    [1795168800.402, '2026-11-20T10:00:00.402Z'],
    [1795168800402, '2026-11-20T10:00:00.402Z'],
    [1795168800402000, '2026-11-20T10:00:00.402Z'],
    [1795168800402000000, '2026-11-20T10:00:00.402Z'],
  ])('%s is %s', (value, expected) => expect(logTime(value)).toBe(expected));

  test.each(['2026-11-20T10:00:00', '10:00:00 Z', '20/Foo/2026:10:00:00 +0000', '2026-99-99T10:00:00Z', '402', 402, Number.NaN, undefined])(
    '%s is not guessed at',
    (value) => expect(logTime(value)).toBeUndefined(),
  );
});

describe('JSON in a log', () => {
  const found = (text: string): unknown[] => [...jsonLines(text)].map(({ line, value }) => [line, value?.['n']]);

  test.each([
    [
      'one to a line, with others between',
      '{"n":1}\n\nstarting\n{"n":2}\r\n',
      [
        [1, 1],
        [3, undefined],
        [4, 2],
      ],
    ],
    [
      "behind a collector's prefix",
      'api-1  | {"n":1}\napi-1  | hello',
      [
        [1, 1],
        [2, undefined],
      ],
    ],
    [
      'pretty-printed, one after the other',
      '{\n  "n": 1,\n  "of": {"n": 5}\n}\n{\n  "n": 2\n}\n',
      [
        [1, 1],
        [5, 2],
      ],
    ],
    [
      'a pretty-printed list',
      '[\n  {\n    "n": 1\n  },\n  {\n    "n": 2\n  }\n]\n',
      [
        [2, 1],
        [5, 2],
      ],
    ],
    [
      'a list on one line',
      '[{"n":1},{"n":2}]',
      [
        [1, 1],
        [1, 2],
      ],
    ],
    [
      'a list with one object to a line',
      '[\n{"n":1},\n{"n":2}\n]',
      [
        [2, 1],
        [3, 2],
      ],
    ],
    [
      'cut off in the middle',
      '{"n":1}\n{"n":2,"te',
      [
        [1, 1],
        [2, undefined],
      ],
    ],
  ])('%s', (_layout, text, expected) => expect(found(text)).toEqual(expected));
});

describe('the last of a large log', () => {
  const line = (n: number): string => `203.0.113.7 - - [20/Nov/2026:10:00:00 +0000] "GET /${n} HTTP/1.1" 402 191\n`;
  const log = Array.from({ length: 45_000 }, (_, i) => line(i + 1)).join('');

  test('is kept, and the warning says so', () => {
    const { exchanges, warnings } = access.read(log);
    expect(exchanges).toHaveLength(20_000);
    expect(exchanges[0]).toMatchObject({ source: { line: 25_001 }, request: { url: '/25001' } });
    expect(exchanges.at(-1)).toMatchObject({ source: { line: 45_000 } });
    expect(warnings).toEqual(['The log tells of 45,000 calls; the last 20,000 were read.']);
  });

  test('without a failed call it is refused in a sentence', () => {
    expect(() => pino.read('{"level":30,"time":1795168800402,"pid":402,"msg":"up"}\n')).toThrow(UnreadableInput);
  });
});

describe('an entry of a structured log', () => {
  const read = (entry: Partial<LogEntry>): unknown => loggedCall({ shape: 'x', line: 1, severity: 'fine', fields: {}, ...entry });

  test.each<[string, Partial<LogEntry>]>([
    [
      'numbers that are no status',
      { message: 'took 402 ms', fields: { pid: 402, port: 402, bytes: 402, id: '402', level: 30, line: 402 } },
    ],
    ['a success', { message: 'done', fields: { status: 200, method: 'GET', url: '/402' } }],
    ['a warning of nothing', { severity: 'warning', message: 'queue holds 402 jobs' }],
    ['a status in the words of an information', { message: 'answered with status 402 before' }],
    ['a status that is a word', { message: 'x', fields: { status: 'ok' } }],
    ['a code outside an error', { message: 'x', fields: { code: 402, order: { status: 402 } } }],
  ])('%s tells of no failed call', (_name, entry) => expect(read(entry)).toBe('quiet'));

  test('numbers beside an error are not its status', () => {
    expect(read({ severity: 'error', message: 'order 402 was lost', fields: { pid: 402, line: 429 } })).not.toHaveProperty('toldStatus');
  });

  test.each<[string, Partial<LogEntry>, object]>([
    ['a status of its own', { fields: { status: '402' } }, { toldStatus: 402 }],
    ['a status of the response', { fields: { res: { statusCode: 429 } } }, { toldStatus: 429 }],
    [
      'dotted names',
      { fields: { 'http.response.status_code': 503, 'url.full': 'https://api.example.com/v1' } },
      { toldStatus: 503, toldUrl: 'https://api.example.com/v1' },
    ],
    ['a code inside an error', { errors: [{ code: 402, message: 'no credits' }] }, { toldStatus: 402 }],
    [
      'a status line at any level',
      { message: 'HTTP Request: POST https://api.example.com/v1 "HTTP/1.1 402 Payment Required"' },
      { toldStatus: 402, request: { method: 'POST', url: 'https://api.example.com/v1' } },
    ],
    [
      'members of an error at the top',
      { message: 'turn ended', fields: { errorStatus: 402, errorMessage: 'no credits' } },
      { toldStatus: 402, text: 'turn ended\nno credits' },
    ],
    ['words at a warning', { severity: 'warning', message: 'HTTP 429: slow down' }, { toldStatus: 429 }],
    [
      'a path and a host',
      { fields: { status: 404, method: 'get', path: '/v1', host: 'api.example.com:443' } },
      { request: { method: 'GET', url: 'https://api.example.com/v1', headers: [] } },
    ],
    [
      "an error's response",
      { errors: [{ response: { status: 402, headers: { 'x-request-id': 'r' }, data: { error: 'x' } } }] },
      { response: { status: 402, headers: [{ name: 'x-request-id', value: 'r' }], body: '{"error":"x"}' } },
    ],
    [
      'a connection',
      { errors: [{ message: 'fetch failed', cause: { code: 'ECONNREFUSED' } }] },
      { failure: { kind: 'refused', message: 'ECONNREFUSED' } },
    ],
    ["axios's time-out", { errors: ['timeout of 402ms exceeded'] }, { failure: { kind: 'timeout' } }],
  ])('%s tells of one', (_name, entry, expected) => expect(read(entry)).toMatchObject(expected));

  test('leaves stacks out of the words', () => {
    expect(read({ errors: [{ message: 'no credits', status: 402, stack: 'at client.js:429' }] })).toMatchObject({
      text: expect.not.stringContaining('429') as string,
    });
  });

  test('says beside the words who was called, and the id of the request', () => {
    expect(read({ message: 'refused', fields: { status: 402, provider: 'openrouter', request_id: 'req-example-1' } })).toMatchObject({
      text: 'refused\nrequest_id: req-example-1\nprovider: openrouter',
    });
  });

  test.each([
    [50, 'error'],
    [40, 'warning'],
    [30, 'fine'],
    ['ERROR', 'error'],
    ['err', 'error'],
    ['CRITICAL', 'error'],
    ['WRN', 'warning'],
    ['notice', 'fine'],
    [undefined, 'fine'],
  ])('level %s is %s', (level, expected) => expect(severityOf(level)).toBe(expected));
});

test('pairs keep their quotes, spaces and numbers apart', () => {
  expect(
    keyValues('level=error msg="no \\"credits\\" left" status=402 took=402ms err=\'a b\' empty= url=https://api.example.com/?a=b'),
  ).toEqual({
    level: 'error',
    msg: 'no "credits" left',
    status: 402,
    took: '402ms',
    err: 'a b',
    empty: '',
    url: 'https://api.example.com/?a=b',
  });
});

test.each([
  ['/v1', undefined, '/v1'],
  ['/v1', '-', '/v1'],
  ['/v1', 'api.example.com:443', 'https://api.example.com/v1'],
  ['/v1', 'api.example.com:80', 'http://api.example.com/v1'],
  ['/v1', 'api.example.com:8443', 'https://api.example.com:8443/v1'],
  ['https://api.example.com:443/v1', 'other.example.com', 'https://api.example.com/v1'],
])('%s at %s is %s', (target, host, expected) => expect(loggedUrl(target, host)).toBe(expected));
