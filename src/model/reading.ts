import type { CauseId, RetryAdvice } from './cause.ts';
import type { PaymentChallenge } from './challenge.ts';
import type { Because } from './check.ts';

/** A word with a meaning, measured on the corpus: `certain` is right 99 times in a hundred. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** Who spoke. `upstream`: a gateway passes on what its upstream said; `client`: there was no response at all. */
export type Layer = 'provider' | 'gateway' | 'upstream' | 'proxy' | 'cdn' | 'client';

/** An error object found in a body or in a text, at any depth. */
export type Problem = {
  /** The path to it: "response.body.error". */
  where: string;
  /** Machine-readable words, each with its own path. */
  codes: { where: string; value: string }[];
  types: { where: string; value: string }[];
  messages: { where: string; value: string }[];
};

/** One rate limit as header fields tell it. Times are seconds from the response. */
export type RateLimit = {
  /** "requests", "tokens", the policy's name, or "" where the fields do not say. */
  name: string;
  limit?: number;
  remaining?: number;
  resetSeconds?: number;
  windowSeconds?: number;
  where: string;
};

/** Figures that the error itself names. */
export type Figure = {
  /** `window`: the seconds for which a limit counts; `fits`: the most output tokens that would still be taken, worked out. */
  name: 'requested' | 'affordable' | 'limit' | 'used' | 'remaining' | 'input' | 'output' | 'window' | 'fits';
  value: number;
  /** What is counted, where the words say so: "tokens", "requests", an ISO 4217 currency. */
  unit?: string;
  where: string;
};

export type Wait = { seconds: number; at?: string; where: string };

export type CacheFacts = { hit: boolean; ageSeconds?: number; where: string; value: string };

export type Verdict = {
  cause: CauseId;
  confidence: Confidence;
  because: Because[];
  alternatives: { cause: CauseId; confidence: Confidence; says: string }[];
  note?: string;
  retry: { advice: RetryAdvice; afterSeconds?: number; at?: string };
};

/** A machine-payment challenge, with its protocol's id, title and needs. */
export type Payment = PaymentChallenge & { protocol: string; title: string; needs: string };

/** What an exchange itself says, before anything else is asked. */
export type Reading = {
  status?: number;
  problems: Problem[];
  wait?: Wait;
  rateLimits: RateLimit[];
  figures: Figure[];
  payments: Payment[];
  cache?: CacheFacts;
  requestId?: { where: string; value: string };
  answeredBy: { layer: Layer; id?: string; name?: string };
  verdict: Verdict;
};
