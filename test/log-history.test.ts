/** What a log tells of a failure over time, whichever logger wrote it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import applicationLogs from '../src/evidence/application-logs.ts';
import type { LogHistory } from '../src/model/log-history.ts';
import type { Machine } from '../src/model/probe.ts';
import { lineClock, momentText } from '../src/parse/log-clock.ts';
import { historyReader } from '../src/parse/log-history.ts';
import type { Sought } from '../src/parse/log-sought.ts';
import { soughtOf } from '../src/parse/log-sought.ts';
import { sealExchange } from '../src/parse/seal.ts';

const NOW = Date.UTC(2026, 10, 20);
const KEY = 'sk-proj-EXAMPLEexample0123456789EXAMPLEexample';

const exchange = sealExchange({
  source: { shape: 'http-message' },
  request: { method: 'POST', url: 'https://api.example.com/v1/chat', headers: [{ name: 'Authorization', value: `Bearer ${KEY}` }] },
  response: { status: 402, headers: [], body: '{"error":{"code":"insufficient_credits","message":"The credits are used up"}}' },
});
const sought = soughtOf(exchange, []);

function history(lines: string[], of: Sought = sought): Omit<LogHistory, 'file' | 'truncated'> {
  const reader = historyReader(of, NOW);
  for (const line of lines) reader.take(line);
  return reader.done();
}

const iso = (ms: number): string => new Date(ms).toISOString();
const good = (ms: number): string => `${iso(ms)} INFO POST https://api.example.com/v1/chat "HTTP/1.1 200 OK"`;
const bad = (ms: number): string => `${iso(ms)} ERROR POST https://api.example.com/v1/chat failed with status 402 insufficient_credits`;
const START = Date.UTC(2026, 9, 31, 12);
const MINUTE = 60_000;
/** Calls at a steady pace: each letter is one, "g" good and "b" bad. */
const calls = (pattern: string, from = START, step = MINUTE): string[] =>
  [...pattern].map((kind, i) => (kind === 'g' ? good(from + i * step) : bad(from + i * step)));

describe('the time of a line', () => {
  test.each([
    ['ISO 8601', '2026-11-01T00:00:04.120Z ERROR x', '2026-11-01T00:00:04.120Z'],
    ['ISO 8601 with an offset', '[2026-11-01T01:00:04+01:00] x', '2026-11-01T00:00:04Z'],
    ["Python's logging", '2026-11-01 00:00:04,120 - app - ERROR - x', '2026-11-01T00:00:04.120'],
    ['Laravel', '[2026-11-01 00:00:04] production.ERROR: x', '2026-11-01T00:00:04'],
    ["Ruby's Logger", 'E, [2026-11-01T00:00:04.123456 #712] ERROR -- : x', '2026-11-01T00:00:04.123'],
    ["Rails' request line", 'Started POST "/pay" for 192.0.2.7 at 2026-11-01 01:00:04 +0100', '2026-11-01T00:00:04Z'],
    ['log4j', '2026-11-01 00:00:04,120 ERROR [main] com.example.Pay: x', '2026-11-01T00:00:04.120'],
    ['nginx errors and Go', '2026/11/01 00:00:04 [error] 7#7: *1 x', '2026-11-01T00:00:04'],
    ['an access log', '192.0.2.7 - - [01/Nov/2026:01:00:04 +0100] "GET / HTTP/1.1" 402 5', '2026-11-01T00:00:04Z'],
    ['syslog, of this year', 'Nov  1 00:00:04 web app[7]: x', '2026-11-01T00:00:04'],
    ['syslog, of last year', 'Dec 24 00:00:04 web app[7]: x', '2025-12-24T00:00:04'],
    ['RFC 5424', '<134>1 2026-11-01T00:00:04.003Z web app 7 - - x', '2026-11-01T00:00:04.003Z'],
    ["Apache's error log", '[Sun Nov 01 00:00:04.123456 2026] [core:error] x', '2026-11-01T00:00:04.123'],
    ['java.util.logging', 'Nov 01, 2026 12:00:04 AM com.example.Pay charge', '2026-11-01T00:00:04'],
    ['klog', 'E1101 00:00:04.123456       1 pay.go:7] x', '2026-11-01T00:00:04.123'],
    ['seconds since 1970', '1793491204.5 x', '2026-11-01T00:00:04.500Z'],
    ['milliseconds since 1970', '1793491204000 x', '2026-11-01T00:00:04Z'],
    ['logfmt', 'ts=1793491204.5 level=error msg=x', '2026-11-01T00:00:04.500Z'],
  ])('%s', (_name, line, at) => {
    expect(momentText(lineClock(NOW)(line)!)).toBe(at);
  });

  test.each(['no time here', 'id 20261101 is 12:00', '2026-13-41T99:00:00Z x'])('none in "%s"', (line) => {
    expect(lineClock(NOW)(line)).toBeUndefined();
  });

  test("a date inside the words is not taken for the line's own", () => {
    const clock = lineClock(NOW);
    clock('192.0.2.7 - - [01/Nov/2026:00:00:04 +0000] "GET /a HTTP/1.1" 200 5');
    const moment = clock('192.0.2.7 - - [02/Nov/2026:00:00:04 +0000] "GET /a?since=2020-01-01T00:00:00Z HTTP/1.1" 200 5')!;
    expect(momentText(moment)).toBe('2026-11-02T00:00:04Z');
  });
});

