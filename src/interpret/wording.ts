/** Reads the wording of messages and of machine-readable words by the lexicon and the precedence list. */
import type { CauseId } from '../model/cause.ts';
import { lexicon, type Concept } from './lexicon.ts';
import { wordings, type Strength } from './wordings.ts';

export type WordingMatch = {
  cause: CauseId;
  strength: Strength;
  /** The entry's place in the precedence list: lower wins. */
  precedence: number;
  /** The clause that said so. */
  clause: string;
};

const MAX_TEXT = 24_000;
const MAX_CLAUSE = 700;
const MAX_CLAUSES = 160;

const compiled = new Map<Concept, RegExp>();

function conceptIn(concept: Concept, clause: string): boolean {
  let pattern = compiled.get(concept);
  if (!pattern) compiled.set(concept, (pattern = new RegExp(lexicon[concept].join('|'), 'iu')));
  return pattern.test(clause);
}

/** Advice follows the reason and names things that are not the reason: "please check your plan", "upgrade to Pro", "see …". */
const ADVICE =
  /^(?:please (?!add|provide|set|log|sign|top|recharge|enter|pay)|to (?:increase|continue|upgrade|learn|get|view|raise|enable|resolve|avoid|fix|monitor|do this)|visit|see|consider|upgrade|try|check|if you|for (?:more|details|help)|you can|you may|contact|go to|head to|learn more|manage|view|read|otherwise|alternatively|enable (?!billing)|it (?:may|might)|this (?:may|might|can) be|make sure|ensure|hint|note|tip|more info)/i;

/** Lines of a program, not of a server: frames of a stack trace, caret lines, commands. */
const FRAME =
  /^\s*(?:at (?:async |new |Object\.|[\w$.<>[\]/ ]+ ?\()|at [\w./\\:-]+:\d|at \S+:\d+(?::\d+)?\)?$|File ".*", line \d|\^+\s*$|\.{3} \d+ more|goroutine \d|\t?\/\S+\.go:\d+|from \/\S+:\d+:in|\d+: 0x[\da-f]+ - )/;

