/** Mistakes in a check file: how each is told, and the error that carries them all. */
import { visible } from '../../model/format.ts';
import type { Path, Problem } from './types.ts';

/** A check file with mistakes: all of them at once, and nothing is sent. Exit code 2. */
export class BadCheckFile extends Error {
  readonly file: string;
  readonly problems: Problem[];
  constructor(file: string, problems: Problem[]) {
    super(`The check file ${file} has ${problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`}.`);
    this.file = file;
    this.problems = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }
}

/** `checks[0].expect.status`; "the file" for the whole. */
export const nameOf = (path: Path): string =>
  path.reduce<string>((name, key) => (typeof key === 'number' ? `${name}[${key}]` : name === '' ? key : `${name}.${key}`), '') ||
  'the file';

/** What stands there, without its value: it may be a credential. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'an empty text' : 'a text';
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : 'members';
}

/** `diagnose.yaml:7:13: checks[0].expect.status: expected …`, as compilers and editors write it. */
export const lineOf = (file: string, { line, column, at, says }: Problem): string => visible(`${file}:${line}:${column}: ${at}: ${says}`);
