/** The bodies of HTTP messages: how long they are, and what is framing (RFC 9112 §6 and §7). */
import { header, type HeaderField } from '../model/exchange.ts';
import { endsInsideJson } from './loose-json.ts';

const isChunked = (headers: readonly HeaderField[]): boolean => /\bchunked\b/i.test(header(headers, 'transfer-encoding') ?? '');

/** The Content-Length of a message, where it is one and tells the end of the body (RFC 9112 §6.3). */
export function contentLength(headers: readonly HeaderField[]): number | undefined {
  if (header(headers, 'transfer-encoding') !== undefined) return undefined;
  const value = header(headers, 'content-length');
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** The content codings of a message, in the order in which they were applied (RFC 9110 §8.4); "identity" is none. */
export const codingsOf = (headers: readonly HeaderField[]): string[] =>
  (header(headers, 'content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');

/** Whether a text is what becomes of bytes that are no text: those that are no UTF-8, or control characters. */
export const isGarbled = (text: string): boolean => /[\ufffd\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text.slice(0, 4096));

/**
 * Whether a body with which the text ends is cut off: JSON that is not closed, or shorter than its Content-Length by more
 * than copying explains: line ends lose their CR, the last one is lost. No body at all is what an answer to HEAD has; the
 * length of a compressed body says nothing about the decoded one.
 */
export function isCutShort(body: string, headers: readonly HeaderField[]): boolean {
  if (endsInsideJson(body)) return true;
  const length = contentLength(headers);
  if (length === undefined || body.trim() === '' || header(headers, 'content-encoding') !== undefined) return false;
  return Buffer.byteLength(body) + body.split('\n').length + 1 < length;
}

export type Chunked = {
  body: string;
  /** The byte after the last chunk and its trailer fields. */
  end: number;
  /** The bytes ended before the last chunk. */
  truncated: boolean;
};

/** Reads the chunked body that starts at a byte. `mayBreakOff`: the text may end before the body does. */
export type ChunkReader = (headers: readonly HeaderField[], from: number, mayBreakOff: boolean) => Chunked | undefined;

/** More chunks than a text of calls has; so that no text makes many bodies be read through each other. */
const MAX_CHUNKS = 1_000_000;

/**
 * Makes the reader of a text's chunked bodies (RFC 9112 §7.1). It gives undefined for a body that is not chunked, or not
 * framed any more, as after curl.
 */
export function chunkReader(text: string): ChunkReader {
  let bytes: Buffer | undefined;
  let read = 0;
  return (headers, from, mayBreakOff) => {
    if (!isChunked(headers)) return undefined;
    bytes ??= Buffer.from(text);
    const chunks: Buffer[] = [];
    const whole = (end: number): Chunked => ({ body: Buffer.concat(chunks).toString(), end, truncated: false });
    const cut = (end: number): Chunked | undefined => (mayBreakOff ? { ...whole(end), truncated: true } : undefined);
    for (let at = from; read < MAX_CHUNKS; read += 1) {
      if (at >= bytes.length && chunks.length > 0) return cut(bytes.length);
      const line = lineOf(bytes, at);
      const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?$/i.exec(line.text);
      if (!size) return undefined;
      const length = parseInt(size[1]!, 16);
      if (length === 0) return whole(trailerEnd(bytes, line.next));
      const end = line.next + length;
      chunks.push(bytes.subarray(line.next, end));
      if (end > bytes.length) return cut(bytes.length);
      const after = lineOf(bytes, end);
      if (after.text !== '') return undefined;
      at = after.next;
    }
    return undefined;
  };
}

/** A line's text, no longer than that of a chunk's size, and where the next line starts. */
function lineOf(bytes: Buffer, at: number): { text: string; next: number } {
  const lineBreak = bytes.subarray(at, at + 1024).indexOf(10);
  const end = lineBreak < 0 ? Math.min(bytes.length, at + 1024) : at + lineBreak;
  return { text: bytes.toString('latin1', at, end).replace(/\r$/, ''), next: lineBreak < 0 ? end : end + 1 };
}

function trailerEnd(bytes: Buffer, from: number): number {
  let at = from;
  for (let fields = 0; fields < 100 && at < bytes.length; fields += 1) {
    const { text, next } = lineOf(bytes, at);
    if (text === '') return next;
    if (!/^[\w-]+:/.test(text)) return at;
    at = next;
  }
  return at;
}
