/** Where a request carries credentials, and what stands there once the credentials themselves are masked. */
import { header, type Exchange, type HttpRequest } from '../model/exchange.ts';
import type { Secret } from '../model/secret.ts';

export type SentCredential = {
  /** "request.headers.authorization", "request.url". */
  where: string;
  /** The field or parameter as a person calls it: "Authorization", "?key=". */
  name: string;
  /** The value as the exchange shows it. */
  value: string;
  /** The scheme word of an Authorization-like value: "Bearer". */
  scheme?: string;
  /** What follows the scheme word, with masks as they stand. */
  credential: string;
  secret?: Secret;
};

const CREDENTIAL_FIELD =
  /^(?:[\w-]*-)?(?:authorization|auth|api-?key|api-token|access-token|auth-token|private-token|subscription-key|rapidapi-key|auth-key|bf-vk)$/i;
const CREDENTIAL_PARAMETER = /^(?:key|token|access_token|api[-_]?key|apikey|auth|sig|signature|x-amz-signature)$/i;
const SCHEME =
  /^\s*["'`]?\s*(Bearer|Basic|Token|Key|ApiKey|Api-Key|Digest|OAuth|Signature|Negotiate|SharedKey|Payment|L402|LSAT|Sentry|AWS4-HMAC-SHA256):?(?:\s+|$)/i;
const MASK = /\[(?:key|token|password|cookie|signature|secret)#\d+(?: [^\]]{0,60})?\]/g;

/** The credentials of a request, those in header fields first. Cookies and a proxy's credentials are left out: they are no keys. */
export function credentialsOf(exchange: Exchange): SentCredential[] {
  const { request, secrets } = exchange;
  if (!request) return [];
  const fields = request.headers
    .filter(({ name, value }) => isCredentialField(name, value, secrets))
    .map(({ name, value }) => sent(`request.headers.${name.toLowerCase()}`, name, value, secrets));
  return [...fields, ...inUrl(request, secrets)];
}

function isCredentialField(name: string, value: string, secrets: readonly Secret[]): boolean {
  if (/^(?:cookie|proxy-authorization)$/i.test(name)) return false;
  const bare = value.replace(SCHEME, '').trim();
  return CREDENTIAL_FIELD.test(name) || secrets.some(({ kind, mask }) => kind !== 'cookie' && bare === mask);
}

function sent(where: string, name: string, value: string, secrets: readonly Secret[]): SentCredential {
  const scheme = SCHEME.exec(value)?.[1];
  const credential = scheme === undefined ? value : value.replace(SCHEME, '');
  const secret = secrets.find(({ mask }) => value.includes(mask));
  return { where, name, value, ...(scheme !== undefined && { scheme }), credential, ...(secret && { secret }) };
}

/** Parameters of the query, and what stands before the @ of the host. */
function inUrl({ url }: HttpRequest, secrets: readonly Secret[]): SentCredential[] {
  if (!url?.includes('?') && !url?.includes('@')) return [];
  const user = /^[a-z][a-z0-9+.-]{0,20}:\/\/([^/?@]{1,300})@/i.exec(url)?.[1];
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1).split('&', 200) : [];
  const parameters = query
    .map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)] as const)
    .filter(([name, value]) => CREDENTIAL_PARAMETER.test(name) || secrets.some(({ mask }) => value.includes(mask)))
    .map(([name, value]) => sent('request.url', `?${name}=`, value, secrets));
  return user === undefined ? parameters : [sent('request.url', 'user@', user, secrets), ...parameters];
}

/** A value with nothing where the masks were: what of it was visible. */
export function withoutMasks(value: string): string {
  return value.replace(MASK, '');
}

/** The URL parsed, a mask read as a harmless word; undefined where it is none (a variable in place of the host, a bare path). */
export function urlOf(request: HttpRequest | undefined): URL | undefined {
  try {
    return request?.url === undefined ? undefined : new URL(request.url.replace(MASK, 'masked'));
  } catch {
    return undefined;
  }
}

/** Whether the input shows header fields of the request at all: a log line has none, and a field's absence means nothing then. */
export function showsFields(request: HttpRequest | undefined): boolean {
  return (request?.headers.length ?? 0) > 0;
}

/** Whether there may have been credentials that `credentialsOf` does not find: browsers leave them out of a HAR, a session is a cookie. */
export function mayHideCredentials({ source, request }: Exchange): boolean {
  return source.shape === 'har' || !showsFields(request) || header(request?.headers, 'cookie') !== undefined;
}

/** The media type of the body, in lower case and without parameters; undefined where no Content-Type was sent. */
export function contentTypeOf(request: HttpRequest): string | undefined {
  return header(request.headers, 'content-type')?.split(';', 1)[0]?.trim().toLowerCase();
}
