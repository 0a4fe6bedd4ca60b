/**
 * Reads words as PowerShell does (about_Quoting_Rules, about_Parsing): '…' with '' for a quote, "…" with the backquote as the
 * escape and variables in it, here-strings, typographic quotes taken for plain ones. Nothing is run: what only a shell could
 * know stays as written and is reported.
 */
import type { WindowsCommand } from './cmd-words.ts';

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', 0: '\0', a: '\u0007', b: '\b', e: '\u001b', f: '\f', v: '\v' };
const SINGLE = /['‘’‚‛]/;
const DOUBLE = /["“”„]/;
const VARIABLE = /\$(?:\{(?:env:)?([A-Za-z_]\w{0,63})\}|(?:env:|script:|global:)?([A-Za-z_]\w{0,63}))/iy;
/** How browsers write what is not ASCII. */
const CHARACTER = /\$\(\[char\](\d{1,5})\)/iy;
const SUBEXPRESSION = /\$\([^()\n]{0,400}\)/y;
const LINE_BREAK = /\r?\n/y;
const HERE = /@(['"])[ \t]*\r?\n/y;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

export type PowerShellValues = ReadonlyMap<string, string>;

export type PowerShellWord = { value: string; end: number; unclosed?: string; unknown: string[] };

/** Reads the string or the bare word at an offset; `stops` are the characters that end a bare one. */
export function readPowerShellWord(text: string, from: number, values: PowerShellValues, stops = ' \t\r\n;|&'): PowerShellWord {
  let at = from;
  let value = '';
  const unknown: string[] = [];
  let unclosed: string | undefined;

  const variable = (): boolean => {
    const char = matchAt(CHARACTER, text, at);
    if (char) {
      value += String.fromCharCode(Number(char[1]));
      at += char[0].length;
      return true;
    }
    const found = matchAt(VARIABLE, text, at);
    const raw = found?.[0] ?? matchAt(SUBEXPRESSION, text, at)?.[0];
    if (raw === undefined) return false;
    const known = found ? values.get((found[1] ?? found[2]!).toLowerCase()) : undefined;
    if (known === undefined) unknown.push(raw);
    value += known ?? raw;
    at += raw.length;
    return true;
  };

  const escape = (): void => {
    value += ESCAPES[text[at + 1] ?? ''] ?? text[at + 1] ?? '';
    at += 2;
  };

  const inQuotes = (quote: RegExp, expands: boolean, name: string): void => {
    at += 1;
    for (;;) {
      const char = text[at];
      if (char === undefined) {
        unclosed = name;
        return;
      }
      if (quote.test(char)) {
        if (!quote.test(text[at + 1] ?? '')) {
          at += 1;
          return;
        }
        value += char;
        at += 2;
      } else if (expands && char === '`') escape();
      else if (!expands || char !== '$' || !variable()) {
        value += char;
        at += 1;
      }
    }
  };

  const hereString = (opening: RegExpExecArray): void => {
    const end = new RegExp(`\\r?\\n${opening[1]}@`, 'g');
    end.lastIndex = at + opening[0].length - 1;
    const closing = end.exec(text);
    if (!closing) unclosed = `@${opening[1]}`;
    value += text.slice(at + opening[0].length, Math.max(at + opening[0].length, closing?.index ?? text.length));
    at = closing ? closing.index + closing[0].length : text.length;
  };

  while (at < text.length) {
    const char = text[at]!;
    const opening = char === '@' ? matchAt(HERE, text, at) : null;
    if (opening) hereString(opening);
    else if (SINGLE.test(char)) inQuotes(SINGLE, false, "'");
    else if (DOUBLE.test(char)) inQuotes(DOUBLE, true, '"');
    else if (char === '`') {
      if (matchAt(LINE_BREAK, text, at + 1)) break;
      escape();
    } else if (stops.includes(char)) break;
    else if (char !== '$' || !variable()) {
      value += char;
      at += 1;
    }
  }
  return { value, end: Math.min(at, text.length), unknown, ...(unclosed !== undefined && { unclosed }) };
}

/** The offset after blanks, comments and lines that a backquote continues. */
export function skipPowerShellBlanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    if (text[at] === ' ' || text[at] === '\t') at += 1;
    else if (text[at] === '`' && matchAt(LINE_BREAK, text, at + 1)) at += 1 + matchAt(LINE_BREAK, text, at + 1)![0].length;
    else if (text[at] === '#') {
      const end = text.indexOf('\n', at);
      return end < 0 ? text.length : end;
    } else return at;
  }
}

/** Reads the command at an offset: up to the end of its line, or `;`, `|` and `&`. */
export function readPowerShellCommand(text: string, from: number, values: PowerShellValues): WindowsCommand {
  const words: string[] = [];
  const unknown = new Set<string>();
  let unclosed: string | undefined;
  let at = from;
  for (;;) {
    at = skipPowerShellBlanks(text, at);
    const lineBreak = matchAt(LINE_BREAK, text, at)?.[0];
    const operator = lineBreak === undefined ? text[at] : '\n';
    if (operator === undefined || operator === '\n' || ';|&'.includes(operator)) {
      const end = at + (lineBreak?.length ?? (operator === undefined ? 0 : 1));
      return { words, unknown: [...unknown], operator: operator ?? '', end, ...(unclosed !== undefined && { unclosed }) };
    }
    const word = readPowerShellWord(text, at, values);
    // A character that neither a word nor an operator takes, such as a lone carriage return.
    if (word.end === at) {
      at += 1;
      continue;
    }
    words.push(word.value);
    for (const raw of word.unknown) unknown.add(raw);
    unclosed ??= word.unclosed;
    at = word.end;
  }
}
