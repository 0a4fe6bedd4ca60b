/** Every answer that a provider's fixture states is diagnosed as that fixture says, and what looks like it is not. */
import { describe, expect, test } from 'vitest';
import providers from '#units/providers';
import { interpret } from '../src/diagnose.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { NOW, rawExchange, readFixture } from './support/fixtures.ts';
import { unitsWithFixture } from './support/units.ts';

describe.each(unitsWithFixture('providers'))('%s', (unit) => {
  const { answers } = readFixture('providers', `${unit}.json`);

  test.each(answers.map((answer) => [answer.name, answer] as const))('%s', async (_name, answer) => {
    const { name: _, expect: expected, ...exchange } = answer;
    // Without a request and without an expected provider, the fixture is about what this profile makes of the answer.
    const hint = answer.request || expected.provider ? {} : { [providers[unit]?.kind === 'gateway' ? 'gatewayId' : 'providerId']: unit };
    const read = await interpret(sealExchange(rawExchange(exchange)), { now: new Date(NOW), ...hint });
    const { verdict } = read.reading;
    if ('not' in expected) expect(expected.not).not.toContain(verdict.cause);
    else expect(verdict).toMatchObject({ cause: expected.cause, ...(expected.confidence && { confidence: expected.confidence }) });
    if (expected.provider) expect([read.provider?.id, read.gateway?.id]).toContain(expected.provider);
  });
});

test.each(Object.keys(providers))('%s: its key samples have the shapes that they stand for', (unit) => {
  for (const { pattern, sample } of providers[unit]?.keys ?? []) expect(sample).toMatch(new RegExp(`^(?:${pattern})$`));
});
