/** Every probe that sends, against servers on loopback: what it makes of a good answer, of a bad one and of none, and where the key goes. */
import { createServer, type ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import probes from '#units/evidence';
import providers from '#units/providers';
import { interpret } from '../src/diagnose.ts';
import { gather } from '../src/evidence/world/gather.ts';
import type { Answer } from '../src/model/evidence.ts';
import { isLocal, type Probe, type ProbeFacts } from '../src/model/probe.ts';
import type { Provider } from '../src/model/provider.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { NOW, rawExchange, readFixture } from './support/fixtures.ts';
import { listen, serve, type Loopback } from './support/loopback.ts';

const KEY = `sk-demo-${'0123456789abcdef'.repeat(3)}`;
const network = Object.entries(probes).flatMap(([id, probe]) => (isLocal(probe) ? [] : [[id, probe] as [string, Probe]]));

const API = 'https://api.example.com';
const STATUS = 'https://status.example.com';
const ELSEWHERE = 'https://elsewhere.example.net';

const vendor: Provider & { id: string } = {
  id: 'example',
  title: 'Example',
  kind: 'vendor',
  hosts: ['api.example.com'],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [],
  links: {},
  statusPage: { page: STATUS, api: { kind: 'statuspage', url: `${STATUS}/api/v2/summary.json` } },
  balance: {
    first: { url: `${API}/v1/teams`, read: { team: 'teams.0.id', plan: 'teams.0.plan' } },
    url: `${API}/v1/teams/{team}/balance`,
    keyHeader: 'x-api-key',
    read: { remaining: 'credits' },
    unit: 'credits',
    source: 'https://docs.example.com/balance',
  },
  knownGood: { method: 'GET', url: `${API}/v1/models`, says: 'Lists models.', source: 'https://docs.example.com/models' },
  rules: [],
};

/** A call about which every probe has something to ask: a cache answered it, and redirects are followed. */
const facts: ProbeFacts = {
  exchange: sealExchange({
    source: { shape: 'test' },
    request: {
      method: 'GET',
      url: `${API}/v1/things?api_key=${KEY}`,
      headers: [
        { name: 'X-Api-Key', value: KEY },
        { name: 'Cookie', value: `session=${KEY}` },
      ],
      send: { followRedirects: true },
    },
    response: { status: 402, headers: [{ name: 'X-Cache', value: 'HIT' }] },
  }),
  provider: vendor,
};

const good: Record<string, unknown> = {
  '/v1/teams': { teams: [{ id: 'team-1', plan: 'pro' }] },
  '/v1/teams/team-1/balance': { credits: 12 },
  '/v1/models': { data: [] },
  '/v1/things': { things: [] },
  '/api/v2/summary.json': { status: { indicator: 'none', description: 'All well' }, incidents: [] },
};
const pathOf = (url: string): string => url.split('?', 1)[0] as string;

async function ask(id: string, probe: Probe, origins: Record<string, string>, timeoutSeconds = 3): Promise<Answer<unknown>> {
  const { answers } = await gather({ [id]: probe }, facts, { now: () => new Date(NOW), replay: true, timeoutSeconds, origins });
  return answers[id]!;
}

/** All hosts of the vendor at one server that answers as told. */
async function against(
  handle: (response: ServerResponse, url: string) => void,
): Promise<{ server: Loopback; origins: Record<string, string> }> {
  const server = await serve(({ url }, response) => handle(response, url));
  return { server, origins: { [API]: server.origin, [STATUS]: server.origin } };
}

/** An answer that a report can show: one line says why it failed, and nothing of it is a credential. */
function expectPresentable(answer: Answer<unknown>): void {
  expect(answer.outcome).not.toBe('not-asked');
  if (answer.outcome === 'failed') expect(answer.why).toMatch(/^[^\n]{3,200}$/);
  expect(JSON.stringify(answer)).not.toContain(KEY);
}

/** What no answer at all is to a probe: a failure, or what the probe makes of one. */
const noAnswer = (probe: Probe, kind: string): object =>
  probe.readFailure ? { outcome: 'answered', data: { failure: { kind } } } : { outcome: 'failed' };

test('there are such probes, and each one asks about this call', () => {
  expect(network.map(([id]) => id)).toEqual(expect.arrayContaining(['balance', 'replay', 'status-page']));
  for (const [id, probe] of network) expect(probe.plan(facts), id).toHaveProperty('request');
});

describe.each(network)('%s', (id, probe) => {
  test('a good answer', async () => {
    const { server, origins } = await against((response, url) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(good[pathOf(url)]));
    });
    const answer = await ask(id, probe, origins);
    expectPresentable(answer);
    expect(answer.outcome).toBe('answered');
    expect(server.received.length).toBeGreaterThan(0);
  });

  test.each([
    ['cut off', '{"status":{"indicator":"none"'],
    ['null', 'null'],
    ['numbers in place of objects', '{"status":1,"incidents":2,"teams":3,"credits":[]}'],
    ['a web page', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['deeply nested', '['.repeat(100_000)],
    ['bytes that are no text', '\u0000\ufffe\uffff'],
    ['members of every object', '{"__proto__":{"indicator":"none"},"constructor":{"credits":1},"status":{"__proto__":{"indicator":"x"}}}'],
  ])('a malformed answer: %s', async (_name, body) => {
    const { origins } = await against((response) => response.writeHead(200, { 'content-type': 'application/json' }).end(body));
    const answer = await ask(id, probe, origins);
    expectPresentable(answer);
    expect(answer.outcome).toMatch(id === 'balance' || id === 'status-page' ? /^failed$/ : /^(?:answered|failed)$/);
  });

  test('an answer that never comes', async () => {
    const { origins } = await against(() => {});
    const answer = await ask(id, probe, origins, 0.3);
    expectPresentable(answer);
    expect(answer).toMatchObject(noAnswer(probe, 'timeout'));
  });

  test('an answer that begins and never ends', async () => {
    const { origins } = await against((response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"status":'));
    const answer = await ask(id, probe, origins, 0.3);
    expectPresentable(answer);
    if (id === 'balance' || id === 'status-page') expect(answer.outcome).toBe('failed');
    else expect(answer.outcome).toBe('answered');
  });

  test('a connection that is reset', async () => {
    const server = await listen(createServer((request) => request.socket.resetAndDestroy()));
    const origin = `http://${server.host}`;
    const answer = await ask(id, probe, { [API]: origin, [STATUS]: origin });
    expectPresentable(answer);
    expect(answer).toMatchObject(noAnswer(probe, 'reset'));
  });

  test('an answer of 10 MB is not kept', async () => {
    const chunk = 'x'.repeat(2 ** 20);
    const { origins } = await against((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"padding":"');
      for (let i = 0; i < 10; i++) response.write(chunk);
      response.end('"}');
    });
    const answer = await ask(id, probe, origins, 10);
    expectPresentable(answer);
    expect(JSON.stringify(answer).length).toBeLessThan(5 * 2 ** 20);
    if (id === 'balance' || id === 'status-page') expect(answer).toMatchObject({ why: 'the answer is larger than 1 MiB' });
  });

  test.each([301, 302, 303, 307, 308])('nothing secret follows a redirect to another host (%i)', async (status) => {
    const other = await serve((_request, response) => response.end('{}'));
    const { server, origins } = await against((response) => {
      response.writeHead(status, { location: `${ELSEWHERE}/take?from=example` }).end();
    });
    const answer = await ask(id, probe, { ...origins, [ELSEWHERE]: other.origin });
    expectPresentable(answer);
    expect(server.received).toHaveLength(1);
    expect(JSON.stringify(other.received)).not.toContain(KEY);
    for (const { headers } of other.received) expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['x-api-key']));
  });

  test('a redirect that carries the key in its address is not followed', async () => {
    const other = await serve((_request, response) => response.end('{}'));
    const { origins } = await against((response) => response.writeHead(302, { location: `${ELSEWHERE}/take?key=${KEY}` }).end());
    expectPresentable(await ask(id, probe, { ...origins, [ELSEWHERE]: other.origin }));
    expect(JSON.stringify(other.received)).not.toContain(KEY);
  });
});

