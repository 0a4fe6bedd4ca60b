/** A log file, read line by line: of any size, plain or gzip, in UTF-8 or UTF-16. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { Readable } from 'node:stream';

/** So much text of a log is read, unpacked: a small gzip file may hold any amount. */
const MOST_CHARACTERS = 4 * 1024 ** 3;
/** So much of a line, for whole requests are logged too; the rest of it is passed over. */
const LONGEST_LINE = 1024 * 1024;

/** The file's name without its folder, whichever system wrote the path. */
export const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function clauseOf(path: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const name = nameOf(path);
  if (code === 'ENOENT') return new Error(`there is no file ${name}`);
  if (code === 'EACCES' || code === 'EPERM') return new Error(`${name} may not be read`);
  if (code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE') return new Error(`${name} is a damaged gzip file`);
  return new Error(`${name} could not be read${code === '' ? '' : ` (${code})`}`);
}

/**
 * Gives every line of the file to `take`, without its line end. Gives back whether the file is longer than what is read.
 * Throws an Error in one clause where it cannot be read, and "interrupted" when `signal` says so.
 */
export async function eachLine(path: string, take: (line: string) => void, signal?: AbortSignal): Promise<{ truncated: boolean }> {
  try {
    if (!(await stat(path)).isFile()) throw new Error(`${nameOf(path)} is not a file`);
    const start = await startOf(path);
    const isGzip = start[0] === 0x1f && start[1] === 0x8b;
    const isWide = start[0] === 0xff && start[1] === 0xfe;
    const file = createReadStream(path, { highWaterMark: 256 * 1024 });
    const stream: Readable = isGzip ? file.pipe(createGunzip()) : file;
    file.once('error', (error) => stream.destroy(error));
    stream.setEncoding(isWide ? 'utf16le' : 'utf8');
    try {
      return await split(stream, take, signal);
    } finally {
      file.destroy();
      stream.destroy();
    }
  } catch (error) {
    if (error instanceof Error && !('code' in error)) throw error;
    throw clauseOf(path, error);
  }
}

async function split(stream: Readable, take: (line: string) => void, signal?: AbortSignal): Promise<{ truncated: boolean }> {
  let rest = '';
  let read = 0;
  for await (const chunk of stream as AsyncIterable<string>) {
    if (signal?.aborted) throw new Error('interrupted');
    read += chunk.length;
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      take((rest + chunk.slice(from, Math.min(end, from + LONGEST_LINE))).slice(0, LONGEST_LINE).replace(/^\ufeff|\r$/g, ''));
      rest = '';
      from = end + 1;
    }
    if (rest.length < LONGEST_LINE) rest += chunk.slice(from, from + LONGEST_LINE);
    if (read > MOST_CHARACTERS) return { truncated: true };
  }
  if (rest !== '') take(rest.slice(0, LONGEST_LINE).replace(/^\ufeff|\r$/g, ''));
  return { truncated: false };
}
