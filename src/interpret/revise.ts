/** What a person's answers make of the checklist and of the verdict. */
import { causes } from '../model/cause.ts';
import type { Because, Check, Choice, Facts, Finding } from '../model/check.ts';
import { personAnswers, type Evidence, type PersonAnswers } from '../model/evidence.ts';
import type { Verdict } from '../model/reading.ts';

/** What the person answered, by the id of the check; a file of evidence that somebody edited may hold anything. */
export function answersIn(evidence: Evidence): PersonAnswers {
  const given: unknown = personAnswers(evidence);
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The choice that the person made for a check that asks; undefined where none was made, or an unknown one. */
export function choiceOf(id: string, check: Check, facts: Facts): Choice | undefined {
  const value = answersIn(facts.evidence)[id];
  return value === undefined ? undefined : check.question?.(facts)?.choices.find((choice) => choice.value === value);
}

const answered = (choice: Choice): Because => ({
  where: 'evidence.person',
  value: choice.says,
  says: 'the answer of a person who looked',
});

/** A check's finding, with the person's answer in place of the question. */
export function answeredFinding(finding: Finding, choice: Choice | undefined): Finding {
  if (finding.outcome !== 'ask' || !choice) return finding;
  const { link, because = [] } = finding;
  return {
    outcome: choice.outcome,
    says: choice.found,
    because: [...because, answered(choice)],
    ...(choice.steps && { steps: choice.steps }),
    ...(link && { link }),
  };
}

/**
 * A verdict in the light of what a person found. A certain one stands; another gives way to the cause that an answer speaks for,
 * and says why. Of several answers the one leads that speaks for what was suspected already; the others, and what the verdict was
 * before, stay as alternatives.
 */
export function revised(verdict: Verdict, choices: readonly Choice[]): Verdict {
  const suspects = [verdict.cause, ...verdict.alternatives.map(({ cause }) => cause)];
  const rank = ({ cause }: Choice): number => (suspects.includes(cause!) ? suspects.indexOf(cause!) : suspects.length);
  const [leading, ...others] = choices.filter(({ cause }) => cause !== undefined).toSorted((a, b) => rank(a) - rank(b));
  if (!leading?.cause || verdict.confidence === 'certain') return verdict;
  const { cause } = leading;
  const seen = verdict.because.map((one) => (cause === verdict.cause ? one : { ...one, says: `at first: ${one.says}` }));
  const because = [answered(leading), ...seen];
  const spoken = others.map((choice) => ({ cause: choice.cause!, confidence: 'possible' as const, says: `${choice.found}.` }));
  const { [verdict.cause]: former } = causes;
  const before = { cause: verdict.cause, confidence: 'possible' as const, says: former.summary };
  const rivals = [...spoken, ...(verdict.cause === 'unknown' ? [] : [before]), ...verdict.alternatives];
  const alternatives = rivals.filter((one, i) => one.cause !== cause && rivals.findIndex((earlier) => earlier.cause === one.cause) === i);
  if (cause === verdict.cause) return { ...verdict, because, confidence: 'likely', alternatives };
  return {
    cause,
    confidence: 'likely',
    because,
    alternatives,
    note: `Before a person looked, it seemed to be this: ${former.title.toLowerCase()}`,
    retry: { advice: causes[cause].retry },
  };
}
