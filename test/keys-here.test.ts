/** Keys on this machine: where they are looked for, and that none of them leaves the look. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import providers from '#units/providers';
import keyPlan from '../src/checks/key-plan.ts';
import { interpret } from '../src/diagnose.ts';
import probe from '../src/evidence/keys-here.ts';
import { cleaned, pairsOf, writtenFaults } from '../src/evidence/world/written-keys.ts';
import { ownerByBeginning } from '../src/interpret/key-owners.ts';
import type { Facts } from '../src/model/check.ts';
import type { RawExchange } from '../src/model/exchange.ts';
import type { KeysHere } from '../src/model/keys-here.ts';
import type { Machine } from '../src/model/probe.ts';
import { Secret } from '../src/model/secret.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { evidenceOf, NOW } from './support/fixtures.ts';

const KEY = 'sk-proj-EXAMPLEexample0123456789EXAMPLEexample';
const OTHER = 'sk-proj-OTHERother0123456789OTHERother0123';
const now = new Date(NOW);

const callWith = (key: string, url = 'https://api.openai.com/v1/models'): RawExchange => ({
  source: { shape: 'test' },
  request: { method: 'GET', url, headers: [{ name: 'Authorization', value: `Bearer ${key}` }] },
});

/** A folder with these files, which is gone when the test is over. */
function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'diagnose-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

async function look(machine: Partial<Machine>, raw = callWith(KEY)): Promise<KeysHere> {
  const exchange = sealExchange(raw);
  const { provider } = await interpret(exchange, { now });
  const empty = folderWith({});
  const data = await probe.look(
    { exchange, ...(provider && { provider }) },
    { environment: {}, platform: 'linux', home: empty, folder: empty, files: {}, ...machine },
  );
  if ('skip' in data) throw new Error(data.skip);
  return data;
}

describe('looking', () => {
  test('no key is in what it gives, nor a part of one', async () => {
    const folder = folderWith({ '.env': `OPENAI_API_KEY=${OTHER}\n`, '.env.local': `OPENAI_API_KEY="Bearer ${KEY} "\n` });
    const data = await look({ folder, environment: { OPENAI_API_KEY: KEY, COPY: `"${KEY}"` } });
    expect(data.places).toHaveLength(4);
    expect(JSON.stringify(data)).not.toMatch(/EXAMPLE|OTHER|sk-/);
  });

  test('the folders above count up to the root of the repository, and the nearer file wins', async () => {
    const root = folderWith({
      '.env': `OPENAI_API_KEY=${KEY}\n`,
      'repository/.git/HEAD': 'ref: refs/heads/main\n',
      'repository/.env': `OPENAI_API_KEY=${OTHER}\n`,
      'repository/packages/app/.env': `OPENAI_API_KEY=${KEY}\n`,
    });
    const { places } = await look({ folder: join(root, 'repository/packages/app') });
    expect(places.map(({ place, holds, shadowedBy }) => [place, holds, shadowedBy])).toEqual([
      ['.env', 'same', undefined],
      ['../../.env', 'other', '.env'],
    ]);
  });

  test('without a repository the folders above count up to home, and else not at all', async () => {
    const home = folderWith({ '.env': `OPENAI_API_KEY=${KEY}\n`, 'work/app/README': '' });
    const folder = join(home, 'work/app');
    expect((await look({ home, folder })).places.map(({ place }) => place)).toEqual(['../../.env']);
    expect((await look({ folder })).places).toEqual([]);
  });

  test('what is no file, is too large or is no text costs nothing', async () => {
    const folder = folderWith({
      '.env/inside': 'x',
      '.env.local': `${'#'.repeat(600_000)}\nOPENAI_API_KEY=${KEY}\n`,
      'opencode.json': `{"a":"${'\0'.repeat(1000)}`,
      'litellm.yaml': `api_key: ${KEY}\n`,
    });
    const { places, files } = await look({ folder });
    expect(places.map(({ place }) => place)).toEqual(['litellm.yaml']);
    expect(files).toBe(2);
  });

  test('a great many keys are cut off', async () => {
    const environment = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`COPY_${i}`, KEY]));
    expect((await look({ environment })).places).toHaveLength(40);
  });

  test('a key in the query, and one that a cookie is not', async () => {
    const inQuery = callWith(KEY, `https://api.example.com/v1?key=${OTHER}`);
    expect((await look({ environment: { A: OTHER } }, { ...inQuery, request: { ...inQuery.request!, headers: [] } })).places).toHaveLength(
      1,
    );
    const cookie: RawExchange = {
      source: { shape: 'test' },
      request: {
        method: 'GET',
        url: 'https://api.openai.com/v1/models',
        headers: [{ name: 'Cookie', value: 'session=0123456789abcdef0123' }],
      },
    };
    expect((await look({ environment: { A: '0123456789abcdef0123' } }, cookie)).places).toEqual([]);
  });
});

