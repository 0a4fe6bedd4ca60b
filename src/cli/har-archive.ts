/** A HAR file of any size: read piece by piece, and parsed entry by entry where an entry may matter. */
import { readSync } from 'node:fs';
import { UnreadableInput } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import { scanHarEntries } from '../parse/har-entries.ts';
import { harExchange } from '../parse/har-exchange.ts';
import { plainlyFine } from '../parse/har-triage.ts';
import { keeper, type Archive } from './kept-exchanges.ts';

const PIECE = 2 ** 20;

/** "1 entry is", "2 entries are". */
const entries = (count: number, rest: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? 'entry of the HAR file is' : 'entries of the HAR file are'} ${rest}`];

/** The exchange of an entry; undefined where there is none in it, "broken" where it is not JSON. */
function parsed(json: Buffer): RawExchange | undefined | 'broken' {
  try {
    return harExchange(JSON.parse(json.toString('utf8')));
  } catch {
    return 'broken';
  }
}

/**
 * Reads the HAR file that is open under a descriptor, from its start. `entry` is the number of an entry that is wanted in any case.
 * A file that is cut off is read as far as it goes; throws `UnreadableInput` where there is nothing to read.
 */
export function readHarArchive(descriptor: number, file: string, entry?: number): Archive {
  const keep = keeper(entry);
  let total = 0;
  let broken = 0;
  let empty = 0;
  let large = 0;
  // An entry that is fine is not parsed, and may yet be the last.
  let fine = Buffer.alloc(0);
  let fineLength = 0;

  const take = (json: Buffer): void => {
    const exchange = parsed(json);
    if (exchange === 'broken') broken += 1;
    else if (exchange === undefined) empty += 1;
    else keep.add(exchange, total);
  };
  const scan = scanHarEntries((json) => {
    total += 1;
    fineLength = 0;
    if (json === undefined) large += 1;
    else if (total === entry || !plainlyFine(json)) take(json);
    else {
      if (fine.length < json.length) fine = Buffer.alloc(json.length * 2);
      fineLength = json.copy(fine);
    }
  });

  const piece = Buffer.allocUnsafe(PIECE);
  for (let position = 0; ;) {
    const read = readSync(descriptor, piece, 0, PIECE, position);
    if (read === 0) break;
    position += read;
    scan.push(piece.subarray(0, read));
  }
  if (fineLength > 0) take(fine.subarray(0, fineLength));

  const { cut, found } = scan.end();
  if (total - broken - empty - large === 0) {
    if (cut)
      throw new UnreadableInput(
        `The HAR file is cut off: it ends at byte ${cut.atByte}, before its first whole entry.`,
        'Export it once more, and wait until the browser has written all of it.',
      );
    throw new UnreadableInput(
      found && total > 0 ? 'No entry of the HAR file can be read.' : 'The HAR file holds no entries.',
      'Open the network panel before the call is made, and export after it.',
    );
  }
  return keep.kept(file, total, [
    ...(cut ? [`The HAR file is cut off: it ends at byte ${cut.atByte}${cut.inEntry ? `, inside entry ${total + 1}` : ''}.`] : []),
    ...entries(broken, 'not valid JSON.'),
    ...entries(empty, 'without a request and a response.'),
    ...entries(large, 'larger than 64 MiB and left out.'),
  ]);
}
