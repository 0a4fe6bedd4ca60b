// Builds dist/: `npm run build`, and `npm install` in a checkout. Where the bundler is not installed it says so and leaves.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The ids of a room's units: its file names. */
export function unitsOf(room) {
  return readdirSync(join(root, 'src', room))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => basename(name, '.ts'))
    .toSorted();
}

const fileOf = (room, unit) => JSON.stringify(join(root, 'src', room, `${unit}.ts`));

/** The units of a room by their ids, all at once. */
function eagerIndex(room) {
  const units = unitsOf(room);
  const imports = units.map((unit, i) => `import u${i} from ${fileOf(room, unit)};`);
  return `${imports.join('\n')}\nexport default {${units.map((unit, i) => `${JSON.stringify(unit)}: u${i}`).join(',')}};`;
}

const loader = (room, unit) => `() => import(${fileOf(room, unit)}).then(defaultOf)`;
const DEFAULT_OF = 'const defaultOf = (unit) => unit.default;';

/** The same, each loaded when it is asked for: a start must not pay for what it does not use. */
function lazyIndex(room) {
  return `${DEFAULT_OF}
export default {${unitsOf(room)
    .map((unit) => `${JSON.stringify(unit)}: ${loader(room, unit)}`)
    .join(',')}};`;
}

/** What the units of a room are, and what else the module exports that is named; for indexes that hold a part of each unit. */
async function evaluated(room, more = '') {
  const { rolldown } = await import('rolldown');
  const entry = `\0all-${room}`;
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    plugins: [
      {
        name: 'units',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? `${eagerIndex(room)}\n${more}` : undefined),
      },
    ],
    onLog() {},
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}

/** Where a check stands and what it needs; the check itself is loaded where that is there. */
async function headIndex() {
  const { default: checks } = await evaluated('checks');
  const heads = Object.entries(checks).map(([id, { phase, title, needs }]) => {
    const head = JSON.stringify({ phase, title, ...(needs && { needs }) });
    return `${JSON.stringify(id)}: {...${head}, load: ${loader('checks', id)}}`;
  });
  return `${DEFAULT_OF}\nexport default {${heads.join(',')}};`;
}

const SIGNS_FILE = 'signs.txt';
/** Stands between the parts of that file: a form feed, which no part contains. */
const BETWEEN = '\f';

/** What tells the vendors apart, as the table in which it is looked up; the profiles themselves are loaded when they are asked for. */
async function signIndex(emitFile) {
  const signs = JSON.stringify(join(root, 'src/interpret/signs.ts'));
  const { default: profiles, compileSigns, signsOf } = await evaluated('providers', `export { compileSigns, signsOf } from ${signs};`);
  const table = compileSigns(Object.fromEntries(Object.entries(profiles).map(([id, profile]) => [id, signsOf(profile)])));
  const loaders = Object.keys(profiles).map((id) => `${JSON.stringify(id)}: ${loader('providers', id)}`);
  const { vendors, fields, keys, sieve, shards } = table;
  const profileLoaders = `{${loaders.join(',')}}`;
  if (!emitFile) return `${DEFAULT_OF}\nexport default { signs: ${JSON.stringify(table)}, profiles: ${profileLoaders} };`;
  // Beside the code and not in it: a source is compiled, a text is only read.
  emitFile({ type: 'asset', fileName: SIGNS_FILE, source: [vendors, fields, keys, sieve, ...shards].join(BETWEEN) });
  return `import { readFileSync } from 'node:fs';
${DEFAULT_OF}
const [vendors, fields, keys, sieve, ...shards] = readFileSync(\`\${__dirname}/../${SIGNS_FILE}\`, 'utf8').split(${JSON.stringify(BETWEEN)});
export default { signs: { vendors, fields, keys, sieve, shards }, profiles: ${profileLoaders} };`;
}

/**
 * Makes the indexes of the rooms out of their folders, for the bundle and for the tests alike, so that no list of units is
 * kept by hand: `#units/<room>` all units, `#units/lazy/<room>` a loader for each, `#units/one/<room>/<unit>` that one,
 * `#units/signs/providers` what tells the vendors apart, `#units/heads/checks` what the checks need.
 */
export function unitIndex({ files = false } = {}) {
  const prefix = '\0#units/';
  return {
    name: 'unit-index',
    resolveId: (id) => (id.startsWith('#units/') ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const name = id.slice(prefix.length);
      if (name === 'heads/checks') return headIndex();
      if (name === 'signs/providers') return signIndex(files && ((file) => this.emitFile(file)));
      const [, room, unit] = /^one\/([\w-]+)\/([\w-]+)$/.exec(name) ?? [];
      if (room) return `export { default } from ${fileOf(room, unit)};`;
      return name.startsWith('lazy/') ? lazyIndex(name.slice('lazy/'.length)) : eagerIndex(name);
    },
  };
}

