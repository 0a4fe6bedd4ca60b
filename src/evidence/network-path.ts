import { lookup } from 'node:dns/promises';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, rootCertificates, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import type { LocalProbe, Machine } from '../model/probe.ts';
import type { Certificate, CertificateName, NetworkPath, ProxySetting, Stage } from '../model/network-path.ts';
import { expiryAfter } from './world/expiry.ts';
import { failureOf } from './world/failure.ts';
import { hostOf } from './world/masks.ts';

/** The whole look, in milliseconds. */
const BOUND = 10_000;
/** One address of several, in milliseconds: an IPv6 address without an IPv6 route must not use up the whole. */
const BOUND_OF_ONE = 2_500;
const MOST_ADDRESSES = 6;
const LONGEST_CHAIN = 10;

type Environment = Machine['environment'];

async function timed<T extends object>(signal: AbortSignal, stage: () => Promise<T>): Promise<Stage<T>> {
  const start = performance.now();
  const ms = (): number => Math.round(performance.now() - start);
  try {
    return { ...(await untilAborted(signal, stage())), ms: ms() };
  } catch (error) {
    return { failure: failureOf(signal.aborted ? signal.reason : error), ms: ms() };
  }
}

/** A name lookup cannot be called off: it is left to itself. */
function untilAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

async function addressesOf(host: string): Promise<{ addresses: string[] }> {
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare)) return { addresses: [bare] };
  const found = await lookup(bare, { all: true });
  return { addresses: found.slice(0, MOST_ADDRESSES).map(({ address }) => address) };
}

function opened<T extends Socket>(socket: T, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => socket.destroy(), { once: true });
    socket.once(event, () => resolve(socket)).on('error', reject);
  });
}

/** The addresses in turn, as clients do; the failure is that of the last. */
async function connected(addresses: readonly string[], port: number, signal: AbortSignal): Promise<{ address: string; socket: Socket }> {
  let failure: unknown = new Error('no address');
  for (const address of addresses) {
    try {
      const attempt = AbortSignal.any([signal, expiryAfter(addresses.length > 1 ? BOUND_OF_ONE : BOUND)]);
      return { address, socket: await untilAborted(attempt, opened(connectTcp({ host: address, port }), 'connect', attempt)) };
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

const nameOf = (given: DetailedPeerCertificate['subject'] | undefined): CertificateName => {
  const text = (value: unknown): string | undefined =>
    (Array.isArray(value) ? value.join(', ') : (value as string | undefined))?.slice(0, 200);
  const [name, organisation] = [text(given?.CN), text(given?.O)];
  return { ...(name !== undefined && { name }), ...(organisation !== undefined && { organisation }) };
};

/** The far end of the chain: a certificate that signed itself, or the last one that there is. */
function rootOf(certificate: DetailedPeerCertificate): DetailedPeerCertificate {
  let root = certificate;
  for (let i = 0; i < LONGEST_CHAIN; i++) {
    const { issuerCertificate: next } = root as Partial<DetailedPeerCertificate>;
    if (!next || next.fingerprint256 === root.fingerprint256) return root;
    root = next;
  }
  return root;
}

const isNodesRoot = ({ fingerprint256 }: DetailedPeerCertificate): boolean =>
  rootCertificates.some((pem) => new X509Certificate(pem).fingerprint256 === fingerprint256);

const isoOf = (date: string | undefined): string | undefined => {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

function certificateOf(socket: TLSSocket): Certificate {
  const certificate = socket.getPeerCertificate(true);
  const root = rootOf(certificate);
  const [validFrom, validTo] = [isoOf(certificate.valid_from), isoOf(certificate.valid_to)];
  // The types say Error, and Node gives OpenSSL's word.
  const error = socket.authorized ? undefined : errorWord(socket.authorizationError);
  return {
    protocol: socket.getProtocol() ?? '',
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    root: nameOf(root.subject),
    knownRoot: isNodesRoot(root),
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
    ...(error !== undefined && { error }),
  };
}

const errorWord = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);

/** A handshake over a connection that stands; the certificate is looked at whether it verifies or not, and nothing is sent over it. */
async function handshake(socket: Socket, host: string, signal: AbortSignal): Promise<Certificate> {
  const name = host.replace(/^\[|\]$/g, '');
  const options = {
    socket,
    rejectUnauthorized: false,
    ALPNProtocols: ['http/1.1'],
    ...(isIP(name) ? { host: name } : { servername: name }),
  };
  return certificateOf(await opened(connectTls(options), 'secureConnect', signal));
}

/** A proxy's scheme and host: its credentials stay where they are. */
function shownProxy(value: string): string {
  const text = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.host ? `${url.protocol}//${url.host}` : 'what is no URL';
}

/** In the order in which curl looks: HTTP_PROXY in capitals is left out, because a CGI request could set it (curl(1), ENVIRONMENT). */
const curlReads = (scheme: string): string[] =>
  scheme === 'https' ? ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] : ['http_proxy', 'all_proxy', 'ALL_PROXY'];
const PROXIES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];
const CERTIFICATES = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'CURL_CA_BUNDLE', 'REQUESTS_CA_BUNDLE'];

