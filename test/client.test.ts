/** Desktop and command-line clients: where each keeps its files, what is made of them, and that no key of theirs is ever shown. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import check from '../src/checks/desktop-client.ts';
import { interpret } from '../src/diagnose.ts';
import { clientSetup, isFound } from '../src/evidence/world/client-setup.ts';
import { callingClient } from '../src/model/calling-client.ts';
import type { Facts } from '../src/model/check.ts';
import type { ClientSetup } from '../src/model/client-setup.ts';
import type { Machine } from '../src/model/probe.ts';
import { clients } from '../src/parse/clients/all.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { leaks, MARKED, PLAIN } from './support/canaries.ts';
import { evidenceOf, NOW, rawExchange } from './support/fixtures.ts';
import { expectGolden } from './support/golden.ts';
import { runCli } from './support/run-cli.ts';
import { root } from './support/units.ts';

const now = new Date(NOW);
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Record<string, string | Buffer> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'client-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

type Given = {
  platform?: string;
  home?: Record<string, string | Buffer>;
  folder?: Record<string, string>;
  environment?: Record<string, string>;
};

const machineWith = ({ platform = 'linux', home, folder, environment = {} }: Given = {}): Machine => ({
  platform,
  environment,
  home: folderWith(home),
  folder: folderWith(folder),
  files: {},
});

const setupOn = (id: string, machine: Machine): Promise<ClientSetup> => clientSetup(id, clients[id]!, machine);

const FAILURE = '2026-11-20T09:00:02.000Z error: request failed with status code 402 Payment Required\n';
const KEY = 'sk-ant-api03-ExampleExampleExample0000';

const code = (editor: string) => ({
  linux: `.config/${editor}`,
  darwin: `Library/Application Support/${editor}`,
  win32: `AppData/Roaming/${editor}`,
});
const SESSION = 'logs/20261120T090000/window1/exthost';

/** What each client has on each platform, below the home folder: something that shows that it is there, and a log. */
const documented: [id: string, platform: string, there: string, log?: string][] = [
  ...(['linux', 'darwin', 'win32'] as const).flatMap((platform): [string, string, string, string?][] => [
    ['claude-code', platform, '.claude/settings.json', '.claude/debug/1.txt'],
    ['codex', platform, '.codex/config.toml', '.codex/log/codex-tui.log'],
    ['gemini-cli', platform, '.gemini/settings.json'],
    ['opencode', platform, '.config/opencode/opencode.json', '.local/share/opencode/log/2026-11-20T090000.log'],
    ['aider', platform, '.aider.conf.yml'],
    ['continue', platform, '.continue/config.yaml', '.continue/logs/core.log'],
    ['cline', platform, '.cline/data/settings/providers.json', `${code('Code')[platform]}/${SESSION}/saoudrizwan.claude-dev/1-Cline.log`],
    ['cursor', platform, `${code('Cursor')[platform]}/User/settings.json`, `${code('Cursor')[platform]}/${SESSION}/main.log`],
    ['windsurf', platform, `${code('Windsurf')[platform]}/User/settings.json`, `${code('Windsurf')[platform]}/${SESSION}/Windsurf.log`],
    [
      'vscode-copilot',
      platform,
      `${code('Code')[platform]}/User/globalStorage/github.copilot-chat/x.json`,
      `${code('Code')[platform]}/${SESSION}/GitHub.copilot-chat/GitHub Copilot Chat.log`,
    ],
    [
      'roo-code',
      platform,
      `${code('Code')[platform]}/User/globalStorage/rooveterinaryinc.roo-cline/x.json`,
      `${code('Code')[platform]}/${SESSION}/RooVeterinaryInc.roo-cline/1-Roo-Code.log`,
    ],
  ]),
  ['claude-desktop', 'linux', '.config/Claude/claude_desktop_config.json', '.config/Claude/logs/mcp.log'],
  ['claude-desktop', 'darwin', 'Library/Application Support/Claude/claude_desktop_config.json', 'Library/Logs/Claude/mcp.log'],
  ['claude-desktop', 'win32', 'AppData/Roaming/Claude/claude_desktop_config.json', 'AppData/Roaming/Claude/logs/mcp.log'],
  ['zed', 'linux', '.config/zed/settings.json', '.local/share/zed/logs/Zed.log'],
  ['zed', 'darwin', '.config/zed/settings.json', 'Library/Logs/Zed/Zed.log'],
  ['zed', 'win32', 'AppData/Roaming/Zed/settings.json', 'AppData/Local/Zed/logs/Zed.log'],
];

