import type { Balance } from '../model/evidence.ts';
import { header } from '../model/exchange.ts';
import type { Probe, ProbeFacts } from '../model/probe.ts';
import type { BalanceQuestion, Provider } from '../model/provider.ts';
import { hostOf } from './world/masks.ts';
import { jsonOf, member } from './world/json-answer.ts';

/** Whose host was called: the gateway's or the vendor's, by the hosts of their profiles and that of their balance question. */
function ownerOf({ exchange: { request, secrets }, provider, gateway }: ProbeFacts): Provider | undefined {
  const called = hostOf(request?.url, secrets);
  if (called === undefined) return undefined;
  const isOwn = (own: string | undefined): boolean => called === own || (own?.startsWith('.') === true && called.endsWith(own));
  return [gateway, provider].find((profile) => profile && [...profile.hosts, hostOf(profile.balance?.url, [])].some(isOwn));
}

/** The vendor's key as the call itself carried it, in the header field in which the balance is asked with. */
function keyField(
  provider: Provider,
  balance: BalanceQuestion,
  { request, secrets }: ProbeFacts['exchange'],
): { name: string; value: string } | undefined {
  const carried = header(request?.headers, provider.keyHeader);
  const secret = secrets.find(({ mask }) => carried?.includes(mask));
  if (carried === undefined || !secret) return undefined;
  const name = balance.keyHeader ?? 'authorization';
  if (name.toLowerCase() === provider.keyHeader.toLowerCase()) return { name, value: carried };
  return { name, value: name.toLowerCase() === 'authorization' ? `Bearer ${secret.mask}` : secret.mask };
}

/** A figure at a dotted path ("data.total_credits", "infos.0.balance"): a number, or a decimal number in a string. */
function figureAt(data: unknown, path: string | undefined): number | undefined {
  const value = valueAt(data, path);
  if (typeof value === 'string' && /^\s*[-+]?\d{1,15}(?:\.\d{1,15})?\s*$/.test(value)) return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

const valueAt = (data: unknown, path: string | undefined): unknown => path?.split('.').reduce(member, data);

/** Money has few decimals, and the difference of two binary fractions has many. */
const less = (granted: number, used: number): number => Math.round((granted - used) * 1e6) / 1e6;

export default {
  title: 'What is left on the account',
  explains:
    'Asks the documented balance endpoint of the vendor or gateway whose host was called, with the key that the call itself carried. ' +
    'A key is sent to nobody else.',
  plan(facts) {
    const { exchange, provider, gateway } = facts;
    const { request, secrets } = exchange;
    if (!request) return { skip: 'the input shows no request, and so no key' };
    const called = hostOf(request.url, secrets);
    if (called === undefined) return { skip: 'the input does not show which host was called' };
    const known = gateway ?? provider;
    if (!known) return { skip: 'it is not known whose API was called' };
    const owner = ownerOf(facts);
    if (!owner) return { skip: `${called} is not ${known.title}'s own host` };
    const { balance } = owner;
    const asks = hostOf(balance?.url, []);
    if (!balance || asks === undefined) return { skip: `${owner.title} documents no way to ask for the balance with a key` };
    const key = keyField(owner, balance, exchange);
    if (!key) return { skip: `the call carried no key in ${owner.keyHeader}` };
    const proxy = request.send?.proxy;
    return {
      request: {
        method: 'GET',
        url: balance.url,
        headers: [key, { name: 'accept', value: 'application/json' }],
        ...(proxy !== undefined && { send: { proxy } }),
      },
      credentialHosts: [asks],
    };
  },
  read(response, facts) {
    if (response.status === 401 || response.status === 403) throw new Error(`this key may not read it (status ${response.status})`);
    const data = jsonOf(response);
    const { read, unit: fixedUnit } = ownerOf(facts)?.balance ?? { read: {} };
    const granted = figureAt(data, read.granted);
    const used = figureAt(data, read.used);
    const remaining = figureAt(data, read.remaining) ?? (granted !== undefined && used !== undefined ? less(granted, used) : undefined);
    const available = valueAt(data, read.available);
    const unit = valueAt(data, read.unit) ?? fixedUnit;
    const balance: Balance = {
      ...(remaining !== undefined && { remaining }),
      ...(granted !== undefined && { granted }),
      ...(used !== undefined && { used }),
      ...(typeof available === 'boolean' && { available }),
    };
    if (Object.keys(balance).length === 0) throw new Error('the answer names no balance');
    return { ...balance, ...(typeof unit === 'string' && unit.length <= 20 && { unit }) };
  },
} satisfies Probe<Balance>;
