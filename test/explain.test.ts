import { describe, expect, test } from 'vitest';
import captures from '#units/captures';
import checks from '#units/checks';
import probes from '#units/evidence';
import providers from '#units/providers';
import reports from '#units/lazy/reports';
import { explain, type Units } from '../src/cli/explain.ts';
import { list, listables } from '../src/cli/list.ts';
import { nearest } from '../src/cli/nearest.ts';
import { causeIds, causes } from '../src/model/cause.ts';
import { statuses } from '../src/model/status.ts';

const units: Units = { causes, checks, providers, captures, probes, reports: Object.keys(reports) };

/** RFC 9110, sections 15.5 and 15.6. */
const standard = [
  ...Array.from({ length: 19 }, (_, i) => [400 + i, `15.5.${i + 1}`] as const),
  [421, '15.5.20'] as const,
  [422, '15.5.21'] as const,
  [426, '15.5.22'] as const,
  ...Array.from({ length: 6 }, (_, i) => [500 + i, `15.6.${i + 1}`] as const),
];

describe('a status code', () => {
  test.each(standard)('%d has a page, RFC 9110 §%s, that relates it to 402', (code, section) => {
    const page = explain(String(code), units);
    expect(page).toMatch(new RegExp(`^${code} .*RFC 9110 §${section.replaceAll('.', '\\.')}\\)`));
    expect(page).toMatch(/[^\d]402/);
  });

  test.each(statuses.map(({ code }) => code))('%d relates itself to 402, and says whether to retry', (code) => {
    expect(explain(String(code), units)).toMatch(/\n(?:In practice a|And) 402[\s\S]*\nRetrying, where nothing else is known: /);
  });

  test('stands once in the table, in order', () => {
    const codes = statuses.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
  });

  test('names where it is defined: an RFC, or a page', () => {
    for (const { code, section } of statuses) expect(section, String(code)).toMatch(/^RFC \d+ §\d+(?:\.\d+)*$|https:\/\/\S+$/);
  });

  test('says what each vendor means by it where the body says no more', () => {
    const one = provider([
      { when: { status: 402, code: 'busy' }, cause: 'rate-limited' },
      { when: { status: [402, 429] }, cause: 'credits-exhausted' },
    ]);
    const page = explain('402', { ...units, providers: { one } });
    expect(page).toContain('means where the body says no more\n- Example: credits-exhausted. https://docs.example.com/errors');
    expect(page).not.toContain('rate-limited');
    expect(explain('403', { ...units, providers: { one } })).not.toContain('Example');
  });
});

function provider(rules: { when: Units['providers'][string]['rules'][number]['when']; cause: (typeof causeIds)[number]; note?: string }[]) {
  return {
    title: 'Example',
    kind: 'vendor',
    hosts: ['api.example.com', '.example.net'],
    keys: [{ pattern: 'ex-.*', means: 'account key', sample: 'ex-1', notFor: 'models' }],
    keyEnvironment: ['EXAMPLE_API_KEY'],
    keyHeader: 'authorization',
    requestIdHeaders: ['x-request-id'],
    ownHeaders: [],
    ownWords: [],
    links: { billing: 'https://example.com/billing' },
    statusPage: { page: 'https://status.example.com' },
    rules: rules.map((rule) => ({ ...rule, source: 'https://docs.example.com/errors' })),
  } satisfies Units['providers'][string];
}

describe('a cause', () => {
  test.each(causeIds)('%s has a page', (id) => {
    const page = explain(id, units)!;
    expect(page).toContain(causes[id].summary);
    for (const line of [...causes[id].steps, ...causes[id].prevention]) expect(page).toContain(line);
    expect(page).toMatch(/^Family: .+\nWho has to act: .+\nRetrying: .+$/m);
  });

  test('names the answers that mean it, with their sources', () => {
    const one = provider([
      { when: { status: 429, code: ['a', 'b'], message: 'out of credits' }, cause: 'credits-exhausted', note: 'Not a throttle.' },
      { when: { message: /\bno\s+money\b/i }, cause: 'credits-exhausted' },
      { when: { status: 500 }, cause: 'upstream-failure' },
    ]);
    const page = explain('credits-exhausted', { ...units, providers: { one } })!;
    expect(page).toContain('- Example: 429 with code a or b and wording "out of credits". Not a throttle. https://docs.example.com/errors');
    expect(page).toContain('- Example: wording /no money/. https://docs.example.com/errors');
    expect(page).not.toContain('500');
  });
});

