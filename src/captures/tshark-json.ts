import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import type { HeaderField, RawExchange } from '../model/exchange.ts';
import { isGarbled } from '../parse/http-body.ts';
import { exchangesOfDissected, startOf, type Dissected } from '../parse/http-dissected.ts';
import { addFieldLine } from '../parse/http-head.ts';
import { strictJson } from '../parse/loose-json.ts';

/** The values of each field, by names in which points stand for underscores: the formats differ in them. */
type Fields = Map<string, string[]>;
type Packet = { fields: Fields; connection: string };

const MARK = /"layers"\s*:\s*\{/;
const HTTP = /"(?:http2?[._](?:http2?[._])?(?:response|request|headers|file_data|stream)[\w.]*)"\s*:/;
const MAX_DEPTH = 12;

/** Members of one name, of which JSON.parse would keep the last, get names of their own. */
function withOwnNames(text: string): string {
  let count = 0;
  return text.replaceAll(
    /"(http\.(?:request|response)\.line|http2\.header\.name|http2\.header\.value|http2\.header|http2\.stream)"(?=\s*:)/g,
    (_, name: string) => {
      count += 1;
      return `"${name}#${count}"`;
    },
  );
}

const nameOf = (key: string): string =>
  key
    .replace(/#\d+$/, '')
    .replace(/^(http2?|tcp|json)_(?=\1_)/, '')
    .replaceAll('_', '.');

function collect(value: unknown, key: string, fields: Fields, depth = 0): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, key, fields, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) collect(member, name, fields, depth + 1);
  } else if (typeof value === 'string' || typeof value === 'number') {
    const name = nameOf(key);
    const values = fields.get(name);
    if (values) values.push(String(value));
    else fields.set(name, [String(value)]);
  }
}

const first = (fields: Fields, ...names: string[]): string | undefined =>
  names.map((name) => fields.get(name)?.[0]).find((value) => value !== undefined);

/** A body as tshark prints it: text, or bytes in hexadecimal, with colons or without. */
function bodyOf(fields: Fields): string {
  const data = first(fields, 'http.file.data', 'http2.body.reassembled.data', 'http2.data.data', 'json.object') ?? '';
  if (!/^(?:[\da-f]{2}:?)+$/i.test(data)) return data;
  const text = Buffer.from(data.replaceAll(':', ''), 'hex').toString();
  return isGarbled(text) ? (data.includes(':') ? '' : data) : text;
}

function headersOf(fields: Fields, lines: string): HeaderField[] {
  const headers: HeaderField[] = [];
  for (const line of fields.get(lines) ?? []) addFieldLine(headers, line.replace(/(?:\\r\\n|\r\n)$/, ''));
  const shown: [string, string][] = [
    ['Host', 'http.host'],
    ['Content-Type', 'http.content.type'],
    ['Authorization', 'http.authorization'],
    ['Location', 'http.location'],
  ];
  const known = new Set(headers.map(({ name }) => name.toLowerCase()));
  const own = shown.flatMap(([name, field]) => {
    const value = known.has(name.toLowerCase()) ? undefined : first(fields, field);
    return value === undefined ? [] : [{ name, value }];
  });
  return [...headers, ...own];
}

function ofHttp2(fields: Fields): Dissected | undefined {
  const names = fields.get('http2.header.name') ?? [];
  const values = fields.get('http2.header.value') ?? [];
  const pairs = names.map((name, i) => [name, values[i] ?? ''] as const);
  const pseudo = new Map(pairs.filter(([name]) => name.startsWith(':')));
  for (const name of ['status', 'method', 'path', 'authority', 'scheme']) {
    const value = first(fields, `http2.headers.${name}`);
    if (value !== undefined) pseudo.set(`:${name}`, value);
  }
  const start = startOf(pseudo, first(fields, 'http2.request.full.uri'));
  const headers = pairs.filter(([name]) => !name.startsWith(':')).map(([name, value]) => ({ name, value }));
  return start === undefined ? undefined : { start, headers, body: bodyOf(fields) };
}

function messageOf(fields: Fields): Dissected | undefined {
  const status = first(fields, 'http.response.code');
  const body = bodyOf(fields);
  if (status !== undefined && /^[1-5]\d\d$/.test(status)) {
    const phrase = first(fields, 'http.response.phrase', 'http.response.code.desc') ?? '';
    const version = /^HTTP\/\d(?:\.\d)?$/.exec(first(fields, 'http.response.version') ?? '')?.[0] ?? 'HTTP/1.1';
    return { start: `${version} ${status} ${phrase}`.trim(), headers: headersOf(fields, 'http.response.line'), body };
  }
  const method = first(fields, 'http.request.method');
  if (method === undefined) return ofHttp2(fields);
  const target = first(fields, 'http.request.full.uri', 'http.request.uri') ?? '/';
  return { start: `${method} ${target.replaceAll(/\s/g, '%20')} HTTP/1.1`, headers: headersOf(fields, 'http.request.line'), body };
}

function packetOf(value: unknown): Packet | undefined {
  const { _source: source, layers = (source as { layers?: unknown } | undefined)?.layers } = (value ?? {}) as Record<string, unknown>;
  if (typeof layers !== 'object' || layers === null) return undefined;
  const fields: Fields = new Map();
  for (const [name, layer] of Object.entries(layers)) if (name !== 'frame') collect(layer, name, fields);
  return { fields, connection: `${first(fields, 'tcp.stream') ?? ''} ${first(fields, 'http2.streamid') ?? ''}` };
}

/** The packets of -T json, one list, or of -T ek, a line each; a last line that is cut off is left out. */
function packetsOf(text: string, warnings: string[]): Packet[] {
  const whole = strictJson(withOwnNames(text));
  if (whole !== undefined) return (Array.isArray(whole) ? whole : [whole]).flatMap((value) => packetOf(value) ?? []);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map((line) => strictJson(withOwnNames(line)));
  if (values.every((value) => value === undefined))
    throw new UnreadableInput(
      'The JSON of tshark is cut off, or is not valid.',
      'Write it into a file once more: tshark -r FILE -T json > calls.json',
    );
  const broken = values.filter((value) => value === undefined).length;
  if (broken > 0)
    warnings.push(`${broken === 1 ? 'A line' : `${broken} lines`} of the JSON of tshark did not count: cut off, or not valid.`);
  return values.flatMap((value) => packetOf(value) ?? []);
}

export default {
  title: 'tshark as JSON',
  madeBy: 'tshark -T json, tshark -T ek',
  recognise(text) {
    const start = text.slice(0, 1_000_000);
    return MARK.test(start.slice(0, 65_536)) && HTTP.test(start) ? 0.95 : 0;
  },
  read(text): Captured {
    const warnings: string[] = [];
    const connections = new Map<string, Dissected[]>();
    for (const { fields, connection } of packetsOf(text, warnings)) {
      const message = messageOf(fields);
      const messages = connections.get(connection);
      if (message && messages) messages.push(message);
      else if (message) connections.set(connection, [message]);
    }
    const exchanges: RawExchange[] = [...connections.values()].flatMap((messages) =>
      exchangesOfDissected(messages, 'tshark-json', warnings),
    );
    if (exchanges.length === 0)
      throw new UnreadableInput(
        'The JSON of tshark holds no HTTP message.',
        "Let tshark decrypt TLS, and filter: tshark -r FILE -Y 'http || http2' -T json",
      );
    return { exchanges, warnings };
  },
} satisfies Capture;
