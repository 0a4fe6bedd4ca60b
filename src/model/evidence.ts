import type { HttpResponse, NetworkFailure, RawExchange } from './exchange.ts';

/**
 * What one question to the world brought. `data` is of the type that the probe's `read` gives, `at` is ISO 8601 UTC, and
 * `asked` is the URL as the probe named it, with masks in place of credentials.
 */
export type Answer<T> =
  | { outcome: 'answered'; at: string; asked: string; data: T }
  | { outcome: 'failed'; at: string; asked: string; why: string }
  | { outcome: 'not-asked'; why: string };

/** What is left of an account's money or allowance, in the vendor's own unit. */
export type Balance = {
  remaining?: number;
  granted?: number;
  used?: number;
  unit?: string;
  available?: boolean;
  /** ISO 8601 UTC: when the allowance starts again. */
  resetAt?: string;
  plan?: string;
  /** The vendor's own word for the state of the account or subscription. */
  state?: string;
  /** What the figures are, where they are not the account's money. */
  note?: string;
};

export type Incident = {
  name: string;
  impact: string;
  status: string;
  since?: string;
  /** When it was over, ISO 8601. */
  until?: string;
  url?: string;
  components: string[];
  /** The regions that it touches, as host names have them ("us-east-1"), where the page says so. */
  regions?: string[];
};
export type StatusSummary = { indicator: string; description: string; incidents: Incident[] };

/** The same request sent again, or a given request sent for the first time. */
export type Replay = { response: HttpResponse } | { failure: NetworkFailure };

/**
 * All that was gathered, as `--save-evidence` writes it and `--evidence` reads it; the answers stand by their probes' ids.
 * A probe says what its data is by the type that it returns, a check by the type that it asks for.
 */
export type Evidence = {
  schema: 1;
  at: string;
  /** The exchange that the questions were about, with masks in place of credentials, so that the file can be judged by itself. */
  exchange?: RawExchange;
  answers: Record<string, Answer<unknown>>;
};

/** What a person answered, by the id of the check that asked; it stands among the answers under this id. */
export const PERSON = 'person';
export type PersonAnswers = Record<string, string>;

/** The answers of the person, and of each its check's id. */
export function personAnswers(evidence: Evidence): PersonAnswers {
  const answer = answerOf<PersonAnswers>(evidence, PERSON);
  return answer?.outcome === 'answered' ? answer.data : {};
}

/** The answer of one probe, as the type that its readers agree on with it; undefined where it was never asked. */
export function answerOf<T>(evidence: Evidence, probe: string): Answer<T> | undefined {
  return evidence.answers[probe] as Answer<T> | undefined;
}
