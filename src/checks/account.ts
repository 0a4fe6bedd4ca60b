import { causes, type CauseId } from '../model/cause.ts';
import type { Check, Facts, Finding, PersonQuestion } from '../model/check.ts';
import type { Balance } from '../model/evidence.ts';
import { amount, figureOf } from '../model/numbers.ts';
import type { Figure } from '../model/reading.ts';
import { cut } from '../model/format.ts';
import { accountState, limitCause, NO_API, requestedOf, resetOf, whyUnknown, type AccountState } from '../interpret/account-state.ts';
import { accountHolder, billingLink, linkTo } from '../interpret/whose-account.ts';

/** What is wrong with the account where the verdict is about its money or plan, before any figure. */
const troubles: Partial<Record<CauseId, string>> = {
  'credits-exhausted': 'No credits left for this request',
  'quota-exhausted': "The plan's allowance is used up",
  'spend-limit-reached': 'A spend limit is reached',
  'plan-required': 'The current plan does not include this',
  'subscription-inactive': 'The subscription or trial has ended',
  'payment-method-required': 'No valid payment method on the account',
  'account-past-due': 'Past due: an invoice is unpaid',
  'payment-unspecified': 'Payment is required; for what is not said',
};

export default {
  phase: '1.1',
  title: 'Account: balance, quota and plan',
  explains:
    "Says what is wrong with the account's money or plan, with the figures that the error names and, where the vendor tells it, the " +
    'balance itself, the state of the account and when an allowance starts again. A balance that contradicts the error is a warning: then ' +
    'the limit is that of the key, or the key is of another account. Where no API tells, a person is asked.',
  judge(facts) {
    const { cause, confidence } = facts.reading.verdict;
    const known = accountState(facts);
    const trouble = troubles[cause];
    if (trouble !== undefined && facts.reading.answeredBy.layer === 'upstream') return ofUpstream(facts);
    if (trouble !== undefined) {
      const finding = judged(facts, trouble, known);
      return confidence === 'possible' && finding.outcome === 'fail' ? { ...finding, outcome: 'warn' } : finding;
    }
    if (cause === 'account-disabled') return disabled(facts);
    if (known?.badState !== undefined) return inBadState(facts, known, known.badState);
    if (known?.left !== undefined) return beside(facts, known, known.left);
    return unseen(facts, known);
  },
  question(facts): PersonQuestion | undefined {
    const holder = accountHolder(facts);
    if (!holder) return undefined;
    return {
      says: `what does ${holder.title} show for the account?`,
      choices: [
        {
          value: 'active',
          says: 'It is active, and has money or allowance left',
          outcome: 'pass',
          found: 'Active, with money or allowance left',
        },
        {
          value: 'expired',
          says: 'The subscription or trial has ended',
          outcome: 'fail',
          found: 'The subscription or trial has ended',
          cause: 'subscription-inactive',
        },
        {
          value: 'past-due',
          says: 'An invoice is unpaid',
          outcome: 'fail',
          found: 'Past due: an invoice is unpaid',
          cause: 'account-past-due',
        },
        {
          value: 'out-of-credits',
          says: 'No credits or money are left',
          outcome: 'fail',
          found: 'No credits or money left',
          cause: 'credits-exhausted',
        },
        {
          value: 'limit-reached',
          says: "A spend limit or the plan's allowance is reached",
          outcome: 'fail',
          found: 'A limit or the allowance is reached',
          cause: limitCause(facts),
        },
      ],
    };
  },
} satisfies Check;

function judged(facts: Facts, trouble: string, known: AccountState | undefined): Finding {
  const { verdict, figures } = facts.reading;
  const link = billingLink(accountHolder(facts));
  const unknown = whyUnknown(facts);
  const because =
    known?.because ?? (unknown === undefined ? [] : [{ where: 'evidence.balance', value: cut(unknown, 120), says: 'why it is not known' }]);
  const common = { ...(because.length > 0 && { because }), ...(link && { link }) };
  const words = withFigures(trouble, verdict.cause, figures);
  if (!known && verdict.cause === 'payment-unspecified' && link)
    return { outcome: 'ask', says: 'Payment is required: see there for what', ...common };
  if (!known) return { outcome: 'fail', says: unknown === NO_API && emptied[verdict.cause] ? `${words}; ${NO_API}` : words, ...common };
  const reset = resetOf(known.balance, facts.now);
  const waiting = reset === undefined ? common : { ...common, steps: [`The allowance starts again ${reset}.`] };
  if (known.badState !== undefined) return { outcome: 'fail', says: `${words}; account state ${known.badState}`, ...common };
  if (known.left === undefined)
    return { outcome: 'fail', says: known.used === undefined ? words : `${words}; used ${known.used}`, ...waiting };
  const isProvable = provedByBalance(verdict.cause, known.balance);
  if (known.isEmpty && isProvable)
    return { outcome: 'fail', says: `${emptied[verdict.cause] ?? trouble}: balance ${known.left}`, ...waiting };
  if (!isProvable) return { outcome: 'fail', says: `${words}; balance ${known.left}`, ...common };
  if (isTooLittle(known.balance, figures))
    return { outcome: 'fail', says: `Too little for this request: balance ${known.left}`, ...waiting };
  return {
    ...common,
    outcome: 'warn',
    says: `Balance ${known.left} left: a limit of the key, or another account`,
    steps: [
      'Compare the account, organisation and project on the billing page with those that this key belongs to.',
      'See whether the key, project or workspace has a limit of its own; where the figure is that of the key, see the account itself.',
      'If money was added just now, wait a few minutes and call again.',
    ],
  };
}

