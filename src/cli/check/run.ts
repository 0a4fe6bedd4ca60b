/** A run of checks: side by side, some at a time, and put together as one result. */
import { watchCertificates } from '../../evidence/world/certificate.ts';
import { masker } from '../../evidence/world/masks.ts';
import type { Connections } from '../../evidence/world/wire.ts';
import { skippedCheck, startCheck, type RunSettings } from './run-check.ts';
import type { Prepared } from './request.ts';
import type { CheckResult, RunResult } from './types.ts';
import type { Vault } from './variables.ts';

export type RunOptions = Omit<RunSettings, 'connections'> & {
  /** How many are under way at a time. */
  jobs: number;
  vault: Vault;
  /** Called with the number of checks that were answered. */
  onAnswered?: (done: number) => void;
};

/** Runs the checks, and gives the results: failing first, the slowest first among equals. No result holds a variable's value. */
export async function runChecks(checks: readonly Prepared[], options: RunOptions): Promise<RunResult> {
  const at = new Date().toISOString();
  // Loaded before the first request, so that its time is the server's.
  await import('undici');
  const watch = checks.some(({ spec }) => spec.expect?.tlsDaysLeft !== undefined) ? watchCertificates() : undefined;
  const began = performance.now();
  const connections: Connections = new Map();
  const called: (() => Promise<CheckResult>)[] = [];
  const waiting = checks[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const check of waiting) {
      called.push(
        options.signal.aborted
          ? () => Promise.resolve(skippedCheck(check, options.file))
          : await startCheck(check, { ...options, connections }, watch),
      );
      options.onAnswered?.(called.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(options.jobs, checks.length) }, work));
  } finally {
    watch?.stop();
    await Promise.all([...connections.values()].map((each) => each.destroy()));
  }
  const results = await Promise.all(called.map((finish) => finish()));
  const tookMs = Math.round(performance.now() - began);
  return {
    schema: 1,
    tool: { name: 'diagnose', version: TOOL_VERSION },
    at,
    file: options.file.path,
    summary: { ...countsOf(results), tookMs },
    checks: shielded(results.toSorted(byWeight), options.vault),
  };
}

export function countsOf(results: readonly CheckResult[]): Omit<RunResult['summary'], 'tookMs'> {
  const count = (outcome: CheckResult['outcome']): number => results.filter((each) => each.outcome === outcome).length;
  return {
    total: results.length,
    passed: count('pass'),
    failed: count('fail'),
    errors: count('error'),
    skipped: count('skipped'),
    known: results.filter(({ known }) => known).length,
  };
}

const ORDER: CheckResult['outcome'][] = ['fail', 'error', 'skipped', 'pass'];

/** What is new before what the baseline knows, failing before passing, slow before fast; at last by name. */
export const byWeight = (a: CheckResult, b: CheckResult): number =>
  ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) ||
  Number(a.known ?? false) - Number(b.known ?? false) ||
  b.timings.tookMs - a.timings.tookMs ||
  (a.name < b.name ? -1 : 1);

/** Words of the contract, that no value of a variable may tear apart. */
const OF_THE_CONTRACT = new Set([
  'outcome',
  'kind',
  'family',
  'cause',
  'confidence',
  'advice',
  'actor',
  'layer',
  'id',
  'phase',
  'shape',
  'at',
  'startedAt',
  'validTo',
]);

/** Where a text was cut, and may end in the beginning of a value; not inside of a mask, which shows both ends of a key. */
const CUT_OFF = /…(?![\w·-]{4}\])/;

/**
 * The results with masks in place of whatever the variables hold. Each call's own are masked where it was sent; this is for what
 * one server says of another check's, and for names in the file.
 */
function shielded(results: CheckResult[], vault: Vault): CheckResult[] {
  const secrets = vault.all().filter((secret) => secret.matches(/^[^]{6,}$/));
  if (secrets.length === 0) return results;
  const whole = masker(secrets);
  const mask = (text: string): string => {
    const parts = text.split(CUT_OFF);
    return parts.map((part, i) => whole(part, i < parts.length - 1)).join('…');
  };
  const walk = (value: unknown, name?: string): unknown => {
    if (typeof value === 'string') return name !== undefined && OF_THE_CONTRACT.has(name) ? value : mask(value);
    if (Array.isArray(value)) return value.map((item) => walk(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, walk(member, key)]));
  };
  return results.map((result) => walk(result) as CheckResult);
}