describe('units', () => {
  test.each(Object.keys(checks))('the check %s has a page', (id) => {
    expect(explain(id, units)).toContain(checks[id]!.explains);
  });

  test.each(Object.keys(probes))('the probe %s has a page', (id) => {
    expect(explain(id, units)).toContain(probes[id]!.explains);
  });

  test.each(Object.keys(providers))('the provider %s has a page', (id) => {
    const page = explain(id, units)!;
    const { title, hosts, keyEnvironment, links, rules } = providers[id]!;
    expect(page).toContain(`${id}: ${title} (`);
    for (const fact of [...hosts.map((host) => host.replace(/^\./, '')), ...keyEnvironment, ...Object.values(links)])
      expect(page).toContain(fact);
    for (const { cause, source } of rules)
      expect(page).toMatch(new RegExp(`: ${cause}\\..* ${source.replace(/[.*+?^$()|[\]{}\\]/g, '\\$&')}$`, 'm'));
  });

  test('a provider shows what it has', () => {
    const page = explain('one', { ...units, providers: { one: provider([{ when: { status: 402 }, cause: 'credits-exhausted' }]) } });
    expect(page).toContain('Hosts: api.example.com, every host below example.net');
    expect(page).toContain('EXAMPLE_API_KEY');
    expect(page).toContain('- account key; not for models');
    expect(page).toContain('- billing: https://example.com/billing');
    expect(page).toContain('- status: https://status.example.com');
    expect(page).toContain('- 402: credits-exhausted. https://docs.example.com/errors');
  });
});

test('a word that names several things gets all their pages', () => {
  const both = {
    ...units,
    checks: {
      twin: { phase: '9.1', title: 'The check', explains: 'What it looks at.', judge: () => ({ outcome: 'pass', says: '' }) as const },
    },
  };
  const probe = { title: 'The probe', explains: 'What it asks.', plan: () => ({ skip: '' }), read: () => undefined };
  expect(explain('twin', { ...both, probes: { twin: probe } })).toBe(
    'twin: The check (check 9.1)\n\nWhat it looks at.\n\ntwin: The probe (probe)\n\nWhat it asks.',
  );
});

test.each(['', 'nothing', '40', '200', '4021', '799', 'constructor', '__proto__'])('%j names nothing', (word) => {
  expect(explain(word, units)).toBeUndefined();
});

test('case and white space around a word do not matter', () => {
  expect(explain(' Credits-Exhausted\n', units)).toBe(explain('credits-exhausted', units));
});

describe('list', () => {
  const all = {
    causes: causeIds,
    checks: Object.keys(checks),
    providers: Object.keys(providers),
    captures: Object.keys(captures),
    reports: Object.keys(reports),
  };

  test.each(listables)('%s: a row for each, with a cell for each column', (what) => {
    const { columns, rows } = list(what, units);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    const ids = rows.map((row) => row[what === 'checks' ? 1 : 0]);
    expect(new Set(ids)).toEqual(new Set(all[what]));
    expect(rows).toHaveLength(all[what].length);
  });

  test('checks stand in the order of their phases', () => {
    const check = (phase: string) => ({ phase, title: '', explains: '', judge: () => ({ outcome: 'pass', says: '' }) as const });
    const { rows } = list('checks', { ...units, checks: { last: check('10.1'), late: check('1.10'), early: check('1.2') } });
    expect(rows.map(([phase]) => phase)).toEqual(['1.2', '1.10', '10.1']);
  });
});

describe('nearest', () => {
  const words = ['credits-exhausted', 'markdown', 'json', 'text', 'openrouter'];

  test.each([
    ['jsno', 'json'],
    ['jso', 'json'],
    ['jsonn', 'json'],
    ['JSON', 'json'],
    ['txet', 'text'],
    ['credit-exhausted', 'credits-exhausted'],
    ['openruoter', 'openrouter'],
    ['xml', undefined],
    ['jxxn', undefined],
    ['', undefined],
    ['j'.repeat(100_000), undefined],
  ])('of %.20s is %s', (word, found) => {
    expect(nearest(word, words)).toBe(found);
  });

  test('takes the nearest, not the first that is near', () => {
    expect(nearest('checks', ['checked', 'checks', 'checkss'])).toBe('checks');
  });

  test('finds a third of the letters wrong, and no more', () => {
    expect(nearest('abcdef', ['abcdxy'])).toBe('abcdxy');
    expect(nearest('abcdef', ['abcxyz'])).toBeUndefined();
  });
});
