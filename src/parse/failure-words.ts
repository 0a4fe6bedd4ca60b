/** What a client's words for a call without a response say of it. */
import type { NetworkFailure } from '../model/exchange.ts';

/**
 * Chromium's net error list, Firefox's NS_ERROR names, the sentences of Safari (NSURLError), and those of the proxies mitmproxy,
 * Charles and Fiddler; the first that matches decides.
 */
const KINDS: [RegExp, NetworkFailure['kind']][] = [
  [/PROXY_|_PROXY|TUNNEL|SOCKS(?!T|ET)/i, 'proxy'],
  [
    /NAME_NOT_RESOLVED|NAME_RESOLUTION|UNKNOWN_?HOST|\bDNS|hostname could not be found|name or service not known|getaddrinfo|nodename nor servname|no such host/i,
    'dns',
  ],
  [
    /CONNECTION[_ ]?REFUSED|connect call failed|actively refused|could not connect to the server|failed to connect to remote host/i,
    'refused',
  ],
  [/TIMED[_ ]?OUT|TIME-?OUT/i, 'timeout'],
  [/CERT|SSL|TLS|SEC_ERROR|secure connection/i, 'tls'],
  [
    /CONNECTION_(?:RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|NET_RESET|NET_INTERRUPT|HTTP2_|QUIC_|SOCKET_NOT_CONNECTED|connection (?:was |has been )?(?:reset|closed|lost|aborted|killed)|(?:server|peer) (?:closed|disconnected)/i,
    'reset',
  ],
  [/UNREACHABLE|INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_ACCESS_DENIED|OFFLINE|no route to host/i, 'unreachable'],
];

/** The kind of failure that a browser's or a proxy's words tell; `other` where they tell none. */
export const failureKind = (message: string): NetworkFailure['kind'] =>
  KINDS.find(([words]) => words.test(message.slice(0, 2000)))?.[1] ?? 'other';
