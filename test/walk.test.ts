/** The questions that only a person can answer: at the keyboard of a pseudo-terminal, by flags, and from kept evidence. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Diagnosis } from '../src/model/diagnosis.ts';
import type { Evidence } from '../src/model/evidence.ts';
import { serve } from './support/loopback.ts';
import { CTRL_C, CTRL_D, DOWN, ENTER, hasPseudoTerminal, openSession } from './support/pseudo-terminal.ts';
import { runCli } from './support/run-cli.ts';

const PATIENCE = 30_000;
const KEY = `sk-or-v1-${'5'.repeat(60)}c0de`;

/** A refusal over money that leaves open which: at a vendor, and behind a gateway that may have refused it itself. */
const BARE = `> POST /api/v1/chat/completions HTTP/1.1
> Host: openrouter.ai
> Authorization: Bearer ${KEY}
> Content-Type: application/json
>
< HTTP/1.1 402 Payment Required
< content-type: application/json
<
{"error":{"message":"payment required"}}
`;
const BEHIND_GATEWAY = `HTTP/1.1 402 Payment Required
content-type: application/json
x-litellm-call-id: 0f0e0d0c-0000-4000-8000-000000000009

{"error":{"message":"payment required"}}
`;

let folder: string;
let call: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'walk-'));
  call = join(folder, 'call.txt');
  writeFileSync(call, BARE);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const json = (stdout: string): Diagnosis => JSON.parse(stdout) as Diagnosis;
const kept = (file: string): unknown => (JSON.parse(readFileSync(file, 'utf8')) as Evidence).answers['person'];

