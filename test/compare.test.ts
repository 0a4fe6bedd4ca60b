/** A call that worked beside one that failed: what differs, in which order, and what the command makes of odd inputs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { interpret } from '../src/diagnose.ts';
import { compareExchanges } from '../src/interpret/compare.ts';
import { comparisonSchema, type Comparison, type GoodExchange } from '../src/model/comparison.ts';
import type { Diagnosis } from '../src/model/diagnosis.ts';
import { readEvidence } from '../src/evidence/world/evidence-file.ts';
import { answerOf } from '../src/model/evidence.ts';
import type { HeaderField, RawExchange } from '../src/model/exchange.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { renderMarkdown } from '../src/reports/comparison/markdown.ts';
import { renderText } from '../src/reports/comparison/text.ts';
import { expectGolden, pretty } from './support/golden.ts';
import { runCli } from './support/run-cli.ts';

const ONE = `sk-proj-${'0123456789abcdef'.repeat(3)}aaaa`;
const OTHER = `sk-proj-${'0123456789abcdef'.repeat(3)}bbbb`;

const fields = (given: Record<string, string>): HeaderField[] => Object.entries(given).map(([name, value]) => ({ name, value }));

type Call = {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  body?: unknown;
  status?: number;
  answer?: Record<string, string>;
};

/** A call to a model: 200 where nothing else is said. */
function call({
  method = 'POST',
  url = 'https://api.openai.com/v1/chat/completions',
  headers,
  body,
  status = 200,
  answer,
}: Call = {}): RawExchange {
  const sent = { Authorization: `Bearer ${ONE}`, 'Content-Type': 'application/json', ...headers };
  return {
    source: { shape: 'http-message' },
    request: {
      method,
      url,
      headers: fields(sent),
      body: typeof body === 'string' ? body : JSON.stringify(body ?? { model: 'example-1', messages: [] }),
    },
    response: { status, headers: fields({ 'content-type': 'application/json', ...answer }), body: '{"id":"1"}' },
  };
}

async function compared(good: RawExchange, bad: RawExchange): Promise<GoodExchange> {
  const now = new Date('2026-11-20T12:00:00Z');
  const [one, other] = await Promise.all([good, bad].map((raw) => interpret(sealExchange(raw), { now })));
  return compareExchanges(one!, other!);
}

const names = ({ differences }: GoodExchange): string[] => differences.map(({ name }) => name);