/** Whether NO_PROXY names the host, or a domain above it, or everything. */
function isBypassed(environment: Environment, host: string): boolean {
  const entries = (environment['no_proxy'] ?? environment['NO_PROXY'] ?? '')
    .slice(0, 10_000)
    .toLowerCase()
    .split(/[\s,]+/);
  return entries.some((entry) => {
    const domain = entry.replace(/:\d+$/, '').replace(/^\*?\./, '');
    return entry === '*' || (domain !== '' && (host === domain || host.endsWith(`.${domain}`)));
  });
}

function proxiesOf(
  environment: Environment,
  scheme: string,
  host: string,
): Pick<NetworkPath, 'proxies' | 'curlProxy' | 'bypassed' | 'nodeReadsProxies'> {
  const isSet = (variable: string): boolean => (environment[variable] ?? '').trim() !== '';
  const setting = (variable: string): ProxySetting => ({ variable, proxy: shownProxy(environment[variable]!) });
  const proxies = PROXIES.filter(isSet).map(setting);
  const bypassed = proxies.length > 0 && isBypassed(environment, host);
  const first = bypassed ? undefined : curlReads(scheme).find(isSet);
  return {
    proxies,
    ...(first !== undefined && { curlProxy: setting(first) }),
    ...(bypassed && { bypassed }),
    nodeReadsProxies: environment['NODE_USE_ENV_PROXY'] === '1' || /--use-env-proxy\b/.test(environment['NODE_OPTIONS'] ?? ''),
  };
}

export default {
  title: 'The way to the host',
  explains:
    'Looks up the name of the host that was called, connects to its port and shakes hands by TLS, and hangs up: no request is sent, and no ' +
    'credential. Reads the variables that name proxies and certificates. It goes to that host and port alone, directly, for 10 seconds at most.',
  sends: true,
  async look({ exchange }, { environment }, interruption) {
    const url = exchange.request?.url ?? exchange.toldUrl;
    const called = hostOf(url, exchange.secrets);
    if (called === undefined) return { skip: 'the input does not show which host was called' };
    const scheme = /^https:/i.test(url!) ? 'https' : 'http';
    const { hostname: host, port: given } = new URL(`${scheme}://${called}`);
    const port = Number(given) || (scheme === 'https' ? 443 : 80);
    const bound = expiryAfter(BOUND);
    const signal = interruption ? AbortSignal.any([interruption, bound]) : bound;
    const path: NetworkPath = {
      host,
      port,
      names: await timed(signal, () => addressesOf(host)),
      ...proxiesOf(environment, scheme, host),
      certificateVariables: CERTIFICATES.filter((variable) => (environment[variable] ?? '') !== ''),
    };
    if (!path.names.failure) {
      const { addresses } = path.names;
      let socket: Socket | undefined;
      path.connection = await timed(signal, async () => {
        const { address, socket: open } = await connected(addresses, port, signal);
        socket = open;
        return { address };
      });
      const open = socket;
      if (open && scheme === 'https') path.tls = await timed(signal, () => handshake(open, host, signal));
      socket?.destroy();
    }
    if (interruption?.aborted) throw new Error('interrupted');
    return path;
  },
} satisfies LocalProbe<NetworkPath>;
