import { causes, type CauseId } from '../model/cause.ts';
import type { Check, Choice, Facts, Finding } from '../model/check.ts';
import { cut } from '../model/format.ts';
import { accountHolder, billingLink } from '../interpret/whose-account.ts';

/** What the vendor's own error says of the method of payment. */
const refusals: Partial<Record<CauseId, string>> = {
  'payment-method-required': 'No valid payment method on file',
  'account-past-due': 'An invoice is unpaid: its payment may have failed',
  'payment-declined': "The payer's bank or the processor declined it",
};

const ADDRESS = 'Give the vendor name, street, postcode and country exactly as the bank has them, and pay again.';
const BANK = 'Ask the bank, or look in its app: name the vendor, the amount and the day, and have the payment let through.';
const NEW_CARD = 'Put a valid payment method on file, and pay what is open with it.';
const PAY_AGAIN = 'Pay the open invoice, or buy credits again, with the new method: few vendors try again by themselves.';

/** What is wrong with the method itself, where the error's code or words say so; the first that fits. */
const reasons: { code: RegExp; words?: RegExp; says: string; step: string }[] = [
  {
    code: /^(?:expired_card|card_expired|payment_method_expired)$/i,
    words: /\b(?:card|payment method)\b[^.]{0,40}\bexpired\b|\bexpired (?:card|payment method|credit card)\b/i,
    says: 'The payment method on file has expired',
    step: NEW_CARD,
  },
  {
    code: /^(?:incorrect_zip|incorrect_address|invalid_billing_address|avs_\w{1,30}|customer_tax_location_invalid)$/i,
    words: /\bbilling address\b|\b(?:zip|postal) ?code\b/i,
    says: 'The billing address is missing or not the one of the card',
    step: ADDRESS,
  },
  {
    code: /^(?:authentication_required|requires_action|subscription_payment_intent_requires_action|call_issuer|issuer_not_available)$/i,
    words: /\b3d ?secure\b|\bauthenticat\w{1,6} (?:the|this|your) payment\b|\bcontact (?:your|the) (?:bank|card issuer)\b/i,
    says: 'The bank holds the payment until somebody confirms it',
    step: BANK,
  },
];

export default {
  phase: '1.2',
  title: 'Payment method',
  explains:
    'Fails where the vendor says that the payment method is missing, has expired or was declined. No key can see a payment ' +
    'method, so for every other payment failure a person is asked: whether it has expired or was changed, whether the billing ' +
    "address is the bank's, whether the bank holds the payment.",
  judge(facts) {
    const { cause, confidence, alternatives } = facts.reading.verdict;
    const refusal = refusals[cause];
    if (refusal !== undefined) return refused(facts, refusal, confidence === 'possible' ? 'warn' : 'fail');
    if (cause === 'payment-challenge') return { outcome: 'skip', says: 'The client pays by itself: no method on file is used' };
    if (facts.reading.answeredBy.layer === 'upstream')
      return { outcome: 'skip', says: "Not your account, but one at the gateway's upstream" };
    if (isSomebodysGateway(facts)) return { outcome: 'skip', says: `Whoever runs ${cut(facts.gateway!.title, 25)} pays, not you` };
    const mayBeRefused = alternatives.some((other) => refusals[other.cause] !== undefined);
    if (causes[cause].family === 'payment' || mayBeRefused) return asked(facts);
    return { outcome: 'skip', says: cause === 'success' ? 'The call went through' : 'Nothing points at a payment method' };
  },
  question: () => ({ says: 'What does the billing page say of the payment method?', choices }),
} satisfies Check;

/** A gateway that spoke for itself and has no hosts of its own: somebody runs it, and its keys have no payment method. */
const isSomebodysGateway = ({ reading, gateway }: Facts): boolean =>
  reading.answeredBy.layer === 'gateway' && gateway?.hosts.length === 0 && causes[reading.verdict.cause].family === 'payment';

const choices: Choice[] = [
  {
    value: 'fine',
    says: 'It is valid, and the last payment went through',
    outcome: 'pass',
    found: 'Valid, and the last payment went through',
  },
  {
    value: 'expired',
    says: 'There is none, or it has expired',
    outcome: 'fail',
    found: 'None on file, or it has expired',
    steps: [NEW_CARD, 'Then wait a few minutes before the next call.'],
    cause: 'payment-method-required',
  },
  {
    value: 'changed',
    says: 'It was changed lately, or a payment is still open',
    outcome: 'fail',
    found: 'Changed lately, or a payment is still open',
    steps: [PAY_AGAIN, 'If it is paid, send the receipt to support.'],
    cause: 'account-past-due',
  },
  {
    value: 'address',
    says: "The billing address is missing or not the bank's",
    outcome: 'fail',
    found: "The billing address is missing or not the bank's",
    steps: [ADDRESS],
    cause: 'payment-method-required',
  },
  {
    value: 'held',
    says: 'The bank holds or declined the last payment',
    outcome: 'fail',
    found: 'The bank holds or declined the last payment',
    steps: [BANK, 'Or put a second payment method on file.'],
    cause: 'payment-method-required',
  },
];

function refused(facts: Facts, refusal: string, outcome: 'fail' | 'warn'): Finding {
  if (facts.reading.verdict.cause === 'payment-declined') return declined(facts, refusal, outcome);
  const isOurs = facts.reading.answeredBy.layer !== 'upstream';
  if (!isOurs) return { outcome: 'warn', says: `At the gateway's upstream: ${refusal}` };
  const link = billingLink(accountHolder(facts));
  const common: Finding = { outcome, says: refusal, ...(link && { link }) };
  const reason = reasonIn(facts);
  if (!reason) return common;
  const because = [{ where: reason.where, value: cut(reason.value, 120), says: 'what is wrong with the payment method' }];
  return { ...common, says: reason.says, steps: [reason.step], because };
}

/** What of the error names the trouble: its codes say it more exactly than its words. */
function reasonIn({ reading }: Facts): { says: string; step: string; where: string; value: string } | undefined {
  const codes = reading.problems.flatMap((problem) => [...problem.codes, ...problem.types]);
  const messages = reading.problems.flatMap((problem) => problem.messages);
  for (const { code, words, says, step } of reasons) {
    const found = codes.find(({ value }) => code.test(value)) ?? messages.find(({ value }) => words?.test(value.slice(0, 2000)));
    if (found) return { says, step, ...found };
  }
  return undefined;
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
