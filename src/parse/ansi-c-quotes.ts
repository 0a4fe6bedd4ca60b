/** The inside of bash's `$'…'`, which POSIX.1-2024 has too (§2.2.4). */

const ANSI_ESCAPE = /\\(?:x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|u[0-9A-Fa-f]{1,4}|U[0-9A-Fa-f]{1,8}|c[\s\S]|[\s\S])/g;
const ANSI_NAMED: Record<string, string> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};

const decode = (parts: Uint8Array[]): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(parts));

/** The text that the inside of a `$'…'` stands for. `\x` and octal escapes are bytes of UTF-8; a null ends it. */
export function ansiC(inside: string): string {
  const bytes: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let last = 0;
  for (const match of inside.matchAll(ANSI_ESCAPE)) {
    bytes.push(encoder.encode(inside.slice(last, match.index)));
    last = match.index + match[0].length;
    const value = ansiEscape(match[0]);
    if (value === 0 || value === '\0') return decode(bytes);
    bytes.push(typeof value === 'number' ? Uint8Array.of(value) : encoder.encode(value));
  }
  bytes.push(encoder.encode(inside.slice(last)));
  return decode(bytes);
}

/** The byte or the text that one escape stands for; an unknown one stays as written. */
function ansiEscape(escape: string): number | string {
  const kind = escape[1]!;
  if (kind === 'x' && escape.length > 2) return parseInt(escape.slice(2), 16);
  if (kind >= '0' && kind <= '7') return parseInt(escape.slice(1), 8) & 0xff;
  if ((kind === 'u' || kind === 'U') && escape.length > 2) {
    const point = parseInt(escape.slice(2), 16);
    return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
  }
  if (kind === 'c' && escape.length > 2) return escape.charCodeAt(2) & 0x1f;
  return ANSI_NAMED[kind] ?? escape;
}

/** The offset of the quote that closes a `$'…'` whose inside starts at `from`; -1 where none does. */
export function ansiEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === "'") return i;
  }
  return -1;
}
