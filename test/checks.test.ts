/** Every step of the checklist fires where its fixture says, and is quiet where it says. */
import { describe, expect, test } from 'vitest';
import checks from '#units/checks';
import { interpret } from '../src/diagnose.ts';
import type { Check, Facts } from '../src/model/check.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { evidenceOf, NOW, rawExchange, readFixture } from './support/fixtures.ts';
import { unitsWithFixture } from './support/units.ts';

type Case = ReturnType<typeof readFixture<'checks'>>['cases'][number];

/** What a check is given, with `answers` as all that was asked of the world. */
async function factsOf(given: Case): Promise<Facts> {
  const now = new Date(given.now ?? NOW);
  const exchange = sealExchange(rawExchange(given.exchange));
  const hints = { ...(given.provider && { providerId: given.provider }), ...(given.gateway && { gatewayId: given.gateway }) };
  return { ...(await interpret(exchange, { now, ...hints })), evidence: evidenceOf(given.answers, now.toISOString()), now };
}

describe.each(unitsWithFixture('checks'))('%s', (unit) => {
  const check = checks[unit] as Check;
  const { cases } = readFixture('checks', `${unit}.json`);

  test.each(cases.map((given) => [given.name, given] as const))('%s', async (_name, given) => {
    const finding = check.judge(await factsOf(given));
    expect(finding, finding.says).toMatchObject({ outcome: given.expect.outcome });
    expect(finding.says).toContain(given.expect.says);
    for (const step of given.expect.steps) expect(finding.steps).toContainEqual(expect.stringContaining(step));
  });

  test('its fixture shows it firing and quiet', () => {
    const outcomes = cases.map((given) => given.expect.outcome);
    expect(outcomes).toEqual(expect.arrayContaining([expect.stringMatching(/^(?:fail|warn|ask)$/)]));
    expect(outcomes).toEqual(expect.arrayContaining([expect.stringMatching(/^(?:pass|skip)$/)]));
  });

  test('it says one line, whatever there is to judge', async () => {
    const bare = { name: '', answers: {}, expect: { outcome: 'skip' as const, says: '', steps: [] } };
    const exchanges: Case['exchange'][] = [
      {},
      { response: { status: 500 } },
      { failure: { kind: 'dns', message: 'no such host' } },
      { text: '' },
    ];
    for (const exchange of exchanges) expect(check.judge(await factsOf({ ...bare, exchange })).says).toMatch(/^[^\n]+$/);
  });
});
