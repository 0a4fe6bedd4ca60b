/** Settings files of other programs as members with their paths, whatever is in them: only what is asked for is looked at later. */

/** A member that holds a value, by its path: ["models", "0", "apiKey"]. */
export type Member = { path: string[]; value: string | number | boolean };

export type SettingsFormat = 'json' | 'toml' | 'yaml' | 'env';

const MAX_MEMBERS = 20_000;
const MAX_DEPTH = 12;

/**
 * The members of a settings file, at most 20,000 of them and twelve deep. JSON may have comments and commas at its ends; TOML and
 * YAML are read line by line, for their plain values alone: a whole parser can be brought to a halt by a few bytes of either. Throws an Error, in one clause, where the text is not of the format.
 */
export function membersIn(text: string, format: SettingsFormat): Member[] {
  if (format === 'env') return [...envMembers(text)].slice(0, MAX_MEMBERS);
  if (format === 'toml') return [...tomlMembers(text)].slice(0, MAX_MEMBERS);
  if (format === 'yaml') return [...yamlMembers(text)].slice(0, MAX_MEMBERS);
  if (text.trim() === '') return [];
  const members: Member[] = [];
  gather(jsonWithComments(text), [], members);
  return members;
}

function gather(value: unknown, path: string[], members: Member[]): void {
  if (members.length >= MAX_MEMBERS || path.length > MAX_DEPTH) return;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    // A document that is one bare value has no members.
    if (path.length > 0) members.push({ path, value });
  } else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) {
      if (members.length >= MAX_MEMBERS) return;
      gather(member, [...path, name], members);
    }
}

function jsonWithComments(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Most files have no comments, and need no second look.
  }
  try {
    return JSON.parse(withoutComments(text)) as unknown;
  } catch {
    throw new Error('it is not valid JSON');
  }
}

/**
 * Comments become nothing, and so does a comma before a closing bracket; strings stay as they are. What is not closed ends with
 * the line or the text, so that no character is looked at again and again.
 */
function withoutComments(text: string): string {
  const parts = text.match(/"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[^"/]+|\//g) ?? [];
  return parts
    .filter((part) => !part.startsWith('//') && !part.startsWith('/*'))
    .join('')
    .replace(/"(?:[^"\\\n]|\\.)*"?|,(?=\s{0,1000}[}\]])/g, (part) => (part === ',' ? '' : part));
}

const unquoted = (value: string): string => /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;

function* linesOf(text: string): Generator<string> {
  for (const line of text.split('\n')) if (line.length < 16_384) yield line.trim();
}

function* envMembers(text: string): Generator<Member> {
  for (const line of linesOf(text)) {
    const [, name, value] = /^(?:export\s+)?([A-Za-z_]\w{0,100})\s*=\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && value !== '') yield { path: [name], value: unquoted(value) };
  }
}

const TOML_TABLE = /^\[{1,2}\s*([^\]]{1,200})\s*\]{1,2}/;
const TOML_VALUE = /^([\w."'-]{1,200})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(true|false|[\d.]+)\b)/;

const tomlPath = (name: string): string[] => name.split('.').map((part) => unquoted(part.trim()));

function* tomlMembers(text: string): Generator<Member> {
  let table: string[] = [];
  for (const line of linesOf(text)) {
    const heading = TOML_TABLE.exec(line)?.[1];
    if (heading !== undefined) table = tomlPath(heading);
    const [, name, basic, literal, bare] = TOML_VALUE.exec(line) ?? [];
    const value = basic ?? literal ?? bare;
    if (name !== undefined && value !== undefined) yield { path: [...table, ...tomlPath(name)], value };
  }
}

const YAML_LINE = /^(\s{0,200})((?:- {1,10}){0,5})(?:(["']?)([\w.$/ -]{1,100})\3:(?: (.*))?|(.*))$/;

/** Nesting by indentation; an item of a list is named by its number. */
function* yamlMembers(text: string): Generator<Member> {
  const parents: { indent: number; name: string; items: number }[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd();
    if (line.length > 16_384 || /^\s*(?:#|$)/.test(line)) continue;
    const [, space = '', dashes = '', , name, after, bare] = YAML_LINE.exec(line) ?? [];
    let indent = space.length;
    // A list may stand as far left as the name that it belongs to.
    while (parents.length > 0 && (dashes === '' ? parents.at(-1)!.indent >= indent : isBehind(parents.at(-1)!, indent))) parents.pop();
    for (let dash = dashes; dash.startsWith('-') && parents.length < MAX_DEPTH; dash = dash.replace(/^- +/, '')) {
      const owner = parents.at(-1);
      parents.push({ indent, name: String(owner?.items ?? 0), items: 0 });
      if (owner) owner.items++;
      indent += /^- +/.exec(dash)?.[0].length ?? 0;
    }
    const path = parents.map((parent) => parent.name);
    const value = scalarOf(name === undefined ? (bare ?? '') : (after ?? ''));
    if (name === undefined) {
      if (value !== '' && dashes !== '') yield { path, value };
    } else if (value !== '') yield { path: [...path, name], value };
    else if (parents.length < MAX_DEPTH) parents.push({ indent, name, items: 0 });
  }
}

const isBehind = ({ indent, name }: { indent: number; name: string }, dash: number): boolean =>
  indent > dash || (indent === dash && /^\d+$/.test(name));

/** A plain or quoted value, without a comment behind it; anchors, references and blocks are none. */
function scalarOf(text: string): string {
  const value = text.trim();
  const quoted = /^(["'])(.*?)\1(?:\s+#.*)?$/.exec(value)?.[2];
  if (quoted !== undefined) return quoted;
  return /^[&*|>[{!]/.test(value) ? '' : value.replace(/\s#.*$/, '').trim();
}

/** The name that a member goes by: the last of its path that is no number of an item. */
export const lastName = (path: readonly string[]): string => path.findLast((name) => !/^\d+$/.test(name)) ?? '';

/** Whether a path is the one that is wanted, as "tokens.access_token"; `*` stands for any one name. */
export function isAt(path: readonly string[], wanted: string): boolean {
  const names = wanted.split('.');
  return names.length === path.length && names.every((name, i) => name === '*' || name === path[i]);
}