test('a question that follows from the first one is answered with the figures of both', async () => {
  const { server, origins } = await against((response, url) => response.end(JSON.stringify(good[pathOf(url)])));
  expect(await ask('balance', probes['balance'] as Probe, origins)).toMatchObject({
    asked: `${API}/v1/teams/team-1/balance`,
    data: { remaining: 12, unit: 'credits', plan: 'pro' },
  });
  expect(server.received.map(({ url, headers }) => [url, headers['x-api-key']])).toEqual([
    ['/v1/teams', KEY],
    ['/v1/teams/team-1/balance', KEY],
  ]);
});

test.each(['../../v1/admin', 'team-1?all=1', 'team-1#', '', 7.5e300, { id: 1 }, 'https://elsewhere.example.net'])(
  'an account that is called %j is not asked for',
  async (team) => {
    const { server, origins } = await against((response) => response.end(JSON.stringify({ teams: [{ id: team }] })));
    expect(await ask('balance', probes['balance'] as Probe, origins)).toMatchObject({ outcome: 'failed' });
    expect(server.received.map(({ url }) => url)).toEqual(['/v1/teams']);
  },
);

test('a status page in UTF-16 is read, as AWS sends it', async () => {
  const event = { status: '3', date: '1795172400', service: 'ec2-eu-west-1', service_name: 'Amazon EC2', summary: 'We’re looking' };
  const text = Buffer.from(`\ufeff${JSON.stringify([event])}`, 'utf16le');
  for (const body of [text, Buffer.from(text).swap16()]) {
    const { server } = await against((response) =>
      response.writeHead(200, { 'content-type': 'application/json;charset=utf-16' }).end(body),
    );
    const provider = { ...vendor, statusPage: { page: STATUS, api: { kind: 'aws' as const, url: `${STATUS}/events` } } };
    const { answers } = await gather(
      { page: probes['status-page'] as Probe },
      { ...facts, provider },
      { now: () => new Date(NOW), origins: { [STATUS]: server.origin } },
    );
    expect(answers['page']).toMatchObject({ data: { incidents: [{ name: 'We’re looking (Amazon EC2)', regions: ['eu-west-1'] }] } });
  }
});

