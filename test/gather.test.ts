/** Questions to the world: who is asked, with what, and what of it is kept. */
import { describe, expect, test } from 'vitest';
import probes from '#units/evidence';
import { readEvidence, writeEvidence } from '../src/evidence/world/evidence-file.ts';
import { gather, type GatherOptions } from '../src/evidence/world/gather.ts';
import { UnreadableInput } from '../src/model/capture.ts';
import { answerOf, type Balance, type Evidence, type Replay } from '../src/model/evidence.ts';
import type { RawExchange } from '../src/model/exchange.ts';
import { isLocal, type LocalProbe, type Probe, type ProbeFacts } from '../src/model/probe.ts';
import type { Provider } from '../src/model/provider.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { serve } from './support/loopback.ts';

const KEY = `sk-demo-${'0123456789abcdef'.repeat(3)}`;
const NOW = '2026-11-20T12:00:00.000Z';
const now = (): Date => new Date(NOW);

const vendor: Provider & { id: string } = {
  id: 'example',
  title: 'Example',
  kind: 'vendor',
  hosts: ['api.example.com', '.eu.example.com'],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [],
  links: {},
  statusPage: { page: 'https://status.example.com', api: { kind: 'statuspage', url: 'https://status.example.com/api/v2/summary.json' } },
  balance: {
    url: 'https://billing.example.com/v1/balance',
    read: { granted: 'funds.0.granted', used: 'funds.0.used', unit: 'currency' },
    source: 'https://docs.example.com/balance',
  },
  rules: [],
};

const call: RawExchange = {
  source: { shape: 'test' },
  request: { method: 'POST', url: 'https://api.example.com/v1/chat', headers: [{ name: 'X-Api-Key', value: KEY }], body: '{"model":"m"}' },
  response: { status: 402, headers: [] },
};

const factsOf = (raw = call, provider = vendor): ProbeFacts => ({ exchange: sealExchange(raw), provider });

const run = (
  facts: ProbeFacts,
  options: Partial<GatherOptions> = {},
  asked: Record<string, Probe | LocalProbe> = probes,
): Promise<Evidence> => gather(asked, facts, { now, replay: true, ...options });

