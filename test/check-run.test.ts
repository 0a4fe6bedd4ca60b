/** Runs of checks against servers on loopback: expectations, retries, floors, certificates, and no value of the environment anywhere. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { withBaseline } from '../src/cli/check/baseline.ts';
import { rendered, runLoaded, type RunLoadedOptions } from '../src/cli/check/command.ts';
import { exitOf, signsOf } from '../src/cli/check/fail-on.ts';
import { readCheckFile } from '../src/cli/check/read-file.ts';
import type { CheckResult, RunResult } from '../src/cli/check/types.ts';
import { leaks, MARKED, PLAIN } from './support/canaries.ts';
import { listen, serve, type Loopback } from './support/loopback.ts';
import { selfSigned } from './support/self-signed.ts';

type Check = Record<string, unknown>;

async function run(checks: Check[], options: Partial<RunLoadedOptions> = {}): Promise<RunResult> {
  const folder = mkdtempSync(join(tmpdir(), 'checks-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'diagnose.json');
  writeFileSync(path, JSON.stringify({ checks }, null, 2));
  const signal = new AbortController().signal;
  return runLoaded(await readCheckFile(path), { jobs: 4, timeout: 5, retries: 0, environment: {}, signal, ...options });
}

const one = async (check: Check, options: Partial<RunLoadedOptions> = {}): Promise<CheckResult> =>
  (await run([{ name: 'it', ...check }], options)).checks[0]!;

/** Answers by path: `/200/…` and so on with the JSON that the query's `body` gives, `/echo` with what was sent. */
const answering = (): Promise<Loopback> =>
  serve(({ url, headers, body }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
    const status = Number(/^\/(\d{3})/.exec(pathname)?.[1] ?? 200);
    const wait = searchParams.get('wait');
    response.writeHead(status, { 'content-type': 'application/json', ...(wait !== null && { 'retry-after': wait }) });
    response.end(pathname === '/echo' ? JSON.stringify({ url, headers, body }) : (searchParams.get('body') ?? '{"ok":true}'));
  });

const said = ({ expectations }: CheckResult): string[] => expectations.map(({ kind, outcome, says }) => `${outcome} ${kind}: ${says}`);

describe('expectations', () => {
  const json = (value: unknown): string => `?body=${encodeURIComponent(JSON.stringify(value))}`;

  test('without any, the call must be fine, and an error in a 200 is none', async () => {
    const { origin } = await answering();
    const { checks } = await run([
      { name: 'fine', request: { url: `${origin}/200` } },
      {
        name: 'hidden',
        request: { url: `${origin}/200${json({ error: { code: 'insufficient_quota', message: 'You exceeded your current quota' } })}` },
      },
      { name: 'refused', request: { url: `${origin}/402${json({ error: { message: 'Insufficient credits' } })}` } },
    ]);
    const outcomes = Object.fromEntries(checks.map(({ name, outcome, verdict }) => [name, `${outcome} ${verdict?.verdict.family ?? ''}`]));
    expect(outcomes).toEqual({ fine: 'pass ', hidden: 'fail payment', refused: 'fail payment' });
    const refused = checks.find(({ name }) => name === 'refused')!;
    expect(refused).toMatchObject({ status: 402, says: 'Out of credits (certain)', step: refused.verdict!.steps[0] });
  });

  test('an error status that is asked for is no failure; another one is', async () => {
    const { origin } = await answering();
    expect((await one({ request: { url: `${origin}/402` }, expect: { status: 402 } })).outcome).toBe('pass');
    const other = await one({ request: { url: `${origin}/404` }, expect: { status: [200, 402] } });
    expect(said(other)).toContain('fail status: Status 404, expected 200 or 402');
  });

  test('a place in the body: there, equal, of another value, missing', async () => {
    const { origin } = await answering();
    const body = { data: [{ id: 'm-1', size: 5, none: null }] };
    const result = await one({
      request: { url: `${origin}/200${json(body)}` },
      expect: {
        json: [
          'data[0].id',
          { path: 'data.0.size', equals: 5 },
          { path: '$.data[-1].none', equals: null },
          { path: 'data[0].id', equals: 'm-2' },
          'data[1]',
        ],
      },
    });
    expect(said(result).slice(1)).toEqual([
      'pass json: data[0].id is there',
      'pass json: data.0.size is as expected',
      'pass json: $.data[-1].none is as expected',
      'fail json: data[0].id is "m-1", expected "m-2"',
      'fail json: data[1]: not in the body',
    ]);
    expect(result).toMatchObject({ outcome: 'fail', says: 'data[0].id is "m-1", expected "m-2"' });
    expect(result.verdict).toBeUndefined();
  });

  test('causes that are excluded fail, others pass', async () => {
    const { origin } = await answering();
    const request = { url: `${origin}/429` };
    expect((await one({ request, expect: { verdict: { not: ['payment', 'credentials-invalid'] } } })).outcome).toBe('pass');
    expect((await one({ request, expect: { verdict: { not: ['limits'] } } })).outcome).toBe('fail');
  });

  test('latency is measured, and a call without an answer has none', async () => {
    const { origin } = await serve((_, response) => void setTimeout(() => response.end('{}'), 80));
    const slow = await one({ request: { url: origin }, expect: { latency: 20 } });
    expect(slow).toMatchObject({ outcome: 'fail', says: expect.stringMatching(/^\d+ ms, expected at most 20 ms$/) });
    expect(slow.timings.latencyMs).toBeGreaterThanOrEqual(79);
    const none = await one({ request: { url: 'http://127.0.0.1:1/' }, expect: { latency: 20 } });
    expect(none.verdict!.verdict.cause).toBe('network-failure');
  });

  test('the certificate that the server shows, from the connection of the call itself', async () => {
    const server = createTlsServer(selfSigned(), (_, response) => response.end('{}'));
    const { host } = await listen(server);
    const result = await one({ request: { curl: `curl -k https://${host}/` }, expect: { tlsDaysLeft: 14 } });
    expect(result).toMatchObject({ outcome: 'pass', tls: { validTo: '2090-01-01T00:00:00.000Z' } });
    const late = await one({ request: { curl: `curl -k https://${host}/` }, expect: { tlsDaysLeft: 100_000 } });
    expect(late).toMatchObject({
      outcome: 'fail',
      says: expect.stringMatching(/^The certificate is valid for \d+ more days, expected 100000$/),
    });
    const { origin } = await answering();
    expect(await one({ request: { url: origin }, expect: { tlsDaysLeft: 14 } })).toMatchObject({ outcome: 'error' });
  });

  test("room in a model's context window, by the answer's own count where it has one", async () => {
    const { origin } = await answering();
    const request = {
      url: `${origin}/200${json({ usage: { prompt_tokens: 900 } })}`,
      body: { model: 'm', max_tokens: 50, messages: [{ role: 'user', content: 'Hi' }] },
    };
    const context = (window: number, model = 'm') => ({ context: { model, window, headroom: '10%' } });
    expect((await one({ request, expect: context(2000) })).outcome).toBe('pass');
    expect(said(await one({ request, expect: context(1000) }))).toContain('fail context: 950 of 1,000 tokens, expected at most 900');
    expect(said(await one({ request, expect: context(2000, 'other') }))).toContain('fail context: The request asks for m, not other');
  });
});

