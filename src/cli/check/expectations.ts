/** What a check expects, held against what came of its call. Pure. */
import statusPage from '../../checks/status-page.ts';
import { modelCallOf } from '../../interpret/model-call.ts';
import { causes, type Family } from '../../model/cause.ts';
import type { Facts } from '../../model/check.ts';
import { answerOf, type Answer, type Balance } from '../../model/evidence.ts';
import { cut } from '../../model/format.ts';
import { grouped } from '../../model/numbers.ts';
import type { Secret } from '../../model/secret.ts';
import { parseJsonPath, valueAt } from './json-path.ts';
import type { CheckSpec, Expect, ExpectationKind, ExpectationResult } from './types.ts';

/** What came of the call, and what was asked beside it. */
export type Seen = {
  facts: Facts;
  /** Why the request was not sent, where it was not. */
  unsent?: string;
  latencyMs?: number;
  /** Of the certificate that the server showed. */
  daysLeft?: number;
  /** The `equals` of each expectation on the body. */
  equals: ReadonlyMap<number, unknown>;
};

type Found = Omit<ExpectationResult, 'kind' | 'family'>;
const pass = (says: string): Found => ({ outcome: 'pass', says });
const unknown = (says: string, step?: string): Found => ({ outcome: 'unknown', says, ...(step !== undefined && { step }) });
const fail = (says: string, step?: string): Found => ({ outcome: 'fail', says, ...(step !== undefined && { step }) });

/** The family of an expectation whose failure no verdict explains. */
const FAMILIES: Record<ExpectationKind, Family> = {
  call: 'none',
  verdict: 'none',
  status: 'request',
  json: 'request',
  latency: 'infrastructure',
  tls: 'infrastructure',
  balance: 'payment',
  quota: 'payment',
  'status-page': 'infrastructure',
  context: 'limits',
};

/** Every expectation of a check with what was found, in the order in which the documentation lists them. */
export function judgeExpectations({ expect = {} }: CheckSpec, seen: Seen): ExpectationResult[] {
  const { cause } = seen.facts.reading.verdict;
  const results: ExpectationResult[] = [];
  const add = (kind: ExpectationKind, found: Found): void => {
    const ofVerdict = kind === 'call' || kind === 'verdict' || kind === 'status';
    const family = ofVerdict && causes[cause].family !== 'none' ? causes[cause].family : FAMILIES[kind];
    results.push({ kind, ...found, family });
  };
  const wants = <Name extends keyof Expect>(
    name: Name,
    kind: ExpectationKind,
    judge: (wanted: NonNullable<Expect[Name]>) => Found,
  ): void => {
    const wanted = expect[name];
    if (wanted !== undefined) add(kind, judge(wanted));
  };
  if (seen.unsent !== undefined) add('call', unknown(`Not sent: ${seen.unsent}`));
  else {
    if (mustBeFine(expect, seen)) add('call', callFound(seen));
    wants('status', 'status', (wanted) => statusFound(wanted, seen));
    (expect.json ?? []).forEach((item, i) => add('json', jsonFound(typeof item === 'string' ? item : item.path, i, seen)));
    wants('verdict', 'verdict', ({ not }) => {
      const word = not.find((each) => each === cause || each === causes[cause].family);
      return word === undefined ? pass(`Not ${not.join(', ')}`) : fail(`${causes[cause].title}: ${word} is excluded`);
    });
    wants('latency', 'latency', (wanted) => latencyFound(wanted, seen));
    wants('tlsDaysLeft', 'tls', (wanted) => tlsFound(wanted, seen));
  }
  wants('balance', 'balance', (wanted) => balanceFound(wanted, seen));
  wants('quota', 'quota', (wanted) => quotaFound(wanted, seen));
  wants('statusPage', 'status-page', () => statusPageFound(seen));
  wants('context', 'context', (wanted) => contextFound(wanted, seen));
  return results;
}

const statusOf = ({ facts }: Seen): number | undefined => facts.exchange.response?.status;
const isWanted = (wanted: NonNullable<Expect['status']>, status: number | undefined): boolean =>
  [wanted].flat().some((each) => each === status);

/** Unless the file excludes certain causes alone, or the status that came is an error that the file asks for. */
function mustBeFine({ status, verdict }: Expect, seen: Seen): boolean {
  if (verdict !== undefined) return false;
  const came = statusOf(seen) ?? 0;
  return !(status !== undefined && (came < 200 || came > 299) && isWanted(status, came));
}