type Case = ReturnType<typeof readFixture<'evidence'>>['cases'][number];

describe('the balance question of every profile that has one, with its documented answer', () => {
  const { cases } = readFixture('evidence', 'balance.json');
  const answered = cases.filter((given) => given.response?.status === 200 && 'data' in given.expect);
  const idOf = ({ provider, gateway }: Case): string => gateway ?? provider ?? '';

  test('none is left out', () => {
    const asking = Object.entries(providers).flatMap(([id, { balance }]) => (balance ? [id] : []));
    expect(asking.filter((id) => !answered.some((given) => idOf(given) === id))).toEqual([]);
  });

  test.each(answered.map((given) => [`${idOf(given)}: ${given.name}`, given] as const))('%s', async (_name, given) => {
    const exchange = sealExchange(rawExchange(given.exchange));
    const { provider, gateway } = await interpret(exchange, {
      now: new Date(NOW),
      ...(given.provider && { providerId: given.provider }),
      ...(given.gateway && { gatewayId: given.gateway }),
    });
    const bodies = [given.response, given.second?.response].map((response) => JSON.stringify(response?.body));
    let asked = 0;
    const server = await serve((_request, response) => response.end(bodies[asked++]));
    const urls = [(given.expect as { asks: string }).asks, given.second?.asks].flatMap((url) => url ?? []);
    const { answers } = await gather(
      { balance: probes['balance'] as Probe },
      { exchange, ...(provider && { provider }), ...(gateway && { gateway }) },
      { now: () => new Date(NOW), origins: Object.fromEntries(urls.map((url) => [new URL(url).origin, server.origin])) },
    );
    expect(answers['balance']).toMatchObject({ outcome: 'answered', data: (given.expect as { data: object }).data });

    const secret = exchange.secrets[0]!.reveal();
    const scheme = (gateway ?? provider)?.balance?.scheme;
    if (scheme) expect(server.received[0]?.headers.authorization).toBe(`${scheme} ${secret}`);
    expect(server.received).toHaveLength(urls.length);
    for (const [i, { method, url, rawHeaders }] of server.received.entries()) {
      expect([method, pathOf(url)]).toEqual(['GET', new URL(urls[i]!).pathname]);
      expect([url, ...rawHeaders].some((text) => text.includes(secret))).toBe(true);
    }
    expect(JSON.stringify(answers)).not.toContain(secret);
  });
});
