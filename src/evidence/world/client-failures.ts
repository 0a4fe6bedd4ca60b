/** The last failures that a client's logs tell of. */
import type { ClientFailure, LogPlace } from '../../model/client-setup.ts';
import { cut } from '../../model/format.ts';
import type { Machine } from '../../model/probe.ts';
import { numberedLines } from '../../parse/log-lines.ts';
import { logTime } from '../../parse/log-time.ts';
import { toldFailure } from '../../parse/told-failure.ts';
import { toldStatus } from '../../parse/told-status.ts';
import { newestFiles, readEnd } from './client-files.ts';
import { below, locate } from './client-places.ts';

/** Of each place the newest files, of each file the end, and of all the last failures. */
const FILES = 3;
const BYTES = 256 * 1024;
const MOST = 5;

/** How much of a line is looked at, and how much is shown of it. */
const LOOKED = 16_384;
const SHOWN = 160;

const MAY_FAIL = /\b[45]\d\d\b|\b(?:ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|CERT_|fetch failed|certificate|timed? ?out)/i;
const IS_ABOUT_FAILING =
  /error|fail|refus|reject|denied|unauthori|forbidden|exceed|limit|quota|overload|invalid|expired|unavailable|status|http|credit|billing|payment/i;

/** A line's own time, where it begins with one; a bare local time is not one. */
const TIME = /^[[(]?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)/;

export type SealText = (text: string) => string;

/**
 * The last lines that tell of a failed call, newest first, at most five; `seal` is given each whole line before anything is cut
 * off it, so that half a key is never left.
 */
export async function failuresIn(places: readonly LogPlace[], machine: Machine, seal: SealText): Promise<ClientFailure[]> {
  const found: ClientFailure[] = [];
  for (const { at, names = '' } of places) {
    const located = locate(at, machine);
    for (const path of await newestFiles(located.path, new RegExp(names, 'i'), FILES)) {
      const end = await readEnd(path, BYTES);
      if (!end || !('text' in end)) continue;
      found.push(...failuresOf(end.text, below(located, path, machine), seal));
      if (found.length >= MOST) return found.slice(0, MOST);
    }
  }
  return found;
}

function failuresOf(text: string, file: string, seal: SealText): ClientFailure[] {
  const failures: ClientFailure[] = [];
  for (const { text: line } of [...numberedLines(text)].reverse()) {
    if (line.length > LOOKED || !MAY_FAIL.test(line)) continue;
    const status = IS_ABOUT_FAILING.test(line) ? failedStatus(line) : undefined;
    if (status === undefined && !toldFailure(line)) continue;
    const told = TIME.exec(line);
    const at = told ? logTime(told[1]) : undefined;
    const words = seal(told && at !== undefined ? line.slice(told[0].length).replace(/^[\])\s]+/, '') : line);
    failures.push({ file, ...(at !== undefined && { at }), ...(status !== undefined && { status }), says: excerpt(words, status) });
    if (failures.length >= MOST) break;
  }
  return failures;
}

function failedStatus(line: string): number | undefined {
  const status = toldStatus(line);
  return status !== undefined && status >= 400 ? status : undefined;
}

/** The part of a long line in which the status stands. */
function excerpt(words: string, status: number | undefined): string {
  const at = words.length <= SHOWN || status === undefined ? 0 : words.indexOf(String(status));
  return at < SHOWN / 2 ? cut(words, SHOWN) : `…${cut(words.slice(at - 40), SHOWN - 1)}`;
}
