/** Values of two calls as one line each, cut where they differ and not where they are alike. */
import { cut } from '../../model/format.ts';

const LONGEST = 120;
/** So much of what is alike is shown before the first difference. */
const BEFORE = 20;

/** Two texts, each cut to a line; long ones that begin alike are shown from shortly before the first difference. */
export function excerpts(good: string, bad: string): { good: string; bad: string } {
  if (good.length <= LONGEST && bad.length <= LONGEST) return { good: cut(good, LONGEST), bad: cut(bad, LONGEST) };
  let at = 0;
  while (at < good.length && at < bad.length && good.charCodeAt(at) === bad.charCodeAt(at)) at++;
  const from = at < LONGEST - BEFORE ? 0 : at - BEFORE;
  const part = (text: string): string => `${from > 0 ? '…' : ''}${cut(text.slice(from, from + LONGEST * 4), LONGEST)}`;
  return { good: part(good), bad: part(bad) };
}

/** A value of a JSON body in one line: a string in quotes, so that "1" is not 1; an array or an object by its size. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[…] ${count(value.length, 'item')}`;
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value);
    return names.length === 0 ? '{}' : cut(`{ ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''} }`, LONGEST);
  }
  return typeof value === 'string' ? `"${cut(value, LONGEST - 2)}"` : String(value);
}

/** "1 item", "3 items". */
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** The bytes of a text in UTF-8. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** "812 bytes", "3.4 kB". */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte');
  const [unit, divisor] = bytes < 1e6 ? ['kB', 1e3] : ['MB', 1e6];
  return `${Math.round((bytes / divisor) * 10) / 10} ${unit}`;
}
