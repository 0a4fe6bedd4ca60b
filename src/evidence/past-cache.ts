import type { PastCache } from '../model/key-proof.ts';
import { header, type HeaderField } from '../model/exchange.ts';
import type { Probe } from '../model/probe.ts';
import { errorWords } from './world/error-words.ts';
import { hostOf, unresolvedMask } from './world/masks.ts';

/** Whether the fields say that a cache answered: RFC 9111's Age above zero, RFC 9211's Cache-Status, and what the usual caches send. */
function isFromCache(headers: readonly HeaderField[]): boolean {
  if (Number(header(headers, 'age') ?? 0) > 0) return true;
  return [
    'cache-status',
    'cf-cache-status',
    'x-cache',
    'x-vercel-cache',
    'x-proxy-cache',
    'x-cache-status',
    'x-varnish-cache',
    'cdn-cache',
  ].some((name) => {
    const value = header(headers, name) ?? '';
    return /\b(?:hit|stale|revalidated)\b/i.test(value) && !/\bfwd=|\bmiss\b/i.test(value);
  });
}

/** They would make the answer a 304, or let a cache give it. */
const REPLACED = /^(?:cache-control|pragma|if-none-match|if-modified-since)$/i;

export default {
  title: 'The same request, past the cache',
  explains:
    'Where a cache gave the answer to a GET or a HEAD, sends the same request once more with Cache-Control: no-cache ' +
    '(RFC 9111 §5.2.1.4) and Pragma: no-cache, to the host that was called, so that the API itself answers. The URL is not changed.',
  plan({ exchange: { request, response, secrets } }) {
    if (!response) return { skip: 'the input shows no answer that may be from a cache' };
    if (!isFromCache(response.headers)) return { skip: 'no header field says that a cache answered' };
    if (!request?.url) return { skip: 'the input does not show what was called' };
    if (!/^(?:GET|HEAD)$/i.test(request.method)) return { skip: `${request.method.slice(0, 20)} is not a safe method` };
    const host = hostOf(request.url, secrets);
    if (host === undefined) return { skip: 'what was called is not an http or https URL' };
    const mask = unresolvedMask(request, secrets);
    if (mask) return { skip: `what ${mask} stands for is not in the input` };
    const headers = [
      ...request.headers.filter(({ name }) => !REPLACED.test(name)),
      { name: 'cache-control', value: 'no-cache' },
      { name: 'pragma', value: 'no-cache' },
    ];
    return { request: { ...request, headers }, credentialHosts: [host] };
  },
  read(response) {
    const message = errorWords(response);
    return { status: response.status, cached: isFromCache(response.headers), ...(message !== undefined && { message }) };
  },
} satisfies Probe<PastCache>;
