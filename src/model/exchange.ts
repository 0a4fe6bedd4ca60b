import type { Secret } from './secret.ts';

/** One header field line, in the order and the case in which it came. */
export type HeaderField = { name: string; value: string };

/** How a request is to be sent, where the input said so (curl's -k, -x, -L, --max-time). */
export type SendOptions = {
  timeoutSeconds?: number;
  /** Do not verify the server's certificate. */
  insecure?: boolean;
  /** A proxy's URL. */
  proxy?: string;
  followRedirects?: boolean;
};

export type HttpRequest = {
  method: string;
  url?: string;
  headers: HeaderField[];
  body?: string;
  send?: SendOptions;
};

export type HttpResponse = {
  status: number;
  reason?: string;
  /** As on the status line: "1.1", "2". */
  version?: string;
  headers: HeaderField[];
  body?: string;
  /** The input ended before the body did. */
  truncated?: boolean;
};

/** A call that got no response at all. */
export type NetworkFailure = {
  kind: 'dns' | 'refused' | 'reset' | 'timeout' | 'tls' | 'proxy' | 'unreachable' | 'other';
  message: string;
};

/** Where an exchange was found: the capture's id, the file, the first line. */
export type Source = { shape: string; file?: string; line?: number };

/** One call, as a capture read it; its strings may still hold credentials. */
export type RawExchange = {
  source: Source;
  request?: HttpRequest;
  response?: HttpResponse;
  failure?: NetworkFailure;
  /** The status code where a text tells it and no response head does. */
  toldStatus?: number;
  /** The URL that was called, where the input names it without the method: a log, `--url`. */
  toldUrl?: string;
  /** The words as they were pasted, where the input is not HTTP itself. */
  text?: string;
  /** When the call was made: ISO 8601, UTC. */
  at?: string;
};

/** One call whose strings hold masks in place of credentials; what the masks stand for is in `secrets`. */
export type Exchange = RawExchange & { secrets: Secret[] };

/** The value of the first field of that name (case-insensitive); several lines of one name are joined with ", " (RFC 9110 §5.3). */
export function header(headers: readonly HeaderField[] | undefined, name: string): string | undefined {
  const wanted = name.toLowerCase();
  let joined: string | undefined;
  for (const field of headers ?? []) {
    if (field.name.toLowerCase() === wanted) joined = joined === undefined ? field.value : `${joined}, ${field.value}`;
  }
  return joined;
}
