/** One call as a gateway's own log tells it. */

/** By what the call was known again, the surest first. */
export type GatewayMark = 'request id' | 'time' | 'words' | 'path' | 'model' | 'status';

export type GatewayCall = {
  /** Whose format the entry has: "LiteLLM", "Kong", "Envoy"; "log" where it is none of the known ones. */
  format: string;
  line: number;
  /** ISO 8601 in UTC, or without a zone where the log tells none. */
  at?: string;
  matchedBy: GatewayMark[];
  id?: string;
  method?: string;
  path?: string;
  model?: string;
  /** What the gateway answered its client. */
  status?: number;
  /** Whether an upstream answered, where the log tells it. */
  reached?: boolean;
  upstream?: { host?: string; status?: number; says?: string };
  /** The gateway's own words: a flag, a reason, an error. */
  says?: string;
};

export type GatewayLog = {
  /** The file's name, without its folder. */
  file: string;
  lines: number;
  truncated?: boolean;
  /** The formats that were found in it. */
  formats: string[];
  call?: GatewayCall;
  /** How many other entries fit as well as the one that is shown. */
  similar: number;
};
