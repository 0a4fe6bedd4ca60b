/** One entry of an HTTP archive as an exchange, in the dialects of the tools that write them (HAR 1.2, and what each bends). */
import type { HeaderField, HttpRequest, HttpResponse, NetworkFailure, RawExchange } from '../model/exchange.ts';
import { failureKind } from './failure-words.ts';
import { fiddlerFailure } from './fiddler-failure.ts';

type Members = Record<string, unknown>;

const TEXTUAL =
  /^(?:text\/|application\/(?:[\w.+-]*\b(?:json|xml|javascript|ecmascript|graphql|yaml|x-www-form-urlencoded|x-ndjson|problem)\b)|multipart\/form-data)/i;
const NEVER_TEXT = /^(?:image\/(?!svg)|audio\/|video\/|font\/)/i;
const UNPRINTABLE = /[\ufffd\0-\x08\x0e-\x1a]/;

/** The members of a JSON object; {} for anything else. */
export const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Some tools write numbers where HAR has strings. */
const scalarOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** Header fields, and what the pseudo-header fields among them say (RFC 9113 §8.3), which are no fields of the message. */
function fieldsOf(value: unknown): { headers: HeaderField[]; pseudo: Map<string, string> } {
  const headers: HeaderField[] = [];
  const pseudo = new Map<string, string>();
  for (const item of listOf(value)) {
    const field = membersOf(item);
    const name = textOf(field['name']);
    if (name === undefined) continue;
    const content = scalarOf(field['value']);
    if (name.startsWith(':')) pseudo.set(name.toLowerCase(), content);
    else headers.push({ name, value: content });
  }
  return { headers, pseudo };
}

/** "HTTP/1.1" is 1.1; "h2", "http/2.0" and "HTTP/2" are 2. */
function versionOf(value: unknown): string | undefined {
  const version = /^(?:HTTP\/|h)(\d(?:\.\d)?)$/i.exec(textOf(value) ?? '')?.[1];
  return version?.replace(/^([23])\.0$/, '$1');
}

/** The text of a body. What is encoded in base64 and no text, an image or a sound, is left out. */
function bodyOf(content: Members): string | undefined {
  const text = textOf(content['text']);
  if (text === undefined || textOf(content['encoding'])?.toLowerCase() !== 'base64') return text;
  const mimeType = (textOf(content['mimeType']) ?? '').slice(0, 200);
  if (NEVER_TEXT.test(mimeType)) return undefined;
  const textual = TEXTUAL.test(mimeType);
  // The start tells; most of what is encoded is large and no text.
  if (!textual && UNPRINTABLE.test(Buffer.from(text.slice(0, 400), 'base64').toString('latin1'))) return undefined;
  const decoded = Buffer.from(text, 'base64').toString();
  return decoded !== '' && (textual || !UNPRINTABLE.test(decoded)) ? decoded : undefined;
}

/** The body that was sent; browsers and Fiddler give a form as its parameters. */
function sentBody(postData: Members): string | undefined {
  const text = bodyOf(postData);
  if (text !== undefined) return text;
  const parameters = listOf(postData['params'])
    .map(membersOf)
    .flatMap(({ name, value }) => (typeof name === 'string' ? [[name, scalarOf(value)] as [string, string]] : []));
  // JSON that was sent under the name of a form is one parameter without a value, with Charles.
  const [first] = parameters;
  if (parameters.length === 1 && first?.[1] === '' && /^\s*[{[]/.test(first[0])) return first[0];
  return parameters.length > 0 ? new URLSearchParams(parameters).toString() : undefined;
}

function requestOf(request: Members): HttpRequest | undefined {
  const { headers, pseudo } = fieldsOf(request['headers']);
  const method = textOf(request['method']) ?? pseudo.get(':method');
  const path = pseudo.get(':path');
  const url =
    textOf(request['url']) ??
    (path === undefined ? undefined : `${pseudo.get(':scheme') ?? 'https'}://${pseudo.get(':authority') ?? ''}${path}`);
  if (method === undefined) return undefined;
  const body = sentBody(membersOf(request['postData']));
  return { method, ...(url !== undefined && { url }), headers, ...(body !== undefined && { body }) };
}

/** A status code as a number, as a string, or at the start of one: 402, "402", "402 Payment Required". */
function statusOf(value: unknown): number | undefined {
  const digits = /^\s*([1-9]\d\d)(?:\.0+)?(?:\s|$)/.exec(scalarOf(value))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** What a WebSocket brought, where it brought an error: the last one of its messages that names one. */
function socketError(entry: Members): string | undefined {
  const received = listOf(entry['_webSocketMessages'])
    .map(membersOf)
    .filter(({ type }) => type === 'receive');
  return received.map(({ data }) => textOf(data)).findLast((data) => data !== undefined && /"errors?"/.test(data.slice(0, 10_000)));
}

function responseOf(entry: Members, response: Members): HttpResponse | undefined {
  const { headers, pseudo } = fieldsOf(response['headers']);
  const status = statusOf(response['status']) ?? statusOf(pseudo.get(':status'));
  if (status === undefined) return undefined;
  const reason = textOf(response['statusText']);
  const version = versionOf(response['httpVersion']);
  const body = bodyOf(membersOf(response['content'])) ?? (status === 101 ? socketError(entry) : undefined);
  return {
    status,
    ...(reason !== undefined && { reason }),
    ...(version !== undefined && { version }),
    headers,
    ...(body !== undefined && { body }),
  };
}

/** Why there is no response, in the tool's word where it gives one. */
function failureOf(entry: Members, response: Members): NetworkFailure {
  const places = [
    response['_error'],
    entry['_error'],
    entry['_blocked_reason'],
    entry['_blockedReason'],
    response['_blockedReason'],
    response['statusText'],
    response['comment'],
    membersOf(response['content'])['comment'],
  ];
  const word = places.map(textOf).find((text) => text !== undefined);
  const blocked = entry['_blocked'] === true || response['_blocked'] === true ? 'blocked before it was sent' : undefined;
  const message = word ?? blocked ?? 'the archive holds no response and no reason';
  return { kind: failureKind(message), message };
}

/** ISO 8601 in UTC; without a zone nobody knows when it was. */
function timeOf(value: unknown): string | undefined {
  const text = textOf(value) ?? '';
  const time = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** Takes an element of log.entries; gives undefined where it has neither a request nor a response. */
export function harExchange(element: unknown): RawExchange | undefined {
  const entry = membersOf(element);
  const request = requestOf(membersOf(entry['request']));
  const response = membersOf(entry['response']);
  const answer = responseOf(entry, response);
  if (!request && !answer) return undefined;
  const failure = answer ? fiddlerFailure(answer) : failureOf(entry, response);
  const at = timeOf(entry['startedDateTime']);
  return {
    source: { shape: 'har' },
    ...(request && { request }),
    ...(failure ? { failure } : answer && { response: answer }),
    ...(at !== undefined && { at }),
  };
}