describe('floors and status pages, asked of the vendor', () => {
  const vendor = async (account: unknown, indicator = 'none') => {
    const server = await serve(({ url }, response) => {
      response.setHeader('content-type', 'application/json');
      if (url === '/user/balance') return response.end(JSON.stringify(account));
      if (url.startsWith('/api/v2/'))
        return response.end(JSON.stringify({ status: { indicator, description: 'As it is' }, incidents: [] }));
      return response.end('{"data":[]}');
    });
    return {
      server,
      options: {
        environment: { KEY: MARKED },
        origins: { 'https://api.deepseek.com': server.origin, 'https://status.deepseek.com': server.origin },
      },
    };
  };
  const request = { url: 'https://api.deepseek.com/models', headers: { Authorization: 'Bearer ${KEY}' } };
  const account = (total: string) => ({
    is_available: true,
    balance_infos: [{ currency: 'USD', total_balance: total, granted_balance: '0', topped_up_balance: total }],
  });

  test('the balance is read with the key of the request, and held against the floor', async () => {
    const { server, options } = await vendor(account('12.50'));
    const result = await one({ request, expect: { balance: { min: 20, unit: 'usd' } } }, options);
    expect(result).toMatchObject({
      outcome: 'fail',
      says: '12.5 USD left, expected 20 USD or more',
      balance: { remaining: 12.5, unit: 'USD' },
    });
    expect(server.received.find(({ url }) => url === '/user/balance')!.headers.authorization).toBe(`Bearer ${MARKED}`);
    expect((await one({ request, expect: { balance: { min: 10 } } }, options)).outcome).toBe('pass');
  });

  test('another unit, or no answer, is not taken for a balance that is too low', async () => {
    const { options } = await vendor(account('12.50'));
    const other = await one({ request, expect: { balance: { min: 1, unit: 'EUR' } } }, options);
    expect(other).toMatchObject({ outcome: 'error', says: 'The balance is in USD, the floor in EUR' });
    const quota = await one({ request, expect: { quota: { maxUsed: '90%' } } }, options);
    expect(quota).toMatchObject({ outcome: 'error', says: 'The answer does not tell how much is granted and used' });
  });

  test('an expectation on a vendor that nobody knows is an error, and says why', async () => {
    const { origin } = await answering();
    const result = await one({ request: { url: origin }, expect: { statusPage: 'green', balance: { min: 1 } } });
    expect(result).toMatchObject({ outcome: 'error', says: expect.stringContaining('The balance cannot be read') });
  });
});