describe('this failure, as loggers write it', () => {
  test.each([
    [
      'pino',
      '{"level":50,"time":1793491204000,"msg":"request failed","err":{"type":"Error","message":"402 insufficient_credits"},"url":"https://api.example.com/v1/chat","statusCode":402}',
    ],
    [
      'winston',
      '{"level":"error","message":"call failed","timestamp":"2026-11-01T00:00:04.000Z","status":402,"url":"https://api.example.com/v1/chat"}',
    ],
    [
      'bunyan',
      '{"name":"app","hostname":"w1","pid":7,"level":50,"err":{"message":"status code 402","name":"Error"},"msg":"api.example.com refused","time":"2026-11-01T00:00:04.000Z","v":0}',
    ],
    [
      'structlog',
      '{"event":"call_failed","status_code":402,"url":"https://api.example.com/v1/chat","level":"error","timestamp":"2026-11-01T00:00:04Z"}',
    ],
    [
      'zap',
      '{"level":"error","ts":1793491204.0,"caller":"pay/pay.go:7","msg":"call failed","status":402,"url":"https://api.example.com/v1/chat"}',
    ],
    [
      'Docker',
      '{"log":"ERROR https://api.example.com/v1/chat answered with status 402\\n","stream":"stderr","time":"2026-11-01T00:00:04.000000000Z"}',
    ],
    ['logfmt', 'time="2026-11-01T00:00:04Z" level=error msg="call failed" host=api.example.com status=402'],
    ['Python', '2026-11-01 00:00:04,000 - app - ERROR - HTTP 402 from https://api.example.com/v1/chat: insufficient_credits'],
    ['Laravel', '[2026-11-01 00:00:04] production.ERROR: HTTP request returned status code 402 from https://api.example.com/v1/chat'],
    ['log4j', '2026-11-01 00:00:04,000 ERROR [pool-1] c.e.Pay - 402 Payment Required: "{"error":{"code":"insufficient_credits"}}"'],
    ['syslog', 'Nov  1 00:00:04 web app[7]: error: api.example.com returned 402'],
    ['nginx', '192.0.2.7 - - [01/Nov/2026:00:00:04 +0000] "POST /v1/chat HTTP/1.1" 402 61 "-" "app/1.0"'],
    ['klog', 'E1101 00:00:04.000000       1 pay.go:7] api.example.com: unexpected status code 402'],
  ])('%s', (_name, line) => {
    const { failures, first } = history([line]);
    expect(failures).toBe(1);
    expect(first?.at).toMatch(/^2026-11-01T00:00:04(?:\.000)?Z?$/);
  });

  test('lines that go on belong to the entry before them: a stack trace, the request of Rails', () => {
    const found = history([
      'Started POST "/pay" for 192.0.2.7 at 2026-11-01 00:00:04 +0000',
      'Processing by PaysController#create as JSON',
      '  Faraday::ClientError (the server responded with status 402)',
      'Completed 402 Payment Required in 12ms',
      'Started GET "/" for 192.0.2.7 at 2026-11-01 00:00:09 +0000',
      'Completed 200 OK in 3ms',
    ]);
    expect(found).toMatchObject({ failures: 1, good: 1, first: { at: '2026-11-01T00:00:04Z', line: 1 } });
  });

  test('objects that are printed over several lines, as a list', () => {
    const entry = (status: number, second: number): string[] =>
      JSON.stringify({ time: iso(START + second * 1000), status, url: 'https://api.example.com/v1/chat', req: { id: 7 } }, null, 2)
        .split('\n')
        .map((line) => `  ${line}`);
    const lines = ['[', ...entry(200, 1).slice(0, -1), '  },', ...entry(402, 2), ']'];
    expect(history(lines)).toMatchObject({ failures: 1, good: 1, first: { at: iso(START + 2000).replace('.000', '') } });
  });
});

