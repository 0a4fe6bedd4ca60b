/**
 * What may import what. This table is the architecture: a room is written against the rooms beside it and no other, its own
 * modules apart. "#units/*" are the rooms of units as the build collects them; "lazily" is by import() alone.
 */
import { expect, test } from 'vitest';
import { readSource, sources, targetOf, type Source } from './support/imports.ts';

const mayImport: Record<string, string[]> = {
  model: ['valibot'],
  parse: ['model', 'yaml'],
  captures: ['model', 'parse', 'yaml'],
  providers: ['model', 'parse'],
  challenges: ['model', 'parse'],
  interpret: ['model', 'parse'],
  checks: ['model', 'interpret'],
  evidence: ['model', 'parse', 'undici', 'valibot', '@pydantic/genai-prices', 'node:*'],
  reports: ['model', 'chalk', 'fast-string-width', 'fast-wrap-ansi'],
  'diagnose.ts': ['model', 'parse', 'interpret', '#units/*', 'lazily evidence/world'],
  'index.ts': ['diagnose.ts', 'model'],
  cli: ['*'],
};

/** What only these rooms may name; everything else is a function of its input. */
const mayName: { what: string; name: RegExp; rooms: string[]; calledWithout?: 'arguments' }[] = [
  { what: 'process', name: /^(?:globalThis\.)?process(?:\.|$)/, rooms: ['cli'] },
  { what: 'console', name: /^(?:globalThis\.)?console(?:\.|$)/, rooms: ['cli'] },
  { what: 'Secret.reveal()', name: /\.reveal$/, rooms: ['evidence'] },
  { what: 'process.exit()', name: /(?:^|\.)process\.exit$/, rooms: [] },
  { what: 'the clock', name: /^(?:Date\.now|performance\.now)$/, rooms: ['cli', 'evidence'] },
  { what: 'the clock', name: /^Date$/, rooms: ['cli', 'evidence'], calledWithout: 'arguments' },
  { what: 'chance', name: /^(?:Math\.random|crypto\.\w+)$/, rooms: ['cli', 'evidence'] },
  { what: 'the network', name: /^(?:globalThis\.)?(?:fetch|WebSocket|EventSource|XMLHttpRequest)$/, rooms: [] },
];

const modules = sources();

function allowed(module: Source, specifier: string, lazy: boolean): boolean {
  const target = targetOf(module, specifier);
  const room = target.split('/')[0] as string;
  const isFile = specifier.startsWith('.');
  if (isFile && room === module.room) return true;
  return (mayImport[module.room] ?? []).some((entry) => {
    if (entry === '*') return true;
    if (entry.startsWith('lazily ')) return lazy && isFile && target.startsWith(`${entry.slice('lazily '.length)}/`);
    if (entry.endsWith('*')) return !isFile && specifier.startsWith(entry.slice(0, -1));
    return isFile ? room === entry : specifier === entry;
  });
}

function breaches(module: Source): string[] {
  const imports = module.imports
    .filter(({ specifier, lazy }) => !allowed(module, specifier, lazy))
    .map(({ specifier, lazy }) => `${module.path} imports ${specifier}${lazy ? ' lazily' : ''}`);
  const names = mayName.flatMap(({ what, name, rooms, calledWithout }) =>
    module.names
      .filter((use) => name.test(use.name) && !rooms.includes(module.room))
      .filter((use) => !calledWithout || (use.called && use.arguments === 0))
      .map((use) => `${module.path}:${use.line} names ${what}`),
  );
  return [...imports, ...names];
}

test('every room and module has its line in the table', () => {
  expect(Object.keys(mayImport).sort()).toEqual([...new Set(modules.map((module) => module.room))].sort());
});

test('nothing imports or names what the table does not allow', () => {
  expect(modules.flatMap(breaches)).toEqual([]);
});

test.each([
  ['model/cause.ts', "import x from 'node:fs';"],
  ['model/cause.ts', "import { header } from '../parse/json.ts';"],
  ['captures/har.ts', "import type { Reading } from '../interpret/reading.ts';"],
  ['captures/har.ts', "type Reading = import('../interpret/reading.ts').Reading;"],
  ['checks/balance.ts', "const undici = await import('undici');"],
  ['checks/balance.ts', "export * from '../parse/json.ts';"],
  ['reports/text.ts', 'const name = await import(file);'],
  ['interpret/wait.ts', "import { parse } from './../captures/har.ts';"],
  ['diagnose.ts', "import { ask } from './evidence/world/ask.ts';"],
  ['index.ts', "import { run } from './cli/main.ts';"],
  ['evidence/balance.ts', "const home = process.env['HOME'];"],
  ['evidence/balance.ts', "const home = globalThis['process'].env;"],
  ['evidence/balance.ts', "console.error('no');"],
  ['cli/main.ts', 'process.exit(1);'],
  ['reports/text.ts', 'const key = exchange.secrets[0]?.reveal();'],
  ['reports/text.ts', 'exchange.secrets.map((secret) => secret.reveal());'],
  ['checks/clock.ts', 'const now = new Date();'],
  ['checks/clock.ts', 'const now = Date.now();'],
  ['evidence/balance.ts', "await fetch('https://api.example.com');"],
])('a breach is seen: %s with %s', (path, text) => {
  expect(breaches(readSource(path, text))).toHaveLength(1);
});

test.each([
  ['cli/main.ts', "import { request } from 'undici'; process.exitCode = 1; console.error(process.argv);"],
  ['diagnose.ts', "import checks from '#units/checks'; const world = await import('./evidence/world/ask.ts');"],
  ['checks/clock.ts', "import { wait } from '../interpret/wait.ts'; const at = new Date(facts.now); // process.exit("],
  ['captures/har.ts', 'const text = "import x from \'undici\'; process.exit()"; const o = { process: 1, console: 2 }; o.process;'],
  ['evidence/world/send.ts', "import { request } from 'undici'; import tls from 'node:tls'; key.reveal();"],
])('what is allowed is left alone: %s with %s', (path, text) => {
  expect(breaches(readSource(path, text))).toEqual([]);
});