describe('each client on each platform', () => {
  test('is in the list', () => {
    const listed = new Set(documented.map(([id, platform]) => `${id} ${platform}`));
    expect(listed).toEqual(
      new Set(Object.keys(clients).flatMap((id) => ['linux', 'darwin', 'win32'].map((platform) => `${id} ${platform}`))),
    );
  });

  test.each(documented)('%s on %s', async (id, platform, there, log) => {
    expect(await isFound(clients[id]!, machineWith({ platform })), 'an empty home').toBe(false);
    const machine = machineWith({ platform, home: { [there]: '{}', ...(log && { [log]: FAILURE }) } });
    expect(await isFound(clients[id]!, machine)).toBe(true);
    const { found, failures } = await setupOn(id, machine);
    expect(found.join()).toMatch(platform === 'win32' ? /^%USERPROFILE%\\/ : /^~\//);
    expect(failures.map(({ status, at }) => [status, at])).toEqual(log ? [[402, '2026-11-20T09:00:02.000Z']] : []);
  });

  test.each([
    ['claude-desktop', 'win32', 'APPDATA', 'Claude/logs/mcp.log', '%APPDATA%\\Claude\\logs\\mcp.log'],
    ['zed', 'win32', 'LOCALAPPDATA', 'Zed/logs/Zed.log', '%LOCALAPPDATA%\\Zed\\logs\\Zed.log'],
    ['opencode', 'linux', 'XDG_DATA_HOME', 'opencode/log/1.log', '$XDG_DATA_HOME/opencode/log/1.log'],
    ['codex', 'darwin', 'CODEX_HOME', 'log/codex-tui.log', '$CODEX_HOME/log/codex-tui.log'],
    ['claude-code', 'linux', 'CLAUDE_CONFIG_DIR', 'debug/1.txt', '$CLAUDE_CONFIG_DIR/debug/1.txt'],
  ])('%s on %s goes by %s', async (id, platform, variable, log, shown) => {
    const elsewhere = folderWith({ [log]: FAILURE });
    const { failures } = await setupOn(id, machineWith({ platform, environment: { [variable]: elsewhere } }));
    expect(failures.map(({ file }) => file)).toEqual([shown]);
    expect((await setupOn(id, machineWith({ platform, environment: { [variable]: 'relative' } }))).failures).toEqual([]);
  });
});

describe('which account is used', () => {
  const login = JSON.stringify({ claudeAiOauth: { accessToken: 'sk-ant-oat01-ExampleExampleExample0000' } });

  test('a key in a settings file comes before the login, and the step says which file', async () => {
    const settings = JSON.stringify({ env: { ANTHROPIC_API_KEY: KEY } });
    const setup = await setupOn(
      'claude-code',
      machineWith({ home: { '.claude/.credentials.json': login, '.claude/settings.json': settings } }),
    );
    expect(setup.uses).toEqual({ what: 'key', from: 'env.ANTHROPIC_API_KEY in ~/.claude/settings.json' });
    expect(setup.shadows[0]?.remove).toContain('take ANTHROPIC_API_KEY out of ~/.claude/settings.json');
  });

  test('a key shadows nothing where nobody is signed in', async () => {
    const setup = await setupOn('claude-code', machineWith({ home: { '.claude.json': '{}' }, environment: { ANTHROPIC_API_KEY: KEY } }));
    expect(setup).toMatchObject({ shadows: [], login: { state: 'none' }, uses: { what: 'key' } });
  });

  test('a cloud comes before everything, and its switch may be off', async () => {
    const home = { '.claude/.credentials.json': login };
    const environment = { ANTHROPIC_API_KEY: KEY, CLAUDE_CODE_USE_BEDROCK: '1' };
    expect((await setupOn('claude-code', machineWith({ home, environment }))).uses?.what).toBe('cloud');
    const off = await setupOn('claude-code', machineWith({ home, environment: { CLAUDE_CODE_USE_BEDROCK: '0' } }));
    expect(off).toMatchObject({ uses: { what: 'login' }, shadows: [] });
  });

  test('Windows is told how to unset a variable in its own words', async () => {
    const machine = machineWith({
      platform: 'win32',
      home: { '.gemini/oauth_creds.json': '{"access_token":"ya29.Example"}' },
      environment: { GEMINI_API_KEY: KEY },
    });
    expect((await setupOn('gemini-cli', machine)).shadows[0]?.remove).toContain('Remove-Item Env:GEMINI_API_KEY');
  });

  test('keys for the servers of tools, references and other programs’ settings are not its own', async () => {
    const json = JSON.stringify({
      mcpServers: { a: { env: { API_KEY: KEY } } },
      provider: { x: { options: { apiKey: '{env:OTHER_KEY}' } } },
    });
    expect((await setupOn('opencode', machineWith({ home: { '.config/opencode/opencode.json': json } }))).keys).toEqual([]);
    const shared = JSON.stringify({ 'other.apiKey': KEY, 'http.proxy': 'proxy.example.com:3128' });
    const cursor = await setupOn('cursor', machineWith({ home: { '.config/Cursor/User/settings.json': shared } }));
    expect(cursor).toMatchObject({ keys: [], proxies: [{ url: 'http://proxy.example.com:3128' }] });
  });

  test('one key has one fingerprint wherever it stands', async () => {
    const yaml = `models:\n  - apiKey: ${KEY}\n    apiBase: https://llm.example.com/v1\n  - apiKey: ${KEY}\n`;
    const { keys, baseUrls } = await setupOn('continue', machineWith({ home: { '.continue/config.yaml': yaml } }));
    expect(keys.map(({ from }) => from)).toEqual([
      'models.0.apiKey in ~/.continue/config.yaml',
      'models.1.apiKey in ~/.continue/config.yaml',
    ]);
    expect(new Set(keys.map(({ mask, fingerprint }) => mask + fingerprint)).size).toBe(1);
    expect(baseUrls).toEqual([{ from: 'models.0.apiBase in ~/.continue/config.yaml', url: 'https://llm.example.com/v1' }]);
  });
});

test('YAML and TOML are read as they are written', async () => {
  const yaml = `# mine
openai-api-key: "${KEY}" # the first
api-key:
- gemini=${KEY}
- other=x
models:
  - name: one
    provider: anthropic
    requestOptions:
      proxy: http://proxy.example.com:3128
  - name: two
    apiBase: 'https://llm.example.com/v1'
    apiKey: ${KEY}
`;
  const { keys, baseUrls, proxies } = await setupOn('aider', machineWith({ folder: { '.aider.conf.yml': yaml } }));
  expect(keys.map(({ from }) => from.split(' ')[0])).toEqual(['openai-api-key', 'api-key.0', 'api-key.1', 'models.1.apiKey']);
  expect(baseUrls.map(({ from }) => from.split(' ')[0])).toEqual(['models.1.apiBase']);
  expect(proxies.map(({ from }) => from.split(' ')[0])).toEqual(['models.0.requestOptions.proxy']);
  const toml = '[model_providers."my relay"]\nbase_url = "https://relay.example.com/v1" # ours\napi_key = \'' + KEY + "'\n";
  const codex = await setupOn('codex', machineWith({ home: { '.codex/config.toml': toml } }));
  expect(codex.baseUrls.map(({ from }) => from)).toEqual(['model_providers.my relay.base_url in ~/.codex/config.toml']);
  expect(codex.keys).toHaveLength(1);
});

describe('failures in logs', () => {
  const log = '.codex/log/codex-tui.log';
  const failuresOf = async (home: Record<string, string | Buffer>) => (await setupOn('codex', machineWith({ home }))).failures;

  test('are the last ones, newest first, of lines that tell of a failed call', async () => {
    const lines = Array.from({ length: 9 }, (_, i) => `2026-11-20T09:00:0${i}Z ERROR unexpected status 429 Too Many Requests: no ${i}`);
    const failures = await failuresOf({ [log]: `${lines.join('\n')}\n2026-11-20T09:01:00Z INFO read 404 files in 500 ms\n` });
    expect(failures.map(({ says }) => says.slice(-4))).toEqual(['no 8', 'no 7', 'no 6', 'no 5', 'no 4']);
  });

  test('may have had no answer at all', async () => {
    const [failure] = await failuresOf({ [log]: 'connect ECONNREFUSED 127.0.0.1:11434\n' });
    expect(failure).toMatchObject({ says: 'connect ECONNREFUSED 127.0.0.1:11434' });
  });

  test('are sought in the last 256 KiB', async () => {
    const filler = `${'x'.repeat(99)}\n`.repeat(3000);
    expect(await failuresOf({ [log]: FAILURE + filler })).toEqual([]);
    expect(await failuresOf({ [log]: filler + FAILURE })).toHaveLength(1);
  });

  test('show neither an e-mail address nor the name of the home folder', async () => {
    const machine = machineWith();
    mkdirSync(join(machine.home, '.codex/log'), { recursive: true });
    writeFileSync(join(machine.home, log), `ERROR status 403 Forbidden for somebody@example.com reading ${machine.home}/notes.txt\n`);
    const [failure] = (await setupOn('codex', machine)).failures;
    expect(failure?.says).toBe('ERROR status 403 Forbidden for [e-mail] reading ~/notes.txt');
  });
});

describe('a file may be anything', () => {
  const settings: Record<string, string> = {
    'claude-code': '.claude/settings.json',
    codex: '.codex/config.toml',
    continue: '.continue/config.yaml',
    opencode: '.local/share/opencode/auth.json',
  };
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
    .split('')
    .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`)
    .join('\n')}\n`;
  const contents: Record<string, string | Buffer> = {
    empty: '',
    binary: Buffer.from([0, 1, 2, 255, 254, 0, 123]),
    huge: Buffer.alloc(3 * 1024 * 1024, '{"a":'),
    deep: '['.repeat(200_000),
    'not valid': '{ "env": { "ANTHROPIC_API_KEY": ',
    'a list': '[1, 2, null]',
    null: 'null',
    'many anchors': bomb,
    'odd names': '{"__proto__": {"apiKey": 1}, "constructor": {"env": null}, "claudeAiOauth": "x", "tokens": []}',
    'unclosed comments': '/*'.repeat(400_000),
    'an unclosed string': `{"a": "${String.raw`\"`.repeat(400_000)}`,
    'commas and spaces': `{"a": [${', '.repeat(300_000)}`,
  };

  test.each(Object.keys(contents))('%s', async (name) => {
    for (const [id, file] of Object.entries(settings)) {
      const setup = await setupOn(id, machineWith({ home: { [file]: contents[name]! } }));
      expect(setup.id).toBe(id);
      expect(setup.keys).toEqual([]);
    }
  });

  test('what is broken is said', async () => {
    const broken = await setupOn('claude-code', machineWith({ home: { '.claude/settings.json': contents['not valid']! } }));
    expect(broken.settings).toEqual([{ file: '~/.claude/settings.json', problem: 'it is not valid JSON' }]);
    const huge = await setupOn('claude-code', machineWith({ home: { '.claude/settings.json': contents['huge']! } }));
    expect(huge.settings).toEqual([{ file: '~/.claude/settings.json', unread: 'it is larger than 1 MiB' }]);
  });

  test.each(Object.entries(settings))('%s: a loop of links, a folder, a pipe and a file that may not be read', async (id, file) => {
    const looped = machineWith({ home: { [`${dirname(file)}/x`]: '' } });
    symlinkSync(join(looped.home, file), join(looped.home, file));
    expect((await setupOn(id, looped)).settings).toEqual([expect.objectContaining({ problem: 'its links lead in a circle' })]);

    const folder = machineWith({ home: { [`${file}/x`]: '' } });
    expect((await setupOn(id, folder)).settings).toEqual([expect.objectContaining({ problem: 'it is a folder' })]);

    const pipe = machineWith({ home: { [`${dirname(file)}/x`]: '' } });
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(pipe.home, file)]);
    expect((await setupOn(id, pipe)).settings).toEqual([expect.objectContaining({ problem: 'it is no plain file' })]);

    const closed = machineWith({ home: { [file]: '' } });
    chmodSync(join(closed.home, file), 0);
    expect((await setupOn(id, closed)).keys).toEqual([]);
  });

  test('links in a folder of logs are not followed, and a link to a settings file is', async () => {
    const machine = machineWith({
      home: { '.claude/debug/1.txt': FAILURE, 'dotfiles/settings.json': `{"env":{"ANTHROPIC_API_KEY":"${KEY}"}}` },
    });
    symlinkSync(join(machine.home, '.claude/debug'), join(machine.home, '.claude/debug/again'));
    symlinkSync(join(machine.home, 'dotfiles/settings.json'), join(machine.home, '.claude/settings.json'));
    const setup = await setupOn('claude-code', machine);
    expect(setup.failures).toHaveLength(1);
    expect(setup.keys).toHaveLength(1);
  });
});