/** chalk looks at the terminal by itself, and loads node:tty for it; we always tell it the level (src/cli/terminal.ts). */
const colourLevelIsGiven = {
  name: 'colour-level-is-given',
  resolveId: (id, importer) => (id === '#supports-color' && importer ? join(importer, '../vendor/supports-color/browser.js') : undefined),
};

/** Where the way of a piped response begins; what these import, and what that imports, is the core. */
const CORE_ENTRIES = [
  'diagnose',
  'captures/http-message',
  'reports/text',
  'cli/diagnose-command',
  'cli/quick',
  'cli/terminal',
  'cli/nearest',
];
const CORE_UNITS = /#units\/(?:heads\/checks|challenges|signs)/;

/** The modules that a module imports when it is loaded: no types, and nothing that is loaded later. */
function importsOf(file) {
  const found = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s(?!type\s)[^;]*?\sfrom\s'(\.[^']+)'|^import\s'(\.[^']+)'/gm);
  return [...found].map(([, from, bare]) => join(file, '..', from ?? bare));
}

/** The files of the core: from its entries, the protocols of payment, and the checks that need nothing but a response. */
async function coreFiles() {
  const { default: checks } = await evaluated('checks');
  const units = [
    ...unitsOf('challenges').map((unit) => `challenges/${unit}`),
    ...Object.keys(checks)
      .filter((id) => !checks[id].needs)
      .map((id) => `checks/${id}`),
  ];
  const files = new Set();
  const visit = (file) => {
    if (files.has(file)) return;
    files.add(file);
    importsOf(file).forEach(visit);
  };
  for (const entry of [...CORE_ENTRIES, ...units]) visit(join(root, 'src', `${entry}.ts`));
  return files;
}

/** Node reads and compiles a source of ASCII alone much faster; in strings and expressions an escape is the same character. */
function inAscii(file) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, escaped));
}

/** Diagnoses once, and keeps the code that V8 made of the core while it did: bin/diagnose.cjs starts from it. */
function keepCode(file) {
  const main = join(root, 'dist/main.cjs');
  const diagnoseOnce = `
    const { readFileSync, writeFileSync } = require('node:fs');
    const Module = require('node:module');
    const { dirname } = require('node:path');
    const { Script } = require('node:vm');
    const file = ${JSON.stringify(file)};
    const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file });
    const core = new Module(file, module);
    core.filename = file;
    require.cache[file] = core;
    script.runInThisContext()(core.exports, Module.createRequire(file), core, file, dirname(file));
    core.loaded = true;
    process.argv = [process.argv[0], 'diagnose', '-'];
    process.on('exit', () => {
      process.exitCode = 0;
      writeFileSync(file + '.code', script.createCachedData());
    });
    require(${JSON.stringify(main)}).run();`;
  const input = 'HTTP/1.1 402 Payment Required\r\ncontent-type: application/json\r\n\r\n{"error":{"message":"Insufficient balance"}}';
  const { status, stderr } = spawnSync(process.execPath, ['-e', diagnoseOnce], { input, encoding: 'utf8' });
  // Without it the start is slower, and nothing else.
  if (status !== 0) console.error(`The core's code was not kept: ${stderr.slice(0, 400)}`);
}

async function build() {
  let bundler;
  try {
    bundler = await import('rolldown');
  } catch {
    console.error('The bundler is not installed (was npm told to omit development packages?), so dist/ was not built.');
    return;
  }
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const bundle = await bundler.rolldown({
    input: { main: join(root, 'src/cli/main.ts'), index: join(root, 'src/index.ts') },
    platform: 'node',
    plugins: [unitIndex({ files: true }), colourLevelIsGiven],
    transform: { define: { TOOL_VERSION: JSON.stringify(version) }, target: 'node20' },
    onLog(level, log, handle) {
      // `explain` and `list` need all units at once, and put up with it.
      if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT' && log.code !== 'PLUGIN_TIMINGS') handle(level === 'warn' ? 'error' : level, log);
    },
  });
  const core = await coreFiles();
  await bundle.write({
    dir: join(root, 'dist'),
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: ({ name }) => (name === 'core' ? 'chunks/core.cjs' : 'chunks/[name]-[hash].cjs'),
    // What every diagnosis of a piped response needs is one file: each further one slows the start.
    codeSplitting: { groups: [{ name: 'core', test: (id) => core.has(id) || CORE_UNITS.test(id) }] },
    minify: { mangle: { keepNames: true }, compress: true, codegen: { removeWhitespace: true } },
    comments: false,
  });
  await bundle.close();
  for (const file of readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.cjs')) inAscii(join(root, 'dist', file));
  }
  // The package is ESM for its sources; what is built is CommonJS, and its types have to say so too.
  writeFileSync(join(root, 'dist/package.json'), '{"type":"commonjs"}\n');
  keepCode(join(root, 'dist/chunks/core.cjs'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