describe.skipIf(!hasPseudoTerminal)('at a keyboard', { timeout: PATIENCE }, () => {
  test('an answer changes the verdict, which says why, and is kept', async () => {
    const [evidence, ticket] = [join(folder, 'evidence.json'), join(folder, 'ticket.txt')];
    const session = openSession(['ticket', call, '--interactive', '--only', 'payment-method', '--save-evidence', evidence, '-o', ticket]);
    await session.until('Payment method (1 of 1)');
    await session.until('See https://openrouter.ai/settings/credits');
    await session.until('I cannot tell');
    session.press(DOWN, ENTER);
    expect(await session.ended).toBe(1);
    expect(kept(evidence)).toMatchObject({ outcome: 'answered', data: { 'payment-method': 'expired' } });
    const text = readFileSync(ticket, 'utf8').replace(/\s+/g, ' ');
    expect(text).toContain('No valid payment method (likely)');
    expect(text).toMatch(
      /\[x\] Payment method: looked at https:\/\/openrouter\.ai\/settings\/credits\.\s+There is none, or it has expired\./,
    );
  });

  test('nothing that is shown is wider than 80 columns, and no key is shown', async () => {
    const session = openSession([call, '--interactive', '--offline', '--only', 'payment-method']);
    await session.until('I cannot tell');
    session.press(ENTER);
    await session.ended;
    for (const line of session.shown().split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
    expect(session.shown()).not.toContain(KEY);
  });

  test('one question at a time, in the order that is likeliest to settle it; what nobody can tell stays open', async () => {
    writeFileSync(call, BEHIND_GATEWAY);
    const session = openSession([call, '--interactive', '--only', 'api-docs,gateway']);
    await session.until('There are 2 questions');
    await session.until('(1 of 2)');
    await session.until('I cannot tell');
    session.press(DOWN, DOWN, DOWN, DOWN, DOWN, ENTER);
    await session.until('(2 of 2)');
    await session.until('I cannot tell');
    session.press(ENTER);
    expect(await session.ended).toBe(1);
    const report = session.shown();
    expect(report.indexOf('(1 of 2)')).toBeLessThan(report.indexOf('(2 of 2)'));
    expect(report.indexOf('Who answered (1')).toBeLessThan(report.indexOf('documentation (2'));
    expect(report).toContain('? gateway');
    expect(report).toContain('✗ api-docs  By its documentation it is about money');
  });

  test('Ctrl-C keeps what was answered, and prints the report', async () => {
    writeFileSync(call, BEHIND_GATEWAY);
    const evidence = join(folder, 'evidence.json');
    const session = openSession([call, '--interactive', '--only', 'api-docs,gateway', '--save-evidence', evidence]);
    await session.until('I cannot tell');
    session.press(ENTER);
    await session.until('(2 of 2)');
    await session.until('I cannot tell');
    session.press(CTRL_C);
    expect(await session.ended).toBe(130);
    expect(session.shown()).toContain('402 Payment Required · ');
    expect(kept(evidence)).toMatchObject({ data: { gateway: 'own-budget' } });
  });

  test('the end of the input ends the questions as well', async () => {
    const session = openSession([call, '--interactive', '--only', 'payment-method']);
    await session.until('I cannot tell');
    session.press(CTRL_D);
    expect(await session.ended).toBe(130);
    expect(session.shown()).toContain('? payment-method');
  });

  test('a person is asked at the terminal where the response is piped in', async () => {
    const session = openSession(['--interactive', '--only', 'payment-method'], { pipe: call });
    await session.until('I cannot tell');
    session.press(DOWN, ENTER);
    expect(await session.ended).toBe(1);
    expect(session.shown()).toContain('No valid payment method (likely)');
  });

  test('where nothing is open, that is said', async () => {
    const session = openSession([call, '--interactive', '--only', 'key-plan']);
    await session.until('There is nothing to ask a person about this call.');
    expect(await session.ended).toBe(1);
  });
});

describe('by flags', () => {
  test('an answer does the same as at the keyboard', async () => {
    const { code, stdout } = await runCli([call, '--answer', 'payment-method=expired', '--format', 'json']);
    const { verdict, because, alternatives, checklist } = json(stdout);
    expect({ code, cause: verdict.cause, confidence: verdict.confidence }).toEqual({
      code: 1,
      cause: 'payment-method-required',
      confidence: 'likely',
    });
    expect(because[0]).toMatchObject({ where: 'evidence.person', value: 'There is none, or it has expired' });
    expect(verdict.summary).toContain('Before a person looked');
    expect(alternatives[0]).toMatchObject({ confidence: 'possible' });
    expect(checklist.find(({ id }) => id === 'payment-method')).toMatchObject({ outcome: 'fail', says: 'None on file, or it has expired' });
    // The steps that nobody answered are judged by the new verdict.
    expect(checklist.find(({ id }) => id === 'account')?.says).toBe('No valid payment method on the account');
  });

  test('the command for a ticket carries the answers', async () => {
    const { stdout } = await runCli([call, '--answer', 'payment-method=held']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(`diagnose ticket ${call} --answer payment-method=held`);
  });

  test('the answer that fits what was suspected leads, whatever the order; the other stays possible', async () => {
    writeFileSync(call, BEHIND_GATEWAY);
    const answers = ['--answer', 'api-docs=key', '--answer', 'gateway=own-limit'];
    const { verdict, alternatives } = json((await runCli([call, ...answers, '--format', 'json'])).stdout);
    expect([verdict.cause, ...alternatives.map(({ cause }) => cause)]).toEqual(
      expect.arrayContaining(['credentials-invalid', 'rate-limited', 'payment-unspecified']),
    );
    expect(new Set(alternatives.map(({ cause }) => cause)).size).toBe(alternatives.length);
  });

  test('a certain verdict stands, and the answer stands beside it', async () => {
    writeFileSync(call, BARE.replace('required"', 'required", "code": 402, "metadata": {"limit_source": "openrouter_credits"}'));
    const { verdict, because } = json((await runCli([call, '--answer', 'payment-method=expired', '--format', 'json'])).stdout);
    expect(verdict).toMatchObject({ cause: 'credits-exhausted', confidence: 'certain' });
    expect(because).toContainEqual(expect.objectContaining({ where: 'evidence.person' }));
  });

  test('kept evidence keeps the answers, and a flag replaces one', async () => {
    const evidence = join(folder, 'evidence.json');
    await runCli([call, '--answer', 'payment-method=expired', '--save-evidence', evidence]);
    const again = await runCli(['--evidence', evidence, '--format', 'json']);
    expect(json(again.stdout).verdict.cause).toBe('payment-method-required');
    const other = await runCli(['--evidence', evidence, '--answer', 'payment-method=changed', '--format', 'json']);
    expect(json(other.stdout).verdict.cause).toBe('account-past-due');
  });

  test.each([null, [], 'x', { 'payment-method': 7 }, { 'payment-method': 'no-such-word' }, { nothing: 'x' }])(
    'answers in a file that cannot be any are left out: %j',
    async (data) => {
      const evidence = join(folder, 'evidence.json');
      const at = '2026-11-20T12:00:00.000Z';
      writeFileSync(evidence, JSON.stringify({ schema: 1, at, answers: { person: { outcome: 'answered', at, asked: 'a person', data } } }));
      const { code, stdout } = await runCli([call, '--evidence', evidence, '--format', 'json']);
      expect(code).toBe(1);
      expect(json(stdout).checklist.find(({ id }) => id === 'payment-method')?.outcome).toBe('ask');
    },
  );

  test('Markdown says what a person has looked at', async () => {
    const { stdout } = await runCli([call, '--answer', 'payment-method=held', '--format', 'markdown']);
    expect(stdout).toMatch(/\*\*Steps taken\*\*\n\n- Payment method: The bank holds or declined the last payment/);
  });

  test.each([
    [['--answer', 'payment-method'], 'takes check=word'],
    [['--answer', 'payment-metod=expired'], 'Did you mean payment-method?'],
    [['--answer', 'payment-method=maybe'], 'It takes: fine, expired, changed, address, held.'],
    [['--answer', 'stale-cache=yes'], 'asks nothing about this call'],
    [['--answer', 'payment-method=held', '--all'], '--answer'],
  ])('a wrong answer is told in a sentence: %s', async (args, words) => {
    const { code, stdout, stderr } = await runCli([call, ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  test.each(['payment-method', 'api-docs', 'support', 'gateway', 'account', 'status-page', 'desktop-client'])(
    'diagnose explain lists the words that %s takes',
    async (id) => {
      expect((await runCli(['explain', id])).stdout).toMatch(new RegExp(`^- --answer ${id}=[a-z-]+: \\S`, 'm'));
    },
  );
});

describe('where nobody can be asked', () => {
  test.each([[['--interactive']], [['--interactive', '--no-input']], [['--interactive', '--yes']]])(
    '%s says so, and sends nothing',
    async (flags) => {
      const { origin, received } = await serve((_request, response) => response.writeHead(402).end());
      const { code, stdout, stderr } = await runCli([`${origin}/v1/chat`, '--json', '{}', ...flags]);
      expect({ code, stdout, received }).toEqual({ code: 2, stdout: '', received: [] });
      expect(stderr).toMatch(/--interactive needs a terminal|--no-input forbids it/);
      expect(stderr).toContain('--answer check=word');
    },
  );
});
