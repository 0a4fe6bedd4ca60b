/** What header fields of a request are for, and so how much a difference in one may matter. */
import type { Weight } from '../../model/comparison.ts';
import type { Provider } from '../../model/provider.ts';

export type Meaning = { weight: Weight; says: string };

/** Different in every call, or made by the transport: they tell nothing. */
const VOLATILE =
  /^(?:date|host|content-length|connection|keep-alive|transfer-encoding|te|traceparent|tracestate|baggage|b3|sentry-trace|postman-token|idempotency-key|expect|:.*|x-b3-.*|x-datadog-.*|x-amzn-trace-id|x-cloud-trace-context|x-amz-date|x-amz-content-sha256|x-forwarded-.*|x-real-ip|cf-ray|cf-connecting-ip|(?:x-)?(?:client-)?(?:request|correlation|trace|session|transaction)-?id|x-ms-client-request-id|x-stainless-(?:retry-count|read-timeout|timeout)|sec-.*|if-(?:none-match|modified-since)|content-md5|digest|x-timestamp|x-nonce)$/i;

const SCOPE = /organi[sz]ation|\borg\b|project|workspace|tenant|account|team|subscription/i;
const VERSION = /(?:^|-)version$|-beta$|^(?:openai|anthropic)-beta$/i;

/** Whether a field differs between any two calls, so that its difference means nothing. */
export const isVolatile = (name: string): boolean => VOLATILE.test(name);

const isAmong = (list: 'scopeHeaders' | 'requiredHeaders', name: string, profiles: readonly Provider[]): boolean =>
  profiles.some((profile) => profile[list]?.some((own) => own.toLowerCase() === name.toLowerCase()));

/** Whether a field names the organisation, project or workspace that pays. */
export const isScope = (name: string, profiles: readonly Provider[]): boolean =>
  isAmong('scopeHeaders', name, profiles) || SCOPE.test(name);

/** Why a difference in a request's field may matter. The name may be of any case. */
export function meaningOf(name: string, profiles: readonly Provider[]): Meaning {
  const small = name.toLowerCase();
  if (isScope(name, profiles))
    return { weight: 'likely', says: 'It names who pays: another organisation or project has its own money and limits.' };
  if (isAmong('requiredHeaders', name, profiles)) return { weight: 'likely', says: 'This API wants the field in every call.' };
  if (VERSION.test(small)) return { weight: 'likely', says: 'Another version of the API takes, answers and refuses other things.' };
  if (small === 'content-type')
    return { weight: 'likely', says: 'The server reads the body by it: the wrong one makes the body unreadable.' };
  if (small === 'content-encoding')
    return { weight: 'likely', says: 'The body is compressed in one call, and the server may not take that.' };
  if (small === 'accept') return { weight: 'possible', says: 'It asks for another form of the answer.' };
  if (/^(?:cookie|x-csrf-token)$/.test(small)) return { weight: 'possible', says: 'Another session may be another account.' };
  if (/^(?:origin|referer)$/.test(small)) return { weight: 'possible', says: 'Keys may be limited to certain origins.' };
  if (small === 'cache-control' || small === 'pragma')
    return { weight: 'possible', says: 'It says whether a cache may answer in place of the server.' };
  if (small === 'user-agent') return { weight: 'minor', says: 'Another client, which may send other defaults.' };
  return { weight: 'minor', says: 'Few servers look at it.' };
}

/** A field's value with what does not matter taken out: the case of a media type, a boundary, the versions in a User-Agent. */
export function essence(name: string, value: string): string {
  const small = name.toLowerCase();
  if (small === 'content-type')
    return value
      .replace(/;\s*(?:boundary|charset)=[^;]{0,200}/gi, '')
      .trim()
      .toLowerCase();
  if (small === 'user-agent')
    return value
      .replace(/\/v?\d[\w.+-]{0,60}/g, '')
      .trim()
      .toLowerCase();
  if (small === 'accept')
    return value
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .toSorted()
      .join(',');
  return value.trim();
}