describe('retries follow the advice of the verdict', () => {
  test('a 429 is tried again after the time that it names, and what comes then counts', async () => {
    let calls = 0;
    const { origin } = await serve((_, response) => {
      calls += 1;
      response.writeHead(calls < 3 ? 429 : 200, { 'retry-after': '0' }).end('{}');
    });
    expect(await one({ request: { url: origin } }, { retries: 3 })).toMatchObject({ outcome: 'pass', timings: { attempts: 3 } });
  });

  test.each([
    [
      'a 402, even where waiting would help',
      `/402?wait=0&body=${encodeURIComponent('{"error":{"code":"in_flight_budget_exhausted","message":"See openrouter.ai/"}}')}`,
    ],
    ['a wrong key', '/401'],
    ['a request that has to change', '/400'],
    ['a wait of more than a minute', '/429?wait=3600'],
  ])('%s is not tried again', async (_, path) => {
    const { origin, received } = await answering();
    expect((await one({ request: { url: origin + path } }, { retries: 3 })).outcome).toBe('fail');
    expect(received).toHaveLength(1);
  });

  test('no more often than --retries', async () => {
    const { origin, received } = await answering();
    expect((await one({ request: { url: `${origin}/429?wait=0` } }, { retries: 2 })).timings.attempts).toBe(3);
    expect(received).toHaveLength(3);
  });
});

describe('a run', () => {
  test('no more than so many at a time, failing and slow ones first', async () => {
    let underWay = 0;
    let most = 0;
    const { origin } = await serve(({ url }, response) => {
      most = Math.max(most, ++underWay);
      setTimeout(
        () => {
          underWay -= 1;
          response.writeHead(url === '/bad' ? 500 : 200).end('{}');
        },
        url === '/slow' ? 150 : 20,
      );
    });
    const names = ['a', 'bad', 'c', 'slow', 'e', 'f'];
    const { checks, summary } = await run(
      names.map((name) => ({ name, request: { url: `${origin}/${name}` } })),
      { jobs: 3 },
    );
    expect(most).toBe(3);
    expect(checks.slice(0, 2).map(({ name }) => name)).toEqual(['bad', 'slow']);
    expect(summary).toMatchObject({ total: 6, passed: 5, failed: 1, errors: 0, skipped: 0, known: 0 });
  });

  test('calls to one server use its connections one after the other; a latency is that of a connection of its own', async () => {
    const server = createServer((_, response) => response.end('{}'));
    let connections = 0;
    server.on('connection', () => (connections += 1));
    const { host } = await listen(server);
    const checks = (expected: Check) =>
      Array.from({ length: 8 }, (_, i) => ({ name: `c${i}`, request: { url: `http://${host}/` }, expect: expected }));
    expect((await run(checks({ status: 200 }), { jobs: 1 })).summary.passed).toBe(8);
    expect(connections).toBeLessThan(8);
    connections = 0;
    expect((await run(checks({ latency: 10_000 }), { jobs: 1 })).summary.passed).toBe(8);
    expect(connections).toBe(8);
  });

  test('what a run that was interrupted did not come to is skipped', async () => {
    const interruption = new AbortController();
    const { origin } = await serve((_, response) => {
      interruption.abort();
      response.end('{}');
    });
    const { summary } = await run(
      ['a', 'b', 'c'].map((name) => ({ name, request: { url: origin } })),
      { jobs: 1, signal: interruption.signal },
    );
    expect(summary.skipped).toBe(2);
  });

  test('a failure that the baseline has is known, and a new one of the same check is not', async () => {
    const { origin } = await answering();
    const checks = (path: string) => [
      { name: 'old', request: { url: `${origin}/402` } },
      { name: 'new', request: { url: `${origin}${path}` }, expect: { json: ['nothing'] } },
    ];
    const before = await run(checks('/200'));
    const baseline = new Map(before.checks.map((check) => [check.name, signsOf(check)]));
    const same = withBaseline(await run(checks('/200')), baseline);
    expect(same.summary).toMatchObject({ failed: 2, known: 2 });
    expect(exitOf(same, undefined)).toBe(0);
    const worse = withBaseline(await run(checks('/401')), baseline);
    expect(worse.checks.map(({ name, known }) => [name, known ?? false])).toEqual([
      ['new', false],
      ['old', true],
    ]);
    expect(exitOf(worse, undefined)).toBe(1);
  });

  test('what counts for the exit code can be narrowed to families, causes and confidences', async () => {
    const { origin } = await answering();
    const result = await run([
      { name: 'limited', request: { url: `${origin}/429` } },
      { name: 'slow', request: { url: `${origin}/200` }, expect: { latency: 1_000_000, json: ['nothing'] } },
    ]);
    const cause = result.checks.find(({ name }) => name === 'limited')!.verdict!.verdict.cause;
    expect([undefined, ['payment'], ['limits'], [cause], ['request'], ['access']].map((words) => exitOf(result, words))).toEqual([
      1, 0, 1, 1, 1, 0,
    ]);
  });

  test('nothing but what could not be looked at: 3', async () => {
    const { origin } = await answering();
    expect(exitOf(await run([{ name: 'it', request: { url: origin }, expect: { balance: { min: 1 } } }]), undefined)).toBe(3);
  });
});

