import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Exchange } from '../model/exchange.ts';
import type { KeyPlace, KeysHere } from '../model/keys-here.ts';
import type { LocalProbe, Machine, ProbeFacts } from '../model/probe.ts';
import type { Secret } from '../model/secret.ts';
import { cleaned, pairsOf, writtenFaults, type Pair } from './world/written-keys.ts';

const LARGEST_FILE = 512 * 1024;
const MOST_FOLDERS = 12;
const MOST_PLACES = 40;
const SHORTEST_KEY = 12;

/** What a folder's .env files are called, by their rank in dotenv-flow, Next.js and Vite: the first that sets a variable wins. */
const MODES = ['development', 'production', 'test', 'staging'];
const dotenvNames = (mode: string | undefined): { name: string; isRead: boolean }[] => [
  ...MODES.map((one) => ({ name: `.env.${one}.local`, isRead: one === mode })),
  { name: '.env.local', isRead: true },
  ...MODES.map((one) => ({ name: `.env.${one}`, isRead: one === mode })),
  { name: '.env', isRead: true },
];

/** Below the home folder. */
const SHELLS = [
  '.bashrc',
  '.bash_profile',
  '.bash_login',
  '.profile',
  '.zshenv',
  '.zprofile',
  '.zshrc',
  '.config/fish/config.fish',
  '.config/fish/fish_variables',
  '.config/powershell/profile.ps1',
  '.config/powershell/Microsoft.PowerShell_profile.ps1',
  'Documents/PowerShell/Microsoft.PowerShell_profile.ps1',
  'Documents/WindowsPowerShell/Microsoft.PowerShell_profile.ps1',
];
/** Clients' own files, below the home folder: Claude Code, Codex, Gemini CLI, opencode, Continue, aider, LiteLLM, and command-line tools. */
const AT_HOME = [
  '.npmrc',
  '.yarnrc.yml',
  '.claude/settings.json',
  '.claude/settings.local.json',
  '.claude.json',
  '.codex/auth.json',
  '.codex/config.toml',
  '.codex/.env',
  '.gemini/.env',
  '.gemini/settings.json',
  '.config/opencode/opencode.json',
  '.config/opencode/opencode.jsonc',
  '.local/share/opencode/auth.json',
  '.continue/config.json',
  '.continue/config.yaml',
  '.continue/.env',
  '.aider.conf.yml',
  '.config/litellm/config.yaml',
  '.config/openai/config.json',
  '.config/anthropic/config.json',
  '.config/io.datasette.llm/keys.json',
  '.config/shell_gpt/.sgptrc',
  '.config/aichat/config.yaml',
  '.config/mods/mods.yml',
];
/** The same, below the working folder and those above it. */
const IN_PROJECT = [
  '.npmrc',
  '.claude/settings.json',
  '.claude/settings.local.json',
  '.gemini/.env',
  '.gemini/settings.json',
  '.continue/config.yaml',
  '.aider.conf.yml',
  'opencode.json',
  'opencode.jsonc',
  'litellm.yaml',
  'litellm_config.yaml',
  'config.yaml',
];

const fingerprintOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 8);

/** The credentials that the request carried, each in every form in which it may be written; in Basic the user or the password is the key. */
function sentKeys({ request, secrets }: Exchange): string[] {
  const carriers = [
    request?.url ?? '',
    ...(request?.headers ?? []).filter(({ name }) => !/cookie|^proxy-/i.test(name)).map(({ value }) => value),
  ];
  const carried = secrets.filter(({ mask }) => carriers.some((text) => text.includes(mask)));
  return carried.flatMap(valuesOf).filter((value) => value.length >= SHORTEST_KEY);
}

function valuesOf(secret: Secret): string[] {
  const value = secret.reveal();
  const pair = /^[\w+/]{16,}={0,2}$/.test(value) ? Buffer.from(value, 'base64').toString('latin1') : '';
  const parts = /^[ -~]{1,512}$/.test(pair) && pair.includes(':') ? pair.split(':', 2) : [];
  const afterScheme = /^[A-Za-z][A-Za-z-]{2,24}\s+(\S+)$/.exec(value)?.[1];
  return [...(afterScheme === undefined ? [] : [afterScheme]), cleaned(value), ...parts];
}

/** The profiles' variables, and whether a value has the shape of one of their keys. */
function vendorOf({ provider, gateway }: ProbeFacts): { variables: string[]; hasShape: (value: string) => boolean } {
  const profiles = [gateway, provider].filter((profile) => profile !== undefined);
  const shapes = profiles.flatMap(({ keys }) => keys.map(({ pattern }) => new RegExp(`^(?:${pattern})$`)));
  return {
    variables: [...new Set(profiles.flatMap(({ keyEnvironment }) => keyEnvironment))],
    hasShape: (value) => value.length <= 512 && shapes.some((shape) => shape.test(value)),
  };
}

type Wanted = { keys: Set<string>; variables: string[]; hasShape: (value: string) => boolean };