describe('which lines are of this failure', () => {
  test("another host's are not, whatever their status", () => {
    const other = `${iso(START)} ERROR POST https://other.example.net/v2 failed with status 402`;
    expect(history([other, ...calls('gb')])).toMatchObject({ failures: 1, good: 1, others: 1, match: 'call' });
  });

  test('of a log that names no host, the status tells', () => {
    const line = (status: number): string => `${iso(START)} INFO upstream status=${status}`;
    expect(history([line(200), line(402), line(404)])).toMatchObject({ failures: 1, good: 1, others: 1, match: 'status' });
  });

  test('nor does the same status of another host', () => {
    const lines = [`${iso(START)} ERROR https://other.example.net/v2 status=402`, `${iso(START)} ERROR upstream status=402`];
    expect(history(lines)).toMatchObject({ failures: 1, others: 1, match: 'status', first: { line: 2 } });
  });

  test('where nothing is known of the failure, every HTTP failure counts', () => {
    const line = (status: number): string => `${iso(START)} INFO upstream status=${status}`;
    expect(history([line(200), line(402), line(404)], { hosts: [], words: [] })).toMatchObject({ failures: 2, match: 'any' });
  });

  test('other failures alone are not this one', () => {
    const line = `${iso(START)} ERROR upstream status=503`;
    expect(history([line])).toMatchObject({ failures: 0, others: 1, match: 'none' });
  });

  test('a call without an answer is known by the same', () => {
    const failed = sealExchange({
      source: { shape: 'curl-verbose' },
      request: { method: 'GET', url: 'https://api.example.com/v1', headers: [] },
      failure: { kind: 'refused', message: 'connect ECONNREFUSED 192.0.2.7:443' },
    });
    const line = `${iso(START)} ERROR api.example.com: connect ECONNREFUSED 192.0.2.7:443`;
    expect(history([line], soughtOf(failed, [])).failures).toBe(1);
  });
});

describe('when it began', () => {
  test('the last good call, the first failure, and how many on either side', () => {
    expect(history(calls('ggggbbb'))).toMatchObject({
      failures: 3,
      goodBefore: 4,
      goodSince: 0,
      onsets: 1,
      first: { line: 5 },
      lastGood: { line: 4 },
      last: { line: 7 },
      patterns: [],
    });
  });

  test('at the first of the month', () => {
    const before = Array.from({ length: 30 }, (_, i) => good(Date.UTC(2026, 9, 31, 23, 30 + i, 30)));
    const after = Array.from({ length: 30 }, (_, i) => bad(Date.UTC(2026, 10, 1, 0, i, 4)));
    expect(history([...before, ...after]).patterns).toEqual([{ kind: 'period', period: 'month', edge: 'begins', times: 1 }]);
  });

  test('the same minutes at noon are no sign', () => {
    const before = Array.from({ length: 30 }, (_, i) => good(Date.UTC(2026, 9, 31, 11, 30 + i, 30)));
    const after = Array.from({ length: 30 }, (_, i) => bad(Date.UTC(2026, 9, 31, 12, i, 4)));
    expect(history([...before, ...after]).patterns).toEqual([]);
  });

  test('a quota of the day: it ends at midnight', () => {
    const day = (d: number): string[] => [
      ...Array.from({ length: 20 + d }, (_, i) => good(Date.UTC(2026, 9, d, 0, 1 + i * (30 + d)))),
      ...Array.from({ length: 12 }, (_, i) => bad(Date.UTC(2026, 9, d, 22 + Math.floor(i / 6), (i % 6) * 10))),
    ];
    const lines = [10, 13, 16].flatMap((d) => [...day(d), good(Date.UTC(2026, 9, d + 1, 0, 1))]);
    expect(history(lines).patterns).toContainEqual({ kind: 'period', period: 'day', edge: 'ends', times: 3 });
  });

  test('each time after the same number of calls', () => {
    const round = 'g'.repeat(50) + 'b'.repeat(7);
    expect(history(calls(round.repeat(3))).patterns).toContainEqual({ kind: 'count', calls: 50, times: 3 });
    expect(history(calls('ggggbbgggggggggbbbgb')).patterns).toEqual([]);
  });

  test('at the same time of several days', () => {
    const day = (d: number): string[] => [
      good(Date.UTC(2026, 9, d, 14)),
      bad(Date.UTC(2026, 9, d, 14, 35 + (d % 3))),
      good(Date.UTC(2026, 9, d, 15)),
    ];
    expect(history([5, 6, 7].flatMap(day)).patterns).toEqual([{ kind: 'time-of-day', at: '14:35', times: 3 }]);
  });

  test('after a deploy', () => {
    const deploy = `${iso(START + 2.5 * MINUTE)} INFO Deployed release v41`;
    const lines = calls('gggbb');
    expect(history([...lines.slice(0, 3), deploy, ...lines.slice(3)]).change).toMatchObject({ line: 4, says: 'INFO Deployed release v41' });
    expect(history([deploy, ...calls('gggggggggggggggbb')]).change).toBeUndefined();
  });

  test('a log that is written from the newest to the oldest line', () => {
    const found = history(calls('ggggbbb').reverse());
    expect(found).toMatchObject({ goodBefore: 4, goodSince: 0, first: { line: 3 }, last: { line: 1 }, lastGood: { line: 4 } });
  });

  test('causes follow each other', () => {
    const limited = `${iso(START)} ERROR POST https://api.example.com/v1/chat failed with status 429 {"code":"rate_limit_exceeded"}`;
    expect(history([limited, limited, ...calls('bbb')]).causes).toMatchObject([
      { status: 429, says: 'rate_limit_exceeded', count: 2, first: { line: 1 } },
      { status: 402, count: 3, first: { line: 3 } },
    ]);
  });

  test('a line made to be slow to read is read', () => {
    const hostile = [
      '_'.repeat(60_000),
      'code="a_'.repeat(8000),
      ' '.repeat(60_000),
      '{"code":"'.repeat(6000),
      'GET /'.repeat(10_000),
      '[['.repeat(30_000),
    ];
    const lines = hostile.map((text) => `${iso(START)} ERROR status=402 code="a${text}`);
    expect(history(lines).failures).toBe(hostile.length);
  });

  test('memory does not grow with a failure that comes and goes', () => {
    const found = history(calls('gb'.repeat(12_000), START, 1000));
    expect(found).toMatchObject({ failures: 12_000, good: 12_000 });
  });
});

