/** Reads a check file: YAML, JSON or TOML, data only. Every mistake is told with its place. */
import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import { readInputFile } from '../input.ts';
import { parseJsonPath } from './json-path.ts';
import { contradictionsOfNotify } from './notify/contradictions.ts';
import { BadCheckFile, kindOf, nameOf } from './problems.ts';
import { checkFileSchema } from './schema.ts';
import { tomlPlaces } from './toml-places.ts';
import type { LoadedFile, Path, Place, Problem } from './types.ts';

const NAMES = ['diagnose.yaml', 'diagnose.yml', 'diagnose.json', 'diagnose.toml'];
/** Larger files are no lists of checks. */
const MAX_CHARACTERS = 4 * 2 ** 20;
const MOST_PROBLEMS = 100;
const START: Place = { line: 1, column: 1 };

/** The check file of the working folder. Throws UsageError where there is none, or more than one. */
export function findCheckFile(): string {
  const found = NAMES.filter((name) => existsSync(name));
  if (found.length === 1) return found[0]!;
  if (found.length === 0)
    throw new UsageError('There is no diagnose.yaml here.', 'Name a file: diagnose check FILE. Or make a first one: diagnose check --init');
  throw new UsageError(`There are several check files here: ${found.join(', ')}.`, `Name one: diagnose check ${found[0]!}`);
}

type Parsed = { value: unknown; placeOf: (path: Path) => Place };

/** Reads and validates a check file. Throws `BadCheckFile` with all mistakes, UnreadableInput where it cannot be read at all. */
export async function readCheckFile(path: string): Promise<LoadedFile> {
  const text = readInputFile(path);
  if (text.length > MAX_CHARACTERS) throw new UsageError(`The check file ${path} is larger than 4 MB.`, 'Split it into several.');
  const { value, placeOf } = await (extname(path).toLowerCase() === '.toml' ? parseToml : parseYaml)(path, text);
  const read = v.safeParse(checkFileSchema, value);
  const problems = [...(read.issues ?? []).map((issue) => problemOf(issue, placeOf)), ...contradictions(value, placeOf)];
  // Of one place the first word is enough: a list that should be members has many members too many.
  const told = new Map(problems.toReversed().map((problem) => [problem.at, problem]));
  if (!read.success || told.size > 0) throw new BadCheckFile(path, [...told.values()].slice(0, MOST_PROBLEMS));
  return { path, content: read.output, placeOf };
}

async function parseYaml(file: string, text: string): Promise<Parsed> {
  const { isAlias, isCollection, isMap, isPair, isScalar, LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = [...document.errors, ...document.warnings].map(({ message, pos }): Problem => ({
    ...at(pos[0]),
    at: 'the file',
    says: `expected ${file.endsWith('.json') ? 'JSON' : 'YAML'}: ${message}`,
  }));
  if (faults.length > 0) throw new BadCheckFile(file, faults.slice(0, MOST_PROBLEMS));
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new BadCheckFile(file, [
      { ...START, at: 'the file', says: `expected ${error instanceof Error ? error.message : String(error)}` },
    ]);
  }
  /** The place of the deepest node on the way: of a member its key, of an item the item itself. */
  const placeOf = (path: Path): Place => {
    let node: unknown = document.contents;
    let offset = 0;
    const startOf = (each: unknown): number | undefined =>
      (isScalar(each) || isCollection(each) || isAlias(each)) && each.range ? each.range[0] : undefined;
    offset = startOf(node) ?? 0;
    for (const key of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (!isCollection(node)) break;
      if (isMap(node)) {
        const pair: unknown = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
        if (!isPair(pair)) break;
        offset = startOf(pair.key) ?? offset;
        node = pair.value;
      } else {
        node = node.items[Number(key)];
        offset = startOf(node) ?? offset;
      }
    }
    return at(offset);
  };
  return { value, placeOf };
}

async function parseToml(file: string, text: string): Promise<Parsed> {
  const { parse, TomlError } = await import('smol-toml');
  const place = tomlPlaces(text);
  try {
    const value: unknown = JSON.parse(JSON.stringify(parse(text)));
    const placeOf = (path: Path): Place => {
      for (let length = path.length; length > 0; length--) {
        const found = place(path.slice(0, length));
        if (found) return found;
      }
      return START;
    };
    return { value, placeOf };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const says = /^(?:Invalid TOML document: )?([^\n]*)/.exec(error.message)?.[1] ?? '';
    throw new BadCheckFile(file, [{ line: error.line, column: error.column, at: 'the file', says: `expected TOML: ${says}` }]);
  }
}

function problemOf(issue: v.BaseIssue<unknown>, placeOf: Parsed['placeOf']): Problem {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const last = issue.path?.at(-1);
  if (issue.type === 'strict_object' && last && Array.isArray(last.input)) {
    const holder = path.slice(0, -1);
    return { ...placeOf(holder), at: nameOf(holder), says: 'expected members, found a list' };
  }
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  const found = isUnknown ? `the unknown member ${String(path.at(-1))}` : kindOf(issue.input);
  return { ...placeOf(path), at: nameOf(path), says: `expected ${issue.message}, found ${found}` };
}

type Members = Record<string, unknown>;
const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Members of a request that belong to one kind of it. */
const BESIDE = { url: ['method', 'headers', 'body'], file: ['entry'] } as const;

/** What no schema says: that a request is given once, that names differ, that URLs and paths can be read. The file may have other mistakes. */
function contradictions(file: unknown, placeOf: Parsed['placeOf']): Problem[] {
  const problems: Problem[] = [];
  const tell = (path: Path, says: string): void => void problems.push({ ...placeOf(path), at: nameOf(path), says });
  contradictionsOfNotify(listOf(membersOf(file)['notify']).map(membersOf), tell);
  const names = new Map<unknown, number>();
  for (const [i, check] of listOf(membersOf(file)['checks']).map(membersOf).entries()) {
    const before = names.get(check['name']);
    if (before !== undefined)
      tell(
        ['checks', i, 'name'],
        `expected a name of its own, found the one of checks[${before}] (line ${placeOf(['checks', before, 'name']).line})`,
      );
    else if (typeof check['name'] === 'string') names.set(check['name'], i);
    if (check['request'] !== undefined) contradictionsOf(membersOf(check['request']), ['checks', i, 'request'], tell);
    for (const [k, item] of listOf(membersOf(check['expect'])['json']).entries()) {
      const path = typeof item === 'string' ? item : membersOf(item)['path'];
      if (typeof path === 'string' && parseJsonPath(path) === undefined)
        tell(['checks', i, 'expect', 'json', k], 'expected a path in a JSON body, as choices[0].message.content, found another text');
    }
  }
  return problems;
}

function contradictionsOf(request: Members, at: Path, tell: (path: Path, says: string) => void): void {
  const [kind, ...others] = (['url', 'curl', 'file'] as const).filter((each) => request[each] !== undefined);
  if (kind === undefined) return tell(at, 'expected url, curl or file, found none of them');
  for (const other of others) tell([...at, other], `expected one of url, curl and file, found ${other} beside ${kind}`);
  for (const [own, rest] of Object.entries(BESIDE))
    for (const member of rest)
      if (own !== kind && others.length === 0 && request[member] !== undefined)
        tell([...at, member], `expected ${member} only beside ${own}, found it beside ${kind}`);
  const { url } = request;
  if (typeof url === 'string' && !/^(?:https?:\/\/|\$\{)/i.test(url))
    tell([...at, 'url'], 'expected a URL that starts with http://, https:// or a variable, found another text');
}
