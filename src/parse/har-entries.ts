/** Finds the entries of an HTTP archive in its bytes, piece by piece, so that an archive of any size takes the memory of one entry. */

export type HarScan = {
  /** Takes the next bytes, which may be overwritten afterwards. */
  push(chunk: Uint8Array): void;
  /** Says how the archive ended. */
  end(): HarEnd;
};

export type HarEnd = {
  /** Whether there was a list log.entries at all. */
  found: boolean;
  /** The bytes ended inside the document; `inEntry` where they ended inside an entry, which was not given. */
  cut?: { atByte: number; inEntry: boolean };
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const BOM = [0xef, 0xbb, 0xbf];

/** The depth of the list of entries: the document, its log, the list. */
const ENTRIES = 3;

/** The bytes of a key that is longer, written as escapes or not, are neither "log" nor "entries". */
const MAX_KEY = 64;

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Keys may be written with escapes, as every string. */
function keyText(bytes: readonly number[]): string {
  try {
    return String(JSON.parse(`"${Buffer.from(bytes).toString()}"`));
  } catch {
    return '';
  }
}

/** Where in the document the scanner stands between two bytes. */
type Place = { depth: number; inString: boolean; escaped: boolean };

/** Goes on to the end of a string, and gives the index after its quote, or the chunk's length where it does not end there. */
function skipString(chunk: Buffer, from: number, place: Place): number {
  const { length } = chunk;
  let i = place.escaped ? from + 1 : from;
  while (i < length) {
    const byte = chunk[i]!;
    i += 1;
    if (byte === QUOTE) {
      place.inString = false;
      place.escaped = false;
      return i;
    }
    if (byte === BACKSLASH) i += 1;
  }
  place.inString = true;
  place.escaped = i > length;
  return length;
}

/**
 * Goes on inside an entry to where it ends, and gives the index after it, or the chunk's length. Nearly all of an archive passes
 * through this loop, so strings are skipped in it and not by a call.
 */
function skipEntry(chunk: Buffer, from: number, place: Place): number {
  const { length } = chunk;
  let { depth } = place;
  let i = place.inString ? skipString(chunk, from, place) : from;
  while (i < length && depth > ENTRIES) {
    const byte = chunk[i]!;
    i += 1;
    if (byte === QUOTE) {
      const start = i;
      let closed = false;
      while (i < length) {
        const inside = chunk[i]!;
        i += 1;
        if (inside === QUOTE) {
          closed = true;
          break;
        }
        if (inside === BACKSLASH) i += 1;
      }
      if (!closed) i = skipString(chunk, start, place);
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth -= 1;
  }
  place.depth = depth;
  return i;
}

/**
 * Makes a scanner of one archive, which calls `found` with the JSON text of each element of log.entries: UTF-8, valid during the
 * call alone; undefined for one that is larger than `maxBytes`. The scanner follows brackets and strings and judges nothing else:
 * whether an entry is valid JSON is told by parsing it.
 */
export function scanHarEntries(found: (json: Buffer | undefined) => void, maxBytes = 64 * 2 ** 20): HarScan {
  const place: Place = { depth: 0, inString: false, escaped: false };
  let total = 0;
  let hasEntries = false;
  let ended = false;
  let way = 0; // how many of the open brackets lead to the entries
  let lastString: number[] = [];
  let key = '';
  let inElement = false;
  let parts: Buffer[] = []; // of the element, from earlier chunks
  let size = 0;

  const keep = (bytes: Buffer): void => {
    size += bytes.length;
    if (size > maxBytes) parts = [];
    else parts.push(Buffer.from(bytes));
  };

  const give = (last: Buffer): void => {
    const tooLarge = size + last.length > maxBytes;
    const whole = parts.length > 0 && !tooLarge ? Buffer.concat([...parts, last]) : last;
    parts = [];
    size = 0;
    inElement = false;
    found(tooLarge ? undefined : whole);
  };

  const open = (byte: number): void => {
    const { depth } = place;
    if (way === depth) {
      if (depth === 0 && byte === OPEN_OBJECT && !ended) way = 1;
      else if (depth === 1 && byte === OPEN_OBJECT && key === 'log') way = 2;
      else if (depth === 2 && byte === OPEN_LIST && key === 'entries') way = ENTRIES;
      hasEntries ||= way === ENTRIES;
      key = '';
    }
    place.depth += 1;
  };

  const close = (): void => {
    place.depth = Math.max(0, place.depth - 1);
    way = Math.min(way, place.depth);
    ended ||= place.depth === 0;
  };

  /** A string outside of entries: a key perhaps. */
  const readString = (chunk: Buffer, from: number): number => {
    const end = skipString(chunk, from, place);
    const room = MAX_KEY + 1 - lastString.length;
    const last = place.inString ? end : end - 1;
    if (place.depth === way && room > 0) lastString.push(...chunk.subarray(from, Math.min(last, from + room)));
    return end;
  };

  const inEntries = (): boolean => way === ENTRIES && place.depth === ENTRIES;

  const step = (chunk: Buffer, i: number): number => {
    const byte = chunk[i]!;
    if (byte === QUOTE) {
      lastString = [];
      return readString(chunk, i + 1);
    }
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) open(byte);
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) close();
    else if (byte === COLON && place.depth === way) key = keyText(lastString);
    else if (byte === COMMA && place.depth === way) key = '';
    return i + 1;
  };

  const push = (bytes: Uint8Array): void => {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let i = 0;
    let start = 0;
    while (i < chunk.length && total + i < BOM.length && chunk[i] === BOM[total + i]) i += 1;
    while (i < chunk.length) {
      if (way === ENTRIES && place.depth > ENTRIES) {
        i = skipEntry(chunk, i, place);
        if (place.depth === ENTRIES) give(chunk.subarray(start, i));
      } else if (place.inString) i = readString(chunk, i);
      else if (inEntries()) {
        const byte = chunk[i]!;
        const ends = byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT;
        if (inElement && ends) give(chunk.subarray(start, i));
        else if (!inElement && !ends && !isSpace(byte)) {
          inElement = true;
          start = i;
        }
        i = step(chunk, i);
      } else i = step(chunk, i);
    }
    if (inElement) keep(chunk.subarray(start));
    total += bytes.length;
  };

  return { push, end: () => ({ found: hasEntries, ...(!ended && { cut: { atByte: total, inEntry: inElement } }) }) };
}
