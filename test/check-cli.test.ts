/** `diagnose check` as a shell runs it: finding the file, exit codes, formats, --init, --validate, --baseline. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { expect, onTestFinished, test } from 'vitest';
import { checkFileSchema } from '../src/cli/check/schema.ts';
import { MARKED } from './support/canaries.ts';
import { serve } from './support/loopback.ts';
import { runCli, type Run } from './support/run-cli.ts';

/** A folder of its own, with these files in it. */
function folderWith(files: Record<string, string>): {
  path: string;
  check: (args?: string[], env?: Record<string, string>) => Promise<Run>;
} {
  const path = mkdtempSync(join(tmpdir(), 'checks-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return { path, check: (args = [], env = {}) => runCli(['check', ...args], { cwd: path, env }) };
}

const byPath = () =>
  serve(({ url }, response) => {
    const status = Number(/^\/(\d{3})/.exec(url)?.[1] ?? 200);
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(status === 200 ? '{"ok":true}' : '{"error":{"message":"Insufficient credits"}}');
  });

const two = (origin: string): string => `checks:
  - name: works
    tags: [smoke]
    request: { url: ${origin}/200 }
  - name: out of money
    request:
      url: ${origin}/402
`;

test('the file of the working folder is run; the exit code tells what was found', async () => {
  const { origin } = await byPath();
  const { check } = folderWith({ 'diagnose.yaml': two(origin) });
  const all = await check();
  expect(all).toMatchObject({ code: 1, stderr: '' });
  expect(all.stdout).toMatch(/^2 checks: 1 failed, 1 passed · diagnose\.yaml · /);
  expect(all.stdout).toContain('(diagnose.yaml:5)');
  expect(await check(['--tag', 'smoke'])).toMatchObject({ code: 0 });
  expect(await check(['--only', 'works'])).toMatchObject({ code: 0 });
  expect(await check(['--exit-zero'])).toMatchObject({ code: 0 });
  expect(await check(['--fail-on', 'access,rate-limited'])).toMatchObject({ code: 0 });
  expect(await check(['--fail-on', 'payment'])).toMatchObject({ code: 1 });
});

test('a file that is none, a second one, unknown names and words: 2, with what helps', async () => {
  const { check, path } = folderWith({});
  expect(await check()).toMatchObject({ code: 2, stderr: expect.stringContaining('diagnose check --init') });
  expect(await check(['other.yaml'])).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no file other.yaml') });
  writeFileSync(join(path, 'diagnose.yaml'), two('http://127.0.0.1:1'));
  expect(await check(['--only', 'work'])).toMatchObject({ code: 2, stderr: expect.stringContaining("Did you mean 'works'?") });
  expect(await check(['--tag', 'nightly'])).toMatchObject({ code: 2, stderr: expect.stringContaining('There are: smoke') });
  expect(await check(['--fail-on', 'paymnt'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean payment?') });
  expect(await check(['--jobs', '0'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--jobs takes a whole number from 1') });
  writeFileSync(join(path, 'diagnose.json'), '{}');
  expect(await check()).toMatchObject({ code: 2, stderr: expect.stringContaining('diagnose.yaml, diagnose.json') });
});

test('a bad file: every mistake on a line of its own, nothing is sent, in text, in JSON and as annotations', async () => {
  const { origin, received } = await byPath();
  const { check } = folderWith({
    'diagnose.yaml': `${two(origin)}      metod: POST\n  - name: works\n    request: { url: "${origin}/\${UNSET}" }\n`,
  });
  const text = await check();
  expect(text).toMatchObject({ code: 2, stdout: '' });
  expect(text.stderr.split('\n')).toEqual([
    expect.stringMatching(/^diagnose\.yaml:8:7: checks\[1\]\.request\.metod: expected .*did you mean method\?/),
    expect.stringMatching(/^diagnose\.yaml:9:5: checks\[2\]\.name: expected a name of its own/),
    'diagnose: The check file diagnose.yaml has 2 mistakes. Nothing was sent.',
    '',
  ]);
  const json = JSON.parse((await check(['--format', 'json'])).stdout) as { error: { kind: string; problems: { line: number }[] } };
  expect(json.error.kind).toBe('input');
  expect(json.error.problems.map(({ line }) => line)).toEqual([8, 9]);
  expect((await check(['--format', 'github'])).stdout).toContain('::error file=diagnose.yaml,line=8,col=7,title=Check file::');
  expect(received).toEqual([]);
});

test('a variable that is not set is a mistake of a run, and a remark of --validate, which sends nothing', async () => {
  const { origin, received } = await byPath();
  const { check } = folderWith({ 'diagnose.yaml': `checks:\n  - name: it\n    request: { url: "${origin}/\${UNSET_NAME}" }\n` });
  expect(await check()).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('diagnose.yaml:3:16: checks[0].request.url: expected the variable UNSET_NAME'),
  });
  expect(await check(['--validate'])).toMatchObject({ code: 0, stdout: expect.stringContaining('Not set here: UNSET_NAME') });
  expect(await check(['--validate'], { UNSET_NAME: 'x' })).toMatchObject({
    code: 0,
    stdout: 'diagnose.yaml: 1 check, no mistakes. Nothing was sent.\n',
  });
  expect(received).toEqual([]);
});

test('the JSON result of one run is the baseline of the next', async () => {
  const { origin } = await byPath();
  const { check, path } = folderWith({ 'diagnose.yaml': two(origin) });
  expect(await check(['--format', 'json', '--output', 'base.json'])).toMatchObject({ code: 1, stdout: '' });
  const again = await check(['--baseline', 'base.json']);
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('(1 known from the baseline)') });
  writeFileSync(join(path, 'diagnose.yaml'), two(origin).replace('/200', '/401'));
  expect(await check(['--baseline', 'base.json'])).toMatchObject({ code: 1 });
  writeFileSync(join(path, 'other.json'), '{"checks":1}');
  expect(await check(['--baseline', 'other.json'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('is no result of diagnose check'),
  });
});

test('--init writes names of variables and no values, and overwrites nothing', async () => {
  const { check, path } = folderWith({});
  const env = { OPENROUTER_API_KEY: MARKED, DEEPSEEK_API_KEY: 'sk-00000000000000000000000000000001', UNRELATED: 'x' };
  expect(await check(['--init'], env)).toMatchObject({ code: 0, stdout: expect.stringContaining('2 checks written') });
  const text = readFileSync(join(path, 'diagnose.yaml'), 'utf8');
  expect(text).not.toMatch(new RegExp(`${MARKED}|sk-0000`));
  const file = v.parse(checkFileSchema, parse(text));
  expect(file.checks.map(({ request }) => request.headers)).toEqual([
    { Authorization: 'Bearer ${DEEPSEEK_API_KEY}' },
    { Authorization: 'Bearer ${OPENROUTER_API_KEY}' },
  ]);
  expect(await check(['--init'], env)).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already') });
  expect(readFileSync(join(path, 'diagnose.yaml'), 'utf8')).toBe(text);
  expect(await check(['--validate'], env)).toMatchObject({ code: 0 });
});

test('--init without a key says what to give; from a curl command it makes the same request', async () => {
  const { origin, received } = await byPath();
  const { check, path } = folderWith({});
  expect(await check(['--init'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--init curl') });
  expect(existsSync(join(path, 'diagnose.yaml'))).toBe(false);
  const curl = ['curl', `${origin}/200?key=${MARKED}`, '-H', `x-api-key: ${MARKED}`, '-d', '{"price": "${5}"}'];
  expect(await check(['--init', ...curl], { MY_KEY: MARKED })).toMatchObject({ code: 0 });
  const text = readFileSync(join(path, 'diagnose.yaml'), 'utf8');
  expect(text).not.toContain(MARKED);
  expect(text).toContain('${MY_KEY}');
  expect(await check([], { MY_KEY: MARKED })).toMatchObject({ code: 0 });
  expect(received[0]).toMatchObject({
    method: 'POST',
    url: `/200?key=${MARKED}`,
    headers: { 'x-api-key': MARKED },
    body: '{"price": "${5}"}',
  });
  mkdirSync(join(path, 'other'));
  expect(await check(['--init', 'other/x.toml', ...curl])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--init writes YAML'),
  });
});

test('Ctrl-C prints what is known: 130', async () => {
  let arrived = (): void => {};
  const asked = new Promise<void>((resolve) => (arrived = resolve));
  const { origin } = await serve(({ url }, response) => {
    if (url === '/200') return response.end('{}');
    return arrived();
  });
  const { path } = folderWith({ 'diagnose.yaml': `${two(origin)}  - name: never\n    request: { url: ${origin}/200 }\n` });
  const run = await runCli(['check', '--jobs', '1'], { cwd: path, interruptWhen: asked });
  expect(run.code).toBe(130);
  expect(run.stdout).toMatch(/✓ works/);
  expect(run.stdout).toMatch(/– never/);
});
