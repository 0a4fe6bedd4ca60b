/** What header fields say of waiting, rate limits, request ids and caches. */
import { header, type Exchange, type HeaderField } from '../model/exchange.ts';
import type { CacheFacts, RateLimit, Wait } from '../model/reading.ts';
import { secondsFrom } from './time.ts';

/** The seconds to wait as Retry-After says (RFC 9110 §10.2.3: seconds or a date), or a vendor's field in milliseconds. */
export function waitOf(headers: readonly HeaderField[], now: Date): Wait | undefined {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms', 'x-retry-after-ms']) {
    const value = header(headers, name);
    if (value !== undefined && /^\d+(?:\.\d+)?$/.test(value)) return { seconds: Number(value) / 1000, where: name };
  }
  for (const name of ['retry-after', 'x-retry-after', 'retry-in']) {
    const value = header(headers, name);
    const seconds = value === undefined ? undefined : secondsFrom(value, now);
    if (seconds !== undefined) return { seconds, where: name };
  }
  return undefined;
}

const number = (text: string | undefined): number | undefined => {
  const match = /^\s*"?(\d+(?:\.\d+)?)/.exec(text ?? '');
  return match ? Number(match[1]) : undefined;
};

/**
 * Rate limits in their shapes: x-ratelimit-limit/-remaining/-reset with a name before or after (OpenAI, Anthropic, GitHub,
 * Kong), the draft's RateLimit as one structured field or as three.
 */
export function rateLimitsOf(headers: readonly HeaderField[], now: Date): RateLimit[] {
  const limits = new Map<string, RateLimit>();
  const limitOf = (name: string, where: string): RateLimit => {
    let limit = limits.get(name);
    if (!limit) limits.set(name, (limit = { name, where }));
    return limit;
  };
  for (const { name, value } of headers) {
    const lower = name.toLowerCase();
    const match = /^(?:x-)?(?:([a-z][a-z0-9-]*?)-)?rate-?limit-(?:([a-z0-9-]+?)-)?(limit|remaining|reset|used)(?:-([a-z0-9-]+))?$/.exec(
      lower,
    );
    if (match) {
      const limit = limitOf(match[2] ?? match[4] ?? '', lower);
      if (match[3] === 'reset') {
        const seconds = secondsFrom(value, now);
        if (seconds !== undefined) limit.resetSeconds = seconds;
        continue;
      }
      const amount = number(value);
      if (amount === undefined) continue;
      if (match[3] === 'limit') limit.limit = amount;
      else if (match[3] === 'remaining') limit.remaining = amount;
      const window = /;\s*w=(\d+)/.exec(value);
      if (window) limit.windowSeconds = Number(window[1]);
    } else if (lower === 'ratelimit' || lower === 'ratelimit-policy') {
      for (const item of value.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)(?!\s*(?:remaining|reset|limit)=)/)) readPolicy(item, limitOf, lower);
    }
  }
  return [...limits.values()];
}

function readPolicy(item: string, limitOf: (name: string, where: string) => RateLimit, where: string): void {
  const limit = limitOf(/^\s*"([^"]*)"/.exec(item)?.[1] ?? '', where);
  const read = (names: string): number | undefined => number(new RegExp(`(?:^|[;,\\s])(?:${names})=([^;,]+)`).exec(item)?.[1]);
  const values = { limit: read('q|limit'), remaining: read('r|remaining'), resetSeconds: read('t|reset'), windowSeconds: read('w') };
  for (const [name, value] of Object.entries(values)) if (value !== undefined) limit[name as 'limit'] = value;
}

/** Header fields that vendors put a request's id into, the commonest last resort of support. */
const REQUEST_IDS = [
  'x-request-id',
  'request-id',
  'x-amzn-requestid',
  'x-amz-request-id',
  'x-ms-request-id',
  'apim-request-id',
  'x-goog-request-id',
  'x-github-request-id',
  'x-correlation-id',
  'x-trace-id',
  'x-litellm-call-id',
  'x-oneapi-request-id',
  'x-kong-request-id',
  'x-vercel-id',
  'fly-request-id',
  'cf-ray',
  'x-amz-cf-id',
];

/** The id that support asks for: the vendor's own header field first, then the usual ones, then the body's request_id. */
export function requestIdOf(exchange: Exchange, own: readonly string[]): { where: string; value: string } | undefined {
  for (const name of [...own, ...REQUEST_IDS]) {
    const value = header(exchange.response?.headers, name);
    if (value) return { where: name.toLowerCase(), value };
  }
  const text = exchange.response?.body ?? exchange.text ?? '';
  if (!/request/i.test(text)) return undefined;
  const said = /["']?\brequest[ _-]?id["']?\s{0,2}[:=]\s{0,2}["']?([\w-]{8,80})/i.exec(text);
  return said ? { where: exchange.response?.body === undefined ? 'text' : 'response.body', value: said[1]! } : undefined;
}

/** Whether a cache answered, by RFC 9111's Age, RFC 9211's Cache-Status and the fields of the usual caches. */
export function cacheOf(headers: readonly HeaderField[]): CacheFacts | undefined {
  const age = number(header(headers, 'age'));
  for (const name of [
    'cache-status',
    'cf-cache-status',
    'x-cache',
    'x-vercel-cache',
    'x-proxy-cache',
    'x-cache-status',
    'x-varnish-cache',
    'cdn-cache',
  ]) {
    const value = header(headers, name);
    if (value === undefined) continue;
    const hit = /\bhit\b|\bstale\b|\brevalidated\b/i.test(value) && !/\bfwd=|\bmiss\b/i.test(value);
    return { hit: hit || (age ?? 0) > 0, ...(age !== undefined && { ageSeconds: age }), where: name, value };
  }
  return age === undefined ? undefined : { hit: age > 0, ageSeconds: age, where: 'age', value: String(age) };
}
