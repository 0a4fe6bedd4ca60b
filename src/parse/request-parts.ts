/** Parts of a request that API clients keep taken apart: header fields, query, form, credentials. */
import type { HeaderField } from '../model/exchange.ts';

export type Members = Record<string, unknown>;
export type Pair = { name: string; value: string };

export const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;

/** Name and value of each item of a list that is not switched off; the name's member is called `name` or `key`. */
export function pairsOf(list: unknown): Pair[] {
  return listOf(list)
    .map(membersOf)
    .filter((item) => item['disabled'] !== true && item['enabled'] !== false)
    .flatMap((item) => {
      const name = textOf(item['name']) ?? textOf(item['key']);
      return name === undefined || name === '' ? [] : [{ name, value: textOf(item['value']) ?? '' }];
    });
}

/** What would end a query's name or value is encoded; what is encoded already, or stands for a variable, stays. */
const inQuery = (text: string): string => text.replace(/[\s&#+]/g, (char) => encodeURIComponent(char));

/** A URL with further parameters in its query. */
export function withQuery(url: string, pairs: readonly Pair[]): string {
  if (pairs.length === 0) return url;
  const query = pairs.map(({ name, value }) => `${inQuery(name)}=${inQuery(value).replaceAll('=', '%3D')}`).join('&');
  const [before = '', ...hash] = url.split('#');
  const joint = before.includes('?') ? (/[?&]$/.test(before) ? '' : '&') : '?';
  return [`${before}${joint}${query}`, ...hash].join('#');
}

/** A body of application/x-www-form-urlencoded. */
export const formEncoded = (pairs: readonly Pair[]): string =>
  new URLSearchParams(pairs.map(({ name, value }): [string, string] => [name, value])).toString();

/** The value of Authorization for a user and a password (RFC 7617). */
export const basic = (user: string, password: string): string => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** The fields, and of the others those whose names they do not have. */
export function withDefaults(headers: HeaderField[], defaults: readonly HeaderField[]): HeaderField[] {
  const given = new Set(headers.map(({ name }) => name.toLowerCase()));
  return [...headers, ...defaults.filter(({ name }) => !given.has(name.toLowerCase()))];
}

/** Credentials as API clients keep them: `type`, and the members that this type has. `in` is "header" or "query". */
export type Credentials = { headers: HeaderField[]; query: Pair[]; warning?: string };

/**
 * What of a request the credentials are, for the types that all API clients have: bearer, basic, apikey. Others are named in
 * `warning`; no type, "none" and "noauth" are nothing.
 */
export function credentialsOf(type: string | undefined, member: (name: string) => string | undefined): Credentials {
  const none: Credentials = { headers: [], query: [] };
  const kind = type?.toLowerCase() ?? 'none';
  if (['none', 'noauth', 'inherit', ''].includes(kind)) return none;
  const authorization = (value: string): Credentials => ({ headers: [{ name: 'Authorization', value }], query: [] });
  if (kind === 'bearer') return authorization(`${member('prefix') || 'Bearer'} ${member('token') ?? ''}`);
  if (kind === 'basic') return authorization(basic(member('username') ?? '', member('password') ?? ''));
  if (kind === 'apikey') {
    const pair = { name: member('key') ?? '', value: member('value') ?? '' };
    if (pair.name === '') return none;
    const place = (member('in') ?? member('addTo') ?? member('placement') ?? 'header').toLowerCase();
    return place.startsWith('query') ? { headers: [], query: [pair] } : { headers: [pair], query: [] };
  }
  return { ...none, warning: `The credentials of the type ${kind.slice(0, 40)} are not built: the request goes without them.` };
}
