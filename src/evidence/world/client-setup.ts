/** How a client is set up on this machine: which key or login it would use and from where, what shadows it, where its calls go. */
import { createHash } from 'node:crypto';
import type {
  AccountVariable,
  ClientKey,
  ClientProfile,
  ClientSetup,
  ClientShadow,
  ClientUrl,
  LoginState,
} from '../../model/client-setup.ts';
import type { Machine } from '../../model/probe.ts';
import { maskOf } from '../../model/secret.ts';
import { isSecretName, sealExchange } from '../../parse/seal.ts';
import { isAt, lastName, membersIn, type Member } from '../../parse/settings.ts';
import { failuresIn, type SealText } from './client-failures.ts';
import { isThere, readSettings } from './client-files.ts';
import { locate, platformOf } from './client-places.ts';

/** A member of a settings file with the file's name; its value may be a credential, and leaves this module masked alone. */
type Setting = Member & { file: string };

type Read = { file: string; problem?: string; unread?: string; members: Setting[] };

/** Whether any of the places is there that say that a client is in use on this machine. */
export async function isFound({ marks }: ClientProfile, machine: Machine): Promise<boolean> {
  const there = await Promise.all(marks.map((place) => isThere(locate(place, machine).path)));
  return there.includes(true);
}

/** The places that are looked at to see whether a client is in use, as they are shown. */
export const placesOf = ({ marks }: ClientProfile, machine: Machine): string[] => marks.map((place) => locate(place, machine).shown);

/** Looks at all that one client keeps in files, and at the environment. It never fails: what cannot be read is said. */
export async function clientSetup(id: string, profile: ClientProfile, machine: Machine): Promise<ClientSetup> {
  const marks = profile.marks.map((place) => locate(place, machine));
  const there = await Promise.all(marks.map(({ path }) => isThere(path)));
  const settings = await readAll(profile, machine);
  const logins = await Promise.all((profile.login?.files ?? []).map(({ at }) => readOne(locate(at, machine), 'json')));
  const members = settings.flatMap((read) => read.members);
  const login = loginOf(profile, logins, machine);
  const secrets = secretsOf([...members, ...logins.flatMap((read) => read.members)], machine);
  const variables = variablesOf(profile, members, machine);
  const ownKeys = settingKeys(profile, members);
  const loginKeys =
    profile.login?.files.flatMap(({ keys = [] }, i) => logins[i]!.members.filter(({ path }) => keys.some((at) => isAt(path, at)))) ?? [];
  const keys = [
    ...variables.filter(({ variable }) => !variable.open).map(({ from, value }) => secrets.key(from, value)),
    ...[...ownKeys, ...loginKeys].map((member) => secrets.key(nameOf(member), String(member.value))),
  ];
  const uses = usedAccount(profile, { variables, ownKeys, loginKeys, login });
  return {
    id,
    title: profile.title,
    found: marks.filter((_, i) => there[i]).map(({ shown }) => shown),
    looked: marks.map(({ shown }) => shown),
    settings: [...settings, ...logins.filter(({ problem }) => problem !== undefined)].map(({ file, problem, unread }) => ({
      file,
      ...(problem !== undefined && { problem }),
      ...(unread !== undefined && { unread }),
    })),
    keys: keys.slice(0, MOST_LISTED),
    shadows: login && login.state !== 'none' ? shadowsOf(variables, profile, machine) : [],
    ...(uses && { uses }),
    ...(login && { login }),
    baseUrls: baseUrlsOf(profile, members, machine, secrets.seal).slice(0, MOST_LISTED),
    proxies: proxiesOf(profile, members, machine, secrets.seal).slice(0, MOST_LISTED),
    logs: profile.logs.map(({ at }) => locate(at, machine).shown),
    failures: await failuresIn(profile.logs, machine, secrets.seal),
    signIn: profile.signIn,
    ...(profile.web && { web: profile.web }),
    update: profile.update,
    page: profile.page,
  };
}

/** A file may hold any number of what is named like a key: so many are sought in texts, and so many are listed. */
const MOST_KNOWN = 1000;
const MOST_LISTED = 20;

type Secrets = { key(from: string, value: string): ClientKey; seal: SealText };

