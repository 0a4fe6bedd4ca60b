/**
 * No key that stands anywhere in an input stands in anything that is printed: not whole, and no 12 characters in a row of
 * what is secret in it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import providers from '#units/providers';
import reports from '#units/lazy/reports';
import { captureText, interpret, judge } from '../src/diagnose.ts';
import { UnreadableInput } from '../src/model/capture.ts';
import type { Exchange, RawExchange } from '../src/model/exchange.ts';
import type { Report } from '../src/model/report.ts';
import { maskOf, Secret } from '../src/model/secret.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { base64, canaryOf, leaks, MARKED, PLAIN, placesInText } from './support/canaries.ts';
import { evidenceOf, NOW } from './support/fixtures.ts';
import { namesIn, root, unitsOf } from './support/units.ts';

const now = new Date(NOW);
const rendered: [string, Report][] = await Promise.all(
  Object.entries(reports).map(async ([id, load]): Promise<[string, Report]> => [id, await load()]),
);

/** All that is ever printed of an exchange, by the name of what prints it. Bodies are not held back. */
async function outputsOf(exchange: Exchange): Promise<Record<string, string>> {
  const diagnosis = await judge(await interpret(exchange, { now }), evidenceOf(), { now });
  const options = { color: 0, width: 80, bodies: true, ticketCommand: 'diagnose ticket call.txt' } as const;
  const dump = (value: unknown) => inspect(value, { depth: Infinity, showHidden: true, maxStringLength: Infinity, breakLength: Infinity });
  return {
    ...Object.fromEntries(await Promise.all(rendered.map(async ([id, report]) => [id, await report.render(diagnosis, options)] as const))),
    'JSON of the diagnosis': JSON.stringify(diagnosis),
    'JSON of the exchange': JSON.stringify(exchange),
    'dump of the diagnosis': dump(diagnosis),
    'dump of the exchange': dump(exchange),
    'exchange as text': String(exchange.secrets),
  };
}

/** The outputs for an input: those of its first exchanges, and the warnings; or the sentence that refuses it. */
async function outputsForText(text: string): Promise<Record<string, string>> {
  try {
    const { exchanges, warnings } = await captureText(text);
    const all = await Promise.all(exchanges.slice(0, 3).map(outputsOf));
    const each = all.flatMap((outputs, i) => Object.entries(outputs).map(([name, output]) => [`${name} ${i}`, output]));
    return { warnings: warnings.join('\n'), ...(Object.fromEntries(each) as Record<string, string>) };
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    return { refused: `${error.message} ${error.suggestion}` };
  }
}

const inputs = [
  ...unitsOf('captures').flatMap((unit) => namesIn('fixtures', 'captures', unit).map((name) => `captures/${unit}/${name}`)),
  ...namesIn('fixtures', 'cases').flatMap((unit) => namesIn('fixtures', 'cases', unit).map((name) => `cases/${unit}/${name}`)),
].filter((path) => (path.startsWith('captures/') ? !path.endsWith('.expected.json') : /\/input\.[^/]+$/.test(path)));

describe('a key put into every input that there is', () => {
  test.each(inputs)('%s', async (path) => {
    const text = readFileSync(join(root, 'fixtures', path), 'utf8');
    const refusedAnyway = 'refused' in (await outputsForText(text));
    const places = Object.entries(placesInText).filter(([, put]) => put(text, MARKED) !== text);
    for (const [place, put] of places) {
      for (const key of [MARKED, PLAIN]) {
        const outputs = await outputsForText(put(text, key));
        if (!refusedAnyway) expect(outputs, `${place}: is still read`).not.toHaveProperty('refused');
        expect(leaks(outputs, key), place).toEqual([]);
      }
    }
  });
});

