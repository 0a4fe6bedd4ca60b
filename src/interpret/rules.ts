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

/** A code that can be told from a word of speech: it has a separator or capitals inside, or is a long number. */
const isCodeLike = (code: string): boolean => code.length >= 6 && /[a-z][A-Z]|[A-Z]{2}|_|[a-z]\d|^-?\d{5,}$/.test(code);

/** Codes of the rules that stand as words in a text, where no error object gave any. */
function codesInTexts(profile: Provider, texts: readonly Said[]): Said[] {
  if (texts.length === 0) return [];
  const wanted = profile.rules.flatMap(({ when }) => [...list(when.code ?? []), ...list(when.type ?? [])]).filter(isCodeLike);
  return [...new Set(wanted)].flatMap((code) => {
    const found = texts.find(({ value }) => hasWord(value, code));
    return found ? [{ where: found.where, value: code }] : [];
  });
}

/** Whether a word stands in a text by itself, in the letters' case as given. */
function hasWord(text: string, word: string): boolean {
  const isPart = (char: string | undefined): boolean => char !== undefined && /[\w.-]/.test(char);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const after = text[at + word.length];
    const ends = !isPart(after) || (after === '.' && !isPart(text[at + word.length + 1]));
    if (ends && !/[\w-]/.test(text[at - 1] ?? ' ')) return true;
  }
  return false;
}

/** The first rule of a profile that the response meets, with what met it. */
export function matchRules(
  profile: Provider,
  status: number | undefined,
  problems: readonly Problem[],
  texts: readonly Said[],
): RuleMatch | undefined {
  const codes = [...problems.flatMap((problem) => problem.codes), ...codesInTexts(profile, texts)];
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