/** What a name and its value are to the call; undefined where they are nothing to it. */
function placeOf(
  { name, value }: Pair,
  kind: KeyPlace['kind'],
  place: string,
  { keys, variables, hasShape }: Wanted,
): KeyPlace | undefined {
  const key = cleaned(value);
  const isOwn = variables.includes(name);
  if (key === '') return isOwn && (kind === 'environment' || kind === 'dotenv') ? { kind, place, name, holds: 'empty' } : undefined;
  // A reference to a variable is no key: ${NAME}, os.environ/NAME, {env:NAME}.
  if (/^\$|^os\.environ|^\{|^%/.test(key)) return undefined;
  const isSame = keys.has(key);
  if (!isSame && !(isOwn && key.length >= SHORTEST_KEY) && !hasShape(key)) return undefined;
  const faults = writtenFaults(value, kind === 'environment');
  return {
    kind,
    place,
    name: name.slice(0, 80),
    holds: isSame ? 'same' : 'other',
    fingerprint: fingerprintOf(key),
    ...(faults.length > 0 && { faults }),
  };
}

/** A file's text; undefined where it is none, is too large, or may not be read. A pipe or a device is never opened. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    const about = await stat(path);
    return about.isFile() && about.size <= LARGEST_FILE ? await readFile(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The working folder and those above it, up to the root of the repository or the home folder; where neither lies above, it alone. */
async function foldersFrom(start: string, home: string): Promise<string[]> {
  const folders: string[] = [];
  for (let folder = resolve(start); folders.length < MOST_FOLDERS; folder = dirname(folder)) {
    folders.push(folder);
    if (folder === resolve(home) || (await exists(join(folder, '.git')))) return folders;
    if (folder === dirname(folder)) break;
  }
  return folders.slice(0, 1);
}

type File = { kind: KeyPlace['kind']; path: string; shown: string; isRead: boolean };

async function filesOf({ home, folder, environment }: Machine): Promise<File[]> {
  const folders = await foldersFrom(folder, home);
  const mode = environment['NODE_ENV'];
  const inFolder = (at: string, name: string): string => relative(folder, join(at, name)).replaceAll('\\', '/') || name;
  const atHome = (kind: KeyPlace['kind'], names: string[]): File[] =>
    names.map((name) => ({ kind, path: join(home, name), shown: `~/${name}`, isRead: false }));
  const all = [
    ...folders.flatMap((at) =>
      dotenvNames(mode).map(({ name, isRead }): File => ({ kind: 'dotenv', path: join(at, name), shown: inFolder(at, name), isRead })),
    ),
    ...atHome('shell', SHELLS),
    ...folders.flatMap((at) =>
      IN_PROJECT.map((name): File => ({ kind: 'client', path: join(at, name), shown: inFolder(at, name), isRead: false })),
    ),
    ...atHome('client', AT_HOME),
  ];
  const seen = new Set<string>();
  return all.filter(({ path }) => !seen.has(path) && seen.add(path));
}

/** Marks what a variable's first place hides: what is in the environment is not replaced by a file, and the nearer file wins. */
function withShadows(places: KeyPlace[], isRead: (place: KeyPlace) => boolean): KeyPlace[] {
  return places.map((place) => {
    if (place.kind === 'client') return place;
    const used = places.find((other) => other.name === place.name && isRead(other));
    const hides = used && used !== place && used.fingerprint !== place.fingerprint && (isRead(place) || used.kind === 'environment');
    return hides ? { ...place, shadowedBy: used.place } : place;
  });
}

const ENVIRONMENT = 'the environment';

export default {
  title: 'Where the key lies on this machine',
  explains:
    'Looks for the key that was sent, and for other keys of the same vendor, in the environment, in .env files from this folder up to the ' +
    "repository's root, in start files of shells, and in the configuration of clients. Keys are compared on this machine by fingerprint; none is shown or sent.",
  async look(facts, machine) {
    const { exchange } = facts;
    const keys = sentKeys(exchange);
    const vendor = vendorOf(facts);
    if (keys.length === 0 && vendor.variables.length === 0) return { skip: 'neither the key nor the vendor is known' };
    const wanted: Wanted = { keys: new Set(keys), ...vendor };
    const places: KeyPlace[] = [];
    for (const [name, value] of Object.entries(machine.environment)) {
      const found = value !== undefined && value.length <= 4096 && placeOf({ name, value }, 'environment', ENVIRONMENT, wanted);
      if (found) places.push(found);
    }
    const read = new Set([ENVIRONMENT]);
    let files = 0;
    for (const { kind, path, shown, isRead } of await filesOf(machine)) {
      const text = await textOf(path);
      if (text === undefined) continue;
      files++;
      if (isRead) read.add(shown);
      const isLines = kind !== 'client' || /^(?:\.env|\.npmrc|\.sgptrc)/.test(basename(path));
      // The last assignment of a variable is the one that counts.
      const found = new Map(
        pairsOf(text, isLines).flatMap((pair) => {
          const place = placeOf(pair, kind, shown, wanted);
          return place ? [[isLines ? place.name : `${place.name} ${place.fingerprint}`, place] as const] : [];
        }),
      );
      places.push(...found.values());
    }
    const [first] = keys;
    return {
      ...(first !== undefined && { fingerprint: fingerprintOf(first) }),
      variables: vendor.variables,
      places: withShadows(places, ({ place }) => read.has(place)).slice(0, MOST_PLACES),
      files,
    };
  },
} satisfies LocalProbe<KeysHere>;
