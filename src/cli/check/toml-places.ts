/** Where the keys of a TOML document stand: its reader tells values alone. */
import type { Path, Place } from './types.ts';

const KEY = String.raw`(?:[\w-]+|"[^"\n]*"|'[^'\n]*')`;
const DOTTED = String.raw`${KEY}(?:\s*\.\s*${KEY})*`;
const HEADER = new RegExp(String.raw`^(\s*)(\[\[?)\s*(${DOTTED})\s*\]`);
const ASSIGNMENT = new RegExp(String.raw`^(\s*)(${DOTTED})\s*=`);

const keysOf = (dotted: string): string[] =>
  (dotted.match(new RegExp(KEY, 'g')) ?? []).map((key) => (/^["']/.test(key) ? key.slice(1, -1) : key));

const idOf = (path: Path): string => JSON.stringify(path.map(String));

/**
 * The place of each key that begins a line, by its path; tables of an array are numbered in their order. A member of an inline
 * table, and what a multi-line text holds, has no place of its own.
 */
export function tomlPlaces(text: string): (path: Path) => Place | undefined {
  const places = new Map<string, Place>();
  const counts = new Map<string, number>();
  /** The path of a header, with the number of the last table wherever one of its keys names an array of tables. */
  const numbered = (keys: readonly string[]): Path =>
    keys.reduce<(string | number)[]>((path, key) => {
      const next = [...path, key];
      const count = counts.get(idOf(next));
      return count === undefined ? next : [...next, count - 1];
    }, []);
  let table: Path = [];
  let quote: string | undefined;
  for (const [i, line] of text.split('\n').entries()) {
    if (quote !== undefined) {
      if (line.includes(quote)) quote = undefined;
      continue;
    }
    const header = HEADER.exec(line);
    const [, indent = '', , dotted = ''] = header ?? [];
    if (header) {
      const keys = keysOf(dotted);
      if (header[2] === '[[') {
        const list = [...numbered(keys.slice(0, -1)), keys.at(-1)!];
        counts.set(idOf(list), (counts.get(idOf(list)) ?? 0) + 1);
      }
      table = numbered(keys);
      places.set(idOf(table), { line: i + 1, column: indent.length + 1 });
      continue;
    }
    const assignment = ASSIGNMENT.exec(line);
    if (assignment) places.set(idOf([...table, ...keysOf(assignment[2]!)]), { line: i + 1, column: assignment[1]!.length + 1 });
    const opened = /("""|''')/.exec(line)?.[1];
    if (opened !== undefined && line.split(opened).length % 2 === 0) quote = opened;
  }
  return (path) => places.get(idOf(path));
}