describe('what differs', () => {
  test('nothing between two calls that differ in ids, dates, order and case alone', async () => {
    const bad = call({ answer: { date: 'Fri, 20 Nov 2026 12:00:00 GMT', 'x-request-id': 'req_2' } });
    bad.request!.headers = [
      { name: 'CONTENT-TYPE', value: 'Application/JSON; charset=utf-8' },
      { name: 'authorization', value: `Bearer ${ONE}` },
      { name: 'traceparent', value: '00-0-0-01' },
      { name: 'Date', value: 'Fri, 20 Nov 2026 12:00:00 GMT' },
      { name: 'Content-Length', value: '12' },
      { name: 'User-Agent', value: 'example-client/2.1.9' },
    ];
    const good = call({ headers: { 'User-Agent': 'example-client/2.0.1', 'X-Request-Id': 'a' } });
    expect(await compared(good, bad)).toMatchObject({ key: 'same', differences: [], warnings: [] });
  });

  test('in the order in which it may matter, what was sent before what came back', async () => {
    const bad = call({
      url: 'https://api.openai.com/v1/completions?verbose=1',
      headers: { Authorization: `Bearer ${OTHER}`, 'OpenAI-Organization': 'org-two', 'X-Custom': '1' },
      body: { model: 'example-2', messages: [], max_tokens: 9000, seed: 1 },
      status: 429,
      answer: { 'x-ratelimit-limit-requests': '50' },
    });
    const good = call({ headers: { 'OpenAI-Organization': 'org-one' }, answer: { 'x-ratelimit-limit-requests': '5000' } });
    const result = await compared(good, bad);
    expect(names(result)).toEqual([
      'key',
      'openai-organization',
      'model',
      'path',
      'max_tokens',
      '?verbose=',
      'x-custom',
      'seed',
      'status',
      'rate limit of requests',
    ]);
    expect(result.differences.map(({ weight }) => weight).slice(0, 8)).toEqual([
      ...Array<string>(5).fill('likely'),
      'possible',
      'minor',
      'minor',
    ]);
  });

  test.each<[string, Call, Call, string[]]>([
    ['the host', {}, { url: 'https://eu.api.openai.com/v1/chat/completions' }, ['host']],
    ['http in place of https', {}, { url: 'http://api.openai.com/v1/chat/completions' }, ['scheme']],
    ['the method', {}, { method: 'PUT' }, ['method']],
    ['a slash at the end means nothing', {}, { url: 'https://api.openai.com/v1/chat/completions/' }, []],
    ['the order of the query means nothing', { url: 'https://a.example.com/?a=1&b=2' }, { url: 'https://a.example.com/?b=2&a=1' }, []],
    ['a version of the API', { headers: { 'OpenAI-Version': '1' } }, { headers: { 'OpenAI-Version': '2' } }, ['openai-version']],
    ['the content type', {}, { headers: { 'Content-Type': 'text/plain' } }, ['content-type']],
    ['a member deep inside', { body: { a: [{ b: true }] } }, { body: { a: [{ b: false }] } }, ['a[0].b']],
    ['an item more is one difference', { body: { messages: ['a', 'b'] } }, { body: { messages: ['c', 'a', 'b'] } }, ['messages']],
    [
      'a form',
      { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'amount=1&currency=eur' },
      { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'currency=eur&amount=2' },
      ['amount'],
    ],
    ['a body that is no JSON any more', { body: { n: 1 } }, { body: '{"n": 1,' }, ['body']],
    [
      'the model in the path',
      { url: 'https://g.example.com/v1/models/one:run', body: {} },
      { url: 'https://g.example.com/v1/models/two:run', body: {} },
      ['model', 'path'],
    ],
    ['who answered', {}, { answer: { server: 'example-proxy' } }, ['server']],
    ['an answer from a cache', {}, { answer: { 'x-cache': 'HIT', age: '9' } }, ['cache']],
  ])('%s', async (_name, good, bad, expected) => {
    expect(names(await compared(call(good), call(bad)))).toEqual(expected);
  });

  test('the size of the body, which matters more where a request was too long', async () => {
    const long = { model: 'example-1', messages: [{ role: 'user', content: 'word '.repeat(2000) }] };
    const size = async (bad: RawExchange) => (await compared(call(), bad)).differences.find(({ name }) => name === 'body size');
    expect(await size(call({ body: long }))).toMatchObject({ weight: 'possible', bad: '10.1 kB' });
    const refused = call({ body: long, status: 413 });
    refused.response!.body = '{"error":{"message":"Request too large"}}';
    expect(await size(refused)).toMatchObject({ weight: 'likely' });
  });

  test('a number and the same digits in a string are told apart', async () => {
    const { differences } = await compared(call({ body: { n: 1 } }), call({ body: { n: '1' } }));
    expect(differences).toMatchObject([{ good: '1', bad: '"1"' }]);
  });

  test('long texts are shown where they differ', async () => {
    const text = (end: string) => ({ prompt: `${'same '.repeat(200)}${end}` });
    const { differences } = await compared(call({ body: text('here') }), call({ body: text('there') }));
    expect(differences).toMatchObject([
      { name: 'prompt', good: expect.stringContaining('here') as string, bad: expect.stringContaining('there') as string },
    ]);
    expect(differences[0]!.bad!.length).toBeLessThan(130);
  });

  test('a body of any depth and size is compared with bounded work', async () => {
    const deep = (end: string) => `${'{"a":'.repeat(5000)}${end}${'}'.repeat(5000)}`;
    expect((await compared(call({ body: deep('1') }), call({ body: deep('2') }))).warnings).toContain(
      'The bodies differ in more than is listed here.',
    );
    const wide = (start: number) => Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`m${i}`, start + i]));
    const { differences, warnings } = await compared(call({ body: wide(0) }), call({ body: wide(1) }));
    expect(differences.length).toBeLessThan(110);
    expect(warnings).toHaveLength(1);
  });
});

