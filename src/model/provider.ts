import type { CauseId } from './cause.ts';

/**
 * When a rule fires: every member that is given must hold. Strings compare without regard to case; a `message` is a
 * fragment of the wording, found in any message of the response; with a RegExp it is tested as it is.
 */
export type RuleCondition = {
  status?: number | number[];
  /** A machine-readable code of the error, wherever the vendor puts it (code, error_code, reason, status word…). */
  code?: string | string[];
  /** The `type` of the error object. */
  type?: string | string[];
  message?: string | RegExp;
};

/** What one of the vendor's own answers means. The first rule of a profile that matches wins. */
export type ErrorRule = {
  when: RuleCondition;
  cause: CauseId;
  /** What a reader should know beside the cause: one sentence in our words. */
  note?: string;
  /** The page that says so. */
  source: string;
  /** Where the vendor uses one answer for several things: the others that it may be. */
  alternatives?: CauseId[];
  /** The vendor's advice on waiting where it differs from the cause's own. */
  waiting?: 'helps' | 'futile';
};

export type KeyShape = {
  /** The source of a regular expression that matches a whole key. */
  pattern: string;
  means: string;
  /** An example of the shape that is nobody's key, for the tests of redaction. */
  sample: string;
  /** Keys of this shape do not work for inference or ordinary calls (an admin key, a publishable key). */
  notFor?: string;
};

export type StatusPage = { page: string; api?: { kind: 'statuspage'; url: string } };

/** How to ask for what is left. `read` picks the figures out of the JSON answer by path ("data.total_credits"). */
export type BalanceQuestion = {
  url: string;
  /** The header field that carries the key; default Authorization: Bearer. */
  keyHeader?: string;
  /** Paths into the answer. `remaining` is given, or is `granted` less `used`. */
  read: { remaining?: string; granted?: string; used?: string; unit?: string; available?: string };
  unit?: string;
  source: string;
};

/** The cheapest documented call that proves a key. It proves the key, not the money. */
export type KnownGoodCall = { method: 'GET' | 'POST'; url: string; says: string; source: string };

/** A vendor's or a gateway's profile: data only. The unit's file name is its id. */
export type Provider = {
  title: string;
  kind: 'vendor' | 'gateway';
  /** Host names, exact, or with a leading dot for every host below: ".openai.azure.com". */
  hosts: string[];
  keys: KeyShape[];
  /** Environment variables in which clients look for the key. */
  keyEnvironment: string[];
  /** The request header field that carries the key: "authorization" (Bearer) or the vendor's own. */
  keyHeader: string;
  requestIdHeaders: string[];
  /** Response header fields that only this vendor sends, in lower case; a trailing * stands for any rest. */
  ownHeaders: string[];
  /** Words of a body that only this vendor writes: its links, its documented phrases. Lower case. */
  ownWords: string[];
  links: {
    billing?: string;
    usage?: string;
    keys?: string;
    limits?: string;
    errors?: string;
    support?: string;
  };
  statusPage?: StatusPage;
  balance?: BalanceQuestion;
  knownGood?: KnownGoodCall;
  rules: ErrorRule[];
};

/** A profile with its id. */
export type Profile = Provider & { id: string };

/** What of a profile tells its vendor apart; `keys` are the patterns of the key shapes. */
export type Signs = Pick<Provider, 'title' | 'kind' | 'hosts' | 'ownHeaders' | 'ownWords'> & { keys: string[] };

/** All profiles by their ids: their signs at once, the rest when one is asked for. */
export type Catalogue = Record<string, { signs: Signs; load(): Promise<Provider> }>;