/** How a cause is said where the balance proves it, where that is shorter. */
const emptied: Partial<Record<CauseId, string>> = { 'credits-exhausted': 'No credits left', 'payment-unspecified': 'Payment is required' };

/** Whether the balance is what the error is about, so that it proves the error or contradicts it. Money says nothing of a quota in calls. */
function provedByBalance(cause: CauseId, { unit }: Balance): boolean {
  return cause === 'quota-exhausted' ? !isCurrency(unit) : emptied[cause] !== undefined;
}

/** An ISO 4217 code. */
const isCurrency = (unit: string | undefined): boolean => unit !== undefined && /^[A-Z]{3}$/.test(unit);

/**
 * Whether what is left can well be below the price of one request: less than the request asks for in the same unit, less than
 * one unit of a currency, or less than a hundredth of what was granted.
 */
function isTooLittle(balance: Balance, figures: Figure[]): boolean {
  const { remaining = 0, granted, unit } = balance;
  const requested = requestedOf(balance, figures);
  if (requested !== undefined) return remaining < requested;
  if (isCurrency(unit)) return remaining < 1;
  return granted !== undefined && remaining < granted / 100;
}

/** Tokens go without saying beside a plan's usage. */
const shownFigure = ({ value, unit }: Figure): string => amount(value, unit === 'tokens' ? undefined : unit);

/** The trouble with the figures of the error, where they are of the account and not of the request's tokens. */
function withFigures(trouble: string, cause: CauseId, figures: Figure[]): string {
  if (cause === 'plan-required' || cause === 'subscription-inactive') return trouble;
  const ofAccount = cause === 'quota-exhausted' ? figures : figures.filter(({ unit }) => unit !== 'tokens');
  const find = (name: Figure['name'], unit?: string) =>
    ofAccount.find((figure) => figure.name === name && (unit === undefined || figure.unit === unit));
  const limit = find('limit');
  const used = find('used', limit?.unit);
  const remaining = find('remaining');
  if (limit && used) return `${trouble}: ${figureOf(used.value, used.unit)} of ${shownFigure(limit)}`;
  if (limit) return `${trouble}: ${shownFigure(limit)}`;
  const requested = remaining && find('requested', remaining.unit);
  if (remaining && requested) return `${trouble}: ${shownFigure(remaining)} left, ${figureOf(requested.value, requested.unit)} needed`;
  if (remaining) return `${trouble}: ${shownFigure(remaining)} left`;
  if (used) return `${trouble}: ${shownFigure(used)} used`;
  return trouble;
}

function ofUpstream(facts: Facts): Finding {
  const gateway = facts.gateway?.title ?? facts.reading.answeredBy.name ?? 'the gateway';
  return {
    outcome: 'warn',
    says: `Not an account at ${cut(gateway, 30)}, but the one behind it`,
  };
}

function disabled(facts: Facts): Finding {
  const link = linkTo(accountHolder(facts), 'support', 'support');
  return { outcome: 'fail', says: 'The account or key is disabled, and not for money', ...(link && { link }) };
}

function inBadState(facts: Facts, { because }: AccountState, state: string): Finding {
  const link = billingLink(accountHolder(facts));
  return { outcome: 'warn', says: `Account state: ${state}`, because, ...(link && { link }) };
}

/** The balance is known, and the error is about something else. */
function beside(facts: Facts, { balance, isEmpty, because }: AccountState, left: string): Finding {
  const requested = requestedOf(balance, facts.reading.figures);
  const isShort = requested !== undefined && balance.remaining !== undefined && balance.remaining < requested;
  if (!isEmpty && !isShort)
    return { outcome: 'pass', says: `Balance ${left}${balance.plan === undefined ? '' : `, plan ${cut(balance.plan, 20)}`}`, because };
  const link = billingLink(accountHolder(facts));
  const rest = facts.reading.verdict.cause === 'success' ? 'the next call may be refused' : 'though this error is about something else';
  const says = isEmpty ? `Balance ${left}, ${rest}` : `Balance ${left}, and this request asks for ${figureOf(requested!, balance.unit)}`;
  return { outcome: 'warn', says, because, ...(link && { link }) };
}

/** Nothing is known of what is left: a person can look where money is still possible, else it does not matter. */
function unseen(facts: Facts, known: AccountState | undefined): Finding {
  const { verdict } = facts.reading;
  const mayBeMoney = verdict.cause === 'unknown' || verdict.alternatives.some(({ cause }) => troubles[cause] !== undefined);
  const holder = accountHolder(facts);
  const link = billingLink(holder);
  const because = known && { because: known.because };
  if (!mayBeMoney || !link) return { outcome: 'skip', says: whyNot(verdict.cause), ...because };
  const unknown = whyUnknown(facts);
  if (unknown === NO_API) return { outcome: 'ask', says: `It may be money, and no API tells: see ${holder!.title}`, link };
  const refused =
    unknown === undefined ? because : { because: [{ where: 'evidence.balance', value: cut(unknown, 120), says: 'why it is not known' }] };
  return { outcome: 'ask', says: `It may be money: see what ${holder!.title} shows`, link, ...refused };
}

function whyNot(cause: CauseId): string {
  if (cause === 'success') return 'The call went through';
  if (cause === 'unknown') return 'Nothing points at an account';
  if (cause === 'network-failure') return 'No account was reached: there was no answer';
  if (cause === 'payment-challenge') return 'The call itself is to be paid, not an account';
  if (cause === 'payment-declined') return "The payer's payment failed, not this account";
  const { title } = causes[cause];
  return `Not about the account: ${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
}