describe('files', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'diagnose-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const look = async (name: string): Promise<LogHistory | { skip: string }> => {
    const machine: Machine = { environment: {}, platform: 'linux', home: folder, folder, files: { logs: join(folder, name) } };
    return applicationLogs.look({ exchange }, machine, undefined);
  };

  test('plain, gzip and UTF-16 say the same', async () => {
    const text = calls('ggggbbb').join('\r\n');
    writeFileSync(join(folder, 'a.log'), text);
    writeFileSync(join(folder, 'a.log.gz'), gzipSync(text));
    writeFileSync(join(folder, 'wide.log'), `\ufeff${text}`, 'utf16le');
    const plain = await look('a.log');
    expect(plain).toMatchObject({ failures: 3, lines: 7, file: 'a.log' });
    expect(await look('a.log.gz')).toEqual({ ...plain, file: 'a.log.gz' });
    expect(await look('wide.log')).toEqual({ ...plain, file: 'wide.log' });
  });

  test('a log of many parts, and a line of megabytes in between', async () => {
    const line = calls('g')[0]!;
    writeFileSync(join(folder, 'big.log'), `${`${line}\n`.repeat(20_000)}${'x'.repeat(3_000_000)}\n${calls('b')[0]}\n`);
    expect(await look('big.log')).toMatchObject({ lines: 20_002, good: 20_000, failures: 1, first: { line: 20_002 } });
  });

  test.each([
    ['missing.log', 'there is no file missing.log'],
    ['.', 'is not a file'],
    ['damaged.gz', 'damaged.gz is a damaged gzip file'],
  ])('%s cannot be read', async (name, why) => {
    writeFileSync(join(folder, 'damaged.gz'), Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.from('not deflated at all')]));
    await expect(look(name)).rejects.toThrow(why);
  });

  test('no credential of a log is kept: not the one of the call, not another, and not a half one', async () => {
    const other = 'ghp_EXAMPLEexample0123456789EXAMPLEexample';
    const long = `${bad(START)} ${'word '.repeat(170)} key ${KEY} and ${other} ${'x'.repeat(200)}`;
    writeFileSync(join(folder, 'keys.log'), [`${bad(START)} with ${KEY} and ${other}`, long].join('\n'));
    const text = JSON.stringify(await look('keys.log'));
    for (const secret of [KEY, other]) for (let end = 12; end <= secret.length; end++) expect(text).not.toContain(secret.slice(0, end));
    expect(text).toContain('[key#1');
  });
});
