/** Check files: what is taken, and every mistake with its place. `UPDATE_GOLDEN=1` writes what is expected of the bad ones. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BadCheckFile, lineOf } from '../src/cli/check/problems.ts';
import { readCheckFile } from '../src/cli/check/read-file.ts';
import { prepare } from '../src/cli/check/request.ts';
import { tomlPlaces } from '../src/cli/check/toml-places.ts';
import { openVault } from '../src/cli/check/variables.ts';
import { parseJsonPath, valueAt } from '../src/cli/check/json-path.ts';
import { expectGolden } from './support/golden.ts';
import { namesIn, root } from './support/units.ts';

const KEY = 'nobodys-key-0123456789abcdef';
const good = (name: string): string => join(root, 'fixtures/check-files/good', name);

async function mistakesOf(path: string): Promise<BadCheckFile> {
  const error: unknown = await readCheckFile(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BadCheckFile);
  return error as BadCheckFile;
}

describe('a bad file', () => {
  test.each(namesIn('fixtures/check-files/bad').filter((name) => !name.endsWith('.txt')))(
    '%s: each mistake with its place',
    async (name) => {
      const { problems } = await mistakesOf(join(root, 'fixtures/check-files/bad', name));
      expectGolden(`fixtures/check-files/bad/${name}.txt`, `${problems.map((problem) => lineOf(name, problem)).join('\n')}\n`);
    },
  );

  test('a literal that stands in the wrong place is not shown: it may be a credential', async () => {
    const { problems } = await mistakesOf(join(root, 'fixtures/check-files/bad/members.json'));
    expect(JSON.stringify(problems)).not.toContain('https://');
  });
});

describe('a good file', () => {
  const requestsOf = async (name: string, environment: Record<string, string> = { EXAMPLE_KEY: KEY }) => {
    const file = await readCheckFile(good(name));
    const chosen = file.content.checks.map((spec, index) => ({ spec, index }));
    return { file, ...(await prepare(file, chosen, openVault(environment))) };
  };

  test('YAML with requests by URL, curl, a file of requests and a recording', async () => {
    const { prepared, problems } = await requestsOf('all.yaml');
    expect(problems).toEqual([]);
    expect(prepared.map(({ exchange: { request } }) => `${request!.method} ${request!.url}`)).toEqual([
      'GET https://api.example.com/v1/models',
      'POST https://api.example.com/v1/chat?a=b',
      'POST https://api.example.com/v1/chat',
      'POST https://api.example.com/v1/items',
    ]);
    expect(prepared[1]!.spec.expect).toEqual(prepared[0]!.spec.expect);
  });

  test('what the variables hold is a Secret: no request shows it, and each has those that it uses', async () => {
    const { prepared } = await requestsOf('all.yaml');
    expect(JSON.stringify(prepared)).not.toContain(KEY);
    expect(JSON.stringify(prepared)).not.toContain(Buffer.from(`me:${KEY}`).toString('base64'));
    expect(prepared.map(({ exchange }) => exchange.secrets.length > 0)).toEqual([true, true, true, false]);
    expect(prepared[0]!.exchange.secrets[0]!.equals(KEY)).toBe(true);
  });

  test('a recording asks for no variable: its texts are data', async () => {
    const { prepared } = await requestsOf('all.yaml', { EXAMPLE_KEY: KEY, HOME: '/home/nobody' });
    expect(prepared[3]!.exchange.request!.body).toBe('{"text": "${HOME}"}');
  });

  test('a variable that is not set, or empty, is named with its place', async () => {
    const { problems } = await requestsOf('all.yaml', { EXAMPLE_KEY: '' });
    expect(problems.map(({ line, column, at, variable }) => [line, column, at, variable])).toEqual([
      [7, 18, 'checks[0].request.headers.Authorization', 'EXAMPLE_KEY'],
      [12, 5, 'checks[1].request', 'EXAMPLE_KEY'],
      [15, 5, 'checks[2].request', 'EXAMPLE_KEY'],
    ]);
    expect(problems[0]!.says).toBe('expected the variable EXAMPLE_KEY in the environment, found an empty one');
  });

  test('JSON with tabs, and TOML', async () => {
    expect((await requestsOf('all.json')).prepared).toHaveLength(1);
    const { prepared, file } = await requestsOf('all.toml');
    expect(prepared[0]!.exchange.request!.headers).toEqual([
      { name: 'Authorization', value: expect.stringMatching(/^Bearer \[key#1 EXAMPLE_KEY\]$/) },
    ]);
    expect(file.placeOf(['checks', 0, 'expect', 'status'])).toEqual({ line: 10, column: 1 });
  });
});

describe('variables', () => {
  const vault = (environment: Record<string, string>) => openVault(environment);

  test('scheme, host and port are a place, and stay readable; a key in the path of a base URL does not', () => {
    const opened = vault({
      BASE: 'https://api.example.com/v2/0123456789abcdef0123/?key=12345',
      HOST: 'api.example.com',
      PORT: '8080',
    });
    expect(opened.fillUrl('${BASE}')).toBe('https://api.example.com/v2/[secret#1 BASE]/?[secret#2 BASE]');
    expect(opened.fillUrl('http://${HOST}:${PORT}/${HOST}')).toBe('http://api.example.com:8080/[secret#3 HOST]');
  });

  test.each([
    ['https://${API_TOKEN}.example.com/', { API_TOKEN: 'abc' }, /no credential in the host/],
    ['https://${HOST}/', { HOST: 'user@evil.example.com' }, /a host or a port/],
    ['${BASE}/x', { BASE: 'file:///etc/passwd' }, /starts with http/],
  ])('%s with a value that leads elsewhere is refused', (url, environment, says) => {
    expect(() => vault(environment as Record<string, string>).fillUrl(url)).toThrow(says);
  });

  test('$${NAME} is ${NAME} itself, and a value with a line break is refused', () => {
    expect(vault({}).fill('$${A} $A')).toBe('${A} $A');
    expect(() => vault({ A: 'a\r\nX-Other: b' }).fill('${A}')).toThrow('a line break');
  });
});

test.each([
  ['a.b[0].c', { a: { b: [{ c: 1 }] } }, 1],
  ['$.a.b.0', { a: { b: [2] } }, 2],
  ["$['a b'][-1]", { 'a b': [1, 3] }, 3],
  ['$', 4, 4],
  ['constructor.name', {}, undefined],
  ['a.length', { a: [1] }, undefined],
])('the path %s', (path, body, value) => {
  expect(valueAt(body, parseJsonPath(path)!)).toEqual(value);
});

test.each(['', 'a..b', 'a[', 'a[x]', 'a b', '$a b'])('no path: "%s"', (path) => {
  expect(parseJsonPath(path)).toBeUndefined();
});

test('the places of TOML: arrays of tables, dotted keys, and nothing inside of texts', () => {
  const text = 'a.b = 1\n[[c]]\nx = """\ny = 1\n"""\n[[c]]\n  y = 2\n[c.d]\nz = 3';
  const place = tomlPlaces(text);
  expect(place(['a', 'b'])).toEqual({ line: 1, column: 1 });
  expect(place(['c', 0, 'y'])).toBeUndefined();
  expect(place(['c', 1, 'y'])).toEqual({ line: 7, column: 3 });
  expect(place(['c', 1, 'd', 'z'])).toEqual({ line: 9, column: 1 });
  expect(readFileSync(good('all.toml'), 'utf8')).toContain('[[checks]]');
});