describe('the key', () => {
  test.each<[string, Record<string, string>, GoodExchange['key'], string[]]>([
    ['the same one', {}, 'same', []],
    ['another one', { Authorization: `Bearer ${OTHER}` }, 'different', ['key']],
    ['the same one after a doubled word', { Authorization: `Bearer Bearer ${ONE}` }, 'same', ['text around the key']],
    ['the same one after another word', { Authorization: `Token ${ONE}` }, 'same', ['word before the key']],
    ['a variable that was never filled in', { Authorization: 'Bearer $OPENAI_API_KEY' }, 'different', ['key']],
  ])('%s', async (_name, headers, key, expected) => {
    const result = await compared(call(), call({ headers }));
    expect({ key: result.key, names: names(result) }).toEqual({ key, names: expected });
    expect(JSON.stringify(result)).not.toContain('0123456789abcdef');
  });

  test('in another field', async () => {
    const bad = call();
    bad.request!.headers = fields({ 'x-api-key': ONE, 'Content-Type': 'application/json' });
    expect(await compared(call(), bad)).toMatchObject({
      key: 'same',
      differences: [{ name: 'place of the key', good: 'Authorization', bad: 'x-api-key' }],
    });
  });

  test('none in the failing call; but a HAR that hides it proves nothing', async () => {
    const bad = call();
    bad.request!.headers = fields({ 'Content-Type': 'application/json' });
    expect(await compared(call(), bad)).toMatchObject({
      key: 'different',
      differences: [{ name: 'key', says: 'The failing call carries no key.' }],
    });
    bad.source.shape = 'har';
    expect(await compared(call(), bad)).toMatchObject({
      key: 'unknown',
      differences: [],
      warnings: [expect.stringContaining('does not show the key')],
    });
  });

  test('two different keys never have the same mask', async () => {
    const short = (key: string) => call({ headers: { Authorization: `Bearer ${key}` } });
    const { differences } = await compared(short('zz-0123456789'), short('zz-9876543210'));
    expect(differences[0]).toMatchObject({ name: 'key', good: '[key#2]', bad: '[key#1]' });
  });

  test('masked before it came here, it is not called the same', async () => {
    const masked = call({ headers: { Authorization: 'Bearer [key#1 sk-proj-…aaaa]' } });
    const { key, differences, warnings } = await compared(masked, call({ status: 402 }));
    expect({ key, names: differences.map(({ name }) => name) }).toEqual({ key: 'unknown', names: ['status'] });
    expect(warnings).toEqual([expect.stringContaining('cannot be compared')]);
  });

  test('inside a body, the same key is no difference and another one is', async () => {
    const body = (api_key: string) => ({ api_key, model: 'example-1' });
    const bad = call({ headers: { Authorization: `Bearer ${OTHER}` }, body: body(OTHER) });
    expect(names(await compared(call({ body: body(OTHER) }), bad))).toEqual(['key']);
    const { differences } = await compared(call({ body: body(ONE) }), call({ body: body(OTHER) }));
    expect(differences).toMatchObject([{ name: 'api_key', good: '"[key#1 sk-proj-…aaaa]"', bad: '"[key#2 sk-proj-…bbbb]"' }]);
  });
});

