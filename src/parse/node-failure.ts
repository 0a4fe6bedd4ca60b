/** Calls that got no response, as Node and browsers tell them: system error codes, undici's and OpenSSL's codes, net::ERR_ names. */
import type { NetworkFailure } from '../model/exchange.ts';

type Kind = NetworkFailure['kind'];

/**
 * https://nodejs.org/api/errors.html#common-system-errors, https://nodejs.org/api/tls.html#x509-certificate-error-codes,
 * undici's errors, and Chromium's net error names. The first that matches decides.
 */
const KINDS: [RegExp, Kind][] = [
  [/ERR_(?:PROXY|TUNNEL|SOCKS|MANDATORY_PROXY)\w*|tunneling socket could not be established|proxy connection/i, 'proxy'],
  [/ENOTFOUND|EAI_AGAIN|EAI_\w+|ENODATA|ERR_NAME_(?:NOT_RESOLVED|RESOLUTION_FAILED)|ERR_DNS_\w+|NS_ERROR_UNKNOWN_HOST/, 'dns'],
  [
    /\b(?:DEPTH_ZERO_)?SELF_SIGNED_CERT\w*|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|ERR_CERT_\w+|ERR_BAD_SSL\w*|EPROTO|HOSTNAME_MISMATCH|self[- ]signed certificate|unable to (?:verify|get) (?:the first|local issuer|issuer)|certificate has expired|certificate is not yet valid|does not match certificate's altnames|wrong version number|before secure TLS connection/i,
    'tls',
  ],
  [/ECONNREFUSED|\bConnectionRefused\b|ERR_CONNECTION_REFUSED|NS_ERROR_CONNECTION_REFUSED/, 'refused'],
  [
    /EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL|ERR_ADDRESS_UNREACHABLE|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_(?:CHANGED|ACCESS_DENIED)/,
    'unreachable',
  ],
  [
    /ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_\w*TIMEOUT|ERR_(?:CONNECTION_)?TIMED_OUT|Connect Timeout Error|(?:Headers|Body) Timeout Error|\btimeout of \d+ ?ms exceeded|\btimed[ -]?out\b|\btime-?out (?:of|after|at|error|exceeded|awaiting)\b|(?<!clarify)TimeoutError/i,
    'timeout',
  ],
  [
    /ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_CLOSED|socket hang up|other side closed|Premature close|terminated|ERR_CONNECTION_(?:RESET|CLOSED|ABORTED)|ERR_EMPTY_RESPONSE|ERR_HTTP2_\w+|ERR_QUIC_\w+|ERR_INCOMPLETE_CHUNKED_ENCODING/,
    'reset',
  ],
];

/** The kind of failure that a text tells: by its codes, else by its words. */
export function failureKind(words: string): Kind {
  return KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}

/** The line that says most: the innermost cause, as Node words it. */
const LINES =
  /(?:getaddrinfo E\w+ [^\s,;)\]'"}]{1,300}|(?:connect|read|write) E[A-Z]+(?: [^\s,;)\]'"}]{1,120})?|socket hang up|other side closed|Connect Timeout Error(?: \([^()\n]{1,300}\))?|(?:Headers|Body) Timeout Error|self[- ]signed certificate(?: in certificate chain)?|unable to verify the first certificate|unable to get (?:local )?issuer certificate|certificate has expired|certificate is not yet valid|Hostname\/IP does not match certificate's altnames[^\n]{0,300}|Client network socket disconnected before secure TLS connection was established|tunneling socket could not be established[^\n]{0,100})/;

/** The failure that a text tells, with what it says of its cause; `outer` is said where there is no such line. */
export function nodeFailure(words: string, outer: string): NetworkFailure {
  const inner = LINES.exec(words)?.[0];
  const code = /\bcode["']?\s?: ["']([A-Z][A-Z\d_]{2,60})["']/.exec(words)?.[1];
  const says = inner ?? (code !== undefined && !outer.includes(code) ? code : undefined);
  const message =
    says === undefined || outer.includes(says) ? outer : says.includes(outer) ? says : `${outer.replace(/[.:]$/, '')}: ${says}`;
  const kind = failureKind([inner ?? '', code ?? ''].join(' '));
  return { kind: kind === 'other' ? failureKind(`${outer}\n${words.split(/\n\s{1,40}at |\{/, 1)[0]!.slice(0, 2000)}`) : kind, message };
}

/** The URL of the host that a failure names, as far as it names one: `getaddrinfo ENOTFOUND api.example.com`, `127.0.0.1:11434`. */
export function failedUrl(words: string): string | undefined {
  const name = /getaddrinfo E\w+ ([a-z\d](?:[a-z\d.-]{0,250}[a-z\d])?)(?::(\d{1,5}))?(?![\w.-])/i.exec(words);
  const place = name ?? /connect E[A-Z]+ ((?:\d{1,3}\.){3}\d{1,3}|\[?[\da-f:]*:[\da-f:]*?\]?):(\d{1,5})\b/i.exec(words);
  const reached = place ?? /attempted address(?:es)?: ([a-z\d][a-z\d.-]{0,250}):(\d{1,5})/i.exec(words);
  if (!reached) return undefined;
  const bare = reached[1]!;
  const host = bare.includes(':') && !bare.startsWith('[') ? `[${bare}]` : bare;
  const port = reached[2];
  const local = /^(?:localhost|127\.|\[::1\])/.test(host) || port === '80';
  const url = `${local ? 'http' : 'https'}://${host}${port === undefined || port === '443' || port === '80' ? '' : `:${port}`}/`;
  return URL.canParse(url) ? url : undefined;
}
