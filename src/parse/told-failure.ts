/** Why a call got no response, as programs in Go, Node, Python, Java, Ruby, .NET and Rust word it. */
import type { NetworkFailure } from '../model/exchange.ts';

/** The first that matches decides: a proxy's trouble is worded like a host's, and a name's lookup may time out. */
const KINDS: [RegExp, NetworkFailure['kind']][] = [
  [/proxyconnect|proxy CONNECT|CONNECT tunnel failed|Could not resolve proxy|cannot connect to proxy|tunneling socket could not/i, 'proxy'],
  [
    /no such host|ENOTFOUND|EAI_AGAIN|could(?: not|n't) resolve (?:host|'|name)|name or service not known|name resolution|nodename nor servname|unknown ?host|server misbehaving|failed to resolve '|temporary failure resolving|failed to lookup address/i,
    'dns',
  ],
  [/network is unreachable|no route to host|host is unreachable|ENETUNREACH|EHOSTUNREACH/i, 'unreachable'],
  [/ECONNREFUSED|connection (?:was )?refused|actively refused it|was refused - did you/i, 'refused'],
  [
    /x509:|CERT_HAS_EXPIRED|SELF_SIGNED_CERT|UNABLE_TO_(?:VERIFY|GET)|ERR_TLS_|certificate (?:verify failed|problem|has expired|is not)|certificate verification failed|self[- ]signed certificate|tls: (?:failed|handshake)|remote error: tls|SSLCertVerificationError|PKIX path building|SSL connection could not be established|SSL peer certificate|\bSSLError\b|SSL_ERROR_SSL/i,
    'tls',
  ],
  [
    /i\/o timeout|ETIMEDOUT|ESOCKETTIMEDOUT|Client\.Timeout exceeded|context deadline exceeded|(?:connection|connect|read|operation|request) timed out|TLS handshake timeout|ConnectTimeout|ReadTimeout/i,
    'timeout',
  ],
  [
    /ECONNRESET|EPIPE|socket hang up|connection reset|connection was reset|reset by peer|unexpected EOF|\bEOF\s*$|empty reply from server|RemoteDisconnected|remote end hung up|not closed cleanly|unexpected disconnect/im,
    'reset',
  ],
  [
    /unable to access|error connecting to |failed to connect to|couldn't connect to server|Failed to establish a new connection|CONNECTION FAILED/i,
    'other',
  ],
];

/** The failure that a text tells, with the line that tells it (at most 500 characters); undefined where it tells none. */
export function toldFailure(text: string): NetworkFailure | undefined {
  for (const [words, kind] of KINDS) {
    const found = words.exec(text);
    if (!found) continue;
    const from = text.lastIndexOf('\n', found.index) + 1;
    const end = text.indexOf('\n', found.index);
    return {
      kind,
      message: text
        .slice(from, end < 0 ? text.length : end)
        .trim()
        .slice(0, 500),
    };
  }
  return undefined;
}
