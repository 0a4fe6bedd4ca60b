/** Why a Python program got no answer: from the name of the exception and the words that the operating system and OpenSSL add. */
import type { NetworkFailure } from '../model/exchange.ts';

type Kind = NetworkFailure['kind'];

/** The first that matches decides: a proxy's trouble quotes the others', a name that does not resolve quotes a connection. */
const KIND_BY_WORDS: [RegExp, Kind][] = [
  [/proxy|tunnel connection failed|SOCKS\w* (?:error|connection)/i, 'proxy'],
  [
    /name or service not known|nodename nor servname|getaddrinfo failed|name resolution|NameResolutionError|no address associated with hostname|could not resolve|DNS (?:resolution|lookup|server)|ClientConnectorDNSError|Domain name not found|Errno -[235]\b|Errno 11001\b|UnknownHost|No such host/i,
    'dns',
  ],
  [/certificate|\bSSL\b|SSLError|SSLV3_|TLSV1_|_SSL_|\bTLS\b|WRONG_VERSION_NUMBER|SSL_ERROR|handshake failure/i, 'tls'],
  [
    /no route to host|network is unreachable|host is unreachable|network is down|Errno 10[01]\b|Errno 113\b|WinError 1005[01]\b/i,
    'unreachable',
  ],
  [/timed out|time-?out|deadline exceeded|Errno 110\b|WinError 10060\b|Errno 60\b/i, 'timeout'],
  [/connection refused|actively refused|connect call failed|Errno 111\b|Errno 61\b|WinError 10061\b/i, 'refused'],
  [
    /connection reset|reset by peer|remote end closed|server disconnected|disconnected without|connection aborted|broken pipe|forcibly closed|peer closed connection|incomplete chunked read|IncompleteRead|unexpected eof|EOF occurred|Errno 104\b|Errno 54\b|Errno 32\b|WinError 1005[34]\b|socket closed|ReadError|WriteError|RemoteProtocolError/i,
    'reset',
  ],
];

/** The failure that a message tells; the name of its exception counts where the words say nothing. */
export function pythonFailure(name: string, words: string): NetworkFailure {
  const message = words.trim().slice(0, 2000);
  const kindOf = (said: string): Kind | undefined => KIND_BY_WORDS.find(([pattern]) => pattern.test(said))?.[1];
  // "all addresses … connection refused; proxy_pass" must not be taken from a URL's words.
  const plain = message.replace(/https?:\/\/[^\s'")]{1,2000}|with url: [^\s]{1,2000}|host='[^']{1,255}'/g, '');
  return { kind: kindOf(plain) ?? kindOf(name) ?? 'other', message: message || name };
}
