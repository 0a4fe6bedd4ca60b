/** What is wrong with where and how a request was sent: its path, its method, the fields that must be there, a redirect. */
import type { Facts } from '../model/check.ts';
import { header } from '../model/exchange.ts';
import { cut } from '../model/format.ts';
import type { Profile } from '../model/provider.ts';
import type { Fault } from './request-faults.ts';
import { showsFields, urlOf } from './sent-credentials.ts';
import { calledProfile } from './whose-account.ts';

const LONGEST_PATH = 2048;

/** The profile whose own host was called; a relay may have paths of its own. */
function ownerOf(facts: Facts, host: string): Profile | undefined {
  const called = calledProfile(facts);
  return called?.hosts.some((own) => own === host || (own.startsWith('.') && host.endsWith(own))) ? called : undefined;
}

const isBelow = (path: string, base: string): boolean => path === base || path.startsWith(`${base}/`);

/** A path in which something stands twice, or that is not below where the vendor's API is. Undefined where the path looks right. */
export function pathFault(facts: Facts): Fault | undefined {
  const url = urlOf(facts.exchange.request);
  if (!url || url.pathname.length > LONGEST_PATH) return undefined;
  const path = url.pathname;
  const fault = (says: string, step: string): Fault => ({
    says,
    step,
    because: { where: 'request.url', value: cut(path, 80), says },
    explains: ['not-found', 'method-not-allowed', 'proxy-interference'],
  });
  const twice = /(\/v\d{1,2}(?:alpha|beta)?\d{0,2}|\/[\w-]{1,40}(?:\/[\w-]{1,40}){1,3})\1(?=\/|$)/.exec(path)?.[1];
  if (twice !== undefined)
    return fault(`${cut(twice, 30)} stands twice in the path`, `Take ${cut(twice, 30)} out of the base URL: the client adds it.`);
  if (path.includes('//')) return fault('Two slashes stand together in the path', 'Take the slash off the end of the base URL.');
  const owner = ownerOf(facts, url.hostname);
  if (!owner) return undefined;
  const bases = owner.basePaths ?? versionOfKnownGood(owner, url.hostname, path);
  if (bases.length === 0 || bases.some((base) => isBelow(path, base))) return undefined;
  return fault(
    `The path is not below ${bases.slice(0, 2).join(' or ')}, where ${cut(owner.title, 20)} is`,
    `Set the base URL to ${url.protocol}//${url.host}${bases[0]}${bases.length > 1 ? ` (or below ${bases.slice(1, 4).join(', ')})` : ''}.`,
  );
}

/** Where a profile names no base paths: the version with which its documented call starts, if the path that was called has none. */
function versionOfKnownGood({ knownGood }: Profile, host: string, path: string): string[] {
  const good = knownGood && URL.canParse(knownGood.url) ? new URL(knownGood.url) : undefined;
  const base = good?.hostname === host ? /^(?:\/api)?\/v\d{1,2}(?=\/)/.exec(good.pathname)?.[0] : undefined;
  return base === undefined || /\/v\d/.test(path) ? [] : [base];
}

/** Endpoints that every vendor who has them serves by POST. */
const POSTED = /\/(?:chat\/completions|completions|messages|embeddings|responses|images\/generations|audio\/speech)$/;

/** A method that the server, or every server of such an endpoint, does not take. */
export function methodFault({ exchange, reading }: Facts): Fault | undefined {
  const { request, response } = exchange;
  if (!request) return undefined;
  const method = request.method.toUpperCase();
  const allow = header(response?.headers, 'allow');
  const fault = (says: string, value: string, where: string): Fault => ({
    says,
    because: { where, value: cut(value, 80), says },
    step: 'Send the method of the reference. curl without a body sends GET, and a redirect (301, 302) turns POST into GET.',
    explains: ['method-not-allowed', 'not-found'],
  });
  if (
    reading.verdict.cause === 'method-not-allowed' &&
    allow &&
    !allow
      .toUpperCase()
      .split(/[\s,]+/)
      .includes(method)
  )
    return fault(`${cut(method, 10)} was sent; the server takes ${cut(allow.toUpperCase(), 30)}`, allow, 'response.headers.allow');
  const endpoint = POSTED.exec(urlOf(request)?.pathname.slice(0, LONGEST_PATH) ?? '')?.[0];
  if (method === 'GET' && request.body === undefined && endpoint !== undefined)
    return fault(`GET was sent; ${endpoint} takes POST`, method, 'request.method');
  return undefined;
}

/** A field without which every call to this vendor fails, and that was not sent; undefined where the input shows no fields. */
export function missingField(facts: Facts): Fault | undefined {
  const { request } = facts.exchange;
  const called = calledProfile(facts);
  if (!request || !showsFields(request)) return undefined;
  const missing = called?.requiredHeaders?.find((name) => header(request.headers, name) === undefined);
  if (missing === undefined) return undefined;
  const says = `The ${missing} field is missing; ${cut(called!.title, 25)} wants it`;
  return {
    says,
    because: { where: 'request.headers', value: cut(request.headers.map(({ name }) => name).join(', '), 120), says },
    step: `Send ${missing} with the value that the reference names.`,
    explains: ['request', 'credentials-missing', 'credentials-invalid', 'permission-denied'],
  };
}

/** What the redirect that answered would cost a client that follows it: the key, or the method (RFC 9110 §15.4). */
export function redirectFault({ exchange: { request, response } }: Facts): Fault | undefined {
  const location = header(response?.headers, 'location');
  const from = urlOf(request);
  if (!response || !location || !from || !/^30[12378]$/.test(String(response.status))) return undefined;
  // A relative Location may begin with what looks like a mask; it leads to the same host, whatever it holds.
  if (!URL.canParse(location, from.href)) return undefined;
  const to = new URL(location, from);
  const fault = (says: string, step: string): Fault => ({
    says,
    step,
    because: { where: 'response.headers.location', value: cut(`${to.origin}${to.pathname}`, 80), says },
    explains: ['credentials-missing', 'method-not-allowed', 'not-found'],
  });
  const final = 'Call the final URL itself.';
  if (to.hostname !== from.hostname)
    return fault(
      `Redirected to ${cut(to.hostname, 30)}: a client leaves the key behind`,
      `${final} A client that follows sends no key there, and should not: make sure that the other host is the API's.`,
    );
  if (to.protocol !== from.protocol)
    return fault(
      `Redirected from ${from.protocol}// to ${to.protocol}//`,
      `${final} Set the base URL to ${to.protocol}//${cut(to.host, 60)}.`,
    );
  if (response.status < 304 && !/^(?:GET|HEAD)$/i.test(request!.method))
    return fault(
      `Redirected (${response.status}): a client turns ${cut(request!.method, 10)} into GET`,
      `${final} Often a slash at the end of the path is missing or too much.`,
    );
  return undefined;
}
