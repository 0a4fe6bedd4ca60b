/** What a person's answers make of the checklist and of the verdict. */
import { causes } from '../model/cause.ts';
import type { Check, Choice, Facts, Finding } from '../model/check.ts';
import { personAnswers } from '../model/evidence.ts';
import type { Verdict } from '../model/reading.ts';

/** The choice that the person made for a check that asks; undefined where none was made, or an unknown one. */
export function choiceOf(id: string, check: Check, facts: Facts): Choice | undefined {
  const value = personAnswers(facts.evidence)[id];
  return value === undefined ? undefined : check.question?.(facts)?.choices.find((choice) => choice.value === value);
}

/** A check's finding, with the person's answer in place of the question. */
export function answeredFinding(finding: Finding, choice: Choice | undefined): Finding {
  if (finding.outcome !== 'ask' || !choice) return finding;
  const { link, because = [] } = finding;
  return {
    outcome: choice.outcome,
    says: choice.found,
    because: [...because, { where: 'evidence.person', value: choice.says, says: 'what you answered' }],
    ...(choice.steps && { steps: choice.steps }),
    ...(link && { link }),
  };
}

/**
 * A verdict in the light of what a person found. A certain one stands; another gives way to the first cause that an answer
 * speaks for, and says why. What the verdict was before stays as an alternative.
 */
export function revised(verdict: Verdict, choices: readonly Choice[]): Verdict {
  const speaking = choices.find(({ cause }) => cause !== undefined);
  if (!speaking?.cause || verdict.confidence === 'certain') return verdict;
  const because = [{ where: 'evidence.person', value: speaking.says, says: 'what you answered' }, ...verdict.because];
  if (speaking.cause === verdict.cause) return { ...verdict, because, confidence: 'likely' };
  const { [verdict.cause]: former } = causes;
  return {
    cause: speaking.cause,
    confidence: 'likely',
    because,
    alternatives: [
      ...(verdict.cause === 'unknown' ? [] : [{ cause: verdict.cause, confidence: 'possible' as const, says: former.summary }]),
      ...verdict.alternatives.filter(({ cause }) => cause !== speaking.cause),
    ],
    note: `Before your answer it looked like this: ${former.title.toLowerCase()}`,
    retry: { advice: causes[speaking.cause].retry },
  };
}
