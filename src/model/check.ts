import type { CauseId } from './cause.ts';
import type { Evidence } from './evidence.ts';
import type { Exchange } from './exchange.ts';
import type { Provider } from './provider.ts';
import type { Reading } from './reading.ts';

/** `pass`, `fail`, `warn`; `ask`: a person can see it, at the link; `skip`: does not apply, or could not be asked, and why. */
export type Outcome = 'pass' | 'fail' | 'warn' | 'ask' | 'skip';

export type Because = { where: string; value: string; says: string; source?: string };
export type Link = { title: string; url: string };

/** What a check has to judge by: all of it gathered before, nothing of it live. */
export type Facts = {
  exchange: Exchange;
  reading: Reading;
  provider?: Provider & { id: string };
  gateway?: Provider & { id: string };
  evidence: Evidence;
  now: Date;
};

export type Finding = {
  outcome: Outcome;
  /** One line, what was found: no more than about 60 characters where it can be helped. */
  says: string;
  because?: Because[];
  steps?: string[];
  link?: Link;
};

/** What a person can answer, and what it makes of the check. */
export type Choice = {
  /** The word on the command line: `--answer account=expired`. */
  value: string;
  /** As a person chooses it: "It has expired". */
  says: string;
  outcome: Exclude<Outcome, 'ask'>;
  /** The check's line in the report. */
  found: string;
  steps?: string[];
  /** The cause that this answer speaks for; a verdict that is less than certain changes to it. */
  cause?: CauseId;
};

/** What a person is asked where no machine can tell. */
export type PersonQuestion = { says: string; choices: Choice[] };

/** What an exchange may have, and `answer <probe>`: what that probe brought. */
export type Need = 'request' | 'response' | 'failure' | `answer ${string}`;

/** What a check needs to have anything to judge: one of these. Without it the check is not even loaded, and its line says why. */
export type Needs = { oneOf: Need[]; otherwise: string };

/** What is known of a check before it is loaded. */
export type CheckHead = { phase: string; title: string; needs?: Needs; load(): Promise<Check> };

/** One step of the documented checklist. The unit's file name is its id. */
export type Check = {
  /** The step's number in the troubleshooting path: "1.1". */
  phase: string;
  title: string;
  /** What it looks at and why, for `diagnose explain`. */
  explains: string;
  needs?: Needs;
  judge(facts: Facts): Finding;
  /** What a person is asked where `judge` gives `ask`; undefined where there is nothing to ask about this exchange. */
  question?(facts: Facts): PersonQuestion | undefined;
};
