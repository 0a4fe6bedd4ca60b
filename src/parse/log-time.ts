/** The times that log lines carry. Only a time that tells its zone can be placed; any other is left out rather than guessed. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 20/Nov/2026:10:00:00 +0100, the time of the Common Log Format. */
const COMMON = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}:\d{2}:\d{2})(?:\.\d{1,6})? ([+-]\d{2}):?(\d{2})$/;

/** ISO 8601 with a zone; Python and Java write the fraction behind a comma, others a space in place of the T. */
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:[.,](\d{1,9}))?\s?(Z|UTC|[+-]\d{2}(?::?\d{2})?)$/;

function isoOf(milliseconds: number): string | undefined {
  const time = new Date(Math.round(milliseconds));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

function zoneOf(zone: string): string {
  if (zone === 'UTC' || zone === 'Z') return 'Z';
  const digits = zone.replace(':', '').padEnd(5, '0');
  return `${digits.slice(0, 3)}:${digits.slice(3)}`;
}

/** Seconds, milliseconds, microseconds or nanoseconds since 1970: the size of the number tells which. */
function epochOf(value: number): string | undefined {
  if (!(value > 1e8 && value < 1e20)) return undefined;
  if (value < 1e11) return isoOf(value * 1000);
  if (value < 1e14) return isoOf(value);
  return isoOf(value < 1e17 ? value / 1e3 : value / 1e6);
}

/**
 * The moment that a log's time tells, as ISO 8601 in UTC: ISO 8601 with a zone, the Common Log Format's time, or a number
 * since 1970 in any usual unit. Undefined for a time without a zone and for what is no time.
 */
export function logTime(value: unknown): string | undefined {
  if (typeof value === 'number') return epochOf(value);
  if (typeof value !== 'string' || value.length > 40) return undefined;
  if (/^\d{9,19}(?:\.\d{1,9})?$/.test(value)) return epochOf(Number(value));
  const iso = ISO.exec(value);
  if (iso) return isoOf(Date.parse(`${iso[1]}T${iso[2]}.${(iso[3] ?? '0').slice(0, 3).padEnd(3, '0')}${zoneOf(iso[4]!)}`));
  const common = COMMON.exec(value);
  if (!common) return undefined;
  const month = MONTHS.indexOf(common[2]!) + 1;
  if (month === 0) return undefined;
  return isoOf(Date.parse(`${common[3]}-${String(month).padStart(2, '0')}-${common[1]}T${common[4]}${common[5]}:${common[6]}`));
}
