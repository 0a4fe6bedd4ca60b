/** What a person is asked of the account and of the status page, and what the answer makes of the diagnosis. */
import { describe, expect, test } from 'vitest';
import { interpret, judge, noEvidence, openQuestions } from '../src/diagnose.ts';
import { PERSON, type Evidence } from '../src/model/evidence.ts';
import type { Diagnosis } from '../src/model/diagnosis.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { NOW, rawExchange } from './support/fixtures.ts';

const now = new Date(NOW);
const answers = (given: Record<string, string>): Evidence => {
  const evidence = noEvidence(now, 'offline');
  return { ...evidence, answers: { ...evidence.answers, [PERSON]: { outcome: 'answered', at: NOW, asked: 'you', data: given } } };
};
const read = (providerId: string, response: { status: number; body?: unknown }) =>
  interpret(sealExchange(rawExchange({ response: { headers: { 'content-type': 'application/json' }, ...response } })), { now, providerId });

async function diagnosed(
  providerId: string,
  response: { status: number; body?: unknown },
  given: Record<string, string>,
): Promise<Diagnosis> {
  return judge(await read(providerId, response), answers(given), { now });
}
const lineOf = ({ checklist }: Diagnosis, id: string) => checklist.find((entry) => entry.id === id);

describe('the account', () => {
  const bare = { status: 402 };

  test('is asked for where nothing tells, with what it may show', async () => {
    const question = (await openQuestions(await read('mistral', bare), answers({}), { now })).find(({ id }) => id === 'account');
    expect(question?.question.says).toContain('Mistral');
    expect(question?.question.choices.map(({ value }) => value)).toEqual([
      'active',
      'expired',
      'past-due',
      'out-of-credits',
      'limit-reached',
    ]);
    expect(question?.finding.link?.url).toMatch(/^https:/);
  });

  test.each([
    ['expired', 'subscription-inactive'],
    ['past-due', 'account-past-due'],
    ['out-of-credits', 'credits-exhausted'],
    ['limit-reached', 'spend-limit-reached'],
  ])('that is %s speaks for %s', async (account, cause) => {
    const diagnosis = await diagnosed('mistral', bare, { account });
    expect(diagnosis.verdict).toMatchObject({ cause, confidence: 'likely' });
    expect(lineOf(diagnosis, 'account')).toMatchObject({ outcome: 'fail' });
  });

  test('that is in order changes no verdict', async () => {
    const diagnosis = await diagnosed('mistral', bare, { account: 'active' });
    expect(diagnosis.verdict.cause).toBe('payment-unspecified');
    expect(lineOf(diagnosis, 'account')).toMatchObject({ outcome: 'pass' });
  });

  test('is not asked for where the error says what is wrong with it', async () => {
    const body = { error: { message: 'Your account is past due: an invoice is unpaid.', code: 'account_past_due' } };
    const open = await openQuestions(await read('mistral', { status: 403, body }), answers({}), { now });
    expect(open.map(({ id }) => id)).not.toContain('account');
  });
});

describe('the status page that no program can read', () => {
  const outage = { status: 503, body: { error: { code: 503, message: 'The service is temporarily unavailable' } } };

  test('with an incident explains an outage, and the verdict stays what it is', async () => {
    const before = await diagnosed('openrouter', outage, {});
    expect(lineOf(before, 'status-page')).toMatchObject({ outcome: 'ask', link: { url: 'https://status.openrouter.ai' } });
    const after = await diagnosed('openrouter', outage, { 'status-page': 'incident' });
    expect(lineOf(after, 'status-page')).toMatchObject({ outcome: 'fail' });
    expect(after.verdict.cause).toBe(before.verdict.cause);
  });

  test('that shows none excludes none', async () => {
    const entry = lineOf(await diagnosed('openrouter', outage, { 'status-page': 'up' }), 'status-page');
    expect(entry).toMatchObject({ outcome: 'pass', says: expect.stringContaining('lag') as string });
  });
});
