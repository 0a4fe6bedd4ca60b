/** The gateways that the checklist knows its way about: each has its places, with the page that says so. */
import { expect, test } from 'vitest';
import catalogue from '#units/signs/providers';
import { placesOf } from '../src/interpret/gateway-places.ts';
import type { Exchange } from '../src/model/exchange.ts';

const gateways = [
  'litellm',
  'apipark',
  'kong',
  'portkey',
  'cloudflare-ai-gateway',
  'one-api',
  'new-api',
  'helicone',
  'bifrost',
  'vercel-ai-gateway',
  'openrouter',
];
const exchange: Exchange = {
  source: { shape: 'http-message' },
  request: { method: 'POST', url: 'https://llm.example.com:4000/v1/chat/completions', headers: [] },
  secrets: [],
};

test.each(gateways)('%s has a profile and its places', (id) => {
  expect(Object.keys(catalogue.profiles)).toContain(id);
  const { source, ...places } = placesOf(id, exchange)!;
  expect(source).toMatch(/^https:\/\//);
  for (const place of Object.values(places)) expect(place).toMatch(/^[A-Z][^{}]{20,220}$/);
});

test('where the gateway was called, its own address is named; elsewhere its place is left open', () => {
  expect(placesOf('litellm', exchange)?.money).toContain('https://llm.example.com:4000/ui');
  expect(placesOf('litellm', { ...exchange, request: { method: 'POST', headers: [] } })?.money).toContain('<gateway>/ui');
});

test.each([undefined, 'constructor', 'no-such-gateway'])('nothing is made up for %s', (id) => {
  expect(placesOf(id, exchange)).toBeUndefined();
});
