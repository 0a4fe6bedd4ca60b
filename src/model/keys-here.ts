/** Where keys lie on this machine, as the probe "keys-here" tells it: names and places, never a key. */

/** What is wrong with a value as it is written: each of it is sent along by a client that does not clean it. */
export type WrittenFault = 'quotes' | 'blank' | 'line end' | 'scheme';

export type KeyPlace = {
  /** `environment`: of this process; `dotenv`: an .env file; `shell`: a start file of a shell; `client`: a client's configuration. */
  kind: 'environment' | 'dotenv' | 'shell' | 'client';
  /** As a person names it: "the environment", ".env.local", "~/.codex/auth.json". */
  place: string;
  /** The variable or member that holds it: "OPENAI_API_KEY", "apiKey". */
  name: string;
  /** `same`: this very key; `other`: another key of the same vendor; `empty`: a variable of the vendor's, set to nothing. */
  holds: 'same' | 'other' | 'empty';
  /** The first eight hexadecimal digits of the SHA-256 of the key. */
  fingerprint?: string;
  faults?: WrittenFault[];
  /** The place whose value is used in its stead, where a variable of that name is set to something else. */
  shadowedBy?: string;
};

export type KeysHere = {
  /** Of the key that was sent; undefined where the input does not show it. */
  fingerprint?: string;
  /** The variables in which clients of this vendor look. */
  variables: string[];
  /** In the order in which a program reads them: the environment first. */
  places: KeyPlace[];
  /** How many files there were to look into. */
  files: number;
};
