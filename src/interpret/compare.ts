/** What differs between a call that worked and one that failed, ranked by how much it may matter. */
import type { CauseId } from '../model/cause.ts';
import type { Difference, GoodExchange } from '../model/comparison.ts';
import { header, type Exchange, type HttpRequest, type RawExchange } from '../model/exchange.ts';
import type { Profile } from '../model/provider.ts';
import type { RateLimit, Reading } from '../model/reading.ts';
import { bodyDifferences, isUnseen } from './compare/body.ts';
import { essence, isScope, isVolatile, meaningOf } from './compare/fields.ts';
import { holdsForeignMask, renamed, renamer } from './compare/masks.ts';
import { excerpts } from './compare/values.ts';
import { modelCallOf } from './model-call.ts';
import { credentialsOf, mayHideCredentials, showsFields, urlOf, type SentCredential } from './sent-credentials.ts';
import { calledUrl } from './who.ts';

/** One of two calls, as it was interpreted. */
export type Side = { exchange: Exchange; reading: Reading; provider?: Profile; gateway?: Profile };

type Found = { differences: Difference[]; warnings: string[] };
type Key = { relation: GoodExchange['key']; found: Found; names: string[] };
type Rename = (text: string) => string;

const RANK: Difference['weight'][] = ['likely', 'possible', 'minor'];

/**
 * Compares two calls. Gives the good exchange with the failing one's masks, so that an equal mask means an equal credential,
 * whether the key is the same, and the differences: what was sent before what came back, the likeliest first. What differs in
 * every call (ids, dates, the order and case of header fields) is left out.
 */
export function compareExchanges(good: Side, bad: Side): GoodExchange {
  const rename = renamer(good.exchange, bad.exchange);
  const exchange = renamed(good.exchange, rename);
  const profiles = [good, bad].flatMap(({ provider, gateway }) => [provider, gateway]).filter((profile) => profile !== undefined);
  const key = keyOf(good, bad, rename);
  const goodUrl = calledUrl(good.exchange);
  const sent = requestDifferences(exchange.request, bad, key, profiles, goodUrl === undefined ? undefined : rename(goodUrl));
  const isSame = contentOf(exchange) === contentOf(bad.exchange);
  return {
    exchange,
    key: key.relation,
    differences: [
      ...[...key.found.differences, ...sent.differences].toSorted((a, b) => RANK.indexOf(a.weight) - RANK.indexOf(b.weight)),
      ...responseDifferences(good, bad),
    ],
    warnings: [...(isSame ? ['Both inputs hold the same exchange.'] : []), ...key.found.warnings, ...sent.warnings],
  };
}

const contentOf = ({ request, response, failure, text }: RawExchange): string => JSON.stringify([request, response, failure, text]);

const requestItem = (item: Omit<Difference, 'part' | 'good' | 'bad'>, good: string | undefined, bad: string | undefined): Difference => ({
  part: 'request',
  ...item,
  ...(good !== undefined && bad !== undefined ? excerpts(good, bad) : {}),
  ...(good !== undefined && bad === undefined && { good: excerpts(good, '').good }),
  ...(good === undefined && bad !== undefined && { bad: excerpts('', bad).bad }),
});

/** Schemes whose value is made anew for each call. */
const SIGNED = /^(?:AWS4-HMAC-SHA256|Digest|Signature|SharedKey|Negotiate|OAuth)$/i;

/** The credential that counts: the one in the vendor's own field, else the first. */
function mainCredential({ exchange, provider, gateway }: Side): SentCredential | undefined {
  const all = credentialsOf(exchange);
  const own = [gateway?.keyHeader, provider?.keyHeader].map((name) => name?.toLowerCase());
  return all.find(({ name }) => own.includes(name.toLowerCase())) ?? all[0];
}

function keyOf(good: Side, bad: Side, rename: Rename): Key {
  const one = mainCredential(good);
  const other = mainCredential(bad);
  const names = [one, other].flatMap((credential) => (credential ? [credential.name.toLowerCase()] : []));
  const none = { differences: [], warnings: [] };
  if (!good.exchange.request || !bad.exchange.request) return { relation: 'unknown', found: none, names };
  if (!one && !other) return { relation: mayHide(good) || mayHide(bad) ? 'unknown' : 'none', found: none, names };
  if (!one || !other) {
    const lacking = one ? bad : good;
    if (mayHide(lacking))
      return {
        relation: 'unknown',
        found: {
          differences: [],
          warnings: [`The ${one ? 'failing' : 'good'} call's input does not show the key: keys cannot be compared.`],
        },
        names,
      };
    const item = {
      where: (one ?? other)!.where,
      name: 'key',
      weight: 'likely' as const,
      says: `The ${one ? 'failing' : 'good'} call carries no key.`,
    };
    const value = one ? rename(one.value) : other!.value;
    return { relation: 'different', found: { ...none, differences: [requestItem(item, one && value, one ? undefined : value)] }, names };
  }
  const differences: Difference[] = [];
  if (one.name.toLowerCase() !== other.name.toLowerCase())
    differences.push(
      requestItem(
        { where: other.where, name: 'place of the key', weight: 'likely', says: 'A server looks for the key in one place.' },
        one.name,
        other.name,
      ),
    );
  else if (one.scheme?.toLowerCase() !== other.scheme?.toLowerCase())
    differences.push(
      requestItem(
        { where: other.where, name: 'word before the key', weight: 'likely', says: 'Bearer and Basic are read in different ways.' },
        one.scheme ?? '(none)',
        other.scheme ?? '(none)',
      ),
    );
  const relation = relationOf(one, other, good, bad, rename);
  if (relation === 'different')
    differences.unshift(
      requestItem(
        {
          where: other.where,
          name: 'key',
          weight: 'likely',
          says: 'Another key: it may belong to another account, project, plan or environment.',
        },
        rename(one.credential),
        other.credential,
      ),
    );
  else if (rename(one.credential) !== other.credential && relation === 'same')
    differences.push(
      requestItem(
        {
          where: other.where,
          name: 'text around the key',
          weight: 'likely',
          says: 'Quotes, blanks or a doubled word spoil a key that is right.',
        },
        rename(one.credential),
        other.credential,
      ),
    );
  const warnings =
    relation === 'unknown' ? ['The keys cannot be compared: they were masked before, or are signed anew for each call.'] : [];
  return { relation, found: { differences, warnings }, names };
}