describe('an input that shows less', () => {
  test('no request: the answers alone are compared, and it says so', async () => {
    const { request: _request, ...answerOnly } = call({ status: 402 });
    const result = await compared(call(), answerOnly);
    expect(names(result)).toEqual(['status']);
    expect(result.warnings).toEqual([expect.stringContaining("The failing call's input does not show the request")]);
  });

  test('a body that the input leaves out is not missing', async () => {
    const bad = call();
    delete bad.request!.body;
    expect(await compared(call(), bad)).toMatchObject({
      differences: [],
      warnings: ['The failing call had a body that its input does not show.'],
    });
  });

  test('no answer at all', async () => {
    const { response: _response, ...unanswered } = call();
    const bad = { ...unanswered, failure: { kind: 'dns' as const, message: 'no such host' } };
    expect((await compared(call(), bad)).differences).toContainEqual(
      expect.objectContaining({ name: 'status', bad: 'no response: no such host' }),
    );
  });
});

test('the published schema is that of the comparison', () => {
  const { $schema, ...schema } = toJsonSchema(comparisonSchema);
  const head = { $schema, $id: 'urn:diagnose-http:comparison:1', title: 'The JSON of diagnose compare, schema 1' };
  expectGolden('schema/comparison.schema.json', pretty({ ...head, ...schema }));
});

type Schema = { properties?: Record<string, Schema>; items?: Schema };

/** Programs read these by name: within a schema number a path may be added and none may go. */
test('the schema has the key paths of the golden list', () => {
  const pathsOf = ({ properties = {}, items }: Schema, path = ''): string[] => [
    ...Object.entries(properties).flatMap(([key, member]) => {
      const own = path ? `${path}.${key}` : key;
      return [own, ...pathsOf(member, own)];
    }),
    ...(items ? pathsOf(items, `${path}[]`) : []),
  ];
  const paths = pathsOf(toJsonSchema(comparisonSchema) as Schema).toSorted();
  expectGolden('fixtures/_comparison-key-set.txt', paths.map((path) => `${path}\n`).join(''));
});

describe('its renderings', () => {
  const hostile: Comparison = {
    schema: 1,
    tool: { name: 'diagnose-http', version: '0.0.0' },
    same: false,
    key: 'same',
    good: {
      source: { shape: 'har', file: 'a`b\u001b[31m.har' },
      entry: { number: 1, of: 2 },
      request: { method: 'GET', url: 'https://a.example.com/<b>' },
      status: 200,
    },
    bad: { source: { shape: 'har' }, status: 500 },
    differences: [
      {
        part: 'request',
        where: 'request.body.x',
        name: '`x` @someone\u001b]8;;',
        weight: 'likely',
        good: `::error:: ${'y'.repeat(150)}`,
        says: 'Why.',
      },
      { part: 'response', where: 'response.status', name: 'status', weight: 'minor', bad: '<script>', says: 'What came.' },
    ],
    warnings: ['##[error] of [a](https://x.example.com)'],
  };

  test('text fits 80 columns, tells both sides, and executes nothing', async () => {
    const text = await renderText(hostile, { color: 0, width: 80 });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text).not.toMatch(/\u001b|(?:^|\s)::error|##\[/);
    expect(text).toContain('(not there)');
    expect(text).toContain('standard input');
  });

  test('Markdown shows what came from outside as code', () => {
    const text = renderMarkdown(hostile);
    expect(text.replace(/(`+)(?!`).+?(?<!`)\1(?!`)/g, '')).not.toMatch(/someone|script|error|x\.example|<b>|\u001b/);
  });
});

