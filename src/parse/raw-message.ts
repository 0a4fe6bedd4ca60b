/** One HTTP message as it was on the wire, in bytes: its body may be chunked, compressed, or no text at all (RFC 9112). */
import { header, type HeaderField } from '../model/exchange.ts';
import { addFieldLine } from './http-head.ts';

export type RawMessage = { startLine: string; headers: HeaderField[]; body: Buffer };

/** A head that is larger is none. */
const MAX_HEAD = 256 * 1024;

/** Takes a message's bytes; gives undefined where they hold no head. A head may end without a body, and without its empty line. */
export function rawMessage(bytes: Buffer): RawMessage | undefined {
  const start = bytes.subarray(0, MAX_HEAD);
  const crlf = start.indexOf('\r\n\r\n');
  const lf = start.indexOf('\n\n');
  const [end, after] = crlf >= 0 && (lf < 0 || crlf < lf) ? [crlf, crlf + 4] : lf >= 0 ? [lf, lf + 2] : [start.length, bytes.length];
  const [startLine = '', ...lines] = start.toString('latin1', 0, end).split(/\r?\n/);
  if (startLine.trim() === '') return undefined;
  const headers: HeaderField[] = [];
  for (const line of lines) addFieldLine(headers, line);
  const body = bytes.subarray(after);
  const chunked = /\bchunked\b/i.test(header(headers, 'transfer-encoding') ?? '');
  return { startLine, headers, body: chunked ? (unchunked(body) ?? body) : body };
}

/** A chunked body without its framing (RFC 9112 §7.1), as far as it goes; undefined where it is not framed, or not any more. */
function unchunked(bytes: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const lineEnd = bytes.subarray(at, at + 1024).indexOf(10);
    if (lineEnd < 0) break;
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(bytes.toString('latin1', at, at + lineEnd))?.[1];
    if (size === undefined) return chunks.length > 0 ? Buffer.concat(chunks) : undefined;
    const from = at + lineEnd + 1;
    const length = parseInt(size, 16);
    if (length === 0) break;
    chunks.push(bytes.subarray(from, from + length));
    at = from + length;
    if (bytes[at] === 13) at += 1;
    if (bytes[at] === 10) at += 1;
  }
  return Buffer.concat(chunks);
}
