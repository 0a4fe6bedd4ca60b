/** Desktop and command-line clients: where each keeps what, as data; and what of it was found on one machine. */
import type { Link } from './check.ts';
import { duration, utc } from './format.ts';

export type ClientPlatform = 'linux' | 'darwin' | 'win32';

/**
 * A path, or one for each platform. `~/…` is below the home folder, `./…` below the folder that the tool was started in, and
 * `$NAME|~/default|/rest` begins with that variable's value where it is an absolute path, otherwise with the default.
 */
export type Place = string | Readonly<Record<ClientPlatform, string>>;

export type SettingsFile = {
  at: Place;
  format: 'json' | 'toml' | 'yaml' | 'env';
  /** How the paths of the members begin that concern this client, where it shares the file with others. */
  only?: string[];
  source: string;
};

/** An environment variable that decides which account a client uses. */
export type AccountVariable = {
  name: string;
  /** It names a project or switches something, and is no credential. */
  open?: boolean;
  /** It sends the calls to a cloud's own account. */
  cloud?: boolean;
  /** What it does to a login that is there: "is used in place of the login"; absent where the login comes first. */
  instead?: string;
  source: string;
};

/** Paths of members are written with dots; `*` stands for any one name. */
export type LoginFile = {
  at: Place;
  /** Of these any that has a value means that somebody signed in. */
  signedIn: string[];
  /** When the token ends: seconds or milliseconds since 1970, or a JWT. */
  expires?: string;
  /** A refresh token: the client renews an expired one by itself. */
  renews?: string;
  /** API keys that the file keeps beside a login, or in its place. */
  keys?: string[];
};

export type ClientLogin = {
  /** What one signs in to: "a Claude subscription or Console account". */
  account: string;
  files: LoginFile[];
  /** Where it is kept that this tool does not read. */
  kept?: Partial<Record<ClientPlatform, string>>;
  source: string;
};

export type LogPlace = {
  at: Place;
  /** The source of a regular expression that the path below the folder must match, without regard to case; a file needs none. */
  names?: string;
  source: string;
};

/** One client: data only. */
export type ClientProfile = {
  title: string;
  /** Other words by which somebody may ask for it. */
  names: string[];
  /** Its page on signing in, or on what to do when it fails. */
  page: Link;
  /** Files and folders of which any says that the client is or was in use here. */
  marks: Place[];
  settings: SettingsFile[];
  variables: AccountVariable[];
  /** Environment variables that send its calls elsewhere. */
  baseUrlVariables: string[];
  /** Whether it goes by HTTPS_PROXY and its kin. */
  proxyVariables: boolean;
  login?: ClientLogin;
  /** What it looks for first. */
  order: ('variables' | 'settings' | 'login')[];
  logs: LogPlace[];
  signIn: string;
  /** Absent where it has none, and calls models with keys of other vendors. */
  web?: Link;
  update: string;
};

export type ClientKey = { from: string; mask: string; fingerprint: string };
export type ClientUrl = { from: string; url: string };

/** A variable that comes before the login, and how to be rid of it. */
export type ClientShadow = { name: string; from: string; says: string; remove: string };

/** A line of a log that tells of a failed call, sealed and cut; `at` is ISO 8601. */
export type ClientFailure = { file: string; at?: string; status?: number; says: string };

export type LoginState = {
  account: string;
  /** `elsewhere`: it is kept where this tool does not look. */
  state: 'signed-in' | 'elsewhere' | 'none';
  where: string;
  /** ISO 8601 UTC. */
  expiresAt?: string;
  renews?: boolean;
};

/** What was found of one client. It holds no credential: a key is told by its mask and its fingerprint (sha256, 8 hex digits). */
export type ClientSetup = {
  id: string;
  title: string;
  /** What there is of the places that say it is in use; and all places that were looked at. */
  found: string[];
  looked: string[];
  /** `problem`: what is wrong with the file; `unread`: why it was not read, though nothing is. */
  settings: { file: string; problem?: string; unread?: string }[];
  keys: ClientKey[];
  shadows: ClientShadow[];
  /** What it would use, as far as can be seen. */
  uses?: { what: 'key' | 'login' | 'cloud'; from: string };
  login?: LoginState;
  baseUrls: ClientUrl[];
  proxies: ClientUrl[];
  logs: string[];
  failures: ClientFailure[];
  signIn: string;
  web?: Link;
  update: string;
  page: Link;
};

/** Whether the login has ended and does not renew itself. */
export const isExpired = ({ expiresAt, renews }: LoginState, now: Date): boolean =>
  expiresAt !== undefined && renews !== true && Date.parse(expiresAt) <= now.getTime();

/** The login in one line: "signed in (~/.codex/auth.json), for another 3 h". */
export function loginLine(login: LoginState, now: Date): string {
  const { state, where, expiresAt, renews } = login;
  if (state === 'none') return `none seen in ${where}`;
  if (state === 'elsewhere') return `kept in ${where}: not read here`;
  const signedIn = `signed in (${where})`;
  if (expiresAt === undefined) return signedIn;
  const left = (Date.parse(expiresAt) - now.getTime()) / 1000;
  if (left > 0) return `${signedIn}, for another ${duration(left)}${renews ? '; it renews itself' : ''}`;
  return renews ? `${signedIn}; its token ended ${utc(expiresAt)} and is to renew itself` : `expired ${utc(expiresAt)} (${where})`;
}

/** What to do about a client, what is most likely to help first. */
export function clientSteps(setup: ClientSetup, now: Date): string[] {
  const { settings, shadows, baseUrls, login } = setup;
  const broken = settings.flatMap(({ file, problem }) => (problem === undefined ? [] : [`Mend ${file}: ${problem}.`]));
  const other = baseUrls[0];
  return [
    ...broken,
    ...shadows.map(({ remove }) => remove),
    ...(login && isExpired(login, now) ? [`The login has expired. ${setup.signIn}`] : [setup.signIn]),
    ...(other ? [`See that ${other.url} is where the calls are to go: ${other.from} says so.`] : []),
    setup.web
      ? `Try the web version: ${setup.web.url}`
      : "Try the same model on its vendor's own site: where it fails too, it is the account.",
    setup.update,
  ];
}