/** Where a key may stand in the files that clients have, in words that their logs and settings are written in. */
const logLines = (key: string): string =>
  [
    `2026-11-20T09:00:00Z ERROR 401 Unauthorized Authorization: Bearer ${key}`,
    `2026-11-20T09:00:01Z ERROR status 401 {"headers":{"x-api-key":"${key}"}}`,
    `2026-11-20T09:00:02Z ERROR status code 401 from https://api.example.com/v1/models?key=${key}`,
    `2026-11-20T09:00:03Z ERROR status code 401: Incorrect API key provided: ${key}.`,
    `2026-11-20T09:00:04Z ERROR status code 401 by way of http://caller:${key}@proxy.example.com:3128`,
  ].join('\n');

/** Every place that the profiles know, as files below one home folder, each with the key. */
function canaryFiles(key: string): { home: Record<string, string>; folder: Record<string, string> } {
  const json = JSON.stringify({
    env: { ANTHROPIC_API_KEY: key, ANTHROPIC_BASE_URL: `https://caller:${key}@gateway.example.com/?key=${key}` },
    claudeAiOauth: { accessToken: key, refreshToken: key, expiresAt: key },
    tokens: { access_token: key, refresh_token: key },
    OPENAI_API_KEY: key,
    openai: { type: 'api', key, access: key, refresh: key, expires: key },
    'http.proxy': `http://caller:${key}@proxy.example.com`,
    'github.copilot.token': key,
    apiKeyHelper: `echo ${key}`,
    email: key,
  });
  const env = `ANTHROPIC_API_KEY=${key}\nexport OPENAI_API_BASE="https://${key}@llm.example.com"\n`;
  const toml = `openai_base_url = "https://caller:${key}@relay.example.com/v1?key=${key}"\n[x]\napi_key = "${key}"\n`;
  const yaml = `anthropic-api-key: ${key}\napi-key:\n  - gemini=${key}\nmodels:\n  - apiKey: ${key}\n    apiBase: https://${key}:x@llm.example.com\n`;
  const content: Record<string, string> = { json, env, toml, yaml };
  const home: Record<string, string> = {};
  const folder: Record<string, string> = {};
  const put = (place: string, text: string): void => {
    const plain = place.replace(/^\$\w+\|([^|]*)\|/, '$1');
    if (plain.startsWith('~/')) home[plain.slice(2)] = text;
    if (plain.startsWith('./')) folder[plain.slice(2)] = text;
  };
  for (const { settings, login, logs } of Object.values(clients)) {
    const own = (place: (typeof logs)[number]['at']): string => (typeof place === 'string' ? place : place.linux);
    for (const { at, format } of settings) put(own(at), content[format]!);
    for (const { at } of login?.files ?? []) put(own(at), json);
    for (const { at, names } of logs)
      put(names === undefined ? own(at) : `${own(at)}/github.copilot cline claude-dev roo-cline.log`, logLines(key));
  }
  home['.config/zed/settings.json'] = json;
  home['.local/share/zed/logs/Zed.log'] = logLines(key);
  for (const id of ['github.copilot-chat', 'rooveterinaryinc.roo-cline']) home[`.config/Code/User/globalStorage/${id}/x.json`] = json;
  return { home, folder };
}

