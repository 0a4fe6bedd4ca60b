/**
 * Objects inside text: JSON, and what programs print in its place: Python reprs (single quotes, None, True), util.inspect
 * (bare names, `'a' + 'b'`), Ruby hashes (=>), JSON inside a JSON string, and all of these cut off in the middle.
 */

export type FoundObject = { value: unknown; start: number; end: number; truncated: boolean };

const MAX_DEPTH = 60;
const SPACE = /\s/;
const BARE = /[\w$@.%/-]/;
const WORDS: Record<string, unknown> = {
  null: null,
  None: null,
  nil: null,
  undefined: null,
  true: true,
  True: true,
  false: false,
  False: false,
};

class NotThis extends Error {}

type Cursor = { text: string; at: number; truncated: boolean; steps: number };

function skipSpace(c: Cursor): void {
  while (c.at < c.text.length && SPACE.test(c.text[c.at]!)) c.at++;
}

function ended(c: Cursor): boolean {
  if (c.at < c.text.length) return false;
  c.truncated = true;
  return true;
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', 0: '\0' };

function readString(c: Cursor): string {
  const quote = c.text[c.at++]!;
  let out = '';
  while (!ended(c)) {
    const next = c.text.indexOf(quote, c.at);
    const slash = c.text.indexOf('\\', c.at);
    const stop = slash >= 0 && (next < 0 || slash < next) ? slash : next;
    if (stop < 0) {
      out += c.text.slice(c.at);
      c.at = c.text.length;
      continue;
    }
    out += c.text.slice(c.at, stop);
    c.at = stop + 1;
    if (stop === next) {
      if (quote === "'" && isApostrophe(c)) {
        out += quote;
        continue;
      }
      return out + continued(c);
    }
    const escape = c.text[c.at++] ?? '';
    const hex = escape === 'u' ? c.text.slice(c.at, c.at + 4) : escape === 'x' ? c.text.slice(c.at, c.at + 2) : '';
    if (hex && /^[\da-f]+$/i.test(hex)) {
      out += String.fromCharCode(Number.parseInt(hex, 16));
      c.at += hex.length;
    } else out += ESCAPES[escape] ?? escape;
  }
  return out;
}

/** Whether the single quote just read stands inside a word ("account's"), where a careless printer did not escape it. */
function isApostrophe(c: Cursor): boolean {
  return /[a-z]/i.test(c.text[c.at - 2] ?? '') && /[a-z]/i.test(c.text[c.at] ?? '');
}

/** util.inspect breaks long strings: `'one ' +\n 'two'`. */
function continued(c: Cursor): string {
  const more = /^\s*\+\s*(?=['"`])/.exec(c.text.slice(c.at, c.at + 200));
  if (!more) return '';
  c.at += more[0].length;
  return readString(c);
}

const isQuote = (char: string | undefined): boolean => char === '"' || char === "'" || char === '`';

function readKey(c: Cursor): string {
  if (/[bu]/.test(c.text[c.at]!) && isQuote(c.text[c.at + 1])) c.at++;
  if (isQuote(c.text[c.at])) return readString(c);
  if (c.text[c.at] === ':') c.at++; // a Ruby symbol
  // util.inspect puts members that are not enumerable, and symbols, in brackets: `[cause]`, `[Symbol(kHeaders)]`
  const symbol = /^\[(?:Symbol\([^)]{0,80}\)|(\w{1,80}))\](?=:)/.exec(c.text.slice(c.at, c.at + 100));
  if (symbol) {
    c.at += symbol[0].length;
    return symbol[1] ?? symbol[0];
  }
  const from = c.at;
  while (c.at < c.text.length && BARE.test(c.text[c.at]!)) c.at++;
  if (c.at === from || c.at - from > 100) throw new NotThis();
  return c.text.slice(from, c.at);
}

function readBare(c: Cursor): unknown {
  const from = c.at;
  while (c.at < c.text.length && !/[,}\]\n;]/.test(c.text[c.at]!)) {
    if (/[{[]/.test(c.text[c.at]!) && c.at > from) {
      // util.inspect puts a class name before an object: `AxiosHeaders {…}`, `Array(2) [`.
      const name = c.text.slice(from, c.at).trim();
      if (/^(?:<ref \*\d+> ?)?[A-Za-z_$][\w$.:]*(?:\(\d+\))?(?: \[[\w ]+\])?$/.test(name)) return readValue(c, 1);
      throw new NotThis();
    }
    if (c.at - from > 400) throw new NotThis();
    c.at++;
  }
  ended(c);
  const word = c.text.slice(from, c.at).trim();
  if (word in WORDS) return WORDS[word];
  if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(word)) return Number(word);
  if (word === '') throw new NotThis();
  return word;
}

function readValue(c: Cursor, depth: number): unknown {
  if (++c.steps > 200_000 || depth > MAX_DEPTH) throw new NotThis();
  skipSpace(c);
  if (ended(c)) return null;
  const char = c.text[c.at]!;
  if (char === '{') return readObject(c, depth);
  if (char === '[') return BRACKETED.test(c.text.slice(c.at, c.at + 1000)) ? readBracketed(c, depth) : readArray(c, depth);
  const error = /[A-Z_]/.test(char) ? readError(c, depth) : undefined;
  if (error) return error;
  if (/[bu]/.test(char) && isQuote(c.text[c.at + 1])) c.at++;
  if (isQuote(c.text[c.at])) return readString(c);
  return readBare(c);
}

/** What util.inspect writes in place of a value, or before it: `[Object]`, `[Object: null prototype] {…}`, `[Error: no route] {…}`. */
const BRACKETED =
  /^\[(?:Object|Array|(?:Async)?(?:Generator)?Function|class|Getter|Setter|Circular|native|AxiosHeaders|URL|_?[A-Z]\w{0,60}(?:Error|Exception)|Error)\b[^\]\n]{0,900}\]/;

