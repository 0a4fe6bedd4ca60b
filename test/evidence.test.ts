/** What every probe would ask, and what it makes of the answer. Nothing is sent. */
import { describe, expect, test } from 'vitest';
import probes from '#units/evidence';
import providers from '#units/providers';
import { interpret } from '../src/diagnose.ts';
import type { Probe, ProbeFacts } from '../src/model/probe.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { NOW, rawExchange, readFixture } from './support/fixtures.ts';
import { unitsWithFixture } from './support/units.ts';

type Case = ReturnType<typeof readFixture<'evidence'>>['cases'][number];

async function factsOf(given: Case): Promise<ProbeFacts> {
  const exchange = sealExchange(rawExchange(given.exchange));
  const { provider, gateway } = await interpret(exchange, { now: new Date(NOW), ...(given.provider && { providerId: given.provider }) });
  return { exchange, ...(provider && { provider }), ...(gateway && { gateway }) };
}

/** The hosts that a vendor's own profile names: those it answers at, and those of its own questions. */
function hostsOf(provider: ProbeFacts['provider']): string[] {
  const questions = [provider?.balance?.url, provider?.knownGood?.url].flatMap((url) => (url ? [new URL(url).host] : []));
  return [...(provider?.hosts ?? []), ...questions];
}

const isAmong = (host: string, hosts: string[]): boolean =>
  hosts.some((own) => host === own || (own.startsWith('.') && host.endsWith(own)));

describe.each(unitsWithFixture('evidence'))('%s', (unit) => {
  const probe = probes[unit] as Probe;
  const { cases } = readFixture('evidence', `${unit}.json`);

  test.each(cases.map((given) => [given.name, given] as const))('%s', async (_name, given) => {
    const facts = await factsOf(given);
    const plan = probe.plan(facts);
    if ('skip' in given.expect) {
      expect(plan).toEqual({ skip: expect.stringContaining(given.expect.skip) as string });
      return;
    }
    if ('skip' in plan) throw new Error(`nothing is asked: ${plan.skip}`);
    expect(plan.request.url).toBe(given.expect.asks);
    for (const host of plan.credentialHosts) expect(isAmong(host, hostsOf(facts.provider)), host).toBe(true);

    const answer = rawExchange({ response: given.response }).response;
    if (!answer) return;
    const read = () => probe.read({ status: answer.status, headers: answer.headers, body: answer.body ?? '' }, facts);
    if ('fails' in given.expect) expect(read).toThrow(given.expect.fails);
    else expect(read()).toEqual(given.expect.data);
  });
});

test('a fixture names a provider that there is', () => {
  const cases = unitsWithFixture('evidence').flatMap((unit) => readFixture('evidence', `${unit}.json`).cases);
  const named = cases.flatMap(({ provider }) => provider ?? []);
  expect(Object.keys(providers)).toEqual(expect.arrayContaining(named));
});
