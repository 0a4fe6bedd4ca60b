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
  /** The question that follows from the first one's answer, where one does not do; `read` then gets the last answer, and both in order. */
  next?(response: HttpResponse, facts: ProbeFacts): Question | undefined;
  /** Makes the data of a response. Throws an Error, in one clause, where it is not what was documented. */
  read(response: HttpResponse, facts: ProbeFacts, all: readonly HttpResponse[]): T;
  /** Makes the data of a call that got no response, where that is an answer too. Without it such a probe has failed. */
  readFailure?(failure: NetworkFailure): T;
};

/** What of this machine a local probe may look at; the command line gives it, and a test its own. */
export type Machine = {
  environment: Readonly<Record<string, string | undefined>>;
  /** As `process.platform` has it: "linux", "darwin", "win32". */
  platform: string;
  /** The home folder, and the folder that the tool was started in. */
  home: string;
  folder: string;
  /** Files that the caller named, by the flag that named them. */
  files: Partial<Record<'logs' | 'gateway-logs' | 'good', string>>;
};

/**
 * A look at this machine: its environment, its files, its way to the network. The unit's file name is its id, as for a probe.
 * What it gives holds no credential: a key is told by its mask or by its fingerprint.
 */
export type LocalProbe<T = unknown> = {
  title: string;
  explains: string;
  /** Whether it sends anything (a name lookup, a handshake): such a look is not taken offline. */
  sends?: boolean;
  /** Looks. Throws an Error, in one clause, where what it was to read cannot be read. */
  look(facts: ProbeFacts, machine: Machine, signal?: AbortSignal): Promise<T | { skip: string }>;
};

export const isLocal = (probe: Probe | LocalProbe): probe is LocalProbe => 'look' in probe;