describe.each([
  ['a marked key', MARKED],
  ['a plain key', PLAIN],
])('%s in every file and variable', (_name, key) => {
  const environment = Object.fromEntries(
    [
      ...Object.values(clients).flatMap(({ variables, baseUrlVariables }) => [...variables.map(({ name }) => name), ...baseUrlVariables]),
      'HTTPS_PROXY',
    ].map((name) => [name, /URL|BASE|PROXY/.test(name) ? `https://caller:${key}@gateway.example.com/v1?key=${key}` : key]),
  );

  test.each(Object.keys(clients))('%s: it is in nothing that is found or judged', async (id) => {
    const { home, folder } = canaryFiles(key);
    const setup = await setupOn(id, machineWith({ home, folder, environment }));
    expect(setup.found).not.toEqual([]);
    const exchange = sealExchange(
      rawExchange({ text: '401 Unauthorized', request: { method: 'POST', headers: { 'user-agent': 'claude-cli/2' } } }),
    );
    const answer = { outcome: 'answered' as const, at: NOW, asked: 'this machine', data: setup };
    const facts: Facts = { ...(await interpret(exchange, { now })), evidence: evidenceOf({ 'desktop-client': answer }), now };
    const outputs = {
      setup: JSON.stringify(setup),
      finding: JSON.stringify(check.judge(facts)),
      question: JSON.stringify(check.question(facts)),
    };
    expect(leaks(outputs, key)).toEqual([]);
  });

  test('a log alone, and a log that names it in no usual way', async () => {
    const alone = await setupOn('codex', machineWith({ home: { '.codex/log/a.log': logLines(key) } }));
    expect(alone.failures).toHaveLength(5);
    const bare = `ERROR 401 Unauthorized for caller ${key} at the relay\n`;
    const named = await setupOn('codex', machineWith({ home: { '.codex/log/a.log': bare }, environment: { RELAY_API_KEY: key } }));
    expect(named.failures).toHaveLength(1);
    expect(leaks({ alone: JSON.stringify(alone), named: JSON.stringify(named) }, key)).toEqual([]);
  });

  test('it is in nothing that the command prints', async () => {
    const { home, folder } = canaryFiles(key);
    const cwd = folderWith(folder);
    const env = { ...environment, HOME: folderWith(home) };
    for (const args of [['-f', 'json'], ['claude-code'], ['aider', '-f', 'json']]) {
      const { code: exit, stdout, stderr } = await runCli(['client', ...args], { env, cwd });
      expect(exit).toBe(0);
      expect(stdout.length).toBeGreaterThan(200);
      expect(leaks({ stdout, stderr }, key), args.join(' ')).toEqual([]);
    }
  });
});