const mayHide = ({ exchange }: Side): boolean => mayHideCredentials(exchange);

function relationOf(one: SentCredential, other: SentCredential, good: Side, bad: Side, rename: Rename): GoodExchange['key'] {
  if (one.secret && other.secret && one.secret.equals(other.secret)) return 'same';
  if (SIGNED.test(one.scheme ?? '') && SIGNED.test(other.scheme ?? '')) return 'unknown';
  if (holdsForeignMask(one.credential, good.exchange) || holdsForeignMask(other.credential, bad.exchange)) return 'unknown';
  return rename(one.credential) === other.credential ? 'same' : 'different';
}

function requestDifferences(
  good: HttpRequest | undefined,
  { exchange, reading }: Side,
  key: Key,
  profiles: readonly Profile[],
  goodUrl: string | undefined,
): Found {
  const { request: bad } = exchange;
  const urls = urlDifferences(goodUrl, calledUrl(exchange), key.names);
  if (!good || !bad) {
    const lacking = !good && !bad ? 'Neither input shows' : `The ${good ? 'failing' : 'good'} call's input does not show`;
    return { differences: urls, warnings: [`${lacking} the request: what was sent cannot be compared.`] };
  }
  const body = bodyDifferences(good, bad, BY_SIZE.has(reading.verdict.cause));
  const fields = fieldDifferences(good, bad, key.names, profiles);
  const method: Difference[] =
    good.method.toUpperCase() === bad.method.toUpperCase()
      ? []
      : [
          requestItem(
            { where: 'request.method', name: 'method', weight: 'likely', says: 'Another method is another operation.' },
            good.method,
            bad.method,
          ),
        ];
  const isPayer = ({ name }: Difference): boolean => isScope(name, profiles);
  return {
    differences: [
      ...urls.filter(({ name }) => name === 'host'),
      ...fields.differences.filter(isPayer),
      ...modelDifference(good, bad),
      ...urls.filter(({ name }) => name !== 'host'),
      ...method,
      ...fields.differences.filter((difference) => !isPayer(difference)),
      ...body.differences,
    ],
    warnings: [...fields.warnings, ...body.warnings],
  };
}

/** Causes that a larger request alone can bring about. */
const BY_SIZE = new Set<CauseId>(['context-too-long', 'payload-too-large', 'credits-exhausted', 'rate-limited']);

function modelDifference(good: HttpRequest, bad: HttpRequest): Difference[] {
  const one = modelCallOf(good)?.model;
  const other = modelCallOf(bad)?.model;
  const isHidden = (one === undefined && isUnseen(good)) || (other === undefined && isUnseen(bad));
  if (one === other || isHidden) return [];
  const item = {
    where: 'request.body.model',
    name: 'model',
    weight: 'likely' as const,
    says: 'Models differ in price, in who may use them, and in their limits.',
  };
  return [requestItem(item, one, other)];
}

function urlDifferences(goodUrl: string | undefined, badUrl: string | undefined, keyNames: readonly string[]): Difference[] {
  const good = urlOf(goodUrl === undefined ? undefined : { method: 'GET', url: goodUrl, headers: [] });
  const bad = urlOf(badUrl === undefined ? undefined : { method: 'GET', url: badUrl, headers: [] });
  if (!good || !bad) return [];
  const part = (name: string, one: string, other: string, says: string): Difference[] =>
    one === other ? [] : [requestItem({ where: 'request.url', name, weight: 'likely', says }, one, other)];
  return [
    ...part('host', good.host, bad.host, 'Another host is another service, region or gateway, with keys of its own.'),
    ...part('scheme', good.protocol, bad.protocol, 'A call to http is mostly redirected, and may lose its key or body on the way.'),
    ...part('path', trimmed(good.pathname), trimmed(bad.pathname), 'Another endpoint, base path or API version.'),
    ...queryDifferences(good, bad, keyNames),
  ];
}

