/** A profile's rules against what a response says. */
import type { ErrorRule, Provider, RuleCondition } from '../model/provider.ts';
import type { Problem } from '../model/reading.ts';

type Said = { where: string; value: string };
export type RuleMatch = { rule: ErrorRule; said: Said[] };

const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

function findWord(wanted: string | string[], said: Said[]): Said | undefined {
  const words = list(wanted).map(fold);
  return said.find(({ value }) => words.includes(fold(value)));
}

function findMessage(wanted: string | RegExp, said: Said[]): Said | undefined {
  if (wanted instanceof RegExp) return said.find(({ value }) => wanted.test(value.replace(/\s+/g, ' ')));
  const fragment = fold(wanted);
  return said.find(({ value }) => fold(value).includes(fragment));
}

function holds(when: RuleCondition, status: number | undefined, codes: Said[], types: Said[], messages: Said[]): Said[] | undefined {
  const said: Said[] = [];
  if (when.status !== undefined) {
    // A text often does not tell the status; then the words alone have to do, and a rule of the status alone says nothing.
    if (status === undefined ? !when.code && !when.type && !when.message : !list(when.status).includes(status)) return undefined;
    if (status !== undefined) said.push({ where: 'response.status', value: String(status) });
  }
  for (const [wanted, found] of [
    [when.code, when.code === undefined ? undefined : findWord(when.code, codes)],
    [when.type, when.type === undefined ? undefined : findWord(when.type, types)],
    [when.message, when.message === undefined ? undefined : findMessage(when.message, messages)],
  ] as const) {
    if (wanted === undefined) continue;
    if (!found) return undefined;
    said.unshift(found);
  }
  return said;
}

/** The first rule of a profile that the response meets, with what met it. */
export function matchRules(
  profile: Provider,
  status: number | undefined,
  problems: readonly Problem[],
  texts: readonly Said[],
): RuleMatch | undefined {
  const codes = problems.flatMap((problem) => problem.codes);
  const types = problems.flatMap((problem) => problem.types);
  const messages = [...problems.flatMap((problem) => problem.messages), ...texts];
  for (const rule of profile.rules) {
    const said = holds(rule.when, status, [...codes, ...types], types, messages);
    if (said) return { rule, said };
  }
  return undefined;
}

/** Whether a rule looks at more than a status or a broad type: at a code or at wording of its own. */
export const isSpecific = ({ when }: ErrorRule): boolean =>
  when.message !== undefined ||
  (when.code !== undefined && !list(when.code).every(isBroad)) ||
  (when.type !== undefined && !list(when.type).every(isBroad));

/** Types that vendors put on unlike errors, so that the message may know better. */
const isBroad = (word: string): boolean =>
  /^(?:invalid_request(?:_error)?|authentication_error|permission_error|rate_limit_error|api_error|requests|tokens|server_error|forbidden|unauthorized|bad_request|resource_exhausted|permission_denied|unauthenticated|invalid_argument|failed_precondition|\d{3})$/i.test(
    word,
  );