/** The credentials that were met: each is told by its mask and its fingerprint, and none is left in a text, nor is an e-mail address. */
function secretsOf(members: readonly Setting[], { environment, home }: Machine): Secrets {
  const named = [...members.map(({ path, value }) => [lastName(path), value] as const), ...Object.entries(environment)];
  const values = named.flatMap(([name, value]) => (typeof value === 'string' && value.length >= 8 && isSecretName(name) ? [value] : []));
  const known = [...new Set(values)].slice(0, MOST_KNOWN).sort((a, b) => b.length - a.length);
  const numbers = new Map<string, number>();
  return {
    key(from, value) {
      const number = numbers.get(value) ?? numbers.size + 1;
      numbers.set(value, number);
      return { from, mask: maskOf('key', number, value), fingerprint: createHash('sha256').update(value).digest('hex').slice(0, 8) };
    },
    seal(text) {
      const without = known.reduce((rest, value) => rest.replaceAll(value, '[key]'), text);
      const sealed = sealExchange({ source: { shape: 'log' }, text: without }).text ?? '';
      const anonymous = sealed.replace(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g, '[e-mail]');
      return home.length > 1 ? anonymous.replaceAll(home, '~') : anonymous;
    },
  };
}

async function readAll({ settings }: ClientProfile, machine: Machine): Promise<Read[]> {
  const reads = await Promise.all(settings.map(({ at, format, only }) => readOne(locate(at, machine), format, only)));
  return reads.filter(({ problem, unread, members }) => problem !== undefined || unread !== undefined || members.length > 0);
}

async function readOne(
  { path, shown }: { path: string; shown: string },
  format: Parameters<typeof membersIn>[1],
  only?: readonly string[],
): Promise<Read> {
  const file = await readSettings(path);
  if (!file) return { file: shown, members: [] };
  if (!('text' in file)) return { file: shown, ...file, members: [] };
  try {
    const members = membersIn(file.text, format).filter(({ path: at }) => isOfClient(at, only));
    return { file: shown, members: members.map((member) => ({ ...member, file: shown })) };
  } catch (error) {
    return { file: shown, problem: error instanceof Error ? error.message : 'it cannot be read', members: [] };
  }
}

/** What is meant for the servers of tools (MCP) is not the client's own. */
function isOfClient(path: readonly string[], only: readonly string[] | undefined): boolean {
  if (path.some((name) => /^(?:mcp|mcp_?servers|context_?servers)$/i.test(name))) return false;
  return only === undefined || only.some((start) => path.join('.').startsWith(start));
}

const nameOf = ({ path, file }: Setting): string => `${path.join('.')} in ${file}`;

type SetVariable = { variable: AccountVariable; from: string; value: string; file?: string };

/** Each variable where it is set: in a settings file, which such clients put over the environment, and in the environment. */
function variablesOf({ variables }: ClientProfile, members: readonly Setting[], { environment }: Machine): SetVariable[] {
  return variables.flatMap((variable) => {
    const inFiles = members.filter(({ path, value }) => path.at(-1) === variable.name && value !== '' && !isReference(value));
    const value = environment[variable.name];
    return [
      ...inFiles.map((member) => ({ variable, from: nameOf(member), value: String(member.value), file: member.file })),
      ...(value === undefined || value === '' ? [] : [{ variable, from: `${variable.name} in the environment`, value }]),
    ].filter((set) => !variable.open || !/^(?:0|false|no|off)$/i.test(set.value));
  });
}

