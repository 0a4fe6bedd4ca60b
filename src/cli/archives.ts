/** Files that are read piece by piece: large HAR files, and Fiddler's session archives. Everything else is read as one text. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { readHarArchive } from './har-archive.ts';
import type { Archive } from './kept-exchanges.ts';

/** Smaller HAR files are read as one text: every exchange of theirs is kept. */
const LARGE = 32 * 2 ** 20;
const LOOKED_AT = 64 * 1024;

const isZip = (start: Buffer): boolean => start.readUInt16BE(0) === 0x504b && (start[2] === 3 || start[2] === 5);
const isHar = (start: Buffer): boolean => /^(?:\u00ef\u00bb\u00bf)?\s*\{[^]*?"log"\s*:\s*\{/.test(start.toString('latin1'));

/**
 * Reads a file that is an archive; gives undefined for any other, and for what cannot be opened. `entry` is the number of an
 * exchange that is wanted in any case; `large` the size in bytes from which a HAR file is one.
 */
export async function readArchive(path: string, entry?: number, large = LARGE): Promise<Archive | undefined> {
  let descriptor: number;
  let size: number;
  try {
    const stats = statSync(path);
    // A pipe that has a name is read once only.
    if (!stats.isFile() || stats.size < 4) return undefined;
    size = stats.size;
    descriptor = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const start = Buffer.alloc(Math.min(LOOKED_AT, size));
    readSync(descriptor, start, 0, start.length, 0);
    if (isZip(start)) return await (await import('./saz-archive.ts')).readSazArchive(descriptor, path, entry);
    return size > large && isHar(start) ? readHarArchive(descriptor, path, entry) : undefined;
  } finally {
    closeSync(descriptor);
  }
}
