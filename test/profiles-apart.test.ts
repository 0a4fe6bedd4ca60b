/** Profiles do not fight: an answer of one vendor is not claimed by another's signs and rules, whatever they have in common. */
import { describe, expect, test } from 'vitest';
import providers from '#units/providers';
import { readExchange } from '../src/interpret/read.ts';
import { problemsOf } from '../src/interpret/problems.ts';
import { isSpecific, matchRules } from '../src/interpret/rules.ts';
import { compileSigns, signsOf } from '../src/interpret/signs.ts';
import type { Exchange } from '../src/model/exchange.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { NOW, rawExchange, readFixture } from './support/fixtures.ts';
import { unitsOf } from './support/units.ts';

const units = unitsOf('providers');
const now = new Date(NOW);
const readWith = (names: string[], exchange: Exchange) =>
  readExchange(exchange, {
    now,
    challenges: {},
    catalogue: {
      signs: compileSigns(Object.fromEntries(names.map((name) => [name, signsOf(providers[name]!)]))),
      profiles: Object.fromEntries(names.map((name) => [name, () => Promise.resolve(providers[name]!)])),
    },
  });

/** Whether a rule of this profile alone would call the answer certain. */
function isClaimed(unit: string, exchange: Exchange): boolean {
  const match = matchRules(providers[unit]!, exchange.response?.status, problemsOf(exchange), []);
  return match !== undefined && isSpecific(match.rule) && !match.rule.alternatives?.length;
}

describe.each(units)('%s', (unit) => {
  const { answers } = readFixture('providers', `${unit}.json`);

  test.each(answers.map((answer) => [answer.name, answer] as const))('%s: no other profile claims it', async (_name, answer) => {
    const { name: _, expect: expected, ...given } = answer;
    const exchange = sealExchange(rawExchange(given));
    const claims: string[] = [];
    for (const other of units) {
      if (other === unit || !isClaimed(other, exchange)) continue;
      // A gateway's answer about its upstream is the business of both.
      if (providers[other]!.kind !== providers[unit]!.kind) continue;
      const alone = await readWith([other], exchange);
      if ((alone.who.provider ?? alone.who.gateway)?.id !== other) continue;
      const { cause, confidence } = alone.reading.verdict;
      if (confidence !== 'certain' || cause === ('cause' in expected ? expected.cause : undefined)) continue;
      // Both being known, the vendor's own signs have to be the stronger ones.
      const both = await readWith([unit, other], exchange);
      const named = both.who[providers[unit]!.kind === 'gateway' ? 'gateway' : 'provider']?.id;
      if (named !== unit) claims.push(`${other} (${cause})`);
    }
    expect(claims).toEqual([]);
  });
});
