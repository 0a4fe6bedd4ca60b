import type { Balance } from '../model/evidence.ts';
import type { HttpResponse } from '../model/exchange.ts';
import type { Probe, ProbeFacts, Question } from '../model/probe.ts';
import type { BalancePaths, BalanceQuestion } from '../model/provider.ts';
import { carriedKey, filledUrl, originOf, ownerOf, questionFor, type CarriedKey } from './world/account-key.ts';
import { figureAt, timeAt, valueAt, wordAt } from './world/answer-paths.ts';
import { jsonOf } from './world/json-answer.ts';
import { hostOf } from './world/masks.ts';

const LONGEST_UNIT = 20;

/** Money has few decimals, and sums of binary fractions have many; nothing is "-0". */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;

function question(url: string, key: CarriedKey, { exchange }: ProbeFacts): Question {
  const host = hostOf(url, []);
  const proxy = exchange.request?.send?.proxy;
  const accept = { name: 'accept', value: 'application/json' };
  return {
    request: {
      method: 'GET',
      url: 'parameter' in key ? `${url}${url.includes('?') ? '&' : '?'}${key.parameter}` : url,
      headers: 'field' in key ? [key.field, accept] : [accept],
      ...(proxy !== undefined && { send: { proxy } }),
    },
    credentialHosts: host === undefined ? [] : [host],
  };
}

/** Refusals name the kind of key that it takes; an ordinary one may be all that a caller has. */
function answerOf(response: HttpResponse, { needs }: BalanceQuestion): unknown {
  if (response.status === 401 || response.status === 403) {
    throw new Error(`this key may not read it (status ${response.status})${needs === undefined ? '' : `; it takes ${needs}`}`);
  }
  return jsonOf(response);
}

/** What stands at the paths; figures times `factor`. */
function readPaths(data: unknown, paths: BalancePaths, factor = 1): Balance {
  const figure = (path: string | undefined): number | undefined => {
    const value = figureAt(data, path);
    return value === undefined ? undefined : rounded(value * factor);
  };
  const available = valueAt(data, paths.available);
  const told = {
    remaining: figure(paths.remaining),
    granted: figure(paths.granted),
    used: figure(paths.used),
    available: typeof available === 'boolean' ? available : undefined,
    resetAt: timeAt(data, paths.resetAt),
    plan: wordAt(data, paths.plan),
    state: wordAt(data, paths.state),
    unit: wordAt(data, paths.unit),
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

function unitOf({ unit: told }: Balance, { unit }: BalanceQuestion, { exchange }: ProbeFacts): string | undefined {
  const fixed = typeof unit === 'string' ? unit : unit?.[hostOf(exchange.request?.url, exchange.secrets) ?? ''];
  return told !== undefined && told.length <= LONGEST_UNIT ? told : fixed;
}

export default {
  title: 'What is left on the account',
  explains:
    'Asks the documented balance endpoint of the vendor or gateway whose host was called, with the key that the call itself carried. ' +
    'A key is sent to nobody else: software that anybody may run is asked at the host that was called.',
  plan(facts) {
    const { exchange, provider, gateway } = facts;
    const { request, secrets } = exchange;
    if (!request) return { skip: 'the input shows no request, and so no key' };
    const called = hostOf(request.url, secrets);
    const origin = originOf(exchange);
    if (called === undefined || origin === undefined) return { skip: 'the input does not show which host was called' };
    const known = gateway ?? provider;
    if (!known) return { skip: 'it is not known whose API was called' };
    const owner = ownerOf(facts);
    if (!owner) return { skip: `${called} is not ${known.title}'s own host` };
    const balance = questionFor(owner, exchange);
    if (!balance) return { skip: `${owner.title} documents no way to ask for the balance with a key` };
    const key = carriedKey(owner, balance, exchange);
    if (!key) return { skip: `the call carried no key in ${owner.keyHeader}` };
    const filled = filledUrl(balance.first?.url ?? balance.url, origin);
    if ('missing' in filled) return { skip: `the ${filled.missing} of the account is not known` };
    return question(filled.url, key, facts);
  },
  next(response, facts) {
    const owner = ownerOf(facts);
    const { balance } = owner ?? {};
    const origin = originOf(facts.exchange);
    if (!owner || !balance?.first || origin === undefined || response.status > 299) return undefined;
    const data = jsonOf(response);
    const values = Object.fromEntries(Object.entries(balance.first.read).map(([name, path]) => [name, valueAt(data, path)]));
    const filled = filledUrl(balance.url, origin, values);
    const key = carriedKey(owner, balance, facts.exchange);
    return 'url' in filled && key ? question(filled.url, key, facts) : undefined;
  },
  read(response, facts, all) {
    const balance = ownerOf(facts)?.balance;
    if (!balance) throw new Error('the answer names no balance');
    const { first, factor, note } = balance;
    const before = first && readPaths(answerOf(all[0] ?? response, balance), first.read);
    if (first && all.length < 2) throw new Error('the first answer does not name what the second question needs');
    const told = { ...before, ...readPaths(answerOf(response, balance), balance.read, factor) };
    const { granted, used } = told;
    if (told.remaining === undefined && granted !== undefined && used !== undefined) told.remaining = rounded(granted - used);
    const unit = unitOf(told, balance, facts);
    delete told.unit;
    if (Object.keys(told).length === 0) throw new Error('the answer names no balance');
    return { ...told, ...(unit !== undefined && { unit }), ...(note !== undefined && { note }) };
  },
} satisfies Probe<Balance>;
