/**
 * Protocol Buffers' text format, as Python prints messages: `name: value` and `name { … }`, repeated where the field is
 * (protobuf.dev, "Text Format Language Specification"). Names become those of the JSON mapping, camelCase.
 */

type Message = { [name: string]: unknown };

const TOKEN = /\s*(?:(\w+)\s*(:?)\s*|([{}<>\],;[])\s*)/y;
const VALUE = /(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([\w.+-]+))\s*/y;
const MAX_DEPTH = 20;

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The text of a string literal; a byte above ASCII is written as three octal digits. */
function unescaped(literal: string): string {
  if (!literal.includes('\\')) return literal;
  const bytes: Uint8Array[] = [];
  for (const [piece, octal, hex, other] of literal.matchAll(/\\(?:([0-7]{1,3})|x([\da-f]{1,2})|(.))|[^\\]+/gi)) {
    if (octal !== undefined) bytes.push(Uint8Array.of(parseInt(octal, 8) & 0xff));
    else if (hex !== undefined) bytes.push(Uint8Array.of(parseInt(hex, 16)));
    else bytes.push(Buffer.from(other === undefined ? piece : ({ n: '\n', t: '\t', r: '\r' }[other] ?? other)));
  }
  return Buffer.concat(bytes).toString();
}

function add(message: Message, name: string, value: unknown): void {
  const before = message[name];
  message[name] = before === undefined ? value : Array.isArray(before) ? [...before.slice(0, 500), value] : [before, value];
}

/** `key: "a" value: "b"`, the entries of a map, and the seconds of a duration, as the JSON mapping writes them. */
function simplified(message: Message): unknown {
  const names = Object.keys(message);
  if (names.length > 0 && names.every((name) => name === 'seconds' || name === 'nanos')) {
    const seconds = Number(message['seconds'] ?? 0) + Number(message['nanos'] ?? 0) / 1e9;
    return Number.isFinite(seconds) ? `${seconds}s` : message;
  }
  return message;
}

const isEntry = (value: unknown): value is { key: string; value: unknown } =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === 'key,value';

function withMaps(message: Message): Message {
  for (const [name, value] of Object.entries(message)) {
    const entries = Array.isArray(value) ? value : [value];
    if (entries.every(isEntry)) message[name] = Object.fromEntries(entries.map((entry) => [entry.key, entry.value]));
  }
  return message;
}

/**
 * The messages of a list that Python prints, `[links { … }, violations { … }]`, or of one message; what is cut off, as far
 * as it goes. An empty list where the text is something else.
 */
export function protobufMessages(text: string): Message[] {
  const messages: Message[] = [];
  const stack: Message[] = [Object.create(null) as Message];
  const names: string[] = [];
  let at = 0;
  const close = (): void => {
    const inner = withMaps(stack.pop()!);
    add(stack.at(-1)!, names.pop()!, simplified(inner));
  };
  const finish = (): void => {
    while (stack.length > 1) close();
    if (Object.keys(stack[0]!).length > 0) messages.push(withMaps(stack[0]!));
    stack[0] = Object.create(null) as Message;
  };
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token) break;
    at = TOKEN.lastIndex;
    const [, word, colon, sign] = token;
    if (word !== undefined) {
      const name = camelCase(word);
      if (/[{<]/.test(text[at] ?? '')) {
        if (stack.length > MAX_DEPTH) break;
        at += 1;
        stack.push(Object.create(null) as Message);
        names.push(name);
        continue;
      }
      VALUE.lastIndex = at;
      const value = colon === ':' ? VALUE.exec(text) : null;
      if (!value) break;
      at = VALUE.lastIndex;
      const literal = value[1] ?? value[2];
      const bare = value[3] ?? '';
      add(stack.at(-1)!, name, literal !== undefined ? unescaped(literal) : /^-?\d{1,15}$/.test(bare) ? Number(bare) : bare);
    } else if (sign === '}' || sign === '>') {
      if (stack.length > 1) close();
    } else if (sign === ',' && stack.length === 1) finish();
    else if (sign === ']') break;
  }
  finish();
  return messages;
}