describe('what is written', () => {
  test.each([
    ['export KEY="a b" # why', true, [['KEY', '"a b"']]],
    ["KEY='a#b'", true, [['KEY', "'a#b'"]]],
    ['KEY=a#b #c', true, [['KEY', 'a#b']]],
    ['  KEY = v', true, [['KEY', ' v']]],
    ['# KEY=v', true, []],
    ['set -gx KEY v', true, [['KEY', 'v']]],
    ['SETUVAR --export KEY:v', true, [['KEY', 'v']]],
    ["$env:KEY = 'v'", true, [['KEY', "'v'"]]],
    [
      '{"a": "1", "b": {"c":"2"}}',
      false,
      [
        ['a', '1'],
        ['c', '2'],
      ],
    ],
    ['key = "v" # toml', false, [['key', 'v']]],
    ['  api_key: v', false, [['api_key', 'v']]],
  ] as [string, boolean, [string, string][]][])('%s', (text, isLines, expected) => {
    expect(pairsOf(text, isLines).map(({ name, value }) => [name, value])).toEqual(expected);
  });

  test.each<[string, boolean, string[]]>([
    [KEY, true, []],
    [`"${KEY}"`, true, ['quotes']],
    [`"${KEY}"`, false, []],
    [` ${KEY}`, false, []],
    [` ${KEY}`, true, ['blank']],
    [`"${KEY} "`, false, ['blank']],
    [`${KEY}\n`, true, ['line end']],
    [`"${KEY}\\n"`, false, ['line end']],
    [`“${KEY}”`, false, ['quotes']],
    [`Bearer ${KEY}`, true, ['scheme']],
  ])('%j', (value, isEnvironment, faults) => {
    expect(writtenFaults(value, isEnvironment)).toEqual(faults);
    expect(cleaned(value)).toBe(KEY);
  });

  test('hostile text is read to its bounds', () => {
    expect(pairsOf('a=b\n'.repeat(100_000), true).length).toBeLessThan(5000);
    expect(pairsOf(`"${'\\'.repeat(19_000)}`, false)).toEqual([]);
    expect(pairsOf(`{${'"a":"b",'.repeat(2000)}}`, false).length).toBe(2000);
    expect(pairsOf(`k=${' '.repeat(19_000)}x`, true)).toHaveLength(1);
  });
});

describe('whose key it is', () => {
  const samples = Object.values(providers).flatMap(({ title, keys }) => keys.map(({ sample }) => ({ title, sample })));

  test('a beginning never names another vendor than the one that documents the key', () => {
    const wrong = samples.filter(({ sample }) => {
      const owner = ownerByBeginning(new Secret('key', '[key#1]', sample));
      const owners = Object.values(providers).filter(({ keys }) => keys.some(({ pattern }) => new RegExp(`^(?:${pattern})$`).test(sample)));
      return owner !== undefined && !owners.some(({ title }) => title.includes(owner));
    });
    expect(wrong).toEqual([]);
  });
});

describe('what a person is asked of a key', () => {
  async function factsOf(url: string, key: string, status: number, body: unknown): Promise<Facts> {
    const raw = { ...callWith(key, url), response: { status, headers: [], body: JSON.stringify(body) } };
    const exchange = sealExchange(raw);
    return { ...(await interpret(exchange, { now })), evidence: evidenceOf(), now };
  }
  const noMoney = { error: { code: '1113', message: 'Insufficient balance or no resource package. Please recharge.' } };
  const badKey = { error: { message: 'Invalid Authentication', type: 'invalid_authentication_error' } };
  const zaiKey = `${'0123456789abcdef'.repeat(2)}.EXAMPLEexample00`;

  test('a plan and credits have doors of their own', async () => {
    const general = await factsOf('https://api.z.ai/api/paas/v4/chat/completions', zaiKey, 429, noMoney);
    const choices = keyPlan.question(general)!.choices;
    expect(keyPlan.judge(general).outcome).toBe('ask');
    expect(choices.map(({ value, outcome }) => [value, outcome])).toEqual([
      ['plan', 'fail'],
      ['credits', 'pass'],
      ['both', 'pass'],
      ['neither', 'fail'],
    ]);
    expect(choices[0]).toMatchObject({ cause: 'key-scope-mismatch', steps: [expect.stringContaining('/api/coding/paas/v4')] });
    const coding = await factsOf('https://api.z.ai/api/coding/paas/v4/chat/completions', zaiKey, 429, noMoney);
    expect(keyPlan.question(coding)!.choices.map(({ outcome }) => outcome)).toEqual(['pass', 'fail', 'pass', 'fail']);
  });

  test('a key of one site does not work at the other', async () => {
    const facts = await factsOf('https://api.moonshot.ai/v1/chat/completions', `sk-${'EXAMPLEexample0'.repeat(3)}`, 401, badKey);
    const { choices } = keyPlan.question(facts)!;
    expect(choices.map(({ value }) => value)).toEqual(['api.moonshot.ai', 'api.moonshot.cn']);
    expect(choices[1]).toMatchObject({ outcome: 'fail', cause: 'key-scope-mismatch' });
    const renamed = await factsOf('https://api.z.ai/api/paas/v4/chat/completions', zaiKey, 401, badKey);
    expect(keyPlan.question(renamed)!.choices.map(({ value }) => value)).toEqual(['api.z.ai', 'open.bigmodel.cn']);
  });

  test('nothing is asked where a key or a host leaves nothing open', async () => {
    const openai = await factsOf('https://api.openai.com/v1/models', KEY, 401, {
      error: { code: 'invalid_api_key', message: 'Incorrect API key provided.' },
    });
    expect(keyPlan.question(openai)).toBeUndefined();
    const fine = await factsOf('https://api.z.ai/api/paas/v4/models', zaiKey, 200, {});
    expect(keyPlan.question(fine)).toBeUndefined();
  });
});