/** Where a key may stand in an exchange, each on its own: what is found in one place must not help to find it in another. */
function placesInExchange(url: string, keyHeader: string, key: string): Record<string, Omit<RawExchange, 'source'>> {
  const request = (headers: Record<string, string>, more: object = {}) => ({
    request: { method: 'POST', url, headers: Object.entries(headers).map(([name, value]) => ({ name, value })), ...more },
    response: {
      status: 401,
      headers: [{ name: 'content-type', value: 'application/json' }],
      body: '{"error":{"message":"Not accepted."}}',
    },
  });
  const response = (headers: Record<string, string>, body: unknown) => ({
    ...request({}),
    response: { status: 401, headers: Object.entries(headers).map(([name, value]) => ({ name, value })), body: JSON.stringify(body) },
  });
  const coded = encodeURIComponent(key);
  const echo = `Incorrect API key provided: ${key}.`;
  return {
    Authorization: request({ Authorization: `Bearer ${key}` }),
    'Authorization without a scheme': request({ authorization: key }),
    'Authorization with two schemes': request({ authorization: `Bearer Bearer ${key}` }),
    'Basic credentials': request({ Authorization: `Basic ${base64(key)}` }),
    'x-api-key': request({ 'X-Api-Key': key }),
    'api-key': request({ 'api-key': key }),
    "the vendor's field": request({ [keyHeader]: key }),
    'Proxy-Authorization': request({ 'Proxy-Authorization': `Bearer ${key}` }),
    Cookie: request({ Cookie: `theme=dark; session=${key}` }),
    'Set-Cookie': response({ 'Set-Cookie': `session=${key}; Path=/; Secure` }, {}),
    'URL user': request({}, { url: url.replace('://', `://${coded}:@`) }),
    'URL password': request({}, { url: url.replace('://', `://caller:${coded}@`) }),
    'URL query': request({}, { url: `${url}?alt=sse&key=${coded}` }),
    'proxy URL': request({}, { send: { proxy: `http://caller:${coded}@proxy.example.com:3128` } }),
    'request body': request({}, { body: JSON.stringify({ model: 'm', api_key: key }) }),
    'form body': request({}, { body: `grant_type=client_credentials&client_secret=${coded}` }),
    'nested body': request({}, { body: JSON.stringify({ log: JSON.stringify({ headers: { 'x-api-key': key } }) }) }),
    'response member': response({}, { error: { message: 'Not accepted.', token: key } }),
    'response message': response({}, { error: { message: echo } }),
    'response field': response({ 'X-Error': echo }, {}),
    'response link': response({ Location: `https://login.example.com/?token=${coded}` }, {}),
    'network failure': { failure: { kind: 'other', message: `cannot connect to https://caller:${coded}@api.example.com` } },
    'pasted text': { text: `openai.AuthenticationError: Error code: 401 - {'error': {'message': '${echo.replaceAll("'", "\\'")}'}}` },
    'pasted variable': { text: `API_KEY=${key} python run.py\n401 Unauthorized` },
    'pasted headers': { text: `request failed with 401: headers={'Authorization': 'Bearer ${key}'}` },
  };
}

const vendors = Object.entries(providers).flatMap(([id, provider]) =>
  provider.keys.map((shape, i) => ({ name: `${id} ${i + 1}: ${shape.means}`, provider, key: canaryOf(shape) })),
);

describe("a key of every vendor's shapes", () => {
  test.each(vendors)('$name', async ({ provider, key }) => {
    const [host] = provider.hosts;
    const url = `https://${host?.startsWith('.') ? `example${host}` : (host ?? 'api.example.com')}/v1/things`;
    const places = Object.entries(placesInExchange(url, provider.keyHeader, key)).map(async ([place, exchange]) => {
      const names = leaks(await outputsOf(sealExchange({ source: { shape: 'http-message' }, ...exchange })), key);
      return names.length > 0 ? [`${place} → ${names.join(', ')}`] : [];
    });
    expect((await Promise.all(places)).flat()).toEqual([]);
  });
});

test('the search finds what it seeks', () => {
  const half = MARKED.slice(30, 42);
  expect(leaks({ a: `key ${half}`, b: 'nothing' }, MARKED)).toEqual(['a']);
  expect(leaks({ a: base64(PLAIN) }, PLAIN)).toHaveLength(1);
  expect(leaks({ a: `${PLAIN.slice(0, 20)}\n  ${PLAIN.slice(20)}` }, PLAIN)).toHaveLength(1);
  expect(leaks({ a: maskOf('key', 1, MARKED), b: maskOf('key', 1, PLAIN) }, MARKED)).toEqual([]);
});

test('a secret prints as its mask, however it is printed', () => {
  const secret = new Secret('key', maskOf('key', 1, MARKED), MARKED);
  const printed = {
    text: String(secret),
    json: JSON.stringify({ secret }),
    dump: inspect({ secret }, { depth: Infinity, showHidden: true }),
    members: JSON.stringify(Object.entries(secret)),
  };
  expect(leaks(printed, MARKED)).toEqual([]);
  expect(printed.text).toMatch(/^\[key#1 sk-or-….{4}\]$/);
});
