/** `{{name}}` in the files of API clients, filled from the variables that the same file gives. */

/** What is known, and what was asked for in vain: each name once. */
export type Variables = { values: ReadonlyMap<string, string>; unknown: Set<string> };

const TEMPLATE = /\{\{\s{0,8}([^{}\n]{1,200}?)\s{0,8}\}\}/g;
const MAX_DEPTH = 5;
const MAX_LENGTH = 1_000_000;

/** Fills a text; a value may hold further ones. What is not known stays as written, and its name is noted. */
export function fill(text: string, variables: Variables, depth = 0): string {
  if (!text.includes('{{')) return text;
  let length = text.length;
  return text.replace(TEMPLATE, (written, name: string) => {
    const key = name.replace(/^_\./, '');
    const value = variables.values.get(key);
    if (value === undefined || depth >= MAX_DEPTH || (length += value.length) > MAX_LENGTH) {
      variables.unknown.add(`{{${name}}}`);
      return written;
    }
    const filled = fill(value, variables, depth + 1);
    length += filled.length - value.length;
    return filled;
  });
}

/** The sentence for what the file itself does not say. */
export const unknownWarning = ({ unknown }: Variables): string[] =>
  unknown.size === 0 ? [] : [`The input does not say what ${[...unknown].slice(0, 20).join(', ')} stands for: it is left as written.`];
