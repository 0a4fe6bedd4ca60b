/** --baseline: the JSON result of an earlier run, so that a known failure does not hide a new one. */
import * as v from 'valibot';
import { UnreadableInput } from '../../model/capture.ts';
import { readInputFile } from '../input.ts';
import { signsOf } from './fail-on.ts';
import { byWeight, countsOf } from './run.ts';
import type { CheckResult, RunResult } from './types.ts';

/** What of an earlier result is looked at. */
const earlierSchema = v.object({
  schema: v.literal(1),
  checks: v.array(
    v.object({
      name: v.string(),
      outcome: v.string(),
      expectations: v.array(v.object({ kind: v.string(), outcome: v.string(), of: v.optional(v.string()) })),
      verdict: v.optional(v.object({ verdict: v.object({ cause: v.string() }) })),
    }),
  ),
});

/** The signs of what failed in an earlier run, by the names of its checks. Throws UnreadableInput where the file is none. */
export function readBaseline(path: string): Map<string, string[]> {
  let value: unknown;
  try {
    value = JSON.parse(readInputFile(path));
  } catch (error) {
    if (error instanceof UnreadableInput) throw new UnreadableInput(error.message, 'Give a file that diagnose check --format json wrote.');
  }
  const read = v.safeParse(earlierSchema, value);
  if (!read.success)
    throw new UnreadableInput(
      `${path} is no result of diagnose check.`,
      'Make one: diagnose check --format json --output baseline.json --exit-zero',
    );
  return new Map(read.output.checks.map((check) => [check.name, signsOf(check as unknown as CheckResult)]));
}

/** Marks what failed before in the same way: everything that is wrong with it now was wrong with it then. */
export function withBaseline(run: RunResult, baseline: ReadonlyMap<string, readonly string[]>): RunResult {
  const checks = run.checks.map((result): CheckResult => {
    const signs = signsOf(result);
    const before = baseline.get(result.name) ?? [];
    return signs.length > 0 && signs.every((sign) => before.includes(sign)) ? { ...result, known: true } : result;
  });
  return { ...run, summary: { ...countsOf(checks), tookMs: run.summary.tookMs }, checks: checks.toSorted(byWeight) };
}
