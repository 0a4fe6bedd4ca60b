/** Whose host a call went to, and with which key: so that a question about the account goes to nobody else. */
import { header, type HeaderField } from '../../model/exchange.ts';
import type { ProbeFacts } from '../../model/probe.ts';
import type { BalanceQuestion, Provider } from '../../model/provider.ts';
import type { Secret } from '../../model/secret.ts';
import { hostOf } from './masks.ts';

const ORIGIN = '{origin}';

/** Whether the question goes to the origin that was called: then its profile may have no hosts of its own. */
const isAnybodys = (profile: Provider): boolean => profile.hosts.length === 0 && profile.balance?.url.startsWith(ORIGIN) === true;

/**
 * Whose host was called: the gateway's or the vendor's, by the hosts of their profiles and those of their balance questions, else
 * software that anybody may run and that asks nobody but the called host. Undefined where it is a stranger's.
 */
export function ownerOf({ exchange: { request, secrets }, provider, gateway }: ProbeFacts): Provider | undefined {
  const called = hostOf(request?.url, secrets);
  if (called === undefined) return undefined;
  const profiles = [gateway, provider].filter((profile) => profile !== undefined);
  const ownHosts = ({ hosts, balance }: Provider): string[] => [...hosts, hostOf(balance?.url, []) ?? []].flat();
  return profiles.find((profile) => isAmong(called, ownHosts(profile))) ?? profiles.find(isAnybodys);
}

/** The owner's question, where it is about the host that was called. */
export function questionFor({ balance }: Provider, { request, secrets }: ProbeFacts['exchange']): BalanceQuestion | undefined {
  return balance?.hosts && !isAmong(hostOf(request?.url, secrets) ?? '', balance.hosts) ? undefined : balance;
}

const isAmong = (called: string, hosts: readonly string[]): boolean =>
  hosts.some((own) => called === own || (own.startsWith('.') && called.endsWith(own)));

/** Scheme and host of the call. */
export function originOf({ request, secrets }: ProbeFacts['exchange']): string | undefined {
  const host = hostOf(request?.url, secrets);
  return host === undefined ? undefined : `${/^http:/i.test(request?.url ?? '') ? 'http' : 'https'}://${host}`;
}

/** What may stand in a path: no "..", nothing that ends the path. */
const IN_A_PATH = /^\w[\w.:-]{0,99}(?:\/\w[\w.:-]{0,99}){0,3}$/;

/** A question's URL with its placeholders filled; the name of the first one that cannot be filled where that is so. */
export function filledUrl(
  url: string,
  origin: string,
  values: Readonly<Record<string, unknown>> = {},
): { url: string } | { missing: string } {
  const missing: string[] = [];
  const filled = url
    .replace(ORIGIN, () => origin)
    .replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const value = values[name];
      const text = typeof value === 'number' ? String(value) : value;
      if (typeof text === 'string' && IN_A_PATH.test(text)) return text;
      missing.push(name);
      return '';
    });
  return missing[0] === undefined ? { url: filled } : { missing: missing[0] };
}

/** The key as a question carries it: in a header field, or in its URL. */
export type CarriedKey = { field: HeaderField } | { parameter: string };

/** The vendor's key as the call itself carried it, in the place in which the balance is asked with; undefined where it carried none. */
export function carriedKey(profile: Provider, balance: BalanceQuestion, exchange: ProbeFacts['exchange']): CarriedKey | undefined {
  const carried = header(exchange.request?.headers, profile.keyHeader);
  const secret = exchange.secrets.find(({ mask }) => carried?.includes(mask));
  if (carried !== undefined && secret) return { field: keyField(profile, balance, carried, secret) };
  const inQuery = balance.keyParameter === undefined ? undefined : parameterOf(exchange, balance.keyParameter);
  return inQuery && { parameter: `${balance.keyParameter}=${inQuery.mask}` };
}

function keyField(
  { keyHeader }: Provider,
  { keyHeader: name = 'authorization', scheme }: BalanceQuestion,
  carried: string,
  { mask }: Secret,
) {
  const isAuthorization = name.toLowerCase() === 'authorization';
  if (isAuthorization && scheme !== undefined) return { name, value: `${scheme} ${mask}` };
  if (name.toLowerCase() === keyHeader.toLowerCase()) return { name, value: carried };
  return { name, value: isAuthorization ? `Bearer ${mask}` : mask };
}

/** The secret in a parameter of the called URL's query. */
function parameterOf({ request, secrets }: ProbeFacts['exchange'], name: string): Secret | undefined {
  const query = request?.url?.split('?', 2)[1] ?? '';
  const value = query.split('&', 200).find((pair) => pair.toLowerCase().startsWith(`${name.toLowerCase()}=`));
  return value === undefined ? undefined : secrets.find(({ mask }) => value.includes(mask));
}
