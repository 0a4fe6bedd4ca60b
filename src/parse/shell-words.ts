/**
 * Reads commands as a POSIX shell does (POSIX.1-2024, Shell Command Language, §2.2 quoting, §2.3 token recognition, §2.6 word
 * expansions), with the `$'…'` of bash. Nothing is run: a variable is replaced where the same text assigns it, and what only
 * a shell could know (other variables, `$(…)`) stays as written and is reported. Not read: globs, braces, tildes, a name over two lines.
 */
import { ansiC, ansiEnd } from './ansi-c-quotes.ts';

export type ShellCommand = {
  /** The words after expansion and quote removal; assignments in front and redirections are not among them. */
  words: string[];
  /** What the text assigned up to here, on lines of its own or with `export`. */
  assignments: Map<string, string>;
  /** Expansions that stay as written, each once: "$KEY", "${KEY:-x}", "$(cat key)". */
  unknown: string[];
  /** What a here-document or a here-string gives to standard input. */
  stdin?: string;
  /** What ended the command: an operator, "\n", or "" at the text's end. */
  operator: string;
  /** Offset of the first character after the operator. */
  end: number;
  /** The quote that is never closed; the last word then runs to the end of the text. */
  unclosed?: string;
};

/** Commands whose arguments are assignments. */
const DECLARES = new Set(['export', 'declare', 'typeset', 'readonly', 'local']);

