import type { Exchange, HttpRequest, HttpResponse, NetworkFailure } from './exchange.ts';
import type { Provider } from './provider.ts';

/** What a probe may see before it asks. */
export type ProbeFacts = { exchange: Exchange; provider?: Provider & { id: string }; gateway?: Provider & { id: string } };

/** What a probe wants to send. Its masks stand for the exchange's secrets. */
export type Question = {
  request: HttpRequest;
  /** The hosts that may receive the caller's credentials, with the port where it is not the scheme's own; [] for none. */
  credentialHosts: string[];
};

/** One question asked of the world. The unit's file name is its id. */
export type Probe<T = unknown> = {
  title: string;
  /** What it asks, whom, and what it needs, for `diagnose explain`. */
  explains: string;
  /** The question for this exchange, or why there is none. */
  plan(facts: ProbeFacts): Question | { skip: string };
  /** Makes the data of a response. Throws an Error, in one clause, where it is not what was documented. */
  read(response: HttpResponse, facts: ProbeFacts): T;
  /** Makes the data of a call that got no response, where that is an answer too. Without it such a probe has failed. */
  readFailure?(failure: NetworkFailure): T;
};
