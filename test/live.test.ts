/** What the built CLI sends, when, and what it does with the answers: a loopback server counts what arrives. */
import type { ServerResponse } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Diagnosis } from '../src/model/diagnosis.ts';
import { serve, type Received } from './support/loopback.ts';
import { runCli } from './support/run-cli.ts';

const KEY = `sk-or-v1-${'5'.repeat(60)}c0de`;
const REFUSAL = { error: { code: 402, message: 'Insufficient credits. Add more using https://openrouter.ai/settings/credits' } };

let folder: string;
let origin: string;
let received: Received[];
let answer: (response: ServerResponse) => void;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'live-'));
  answer = (response) =>
    response.writeHead(402, { 'content-type': 'application/json', 'x-request-id': 'live-0001' }).end(JSON.stringify(REFUSAL));
  ({ origin, received } = await serve((_request, response) => answer(response)));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const captured = (): string => {
  const file = join(folder, 'call.txt');
  writeFileSync(
    file,
    `curl ${origin}/v1/chat -H 'Authorization: Bearer ${KEY}' -H 'Content-Type: application/json' -d '{"max_tokens":9}'\n`,
  );
  return file;
};

describe('a request that is given is sent once, as given', () => {
  test.each([
    ['a URL with flags', () => [`${origin}/v1/chat`, '-H', `Authorization: Bearer ${KEY}`, '--json', '{"max_tokens":9}']],
    ['a curl command', () => ['curl', '-sS', `${origin}/v1/chat`, '-H', `Authorization: Bearer ${KEY}`, '-d', '{"max_tokens":9}']],
    ['a curl command in quotes', () => [`curl -sS ${origin}/v1/chat -H 'Authorization: Bearer ${KEY}' -d '{"max_tokens":9}'`]],
  ])('%s', async (_name, args) => {
    const run = await runCli(args());
    expect(received).toMatchObject([
      { method: 'POST', url: '/v1/chat', headers: { authorization: `Bearer ${KEY}` }, body: '{"max_tokens":9}' },
    ]);
    expect(received).toHaveLength(1);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('402 Payment Required · OpenRouter');
    expect(run.stderr).toContain(`replay: POST ${origin}/v1/chat`);
    expect(run.stdout + run.stderr).not.toContain(KEY);
  });

  test('but not with --offline', async () => {
    const run = await runCli([`${origin}/v1/chat`, '--offline']);
    expect({ code: run.code, received }).toEqual({ code: 3, received: [] });
    expect(run.stdout).toContain('was not sent (offline)');
  });
});

describe('a captured request', () => {
  test('is not sent by itself', async () => {
    const run = await runCli([captured()]);
    expect({ code: run.code, received }).toEqual({ code: 3, received: [] });
  });

  test('is not sent with --replay where nobody can say yes to a POST', async () => {
    const run = await runCli([captured(), '--replay']);
    expect({ code: run.code, received }).toEqual({ code: 2, received: [] });
    expect(run.stderr).toContain('--yes');
  });

  test('is sent once with --replay and --yes', async () => {
    const run = await runCli([captured(), '--replay', '--yes']);
    expect(run.code).toBe(1);
    expect(received).toMatchObject([{ method: 'POST', headers: { authorization: `Bearer ${KEY}` }, body: '{"max_tokens":9}' }]);
  });

  test('needs no yes where its method is safe', async () => {
    const file = join(folder, 'get.txt');
    writeFileSync(file, `curl ${origin}/v1/models`);
    expect((await runCli([file, '--replay'])).code).toBe(1);
    expect(received).toMatchObject([{ method: 'GET', url: '/v1/models' }]);
  });
});

test('what was gathered is judged again without a network, and holds no key', async () => {
  const file = join(folder, 'evidence.json');
  const live = await runCli([
    `${origin}/v1/chat`,
    '-H',
    `Authorization: Bearer ${KEY}`,
    '-d',
    '{}',
    '--format',
    'json',
    '--save-evidence',
    file,
  ]);
  expect(readFileSync(file, 'utf8')).not.toContain(KEY.slice(-20));
  const again = await runCli(['--evidence', file, '--format', 'json']);
  const [first, second] = [live, again].map(({ stdout }) => JSON.parse(stdout) as Diagnosis);
  expect(received).toHaveLength(1);
  expect(second?.verdict).toEqual(first?.verdict);
  expect(second?.exchange).toEqual(first?.exchange);
});

test('Ctrl-C while a probe is under way prints what is known', async () => {
  let hangs: () => void;
  const interruptWhen = new Promise<void>((resolve) => (hangs = resolve));
  answer = () => hangs();
  const run = await runCli([`${origin}/v1/chat`, '-d', '{}', '--timeout', '15'], { interruptWhen });
  expect(run.code).toBe(130);
  expect(run.stdout).toContain('was not sent (interrupted)');
});

test('no answer in time is a cause', async () => {
  answer = () => {};
  const run = await runCli([`${origin}/v1/chat`, '--timeout', '0.3', '--format', 'json']);
  expect(run.code).toBe(1);
  expect((JSON.parse(run.stdout) as Diagnosis).verdict).toMatchObject({ cause: 'network-failure', answeredBy: { layer: 'client' } });
});
