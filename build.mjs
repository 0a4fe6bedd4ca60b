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

/** What tells the vendors apart, of all profiles; the profiles themselves are loaded when they are asked for. */
async function signIndex() {
  const { rolldown } = await import('rolldown');
  const entry = '\0all-profiles';
  const bundle = await rolldown({
    input: entry,
    plugins: [
      {
        name: 'profiles',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? eagerIndex('providers') : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const { default: profiles } = await import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
  const entries = Object.entries(profiles).map(([id, { title, kind, hosts, keys, ownHeaders, ownWords, names }]) => {
    const signs = { title, kind, hosts, ownHeaders, ownWords, ...(names && { names }), keys: keys.map(({ pattern }) => pattern) };
    return [id, signs];
  });
  // JSON in a string is read faster than the same object in source text.
  const loaders = entries.map(([id]) => `${JSON.stringify(id)}: ${loader('providers', id)}`);
  return `const signs = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(entries)))});
const loaders = {${loaders.join(',')}};
export default Object.fromEntries(Object.entries(signs).map(([id, of]) => [id, { signs: of, load: loaders[id] }]));`;
}

/**
 * Makes the indexes of the rooms out of their folders, for the bundle and for the tests alike, so that no list of units is
 * kept by hand: `#units/<room>` all units, `#units/lazy/<room>` a loader for each, `#units/one/<room>/<unit>` that one,
 * `#units/signs/providers` what tells the vendors apart.
 */
export function unitIndex() {
  const prefix = '\0#units/';
  return {
    name: 'unit-index',
    resolveId: (id) => (id.startsWith('#units/') ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const name = id.slice(prefix.length);
      if (name === 'signs/providers') return signIndex();
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
    plugins: [unitIndex(), colourLevelIsGiven],
    transform: { define: { TOOL_VERSION: JSON.stringify(version) }, target: 'node20' },
    onLog(level, log, handle) {
      // `explain` and `list` need all units at once, and put up with it.
      if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') handle(level === 'warn' ? 'error' : level, log);
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
  // The package is ESM for its sources; what is built is CommonJS, and its types have to say so too.
  writeFileSync(join(root, 'dist/package.json'), '{"type":"commonjs"}\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
