import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import type { HeaderField, HttpRequest, RawExchange } from '../model/exchange.ts';
import { objectsIn } from '../parse/loose-json.ts';
import { membersOf, textOf, withDefaults, type Members } from '../parse/request-parts.ts';
import { toldStatus } from '../parse/told-status.ts';

/** A call with its URL as a string; the options follow a comma. */
const CALL =
  /(?<![\w.$])(?:await\s{1,4})?(?:window\.|globalThis\.)?fetch\(\s{0,40}(["'`])(https?:\/\/(?:\\.|(?!\1)[^\\\n]){1,16000})\1\s{0,40}(,\s{0,40}\{|\))/g;
const MAX_CALLS = 500;

/** `JSON.stringify({…})` as the object alone: the parenthesis that closes it is sought with strings left out. */
function withoutStringify(text: string): string {
  let result = text;
  for (let tries = 0; tries < 20; tries += 1) {
    const at = result.indexOf('JSON.stringify(');
    if (at < 0) break;
    const open = at + 'JSON.stringify('.length;
    const close = closingOf(result, open);
    if (close === undefined) break;
    result = `${result.slice(0, at)}${result.slice(open, close)}${result.slice(close + 1)}`;
  }
  return result;
}

function closingOf(text: string, from: number): number | undefined {
  let depth = 1;
  let quote = '';
  for (let i = from; i < text.length; i += 1) {
    const char = text[i]!;
    if (quote !== '') {
      if (char === '\\') i += 1;
      else if (char === quote) quote = '';
    } else if (/["'`]/.test(char)) quote = char;
    else if (char === '(') depth += 1;
    else if (char === ')' && --depth === 0) return i;
  }
  return undefined;
}

function headersOf(value: unknown): HeaderField[] {
  if (Array.isArray(value))
    return value.flatMap((pair: unknown) =>
      Array.isArray(pair) && typeof pair[0] === 'string' ? [{ name: pair[0], value: textOf(pair[1]) ?? '' }] : [],
    );
  return Object.entries(membersOf(value)).flatMap(([name, content]) => {
    const field = textOf(content);
    return field === undefined ? [] : [{ name, value: field }];
  });
}

function requestOf(url: string, options: Members, warnings: string[]): HttpRequest {
  const body = options['body'];
  const text = typeof body === 'object' && body !== null ? JSON.stringify(body) : textOf(body);
  if (typeof text === 'string' && /^(?:[A-Za-z_$][\w$.]*|new [A-Z][\w.]*\(.*)$/.test(text) && !/^(?:true|false|null)$/.test(text))
    warnings.push('The body is a variable or an expression of the program: what it holds is not known here.');
  const referrer = textOf(options['referrer']);
  const headers = withDefaults(
    headersOf(options['headers']),
    referrer !== undefined && /^https?:/.test(referrer) ? [{ name: 'Referer', value: referrer }] : [],
  );
  return { method: textOf(options['method'])?.toUpperCase() ?? 'GET', url, headers, ...(text !== undefined && { body: text }) };
}

/** The URL as the program has it: in JavaScript a string's escapes count. */
const unescaped = (text: string): string => {
  try {
    return JSON.parse(`"${text.replace(/\\'/g, "'")}"`) as string;
  } catch {
    return text;
  }
};

export default {
  title: 'A fetch call in JavaScript',
  madeBy: '"Copy as fetch" and "Copy as fetch (Node.js)" in a browser, a program',
  recognise(text) {
    const start = text.slice(0, 65_536);
    if (!start.includes('fetch(')) return 0;
    CALL.lastIndex = 0;
    const first = CALL.exec(start);
    if (!first) return 0;
    // Copied: nothing but the calls. In a log or a source file the call is one line among others.
    const alone = /^\s*(?:(?:\/\/[^\n]*|const [\w{}, ]{1,80} =)\s*)*$/.test(start.slice(0, first.index));
    return alone ? 0.85 : 0;
  },
  read(text): Captured {
    const warnings: string[] = [];
    const exchanges: RawExchange[] = [];
    let rest = '';
    let end = 0;
    CALL.lastIndex = 0;
    for (let match = CALL.exec(text); match && exchanges.length < MAX_CALLS; match = CALL.exec(text)) {
      rest += text.slice(end, match.index);
      const url = unescaped(match[2]!);
      end = match.index + match[0].length;
      let options: Members = {};
      if (match[3] !== ')') {
        const close = closingOf(text, text.indexOf('fetch(', match.index) + 'fetch('.length) ?? text.length;
        const written = text.slice(end - 1, close);
        const [found] = objectsIn(withoutStringify(written));
        if (!found || found.start > 0) warnings.push('The options of a fetch call could not be read: only its URL is used.');
        else options = membersOf(found.value);
        if (found?.truncated) warnings.push('The input ends inside a fetch call.');
        end = Math.min(close + 1, text.length);
        CALL.lastIndex = Math.max(CALL.lastIndex, end);
      }
      const line = text.slice(0, match.index).split('\n').length;
      exchanges.push({ source: { shape: 'devtools-fetch', line }, request: requestOf(url, options, warnings) });
    }
    const last = exchanges.at(-1);
    if (!last) throw new UnreadableInput('There is no fetch call in the input.', 'Copy the request once more, as fetch or as cURL.');
    const words = (rest + text.slice(end)).replace(/^\s*(?:[;,]|const [\w{}, ]{1,80} =[ ;]*|\/\/[^\n]*)?\s*$/gm, '').trim();
    if (words.length > 2) {
      const status = toldStatus(words);
      last.text = words;
      if (status !== undefined) last.toldStatus = status;
    }
    return { exchanges, warnings: [...new Set(warnings)] };
  },
} satisfies Capture;
