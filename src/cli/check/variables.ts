/** `${NAME}` in a check file: filled from the environment alone, and every value a Secret from then on. */
import { Secret, type SecretKind } from '../../model/secret.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** `$${NAME}` stands for `${NAME}` itself. */
const VARIABLE = /\$(\$?)\{([A-Za-z_]\w*)\}/g;

/** The names that a text asks for. */
export const variablesIn = (text: string): string[] => [...text.matchAll(VARIABLE)].flatMap(([, escape, name]) => (escape ? [] : [name!]));

/** A text with what `give` says in place of each variable. */
export const replaceVariables = (text: string, give: (name: string, written: string) => string): string =>
  text.includes('${')
    ? text.replace(VARIABLE, (written, escape: string, name: string) => (escape ? written.slice(1) : give(name, written)))
    : text;

/** Every text in a value of JSON, replaced. */
export function mapTexts(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapTexts(member, replace)]));
}

/** What cannot be sent as it is: told at the place of the text that asked for it. */
export class UnusableVariable extends Error {}

/** Not set, or empty: what a pipeline gives for a secret that it does not have. */
export class MissingVariable extends UnusableVariable {
  readonly variable: string;
  constructor(variable: string, isEmpty: boolean) {
    super(`expected the variable ${variable} in the environment, found ${isEmpty ? 'an empty one' : 'none'}`);
    this.variable = variable;
  }
}

/** What variables that hold a credential are called. */
const CREDENTIAL = /key|token|secret|passw|pwd|auth|credential/i;

export type Vault = {
  /** The text with a mask in place of each variable. `json`: it stands inside a JSON text. Throws `UnusableVariable`. */
  fill(text: string, form?: 'json'): string;
  /** A URL: what stands in its scheme, host and port is a place, and stays readable; everything else gets its mask. */
  fillUrl(url: string): string;
  /** The value that `Basic` credentials (RFC 7617) of a text with variables have, as its mask. */
  fillBasic(userAndPassword: string): string;
  /** Every secret that was asked for, and those whose masks stand in a text. */
  all(): Secret[];
  usedIn(text: string): Secret[];
};

/** Makes the vault of one run: a value that is asked for twice keeps its mask. */
export function openVault(environment: Environment): Vault {
  const secrets = new Map<string, Secret>();
  const keep = (label: string, value: string): string => {
    const id = `${label} ${value}`;
    const known = secrets.get(id);
    if (known) return known.mask;
    const kind = kindOf(label);
    const secret = new Secret(kind, `[${kind}#${secrets.size + 1} ${label.slice(0, 40)}]`, value);
    secrets.set(id, secret);
    return secret.mask;
  };
  const valueOf = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === '') throw new MissingVariable(name, value === '');
    return value;
  };
  const fill = (text: string, form?: 'json'): string =>
    replaceVariables(text, (name) => {
      const value = valueOf(name);
      if (form !== 'json' && /[\r\n\0]/.test(value.trimEnd()))
        throw new UnusableVariable(`expected one line in the variable ${name}, found a line break in it`);
      return keep(name, form === 'json' ? JSON.stringify(value).slice(1, -1) : value.trimEnd());
    });

  const fillUrl = (url: string): string => {
    const at = /^(?:https?:\/\/)?/i.exec(url)![0].length;
    const authority = /^[^/?#]*/.exec(url.slice(at))![0];
    const rest = fill(url.slice(at + authority.length));
    const atSign = authority.lastIndexOf('@') + 1;
    const host = authority.slice(atSign);
    // A base URL as a whole, which brings the scheme with it.
    if (at === 0) return fillBase(host) + rest;
    return url.slice(0, at) + fill(authority.slice(0, atSign)) + replaceVariables(host, hostPart) + rest;
  };
  const hostPart = (name: string): string => {
    const value = valueOf(name).trim();
    if (CREDENTIAL.test(name))
      throw new UnusableVariable(`expected no credential in the host, which every result shows, found the variable ${name}`);
    if (!/^[\w.-]+(?::\d{1,5})?$|^\[[\da-f:.]+\](?::\d{1,5})?$/i.test(value))
      throw new UnusableVariable(`expected a host or a port in the variable ${name}, found something else`);
    return value;
  };
  const fillBase = (text: string): string => {
    let first = true;
    return replaceVariables(text, (name) => {
      if (!first) return hostPart(name);
      first = false;
      const value = valueOf(name).trim();
      const match = /^(https?:\/\/)([^/?#@]*@)?([^/?#@]+)(.*)$/i.exec(value);
      if (!match)
        throw new UnusableVariable(`expected a URL that starts with http:// or https:// in the variable ${name}, found something else`);
      const [, scheme = '', user = '', host = '', path = ''] = match;
      return `${scheme}${user && `${keep(name, user.slice(0, -1))}@`}${host}${pathOf(name, path)}`;
    });
  };
  /** Of a base URL's own path what looks like a key, and the whole query: some vendors give a key there. */
  const pathOf = (name: string, path: string): string => {
    const [, before = '', after = ''] = /^([^?#]*)(.*)$/.exec(path) ?? [];
    const shown = before
      .split('/')
      .map((segment) => (/^[\w.~-]{16,}$/.test(segment) ? keep(name, segment) : segment))
      .join('/');
    return after.length > 1 ? `${shown}${after[0]!}${keep(name, after.slice(1))}` : shown;
  };

  return {
    fill,
    fillUrl,
    fillBasic: (userAndPassword) => {
      const names = variablesIn(userAndPassword);
      for (const name of names) keep(name, valueOf(name));
      return keep(names[0] ?? 'BASIC', Buffer.from(replaceVariables(userAndPassword, valueOf)).toString('base64'));
    },
    all: () => [...secrets.values()],
    usedIn: (text) => [...secrets.values()].filter(({ mask }) => text.includes(mask)),
  };
}

/** The first word of a mask, by the variable's name. */
function kindOf(name: string): SecretKind {
  if (/passw|pwd/i.test(name)) return 'password';
  if (/token|jwt/i.test(name)) return 'token';
  return /key|auth/i.test(name) ? 'key' : 'secret';
}
