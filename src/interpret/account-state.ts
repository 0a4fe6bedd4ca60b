/** What a balance question brought, in the words of a report. */
import type { CauseId } from '../model/cause.ts';
import type { Because, Facts } from '../model/check.ts';
import { answerOf, type Balance } from '../model/evidence.ts';
import { cut, duration, utc } from '../model/format.ts';
import { amount, figureOf } from '../model/numbers.ts';
import type { Figure } from '../model/reading.ts';

export type AccountState = {
  balance: Balance;
  /** What is left, with its unit: "12.40 USD"; undefined where that was not told. */
  left?: string;
  isEmpty: boolean;
  /** The vendor's word for a state in which calls are not served: "past_due". */
  badState?: string;
  /** What was used, where what is left was not told: "3.00 USD". */
  used?: string;
  because: Because[];
};

/** Words for a state in which calls are refused, whatever is left. */
const BAD_STATE =
  /\b(?:past due|overdue|unpaid|delinquent|failed payments?|payment failed|cancell?ed|expired|inactive|ended|incomplete|credits? depleted|exhausted|spend limit|limit (?:exceeded|reached)|budget exceeded|suspended|frozen|disabled|blocked|banned|deactivated|closed)\b/;

/** The state of the account as it was read; undefined where nothing was read. */
export function accountState({ evidence, exchange, reading, now }: Facts): AccountState | undefined {
  const answer = answerOf<Balance>(evidence, 'balance');
  if (answer?.outcome !== 'answered') return undefined;
  const { data } = answer;
  const { granted, used, unit, available, state } = data;
  const remaining = data.remaining ?? leftOf(data);
  const left = remaining === undefined ? availability(available) : amount(remaining, unit);
  const balance = { ...data, ...(remaining !== undefined && { remaining }) };
  const usage = used === undefined ? undefined : amount(used, unit);
  const isBad = state !== undefined && BAD_STATE.test(state.toLowerCase().replace(/[_-]+/g, ' '));
  const shown = left ?? (isBad ? state : usage) ?? state ?? data.plan;
  if (shown === undefined) return undefined;
  const asked = `what ${cut(answer.asked, 80)} answered${laterThan(exchange.at, answer.at)}${data.note === undefined ? '' : ` (${data.note})`}`;
  const also = (value: string | undefined, says: string): Because[] =>
    value === undefined || value === shown ? [] : [{ where: 'evidence.balance', value: cut(value, 60), says }];
  return {
    balance,
    ...(left !== undefined && { left }),
    isEmpty: available === false || (remaining !== undefined && remaining <= 0),
    ...(isBad && { badState: cut(state, 30) }),
    ...(usage !== undefined && { used: usage }),
    because: [
      { where: 'evidence.balance', value: cut(shown, 60), says: asked },
      ...(used !== undefined && granted !== undefined
        ? also(`${figureOf(used, unit)} of ${amount(granted, unit)}`, 'used of what the plan or the limit grants')
        : []),
      ...also(data.plan, 'the plan'),
      ...also(state, 'the state of the account'),
      ...also(resetOf(balance, now), 'when the allowance starts again'),
      ...also(needOf(balance, reading.figures), 'what this request asks for, and what is left'),
    ],
  };
}

/** What is left, worked out: of what was granted, or of a hundred per cent. */
function leftOf({ granted, used, unit }: Balance): number | undefined {
  if (used === undefined) return undefined;
  const whole = granted ?? (unit?.startsWith('%') ? 100 : undefined);
  return whole === undefined ? undefined : Math.max(whole - used, granted === undefined ? 0 : -Infinity);
}

function availability(available: boolean | undefined): string | undefined {
  if (available === undefined) return undefined;
  return available ? 'enough for calls' : 'not enough for calls';
}

/** A balance that was read long after the call may have been topped up since. */
function laterThan(call: string | undefined, read: string): string {
  const hours = call === undefined ? 0 : (Date.parse(read) - Date.parse(call)) / 3_600_000;
  return hours > 1 ? ', more than an hour after the call' : '';
}

/** When the allowance starts again: "in 10 d 12 h (2026-12-01 00:00 UTC)"; undefined where that is not told, or past. */
export function resetOf({ resetAt }: Balance, now: Date): string | undefined {
  const seconds = resetAt === undefined ? Number.NaN : (Date.parse(resetAt) - now.getTime()) / 1000;
  return seconds > 0 ? `in ${duration(seconds)} (${utc(resetAt!)})` : undefined;
}

/** What the request asks for in the unit of the balance, where the error names it. */
export const requestedOf = ({ unit }: Balance, figures: readonly Figure[]): number | undefined =>
  unit === undefined ? undefined : figures.find((figure) => figure.name === 'requested' && figure.unit === unit)?.value;

/** Whether this request fits: "900 of 400 characters"; undefined where the error does not say what it asked for. */
function needOf(balance: Balance, figures: readonly Figure[]): string | undefined {
  const requested = requestedOf(balance, figures);
  if (requested === undefined || balance.remaining === undefined) return undefined;
  const fits = requested <= balance.remaining;
  return `${figureOf(requested, balance.unit)} of ${amount(balance.remaining, balance.unit)}: ${fits ? 'it fits' : 'it does not fit'}`;
}

/** Why the balance is not known, where it was asked for or could not be: "no API tells it", "this key may not read it (status 401)". */
export function whyUnknown({ evidence }: Facts): string | undefined {
  const answer = answerOf<Balance>(evidence, 'balance');
  if (answer?.outcome === 'failed') return answer.why;
  // The probe's words where a vendor documents nothing; another reason (offline, no key) says nothing of the vendor.
  return answer?.outcome === 'not-asked' && answer.why.includes('documents no way to ask') ? NO_API : undefined;
}

export const NO_API = 'no API tells the balance';

/** Whether a person's answer about a limit is about the plan's allowance, by what is suspected already. */
export function limitCause({ reading }: Facts): CauseId {
  const suspects = [reading.verdict.cause, ...reading.verdict.alternatives.map(({ cause }) => cause)];
  return suspects.find((cause) => cause === 'quota-exhausted' || cause === 'spend-limit-reached') ?? 'spend-limit-reached';
}