function callFound({ facts }: Seen): Found {
  const { cause } = facts.reading.verdict;
  return cause === 'success' ? pass('The call is fine') : fail(causes[cause].title);
}

function statusFound(wanted: NonNullable<Expect['status']>, seen: Seen): Found {
  const status = statusOf(seen);
  const words = [wanted].flat().join(' or ');
  if (status === undefined) return fail(`No response, expected status ${words}`);
  return isWanted(wanted, status) ? pass(`Status ${status}`) : fail(`Status ${status}, expected ${words}`);
}

function jsonFound(path: string, index: number, seen: Seen): Found {
  const { response, secrets } = seen.facts.exchange;
  const of = cut(path, 80);
  const step = 'Compare the body with what the API documents: it has changed, or the path is wrong.';
  if (!response) return { ...fail(`${of}: no response`), of };
  const body = jsonOf(response.body ?? '');
  if (body === undefined) return { ...fail(`${of}: the body is not JSON${response.truncated ? ' (it is cut off)' : ''}`, step), of };
  const value = valueAt(body.value, parseJsonPath(path)!);
  if (value === undefined) return { ...fail(`${of}: not in the body`, step), of };
  const wanted = seen.equals.get(index);
  if (wanted === undefined) return { ...pass(`${of} is there`), of };
  if (isSame(value, wanted, secrets)) return { ...pass(`${of} is as expected`), of };
  return { ...fail(`${of} is ${shown(value)}, expected ${shown(wanted)}`, step), of };
}

const shown = (value: unknown): string => cut(JSON.stringify(value), 60);

/** A text of JSON, or a mask outside of one: where a number was masked it stands without quotes. */
const TEXT_OR_MASK = /"(?:[^"\\]|\\.)*"|\[(?:key|token|password|cookie|signature|secret)#\d{1,6}(?: [^\s\]]{1,40})?\]/g;

function jsonOf(body: string): { value: unknown } | undefined {
  const quoted = (): string => body.replace(TEXT_OR_MASK, (text) => (text.startsWith('"') ? text : `"${text}"`));
  for (const text of [() => body, quoted]) {
    try {
      return { value: JSON.parse(text()) };
    } catch {
      // The second reading may do.
    }
  }
  return undefined;
}

/** A variable's value stands masked on both sides, unless it is too short for it; of other credentials the body's side alone is masked. */
function isSame(value: unknown, wanted: unknown, secrets: readonly Secret[]): boolean {
  if (value === wanted) return true;
  const isMaskOf = (mask: unknown, plain: unknown): boolean =>
    typeof mask === 'string' &&
    ['string', 'number', 'boolean'].includes(typeof plain) &&
    secrets.some((secret) => secret.mask === mask && secret.equals(String(plain)));
  return isMaskOf(wanted, value) || isMaskOf(value, wanted);
}

function latencyFound(wanted: number, { latencyMs, facts }: Seen): Found {
  if (latencyMs === undefined || !facts.exchange.response) return unknown('No response, and so no latency');
  const took = Math.ceil(latencyMs);
  const says = `${grouped(took)} ms, at most ${grouped(wanted)} ms`;
  return took <= wanted
    ? pass(says)
    : fail(says.replace('at most', 'expected at most'), 'Ask again: if it lasts, look at the status page and at the way to the server.');
}

function tlsFound(wanted: number, { daysLeft, facts }: Seen): Found {
  if (/^http:/i.test(facts.exchange.request?.url ?? ''))
    return unknown('An http URL has no certificate', 'Use the https URL, or take tlsDaysLeft out.');
  if (daysLeft === undefined) return unknown("The server's certificate was not seen");
  const says = `The certificate is valid for ${daysLeft} more ${daysLeft === 1 ? 'day' : 'days'}`;
  return daysLeft >= wanted
    ? pass(says)
    : fail(`${says}, expected ${wanted}`, "Renew the server's certificate, or tell who runs the server.");
}

const reasonOf = (answer: Answer<unknown> | undefined): string =>
  answer === undefined || answer.outcome === 'answered' ? 'it was not asked' : answer.why;

const amount = (value: number, unit: string | undefined): string =>
  `${grouped(Math.floor(value * 100) / 100)}${unit === undefined ? '' : ` ${cut(unit, 20)}`}`;

