// Builds dist/: `npm run build`, and `npm install` in a checkout. Where the bundler is not installed it says so and leaves.
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

const loader = (room, unit) => `() => import(${fileOf(room, unit)}).then((unit) => unit.default)`;

/** The same, each loaded when it is asked for: a start must not pay for what it does not use. */
function lazyIndex(room) {
  return `export default {${unitsOf(room)
    .map((unit) => `${JSON.stringify(unit)}: ${loader(room, unit)}`)
    .join(',')}};`;
}

const SIGNS_FILE = 'signs.txt';
/** Stands between the parts of that file: a form feed, which no part contains. */
const BETWEEN = '\f';

/** What tells the vendors apart, as the table in which it is looked up; the profiles themselves are loaded when they are asked for. */
async function signIndex(emitFile) {
  const { rolldown } = await import('rolldown');
  const entry = '\0all-profiles';
  const signs = JSON.stringify(join(root, 'src/interpret/signs.ts'));
  const bundle = await rolldown({
    input: entry,
    plugins: [
      {
        name: 'profiles',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? `${eagerIndex('providers')}\nexport { compileSigns, signsOf } from ${signs};` : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const {
    default: profiles,
    compileSigns,
    signsOf,
  } = await import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
  const table = compileSigns(Object.fromEntries(Object.entries(profiles).map(([id, profile]) => [id, signsOf(profile)])));
  const loaders = Object.keys(profiles).map((id) => `${JSON.stringify(id)}: ${loader('providers', id)}`);
  const { vendors, fields, keys, sieve, shards } = table;
  const profileLoaders = `{${loaders.join(',')}}`;
  if (!emitFile) return `export default { signs: ${JSON.stringify(table)}, profiles: ${profileLoaders} };`;
  // Beside the code and not in it: a source is compiled, a text is only read.
  emitFile({ type: 'asset', fileName: SIGNS_FILE, source: [vendors, fields, keys, sieve, ...shards].join(BETWEEN) });
  return `import { readFileSync } from 'node:fs';
const [vendors, fields, keys, sieve, ...shards] = readFileSync(\`\${__dirname}/../${SIGNS_FILE}\`, 'utf8').split(${JSON.stringify(BETWEEN)});
export default { signs: { vendors, fields, keys, sieve, shards }, profiles: ${profileLoaders} };`;
}

/**
 * Makes the indexes of the rooms out of their folders, for the bundle and for the tests alike, so that no list of units is
 * kept by hand: `#units/<room>` all units, `#units/lazy/<room>` a loader for each, `#units/one/<room>/<unit>` that one,
 * `#units/signs/providers` what tells the vendors apart.
 */
export function unitIndex({ files = false } = {}) {
  const prefix = '\0#units/';
  return {
    name: 'unit-index',
    resolveId: (id) => (id.startsWith('#units/') ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const name = id.slice(prefix.length);
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

const CORE =
  /[\\/]src[\\/](?:diagnose\.ts|(?:model|checks|challenges|interpret)[\\/](?!lexicon|wording|status\.)|captures[\\/]http-message|reports[\\/]text|cli[\\/](?:diagnose-command|terminal|input|errors|exit|quick|curl-flags|nearest))|#units[\\/](?:checks|challenges|signs)/;

/** Node reads and compiles a source of ASCII alone much faster; in strings and expressions an escape is the same character. */
function inAscii(file) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, escaped));
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
  await bundle.write({
    dir: join(root, 'dist'),
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name]-[hash].cjs',
    // What every diagnosis of a piped response needs is one file: each further one slows the start.
    codeSplitting: { groups: [{ name: 'core', test: CORE }] },
    minify: { mangle: { keepNames: true }, compress: true, codegen: { removeWhitespace: true } },
    comments: false,
  });
  await bundle.close();
  for (const file of readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.cjs')) inAscii(join(root, 'dist', file));
  }
  // The package is ESM for its sources; what is built is CommonJS, and its types have to say so too.
  writeFileSync(join(root, 'dist/package.json'), '{"type":"commonjs"}\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
