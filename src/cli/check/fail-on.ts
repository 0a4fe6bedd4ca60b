/** What of a run counts: --fail-on narrows it, a baseline takes out what is known; and the exit code that follows. */
import { EXIT } from '../exit.ts';
import type { CheckResult, ExpectationResult, RunResult } from './types.ts';

const isOfVerdict = ({ kind }: ExpectationResult): boolean => kind === 'call' || kind === 'verdict' || kind === 'status';

/** What failed or could not be looked at, a word for each: the cause, or the expectation with the path that it is about. */
export function signsOf({ expectations, verdict }: Pick<CheckResult, 'expectations' | 'verdict'>): string[] {
  const signs = expectations
    .filter(({ outcome }) => outcome !== 'pass')
    .map((each) => (isOfVerdict(each) && verdict ? verdict.verdict.cause : `${each.outcome} ${each.kind} ${each.of ?? ''}`.trim()));
  return [...new Set(signs)];
}

/** Whether a result counts: it did not pass, is not known, and is of a family, cause or confidence that was named. */
export function counts(result: CheckResult, failOn: readonly string[] | undefined): boolean {
  if (result.outcome === 'pass' || result.outcome === 'skipped' || result.known) return false;
  if (!failOn || failOn.length === 0) return true;
  const verdict = result.verdict?.verdict;
  return result.expectations
    .filter(({ outcome }) => outcome !== 'pass')
    .some((each) => {
      const words: string[] = isOfVerdict(each) && verdict ? [verdict.cause, verdict.family, verdict.confidence] : [each.family, 'certain'];
      return words.some((word) => failOn.includes(word));
    });
}

/** 0 nothing counts · 1 a failure with a cause or an expectation that is not met · 3 only what no cause is known of, or could not be looked at. */
export function exitOf({ checks }: RunResult, failOn: readonly string[] | undefined): number {
  const counted = checks.filter((result) => counts(result, failOn));
  if (counted.length === 0) return EXIT.fine;
  const isExplained = ({ outcome, verdict, expectations }: CheckResult): boolean =>
    outcome === 'fail' &&
    (verdict?.verdict.cause !== 'unknown' || expectations.some((each) => each.outcome === 'fail' && !isOfVerdict(each)));
  return counted.some(isExplained) ? EXIT.found : EXIT.unknown;
}
