/** Waiting times and dates as vendors write them. */

const UNIT_SECONDS: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const UNIT = String.raw`(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|毫秒|秒钟|秒|分钟|分|小时|時間|天|日|초|분|시간)`;
const PART = new RegExp(String.raw`(\d+(?:\.\d+)?)\s?${UNIT}(?![\p{L}])`, 'giu');

function unitOf(word: string): number {
  const lower = word.toLowerCase();
  if (/^(?:ms|milli|msec|毫)/.test(lower)) return UNIT_SECONDS['ms']!;
  if (/^(?:秒|초)/.test(lower)) return 1;
  if (/^(?:分|분)/.test(lower)) return 60;
  if (/^(?:小|時|시)/.test(lower)) return 3600;
  if (/^(?:天|日)/.test(lower)) return 86_400;
  return UNIT_SECONDS[lower[0]!] ?? 1;
}

/** Seconds of a duration as it is written: "6m0s", "1.5s", "5 days 22 hours 11 minutes", "17h 42m"; undefined where it is none. */
export function durationSeconds(text: string): number | undefined {
  let total = 0;
  let end = -1;
  let any = false;
  for (const match of text.matchAll(PART)) {
    if (any && !/^[\s,]*(?:and\s)?$/.test(text.slice(end, match.index))) break;
    if (!any && text.slice(0, match.index).trim() !== '') return undefined;
    total += Number(match[1]) * unitOf(match[2]!);
    end = match.index + match[0].length;
    any = true;
  }
  return any ? total : undefined;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The seconds from `now` that a header field's value names: delta seconds, an HTTP date (RFC 9110 §5.6.7), RFC 3339, a Go
 * duration ("6m0s"), epoch seconds or milliseconds. Undefined where it names none; never below zero.
 */
export function secondsFrom(value: string, now: Date): number | undefined {
  const text = value.trim();
  const from = (milliseconds: number): number | undefined =>
    Number.isNaN(milliseconds) ? undefined : Math.max(0, Math.round((milliseconds - now.getTime()) / 1000));
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    const number = Number(text);
    if (number > 1e12) return from(number);
    if (number > 1e9) return from(number * 1000);
    return number;
  }
  const date = dateIn(text);
  if (date !== undefined) return from(date);
  return durationSeconds(text);
}

/** The moment (epoch milliseconds) of a date inside a text; a date without a zone counts as UTC, as vendors mean it. */
export function dateIn(text: string): number | undefined {
  const iso = /(\d{4})-(\d\d)-(\d\d)(?:(?:[T ]|,? at |\s+)(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?/i.exec(text);
  if (iso) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', zone] = iso;
    const utc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
    return utc - offsetOf(zone);
  }
  const http = /\b(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4}) (\d\d):(\d\d):(\d\d)/.exec(text);
  if (http) {
    const month = MONTHS.indexOf(http[2]!.toLowerCase());
    if (month >= 0) return Date.UTC(Number(http[3]), month, Number(http[1]), Number(http[4]), Number(http[5]), Number(http[6]));
  }
  return undefined;
}

function offsetOf(zone: string | undefined): number {
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '');
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}
