/** The words that several renderings of a run share. */
import { cut, visible } from '../../../model/format.ts';
import { whoAnswered } from '../../../model/phrases.ts';
import type { CheckResult, RunResult } from '../types.ts';

/** From outside, on one line, nothing in it executed. */
export const safe = (text: string, max = 300): string => visible(cut(text, max));

/** "1.2 s", "310 ms". */
export const took = (ms: number): string => (ms < 10_000 ? `${Math.ceil(ms)} ms` : `${Math.ceil(ms / 1000)} s`);

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** "2 of 12 checks failed, 1 could not be looked at". */
export function headline({ summary }: RunResult): string {
  const { total, passed, failed, errors, skipped, known } = summary;
  if (passed === total) return `${plural(total, 'check')} passed`;
  const parts = [
    failed > 0 && `${failed} failed`,
    errors > 0 && `${errors} could not be looked at`,
    skipped > 0 && `${skipped} not run`,
    passed > 0 && `${passed} passed`,
  ].filter((part) => part !== false);
  return `${plural(total, 'check')}: ${parts.join(', ')}${known > 0 ? ` (${known} known from the baseline)` : ''}`;
}

/** "Notified: slack (2 changes)"; nothing where nobody was. Who could not be reached is told with what went wrong. */
export function notifiedLine({ notifications = [] }: RunResult): string[] {
  const sent = notifications.filter(({ outcome }) => outcome === 'sent');
  return sent.length === 0
    ? []
    : [`Notified: ${sent.map(({ notifier, checks }) => `${notifier} (${plural(checks.length, 'change')})`).join(', ')}`];
}

/** What else is not as expected, beside the line that says it all. */
const othersOf = ({ expectations, says }: CheckResult): string[] =>
  expectations
    .filter((each) => each.outcome !== 'pass' && !says.startsWith(each.says) && !says.endsWith(each.says))
    .map((each) => each.says);

/** "Answered by OpenRouter": whose verdict it is, where somebody is known by name. */
function answererOf({ verdict }: CheckResult): string[] {
  if (!verdict) return [];
  const { answeredBy, provider } = verdict.verdict;
  return answeredBy.layer === 'client' || (answeredBy.name === undefined && provider === undefined)
    ? []
    : [`Answered by ${whoAnswered(verdict.verdict)}`];
}

/** What else there is to say of a check that did not pass: who refused it, and what else is not as expected. */
export const remarksOf = (result: CheckResult): string[] => [...answererOf(result), ...othersOf(result)].map((line) => safe(line));

/** The whole of what a person needs of a check that did not pass, in lines. */
export const linesOf = (result: CheckResult): string[] => [
  safe(result.says),
  ...remarksOf(result),
  ...(result.step === undefined ? [] : [`Do: ${safe(result.step, 400)}`]),
  ...(result.link === undefined ? [] : [`See: ${safe(result.link.url)}`]),
];
