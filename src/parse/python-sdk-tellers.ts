/** What vendors' Python SDKs print when a call fails; the answer inside is turned back into the JSON that the server sent. */
import type { HeaderField } from '../model/exchange.ts';
import { objectsIn, type FoundObject } from './loose-json.ts';
import { pythonFailure } from './python-failure.ts';
import type { Teller, Told } from './python-printed.ts';

/** Objects are read in this much of a message, and looked for in this much. */
const REACH = 50_000;
const GLANCE = 1000;

/** The object with which a text starts; a short look first, so that texts of many broken ones cost little. */
export function objectAt(text: string): FoundObject | undefined {
  const [first] = objectsIn(text.slice(0, GLANCE));
  if (first?.start !== 0) return undefined;
  return first.truncated && text.length > GLANCE ? objectsIn(text.slice(0, REACH)).find(({ start }) => start === 0) : first;
}

/** A repr inside a repr has its quotes escaped. */
const unquoted = (text: string): string => (/^\s*[{[]\s*\\['"]/.test(text.slice(0, 50)) ? text.replaceAll(/\\(['"])/g, '$1') : text);

/** The object with which a message starts, as JSON, or the words where it is none (HTML, a sentence). */
export function bodyIn(rest: string): Pick<Told, 'body' | 'truncated' | 'end'> {
  const start = rest.length - rest.trimStart().length;
  const prefix = /^b?(?=[{[])|^b?['"](?=[{[])/.exec(rest.slice(start, start + 4))?.[0].length;
  const from = start + (prefix ?? 0);
  if (/[{[]/.test(rest[from] ?? '')) {
    const text = rest.slice(from, from + REACH);
    const found = objectAt(text) ?? objectAt(unquoted(text));
    if (found) {
      return {
        end: Math.min(rest.length, from + found.end),
        body: JSON.stringify(found.value),
        ...(found.truncated && { truncated: true }),
      };
    }
  }
  const words = rest.trim().slice(0, REACH);
  return words === '' || words === 'None' ? { end: rest.length } : { end: rest.length, body: words };
}

/** openai ≥ 1, anthropic, groq and other SDKs from the same generator: "Error code: 429 - {'error': …}". */
export const errorCode: Teller = {
  mark: /\bError code: ([1-5]\d\d)(?: - |(?=["')\s]|$))/g,
  read([mark, status], rest) {
    return mark.endsWith(' - ') ? { ...bodyIn(rest), status: Number(status) } : { end: 0, status: Number(status) };
  },
};

/** The same SDKs where no answer came. */
const sdkConnection: Teller = {
  mark: /(?:^|[\s"'(<:])(?:[a-z]\w{0,40}\.){0,3}(API(?:Connection|Timeout)Error)(?:: |\(['"]|(?=\s|$))/g,
  read([, name], rest) {
    const line = rest.split('\n', 1)[0]!;
    if (/\w - \{|Exception - /.test(line)) return undefined;
    return { end: line.length, failure: pythonFailure(name!, line.replace(/['"]\){1,3}$/, '')) };
  },
};

/** An exception of a package whose message has no status of its own. */
export const namedError = (packages: string): Teller => ({
  mark: new RegExp(String.raw`\b(?:${packages})\.(?:\w{1,40}\.){0,2}[A-Z]\w{1,60}(?:Error|Exception|Exceeded|Timeout): `, 'g'),
  read: (_, rest) => ({ end: rest.length, mayTell: true }),
});

export const openaiTellers: Teller[] = [errorCode, sdkConnection, namedError('openai')];
export const anthropicTellers: Teller[] = [errorCode, sdkConnection, namedError('anthropic')];

function fieldsOf(value: unknown): HeaderField[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return fields.some(([name]) => /^(?:date|content-type|server)$/i.test(name))
    ? fields.map(([name, text]) => ({ name, value: text }))
    : undefined;
}

/** openai < 1 prints, for the errors it has no class for, the body, the status, the parsed body and the header fields. */
function oldAnswer(message: string): Told | undefined {
  const whole = /\s([1-5]\d\d) (?=\{['"])/.exec(message);
  if (whole) {
    const start = whole.index + whole[0].length;
    const body = objectAt(message.slice(start, start + REACH));
    if (body) {
      const after = message.slice(start + body.end, start + body.end + REACH).trimStart();
      const fields = fieldsOf(objectAt(after)?.value);
      return { end: message.length, status: Number(whole[1]), body: JSON.stringify(body.value), ...(fields && { headers: fields }) };
    }
  }
  const told = /\bHTTP code ([1-5]\d\d) from API \(([\s\S]*)\)/.exec(message);
  if (!told) return undefined;
  const body = told[2]!.trim();
  return { end: message.length, status: Number(told[1]), ...(body !== '' && { body }) };
}

const oldOpenai: Teller = {
  mark: /\bopenai\.error\.(\w{1,40}): /g,
  read([, name], rest) {
    const answer = oldAnswer(rest);
    if (answer) return answer;
    if (/^(?:APIConnectionError|Timeout)$/.test(name!) && !/ConnectionPool\(host=/.test(rest)) {
      return { end: rest.length, failure: pythonFailure(name!, rest.split('\n', 1)[0]!) };
    }
    return { end: rest.length, mayTell: true };
  },
};

export const oldOpenaiTellers: Teller[] = [oldOpenai];

/** tenacity, as LangChain and google-genai use it: "… in 4.0 seconds as it raised RateLimitError: …". */
const attempt: Teller = {
  mark: /\bRetrying [\w.<>]{1,300} in [\d.]{1,20} seconds as it raised (\w{1,80}): /g,
  read([, name], rest) {
    const line = rest.split('\n', 1)[0]!;
    const old = oldAnswer(line);
    if (old) return { ...old, isAttempt: true };
    const failed = /^(?:APIConnectionError|Timeout|APITimeoutError|ConnectError|ReadTimeout|ConnectTimeout)$/.test(name!);
    return {
      end: line.length,
      isAttempt: true,
      mayTell: true,
      ...(failed && !/ConnectionPool\(host=/.test(line) && { failure: pythonFailure(name!, line) }),
    };
  },
};

export const attemptTellers: Teller[] = [attempt];
