import { causes, type CauseId } from '../model/cause.ts';
import type { Check, Facts, Finding } from '../model/check.ts';
import { cut } from '../model/format.ts';
import { accountHolder, billingLink } from '../interpret/whose-account.ts';

/** What the vendor's own error says of the method of payment. */
const refusals: Partial<Record<CauseId, string>> = {
  'payment-method-required': 'No valid payment method on file',
  'account-past-due': 'An invoice is unpaid: its payment may have failed',
  'payment-declined': "The payer's bank or the processor declined it",
};

export default {
  phase: '1.2',
  title: 'Payment method',
  explains:
    'Fails where the vendor says that the payment method is missing, has expired or was declined. No key can see a payment ' +
    'method, so for every other payment failure it names the page on which a person can.',
  judge(facts) {
    const { cause, confidence } = facts.reading.verdict;
    const refusal = refusals[cause];
    if (refusal !== undefined) return refused(facts, refusal, confidence === 'possible' ? 'warn' : 'fail');
    if (cause === 'payment-challenge') return { outcome: 'skip', says: 'The client pays by itself: no method on file is used' };
    if (facts.reading.answeredBy.layer === 'upstream')
      return { outcome: 'skip', says: "Not your account, but one at the gateway's upstream" };
    if (causes[cause].family === 'payment') return asked(facts);
    return { outcome: 'skip', says: cause === 'success' ? 'The call went through' : 'Nothing points at a payment method' };
  },
} satisfies Check;

function refused(facts: Facts, refusal: string, outcome: 'fail' | 'warn'): Finding {
  if (facts.reading.verdict.cause === 'payment-declined') return declined(facts, refusal, outcome);
  const link = billingLink(accountHolder(facts));
  const isOurs = facts.reading.answeredBy.layer !== 'upstream';
  return isOurs ? { outcome, says: refusal, ...(link && { link }) } : { outcome: 'warn', says: `At the gateway's upstream: ${refusal}` };
}

/** The issuer's own word for a declined charge, where the processor passes it on (Stripe's decline_code). */
function declined({ reading }: Facts, refusal: string, outcome: 'fail' | 'warn'): Finding {
  const codes = reading.problems.flatMap((problem) => problem.codes);
  const reason = codes.find(({ where }) => /\.decline_?code$/i.test(where));
  if (!reason) return { outcome, says: refusal };
  return {
    outcome,
    says: `The payer's bank declined it: ${cut(reason.value, 35)}`,
    because: [{ where: reason.where, value: cut(reason.value, 60), says: "the issuer's reason" }],
  };
}

function asked(facts: Facts): Finding {
  const link = billingLink(accountHolder(facts));
  return {
    outcome: 'ask',
    says: 'Not visible with a key',
    steps: ['On the billing page, see that a payment method is on file, has not expired, and that the last payment went through.'],
    ...(link && { link }),
  };
}
