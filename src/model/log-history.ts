/** What a log tells of one failure over time. */

/** A place in the log: ISO 8601 in UTC, or without a zone where the log tells none; the line, from 1. */
export type LogMoment = { at?: string; line: number; says?: string };

/** Failures of one kind, in the order in which they first came. */
export type LogCause = { status?: number; says: string; count: number; first: LogMoment; last: LogMoment };

/**
 * What the beginnings and ends of the failures have in common. `count`: each time after the same number of good calls;
 * `period`: at the start of an hour, a day or a month of the log's clock; `time-of-day`: at the same time on several days.
 */
export type LogPattern =
  | { kind: 'count'; calls: number; times: number }
  | { kind: 'period'; period: 'month' | 'day' | 'hour'; edge: 'begins' | 'ends'; times: number }
  | { kind: 'time-of-day'; at: string; times: number };

/**
 * By what lines were counted as this failure, the surest first: the same status or words at the same vendor, the same words,
 * the same status, any failure of that vendor, any HTTP failure (where nothing is known of the one that is looked for).
 */
export type LogMatch = 'call' | 'words' | 'status' | 'vendor' | 'any' | 'none';

export type LogHistory = {
  /** The file's name, without its folder. */
  file: string;
  lines: number;
  /** The file is longer than what was read. */
  truncated?: boolean;
  /** Which zone the log's times tell: UTC, another that was counted back to UTC, none, or there are no times. */
  zone: 'UTC' | 'offset' | 'none' | 'untimed';
  match: LogMatch;
  failures: number;
  /** Good calls in the whole log, before the first failure, and after it. */
  good: number;
  goodBefore: number;
  goodSince: number;
  /** HTTP failures that are not this one. */
  others: number;
  first?: LogMoment;
  last?: LogMoment;
  /** The last good call before the first failure. */
  lastGood?: LogMoment;
  /** How often it began: a failure with a good call before it. */
  onsets: number;
  patterns: LogPattern[];
  /** A deploy, a restart or a change of configuration that the log tells shortly before the first failure. */
  change?: LogMoment;
  causes: LogCause[];
};
