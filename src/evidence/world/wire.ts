/** One request over the wire by undici: through a proxy or not, bounded in time and size, and read as text. */
import { pipeline, type Readable } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Dispatcher } from 'undici';
import type { HeaderField, HttpResponse, NetworkFailure, SendOptions } from '../../model/exchange.ts';
import { decoded } from './masks.ts';
import type { Hop } from './redirect.ts';

type Undici = typeof import('undici');
export type Environment = Readonly<Record<string, string | undefined>>;

/** A body of no bytes (to HEAD, or with 204) says its encoding too: that is no fault, so the end of the input is none. */
const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
const DECODERS: Record<string, () => NodeJS.ReadWriteStream & Readable> = {
  gzip: () => createGunzip(lenient),
  'x-gzip': () => createGunzip(lenient),
  deflate: () => createInflate(lenient),
  br: () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }),
};

/** Fields that belong to one connection, or that frame the body (RFC 9110 §7.6.1): undici writes its own. */
const OF_THE_CONNECTION =
  /^(?::.*|connection|keep-alive|proxy-connection|proxy-authorization|transfer-encoding|te|trailer|upgrade|expect|content-length)$/i;

/**
 * The proxy for a URL: the request's own, else the environment's for that scheme, in lower case before upper case. An empty
 * one is none. One that cannot be used is a failure.
 */
export function proxyFor(url: URL, options: SendOptions, environment: Environment): URL | NetworkFailure | undefined {
  const scheme = url.protocol.slice(0, -1);
  const given = options.proxy ?? environment[`${scheme}_proxy`] ?? environment[`${scheme.toUpperCase()}_PROXY`] ?? '';
  if (given.trim() === '') return undefined;
  const text = /^[a-z][a-z\d+.-]*:\/\//i.test(given) ? given : `http://${given}`;
  if (!URL.canParse(text)) return { kind: 'proxy', message: "the proxy's URL cannot be read" };
  const proxy = new URL(text.replace(/^socks5?h?:/i, 'socks5:'));
  if (/^(?:https?|socks5):$/.test(proxy.protocol)) return proxy;
  return { kind: 'proxy', message: `a proxy of the kind ${proxy.protocol.slice(0, -1)} cannot be used` };
}

/** Connections that requests of one run to the same origin use one after the other; whoever made them ends them. */
export type Connections = Map<string, Dispatcher>;

/** Idle connections are given up before any usual server does so, lest a request meets one that is closing. */
const IDLE_MS = 1000;

/** The connections to an origin, made where there are none yet. */
export function keptFor(undici: Undici, origin: string, { insecure = false }: SendOptions, connections: Connections): Dispatcher {
  const key = `${origin} ${insecure}`;
  const kept = connections.get(key) ?? new undici.Pool(origin, { connect: { rejectUnauthorized: !insecure }, keepAliveTimeout: IDLE_MS });
  connections.set(key, kept);
  return kept;
}

/** A dispatcher for one request to an origin: connections are not shared, so nothing of one question reaches another. */
export function dispatcherFor(
  undici: Undici,
  origin: string,
  proxy: URL | undefined,
  options: SendOptions,
  environment: Environment,
  timeout: number,
): Dispatcher {
  const tls = options.insecure ? { rejectUnauthorized: false } : {};
  const connect = { ...tls, timeout };
  if (!proxy) return new undici.Client(origin, { connect });
  const uri = proxy.href;
  return new undici.EnvHttpProxyAgent({
    httpProxy: uri,
    httpsProxy: uri,
    noProxy: environment['no_proxy'] ?? environment['NO_PROXY'] ?? '',
    connect,
    requestTls: tls,
    // As curl: a tunnel for https, the whole URL on the request line for http.
    proxyTunnel: false,
    ...(proxy.protocol === 'socks5:' && { username: decoded(proxy.username), password: decoded(proxy.password) }),
  });
}

