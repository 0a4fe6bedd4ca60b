/** Where the input comes from: a file, a pipe, a URL, a curl command. The only reading of files and of stdin. */
import { fstatSync, readFileSync, readSync, statSync } from 'node:fs';
import { UnreadableInput } from '../model/capture.ts';
import { gunzipped, withDecodedBodies } from './input-encoding.ts';

/** Larger inputs are read by no capture yet as a whole: JSON.parse ends at 512 MiB. */
const MAX_BYTES = 256 * 2 ** 20;

/** All of stdin. Reads the descriptor itself: the stream would cost the start more than the whole report. */
export function readStdin(): string {
  const chunks: Buffer[] = [];
  const chunk = Buffer.allocUnsafe(64 * 1024);
  let size = 0;
  for (;;) {
    let read = 0;
    try {
      read = readSync(0, chunk, 0, chunk.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        continue;
      }
      if (code === 'EOF') break;
      if (code === 'EISDIR')
        throw new UnreadableInput('Standard input is a directory.', 'Pipe a response into it: curl -sS -i https://… | diagnose');
      throw error;
    }
    if (read === 0) break;
    chunks.push(Buffer.from(chunk.subarray(0, read)));
    size += read;
    if (size > MAX_BYTES) throw new UnreadableInput('The input is larger than 256 MiB.', 'Cut out the failing part, or give it as a file.');
  }
  return textOf(Buffer.concat(chunks), 'The input');
}

/** The text of a file. Throws `UnreadableInput` that says what is wrong with it. */
export function readInputFile(path: string): string {
  let stats;
  try {
    stats = statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES') throw new UnreadableInput(`The file ${path} may not be read.`, 'Check its permissions.');
    throw new UnreadableInput(
      `There is no file ${path}.`,
      'Give a file, a URL, a curl command, or pipe a response: curl -sS -i https://… | diagnose',
    );
  }
  if (stats.isDirectory()) throw new UnreadableInput(`${path} is a directory.`, 'Give one file of it.');
  if (stats.size > MAX_BYTES) throw new UnreadableInput(`The file ${path} is larger than 256 MiB.`, 'Cut out the failing part.');
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new UnreadableInput(`The file ${path} may not be read.`, 'Check its permissions.');
  }
  return textOf(bytes, `The file ${path}`);
}

/**
 * The text of bytes: UTF-8, or UTF-16 with its mark (PowerShell's `>`), decompressed where they are gzip or HTTP messages
 * with compressed bodies; anything else with a NUL is none.
 */
function textOf(input: Buffer, what: string): string {
  const unzipped = input[0] === 0x1f && input[1] === 0x8b ? gunzipped(input, what, MAX_BYTES) : input;
  const bytes = withDecodedBodies(unzipped);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (bytes.subarray(0, 8192).includes(0)) {
    throw new UnreadableInput(
      `${what} is binary data, not text.`,
      'Give what the tool printed: headers and body as text, a HAR file, a log.',
    );
  }
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

/** Whether something was piped in. A terminal, or nothing at all (a closed or empty device), is no pipe. */
export function isPiped(): boolean {
  try {
    const stats = fstatSync(0);
    return stats.isFIFO() || stats.isFile() || stats.isSocket();
  } catch {
    return false;
  }
}
