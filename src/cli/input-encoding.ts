/** Input that is not text as it stands: a gzip'ed file, and HTTP messages whose bodies are still compressed (RFC 9110 §8.4). */
import type * as Zlib from 'node:zlib';
import { UnreadableInput } from '../model/capture.ts';
import { header, type HeaderField } from '../model/exchange.ts';
import { codingsOf, contentLength } from '../parse/http-body.ts';
import { addFieldLine, requestLine, statusLine, type RequestLine, type StatusLine } from '../parse/http-head.ts';

const MAX_BODY = 16 * 2 ** 20;
const MAX_HEAD = 64 * 1024;
/** Further messages stay as they are. */
const MAX_MESSAGES = 1000;
/** What stands in place of a body that could not be decoded: the capture says so. */
const GARBLED = Buffer.from('\ufffd');

/** Loaded when there is something to decompress: a start must not pay for it. */
const zlib = (): typeof Zlib => process.getBuiltinModule('node:zlib');

const isTooLarge = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';

/** Decompresses a gzip'ed file (RFC 1952), which may end early. Throws `UnreadableInput` where it is larger than `maxBytes` or broken. */
export function gunzipped(bytes: Buffer, what: string, maxBytes: number): Buffer {
  const { constants, gunzipSync } = zlib();
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (isTooLarge(error))
      throw new UnreadableInput(`${what} is larger than ${maxBytes / 2 ** 20} MiB when it is decompressed.`, 'Cut out the failing part.');
    throw new UnreadableInput(
      `${what} starts like gzip and cannot be decompressed.`,
      'Decompress it first: gunzip shows what is wrong with it.',
    );
  }
}

/** One coding taken off a body, as far as the bytes go; undefined where they are not of that coding, or node cannot read it. */
function decoded(bytes: Buffer, coding: string): Buffer | undefined {
  const library = zlib();
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = library.constants;
  const flated = { maxOutputLength: MAX_BODY, finishFlush: Z_SYNC_FLUSH };
  // node 22.15 and later have it.
  const { zstdDecompressSync: zstd } = library as { zstdDecompressSync?: (bytes: Buffer, options: object) => Buffer };
  const readers: Record<string, (() => Buffer)[]> = {
    gzip: [() => library.gunzipSync(bytes, flated)],
    'x-gzip': [() => library.gunzipSync(bytes, flated)],
    // Many servers send raw DEFLATE for what should be zlib's format (RFC 9110 §8.4.1.2).
    deflate: [() => library.inflateSync(bytes, flated), () => library.inflateRawSync(bytes, flated)],
    br: [() => library.brotliDecompressSync(bytes, { maxOutputLength: MAX_BODY, finishFlush: BROTLI_OPERATION_FLUSH })],
    zstd: zstd ? [() => zstd(bytes, { maxOutputLength: MAX_BODY })] : [],
  };
  for (const read of readers[coding] ?? []) {
    try {
      return read();
    } catch (error) {
      if (isTooLarge(error))
        throw new UnreadableInput(
          'The body of the response is larger than 16 MiB when it is decompressed.',
          'Give the head and the start of the body.',
        );
    }
  }
  return undefined;
}

/** Whether bytes are a text: what curl --compressed has decoded keeps its Content-Encoding field. */
function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, 65_536), { stream: true });
    return !/[\0-\x08\x0e-\x1a]/.test(text);
  } catch {
    return false;
  }
}

/** The bytes of a chunked body without its framing (RFC 9112 §7.1), and how many bytes it took; undefined where it has none. */
function unchunked(bytes: Buffer): { body: Buffer; taken: number } | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const lineBreak = bytes.subarray(at, at + 1024).indexOf(10);
    if (lineBreak < 0) return chunks.length > 0 ? { body: Buffer.concat(chunks), taken: bytes.length } : undefined;
    const size = /^([\da-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(bytes.toString('latin1', at, at + lineBreak))?.[1];
    if (size === undefined) return undefined;
    at += lineBreak + 1;
    const length = Number.parseInt(size, 16);
    if (length === 0) return { body: Buffer.concat(chunks), taken: Math.min(bytes.length, at + 2) };
    chunks.push(bytes.subarray(at, at + length));
    at += length;
    if (bytes[at] === 13) at += 1;
    if (bytes[at] === 10) at += 1;
  }
}

type Head = { start: StatusLine | RequestLine; headers: HeaderField[]; end: number };

/** The head that starts at a byte: a start line, field lines and the blank line behind them. */
function headAt(bytes: Buffer, from: number): Head | undefined {
  const text = bytes.toString('latin1', from, from + MAX_HEAD);
  const blank = /\r?\n\r?\n/.exec(text);
  if (!blank) return undefined;
  const [first = '', ...fields] = text.slice(0, blank.index).split(/\r?\n/);
  const start = statusLine(first) ?? requestLine(first);
  const headers: HeaderField[] = [];
  if (!start || !fields.every((line) => addFieldLine(headers, line))) return undefined;
  return { start, headers, end: from + blank.index + blank[0].length };
}

/** The body behind a head: its bytes decoded, and where the next message may start. */
function bodyAt(bytes: Buffer, { start, headers, end }: Head): { body: Buffer; next: number } {
  if (!('status' in start) || start.status < 200) {
    // A body that waited for 100 (Continue) stands behind that response, whatever the length in the head of the request.
    const at = bytes.indexOf('HTTP/', end);
    const next = at >= 0 && headAt(bytes, at) ? at : bytes.length;
    return { body: bytes.subarray(end, next), next };
  }
  const rest = bytes.subarray(end);
  const codings = codingsOf(headers);
  const length = contentLength(headers);
  const own = length === undefined ? rest : rest.subarray(0, length);
  if (codings.length === 0 || isText(own)) {
    const next = length === undefined ? (headAt(bytes, end) ? end : bytes.length) : end + own.length;
    return { body: bytes.subarray(end, next), next };
  }
  const framed = /\bchunked\b/i.test(header(headers, 'transfer-encoding') ?? '') ? unchunked(rest) : undefined;
  let body: Buffer | undefined = framed?.body ?? own;
  for (const coding of codings.toReversed()) body = body && decoded(body, coding);
  return { body: body ?? GARBLED, next: end + (framed?.taken ?? own.length) };
}

/**
 * HTTP messages with their compressed bodies decoded, each to 16 MiB at most; the same bytes where they do not start with
 * a head, or no field tells of a compression. A body that cannot be decoded becomes U+FFFD.
 */
export function withDecodedBodies(bytes: Buffer): Buffer {
  const start = bytes.toString('latin1', 0, 512).trimStart();
  const first = start.split('\n', 1)[0]!.trimEnd();
  if ((!statusLine(first) && !requestLine(first)) || !/\ncontent-encoding:/i.test(bytes.toString('latin1', 0, MAX_HEAD))) return bytes;
  const parts: Buffer[] = [];
  let at = 0;
  while (at < bytes.length && parts.length < 2 * MAX_MESSAGES) {
    const blank = /^[\r\n]*/.exec(bytes.toString('latin1', at, at + 16))![0].length;
    const head = headAt(bytes, at + blank);
    if (!head) break;
    const { body, next } = bodyAt(bytes, head);
    parts.push(bytes.subarray(at, head.end), body);
    at = next;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}
