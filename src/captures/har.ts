import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import type { HeaderField, HttpRequest, HttpResponse, NetworkFailure, RawExchange } from '../model/exchange.ts';

type Members = Record<string, unknown>;

/** How browsers word a failure (Chromium's net error list, Firefox's NS_ERROR names); the first that matches decides. */
const KIND_BY_ERROR: [RegExp, NetworkFailure['kind']][] = [
  [/PROXY|TUNNEL|SOCKS/i, 'proxy'],
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION|UNKNOWN_HOST|\bDNS/i, 'dns'],
  [/CONNECTION_REFUSED/i, 'refused'],
  [/TIMED_OUT|TIMEOUT/i, 'timeout'],
  [/CERT|SSL|TLS|SEC_ERROR/i, 'tls'],
  [/CONNECTION_(?:RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|NET_RESET|NET_INTERRUPT|HTTP2_|QUIC_|SOCKET_NOT_CONNECTED/i, 'reset'],
  [/UNREACHABLE|INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_ACCESS_DENIED|OFFLINE/i, 'unreachable'],
];

const TEXTUAL =
  /^(?:text\/|application\/(?:[\w.+-]*\b(?:json|xml|javascript|ecmascript|graphql|yaml|x-www-form-urlencoded|x-ndjson|problem)\b)|multipart\/form-data)/i;

const membersOf = (value: unknown): Members =>
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
  for (const field of listOf(value).map(membersOf)) {
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
  if (text === undefined || content['encoding'] !== 'base64') return text;
  const bytes = Buffer.from(text, 'base64');
  const decoded = bytes.toString();
  const textual = TEXTUAL.test((textOf(content['mimeType']) ?? '').slice(0, 200)) || !/[\ufffd\0-\x08\x0e-\x1a]/.test(decoded);
  return textual && decoded !== '' ? decoded : undefined;
}

/** The body that was sent; browsers give a form as its parameters. */
function sentBody(postData: Members): string | undefined {
  const text = bodyOf(postData);
  if (text !== undefined) return text;
  const parameters = listOf(postData['params'])
    .map(membersOf)
    .flatMap(({ name, value }) => (typeof name === 'string' ? [[name, scalarOf(value)] as [string, string]] : []));
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

function responseOf(response: Members): HttpResponse | undefined {
  const { headers, pseudo } = fieldsOf(response['headers']);
  const status = Number(response['status'] || pseudo.get(':status'));
  if (!Number.isInteger(status) || status < 100 || status > 999) return undefined;
  const reason = textOf(response['statusText']);
  const version = versionOf(response['httpVersion']);
  const body = bodyOf(membersOf(response['content']));
  return {
    status,
    ...(reason !== undefined && { reason }),
    ...(version !== undefined && { version }),
    headers,
    ...(body !== undefined && { body }),
  };
}

/** Why there is no response, in the browser's word where it gives one. */
function failureOf(entry: Members, response: Members): NetworkFailure {
  const places = [
    response['_error'],
    entry['_error'],
    entry['_blocked_reason'],
    entry['_blockedReason'],
    response['_blockedReason'],
    response['statusText'],
    response['comment'],
  ];
  const word = places.map(textOf).find((text) => text !== undefined);
  const blocked = entry['_blocked'] === true || response['_blocked'] === true ? 'blocked before it was sent' : undefined;
  const message = word ?? blocked ?? 'the browser noted no response and no reason';
  return { kind: KIND_BY_ERROR.find(([words]) => words.test(message))?.[1] ?? 'other', message };
}

function timeOf(value: unknown): string | undefined {
  const time = Date.parse(textOf(value) ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function exchangeOf(entry: Members): RawExchange | undefined {
  const request = requestOf(membersOf(entry['request']));
  const response = membersOf(entry['response']);
  const answer = responseOf(response);
  if (!request && !answer) return undefined;
  const at = timeOf(entry['startedDateTime']);
  return {
    source: { shape: 'har' },
    ...(request && { request }),
    ...(answer ? { response: answer } : { failure: failureOf(entry, response) }),
    ...(at !== undefined && { at }),
  };
}

/** Whether a JSON text stops inside a string, an object or an array, whatever its parser says of it. */
function endsInside(text: string): boolean {
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

function parsed(text: string): unknown {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    if (!endsInside(json))
      throw new UnreadableInput('The HAR file is not valid JSON.', 'Export it once more from the browser, and do not edit it by hand.');
    throw new UnreadableInput(
      `The HAR file is cut off: it ends at byte ${Buffer.byteLength(text)}, in the middle.`,
      'Export it once more, and wait until the browser has written all of it.',
    );
  }
}

export default {
  title: 'HAR, an HTTP archive',
  madeBy: 'the network panel of a browser ("Save all as HAR"), mitmproxy, Charles, Fiddler',
  recognise: (text) => (/^\ufeff?\s*\{\s*"log"\s*:\s*\{/.test(text.slice(0, 4096)) ? 0.95 : 0),
  read(text): Captured {
    const entries = membersOf(membersOf(parsed(text))['log'])['entries'];
    if (!Array.isArray(entries) || entries.length === 0) {
      throw new UnreadableInput('The HAR file holds no entries.', 'Open the network panel before the call is made, and export after it.');
    }
    const exchanges = entries.flatMap((entry) => exchangeOf(membersOf(entry)) ?? []);
    const left = entries.length - exchanges.length;
    if (exchanges.length === 0)
      throw new UnreadableInput('No entry of the HAR file has a request or a response.', 'Export it once more from the browser.');
    return { exchanges, warnings: left > 0 ? [`${left} of ${entries.length} entries have neither a request nor a response.`] : [] };
  },
} satisfies Capture;