/** Sends one request and gives the head of the response, its body not yet read. */
export async function sendHop(
  undici: Undici,
  hop: Hop,
  target: URL,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const asked = undici.request(target, {
    dispatcher,
    signal,
    method: hop.method,
    headers: fieldsOf(hop),
    ...(hop.body !== undefined && { body: hop.body }),
    headersTimeout: 0,
    bodyTimeout: 0,
    responseHeaders: 'raw',
  });
  // An abort reaches undici's request only once it is connected: a name server or a proxy that stays silent would outlast it.
  return new Promise((resolve, reject) => {
    const expire = (): void => reject(signal.reason);
    signal.addEventListener('abort', expire, { once: true });
    asked
      .then((head) => {
        // A body that nobody reads, as a redirect's, breaks off with its connection: that must not end the program.
        head.body.on('error', () => {});
        resolve(head);
      }, reject)
      .finally(() => signal.removeEventListener('abort', expire));
  });
}

/** Fields as undici takes them: by name, several lines of one name as an array, in the order in which the names came. */
function fieldsOf({ headers }: Hop): Record<string, string | string[]> {
  const fields = new Map<string, { name: string; values: string[] }>();
  const add = (name: string, value: string): void => {
    const field = fields.get(name.toLowerCase());
    if (field) field.values.push(value);
    else fields.set(name.toLowerCase(), { name, values: [value] });
  };
  for (const { name, value } of headers) {
    if (OF_THE_CONNECTION.test(name)) continue;
    const sent = /^accept-encoding$/i.test(name) ? readable(value) : value;
    if (sent !== '' || value === '') add(name, sent);
  }
  // A call without these is refused by some (GitHub, and firewalls in front of many); curl always sends both.
  if (!fields.has('user-agent')) add('User-Agent', 'diagnose-http');
  if (!fields.has('accept')) add('Accept', '*/*');
  return Object.fromEntries([...fields.values()].map(({ name, values }) => [name, values.length > 1 ? values : (values[0] as string)]));
}

/** The codings of an Accept-Encoding value that can be decoded here (zstd cannot, in Node 20). */
function readable(value: string): string {
  const codings = value.split(',').map((part) => part.trim());
  return codings.filter((part) => /^(?:identity|gzip|x-gzip|deflate|br)(?:;|\s|$)/i.test(part)).join(', ');
}

/** The header fields of a response, in their order. */
export function headersOf(head: Dispatcher.ResponseData): HeaderField[] {
  const raw = head.headers as unknown as string[];
  return Array.from({ length: raw.length / 2 }, (_, i) => ({ name: raw[2 * i] as string, value: raw[2 * i + 1] as string }));
}

/** A byte order mark says the encoding (https://encoding.spec.whatwg.org/#decode); AWS's status feed is UTF-16. */
function textOf(bytes: Buffer): string {
  const label = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(label).decode(bytes);
}

/**
 * Reads a body as UTF-8, or as UTF-16 where it begins so, decoded by its Content-Encoding, up to a number of bytes. A body that
 * breaks off, does not end in time, is larger, or cannot be decoded to its end is `truncated`; what came of it is kept. One that
 * is encoded in a way that is not known here is left out.
 */
export async function readBody(body: Readable, encoding: string, maxBytes: number): Promise<Pick<HttpResponse, 'body' | 'truncated'>> {
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  const decoders = codings.reverse().map((coding) => DECODERS[coding]?.());
  // The reader of the last stream learns of a failure; the callback is there because a pipeline wants one.
  const stream = decoders.reduce<Readable>((from, decoder) => (decoder ? (pipeline(from, decoder, () => {}) as Readable) : from), body);
  const chunks: Buffer[] = [];
  let size = 0;
  let truncated = false;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const room = maxBytes - size;
      chunks.push(chunk.subarray(0, room));
      size += Math.min(chunk.length, room);
      if (chunk.length > room) {
        truncated = true;
        break;
      }
    }
  } catch {
    truncated = true;
  }
  const isReadable = decoders.every(Boolean);
  return { ...(isReadable && { body: textOf(Buffer.concat(chunks)) }), ...(truncated && { truncated }) };
}
