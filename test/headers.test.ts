/** What header fields say of waiting, rate limits, request ids and caches, in the shapes that vendors send. */
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../src/model/exchange.ts';
import { cacheOf, rateLimitsOf, requestIdOf, waitOf } from '../src/interpret/headers.ts';
import { durationSeconds } from '../src/interpret/time.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const fields = (all: Record<string, string>) => Object.entries(all).map(([name, value]) => ({ name, value }));

describe('how long to wait', () => {
  test.each([
    ['seconds', { 'Retry-After': '120' }, 120],
    ['an HTTP date', { 'retry-after': 'Fri, 20 Nov 2026 12:01:30 GMT' }, 90],
    ['a date that is past', { 'retry-after': 'Fri, 20 Nov 2026 11:00:00 GMT' }, 0],
    ['milliseconds', { 'retry-after-ms': '1500', 'retry-after': '2' }, 1.5],
    ["Azure's milliseconds", { 'x-ms-retry-after-ms': '250' }, 0.25],
    ['RFC 3339', { 'retry-after': '2026-11-20T12:00:10Z' }, 10],
  ])('%s', (_name, headers, seconds) => expect(waitOf(fields(headers), NOW)?.seconds).toBe(seconds));

  test.each([{ 'retry-after': 'soon' }, {}])('%j names none', (headers) => expect(waitOf(fields(headers), NOW)).toBeUndefined());
});

describe('durations as they are written', () => {
  test.each([
    ['6m0s', 360],
    ['1.5s', 1.5],
    ['5 days 22 hours 11 minutes', 5 * 86_400 + 22 * 3600 + 11 * 60],
    ['17h 42m', 63_720],
    ['200ms', 0.2],
    ['2 小时', 7200],
  ])('%s', (text, seconds) => expect(durationSeconds(text)).toBeCloseTo(seconds));
  test.each(['a moment', '', 'in 5 apples'])('%j is none', (text) => expect(durationSeconds(text)).toBeUndefined());
});

describe('rate limits', () => {
  test('of OpenAI and Groq: one per unit, resets as Go durations', () => {
    const headers = fields({
      'x-ratelimit-limit-tokens': '30000',
      'x-ratelimit-remaining-tokens': '0',
      'x-ratelimit-reset-tokens': '6m0s',
      'x-ratelimit-limit-requests': '500',
    });
    expect(rateLimitsOf(headers, NOW)).toMatchObject([
      { name: 'tokens', limit: 30_000, remaining: 0, resetSeconds: 360 },
      { name: 'requests', limit: 500 },
    ]);
  });

  test('of Anthropic: the unit stands before, resets as RFC 3339', () => {
    const headers = fields({
      'anthropic-ratelimit-input-tokens-limit': '40000',
      'anthropic-ratelimit-input-tokens-remaining': '12',
      'anthropic-ratelimit-input-tokens-reset': '2026-11-20T12:00:30Z',
    });
    expect(rateLimitsOf(headers, NOW)).toMatchObject([{ name: 'input-tokens', limit: 40_000, remaining: 12, resetSeconds: 30 }]);
  });

  test('of GitHub: epoch seconds', () => {
    const headers = fields({
      'X-RateLimit-Limit': '60',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': String(NOW.getTime() / 1000 + 600),
    });
    expect(rateLimitsOf(headers, NOW)).toMatchObject([{ limit: 60, remaining: 0, resetSeconds: 600 }]);
  });

  test.each([
    [
      'the draft in one field',
      { RateLimit: '"burst";r=0;t=30', 'RateLimit-Policy': '"burst";q=100;w=60' },
      { name: 'burst', limit: 100, remaining: 0, resetSeconds: 30, windowSeconds: 60 },
    ],
    ['an earlier draft', { RateLimit: 'limit=100, remaining=5, reset=50' }, { limit: 100, remaining: 5, resetSeconds: 50 }],
    [
      'three fields',
      { 'RateLimit-Limit': '100', 'RateLimit-Remaining': '0', 'RateLimit-Reset': '7' },
      { limit: 100, remaining: 0, resetSeconds: 7 },
    ],
    [
      "Docker Hub's window",
      { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '99;w=21600' },
      { limit: 100, remaining: 99, windowSeconds: 21_600 },
    ],
  ])('%s', (_name, headers, expected) => expect(rateLimitsOf(fields(headers), NOW)).toMatchObject([expected]));
});

describe('whether a cache answered', () => {
  test.each([
    ['Cache-Status', { 'Cache-Status': 'ExampleCDN; hit; ttl=30', Age: '90' }, true],
    ['Cache-Status of a miss', { 'Cache-Status': 'ExampleCDN; fwd=uri-miss' }, false],
    ['X-Cache', { 'X-Cache': 'Hit from cloudfront' }, true],
    ['X-Cache of a miss', { 'X-Cache': 'Miss from cloudfront' }, false],
    ['Cloudflare', { 'CF-Cache-Status': 'DYNAMIC' }, false],
    ['Age alone', { Age: '12' }, true],
  ])('%s', (_name, headers, hit) => expect(cacheOf(fields(headers))?.hit).toBe(hit));
  test('nothing known', () => expect(cacheOf([])).toBeUndefined());
});

describe('the request id', () => {
  const exchange = (headers: Record<string, string>, body?: string): Exchange => ({
    source: { shape: 'http-message' },
    response: { status: 402, headers: fields(headers), ...(body !== undefined && { body }) },
    secrets: [],
  });
  test("the vendor's own field comes first", () =>
    expect(requestIdOf(exchange({ 'cf-ray': 'abc-AMS', 'X-Own-Id': 'own-1' }), ['x-own-id'])).toEqual({
      where: 'x-own-id',
      value: 'own-1',
    }));
  test('in the body', () =>
    expect(requestIdOf(exchange({}, '{"request_id":"req_0123456789"}'), [])).toEqual({ where: 'response.body', value: 'req_0123456789' }));
  test('nowhere', () => expect(requestIdOf(exchange({}, '{"request":"none"}'), [])).toBeUndefined());
});
