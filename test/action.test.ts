/** action.yml and the GitLab job of docs/check.md, run as their runners run them: bash, a clean home folder, no network. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { MARKED } from './support/canaries.ts';
import { serve } from './support/loopback.ts';
import { root } from './support/units.ts';

type Step = { name?: string; shell?: string; uses?: string; env?: Record<string, string>; run: string };
type Action = { inputs: Record<string, { default?: string }>; runs: { using: string; steps: Step[] } };
type Ended = { code: number | null; stdout: string; stderr: string; summary: string; asked: string[]; path: string };

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

/** What a runner puts in place of `${{ inputs.name }}`; any other expression is one that this action must not need. */
const substituted = (text: string, inputs: Record<string, string>): string =>
  text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const name = /^inputs\.([\w-]+)$/.exec(expression)?.[1] ?? '';
    expect(Object.keys(action.inputs)).toContain(name);
    return inputs[name] ?? action.inputs[name]?.default ?? '';
  });

/** A workspace, a clean home, and an `npx` that runs this checkout's command and notes what it was asked for. */
function machine(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): string => join(folder, name);
  for (const name of ['home', 'work', 'bin', 'temp']) mkdirSync(at(name));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(at('work'), name), text);
  const npx = `#!/bin/sh\nprintf '%s\\n' "$@" > '${at('asked')}'\nshift 2\nexec '${process.execPath}' '${join(root, 'bin/diagnose.cjs')}' "$@"\n`;
  writeFileSync(join(at('bin'), 'npx'), npx);
  chmodSync(join(at('bin'), 'npx'), 0o755);
  const read = (name: string): string => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : '');
  const bash = (script: string, env: Record<string, string>): Promise<Ended> => {
    writeFileSync(at('temp/step.sh'), script);
    return new Promise((resolve, reject) => {
      // As a runner does for `shell: bash`.
      const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', at('temp/step.sh')], {
        cwd: at('work'),
        env: {
          PATH: [at('bin'), dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
          HOME: at('home'),
          TMPDIR: at('temp'),
          CI: 'true',
          ...env,
        },
      });
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (chunk: Buffer) => void (stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => void (stderr += chunk.toString()));
      child.stdin.end();
      child.on('error', reject);
      child.on('close', (code) =>
        resolve({ code, stdout, stderr, summary: read('summary.md'), asked: read('asked').split('\n').slice(0, -1), path: at('work') }),
      );
    });
  };
  const runAction = async (inputs: Record<string, string>, env: Record<string, string> = {}): Promise<Ended> => {
    const [step, ...others] = action.runs.steps;
    expect(others).toEqual([]);
    const own = Object.fromEntries(Object.entries(step!.env ?? {}).map(([name, value]) => [name, substituted(value, inputs)]));
    return bash(substituted(step!.run, inputs), { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: at('summary.md'), ...env, ...own });
  };
  return { bash, runAction };
}

const answering = () =>
  serve(({ url }, response) => {
    const fine = url === '/fine';
    response
      .writeHead(fine ? 200 : 402, { 'content-type': 'application/json' })
      .end(fine ? '{}' : '{"error":{"message":"Insufficient credits <b>&"}}');
  });

const checks = (origin: string): string => `checks:
  - name: it works
    tags: [smoke]
    request:
      url: ${origin}/fine
      headers: { X-Key: '\${SOME_KEY}' }
  - name: out of <money>
    request: { url: ${origin}/402 }
`;

test('the action is a composite one, whose steps take no input as a part of their script', () => {
  expect(action.runs.using).toBe('composite');
  for (const { run, shell } of action.runs.steps) {
    expect(shell).toBe('bash');
    expect(run).not.toContain('${{');
  }
  expect(Object.keys(action.inputs)).toEqual(['file', 'version', 'args']);
});

test('a failing check: the line of the check file is marked, the summary written, the exit code the own one', async () => {
  const { origin } = await answering();
  const run = await machine({ 'diagnose.yaml': checks(origin) }).runAction({}, { SOME_KEY: MARKED });
  expect(run).toMatchObject({ code: 1, stderr: '', asked: ['--yes', 'diagnose-http@latest', 'check', '--format', 'github'] });
  expect(run.stdout).toMatch(/^::error file=diagnose\.yaml,line=7,col=\d+,title=out of <money>::Out of credits/);
  expect(run.summary).toMatch(/^### diagnose check\n\n<pre>\n2 checks: 1 failed, 1 passed/);
  expect(run.summary).toContain('✗ out of &lt;money&gt;');
  expect(run.summary).not.toMatch(/^::|<money>/m);
  expect(run.stdout + run.summary).not.toContain(MARKED);
});

test('file, version and args reach the command as they are, blanks and signs included', async () => {
  const { origin } = await answering();
  const { runAction } = machine({ 'my checks.yaml': checks(origin) });
  const inputs = {
    file: 'my checks.yaml',
    version: '0.1.0',
    args: `--only 'it works' --jobs 2\n  --output "out $(touch pwned) \`id\`.txt"`,
  };
  const run = await runAction(inputs, { SOME_KEY: 'x-key-value' });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const words = ['--only', 'it works', '--jobs', '2', '--output', 'out $(touch pwned) `id`.txt'];
  expect(run.asked).toEqual(['--yes', 'diagnose-http@0.1.0', 'check', '--format', 'github', 'my checks.yaml', ...words]);
  expect(existsSync(join(run.path, 'pwned'))).toBe(false);
  expect(readFileSync(join(run.path, 'out $(touch pwned) `id`.txt'), 'utf8')).toContain('1 check passed');
});

test('args with an open quote are told, and nothing is run', async () => {
  const run = await machine({}).runAction({ args: "--only 'it" });
  expect(run).toMatchObject({ code: 2, asked: [], stdout: expect.stringContaining('::error title=diagnose check::') });
});

test('a bad file: its mistakes are marked, and the step fails as the command does', async () => {
  const { runAction } = machine({ 'diagnose.yaml': 'checks:\n  - nam: x\n' });
  const run = await runAction({ args: ' ' });
  expect(run.code).toBe(2);
  expect(run.stdout).toContain('::error file=diagnose.yaml,line=2,');
});

test('the GitLab job of the documentation runs as it stands there, and leaves its report and its state', async () => {
  const { origin } = await answering();
  const page = readFileSync(join(root, 'docs/check.md'), 'utf8');
  const blocks = [...page.matchAll(/```yaml\n([^]*?)```/g)].map(([, text]) => parse(text!) as Record<string, Record<string, unknown>>);
  const job = blocks.find((block) => block['api-check'] !== undefined)!['api-check'] as {
    script: string[];
    artifacts: { reports: { junit: string } };
    cache: { paths: string[] };
  };
  const { bash } = machine({ 'diagnose.yaml': checks(origin) });
  const run = await bash(job.script.join('\n'), { GITLAB_CI: 'true', SOME_KEY: 'x-key-value' });
  expect(run.code).toBe(1);
  expect(readFileSync(join(run.path, job.artifacts.reports.junit), 'utf8')).toContain('failures="1"');
  expect(existsSync(join(run.path, job.cache.paths[0]!))).toBe(true);
});