const trimmed = (path: string): string => (path.length > 1 ? path.replace(/\/$/, '') : path);

function queryDifferences(good: URL, bad: URL, keyNames: readonly string[]): Difference[] {
  const names = new Set([...good.searchParams.keys(), ...bad.searchParams.keys()]);
  return [...names].slice(0, 200).flatMap((name) => {
    if (keyNames.includes(`?${name.toLowerCase()}=`)) return [];
    const [one, other] = [good, bad].map(({ searchParams }) => (searchParams.has(name) ? searchParams.getAll(name).join(', ') : undefined));
    if (one === other) return [];
    const isVersion = /version$/i.test(name);
    return [
      requestItem(
        {
          where: 'request.url',
          name: `?${name.slice(0, 60)}=`,
          weight: isVersion ? 'likely' : 'possible',
          says: isVersion ? 'Another version of the API takes, answers and refuses other things.' : 'Another parameter of the query.',
        },
        one,
        other,
      ),
    ];
  });
}

function fieldDifferences(good: HttpRequest, bad: HttpRequest, keyNames: readonly string[], profiles: readonly Profile[]): Found {
  const unseen = [good, bad].map((request) => !showsFields(request));
  if (unseen[0] && unseen[1]) return { differences: [], warnings: [] };
  if (unseen[0] || unseen[1])
    return {
      differences: [],
      warnings: [`The ${unseen[0] ? 'good' : 'failing'} call's input does not show the header fields of the request.`],
    };
  const names = new Set([...good.headers, ...bad.headers].map(({ name }) => name.toLowerCase()));
  const differences = [...names].flatMap((name) => {
    if (isVolatile(name) || keyNames.includes(name)) return [];
    const [one, other] = [good, bad].map(({ headers }) => header(headers, name));
    if (one === other || (one !== undefined && other !== undefined && essence(name, one) === essence(name, other))) return [];
    return [requestItem({ where: `request.headers.${name}`, name, ...meaningOf(name, profiles) }, one, other)];
  });
  return { differences, warnings: [] };
}

function responseDifferences(good: Side, bad: Side): Difference[] {
  const rows: [string, string, Difference['weight'], string | undefined, string | undefined, string][] = [
    ['response.status', 'status', 'likely', outcomeOf(good), outcomeOf(bad), 'What came of each call.'],
    [
      'response',
      'who answered',
      'likely',
      speaker(good.reading),
      speaker(bad.reading),
      'Something in between may have answered in place of the API.',
    ],
    [
      'response.headers',
      'cache',
      'likely',
      cacheWords(good.reading),
      cacheWords(bad.reading),
      'An answer from a cache may be out of date.',
    ],
    ...limitRows(good.reading.rateLimits, bad.reading.rateLimits),
    ...(['content-type', 'server', 'via'] as const).map((name): (typeof rows)[number] => [
      `response.headers.${name}`,
      name,
      'possible',
      fieldOf(good, name),
      fieldOf(bad, name),
      name === 'content-type'
        ? 'A page in place of JSON comes mostly from something in between.'
        : 'Another server or proxy was on the way.',
    ]),
  ];
  return rows.flatMap(([where, name, weight, one, other, says]): Difference[] =>
    one === other ? [] : [{ ...requestItem({ where, name, weight, says }, one, other), part: 'response' }],
  );
}

const outcomeOf = ({ exchange: { failure }, reading: { status } }: Side): string | undefined =>
  status === undefined ? failure && `no response: ${failure.message}` : String(status);

/** Undefined where no response says who spoke, so that nothing is compared with it. */
const speaker = ({ status, answeredBy: { name, layer } }: Reading): string | undefined =>
  status === undefined
    ? undefined
    : layer === 'provider'
      ? 'the provider'
      : layer === 'upstream'
        ? 'the provider, behind a gateway'
        : `${name ?? `a ${layer}`} (${layer})`;

const cacheWords = ({ cache }: Reading): string | undefined => (cache?.hit ? `${cache.where}: ${cache.value}` : undefined);

const fieldOf = ({ exchange: { response } }: Side, name: string): string | undefined => {
  const value = header(response?.headers, name);
  return value === undefined ? undefined : essence(name, value);
};

/** Limits that both answers name, where they are not the same; what is left is told where one call has used it up. */
function limitRows(
  good: readonly RateLimit[],
  bad: readonly RateLimit[],
): [string, string, Difference['weight'], string, string, string][] {
  return bad.flatMap((limit) => {
    const before = good.find(({ name }) => name === limit.name);
    if (!before) return [];
    const what = limit.name === '' ? 'rate limit' : `rate limit of ${limit.name}`;
    const where = `response.headers.${limit.where}`;
    if (before.limit !== undefined && limit.limit !== undefined && before.limit !== limit.limit)
      return [[where, what, 'likely', String(before.limit), String(limit.limit), 'Another limit: another key, project, plan or tier.']];
    if (limit.remaining === 0 && before.remaining !== undefined && before.remaining > 0)
      return [[where, `${what}: what is left`, 'likely', String(before.remaining), '0', 'The limit was used up in between.']];
    return [];
  });
}
