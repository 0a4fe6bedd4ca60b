/** The words of a curl config file (curl's manual page, "-K, --config"). */

const ESCAPES: Record<string, string> = { t: '\t', n: '\n', r: '\r', v: '\v' };
const MAX_LINES = 10_000;

/**
 * The command line that a config file stands for: one option on each line, its value behind a blank, "=" or ":", in double
 * quotes where it holds blanks. A line that starts with "#" is a comment.
 */
export function configWords(text: string): string[] {
  const words: string[] = [];
  for (const raw of text.split('\n', MAX_LINES)) {
    const line = raw.trim();
    const match = /^([^\s=:#][^\s=:]*)(?:\s*[=:]\s*|\s+)?([^]*)$/.exec(line);
    if (!match) continue;
    const name = match[1]!;
    words.push(name.startsWith('-') ? name : `--${name}`);
    const value = match[2]!;
    if (value.startsWith('"')) {
      const quoted = /^"((?:[^"\\]|\\[^])*)/.exec(value)![1]!;
      words.push(quoted.replace(/\\([^])/g, (_pair, char: string) => ESCAPES[char] ?? char));
    } else if (value !== '' && !value.startsWith('#')) words.push(value);
  }
  return words;
}
