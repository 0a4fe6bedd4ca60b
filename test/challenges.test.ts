/** Every machine-payment challenge is read as its fixture says, and a 402 that asks is diagnosed as one. */
import { describe, expect, test } from 'vitest';
import challenges from '#units/challenges';
import { interpret } from '../src/diagnose.ts';
import type { HttpRequest, HttpResponse } from '../src/model/exchange.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { NOW, rawExchange, readFixture } from './support/fixtures.ts';
import { unitsWithFixture } from './support/units.ts';

function parsed(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '') as unknown;
  } catch {
    return undefined;
  }
}

describe.each(unitsWithFixture('challenges'))('%s', (unit) => {
  const { answers } = readFixture('challenges', `${unit}.json`);

  test.each(answers.map((answer) => [answer.name, answer] as const))(
    '%s',
    (_name, { request: asked, response: stated, expect: expected }) => {
      const { request, response } = rawExchange({ ...(asked && { request: asked }), response: stated }) as {
        request?: HttpRequest;
        response: HttpResponse;
      };
      const challenge = challenges[unit]?.read({ response, body: parsed(response.body), ...(request && { request }) });
      if (expected === null) {
        expect(challenge).toBeUndefined();
        return;
      }
      const { says, price, ...rest } = expected;
      expect(challenge).toMatchObject(rest);
      if (price) expect(challenge?.offers[0]?.price).toBe(price);
      if (says) expect(challenge?.says).toContain(says);
      expect(challenge?.because).not.toEqual([]);
    },
  );

  test.each(
    answers
      .filter((answer) => answer.expect?.state === 'asked' && answer.response.status === 402)
      .map((answer) => [answer.name, answer] as const),
  )('%s: the verdict is a payment challenge', async (_name, { response }) => {
    const { reading } = await interpret(sealExchange(rawExchange({ response })), { now: new Date(NOW) });
    expect(reading.verdict.cause).toBe('payment-challenge');
  });
});
