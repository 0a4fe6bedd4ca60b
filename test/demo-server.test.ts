/** The demo's server: what a person's own curl gets from it. */
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { request } from 'undici';
import providers from '#units/providers';
import { scenarios, type Scenario } from '../src/cli/demo/scenarios.ts';
import { startDemo } from '../src/cli/demo/server.ts';

const named = (id: string): Scenario => scenarios.find((scenario) => scenario.id === id)!;

async function demo(scenario: Scenario): Promise<string> {
  const { origin, close } = await startDemo(scenario);
  onTestFinished(close);
  return origin;
}

async function get(url: string, options: Parameters<typeof request>[1] = {}) {
  const { statusCode, headers, body } = await request(url, options);
  return { status: statusCode, headers, body: await body.text() };
}

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  test('answers its call, by whatever method', async () => {
    const origin = await demo(scenario);
    for (const method of ['GET', 'POST', 'DELETE'] as const) {
      const answer = await get(`${origin}${scenario.path}`, { method, ...(method === 'POST' && { body: 'x'.repeat(300_000) }) });
      expect(answer).toMatchObject({ status: scenario.response.status, body: JSON.stringify(scenario.response.body) });
      for (const [name, value] of Object.entries(scenario.response.headers)) {
        if (typeof value === 'string') expect(answer.headers[name.toLowerCase()]).toBe(value);
      }
    }
  });

  test('stands in for the vendor that its profile describes', () => {
    const profile = scenario.provider === undefined ? undefined : providers[scenario.provider];
    expect(profile === undefined).toBe(scenario.provider === undefined);
    if (!profile) return;
    expect(profile.hosts).toContain(new URL(scenario.origin).host);
    const key = Object.entries(scenario.requestHeaders).find(([name]) => name.toLowerCase() === profile.keyHeader.toLowerCase())?.[1] ?? '';
    expect(profile.keys.some(({ pattern }) => new RegExp(`^(?:Bearer )?(?:${pattern})$`).test(key))).toBe(true);
    expect(scenario.balance && `${scenario.origin}${scenario.balance.path}`).toBe(profile.balance?.url);
    if (profile.statusPage?.api) expect(new URL(profile.statusPage.api.url).pathname).toBe(scenario.statusPage?.path);
  });
});

test('no two scenarios have one id, and the first is out-of-credits', () => {
  const ids = scenarios.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toBe('out-of-credits');
});

test('the balance and the status page are served beside the call', async () => {
  const scenario = named('out-of-credits');
  const origin = await demo(scenario);
  const balance = await get(`${origin}${scenario.balance?.path}`);
  expect(balance.status).toBe(200);
  expect(JSON.parse(balance.body)).toHaveProperty('balance_infos');
  expect(JSON.parse((await get(`${origin}${scenario.statusPage?.path}`)).body)).toMatchObject({ status: { indicator: 'none' } });
});

test('another path gets a 404 that says which path there is', async () => {
  const origin = await demo(named('context-too-long'));
  const answer = await get(`${origin}/v1/models`);
  expect(answer.status).toBe(404);
  expect(JSON.parse(answer.body)).toMatchObject({ error: { message: expect.stringContaining('/v1/chat/completions') as string } });
});

test('HEAD gets the head of the answer', async () => {
  const scenario = named('out-of-credits');
  const answer = await get(`${await demo(scenario)}${scenario.path}`, { method: 'HEAD' });
  expect(answer).toMatchObject({ status: 402, body: '' });
  expect(Number(answer.headers['content-length'])).toBeGreaterThan(100);
});

test('many at once are all answered', async () => {
  const scenario = named('rate-limited');
  const url = `${await demo(scenario)}${scenario.path}`;
  const answers = await Promise.all(Array.from({ length: 40 }, () => get(url)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([429]));
});

test('a rate limit is reset in the time to come, as the vendor writes it', async () => {
  const scenario = named('rate-limited');
  const { headers } = await get(`${await demo(scenario)}${scenario.path}`);
  const reset = String(headers['anthropic-ratelimit-input-tokens-reset']);
  expect(reset).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(Date.parse(reset)).toBeGreaterThan(Date.parse(String(headers['date'])));
});

test('the x402 challenge is in the header field: 0.01 USDC on Base, and an empty body', async () => {
  const scenario = named('x402-challenge');
  const { headers, body } = await get(`${await demo(scenario)}${scenario.path}`);
  const challenge = JSON.parse(Buffer.from(String(headers['payment-required']), 'base64').toString()) as {
    accepts: Record<string, string>[];
  };
  expect(body).toBe('{}');
  expect(challenge).toMatchObject({ x402Version: 2, accepts: [{ scheme: 'exact', network: 'eip155:8453', amount: '10000' }] });
  for (const name of ['asset', 'payTo']) expect(challenge.accepts[0]?.[name]).toMatch(/^0x[\da-fA-F]{40}$/);
});

test('past the cache, the stale 402 is a 200', async () => {
  const scenario = named('stale-cache');
  const url = `${await demo(scenario)}${scenario.path}`;
  expect(await get(url)).toMatchObject({ status: 402, headers: { age: '5400', 'x-cache': 'HIT' } });
  expect(await get(url, { headers: { 'cache-control': 'no-cache' } })).toMatchObject({ status: 200 });
  expect(await get(`${url}?fresh=1`)).toMatchObject({ status: 200 });
});

test('closing ends the connections that are open', async () => {
  const { origin, close } = await startDemo(named('out-of-credits'));
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  socket.on('error', () => {}).write('POST /chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n');
  await close();
  await ended;
  await expect(get(origin)).rejects.toThrow(/ECONNREFUSED/);
});
