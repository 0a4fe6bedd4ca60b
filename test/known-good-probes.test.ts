/** The call that proves a key, and the one past a cache, against servers on loopback that behave well and badly. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import knownGood from '../src/evidence/known-good.ts';
import pastCache from '../src/evidence/past-cache.ts';
import { gather } from '../src/evidence/world/gather.ts';
import type { Answer } from '../src/model/evidence.ts';
import type { Diagnosis } from '../src/model/diagnosis.ts';
import type { RawExchange } from '../src/model/exchange.ts';
import type { Probe, ProbeFacts } from '../src/model/probe.ts';
import type { Profile } from '../src/model/provider.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { serve, type Received } from './support/loopback.ts';
import { runCli } from './support/run-cli.ts';

const KEY = `sk-demo-${'0123456789abcdef'.repeat(3)}`;

const vendor: Profile = {
  id: 'example',
  title: 'Example',
  kind: 'vendor',
  hosts: ['api.example.com'],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  requiredHeaders: ['example-version'],
  ownHeaders: [],
  ownWords: [],
  links: {},
  knownGood: { method: 'GET', url: 'https://api.example.com/v1/models', says: 'Lists the models.', source: 'https://docs.example.com' },
  rules: [],
};

const call: RawExchange = {
  source: { shape: 'test' },
  request: {
    method: 'GET',
    url: 'https://api.example.com/v1/items?page=2',
    headers: [
      { name: 'X-Api-Key', value: KEY },
      { name: 'Example-Version', value: '2026-01' },
      { name: 'If-None-Match', value: '"v1"' },
    ],
  },
  response: { status: 402, headers: [{ name: 'Age', value: '3600' }] },
};

type Handle = (request: Received, response: ServerResponse) => void;
const json =
  (status: number, body: unknown): Handle =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** What a probe makes of a server in place of the vendor's, and what arrived there. */
async function asked(probe: Probe, handle: Handle, raw = call): Promise<{ answer: Answer<unknown>; received: Received[] }> {
  const { origin, received } = await serve(handle);
  const facts: ProbeFacts = { exchange: sealExchange(raw), provider: vendor };
  const { answers } = await gather({ probe }, facts, {
    now: () => new Date('2026-11-20T12:00:00Z'),
    timeoutSeconds: 1,
    origins: { 'https://api.example.com': origin },
  });
  return { answer: answers['probe']!, received };
}

describe('the call that proves a key', () => {
  test('carries the key and the version of the failing call, and nothing else of it', async () => {
    const { answer, received } = await asked(knownGood, json(200, { data: [] }));
    expect(answer).toMatchObject({ outcome: 'answered', data: { call: 'GET api.example.com/v1/models', sameHost: true, status: 200 } });
    expect(received).toMatchObject([
      { method: 'GET', url: '/v1/models', body: '', headers: { 'x-api-key': KEY, 'example-version': '2026-01' } },
    ]);
    expect(received[0]!.headers).not.toHaveProperty('if-none-match');
  });

  test('a refusal that echoes the key is kept without it', async () => {
    const { answer } = await asked(knownGood, json(401, { error: { message: `Incorrect API key provided: ${KEY}` } }));
    expect(answer).toMatchObject({ data: { status: 401, refusal: expect.stringContaining('Incorrect API key') as string } });
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });

  test('a key behind a doubled word is sent as it should have been', async () => {
    const bearer: RawExchange = {
      ...call,
      request: { ...call.request!, headers: [...call.request!.headers.slice(1), { name: 'X-Api-Key', value: `Bearer Bearer ${KEY}` }] },
    };
    expect((await asked(knownGood, json(200, {}), bearer)).received).toMatchObject([{ headers: { 'x-api-key': KEY } }]);
  });
});

describe('the call past a cache', () => {
  test('is the same call, told to pass caches, with nothing that makes it conditional', async () => {
    const { answer, received } = await asked(pastCache, json(200, { items: [] }));
    expect(answer).toMatchObject({ outcome: 'answered', data: { status: 200, cached: false } });
    expect(received).toMatchObject([
      { method: 'GET', url: '/v1/items?page=2', headers: { 'x-api-key': KEY, 'cache-control': 'no-cache', pragma: 'no-cache' } },
    ]);
    expect(received[0]!.headers).not.toHaveProperty('if-none-match');
  });

  test('is not made for a POST', async () => {
    const post = { ...call, request: { ...call.request!, method: 'POST' } };
    const { answer, received } = await asked(pastCache, json(200, {}), post);
    expect({ outcome: answer.outcome, received }).toEqual({ outcome: 'not-asked', received: [] });
  });

  test('with --replay, the report says what the API answers now', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'past-cache-'));
    const { origin, received } = await serve(({ headers }, response) => {
      const isFresh = headers['cache-control'] === 'no-cache';
      response
        .writeHead(isFresh ? 200 : 402, { 'content-type': 'application/json', ...(!isFresh && { age: '60', 'x-cache': 'HIT' }) })
        .end(isFresh ? '{"items":[]}' : '{"error":{"message":"Insufficient balance"}}');
    });
    const file = join(folder, 'call.txt');
    const answer =
      'HTTP/1.1 402 Payment Required\nage: 60\nx-cache: HIT\ncontent-type: application/json\n\n{"error":{"message":"Insufficient balance"}}';
    writeFileSync(file, `$ curl -i ${origin}/v1/items\n${answer}\n`);
    try {
      const args = [file, '--replay', '--format', 'json', '--only', 'stale-cache'];
      const { stdout, stderr } = await runCli(args);
      expect(stderr).toContain(`past-cache: GET ${origin}/v1/items`);
      expect(received).toHaveLength(2);
      expect((JSON.parse(stdout) as Diagnosis).checklist[0]).toMatchObject({
        outcome: 'fail',
        says: 'Out of date: the API itself answers 200 now, not 402',
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe.each<[string, Probe]>([
  ['known-good', knownGood],
  ['past-cache', pastCache],
])('%s, where the server behaves badly', (_id, probe) => {
  test.each<[string, Handle, Partial<Answer<unknown>>]>([
    ['hangs', () => {}, { outcome: 'failed', why: 'no answer within 1 s' }],
    ['resets the connection', (_request, response) => response.destroy(), { outcome: 'failed' }],
    ['answers what is no JSON', (_request, response) => response.writeHead(503).end('{"error": {'), { outcome: 'answered' }],
    [
      'sends 10 MB',
      (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('x'.repeat(10e6)),
      { outcome: 'answered' },
    ],
  ])('it %s', async (_name, handle, expected) => {
    const { answer } = await asked(probe, handle);
    expect(answer).toMatchObject(expected);
    expect(JSON.stringify(answer).length).toBeLessThan(1000);
  });

  test('it sends a redirect to another host: nothing follows', async () => {
    const other = await serve(json(200, {}));
    const { answer } = await asked(probe, (_request, response) => response.writeHead(302, { location: `${other.origin}/steal` }).end());
    expect(answer).toMatchObject({ outcome: 'answered', data: { status: 302 } });
    expect(other.received).toEqual([]);
  });
});
