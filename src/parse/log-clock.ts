/** The time of a log line, wherever a logger puts it and however it writes it. */
import { logTime } from './log-time.ts';

/** Milliseconds since 1970. A time without a zone is counted as if it were UTC, and says so. */
export type Moment = { ms: number; zone: 'UTC' | 'offset' | 'none' };

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

type Parts = { year?: number; month: number; day: number; hour: number; minute: number; second: number; fraction?: string; zone?: string };
type Format = { pattern: RegExp; parts(match: RegExpExecArray): Parts | undefined };

const monthOf = (name: string): number => {
  const at = MONTHS.indexOf(name);
  return at < 0 || at % 3 !== 0 ? 0 : at / 3 + 1;
};

const numbers = (match: RegExpExecArray, from: number, count: number): number[] => match.slice(from, from + count).map(Number);

const clock = ([hour, minute, second]: number[]): Pick<Parts, 'hour' | 'minute' | 'second'> => ({
  hour: hour!,
  minute: minute!,
  second: second!,
});

/** Optional groups of an expression, by name; what did not match is left out. */
const optional = (fraction: string | undefined, zone: string | undefined): Pick<Parts, 'fraction' | 'zone'> => ({
  ...(fraction !== undefined && { fraction }),
  ...(zone !== undefined && { zone }),
});

const FORMATS: Format[] = [
  {
    // ISO 8601 and its relatives: Python's comma, winston's colon, Go's and nginx's slashes, Laravel's brackets
    pattern:
      /(?<!\d)(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,:](\d{1,9}))?(\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)(?![\w:])|[+-]\d\d(?![\w:]))?/,
    parts: (match) => {
      const [year, month, day] = numbers(match, 1, 3);
      return { year: year!, month: month!, day: day!, ...clock(numbers(match, 4, 3)), ...optional(match[7], match[8]) };
    },
  },
  {
    // the Common Log Format: 01/Nov/2026:00:00:04 +0000
    pattern: /(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?: ([+-]\d\d:?\d\d))?/,
    parts: (match) => ({
      year: Number(match[3]),
      month: monthOf(match[2]!),
      day: Number(match[1]),
      ...clock(numbers(match, 4, 3)),
      ...optional(match[7], match[8]),
    }),
  },
  {
    // syslog (RFC 3164), which tells neither year nor zone
    pattern: /^(?:<\d{1,3}>)?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d)(?![\d:])/,
    parts: (match) => ({ month: monthOf(match[1]!), day: Number(match[2]), ...clock(numbers(match, 3, 3)) }),
  },
  {
    // Apache's error log and C's asctime: Sun Nov 01 00:00:04.123456 2026
    pattern: /\b[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?: (UTC|GMT))? (\d{4})\b/,
    parts: (match) => ({
      year: Number(match[8]),
      month: monthOf(match[1]!),
      day: Number(match[2]),
      ...clock(numbers(match, 3, 3)),
      ...optional(match[6], match[7]),
    }),
  },
  {
    // java.util.logging: Nov 01, 2026 12:00:04 AM
    pattern: /\b([A-Z][a-z]{2}) (\d{1,2}), (\d{4}),? (\d{1,2}):(\d\d):(\d\d) ([AP])M\b/,
    parts: (match) => {
      const [hour, minute, second] = numbers(match, 4, 3);
      return {
        year: Number(match[3]),
        month: monthOf(match[1]!),
        day: Number(match[2]),
        ...clock([(hour! % 12) + (match[7] === 'P' ? 12 : 0), minute!, second!]),
      };
    },
  },
  {
    // an HTTP date, and Redis: 01 Nov 2026 00:00:04 GMT
    pattern: /\b(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?: (GMT|UTC|[+-]\d{4})\b)?/,
    parts: (match) => ({
      year: Number(match[3]),
      month: monthOf(match[2]!),
      day: Number(match[1]),
      ...clock(numbers(match, 4, 3)),
      ...optional(match[7], match[8]),
    }),
  },
  {
    // klog: E1101 00:00:04.123456
    pattern: /^[IWEF](\d\d)(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{1,9})/,
    parts: (match) => ({ month: Number(match[1]), day: Number(match[2]), ...clock(numbers(match, 3, 3)), fraction: match[6]! }),
  },
];