/** The balance, or why none is known. */
function balanceOf({ facts }: Seen): Balance | Found {
  const answer = answerOf<Balance>(facts.evidence, 'balance');
  if (answer?.outcome === 'answered') return answer.data;
  return unknown(
    `The balance cannot be read: ${cut(reasonOf(answer), 120)}`,
    'Use a key that may read it, or take the floor out of the file.',
  );
}

function withBilling(found: Found, { facts }: Seen): Found {
  const profile = facts.gateway ?? facts.provider;
  const url = profile?.links.billing;
  return url === undefined || found.outcome !== 'fail' ? found : { ...found, link: { title: `${profile!.title} billing`, url } };
}

function balanceFound({ min, unit }: NonNullable<Expect['balance']>, seen: Seen): Found {
  const balance = balanceOf(seen);
  if ('outcome' in balance) return balance;
  const step = 'Add credits before they run out.';
  if (unit !== undefined && balance.unit !== undefined && unit.toLowerCase() !== balance.unit.toLowerCase())
    return unknown(
      `The balance is in ${cut(balance.unit, 20)}, the floor in ${cut(unit, 20)}`,
      `Write the floor in ${cut(balance.unit, 20)}.`,
    );
  const { remaining } = balance;
  if (remaining === undefined)
    return balance.available === false
      ? withBilling(fail('The vendor says that the balance does not suffice', step), seen)
      : unknown('The answer names no amount that is left', 'Take the floor out of the file: the vendor does not tell it.');
  const says = `${amount(remaining, balance.unit)} left`;
  return remaining >= min ? pass(says) : withBilling(fail(`${says}, expected ${amount(min, balance.unit ?? unit)} or more`, step), seen);
}

function quotaFound({ maxUsed }: NonNullable<Expect['quota']>, seen: Seen): Found {
  const balance = balanceOf(seen);
  if ('outcome' in balance) return { ...balance, says: balance.says.replace('balance', 'quota') };
  const { granted, remaining } = balance;
  const used = balance.used ?? (granted !== undefined && remaining !== undefined ? granted - remaining : undefined);
  if (granted === undefined || used === undefined || granted <= 0) return unknown('The answer does not tell how much is granted and used');
  const share = (used / granted) * 100;
  const says = `${Math.round(share * 10) / 10} % of ${amount(granted, balance.unit)} used`;
  if (share <= Number.parseFloat(maxUsed)) return pass(says);
  return withBilling(fail(`${says}, expected at most ${maxUsed}`, 'Use less until the quota starts again, or ask for a larger one.'), seen);
}

function statusPageFound({ facts }: Seen): Found {
  const { outcome, says, link } = statusPage.judge(facts);
  const found =
    outcome === 'pass' ? pass(says) : outcome === 'skip' || outcome === 'ask' ? unknown(says) : fail(says, 'Look at the status page.');
  return { ...found, ...(link && { link }) };
}

/** The input's tokens as the answer counts them, where it does. */
function countedInput({ facts }: Seen): number | undefined {
  const body = jsonOf(facts.exchange.response?.body ?? '')?.value;
  const counts = [
    ['usage', 'prompt_tokens'],
    ['usage', 'input_tokens'],
    ['usageMetadata', 'promptTokenCount'],
  ].map((path) => valueAt(body, path));
  return counts.find((count): count is number => typeof count === 'number' && count > 0);
}

function contextFound({ model, window, headroom = '0%' }: NonNullable<Expect['context']>, seen: Seen): Found {
  const call = modelCallOf(seen.facts.exchange.request);
  if (call?.model !== undefined && call.model !== model)
    return fail(
      `The request asks for ${cut(call.model, 60)}, not ${cut(model, 60)}`,
      'Name the model that the request asks for, with its window.',
    );
  const counted = countedInput(seen);
  const input = counted === undefined ? call?.input : { low: counted, high: counted };
  if (!input) return unknown('The request shows no input to a model');
  const output = call?.outputLimit?.value ?? 0;
  const room = Math.floor(window * (1 - Number.parseFloat(headroom) / 100));
  const [low, high] = [input.low + output, input.high + output];
  const size = low === high ? grouped(low) : `about ${grouped(low)} to ${grouped(high)}`;
  const says = `${size} of ${grouped(window)} tokens`;
  if (low > room) return fail(`${says}, expected at most ${grouped(room)}`, 'Shorten the input, or lower the limit of the output.');
  return pass(high > room ? `${says}: by an estimate it may be too long` : says);
}
