/** The built CLI as a shell sees it: what it takes, what it refuses and how, exit codes, colour, and what it loads. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnosisSchema } from '../src/model/diagnosis.ts';
import { runCli } from './support/run-cli.ts';
import { namesIn, root, unitsOf } from './support/units.ts';

const ESCAPE = '\u001b';
const refusal = readFileSync(join(root, 'fixtures/cases/openrouter-402/input.txt'), 'utf8');
const har = readFileSync(join(root, 'fixtures/cases/stripe-declined/input.har'), 'utf8');
const success = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{"ok":true}\n';
const unexplained = 'It does not work any more.\n';

const offline = (...args: string[]): string[] => ['-', '--offline', ...args];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  writeFileSync(join(folder, 'one.txt'), refusal);
  writeFileSync(join(folder, 'two.txt'), refusal);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what it refuses, in one sentence and one suggestion', () => {
  const binary = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256);
  const cases: { name: string; args: string[]; stdin?: string | Uint8Array; kind: 'usage' | 'input'; says?: RegExp }[] = [
    { name: 'an empty pipe', args: [], kind: 'input' },
    { name: 'an empty pipe, asked for with -', args: ['-'], kind: 'input' },
    { name: 'a pipe of blanks', args: ['-'], stdin: ' \r\n\t\n', kind: 'input' },
    { name: 'a directory', args: ['.'], kind: 'input' },
    { name: 'a missing file', args: ['./no-such-call.har'], kind: 'input', says: /no-such-call\.har/ },
    { name: 'binary data', args: ['-'], stdin: binary, kind: 'input' },
    { name: 'a HAR that ends in its first entry', args: ['-'], stdin: har.slice(0, 500), kind: 'input' },
    { name: 'an unknown option', args: ['-', '--oflline'], stdin: refusal, kind: 'usage', says: /--offline/ },
    { name: 'an option without its value', args: ['-', '--url'], stdin: refusal, kind: 'usage', says: /--url/ },
    { name: 'an unknown value of an option', args: ['-', '--color', 'allways'], stdin: refusal, kind: 'usage', says: /always/ },
    { name: 'an unknown word', args: ['explian'], kind: 'usage', says: /explain/ },
    { name: 'two inputs', args: ['one.txt', 'two.txt'], kind: 'usage' },
  ];

  test.each(cases)('$name', async ({ args, stdin, says }) => {
    const run = await runCli(args, { cwd: folder, ...(stdin !== undefined && { stdin }) });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).not.toContain('Not built');
    const lines = run.stderr.split('\n').filter((line) => line.trim());
    expect(lines.length, run.stderr).toBeGreaterThanOrEqual(1);
    expect(lines.length, run.stderr).toBeLessThanOrEqual(3);
    expect(run.stderr).not.toMatch(/^\s+at |node:internal|[\0\u001b\ufffd]/m);
    if (says) expect(run.stderr).toMatch(says);
  });

  test.each(cases)('$name, as JSON', async ({ args, stdin, kind, says }) => {
    const run = await runCli(['--format', 'json', ...args], { cwd: folder, ...(stdin !== undefined && { stdin }) });
    expect(run.code).toBe(2);
    const { schema, error, ...rest } = JSON.parse(run.stdout) as { schema: 1; error: Record<string, string> };
    expect({ schema, rest }).toEqual({ schema: 1, rest: {} });
    expect(error).toEqual({
      kind,
      message: expect.stringMatching(/^[^\n]+$/) as string,
      suggestion: expect.stringMatching(/^[^\n]+$/) as string,
    });
    if (says) expect(`${error['message']} ${error['suggestion']}`).toMatch(says);
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  test('an unknown format is named with the nearest one', async () => {
    const run = await runCli(offline('--format', 'jsno'), { stdin: refusal });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/\bjson\b/);
  });
});

describe('exit codes', () => {
  test.each([
    ['0: the call is fine', success, [], 0],
    ['1: a cause was found', refusal, [], 1],
    ['0: a cause was found, and --exit-zero', refusal, ['--exit-zero'], 0],
    ['3: it failed, and no cause could be established', unexplained, [], 3],
  ])('%s', async (_name, stdin, more, code) => {
    const run = await runCli(offline('--format', 'json', ...more), { stdin });
    expect(run).toMatchObject({ code, stderr: '' });
    expect(v.safeParse(diagnosisSchema, JSON.parse(run.stdout)).issues).toBeUndefined();
  });

  test('the format has no say in them', async () => {
    for (const format of unitsOf('reports')) {
      expect((await runCli(offline('--format', format), { stdin: refusal })).code, format).toBe(1);
    }
  });
});

describe('input', () => {
  test('a pipe, - and a file are the same call', async () => {
    const runs = [
      await runCli(['--offline', '--format', 'json'], { stdin: refusal }),
      await runCli(offline('--format', 'json'), { stdin: refusal }),
      await runCli(['one.txt', '--offline', '--format', 'json'], { cwd: folder }),
    ];
    const verdicts = runs.map((run) => (JSON.parse(run.stdout) as v.InferOutput<typeof diagnosisSchema>).verdict);
    expect(verdicts[0]?.cause).toBe('credits-exhausted');
    expect(verdicts).toEqual([verdicts[0], verdicts[0], verdicts[0]]);
  });

  test('a file is read without waiting for a silent standard input', async () => {
    const run = await runCli(['one.txt', '--offline'], { cwd: folder, silentStdin: true });
    expect(run.code).toBe(1);
  });
});

describe('help', () => {
  test('--help shows an example before the options', async () => {
    const { code, stdout, stderr } = await runCli(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('--format');
    expect(stdout.indexOf('curl ')).toBeGreaterThanOrEqual(0);
    expect(stdout.indexOf('curl ')).toBeLessThan(stdout.indexOf('--format'));
  });

  test('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('output', () => {
  const long = refusal.replace(/\r?\n/, `\r\n${Array.from({ length: 300 }, (_, i) => `x-filler-${i}: ${'x'.repeat(400)}\r\n`).join('')}`);

  test('a reader that goes away is no error', async () => {
    for (const format of ['text', 'json']) {
      const { code, stderr } = await runCli(offline('--format', format), { stdin: long, closeStdout: true });
      expect({ code, stderr }, format).toEqual({ code: 1, stderr: '' });
    }
  });

  test('nor is one that has read enough', async () => {
    for (const format of ['text', 'json']) {
      const { stderr } = await runCli(offline('--format', format), { stdin: long, pipeInto: 'head -n 1' });
      expect(stderr, format).toBe('');
    }
  });

  test('a report longer than a pipe holds comes whole to a reader that takes its time', async () => {
    const { stdout } = await runCli(offline('--format', 'json'), { stdin: long, pipeInto: '(sleep 0.3; cat)' });
    expect(stdout.length).toBeGreaterThan(100_000);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });

  test.each<[string, string[], Record<string, string>, boolean]>([
    ['none in a pipe', [], {}, false],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['NO_COLOR over FORCE_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['an empty NO_COLOR is none', [], { FORCE_COLOR: '1', NO_COLOR: '' }, true],
    ['--color over NO_COLOR', ['--color', 'always'], { NO_COLOR: '1' }, true],
    ['--color over FORCE_COLOR', ['--color', 'never'], { FORCE_COLOR: '3' }, false],
    ['never in JSON', ['--format', 'json', '--color', 'always'], { FORCE_COLOR: '3' }, false],
  ])('colour: %s', async (_name, more, env, colour) => {
    const { stdout } = await runCli(offline(...more), { stdin: refusal, env });
    expect(stdout).not.toBe('');
    expect(stdout.includes(ESCAPE)).toBe(colour);
  });

  test('colour carries nothing alone: without it the text is the same', async () => {
    const plain = await runCli(offline(), { stdin: refusal });
    const coloured = await runCli(offline('--color', 'always'), { stdin: refusal });
    expect(coloured.stdout).not.toBe(plain.stdout);
    expect(coloured.stdout.replaceAll(new RegExp(`${ESCAPE}\\[[\\d;]*m`, 'g'), '')).toBe(plain.stdout);
  });

  test('escape sequences of the input reach the terminal in no format', async () => {
    const hostile = `HTTP/1.1 402 Payment${ESCAPE}[2J Required\r\ncontent-type: application/json\r\nx-note: ${ESCAPE}]0;title\u0007\r\n\r\n${JSON.stringify(
      {
        error: { code: `x${ESCAPE}[31m`, message: `insufficient credits ${ESCAPE}[2J\u009b31m\u0008\u202etxt` },
      },
    )}`;
    for (const format of unitsOf('reports')) {
      const { stdout } = await runCli(offline('--format', format), { stdin: hostile });
      expect(stdout, format).not.toBe('');
      expect(stdout, format).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
      if (format !== 'json') expect(stdout, format).not.toContain('\u202e');
    }
  });

  test('locale and time zone change nothing', async () => {
    const here = await runCli(offline('--format', 'json'), { stdin: refusal });
    const there = await runCli(offline('--format', 'json'), {
      stdin: refusal,
      env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' },
    });
    expect(here.code).toBe(1);
    expect(there).toEqual(here);
  });
});

describe('what a piped response loads', () => {
  /** Words of a package's own messages: they stand in the chunk that holds it and nowhere else. */
  const heavy = {
    undici: 'unsupported keepAlive, use pipelining=0',
    ora: 'option must be an integer from 0 and up',
    inquirer: '[Inquirer] Hook functions',
  };
  const chunks = () =>
    ['', 'chunks'].flatMap((sub) =>
      namesIn('dist', sub)
        .filter((name) => name.endsWith('.cjs'))
        .map((name) => join(root, 'dist', sub, name)),
    );
  const holding = (files: string[], mark: string) =>
    files.filter((file) => readFileSync(file, 'utf8').includes(mark)).map((file) => file.slice(root.length));

  test.each(['text', 'json'])('%s: neither undici, nor ora, nor inquirer, nor the network', async (format) => {
    const loads = join(folder, `loads-${format}.txt`);
    const preload = join(root, 'test/support/record-loads.cjs');
    const run = await runCli(['-', '--format', format], { stdin: refusal, env: { LOADS: loads }, nodeArgs: ['--require', preload] });
    expect(run.code).toBe(1);

    const loaded = readFileSync(loads, 'utf8').split('\n');
    const files = loaded.filter((name) => name.startsWith(join(root, 'dist') + sep));
    expect(files.map((file) => file.slice(root.length))).toContain(join('dist', 'main.cjs'));
    for (const [name, mark] of Object.entries(heavy)) {
      expect(holding(chunks(), mark), `${name} is in the build`).not.toEqual([]);
      expect(holding(files, mark), name).toEqual([]);
    }
    expect(loaded.filter((name) => /^(?:https?|http2|net|tls|dns|dgram|undici)(?:\/|$)/.test(name))).toEqual([]);
  });
});