describe('diagnose compare', () => {
  let folder: string;
  const message = (key: string, model: string, status: string) =>
    `> POST /v1/chat/completions HTTP/1.1\n> Host: api.openai.com\n> Authorization: Bearer ${key}\n> OpenAI-Project: ${model}\n>\n< HTTP/1.1 ${status}\n< content-type: application/json\n<\n{"id":"1"}\n`;
  const entry = (key: string, status: number, path = '/v1/chat') => ({
    startedDateTime: '2026-11-20T10:00:00Z',
    time: 1,
    request: {
      method: 'POST',
      url: `https://api.example.com${path}`,
      httpVersion: 'HTTP/1.1',
      headers: [{ name: 'Authorization', value: `Bearer ${key}` }],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: [],
      cookies: [],
      content: { size: 2, mimeType: 'application/json', text: '{}' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  });
  const har = (...entries: unknown[]) => JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries } });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'compare-'));
    const files: Record<string, string> = {
      'good.txt': message(ONE, 'one', '200 OK'),
      'bad.txt': message(OTHER, 'two', '402 Payment Required'),
      'answer.txt': 'HTTP/1.1 402 Payment Required\ncontent-type: application/json\n\n{"error":{"message":"Insufficient balance"}}\n',
      'many.har': har(entry(ONE, 200), entry(ONE, 200, '/v1/other'), entry(OTHER, 402), entry(ONE, 200, '/v1/other')),
      'empty.txt': '',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) => runCli(['compare', ...args], { cwd: folder });

  test('names what differs and exits 1; the keys stay hidden', async () => {
    const { code, stdout, stderr } = await run('good.txt', 'bad.txt');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/The key is not the same\.[^]*! key[^]*! openai-project[^]*! status/);
    expect(stdout).not.toContain('0123456789abcdef');
  });

  test('the same exchange twice differs in nothing: exit 0, and it says so', async () => {
    const { code, stdout } = await run('good.txt', 'good.txt');
    expect(code).toBe(0);
    expect(stdout).toContain('Both inputs hold the same exchange.');
    expect(stdout).toContain('did not fail');
  });

  test('of several exchanges it takes the failing one, and the last that worked at the same endpoint', async () => {
    const { code, stdout } = await run('many.har', 'many.har', '--format', 'json');
    const document = v.parse(comparisonSchema, JSON.parse(stdout));
    expect(code).toBe(1);
    expect(document).toEqual(JSON.parse(stdout));
    expect(document).toMatchObject({
      same: false,
      key: 'different',
      good: { entry: { number: 1, of: 4 } },
      bad: { entry: { number: 3, of: 4 } },
    });
    expect(document.warnings).toEqual(['The good call is entry 1 of 4.', 'The failing call is entry 3 of 4.']);
  });

  test('one of them may come from a pipe', async () => {
    const piped = await runCli(['compare', 'good.txt', '-', '--format', 'markdown'], {
      cwd: folder,
      stdin: readFileSync(join(folder, 'bad.txt')),
    });
    expect(piped.code).toBe(1);
    expect(piped.stdout).toContain('standard input');
  });

  test('a good call that failed as well, and one without a request, are told', async () => {
    expect((await run('answer.txt', 'bad.txt')).stdout).toMatch(/did not work either[^]*does not show\s+the request/);
  });

  test.each([
    [['./gone.txt', 'bad.txt'], /gone\.txt/],
    [['good.txt', '.'], /directory/],
    [['good.txt', 'empty.txt'], /empty/],
    [['-', '-'], /standard input/],
    [['good.txt'], /bad/i],
    [['good.txt', 'bad.txt', '--format', 'jsno'], /json/],
  ])('%j is refused in a sentence', async (args, says) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('--good puts the comparison into the report and the evidence, and no key into either', async () => {
    const kept = join(folder, 'evidence.json');
    const { stdout } = await runCli(['bad.txt', '--good', 'good.txt', '--format', 'json', '--save-evidence', kept], { cwd: folder });
    const entryOf = (report: string) => (JSON.parse(report) as Diagnosis).checklist.find(({ id }) => id === 'known-good');
    expect(entryOf(stdout)).toMatchObject({ outcome: 'warn', says: 'Differs from the call that worked: key, openai-project' });
    const text = readFileSync(kept, 'utf8');
    expect(text + stdout).not.toContain('0123456789abcdef');
    expect(answerOf<GoodExchange>(readEvidence(text), 'good-exchange')).toMatchObject({
      outcome: 'answered',
      data: { key: 'different', exchange: { response: { status: 200 } } },
    });
    expect(entryOf((await runCli(['--evidence', kept, '--format', 'json'], { cwd: folder })).stdout)).toEqual(entryOf(stdout));
  });
});
