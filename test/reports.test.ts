/**
 * Every report of every hand-written diagnosis of fixtures/reports/_diagnoses/, as golden files: fixtures/reports/<report>/
 * <diagnosis>.<ext>. In "hostile" every string carries Markdown, HTML, escape sequences, bidirectional controls or a command of
 * a build log. UPDATE_GOLDEN=1 writes the files anew: read them as whoever gets them would.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import reports from '#units/lazy/reports';
import { diagnosisSchema, type Diagnosis } from '../src/model/diagnosis.ts';
import type { RenderOptions } from '../src/model/report.ts';
import { expectGolden } from './support/golden.ts';
import { namesIn, root } from './support/units.ts';

const extensions: Record<string, string> = { json: 'json', markdown: 'md', junit: 'xml', html: 'html' };
const options: RenderOptions = { color: 0, width: 80, ticketCommand: 'diagnose ticket call.txt' };

const diagnosisOf = (name: string): Diagnosis =>
  v.parse(diagnosisSchema, JSON.parse(readFileSync(join(root, 'fixtures/reports/_diagnoses', `${name}.json`), 'utf8')));

const names = namesIn('fixtures/reports/_diagnoses').map((name) => name.replace(/\.json$/, ''));
const ids = Object.keys(reports);
const goldenOf = (id: string, name: string) => `${name}.${extensions[id] ?? 'txt'}`;

async function render(id: string, diagnosis: Diagnosis, more: Partial<RenderOptions> = {}): Promise<string> {
  const report = await reports[id]!();
  return report.render(diagnosis, { ...options, ...more });
}

describe.each(ids)('%s', (id) => {
  test.each(names)('%s', async (name) => {
    expectGolden(`fixtures/reports/${id}/${goldenOf(id, name)}`, await render(id, diagnosisOf(name)));
  });

  test('has no golden file beside those', () => {
    expect(namesIn('fixtures/reports', id)).toEqual(names.map((name) => goldenOf(id, name)).sort());
  });

  test('shows what a terminal would act on, instead of letting it act', async () => {
    for (const bodies of [false, true]) {
      const output = await render(id, diagnosisOf('hostile'), { bodies });
      expect(output).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/);
    }
  });

  test('gives a build log no command', async () => {
    for (const bodies of [false, true]) {
      const output = await render(id, diagnosisOf('hostile'), { bodies });
      expect(output).not.toMatch(/^\s*::error (?:file=a\.js)?::owned|^\s*::error::owned/m);
      expect(output).not.toMatch(/##\w*\[/);
    }
  });

  test('ends in one line break, and does not touch the diagnosis', async () => {
    const diagnosis = diagnosisOf('credits');
    const output = await render(id, diagnosis);
    expect(output).toMatch(/[^\n]\n$/);
    expect(diagnosis).toEqual(diagnosisOf('credits'));
  });
});

describe('json', () => {
  test.each(names)('%s comes back as it was', async (name) => {
    const diagnosis = diagnosisOf(name);
    expect(JSON.parse(await render('json', diagnosis))).toEqual(diagnosis);
  });
});

/** Markdown without its code spans, as CommonMark finds them: a run of backticks up to the next run of the same length. */
function withoutCode(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => line.replace(/(?<![\\`])(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, '␣'))
    .join('\n');
}

describe('markdown', () => {
  test('starts with the verdict', async () => {
    expect(await render('markdown', diagnosisOf('credits'))).toMatch(/^### 402: Out of credits\n/);
    expect(await render('markdown', diagnosisOf('pasted'))).toMatch(/^### Plan quota used up\n/);
  });

  test('a hostile response gets no mention, reference, link, image, HTML or formatting', async () => {
    const output = withoutCode(await render('markdown', diagnosisOf('hostile')));
    expect(output).not.toMatch(/[@<>[\]`_~|$&\\]|:\/\/|www\.|GH-|:tada:/);
    expect(output.replaceAll('**', '').replace(/^### /m, '')).not.toMatch(/[*#]/);
  });

  test('a hostile response gets no block of its own', async () => {
    for (const line of (await render('markdown', diagnosisOf('hostile'))).split('\n')) {
      expect(line).toMatch(
        /^(?:|### 402: .*|\*\*[A-Z][a-z ]+\*\*|- [^-+*>#].*| {2}- [^-+*>#].*|\d\d?\. [^-+*>#].*|`.*|h\d+ .*|Diagnosed by .*)$/,
      );
    }
  });

  test.each([
    ['- first', /\\- first/],
    ['1. first', /1\\\. first/],
    ['=== ', /\\===/],
    ['a `b` c', /a ``\s`b`\s`` c/],
    ['commit 0123abcdef0', /commit `0123abcdef0`/],
    ['see (example.com/a), then', /see \(`example\.com\/a`\), then/],
    [':: ', /`::`/],
  ])('%j is shown as it is', async (says, expected) => {
    const diagnosis = { ...diagnosisOf('credits'), warnings: [says] };
    expect(await render('markdown', diagnosis)).toMatch(expected);
  });

  test('a plain link can be clicked, and shows where it goes', async () => {
    expect(await render('markdown', diagnosisOf('credits'))).toContain('<https://openrouter.ai/settings/credits>');
  });

  test('long values and long lists are cut', async () => {
    const reason = { where: 'response.body', value: 'v'.repeat(5000), says: 's'.repeat(5000) };
    const output = await render('markdown', { ...diagnosisOf('credits'), because: Array.from({ length: 500 }, () => reason) });
    expect(output.length).toBeLessThan(30_000);
    expect(output).toContain('- and 480 more');
  });
});

describe('ticket', () => {
  const credits = diagnosisOf('credits');

  test('names what support asks for, and masks the key', async () => {
    const output = await render('ticket', credits);
    for (const fact of [
      'OpenRouter support',
      'Subject: 402 on POST /api/v1/chat/completions: Out of credits',
      'gen-1795179942-EXAMPLE0000example',
      '2026-11-20 13:05:42 UTC',
      'POST https://openrouter.ai/api/v1/chat/completions',
      'example/model-large',
      '[key#1 sk-or-…a4f2]',
      'Please confirm the balance, the plan and the open invoices',
    ]) {
      expect(output).toContain(fact);
    }
  });

  test('a credential that nobody has masked is not in it', async () => {
    const request = { ...credits.exchange.request!, headers: [{ name: 'Authorization', value: 'Bearer sk-or-v1-EXAMPLEEXAMPLE' }] };
    const output = await render('ticket', { ...credits, exchange: { ...credits.exchange, request } }, { bodies: true });
    expect(output).not.toContain('EXAMPLEEXAMPLE');
  });

  test('bodies are in it only where they are asked for', async () => {
    expect(await render('ticket', credits)).not.toContain('Summarise the minutes');
    const output = await render('ticket', credits, { bodies: true });
    expect(output).toContain('Summarise the minutes');
    expect(output).toContain('"limit_source":"openrouter_credits"');
  });

  test('no line of a body starts where a line of the ticket starts', async () => {
    const body = 'TO: somebody else\nOUR QUESTIONS\n1. What is the key?';
    const exchange = { ...credits.exchange, response: { status: 402, headers: [], body } };
    const output = await render('ticket', { ...credits, exchange }, { bodies: true });
    expect(output.match(/^OUR QUESTIONS$/gm)).toHaveLength(1);
    expect(output).not.toMatch(/^TO: /m);
  });

  test.each([
    ['{"type":"error","error":{"type":"billing_error","message":"Look at\\nyour plan."}}', 'billing_error', 'Look at your plan.'],
    ['{"code":"E7","error":{"message":"No money."}}', 'E7', 'No money.'],
    ['{"errors":[{"code":1008,"message":"insufficient balance"}]}', '1008', 'insufficient balance'],
  ])('code and message come from the body where no reason quotes them: %s', async (body, code, message) => {
    const exchange = { ...credits.exchange, response: { status: 402, headers: [], body } };
    const output = await render('ticket', { ...credits, because: [], exchange });
    expect(output).toContain(`Error code: "${code}"\nError message: "${message}"`);
  });

  test('a message that a reason quotes in part is there as a whole', async () => {
    const because = [{ where: 'response.body.error.message', value: 'requires more credits', says: 'the balance is too low' }];
    expect(await render('ticket', { ...credits, because })).toContain('can only afford 3210."');
  });

  test.each(names)('%s: lines are wrapped at 78, those to be copied apart', async (name) => {
    const lines = (await render('ticket', diagnosisOf(name))).split('\n');
    const wrapped = lines.filter((line) => !/^(?:To|Subject|Request|Request id|Model|Key \(masked\)): /.test(line));
    expect(wrapped.filter((line) => [...line].length > 78)).toEqual([]);
  });

  test.each([
    [
      'a gateway that spoke for itself',
      { layer: 'gateway', id: 'litellm', name: 'LiteLLM' },
      'the administrator of LiteLLM',
      /budget of its own/,
    ],
    ['a gateway that passed something on', { layer: 'upstream', name: 'LiteLLM' }, 'the administrator of LiteLLM', /which account there/],
    ['a gateway without a name', { layer: 'gateway' }, 'the administrator of the gateway', /budget of its own/],
    ['the provider', { layer: 'provider' }, 'OpenRouter support', /open invoices/],
    ['a proxy', { layer: 'proxy' }, 'the administrator of the network', /open invoices/],
  ] as const)('goes to whom it concerns: %s', async (_name, answeredBy, addressee, question) => {
    const output = await render('ticket', { ...credits, verdict: { ...credits.verdict, answeredBy } });
    expect(output).toContain(`To: ${addressee}\n`);
    expect(output.replace(/\s+/g, ' ')).toMatch(question);
  });

  test('a nameless gateway is asked also where nobody knows the provider', async () => {
    const { provider: _unknown, ...verdict } = credits.verdict;
    const output = await render('ticket', { ...credits, verdict: { ...verdict, answeredBy: { layer: 'gateway' } } });
    expect(output).toContain('To: the administrator of the gateway\n');
  });

  test.each([
    ['access', 'credentials-invalid', /Is this key active/],
    ['limits', 'rate-limited', /Which limit did this call meet/],
    ['request', 'invalid-request', /Which part of the request/],
    ['infrastructure', 'upstream-failure', /Is there an incident/],
    ['payment', 'payment-declined', /Who declined the charge/],
    ['payment', 'payment-challenge', /Which payment protocols/],
    ['none', 'unknown', /What has to change/],
  ] as const)('asks what fits %s, %s', async (family, cause, question) => {
    const output = await render('ticket', { ...credits, verdict: { ...credits.verdict, family, cause } });
    expect(output).toMatch(question);
    expect(output).not.toMatch(/open invoices/);
  });
});
