/** What every probe would ask, and what it makes of the answer. Nothing is sent. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import probes from '#units/evidence';
import providers from '#units/providers';
import { interpret } from '../src/diagnose.ts';
import { isLocal, type Machine, type ProbeFacts } from '../src/model/probe.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { NOW, rawExchange, readFixture } from './support/fixtures.ts';
import { unitsWithFixture } from './support/units.ts';

type Case = ReturnType<typeof readFixture<'evidence'>>['cases'][number];

async function factsOf(given: Case): Promise<ProbeFacts> {
  const exchange = sealExchange(rawExchange(given.exchange));
  const { provider, gateway } = await interpret(exchange, {
    now: new Date(NOW),
    ...(given.provider && { providerId: given.provider }),
    ...(given.gateway && { gatewayId: given.gateway }),
  });
  return { exchange, ...(provider && { provider }), ...(gateway && { gateway }) };
}

/** The hosts that may get a key: those of the profiles, those of their own questions, and the one that was called. */
function hostsOf({ exchange, provider, gateway }: ProbeFacts): string[] {
  const questions = [provider, gateway].flatMap((profile) => [
    profile?.balance?.url,
    profile?.balance?.first?.url,
    profile?.knownGood?.url,
  ]);
  const own = questions.flatMap((url) => (url && URL.canParse(url) ? [new URL(url).host] : []));
  const called = exchange.request?.url && URL.canParse(exchange.request.url) ? [new URL(exchange.request.url).host] : [];
  return [...(provider?.hosts ?? []), ...(gateway?.hosts ?? []), ...own, ...called];
}

const isAmong = (host: string, hosts: string[]): boolean =>
  hosts.some((own) => host === own || (own.startsWith('.') && host.endsWith(own)));

/** Writes files into a new folder, by their paths below it. */
function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'diagnose-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function machineOf({ environment, platform, home, folder, files }: NonNullable<Case['machine']>): Machine {
  const here = folderWith(folder);
  const named = Object.fromEntries(Object.entries(files).map(([flag, path]) => [flag, join(here, path)]));
  return { environment, platform, home: folderWith(home), folder: here, files: named };
}

describe.each(unitsWithFixture('evidence'))('%s', (unit) => {
  const probe = probes[unit]!;
  const { cases } = readFixture('evidence', `${unit}.json`);

  test.each(cases.map((given) => [given.name, given] as const))('%s', async (_name, given) => {
    const facts = await factsOf(given);
    if (isLocal(probe)) {
      const machine = machineOf(given.machine ?? { environment: {}, platform: 'linux', home: {}, folder: {}, files: {} });
      const looked = probe.look(facts, machine).finally(() => {
        for (const folder of [machine.home, machine.folder]) rmSync(folder, { recursive: true, force: true });
      });
      if ('fails' in given.expect) await expect(looked).rejects.toThrow(given.expect.fails);
      else if ('skip' in given.expect)
        await expect(looked).resolves.toEqual({ skip: expect.stringContaining(given.expect.skip) as string });
      else await expect(looked).resolves.toMatchObject(given.expect.data as object);
      return;
    }
    const plan = probe.plan(facts);
    if ('skip' in given.expect) {
      expect(plan).toEqual({ skip: expect.stringContaining(given.expect.skip) as string });
      return;
    }
    if ('skip' in plan) throw new Error(`nothing is asked: ${plan.skip}`);
    if (!('asks' in given.expect)) throw new Error('the fixture does not say what is asked');
    expect(plan.request.url).toBe(given.expect.asks);
    for (const host of plan.credentialHosts) expect(isAmong(host, hostsOf(facts)), host).toBe(true);

    const responses = [given.response, given.second?.response].flatMap((stated) => {
      const answer = stated && rawExchange({ response: stated }).response;
      return answer ? [{ status: answer.status, headers: answer.headers, body: answer.body ?? '' }] : [];
    });
    if (responses.length === 0) return;
    if (given.second) expect(probe.next?.(responses[0]!, facts)?.request.url).toBe(given.second.asks);
    const read = () => probe.read(responses.at(-1)!, facts, responses);
    if ('fails' in given.expect) expect(read).toThrow(given.expect.fails);
    else expect(read()).toEqual(given.expect.data);
  });
});

test('a fixture names a provider that there is', () => {
  const cases = unitsWithFixture('evidence').flatMap((unit) => readFixture('evidence', `${unit}.json`).cases);
  const named = cases.flatMap(({ provider }) => provider ?? []);
  expect(Object.keys(providers)).toEqual(expect.arrayContaining(named));
});