function readBracketed(c: Cursor, depth: number): unknown {
  const end = c.text.indexOf(']', c.at) + 1;
  const word = c.text.slice(c.at, end);
  c.at = end;
  if (!/^ ?[{[]/.test(c.text.slice(end, end + 2))) return word;
  const value = readValue(c, depth + 1);
  return /^\[[^\]]{0,60}(?:Error|Exception)\b/.test(word) ? { message: word.slice(1, -1), ...(value as object) } : value;
}

const ERROR =
  /(?:_?[A-Z][\w$.]{0,60}(?:Error|Exception)|Error)(?: \[[\w ]{1,60}\])?(?:: [^\n]{0,4000}(?:\n(?!\s{0,40}at )[^\n]{0,1000}){0,20}?)?(?=\n\s{1,40}at )/y;
const STACK = /(?:\n\s{1,40}at [^\n]{0,1000}){1,100}/y;

/** An error with its stack as a value, as util.inspect prints it: its first lines are the message, what follows its members. */
function readError(c: Cursor, depth: number): Record<string, unknown> | undefined {
  ERROR.lastIndex = c.at;
  const message = ERROR.exec(c.text)?.[0];
  if (message === undefined) return undefined;
  STACK.lastIndex = c.at + message.length;
  const stack = STACK.exec(c.text)?.[0];
  if (stack === undefined) return undefined;
  c.at += message.length + stack.length;
  if (!stack.endsWith(' {')) return { message };
  c.at -= 1;
  return { message, ...readObject(c, depth + 1) };
}

function readObject(c: Cursor, depth: number): Record<string, unknown> {
  c.at++;
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (;;) {
    skipSpace(c);
    while (c.text[c.at] === ',' || c.text[c.at] === ';') {
      c.at++;
      skipSpace(c);
    }
    if (ended(c)) return object;
    if (c.text[c.at] === '}') {
      c.at++;
      return object;
    }
    if (/^(?:\.\.\.|…|<)/.test(c.text.slice(c.at, c.at + 3))) {
      // "... 3 more items", "…": left out by the printer
      while (c.at < c.text.length && !/[},\n]/.test(c.text[c.at]!)) c.at++;
      continue;
    }
    const key = readKey(c);
    skipSpace(c);
    if (ended(c)) return object;
    const separator = /^(?:=>|:|=|：)/.exec(c.text.slice(c.at, c.at + 2));
    if (!separator) {
      if (c.text[c.at] === ',' || c.text[c.at] === '}') {
        object[key] = null;
        continue;
      }
      throw new NotThis();
    }
    c.at += separator[0].length;
    object[key] = readValue(c, depth + 1);
    skipSpace(c);
    if (c.text[c.at] === ']' && depth > 1) return object; // a mangled closing bracket
  }
}

function readArray(c: Cursor, depth: number): unknown[] {
  c.at++;
  const items: unknown[] = [];
  for (;;) {
    skipSpace(c);
    while (c.text[c.at] === ',') {
      c.at++;
      skipSpace(c);
    }
    if (ended(c)) return items;
    if (c.text[c.at] === ']') {
      c.at++;
      return items;
    }
    if (/^(?:\.\.\.|…)/.test(c.text.slice(c.at, c.at + 3))) {
      while (c.at < c.text.length && !/[\],\n]/.test(c.text[c.at]!)) c.at++;
      continue;
    }
    items.push(readValue(c, depth + 1));
    skipSpace(c);
    while (c.text[c.at] === '.') {
      // "... 12 more characters" behind a long string
      const more = /^\.{3} \d+ more characters?/.exec(c.text.slice(c.at, c.at + 60));
      if (!more) throw new NotThis();
      c.at += more[0].length;
      skipSpace(c);
    }
    if (c.at < c.text.length && !/[,\]]/.test(c.text[c.at]!)) throw new NotThis();
  }
}

