/** What Node, OpenSSL and undici call a failed call, in the model's few kinds. */
import type { NetworkFailure } from '../../model/exchange.ts';

type Kind = NetworkFailure['kind'];

const kinds: Record<string, Kind> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EPROTO: 'tls',
  HOSTNAME_MISMATCH: 'tls',
  INVALID_CA: 'tls',
  INVALID_PURPOSE: 'tls',
  PATH_LENGTH_EXCEEDED: 'tls',
  UND_ERR_PRX_TLS: 'proxy',
};

/** OpenSSL's names for a certificate that does not verify (openssl-verification-options(1)), and Node's own for TLS. */
const TLS = /^(?:ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERROR_IN_CERT_|ERROR_IN_CRL_)/;

/** A proxy that does not let the call through: undici's words, for it gives them no code of their own. */
const PROXY_REFUSED = /^Proxy response \((\d{3})\)|^Proxy Authentication Required \((407)\)/;

/**
 * Makes a network failure of whatever was thrown while a request was sent. `proxy` is the proxy that was to be used, if any:
 * whoever cannot reach a proxy has not learnt anything about the API.
 */
export function failureOf(error: unknown, proxy?: URL): NetworkFailure {
  const { message, code, port, hostname } = described(error);
  const refused = PROXY_REFUSED.exec(message);
  if (refused) return { kind: 'proxy', message: `the proxy ${proxy?.host ?? ''} answered with status ${refused[1] ?? refused[2]}` };

  const kind = kindOf(code);
  const text = code && !message.includes(code) ? `${message} (${code})` : message;
  const isProxys = proxy !== undefined && (hostname === proxy.hostname || port === portOf(proxy));
  return { kind: isProxys ? 'proxy' : kind, message: text };
}

function kindOf(code: string): Kind {
  if (code === 'TimeoutError') return 'timeout';
  if (code.startsWith('UND_ERR_SOCKS5')) return 'proxy';
  return kinds[code] ?? (TLS.test(code) ? 'tls' : 'other');
}

const portOf = ({ port, protocol }: URL): number => Number(port) || { 'https:': 443, 'socks5:': 1080 }[protocol] || 80;

/** Several addresses of one name are tried in turn: then the error is a list, and the first entry has the words. */
function described(error: unknown): { message: string; code: string; port?: number; hostname?: string } {
  if (!(error instanceof Error)) return { message: String(error), code: '' };
  const first = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
  const { code, name, port, hostname } = first as Error & { code?: unknown; port?: number; hostname?: string };
  return {
    message: first.message || error.message || name,
    code: typeof code === 'string' ? code : name === 'TimeoutError' ? name : '',
    ...(port !== undefined && { port }),
    ...(hostname !== undefined && { hostname }),
  };
}
