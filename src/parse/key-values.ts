/** Lines of key=value pairs: logfmt, and Python's reprs in its place. */
import type { Members } from './json-lines.ts';

/** A name, and a value in double quotes, in single quotes, or up to the next space. */
const PAIR = /(?:^|\s)([A-Za-z_@][\w.@-]{0,63})=(?:"((?:[^"\\]|\\.)*)"?|'((?:[^'\\]|\\.)*)'?|([^\s"']\S*|(?=\s|$)))/g;

const unescaped = (text: string): string =>
  text.replaceAll(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char === 't' ? '\t' : char));

/** The pairs of a line by their names; numbers are numbers, a value without quotes ends at a space. */
export function keyValues(line: string): Members {
  const members: Members = {};
  for (const [, name, double, single, bare] of line.matchAll(PAIR)) {
    const quoted = double ?? single;
    members[name!] = quoted !== undefined ? unescaped(quoted) : /^\d{1,15}$/.test(bare ?? '') ? Number(bare) : (bare ?? '');
  }
  return members;
}