/** One server in place of the vendor's API, its billing host and its status page. */
async function serveVendor(answers: Record<string, { status?: number; body: string }>) {
  const server = await serve(({ url }, response) => {
    const { status = 200, body } = answers[url] ?? { status: 404, body: 'no such path' };
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  const origins = Object.fromEntries(['api', 'billing', 'status'].map((name) => [`https://${name}.example.com`, server.origin]));
  return { ...server, origins };
}

const good = {
  '/v1/chat': { status: 402, body: `{"error":"no credits for ${KEY}"}` },
  '/v1/balance': { body: '{"funds":[{"granted":"20.10","used":"19.98"}],"currency":"EUR"}' },
  '/api/v2/summary.json': { body: '{"status":{"indicator":"none","description":"All well"},"incidents":[]}' },
};

describe('gathering', () => {
  test('asks every probe its question and keeps the answers under their ids', async () => {
    const server = await serveVendor(good);
    const evidence = await run(factsOf(), { origins: server.origins });

    expect(evidence).toMatchObject({ schema: 1, at: NOW });
    expect(answerOf<Balance>(evidence, 'balance')).toEqual({
      outcome: 'answered',
      at: NOW,
      asked: 'https://billing.example.com/v1/balance',
      data: { granted: 20.1, used: 19.98, remaining: 0.12, unit: 'EUR' },
    });
    expect(answerOf(evidence, 'status-page')).toMatchObject({ outcome: 'answered', data: { indicator: 'none' } });
    expect(answerOf<Replay>(evidence, 'replay')).toMatchObject({
      asked: 'https://api.example.com/v1/chat',
      data: { response: { status: 402, body: '{"error":"no credits for [key#1 sk-demo-…cdef]"}' } },
    });

    const received = Object.fromEntries(server.received.map((request) => [request.url, request]));
    expect(received['/v1/chat']).toMatchObject({ method: 'POST', body: '{"model":"m"}', headers: { 'x-api-key': KEY } });
    expect(received['/v1/balance']).toMatchObject({ method: 'GET', body: '', headers: { authorization: `Bearer ${KEY}` } });
    expect(JSON.stringify(received['/api/v2/summary.json'])).not.toContain(KEY);
  });

  test('asks side by side: nobody answers before everybody is asked', async () => {
    let arrived = 0;
    let openTheGate = (): void => {};
    const gate = new Promise<void>((resolve) => (openTheGate = resolve));
    const server = await serve(({ url }, response) => {
      if (++arrived === 3) openTheGate();
      void gate.then(() => response.end(good[url as keyof typeof good].body));
    });
    const origins = Object.fromEntries(['api', 'billing', 'status'].map((name) => [`https://${name}.example.com`, server.origin]));
    const { answers } = await run(factsOf(), { origins });
    const answered = Object.entries(answers).filter(([, { outcome }]) => outcome === 'answered');
    expect(answered.map(([id]) => id)).toEqual(['balance', 'replay', 'status-page']);
  });

  test('sends nothing offline, and says so', async () => {
    const server = await serveVendor(good);
    const asked: string[] = [];
    const { answers } = await run(factsOf(), { offline: 'offline', origins: server.origins, onAsk: (id) => asked.push(id) });
    expect(Object.keys(answers)).toEqual(Object.keys(probes));
    for (const [id, answer] of Object.entries(answers))
      expect(answer, id).toEqual({ outcome: 'not-asked', why: isLocal(probes[id]!) ? 'not looked at' : 'offline' });
    expect([server.received, asked]).toEqual([[], []]);
  });

  test('asks only what was chosen, and sends the request again only where that was asked for', async () => {
    const server = await serveVendor(good);
    const chosen = await run(factsOf(), { origins: server.origins, only: new Set(['balance']) });
    expect(chosen.answers).toMatchObject({
      balance: { outcome: 'answered' },
      replay: { outcome: 'not-asked' },
      'status-page': { outcome: 'not-asked' },
    });
    const unasked = await run(factsOf(), { origins: server.origins, replay: false });
    expect(unasked.answers['replay']).toMatchObject({ outcome: 'not-asked', why: expect.stringContaining('not asked for') as string });
    expect(server.received.filter(({ url }) => url === '/v1/chat')).toEqual([]);
  });

  test('says beforehand what it asks, without credentials', async () => {
    const server = await serveVendor({});
    const url = `https://api.example.com/v1/chat?api_key=${KEY}`;
    const lines: string[] = [];
    const outcomes: string[] = [];
    await run(factsOf({ ...call, request: { method: 'PUT', url, headers: [] } }), {
      origins: server.origins,
      onAsk: (id, method, asked) => lines.push(`${id} ${method} ${asked} ${server.received.length}`),
      onAnswer: (id, { outcome }) => outcomes.push(`${id} ${outcome}`),
    });
    expect(lines.sort()).toEqual([
      'replay PUT https://api.example.com/v1/chat?api_key=[key#1 sk-demo-…cdef] 0',
      'status-page GET https://status.example.com/api/v2/summary.json 0',
    ]);
    expect(outcomes.filter((line) => !line.endsWith(' not-asked')).sort()).toEqual(['replay answered', 'status-page failed']);
  });

  test.each([
    ['a refusal', { status: 403, body: '{}' }, 'this key may not read it (status 403)'],
    ['an error', { status: 500, body: '{}' }, 'it answered with status 500'],
    ['no JSON', { body: '<html>' }, 'the answer is not JSON'],
    ['another shape', { body: '[1,2]' }, 'the answer names no balance'],
    [
      'too much',
      { body: JSON.stringify({ funds: [{ granted: 1, used: 1 }], padding: 'x'.repeat(2 ** 20) }) },
      'the answer is larger than 1 MiB',
    ],
    ['a nest', { body: '['.repeat(200_000) }, 'the answer is not JSON'],
  ])('says in a clause why %s is no balance, and goes on with the others', async (_name, answer, why) => {
    const server = await serveVendor({ ...good, '/v1/balance': answer });
    const { answers } = await run(factsOf(), { origins: server.origins });
    expect(answers['balance']).toEqual({ outcome: 'failed', at: NOW, asked: 'https://billing.example.com/v1/balance', why });
    expect(answers['status-page']).toMatchObject({ outcome: 'answered' });
  });

  test('gives each question its time, and a call without an answer is what a replay brings', async () => {
    const server = await serve(({ url }, response) => {
      if (url === '/v1/balance') response.end(good['/v1/balance'].body);
    });
    const origins = Object.fromEntries(['api', 'billing', 'status'].map((name) => [`https://${name}.example.com`, server.origin]));
    const { answers } = await run(factsOf(), { origins, timeoutSeconds: 2 });
    expect(answers['balance']).toMatchObject({ outcome: 'answered' });
    expect(answers['status-page']).toMatchObject({ outcome: 'failed', why: 'no answer within 2 s' });
    expect(answers['replay']).toMatchObject({ outcome: 'answered', data: { failure: { kind: 'timeout' } } });
  });

  test('costs one answer where a probe breaks', async () => {
    const broken = (part: Partial<Probe>): Probe => ({
      title: '',
      explains: '',
      plan: () => ({ request: { method: 'GET', url: 'https://api.example.com/v1/chat', headers: [] }, credentialHosts: [] }),
      read: () => ({}),
      ...part,
    });
    const fail = (): never => {
      throw new Error('a fault');
    };
    const server = await serveVendor(good);
    const { answers } = await run(
      factsOf(),
      { origins: server.origins },
      { plans: broken({ plan: fail }), reads: broken({ read: fail }), works: broken({}) },
    );
    expect(answers).toMatchObject({
      plans: { outcome: 'not-asked', why: 'the question could not be made: a fault' },
      reads: { outcome: 'failed', why: 'a fault' },
      works: { outcome: 'answered' },
    });
  });
});

describe('the key', () => {
  const balanceSkip = (raw: RawExchange, provider = vendor): unknown => (probes['balance'] as Probe).plan(factsOf(raw, provider));
  const callTo = (url: string, headers = call.request?.headers ?? []): RawExchange => ({
    ...call,
    request: { method: 'GET', url, headers },
  });

  test.each(['https://api.example.com/x', 'https://north.eu.example.com/x', 'https://billing.example.com/x'])(
    'of a call to %s may ask for the balance',
    (url) => {
      expect(balanceSkip(callTo(url))).toMatchObject({
        credentialHosts: ['billing.example.com'],
        request: { headers: [{ name: 'authorization', value: 'Bearer [key#1 sk-demo-…cdef]' }, {}] },
      });
    },
  );

  test.each([
    'https://evil.example.net/api.example.com',
    'https://api.example.com.evil.example.net/',
    'https://api.example.com@evil.example.net/',
    'https://evilapi.example.com/',
    'https://api.example.com:8443/',
    'https://eu.example.com.evil.example.net/',
  ])('of a call to %s may not', (url) => {
    expect(balanceSkip(callTo(url))).toEqual({ skip: expect.stringContaining("is not Example's own host") as string });
  });

  test('goes to whoever was called: a gateway in front of the vendor, or the vendor', () => {
    const gateway = {
      ...vendor,
      id: 'front',
      hosts: ['front.example.net'],
      balance: { ...vendor.balance!, url: 'https://front.example.net/key' },
    };
    const ask = (url: string): unknown => (probes['balance'] as Probe).plan({ ...factsOf(callTo(url)), gateway });
    expect(ask('https://front.example.net/v1/chat')).toMatchObject({ credentialHosts: ['front.example.net'] });
    expect(ask('https://api.example.com/v1/chat')).toMatchObject({ credentialHosts: ['billing.example.com'] });
    expect(ask('https://other.example.org/v1/chat')).toMatchObject({ skip: expect.any(String) as string });
  });

  test('is sent as the vendor takes it where the balance wants the same header field', () => {
    const own = { ...vendor, balance: { ...vendor.balance!, keyHeader: 'X-Api-Key' } };
    expect(balanceSkip(call, own)).toMatchObject({ request: { headers: [{ name: 'X-Api-Key', value: '[key#1 sk-demo-…cdef]' }, {}] } });
  });

  test('is sought in the header field of the vendor, and nowhere else', () => {
    const elsewhere = callTo('https://api.example.com/x', [{ name: 'authorization', value: `Bearer ${KEY}` }]);
    expect(balanceSkip(elsewhere)).toEqual({ skip: 'the call carried no key in x-api-key' });
  });

  test('goes through the proxy that the call went through', () => {
    const proxied: RawExchange = {
      ...call,
      request: { ...call.request!, send: { proxy: 'http://proxy.example.com:3128', insecure: true } },
    };
    expect(balanceSkip(proxied)).toMatchObject({ request: { send: { proxy: 'http://proxy.example.com:3128' } } });
    expect(balanceSkip(proxied)).not.toHaveProperty('request.send.insecure');
  });
});

describe('the evidence file', () => {
  test('is read as it was written, and holds no credential', async () => {
    const server = await serveVendor(good);
    const evidence = await run(factsOf(), { origins: server.origins });
    const written = writeEvidence(evidence);
    expect(readEvidence(written)).toEqual(evidence);
    expect(readEvidence(`\uFEFF${written}`)).toEqual(evidence);
    expect(written).not.toContain(KEY);
  });

  test('keeps the exchange that was asked about, with masks', () => {
    const { secrets, ...exchange } = sealExchange({ ...call, toldStatus: 402, at: NOW });
    const written = writeEvidence({ schema: 1, at: NOW, exchange: { ...exchange, secrets } as RawExchange, answers: {} });
    expect(written).not.toContain(KEY);
    expect(readEvidence(written).exchange).toEqual(exchange);
  });

  test('with a Secret in it is written with the mask', () => {
    const { secrets } = sealExchange(call);
    expect(writeEvidence({ schema: 1, at: NOW, answers: { x: { outcome: 'answered', at: NOW, asked: '', data: secrets } } })).toContain(
      '"[key#1 sk-demo-…cdef]"',
    );
  });

  test.each([
    ['', 'not JSON'],
    ['{"schema":1', 'not JSON'],
    ['[]', 'not valid'],
    ['{"schema":2,"at":"2026-11-20T12:00:00Z","answers":{}}', 'of schema 2'],
    ['{"schema":1,"at":"yesterday","answers":{}}', 'at at:'],
    ['{"schema":1,"at":"2026-11-20T12:00:00Z"}', 'at answers:'],
    [
      '{"schema":1,"at":"2026-11-20T12:00:00Z","answers":{},"exchange":{"source":{"shape":"har"},"request":{"method":1}}}',
      'at exchange.request.method:',
    ],
    ['{"schema":1,"at":"2026-11-20T12:00:00Z","answers":{"balance":{"outcome":"guessed"}}}', 'at answers.balance.outcome:'],
    [
      '{"schema":1,"at":"2026-11-20T12:00:00Z","answers":{"balance":{"outcome":"failed","at":"2026-11-20T12:00:00Z","asked":"x"}}}',
      'at answers.balance.why:',
    ],
  ])('that reads %j is refused with a reason', (text, reason) => {
    expect(() => readEvidence(text)).toThrow(UnreadableInput);
    expect(() => readEvidence(text)).toThrow(reason);
  });
});
