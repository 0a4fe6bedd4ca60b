/** What stands at a dotted path of a JSON answer ("data.total_credits", "infos.0.balance"), as the kind of value that it has to be. */
import { member } from './json-answer.ts';

const LONGEST_WORD = 40;

export const valueAt = (data: unknown, path: string | undefined): unknown => path?.split('.').reduce(member, data);

/** A number, or a decimal number in a string; undefined where it is neither. */
export function figureAt(data: unknown, path: string | undefined): number | undefined {
  const value = valueAt(data, path);
  if (typeof value === 'string' && /^\s*[-+]?\d{1,15}(?:\.\d{1,15})?\s*$/.test(value)) return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A short text ("pro", "past_due"); undefined where it is none, or where it goes on. */
export function wordAt(data: unknown, path: string | undefined): string | undefined {
  const value = valueAt(data, path);
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_WORD ? value : undefined;
}

const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/i;
/** Seconds since 1970 have ten digits until 2286; what is larger is milliseconds. */
const MILLISECONDS_FROM = 1e11;
const YEARS = { first: 2000, last: 2200 };

/**
 * A point in time as ISO 8601 UTC: from an ISO date, which is UTC where it names no zone, or from seconds or milliseconds since
 * 1970. Undefined where it is none, and where it lies beyond what an account can mean.
 */
export function timeAt(data: unknown, path: string | undefined): string | undefined {
  const value = valueAt(data, path);
  const figure = figureAt(data, path);
  if (figure !== undefined) return isoOf(figure < MILLISECONDS_FROM ? figure * 1000 : figure);
  if (typeof value !== 'string') return undefined;
  const match = ISO.exec(value);
  if (!match) return undefined;
  return isoOf(Date.parse((value.length > 10 && match[1] === undefined ? `${value}Z` : value).replace(' ', 'T')));
}

function isoOf(milliseconds: number): string | undefined {
  const at = new Date(milliseconds);
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < YEARS.first || at.getUTCFullYear() > YEARS.last) return undefined;
  return at.toISOString();
}
