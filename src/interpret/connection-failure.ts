/** What a call that got no response failed at, and the step that finds out more. */
import type { NetworkFailure } from '../model/exchange.ts';
import { cut } from '../model/format.ts';

type Explained = { says: string; steps: string[] };

/** `name` is the host cut to fit a line, `host` the whole one for commands. */
type Where = { host: string | undefined; name: string | undefined; port: string; timeoutSeconds: number | undefined };
type Kind = NetworkFailure['kind'];

const explanations: Record<Kind, (where: Where) => Explained> = {
  dns: ({ host, name }) => ({
    says: `The name ${name ?? 'of the host'} does not resolve`,
    steps: [
      'Check the spelling of the host in the base URL, and that no variable in it is empty.',
      host ? `Ask the resolver: nslookup ${host}` : 'Ask the resolver: nslookup with the host of the URL.',
      'In a container or on a VPN, ask from there: its resolver is another one.',
    ],
  }),
  refused: ({ name, port }) => ({
    says: `${name ?? 'The host'} refused the connection on port ${port}`,
    steps: [
      'See whether the server runs, and listens on that port and address (in a container, localhost is the container).',
      'See whether a proxy variable (HTTPS_PROXY) points to a proxy that is not there.',
    ],
  }),
  reset: ({ name }) => ({
    says: `The connection to ${name ?? 'the host'} was cut before an answer`,
    steps: [
      'Send it again once: an idle connection that was used again is cut like this.',
      'If it lasts, try without VPN or proxy: a firewall that dislikes the host cuts too.',
      'With a large body, see whether a small one gets an answer.',
    ],
  }),
  timeout: ({ name, timeoutSeconds }) => ({
    says: `No answer from ${name ?? 'the host'} ${timeoutSeconds === undefined ? 'in time' : `within ${timeoutSeconds} s`}`,
    steps: [
      'Run curl -v: if it stops before "Connected", a firewall or route is the cause; after it, the server is slow.',
      'For long answers, stream them or raise the timeout of the client.',
    ],
  }),
  tls: ({ name }) => ({
    says: `TLS with ${name ?? 'the host'} failed before the request was sent`,
    steps: [
      'See who signed the certificate: curl -v shows the issuer.',
      'If it is your own company, give its CA certificate to the client (NODE_EXTRA_CA_CERTS, SSL_CERT_FILE, curl --cacert).',
      "If it has expired or is not yet valid, check this machine's clock first. Do not turn verification off: the key would be readable.",
    ],
  }),
  proxy: () => ({
    says: 'The proxy on the way did not let the call through',
    steps: [
      'Check HTTPS_PROXY and HTTP_PROXY, and whether the proxy wants credentials.',
      'If the host should be reached directly, add it to NO_PROXY.',
    ],
  }),
  unreachable: ({ name }) => ({
    says: `There is no route to ${name ?? 'the host'}`,
    steps: ['Check the network and the VPN.', 'Try curl -4: an IPv6 address without an IPv6 route looks like this.'],
  }),
  other: ({ name }) => ({
    says: `The connection to ${name ?? 'the host'} failed`,
    steps: ['Run the same call with curl -v, and read the last line that starts with *.'],
  }),
};

/** Certificate errors as OpenSSL, curl and Node word them, each with the one step that fits it. */
const certificates: [RegExp, string][] = [
  [
    /self[- _]signed|unable to (?:get|verify)|local issuer|UNABLE_TO_|unknown ca|untrusted/i,
    'The signer of the certificate is unknown here: mostly a company proxy that reads TLS. Give its CA certificate to the client.',
  ],
  [
    /expired|not yet valid|CERT_HAS_EXPIRED/i,
    "The certificate is out of its time: check this machine's clock first, then the server's certificate.",
  ],
  [
    /altname|hostname|does not match|no alternative/i,
    'The certificate is for another name: check the host of the URL, and whether DNS or a hosts file sends it elsewhere.',
  ],
  [
    /wrong version number|packet length too long|unknown protocol/i,
    'The other side does not speak TLS on this port: http:// and https://, or the port, are mixed up.',
  ],
];

/** Explains a failure. A host that is no plain host name is not repeated: the steps are there to be typed. */
export function explainFailure(failure: NetworkFailure, url: URL | undefined, timeoutSeconds: number | undefined): Explained {
  const host = url && /^[\w[][\w.:[\]-]{0,252}$/.test(url.hostname) ? url.hostname : undefined;
  const port = url?.port || (url?.protocol === 'http:' ? '80' : '443');
  const explained = explanations[failure.kind]({ host, name: host === undefined ? undefined : cut(host, 32), port, timeoutSeconds });
  if (failure.kind !== 'tls') return explained;
  const certificate = certificates.find(([words]) => words.test(failure.message.slice(0, 2000)));
  return certificate ? { ...explained, steps: [certificate[1], ...explained.steps.slice(0, 1)] } : explained;
}
