/** The line with which curl says why it got no usable answer: "curl: (6) Could not resolve host: api.example.com". */
import type { NetworkFailure } from '../model/exchange.ts';

export type CurlExit = {
  /** curl's exit code (curl's manual, "EXIT CODES"). */
  code: number;
  message: string;
  /** The status that `curl --fail` (22) or a proxy (CONNECT) names in the message. */
  toldStatus?: number;
};

type Kind = NetworkFailure['kind'];

const KIND_BY_CODE: Record<number, Kind> = {
  5: 'proxy',
  6: 'dns',
  7: 'refused',
  16: 'reset',
  18: 'reset',
  28: 'timeout',
  35: 'tls',
  45: 'unreachable',
  51: 'tls',
  52: 'reset',
  53: 'tls',
  54: 'tls',
  55: 'reset',
  56: 'reset',
  58: 'tls',
  59: 'tls',
  60: 'tls',
  64: 'tls',
  66: 'tls',
  77: 'tls',
  80: 'tls',
  82: 'tls',
  83: 'tls',
  90: 'tls',
  91: 'tls',
  92: 'reset',
  97: 'proxy',
  98: 'tls',
};

/** Wording that says more than the exit code: one code stands for several things. The first that matches decides. */
const KIND_BY_WORDS: [RegExp, Kind][] = [
  [/resolve proxy|proxy CONNECT|CONNECT tunnel failed|from proxy after CONNECT|SOCKS[45]/i, 'proxy'],
  [/could ?n[o']t resolve|could not resolve|resolving timed out|resolve host/i, 'dns'],
  [/no route to host|network is unreachable|host is unreachable|network is down/i, 'unreachable'],
  [/timed out|time-?out/i, 'timeout'],
  [/connection refused/i, 'refused'],
  [/connection reset|connection was reset|empty reply|SSL_ERROR_SYSCALL|unexpected eof/i, 'reset'],
  [/\b(?:SSL|TLS|certificate|schannel)\b|SSL_/i, 'tls'],
];

const EXIT_LINE = /^curl: \((\d{1,3})\) ?([^\n]{0,2000})/;

/** Reads curl's exit line; undefined where the line is none. */
export function curlExit(line: string): CurlExit | undefined {
  const match = EXIT_LINE.exec(line);
  if (!match) return undefined;
  const code = Number(match[1]);
  const message = match[2]!.trim();
  const told = /(?:returned error:|response|Received HTTP code) ([1-5]\d\d)\b/.exec(message)?.[1];
  return { code, message, ...(told !== undefined && { toldStatus: Number(told) }) };
}

/**
 * The failure that curl tells: in its exit line, and, where that is too short to say ("Couldn't connect to server"), in the
 * lines about the connection before it. Undefined where neither says anything.
 */
export function curlFailure(exit: CurlExit | undefined, told: readonly string[]): NetworkFailure | undefined {
  const message = exit?.message || told[0];
  if (message === undefined) return undefined;
  const byWords = (words: string): Kind | undefined => KIND_BY_WORDS.find(([pattern]) => pattern.test(words))?.[1];
  const own = byWords(message);
  if (own) return { kind: own, message };
  const better = told.find((words) => byWords(words) !== undefined);
  if (better !== undefined) return { kind: byWords(better)!, message: `${message} (${better})` };
  return { kind: (exit && KIND_BY_CODE[exit.code]) ?? 'other', message };
}
