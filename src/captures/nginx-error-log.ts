import type { Capture } from '../model/capture.ts';
import type { NetworkFailure } from '../model/exchange.ts';
import { gathered, loggedUrl, numberedLines, plainPort, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';

const LINE = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[(debug|info|notice|warn|error|crit|alert|emerg)\] \d+#\d+: (?:\*\d+ )?(.*)$/;

/** What nginx says of its connection to an upstream; the first that matches decides. */
const KINDS: [RegExp, NetworkFailure['kind']][] = [
  [/could not be resolved|host not found/, 'dns'],
  [/SSL_do_handshake\(\) failed|SSL certificate|upstream SSL/, 'tls'],
  [/\(111: |Connection refused/, 'refused'],
  [/timed out/, 'timeout'],
  [/prematurely closed|\(104: |reset by peer|\(32: /, 'reset'],
  [/\(113: |\(101: |No route to host|Network is unreachable|no live upstreams/, 'unreachable'],
];

/** What nginx itself refused, in words that say so (ngx_http_limit_req_module, ngx_http_limit_conn_module, client_max_body_size). */
const REFUSALS: [RegExp, string][] = [
  [/^limiting requests\b/, 'refused by the rate limit of nginx (limit_req)'],
  [/^limiting connections\b/, 'refused by the connection limit of nginx (limit_conn): too many concurrent requests'],
  [/^client intended to send too large\b/, 'refused by nginx: payload too large (client_max_body_size)'],
];

const member = (words: string, name: string): string | undefined =>
  new RegExp(String.raw`, ${name}: (?:"((?:[^"\\]|\\.)*)"|([^,]*))`)
    .exec(words)
    ?.slice(1)
    .find((value) => value !== undefined);

function told({ line, text }: LogLine): Told {
  const match = LINE.exec(text);
  if (!match) return 'unknown';
  const words = match[2]!;
  const request = /^([A-Z]{3,16}) (\S+)/.exec(member(words, 'request') ?? '');
  // a request that limit_req delays is answered later
  if (!request || words.startsWith('delaying request') || /^(?:debug|info|notice)$/.test(match[1]!)) return 'quiet';
  const upstream = member(words, 'upstream');
  const message = words.split(/, (?:client|server|request): /, 1)[0]!;
  const kind =
    upstream !== undefined && /upstream|resolved|SSL_/.test(message) ? KINDS.find(([pattern]) => pattern.test(message))?.[1] : undefined;
  // The call that failed is the one from nginx to its upstream, where it came that far.
  const url =
    kind !== undefined && /^https?:/.test(upstream!)
      ? plainPort(upstream!)
      : loggedUrl(request[2]!, member(words, 'host') ?? member(words, 'server'));
  return {
    source: { shape: 'nginx-error-log', line },
    request: { method: request[1]!, url, headers: [] },
    ...(kind !== undefined && { failure: { kind, message } }),
    text: [...REFUSALS.flatMap(([pattern, meaning]) => (pattern.test(words) ? [meaning] : [])), `nginx: ${words}`].join('\n'),
  };
}

export default {
  title: "nginx's error log",
  madeBy: 'nginx and OpenResty (error.log)',
  recognise: (text) => (shareOf(text, (line) => LINE.test(line)) >= 0.5 ? 0.88 : 0),
  read: (text) => gathered(numberedLines(text), told),
} satisfies Capture;