describe('diagnose client', () => {
  const home = {
    '.claude/.credentials.json': '{"claudeAiOauth":{"accessToken":"sk-ant-oat01-ExampleExampleExample0000"}}',
    '.claude/debug/1.txt': FAILURE,
  };

  test('lists those that are on this machine, a line for each', async () => {
    const env = { HOME: folderWith({ ...home, '.codex/config.toml': '' }), ANTHROPIC_API_KEY: KEY };
    const { code: exit, stdout } = await runCli(['client'], { env });
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^ {2}claude-code {2}ANTHROPIC_API_KEY comes before the login; last failure: 402$/m);
    expect(stdout).toMatch(/^ {2}codex {8}no key and no login seen$/m);
    expect(stdout).not.toContain('opencode');
  });

  test('shows all of one, by its id or another of its names, in 80 columns', async () => {
    const env = { HOME: folderWith(home), ANTHROPIC_API_KEY: KEY, HTTPS_PROXY: 'http://proxy.example.com:3128' };
    const { code: exit, stdout } = await runCli(['client', 'Claude'], { env });
    expect(exit).toBe(0);
    for (const words of [
      'Claude Code',
      'signed in',
      '(~/.claude/.credentials.json)',
      '402',
      'proxy.example.com:3128',
      'unset ANTHROPIC_API_KEY',
      'claude.ai',
    ])
      expect(stdout).toContain(words);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('gives JSON whose keys stay what they are', async () => {
    const login = { claudeAiOauth: { accessToken: KEY, refreshToken: KEY, expiresAt: 1_795_176_000_000 } };
    const cwd = folderWith({ '.claude/settings.json': ' '.repeat(2 * 1024 * 1024) });
    const env = {
      HOME: folderWith({ ...home, '.claude/settings.json': '{', '.claude/.credentials.json': JSON.stringify(login) }),
      ANTHROPIC_API_KEY: KEY,
      HTTPS_PROXY: 'http://proxy.example.com',
      ANTHROPIC_BASE_URL: 'https://gateway.example.com',
    };
    const documents = await Promise.all(
      [
        ['client', '-f', 'json'],
        ['client', 'claude-code', '--format', 'json'],
      ].map(async (args) => JSON.parse((await runCli(args, { env, cwd })).stdout) as unknown),
    );
    const nothing = JSON.parse((await runCli(['client', '--format', 'json'])).stdout) as unknown;
    const paths = new Set([...documents, nothing].flatMap((document) => pathsOf(document)));
    expectGolden(
      'fixtures/_client-key-set.txt',
      [...paths]
        .sort()
        .map((path) => `${path}\n`)
        .join(''),
    );
    expect(JSON.stringify([documents, nothing])).not.toMatch(/:null\b/);
  });

  test('says where it looked where there is none', async () => {
    const { code: exit, stdout } = await runCli(['client']);
    expect(exit).toBe(0);
    expect(stdout).toContain('No desktop or command-line client was found');
    expect(stdout).toMatch(/^ {2}~\/\.codex$/m);
  });

  test.each([
    [['client', 'claude-cde'], 'diagnose client claude-code'],
    [['client', 'copilto'], 'diagnose client copilot'],
    [['client', 'nothing-like-it'], 'There are: claude-code'],
    [['client', '--format', 'xml'], 'text, json'],
  ])('refuses %j with what is nearest', async (args, suggestion) => {
    const { code: exit, stdout, stderr } = await runCli(args);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(suggestion);
  });
});

function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const own = path ? `${path}.${key}` : key;
    return [own, ...pathsOf(member, own)];
  });
}

