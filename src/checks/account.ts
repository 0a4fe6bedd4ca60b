import { causes, type CauseId } from '../model/cause.ts';
import type { Because, Check, Facts, Finding } from '../model/check.ts';
import { answerOf, type Balance } from '../model/evidence.ts';
import { amount, figureOf } from '../model/numbers.ts';
import type { Figure } from '../model/reading.ts';
import { cut } from '../model/format.ts';
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

/** What was read of the balance, with the words that show it. */
type Known = { balance: Balance; shown: string; isEmpty: boolean; because: Because };

export default {
  phase: '1.1',
  title: 'Account: balance, quota and plan',
  explains:
    "Says what is wrong with the account's money or plan, with the figures that the error names and, where the vendor tells it, the " +
    'balance itself. A balance that contradicts the error is a warning: then the limit is that of the key, or the key is of another account.',
  judge(facts) {
    const { cause, confidence } = facts.reading.verdict;
    const known = balanceOf(facts);
    const trouble = troubles[cause];
    if (trouble !== undefined && facts.reading.answeredBy.layer === 'upstream') return ofUpstream(facts);
    if (trouble !== undefined) {
      const finding = judged(facts, trouble, known);
      return confidence === 'possible' && finding.outcome === 'fail' ? { ...finding, outcome: 'warn' } : finding;
    }
    if (cause === 'account-disabled') return disabled(facts);
    if (known) return beside(facts, known);
    return unseen(facts);
  },
} satisfies Check;

function balanceOf({ evidence, exchange }: Facts): Known | undefined {
  const answer = answerOf<Balance>(evidence, 'balance');
  if (answer?.outcome !== 'answered') return undefined;
  const { data: balance } = answer;
  const { granted, used, unit, available } = balance;
  const remaining = balance.remaining ?? (granted !== undefined && used !== undefined ? granted - used : undefined);
  if (remaining === undefined && available === undefined) return undefined;
  const shown = remaining === undefined ? (available ? 'enough for calls' : 'not enough for calls') : amount(remaining, unit);
  const because = {
    where: 'evidence.balance',
    value: shown,
    says: `what ${cut(answer.asked, 80)} answered${laterThan(exchange.at, answer.at)}`,
  };
  return {
    balance: { ...balance, ...(remaining !== undefined && { remaining }) },
    shown,
    isEmpty: available === false || (remaining !== undefined && remaining <= 0),
    because,
  };
}

/** A balance that was read long after the call may have been topped up since. */
function laterThan(call: string | undefined, read: string): string {
  const hours = call === undefined ? 0 : (Date.parse(read) - Date.parse(call)) / 3_600_000;
  return hours > 1 ? ', more than an hour after the call' : '';
}

function judged(facts: Facts, trouble: string, known: Known | undefined): Finding {
  const { verdict, figures } = facts.reading;
  const link = billingLink(accountHolder(facts));
  const common = { ...(known && { because: [known.because] }), ...(link && { link }) };
  if (!known) return { outcome: 'fail', says: withFigures(trouble, verdict.cause, figures), ...common };
  const isProvable = provedByBalance(verdict.cause, known.balance);
  if (known.isEmpty && isProvable)
    return { outcome: 'fail', says: `${emptied[verdict.cause] ?? trouble}: balance ${known.shown}`, ...common };
  if (!isProvable) return { outcome: 'fail', says: `${withFigures(trouble, verdict.cause, figures)}; balance ${known.shown}`, ...common };
  if (isTooLittle(known.balance, figures))
    return { outcome: 'fail', says: `Too little for this request: balance ${known.shown}`, ...common };
  return {
    ...common,
    outcome: 'warn',
    says: `Balance ${known.shown} left: a limit of the key, or another account`,
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
function isTooLittle({ remaining = 0, granted, unit }: Balance, figures: Figure[]): boolean {
  const requested = figures.find((figure) => figure.name === 'requested' && figure.unit === unit)?.value;
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
  if (remaining) return `${trouble}: ${shownFigure(remaining)} left`;
  if (used) return `${trouble}: ${shownFigure(used)} used`;
  return trouble;
}

function ofUpstream(facts: Facts): Finding {
  const gateway = facts.gateway?.title ?? facts.reading.answeredBy.name ?? 'the gateway';
  return {
    outcome: 'warn',
    says: `Not an account at ${cut(gateway, 30)}, but the one behind it`,
    steps: [
      `If ${gateway} was given your own provider key, that provider's account is the one to look at.`,
      `Otherwise tell whoever runs ${gateway}: it is their account that the upstream refuses.`,
    ],
  };
}

function disabled(facts: Facts): Finding {
  const link = linkTo(accountHolder(facts), 'support', 'support');
  return { outcome: 'fail', says: 'The account or key is disabled, and not for money', ...(link && { link }) };
}

/** The balance is known, and the error is about something else. */
function beside(facts: Facts, { shown, isEmpty, because }: Known): Finding {
  if (!isEmpty) return { outcome: 'pass', says: `Balance ${shown}`, because: [because] };
  const link = billingLink(accountHolder(facts));
  const rest = facts.reading.verdict.cause === 'success' ? 'the next call may be refused' : 'though this error is about something else';
  return { outcome: 'warn', says: `Balance ${shown}, ${rest}`, because: [because], ...(link && { link }) };
}

/** Nothing of the account is known: a person can look where money is still possible, else it does not matter. */
function unseen(facts: Facts): Finding {
  const { verdict } = facts.reading;
  const mayBeMoney = verdict.cause === 'unknown' || verdict.alternatives.some(({ cause }) => troubles[cause] !== undefined);
  const holder = accountHolder(facts);
  const link = billingLink(holder);
  if (mayBeMoney && link) return { outcome: 'ask', says: `It may be money: see what ${holder!.title} shows`, link };
  return { outcome: 'skip', says: whyNot(verdict.cause) };
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