const MARKUP = /<(?:script|style)\b[\s\S]{0,20000}?<\/(?:script|style)>|<[a-z!/][^<>]{0,400}>/gi;
const URLS = /\b(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.)[^\s"'<>)\]，。]+/gi;

/** A text without what is not wording: markup, URLs, stack frames, escapes; white space folded within a line. */
function plain(text: string): string {
  return text
    .slice(0, MAX_TEXT)
    .replace(MARKUP, ' ')
    .replace(URLS, ' ')
    .split('\n')
    .filter((line) => !FRAME.test(line))
    .join('\n')
    .replace(/\\[nrt]/g, '\n')
    .replace(/\\?["`*]/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/&(?:nbsp|#39|quot|amp);/g, ' ')
    .normalize('NFKC');
}

/** The clauses of a text: sentences, and in Chinese and Japanese the parts between commas too. */
export function clausesOf(text: string): string[] {
  // A line that goes on in lower case is a wrapped one.
  const unwrapped = plain(text).replace(/([\p{L}\d,'’])[ \t]*\r?\n[ \t>|]*(?=[\p{Ll}\d(])/gu, '$1 ');
  return unwrapped
    .split(/[\r\n]+|(?<=[\p{L}\d)'’%])[.!?;](?=\s|$)|[。！？；，]|(?<=[\u3000-\u9fff]),/u)
    .map((clause) => clause.replace(/\s+/g, ' ').trim())
    .filter((clause) => clause.length > 1)
    .slice(0, MAX_CLAUSES)
    .map((clause) => clause.slice(0, MAX_CLAUSE));
}

const spoken = new Map<RegExp[], RegExp>();

function saysOne(lines: RegExp[], clause: string): boolean {
  let pattern = spoken.get(lines);
  if (!pattern) spoken.set(lines, (pattern = new RegExp(lines.map(({ source }) => source).join('|'), 'iu')));
  return pattern.test(clause);
}

const vetoed = (vetoes: (Concept | RegExp)[] | undefined, clause: string): boolean =>
  vetoes?.some((veto) => (typeof veto === 'string' ? conceptIn(veto, clause) : veto.test(clause))) ?? false;

const WEAKER: Record<Strength, Strength> = { strong: 'fair', fair: 'weak', weak: 'weak' };

/**
 * What a text says by the precedence list: the entries that hold in one of its clauses, the strongest reading first. Advice
 * counts a degree less than the reason it follows.
 */
export function readWording(text: string): WordingMatch[] {
  const clauses = clausesOf(text).map((clause) => ({ clause, advice: ADVICE.test(clause) }));
  const matches: WordingMatch[] = [];
  wordings.forEach((wording, precedence) => {
    if (matches.some((match) => match.cause === wording.cause && match.strength === wording.strength)) return;
    const hits = clauses.filter(
      ({ clause }) =>
        (wording.says === undefined || saysOne(wording.says, clause)) &&
        (wording.all ?? []).every((concept) => conceptIn(concept, clause)) &&
        !vetoed(wording.not, clause),
    );
    const hit = hits.find(({ advice }) => !advice) ?? hits[0];
    if (!hit) return;
    matches.push({
      cause: wording.cause,
      strength: hit.advice ? WEAKER[wording.strength] : wording.strength,
      precedence,
      clause: hit.clause,
    });
  });
  return matches.sort(byStrength);
}

const RANK: Record<Strength, number> = { strong: 0, fair: 1, weak: 2 };

/** The stronger reading first; among equals the earlier entry of the precedence list. */
export const byStrength = (a: WordingMatch, b: WordingMatch): number => RANK[a.strength] - RANK[b.strength] || a.precedence - b.precedence;

/**
 * Machine-readable words that do not mean what they say, or too little to go by. A word that is not here is read like any
 * other wording: `insufficient_balance` is "insufficient balance".
 */
const CODES: Record<string, { cause: CauseId; strength: Strength } | 'vague'> = {
  'insufficient quota': { cause: 'credits-exhausted', strength: 'fair' },
  'billing not active': { cause: 'payment-method-required', strength: 'strong' },
  'resource exhausted': { cause: 'rate-limited', strength: 'weak' },
  'usage not included': { cause: 'plan-required', strength: 'strong' },
  'invalid request': 'vague',
  'bad request': 'vague',
  'invalid argument': 'vague',
  'failed precondition': 'vague',
  'unprocessable entity': { cause: 'invalid-request', strength: 'weak' },
  validation: { cause: 'invalid-request', strength: 'fair' },
  api: 'vague',
  server: 'vague',
  unknown: 'vague',
  http: 'vague',
  client: 'vague',
  requests: 'vague',
  tokens: 'vague',
  request: 'vague',
  'client forbidden': 'vague',
  internal: { cause: 'upstream-failure', strength: 'weak' },
  'internal server': { cause: 'upstream-failure', strength: 'weak' },
  unavailable: { cause: 'service-unavailable', strength: 'weak' },
  'deadline exceeded': { cause: 'upstream-failure', strength: 'weak' },
  'not found': { cause: 'not-found', strength: 'fair' },
  forbidden: { cause: 'permission-denied', strength: 'weak' },
  'permission denied': { cause: 'permission-denied', strength: 'weak' },
  permission: { cause: 'permission-denied', strength: 'weak' },
  'access denied': { cause: 'permission-denied', strength: 'weak' },
  unauthorized: { cause: 'credentials-invalid', strength: 'weak' },
  unauthenticated: { cause: 'credentials-invalid', strength: 'weak' },
  authentication: { cause: 'credentials-invalid', strength: 'weak' },
  auth: { cause: 'credentials-invalid', strength: 'weak' },
  'payment required': { cause: 'payment-unspecified', strength: 'fair' },
  'rate limit': { cause: 'rate-limited', strength: 'fair' },
  'quota exceeded': { cause: 'quota-exhausted', strength: 'fair' },
  throttling: { cause: 'rate-limited', strength: 'fair' },
  conflict: { cause: 'conflict', strength: 'weak' },
  'usage limits': 'vague',
};

/** A code as words: `INSUFFICIENT_BALANCE`, `insufficientBalance` and `Insufficient.Balance.Error` are "insufficient balance". */
export function codeWords(code: string): string {
  return code
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[_\-.:/#@]+/g, ' ')
    .toLowerCase()
    .replace(/\b(?:errors?|exception)\b\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const MOST_CODES = 30;

/** Words of a text that are written as codes are: `insufficient_quota`, `PAYMENT_REQUIRED`, `QuotaExceededException`. */
export function codesIn(text: string): string[] {
  const codes = plain(text).match(
    /(?<![\w./-])(?:[a-z\d]+(?:_[a-z\d]+)+|[A-Z\d]+(?:_[A-Z\d]+)+|(?:[A-Z]?[a-z]+)(?:[A-Z][a-z]+)+)(?![\w/-])/g,
  );
  return [...new Set(codes)].slice(0, MOST_CODES);
}

const placeOf = (cause: CauseId): number => wordings.findIndex((wording) => wording.cause === cause);

/** What a machine-readable word says: like wording, with the exceptions above. Numbers and bare status words say nothing here. */
export function readCode(code: string): WordingMatch[] {
  if (/^\d+$/.test(code) || code.length > 100) return [];
  const words = codeWords(code);
  const known = CODES[words];
  if (known === 'vague') return [];
  // A weak word stands after all wording: frameworks put it on errors that their messages know better.
  if (known) return [{ ...known, precedence: known.strength === 'weak' ? wordings.length : placeOf(known.cause), clause: code }];
  return words.length < 3 ? [] : readWording(words).map((match) => ({ ...match, clause: code }));
}