describe('who made the call', () => {
  test.each([
    ['claude-cli/2.1.0 (external, cli)', 'claude-code'],
    ['Mozilla/5.0 (Macintosh) AppleWebKit/537.36 Claude/1.0.0 Chrome/140.0 Electron/38.0 Safari/537.36', 'claude-desktop'],
    ['codex_cli_rs/0.60.0 (Mac OS 26.0; arm64) iTerm.app', 'codex'],
    ['GeminiCLI/0.20.0/gemini-example (darwin; arm64)', 'gemini-cli'],
    ['opencode/1.0.0 ai-sdk/provider-utils/3.0', 'opencode'],
    ['Cline/3.40.0', 'cline'],
    ['RooCode/3.36.0', 'roo-code'],
    ['GitHubCopilotChat/0.33.0', 'vscode-copilot'],
    ['Zed/0.210.0 (macos; aarch64)', 'zed'],
    ['python-requests/2.32.0', undefined],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36', undefined],
  ])('by its User-Agent: %s', (agent, id) => {
    const exchange = rawExchange({ request: { method: 'POST', headers: { 'User-Agent': agent } } });
    expect(callingClient(exchange)?.id).toBe(id);
  });

  test.each([
    ['API Error: 401 {"type":"error"} · Please run /login', 'claude-code'],
    ['✕ [API Error: {"error":{"code":429}}]', 'gemini-cli'],
    ['[Cline] 402 Insufficient balance', 'cline'],
    ['ccreq:0a1b2c3d | failed | 402', 'vscode-copilot'],
    ['openai.RateLimitError: Error code: 429 - quota', undefined],
    ['the database cursor was closed; we continue. 500', undefined],
  ])('by its words: %s', (text, id) => {
    expect(callingClient(rawExchange({ text }))?.id).toBe(id);
  });

  test('every client that is recognised has its profile, and every source is a page', () => {
    const recognised = readFileSync(join(root, 'src/model/calling-client.ts'), 'utf8');
    for (const [id, profile] of Object.entries(clients)) {
      expect(recognised, id).toMatch(new RegExp(`^  '?${id}'?: \\{`, 'm'));
      expect(recognised).toContain(`title: '${profile.title}'`);
      const sources = [...profile.settings, ...profile.variables, ...profile.logs, ...(profile.login ? [profile.login] : [])].map(
        ({ source }) => source,
      );
      for (const source of sources) expect(source).toMatch(/^https:\/\//);
    }
  });
});
