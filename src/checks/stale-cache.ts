import { causes } from '../model/cause.ts';
import type { Check, Facts, Finding } from '../model/check.ts';
import { answerOf } from '../model/evidence.ts';
import { header, type HeaderField } from '../model/exchange.ts';
import { cut, duration } from '../model/format.ts';
import type { PastCache } from '../model/key-proof.ts';

export default {
  phase: '2.4',
  title: 'An old answer from a cache',
  explains:
    'A cache on the way may serve an error that was true a while ago: after a top-up it is a 402 that is no longer so. Reads Age ' +
    '(RFC 9111 §5.1), Cache-Status (RFC 9211), X-Cache, CF-Cache-Status and Via. The absence of these fields proves nothing for a GET. ' +
    'With --replay it asks once more past the cache, and says what the API itself answers now.',
  judge(facts) {
    const { exchange, reading } = facts;
    const headers = exchange.response?.headers ?? [];
    const again = answerOf<PastCache>(facts.evidence, 'past-cache');
    if (again?.outcome === 'answered') return askedAgain(facts, again.data);
    if (reading.cache?.hit) return fromCache(facts);
    if (!exchange.response)
      return { outcome: 'skip', says: exchange.failure ? 'There was no response' : 'The input does not show the response' };
    if (headers.length === 0) return { outcome: 'skip', says: 'The input shows no header fields' };
    const sign = signOfOrigin(headers);
    if (sign)
      return {
        outcome: 'pass',
        says: `Not from a cache: ${cut(`${sign.name}: ${sign.value}`, 45)}`,
        because: [{ where: `response.headers.${sign.name.toLowerCase()}`, value: cut(sign.value, 80), says: 'the cache asked the server' }],
      };
    if (/^(?:POST|PUT|PATCH|DELETE)$/i.test(exchange.request?.method ?? '') && header(headers, 'age') === undefined) {
      return { outcome: 'pass', says: `Not from a cache: ${exchange.request!.method.toUpperCase()}, and no Age field` };
    }
    const via = header(headers, 'via');
    if (via !== undefined) return { outcome: 'skip', says: `By way of ${cut(via, 30)}: no field tells whether it keeps answers` };
    return { outcome: 'skip', says: 'No header field tells of a cache' };
  },
} satisfies Check;

/** Failures that end when somebody pays, waits or grants: an old one may be over. A 404 of a minute ago is a 404. */
const MAY_BE_OVER = /^(?:payment|access|limits|infrastructure)$/;

function fromCache({ exchange, reading }: Facts): Finding {
  const cache = reading.cache!;
  const { cause } = reading.verdict;
  const age = cache.ageSeconds;
  const because = [{ where: cache.where, value: cut(cache.value, 80), says: 'a cache answered, and not the server' }];
  const old = age === undefined ? 'From a cache' : `From a cache, ${duration(age)} old`;
  if (cause === 'success') return { outcome: 'pass', says: `${old}, and no error`, because };
  const isOver = cause === 'stale-response' || (age !== undefined && age > 0 && MAY_BE_OVER.test(causes[cause].family));
  const mayStore = !/no-store/i.test(header(exchange.response?.headers, 'cache-control') ?? '');
  return {
    outcome: isOver ? 'fail' : 'warn',
    says: `${old}: the server may say otherwise by now`,
    because,
    steps: [
      "Ask again past the cache: curl -H 'Cache-Control: no-cache', or a query that is new.",
      ...(mayStore ? ['If the server or the cache is yours: send errors with Cache-Control: no-store, and purge this URL.'] : []),
    ],
  };
}

/** What the API itself answers now, beside what the cache gave. */
function askedAgain({ exchange, reading }: Facts, { status, cached, message }: PastCache): Finding {
  const before = reading.status ?? exchange.response?.status;
  const now = `${status}${message === undefined ? '' : `, ${message}`}`;
  const because = [
    ...(reading.cache
      ? [{ where: reading.cache.where, value: cut(reading.cache.value, 80), says: 'a cache answered, and not the server' }]
      : []),
    {
      where: 'evidence.past-cache.status',
      value: cut(now, 120),
      says: cached ? 'asked past the cache: a cache again' : 'asked past the cache: the API itself',
    },
  ];
  if (cached)
    return {
      outcome: 'warn',
      says: `A cache answered again (${status}), though asked to pass on`,
      because,
      steps: ['Purge this URL in the cache, or ask its owner to; then send the call again.'],
    };
  if (status === before) return { outcome: 'pass', says: `Not out of date: the API itself answers ${status}, too`, because };
  return {
    outcome: 'fail',
    says: `Out of date: the API itself answers ${status} now, not ${before ?? 'this'}`,
    because,
    steps: [
      status < 400
        ? 'The trouble is over: send Cache-Control: no-cache, or wait until the cache forgets it.'
        : 'Go by what the API answers now: diagnose that answer.',
      'If the server or the cache is yours: send errors with Cache-Control: no-store, and purge this URL.',
    ],
  };
}

/** The field that says that the answer came from the server: a miss, a bypass, or an order not to store. */
function signOfOrigin(headers: readonly HeaderField[]): HeaderField | undefined {
  if (Number(header(headers, 'age') ?? 0) > 0) return undefined;
  const signs: [string, RegExp][] = [
    ['Cache-Status', /;\s*fwd\b/i],
    ['CF-Cache-Status', /^\s*(?:DYNAMIC|BYPASS|MISS|EXPIRED|NONE\/UNKNOWN)\b/i],
    ['X-Cache', /\b(?:MISS|BYPASS|PASS|Error from cloudfront|LambdaGeneratedResponse)\b/i],
    ['X-Vercel-Cache', /^\s*(?:MISS|BYPASS)\b/i],
    ['Cache-Control', /\bno-store\b/i],
  ];
  for (const [name, pattern] of signs) {
    const value = header(headers, name);
    if (value !== undefined && pattern.test(value)) return { name, value };
  }
  return undefined;
}
