/** What changed since a notifier was last told: pure. */
import type { Diagnosis } from '../../../model/diagnosis.ts';
import { cut, visible } from '../../../model/format.ts';
import { counts, signsOf } from '../fail-on.ts';
import type { CheckState } from '../state.ts';
import type { CheckResult, RunResult } from '../types.ts';
import { mapTexts } from '../variables.ts';

export type Standing = NonNullable<CheckState['standing']>;

/** One check of which a notifier does not know how it stands. Every text is on one line, and shows no credential. */
export type Change = {
  /** `changed`: it fails still, for something that was not told yet. */
  kind: 'failing' | 'changed' | 'recovered';
  name: string;
  /** Of the check file. */
  line: number;
  outcome: CheckResult['outcome'];
  says: string;
  step?: string;
  link?: { title: string; url: string };
  verdict?: Pick<Diagnosis['verdict'], 'cause' | 'family' | 'confidence' | 'title'>;
  /** ISO 8601 UTC: since when it stands so. Of a recovery: since when it had failed. */
  since: string;
};

/** What a notifier is sent. */
export type Notice = Pick<RunResult, 'at' | 'file' | 'summary' | 'tool'> & { changes: Change[] };

/** How a result stands; undefined where it says nothing: not run, or failing in a way that does not count. */
export function standingOf(result: CheckResult, failOn: readonly string[] | undefined): Standing | undefined {
  if (result.outcome === 'pass') return 'fine';
  return counts(result, failOn) ? 'failing' : undefined;
}

/** What it fails for, in a word: the cause, or the first expectation that is not met. */
export function signOf({ outcome, expectations, verdict }: CheckResult): string {
  const wanted = outcome === 'fail' ? 'fail' : 'unknown';
  const signs = signsOf({ expectations: expectations.filter((each) => each.outcome === wanted), ...(verdict && { verdict }) });
  return signs[0] ?? outcome;
}

/** The change of one check for one notifier, if there is any. The first failure, a new reason and the recovery are told once each. */
export function changeOf(
  result: CheckResult,
  standing: Standing | undefined,
  before: CheckState | undefined,
  notifier: string,
  now: string,
): Change | undefined {
  const told = before?.told.find((each) => each.notifier === notifier);
  const since = before?.standing === 'failing' ? before.since : undefined;
  if (standing === 'failing') {
    if (told?.signs.includes(signOf(result))) return undefined;
    return change(result, told ? 'changed' : 'failing', since ?? now);
  }
  return standing === 'fine' && told ? change(result, 'recovered', since ?? told.at) : undefined;
}

/** A mask with its number: whoever sends the text would take it for the credential. */
const MASK = /\[(key|token|password|cookie|signature|secret)#(?=\d)/g;
const LONGEST = 300;
const plain = (text: string): string => visible(cut(text.replace(MASK, '[$1 '), LONGEST));

function change({ name, line, outcome, says, step, link, verdict }: CheckResult, kind: Change['kind'], since: string): Change {
  const { cause, family, confidence, title } = verdict?.verdict ?? {};
  const whole = {
    kind,
    name,
    line,
    outcome,
    says,
    ...(step !== undefined && { step }),
    ...(link && link.url.length <= LONGEST && /^https?:\/\//i.test(link.url) && { link }),
    ...(verdict && { verdict: { cause, family, confidence, title } }),
    since,
  };
  return mapTexts(whole, plain) as Change;
}

/** "chat answers fails: Out of credits (certain)": a change in one line. */
export function lineOfChange({ kind, name, says, since }: Change): string {
  if (kind === 'recovered') return `${name} is fine again (it failed since ${since.slice(0, 16).replace('T', ' ')} UTC)`;
  return `${name} ${kind === 'changed' ? 'now fails for another reason' : 'fails'}: ${says}`;
}

/** "1 check fails, 2 are fine again": all of them in a few words. */
export function headlineOf({ changes }: Notice): string {
  const recovered = changes.filter(({ kind }) => kind === 'recovered').length;
  const failing = changes.length - recovered;
  const checks = (count: number, one: string, more: string): string => `${count} ${count === 1 ? `check ${one}` : `checks ${more}`}`;
  return [failing > 0 && checks(failing, 'fails', 'fail'), recovered > 0 && checks(recovered, 'is fine again', 'are fine again')]
    .filter((part) => part !== false)
    .join(', ');
}
