/** The terminal: what of it reports are told, and writing to it. */
import { fstatSync, writeSync } from 'node:fs';
import type { RenderOptions } from '../model/report.ts';

type ColorFlag = 'auto' | 'always' | 'never';

/**
 * chalk's level for a stream: the flag first, then NO_COLOR, FORCE_COLOR, TERM, then whether that stream is a terminal
 * (chalk 5 looks at none of these by itself when a level is given).
 */
export function colorLevel(flag: ColorFlag, stream: { isTTY?: boolean }, environment: NodeJS.ProcessEnv): RenderOptions['color'] {
  const rich = /truecolor|24bit/i.test(environment['COLORTERM'] ?? '') ? 3 : /256/.test(environment['TERM'] ?? '') ? 2 : 1;
  if (flag === 'never') return 0;
  if (flag === 'always') return rich;
  if (environment['NO_COLOR']) return 0;
  const force = environment['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force === '0' || force === 'false' ? 0 : rich;
  if (environment['TERM'] === 'dumb') return 0;
  return stream.isTTY ? rich : 0;
}

/** stdout where it may be a terminal; a pipe or a file is told without the stream, whose making costs the start too much. */
export function stdoutStream(): { isTTY?: boolean; columns?: number } {
  try {
    return fstatSync(1).isCharacterDevice() ? process.stdout : {};
  } catch {
    return {};
  }
}

/** Columns to wrap at: the terminal's, at most 100 (longer lines are hard to read); 80 where there is no terminal. */
export const widthOf = (stream: { isTTY?: boolean; columns?: number }): number =>
  stream.isTTY && stream.columns ? Math.max(20, Math.min(stream.columns, 100)) : 80;

/**
 * Writes all of a text to a file descriptor. A reader that has gone away (`| head -1`) is no error; a pipe that is full is
 * waited for, because process.exitCode alone ends the program afterwards.
 */
export function writeAll(descriptor: 1 | 2, text: string): void {
  let rest = Buffer.from(text, 'utf8');
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