/** `${NAME}`, `{env:NAME}`: the value stands elsewhere. */
const isReference = (value: Member['value']): boolean => /^\$|\$\{|^\{(?:env|file):|^env:/.test(String(value));

/** Members that are named like keys and are no variables. */
function settingKeys({ variables }: ClientProfile, members: readonly Setting[]): Setting[] {
  return members.filter(
    ({ path, value }) =>
      typeof value === 'string' &&
      value !== '' &&
      isSecretName(lastName(path)) &&
      !isReference(value) &&
      !variables.some(({ name }) => name === path.at(-1)),
  );
}

function shadowsOf(set: readonly SetVariable[], { title }: ClientProfile, machine: Machine): ClientShadow[] {
  const unset = (name: string): string =>
    platformOf(machine) === 'win32'
      ? `Remove-Item Env:${name}, and take it out of the environment variables in the system's settings`
      : `unset ${name}, and take it out of ~/.zshrc, ~/.bashrc or where else it is set`;
  return set.flatMap(({ variable: { name, instead }, from, file }) => {
    if (instead === undefined) return [];
    const how = file === undefined ? unset(name) : `take ${name} out of ${file}`;
    return [{ name, from, says: `${name} ${instead}`, remove: `To use the login: ${how}. Then start ${title} anew.` }];
  });
}

function loginOf({ login }: ClientProfile, reads: readonly Read[], machine: Machine): LoginState | undefined {
  if (!login) return undefined;
  const { account, files, kept } = login;
  for (const [i, { signedIn, expires, renews }] of files.entries()) {
    const { file, members } = reads[i]!;
    const at = (wanted: string): Setting | undefined => members.find(({ path, value }) => isAt(path, wanted) && value !== '');
    if (!signedIn.some(at)) continue;
    const expiresAt = expires === undefined ? undefined : endOf(at(expires)?.value);
    return {
      account,
      state: 'signed-in',
      where: file,
      ...(expiresAt !== undefined && { expiresAt }),
      ...(renews !== undefined && at(renews) && { renews: true }),
    };
  }
  const elsewhere = kept?.[platformOf(machine)];
  if (elsewhere !== undefined) return { account, state: 'elsewhere', where: elsewhere };
  return { account, state: 'none', where: reads.map(({ file }) => file).join(', ') };
}

/** When a token ends: a number of seconds or milliseconds since 1970, or what a JWT says (RFC 7519 §4.1.4). */
function endOf(value: Member['value'] | undefined): string | undefined {
  const end = typeof value === 'string' && value.includes('.') ? jwtEnd(value) : Number(value);
  const at = new Date(end < 1e11 ? end * 1000 : end);
  return Number.isNaN(at.getTime()) || end <= 0 ? undefined : at.toISOString();
}

function jwtEnd(token: string): number {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null && 'exp' in claims ? Number(claims.exp) : Number.NaN;
  } catch {
    return Number.NaN;
  }
}

type Accounts = { variables: SetVariable[]; ownKeys: Setting[]; loginKeys: Setting[]; login: LoginState | undefined };

function usedAccount({ order }: ClientProfile, { variables, ownKeys, loginKeys, login }: Accounts): ClientSetup['uses'] {
  for (const source of order) {
    const set = source === 'variables' ? variables.find(({ variable }) => variable.cloud || !variable.open) : undefined;
    if (set) return { what: set.variable.cloud ? 'cloud' : 'key', from: set.from };
    const [own] = source === 'settings' ? ownKeys : source === 'login' ? loginKeys : [];
    if (source === 'login' && login && login.state !== 'none') return { what: 'login', from: login.where };
    if (own) return { what: 'key', from: nameOf(own) };
  }
  return undefined;
}

const BASE_URL = /(?:^|[._-])(?:base[_-]?url|api[_-]?base|api[_-]?url|base[_-]?uri)$|[a-z](?:BaseU(?:rl|RL)|ApiBase|ApiUrl)$/i;
const PROXY = /^(?:http\.)?(?:https?[_-]?)?proxy(?:[_-]?url)?$/i;
const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'];

function baseUrlsOf(
  { baseUrlVariables }: ClientProfile,
  members: readonly Setting[],
  { environment }: Machine,
  seal: SealText,
): ClientUrl[] {
  return [
    ...members.filter(({ path }) => BASE_URL.test(path.at(-1)!)).map((member) => [nameOf(member), member.value] as const),
    ...baseUrlVariables.map((name) => [`${name} in the environment`, environment[name]] as const),
  ].flatMap(([from, value]) => {
    const url = /^https?:/i.test(String(value)) ? plainUrl(String(value), seal) : undefined;
    return url === undefined ? [] : [{ from, url }];
  });
}

function proxiesOf({ proxyVariables }: ClientProfile, members: readonly Setting[], { environment }: Machine, seal: SealText): ClientUrl[] {
  const variables = proxyVariables ? PROXY_VARIABLES : [];
  return [
    ...members.filter(({ path }) => PROXY.test(path.at(-1)!)).map((member) => [nameOf(member), member.value] as const),
    ...variables.map((name) => [`${name} in the environment`, environment[name]] as const),
  ].flatMap(([from, value]) => {
    const url = typeof value === 'string' && value !== '' ? plainUrl(/:\/\//.test(value) ? value : `http://${value}`, seal) : undefined;
    return url === undefined ? [] : [{ from, url }];
  });
}

/** A URL without its credentials, its query and its fragment. */
function plainUrl(text: string, seal: SealText): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, host, pathname } = new URL(text);
  return seal(`${protocol}//${host}${pathname === '/' ? '' : pathname}`);
}