describe('no value of the environment is shown', () => {
  const outputs = async (result: RunResult): Promise<Record<string, string>> =>
    Object.fromEntries(
      await Promise.all(
        (['text', 'json', 'junit', 'github'] as const).map(async (format) => [
          format,
          await rendered(result, format, { color: 0, width: 400 }),
        ]),
      ),
    );

  test.each([
    ['a key with its marks', MARKED],
    ['a key without any', PLAIN],
    ['a word of no shape', 'correct horse battery'],
    ['one with quotes and signs', 'a"b\\c%41&d=e+f/g'],
  ])('%s, echoed by the server, in expectations that fail, and in what another check gets', async (_, value) => {
    const { origin } = await answering();
    const other = await serve(
      (__, response) =>
        void response.writeHead(401, { 'x-was': encodeURIComponent(value) }).end(JSON.stringify({ error: { message: `Wrong: ${value}` } })),
    );
    const inUrl = encodeURIComponent(value);
    const result = await run(
      [
        {
          name: 'echo',
          request: {
            url: `${origin}/echo?q=\${IN_URL}`,
            headers: { 'X-Key': '${VALUE}', Authorization: 'Bearer ${VALUE}' },
            body: { key: '${VALUE}' },
          },
          expect: {
            json: [
              { path: 'url', equals: 'x' },
              { path: "headers['x-key']", equals: 'x' },
              { path: 'body', equals: '${VALUE}' },
              { path: 'headers.authorization', equals: '${VALUE}' },
            ],
          },
        },
        {
          name: 'by curl',
          request: { curl: `curl -u me:\${VALUE} ${origin}/echo` },
          expect: { json: [{ path: 'headers.authorization', equals: 'x' }] },
        },
        { name: 'told by another server', request: { url: other.origin }, expect: { json: [{ path: 'error.message', equals: 'x' }] } },
      ],
      { environment: { VALUE: value, IN_URL: inUrl } },
    );
    expect(result.summary.failed).toBe(3);
    const texts = await outputs(result);
    expect(leaks(texts, value)).toEqual([]);
    expect(leaks(texts, Buffer.from(`me:${value}`).toString('base64'))).toEqual([]);
    expect(texts['text']).toContain('VALUE]');
  });

  test('an expectation that a body has the value of a variable holds where it does, as text and as number', async () => {
    const { origin } = await answering();
    const body = encodeURIComponent('{"id":"acc-1234567","number":7654321,"short":"ab"}');
    const result = await one(
      {
        request: { url: `${origin}/200?body=${body}` },
        expect: {
          json: [
            { path: 'id', equals: '${ID}' },
            { path: 'number', equals: '${NUMBER}' },
            { path: 'short', equals: '${SHORT}' },
          ],
        },
      },
      { environment: { ID: 'acc-1234567', NUMBER: '7654321', SHORT: 'ab' } },
    );
    expect(said(result)).toEqual([
      'pass call: The call is fine',
      ...['id', 'number', 'short'].map((name) => `pass json: ${name} is as expected`),
    ]);
  });
});

test('what a server says is shown in every format, and executed in none', async () => {
  const { origin } = await answering();
  const nasty = '::error::x\n##[error]y <b>&"\u001b[31m';
  const result = await run([
    {
      name: '::set-output name=a::b',
      request: { url: `${origin}/200?body=${encodeURIComponent(JSON.stringify({ a: nasty }))}` },
      expect: { json: [{ path: 'a', equals: 'x' }] },
    },
  ]);
  const github = await rendered(result, 'github', { color: 0, width: 80 });
  expect(github.match(/^::.*/gm)).toHaveLength(1);
  expect(github).toMatch(/^::error file=[^,]*diagnose\.json,line=4,col=7,title=%3A %3Aset-output name=a%3A%3Ab::/);
  const junit = await rendered(result, 'junit', { color: 0, width: 80 });
  expect(junit).toContain('failures="1" errors="0" skipped="0"');
  expect(junit).not.toMatch(/<b>|\u001b/);
  for (const format of ['text', 'json', 'junit', 'github'] as const)
    expect(await rendered(result, format, { color: 0, width: 80 })).not.toMatch(/\u001b|##\[|^\s*::error::/m);
});