const PLAIN = /[^ \t\r\n\\'"$`;&|()<>]+/y;
const ASSIGNMENT = /([A-Za-z_]\w*)=/y;
const OPERATOR = /\|\||\|&|\||&&|;;|;|&(?!>)|[()]/y;
const REDIRECTION = /&>>?|<<<|<<-?|<>|<&|>>|>&|>\||<|>/y;
const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/y;
const OTHER_PARAMETER = /\$(?:[0-9@*#?$!-]|\{[^}\n]{1,1000}\})/y;
const LINE_BREAK = /\r?\n/y;
/** A backslash that should end its line, with blanks behind it: how copied text often arrives. */
const STRAY_CONTINUATION = /\\[ \t]+\r?\n/y;

/** The longest `$(…)` that is looked for, and how often in one text in vain: unclosed ones must not cost more than the text. */
const MAX_SUBSTITUTION = 4096;
const MAX_UNCLOSED = 500;

type Lookup = (name: string) => string | undefined;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/**
 * The first command of a text that has words; commands of assignments alone, comments and blank lines before it are read
 * for what they assign. Words are empty where the text holds no command.
 */
export function splitShell(text: string): ShellCommand {
  const state = newShell();
  let command = readCommand(text, 0, state);
  while ((command.words.length === 0 || DECLARES.has(command.words[0]!)) && command.end < text.length) {
    const next = readCommand(text, command.end, state);
    command = { ...next, unknown: [...new Set([...command.unknown, ...next.unknown])] };
  }
  return command;
}

/** What is known of a text from its commands so far. */
export type ShellState = { assignments: Map<string, string>; /** Substitutions that were never closed. */ unclosed: number };

export const newShell = (): ShellState => ({ assignments: new Map(), unclosed: 0 });

/** Reads one simple command at an offset; what it assigns is added to the state. */
export function readCommand(text: string, from: number, state: ShellState): ShellCommand {
  const known = state.assignments;
  const words: string[] = [];
  const unknown = new Set<string>();
  const own = new Map<string, string>();
  let at = from;
  let stdin: string | undefined;
  let unclosed: string | undefined;
  const assigned: Lookup = (name) => known.get(name);
  const assignedHere: Lookup = (name) => own.get(name) ?? known.get(name);
  let hereDocumentEnd: number | undefined;

  const done = (operator: string, end: number): ShellCommand => {
    if (words.length === 0 || DECLARES.has(words[0]!)) for (const [name, value] of own) known.set(name, value);
    return {
      words,
      assignments: known,
      unknown: [...unknown],
      // The text of a here-document follows the line; with it the line is over, whatever else stood there.
      operator: hereDocumentEnd === undefined ? operator : '\n',
      end: hereDocumentEnd ?? end,
      ...(stdin !== undefined && { stdin }),
      ...(unclosed !== undefined && { unclosed }),
    };
  };

  const substitutionAt = (): string | undefined => {
    const starts = text[at] === '`' || (text[at + 1] === '(' && /[$<>]/.test(text[at]!));
    if (!starts || state.unclosed >= MAX_UNCLOSED) return undefined;
    const raw = substitution(text, at);
    if (raw === undefined) state.unclosed += 1;
    return raw;
  };

  /** The value of the expansion at `at`, or undefined where the character there starts none. Moves past it. */
  const expansion = (values: Lookup): { value: string; known: boolean } | undefined => {
    const variable = matchAt(VARIABLE, text, at);
    const value = variable && values(variable[1] ?? variable[2]!);
    const raw = variable?.[0] ?? matchAt(OTHER_PARAMETER, text, at)?.[0] ?? substitutionAt();
    if (raw === undefined) return undefined;
    at += raw.length;
    if (typeof value === 'string') return { value, known: true };
    unknown.add(raw);
    return { value: raw, known: false };
  };

  /** Text in which only `$`, `` ` `` and the backslash before `escapable` mean something, up to `end` or the closing quote. */
  const expanded = (escapable: string, end: number, closing: string, values: Lookup): string => {
    let value = '';
    while (at < end && text[at] !== closing) {
      const char = text[at]!;
      if (char === '\\') {
        const lineBreak = matchAt(LINE_BREAK, text, at + 1);
        if (lineBreak) at += 1 + lineBreak[0].length;
        else if (at + 1 < end && escapable.includes(text[at + 1]!)) {
          value += text[at + 1]!;
          at += 2;
        } else {
          value += char;
          at += 1;
        }
        continue;
      }
      const found = char === '$' || char === '`' ? expansion(values) : undefined;
      if (!found) at += 1;
      value += found?.value ?? char;
    }
    return value;
  };

  /** Reads the word at `at` into fields: none for an expansion to nothing, several where one holds blanks. */
  const word = (values: Lookup, split: boolean): string[] => {
    const fields: string[] = [];
    let field: string | undefined;
    for (;;) {
      const plain = matchAt(PLAIN, text, at)?.[0];
      if (plain !== undefined) {
        field = (field ?? '') + plain;
        at += plain.length;
        continue;
      }
      const char = text[at];
      if (char === '\\') {
        const lineBreak = matchAt(LINE_BREAK, text, at + 1);
        if (lineBreak) at += 1 + lineBreak[0].length;
        else {
          field = (field ?? '') + (text[at + 1] ?? '\\');
          at += 2;
        }
      } else if (char === "'" || (char === '$' && text[at + 1] === "'")) {
        const start = at + (char === '$' ? 2 : 1);
        const end = char === '$' ? ansiEnd(text, start) : text.indexOf("'", start);
        if (end < 0) unclosed = "'";
        const inside = text.slice(start, end < 0 ? text.length : end);
        field = (field ?? '') + (char === '$' ? ansiC(inside) : inside);
        at = end < 0 ? text.length : end + 1;
      } else if (char === '"' || (char === '$' && text[at + 1] === '"')) {
        at += char === '$' ? 2 : 1;
        field = (field ?? '') + expanded('$`"\\', text.length, '"', values);
        if (at >= text.length) unclosed = '"';
        at = Math.min(at + 1, text.length);
      } else if (char === '$' || char === '`') {
        const found = expansion(values);
        if (!found) {
          field = (field ?? '') + char;
          at += 1;
        } else if (!found.known || !split) {
          field = (field ?? '') + found.value;
        } else {
          const pieces = found.value.split(/[ \t\n]+/);
          if (pieces[0] !== '') field = (field ?? '') + pieces[0]!;
          for (const piece of pieces.slice(1)) {
            if (field !== undefined) fields.push(field);
            field = piece === '' ? undefined : piece;
          }
        }
      } else if ((char === '<' || char === '>') && substitutionAt() !== undefined) {
        const raw = substitutionAt()!;
        unknown.add(raw);
        field = (field ?? '') + raw;
        at += raw.length;
      } else if (char === '\r' && text[at + 1] !== '\n') {
        field = (field ?? '') + char;
        at += 1;
      } else {
        if (field !== undefined) fields.push(field);
        return fields;
      }
    }
  };

  const blanks = (): void => {
    for (;;) {
      if (text[at] === ' ' || text[at] === '\t') at += 1;
      else if (text[at] === '\\') {
        const lineBreak = matchAt(STRAY_CONTINUATION, text, at)?.[0].length ?? (matchAt(LINE_BREAK, text, at + 1)?.[0].length ?? -1) + 1;
        if (lineBreak <= 0) return;
        at += lineBreak;
      } else return;
    }
  };

  const hereDocument = (stripTabs: boolean): void => {
    const start = at;
    const delimiter = word(assigned, false).join(' ');
    const quoted = /['"\\]/.test(text.slice(start, at));
    const lineBreak = text.indexOf('\n', at);
    if (lineBreak < 0) return;
    const resume = at;
    let bodyEnd = lineBreak + 1;
    let next = text.length;
    for (let line = lineBreak + 1; line < text.length;) {
      const lineEnd = text.indexOf('\n', line);
      const end = lineEnd < 0 ? text.length : lineEnd;
      const content = text.slice(line, end).replace(/\r$/, '');
      if ((stripTabs ? content.replace(/^\t+/, '') : content) === delimiter) {
        next = Math.min(end + 1, text.length);
        break;
      }
      line = end + 1;
      bodyEnd = Math.min(line, text.length);
    }
    at = lineBreak + 1;
    const body = quoted ? text.slice(at, bodyEnd) : expanded('$`\\', bodyEnd, '', assigned);
    stdin = stripTabs ? body.replace(/^\t+/gm, '') : body;
    hereDocumentEnd = next;
    at = resume;
  };

  for (;;) {
    blanks();
    if (at >= text.length) return done('', text.length);
    const lineBreak = matchAt(LINE_BREAK, text, at);
    if (lineBreak) return done('\n', at + lineBreak[0].length);
    if (text[at] === '#') {
      const end = text.indexOf('\n', at);
      if (end < 0) return done('', text.length);
      at = text[end - 1] === '\r' ? end - 1 : end;
      continue;
    }
    const operator = matchAt(OPERATOR, text, at);
    if (operator) return done(operator[0], at + operator[0].length);
    const redirection = substitutionAt() === undefined ? redirectionAt(text, at) : undefined;
    if (redirection !== undefined) {
      at += redirection.length;
      blanks();
      if (redirection.endsWith('<<<')) stdin = `${word(assigned, false).join(' ')}\n`;
      else if (/<<-?$/.test(redirection)) hereDocument(redirection.endsWith('-'));
      else word(assigned, false);
      continue;
    }
    const assignment = words.length === 0 || DECLARES.has(words[0]!) ? matchAt(ASSIGNMENT, text, at) : null;
    if (assignment) {
      at += assignment[0].length;
      const value = word(assignedHere, false).join('');
      own.set(assignment[1]!, value);
      if (words.length > 0) words.push(`${assignment[1]!}=${value}`);
      continue;
    }
    for (const field of word(assigned, true)) words.push(field);
  }
}

/** A redirection with the file descriptor before it ("2>", "<<"); undefined where there is none. */
function redirectionAt(text: string, at: number): string | undefined {
  const digits = matchAt(/\d{1,4}(?=[<>])/y, text, at)?.[0] ?? '';
  const operator = matchAt(REDIRECTION, text, at + digits.length)?.[0];
  return operator === undefined ? undefined : digits + operator;
}

/** The text of a `$(…)`, a `<(…)` or a backquoted command, with parentheses paired outside of quotes; undefined where it is not closed. */
function substitution(text: string, at: number): string | undefined {
  const backquoted = text[at] === '`';
  const limit = Math.min(text.length, at + MAX_SUBSTITUTION);
  let depth = 0;
  let quote = '';
  for (let i = at + 1; i < limit; i += 1) {
    const char = text[i]!;
    if (char === '\\' && quote !== "'") i += 1;
    else if (backquoted) {
      if (char === '`') return text.slice(at, i + 1);
    } else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === "'" || char === '"') quote = char;
    else if (char === '(') depth += 1;
    else if (char === ')' && --depth === 0) return text.slice(at, i + 1);
  }
  return undefined;
}
