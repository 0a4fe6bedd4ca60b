/** What `diagnose check` works with: a place in the check file, the file, and the results of a run. */
import type { Family } from '../../model/cause.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Balance } from '../../model/evidence.ts';
import type { Usage } from './burn-rate.ts';
import type { Kind } from './notify/contradictions.ts';
import type { CheckFile } from './schema.ts';

export type { CheckFile, CheckSpec, Expect, RequestSpec } from './schema.ts';

/** Where something stands in the check file: line and column from 1. */
export type Place = { line: number; column: number };
export type Path = readonly (string | number)[];

/** A mistake in the file: where, at which member (`checks[0].expect.status`), and what is expected. */
export type Problem = Place & {
  at: string;
  says: string;
  /** The variable that is not set, where that is all. */
  variable?: string;
};

export type LoadedFile = {
  /** As it was named. */
  path: string;
  content: CheckFile;
  /** The place of the member at a path, or of what holds it where it is not there. */
  placeOf(path: Path): Place;
};

export type ExpectationKind = 'call' | 'status' | 'json' | 'verdict' | 'latency' | 'tls' | 'balance' | 'quota' | 'status-page' | 'context';

/** `unknown`: what it needs could not be learnt, and `says` tells why. */
export type ExpectationResult = {
  kind: ExpectationKind;
  outcome: 'pass' | 'fail' | 'unknown';
  says: string;
  /** The path in the body that it is about. */
  of?: string;
  /** What a person does about it, where the verdict does not say. */
  step?: string;
  link?: { title: string; url: string };
  /** The family that --fail-on goes by where the verdict is none. */
  family: Family;
};

/** What the balance probe read, when (ISO 8601 UTC), and of whom. */
export type BalanceReading = Balance & { at: string; provider?: { id: string; name: string } };

export type Timings = {
  /** ISO 8601 UTC: when the first attempt began. */
  startedAt: string;
  /** Milliseconds of the whole check: every attempt, every wait and every other question. */
  tookMs: number;
  /** Milliseconds of the last attempt, from sending to the end of the body. */
  latencyMs?: number;
  attempts: number;
};

export type CheckResult = Place & {
  name: string;
  tags: string[];
  /** `fail`: an expectation is not met; `error`: one could not be looked at; `skipped`: the run ended before. */
  outcome: 'pass' | 'fail' | 'error' | 'skipped';
  /** One line: what was found. */
  says: string;
  /** What to do first, where it did not pass. */
  step?: string;
  link?: { title: string; url: string };
  /** The status that the server sent. */
  status?: number;
  expectations: ExpectationResult[];
  /** Of a call that was not fine, whatever was expected of it. */
  verdict?: Diagnosis;
  timings: Timings;
  balance?: BalanceReading;
  /** The certificate that the server showed. */
  tls?: { validTo: string; daysLeft: number };
  /** The baseline has the same failure. */
  known?: true;
  /** With --state: the balance over time. */
  usage?: Usage;
};

/** What became of telling one notifier; `says` is why it failed. */
export type NotificationResult = {
  notifier: string;
  kind: Kind;
  outcome: 'sent' | 'failed';
  says?: string;
  checks: { name: string; change: 'failing' | 'changed' | 'recovered' }[];
};

/** One run, as `--format json` prints it: schema 1, additions only. */
export type RunResult = {
  schema: 1;
  tool: { name: string; version: string };
  /** ISO 8601 UTC. */
  at: string;
  file: string;
  summary: { total: number; passed: number; failed: number; errors: number; skipped: number; known: number; tookMs: number };
  /** Failing first, then those that could not be looked at; the slowest first among equals. */
  checks: CheckResult[];
  /** With --state: of each notifier that had to be told something. */
  notifications?: NotificationResult[];
  /** What went wrong beside the checks. */
  warnings?: string[];
};
