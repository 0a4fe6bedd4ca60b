/**
 * Reads commands as the Windows command prompt does, and splits them as programs there split their command line (Microsoft's
 * documentation of cmd.exe and of the C runtime's argument parsing). What browsers copy as "cURL (cmd)" is read as they mean
 * it: a caret before every special character, and every backslash doubled, which no program would undo.
 */
import type { ShellCommand } from './shell-words.ts';

export type WindowsCommand = Pick<ShellCommand, 'words' | 'unknown' | 'operator' | 'end' | 'unclosed'>;

/** A character of the command line; a literal one means nothing to the program's own splitting. */
type Char = { char: string; literal: boolean };

const VARIABLE = /%([A-Za-z_]\w{0,63})%/y;
const CHAIN = /&&|\|\||&|\|/y;

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** Old browsers put carets inside plain quotes too, where the prompt takes them for themselves. */
const caretsInQuotes = (text: string): boolean => /\^\\\^"|[^^"]\^[&%{}<>|]/.test(text);

/**
 * Reads the command at an offset: up to a line's end without a caret, or `&` and `|` outside of quotes. `%NAME%` is replaced
 * where `values` has it, and reported where not.
 */
export function readCmdCommand(text: string, from: number, values: ReadonlyMap<string, string>): WindowsCommand {
  const line: Char[] = [];
  const unknown = new Set<string>();
  let quoted = false;
  let at = from;
  let operator = '';
  const lineBreakAt = (index: number): number => (text[index] === '\n' ? 1 : text.startsWith('\r\n', index) ? 2 : 0);
  const quirk = caretsInQuotes(text.slice(from, from + 8192));
  while (at < text.length) {
    const char = text[at]!;
    const lineBreak = lineBreakAt(at);
    if (lineBreak > 0) {
      operator = '\n';
      at += lineBreak;
      break;
    }
    if (char === '^' && (!quoted || quirk)) {
      const next = lineBreakAt(at + 1);
      if (next > 0) {
        at += 1 + next;
        // The second of two line breaks is meant: the first one only carries the caret.
        const second = lineBreakAt(at);
        if (second > 0) {
          line.push({ char: '\n', literal: true });
          at += second;
        }
      } else if (text.startsWith('^\\^\\', at)) {
        line.push({ char: '\\', literal: true });
        at += 4;
      } else if (text.startsWith('^\\^"', at)) {
        line.push({ char: '"', literal: true });
        at += 4;
      } else {
        if (at + 1 < text.length) line.push({ char: text[at + 1]!, literal: false });
        at += 2;
      }
      continue;
    }
    if (char === '%') {
      const raw = matchAt(VARIABLE, text, at);
      const value = raw && values.get(raw.slice(1, -1).toUpperCase());
      if (raw !== undefined) {
        if (value === undefined) unknown.add(raw);
        for (const one of value ?? raw) line.push({ char: one, literal: false });
        at += raw.length;
        continue;
      }
    }
    if (!quoted) {
      const chain = matchAt(CHAIN, text, at);
      if (chain !== undefined) {
        operator = chain;
        at += chain.length;
        break;
      }
    }
    // A quote that a backslash escapes for the program toggles for the prompt all the same, in pairs as a rule.
    if (char === '"') quoted = !quoted;
    line.push({ char, literal: false });
    at += 1;
  }
  return { ...split(line), unknown: [...unknown], operator, end: Math.min(at, text.length) };
}

/** Backslashes count only before a quote: two are one, and an odd one makes the quote a character; `""` inside quotes is one too. */
function split(line: readonly Char[]): Pick<WindowsCommand, 'words' | 'unclosed'> {
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const { char, literal } = line[i]!;
    if (literal) {
      word = (word ?? '') + char;
      continue;
    }
    if (char === '\\') {
      let count = 1;
      while (line[i + count]?.char === '\\' && !line[i + count]!.literal) count += 1;
      const next = line[i + count];
      const beforeQuote = next?.char === '"' && !next.literal;
      word = (word ?? '') + '\\'.repeat(beforeQuote ? count >> 1 : count);
      i += count - 1;
      if (beforeQuote && count % 2 === 1) {
        word += '"';
        i += 1;
      }
      continue;
    }
    if (char === '"') {
      word ??= '';
      const next = line[i + 1];
      if (quoted && next?.char === '"' && !next.literal) {
        word += '"';
        i += 1;
      } else quoted = !quoted;
      continue;
    }
    if ((char === ' ' || char === '\t') && !quoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    word = (word ?? '') + char;
  }
  if (word !== undefined) words.push(word);
  return { words, ...(quoted && { unclosed: '"' }) };
}
