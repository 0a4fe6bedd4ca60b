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
  /** The code alone says little: exact wording beside it decides between the cause and the alternatives. */
  wordsDecide?: boolean;
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

/** The formats in which status pages publish what is open, by the product that runs the page. */
export type StatusFeed = 'statuspage' | 'incident-io' | 'instatus' | 'better-stack' | 'google' | 'aws';

export type StatusPage = {
  page: string;
  api?: { kind: StatusFeed; url: string };
  /** Names of the page's components that this API depends on, as fragments; without them every component counts. */
  components?: string[];
};

/** Where in a JSON answer the figures stand, by path ("data.total_credits"). `remaining` is given, or is `granted` less `used`. */
export type BalancePaths = {
  remaining?: string;
  granted?: string;
  used?: string;
  unit?: string;
  /** A boolean: whether calls are paid for. */
  available?: string;
  /** When the allowance starts again: an ISO 8601 date, or seconds or milliseconds since 1970. */
  resetAt?: string;
  plan?: string;
  /** The word for the state of the account or subscription ("active", "past_due"). */
  state?: string;
};

/**
 * How to ask for what is left. `{origin}` in a URL stands for the scheme and host that was called, for software that
 * anybody may run; any other `{name}` for what `first` read.
 */
export type BalanceQuestion = {
  url: string;
  /** The called hosts that it is about, where the profile has others too. */
  hosts?: string[];
  /** The header field that carries the key; default Authorization. */
  keyHeader?: string;
  /** The word before the key in Authorization; default Bearer. */
  scheme?: string;
  /** The query parameter that carries the key, in calls and in this question, where the header field did not carry it. */
  keyParameter?: string;
  read: BalancePaths;
  /** What is counted; by the host that was called where that differs. */
  unit?: string | Record<string, string>;
  /** What the answer's figures are multiplied by to give `unit`: 0.01 for cents, -1 where a credit stands as a negative sum. */
  factor?: number;
  /** A question that comes before, with the same key: what it reads fills the URL's placeholders; figures of those names count as well, as they stand. */
  first?: { url: string; read: Record<string, string> };
  /** What the key must be, where an ordinary one may not ask ("a management key"). */
  needs?: string;
  /** What the figures are, where they are not the account's money ("the key's own limit, not the account's credit"). */
  note?: string;
  source: string;
};

/** A way to be warned, or not to come here again. */
export type Prevention = {
  /** One sentence, as an instruction. */
  says: string;
  url?: string;
  /** The causes that it helps against; without them, every cause of the family payment. */
  causes?: CauseId[];
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
  /** Request header fields that name the organisation, project or workspace that pays. */
  scopeHeaders?: string[];
  /** Request header fields beside the key without which every call fails ("anthropic-version"). */
  requiredHeaders?: string[];
  /** The paths under which the API is found, without a trailing slash ("/v1", "/api/paas/v4"); a call to another path of the host is a wrong base URL. */
  basePaths?: string[];
  /** Response header fields that only this vendor sends, in lower case, with the value where that tells ("server: acme"); a trailing * stands for any rest. */
  ownHeaders: string[];
  /** Words of a body that only this vendor writes: its links, its documented phrases. Lower case. */
  ownWords: string[];
  /** Names by which people and clients call this vendor and nobody else ("openrouter", "docker hub"): whole words, lower case, no word of common speech. */
  names?: string[];
  links: {
    billing?: string;
    usage?: string;
    keys?: string;
    limits?: string;
    errors?: string;
    support?: string;
    /** Where a call can be looked up by its request id. */
    logs?: string;
  };
  /** What the vendor's support asks for, beside the request id and the time: short noun phrases. */
  supportAsks?: string[];
  prevention?: Prevention[];
  statusPage?: StatusPage;
  balance?: BalanceQuestion;
  knownGood?: KnownGoodCall;
  rules: ErrorRule[];
};

/** A profile with its id. */
export type Profile = Provider & { id: string };

/** What of a profile tells its vendor apart; `keys` are the patterns of the key shapes. */
export type Signs = Pick<Provider, 'title' | 'kind' | 'hosts' | 'ownHeaders' | 'ownWords' | 'names'> & { keys: string[] };

/** The signs of all vendors in the form in which they are looked up: texts of records, made by the build (interpret/signs.ts). */
export type SignsTable = {
  vendors: string;
  fields: string;
  keys: string;
  /** The bits that say which fragments of phrases occur at all. */
  sieve: string;
  shards: string[];
};

/** All profiles: what tells them apart at once, each itself when it is asked for. */
export type Catalogue = { signs: SignsTable; profiles: Record<string, () => Promise<Provider>> };