const hasMembers = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/** Objects are sought in this many characters from the start and from the end of a long text. */
const REACH = 256 * 1024;
const MAX_OBJECTS = 60;
const MAX_TRIES = 2000;

/**
 * The objects that stand in a text, outermost only, in order; those that the text cuts off as far as they go. Work is
 * bounded: a long text is searched at both ends.
 */
export function objectsIn(text: string): FoundObject[] {
  if (text.length > 2 * REACH) {
    const tail = text.length - REACH;
    return [
      ...objectsIn(text.slice(0, REACH)),
      ...objectsIn(text.slice(tail)).map((o) => ({ ...o, start: o.start + tail, end: o.end + tail })),
    ];
  }
  const found = search(text);
  if (found.length > 0 || !text.includes('\\"')) return found;
  // a JSON document inside a string of a log line
  return search(text.replaceAll(/\\+"/g, '"'));
}

function search(text: string): FoundObject[] {
  const found: FoundObject[] = [];
  const start = /[{[]/g;
  let budget = 20 * text.length + 10_000;
  for (let tries = 0; tries < MAX_TRIES && found.length < MAX_OBJECTS; tries++) {
    const match = start.exec(text);
    if (!match) break;
    if (match[0] === '[' && !/^\[\s*[{["']/.test(text.slice(match.index, match.index + 20))) continue;
    const { object, read } = tryAt(text, match.index);
    if (object) {
      found.push(object);
      start.lastIndex = object.end;
    }
    budget -= read;
    if (budget < 0) break;
  }
  return found;
}

/** The object that starts at an offset, and how many characters were read to see it. */
function tryAt(text: string, start: number): { object?: FoundObject; read: number } {
  const c: Cursor = { text, at: start, truncated: false, steps: 0 };
  try {
    const value = readValue(c, 0);
    const read = c.at - start;
    return hasMembers(value) ? { object: { value, start, end: c.at, truncated: c.truncated }, read } : { read };
  } catch (error) {
    if (!(error instanceof NotThis)) throw error;
    return { read: c.at - start };
  }
}

/** The object that starts at this offset of a text, at its brace or bracket; undefined where none does. */
export const objectAt = (text: string, start: number): FoundObject | undefined =>
  /[{[]/.test(text[start] ?? '') ? tryAt(text, start).object : undefined;

/** The value of a text that is JSON as a whole, or undefined. */
export function strictJson(text: string): unknown {
  const trimmed = text.trim();
  if (!/^[{["]/.test(trimmed)) return undefined;
  try {
    return JSON.parse(trimmed) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether a text that starts like JSON stops inside a string, an object or an array. */
export function endsInsideJson(text: string): boolean {
  if (!/^\s{0,100}(?:\{\s{0,100}(?:["}]|$)|\[\s{0,100}(?:[[{"\]\d]|$))/.test(text)) return false;
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (inString) {
      if (char === '\\') i += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
  }
  return inString || depth > 0;
}