/** Seconds or milliseconds since 1970 before the words, or as a pair of logfmt. */
const EPOCH = /^\s{0,8}\[?(\d{10}(?:\.\d{1,9})?|\d{13})\]?(?=\s)|\b(?:ts|time|timestamp|t|at|epoch|msec)=(\d{10,19}(?:\.\d{1,9})?)(?=\s|$)/;

const DAY = 86_400_000;

function msOf({ year, month, day, hour, minute, second, fraction = '', zone }: Parts, reference: number): Moment | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return undefined;
  const thousandths = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const inYear = (of: number): number => Date.UTC(of, month - 1, day, hour, minute, second, thousandths);
  // a log without years is of the last twelve months
  const latest = new Date(reference).getUTCFullYear();
  const local = year !== undefined ? inYear(year) : inYear(latest) > reference + DAY ? inYear(latest - 1) : inYear(latest);
  const told = zone?.trim() ?? '';
  if (told === '') return { ms: local, zone: 'none' };
  if (/^(?:Z|UTC|GMT)$/.test(told)) return { ms: local, zone: 'UTC' };
  const digits = told.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return { ms: local - (told.startsWith('-') ? -minutes : minutes) * 60_000, zone: minutes === 0 ? 'UTC' : 'offset' };
}

const SEARCHED = 400;

/**
 * Makes the function that reads a line's time, undefined where it tells none. It remembers the format that fitted last and
 * tries it first, so that a date inside a message is not taken for the line's own. `reference` (milliseconds since 1970) is
 * a time at or after the log's end: a format without a year is counted back from it.
 */
export function lineClock(reference: number): (line: string) => Moment | undefined {
  let last: Format | undefined;
  // whoever splits a log into entries asks for a line's time once before the entry's reader does
  const recent: [string, Moment | undefined][] = [];
  return (line) => {
    const known = recent.find(([text]) => text === line);
    if (known) return known[1];
    const moment = read(line.slice(0, SEARCHED));
    recent.unshift([line, moment]);
    recent.length = Math.min(recent.length, 2);
    return moment;
  };

  function read(start: string): Moment | undefined {
    const known = last?.pattern.exec(start);
    if (known) return msOf(last!.parts(known)!, reference);
    let best: { format: Format; match: RegExpExecArray } | undefined;
    for (const format of FORMATS) {
      const match = format.pattern.exec(start);
      if (match && (!best || match.index < best.match.index)) best = { format, match };
    }
    if (best) {
      const moment = msOf(best.format.parts(best.match)!, reference);
      if (moment) last = best.format;
      if (moment) return moment;
    }
    const epoch = EPOCH.exec(start);
    return epoch ? momentOf(epoch[1] ?? epoch[2]) : undefined;
  }
}

const plain = lineClock(0);

/** The moment of a value that is a time and nothing else, as a JSON log has it: a text, or a number since 1970. */
export function momentOf(value: unknown): Moment | undefined {
  if (typeof value === 'string' && /^\d{4}[-/]|^\d\d\/[A-Z]/.test(value)) return value.length <= 40 ? plain(value) : undefined;
  const iso = logTime(value);
  return iso === undefined ? undefined : { ms: Date.parse(iso), zone: 'UTC' };
}

/** ISO 8601: in UTC to the second, or without a zone where the log tells none. */
export function momentText({ ms, zone }: Moment): string {
  const text = new Date(ms).toISOString().replace(/\.000Z$/, 'Z');
  return zone === 'none' ? text.slice(0, -1) : text;
}
