import type { Because, Check, Facts, Finding } from '../model/check.ts';
import { answerOf } from '../model/evidence.ts';
import type { NetworkFailure } from '../model/exchange.ts';
import { cut, utc } from '../model/format.ts';
import type { Certificate, CertificateName, NetworkPath } from '../model/network-path.ts';
import { explainFailure } from '../interpret/connection-failure.ts';

/** Products that open TLS on the way, by the names that their certificates carry. */
const INSPECTORS =
  /zscaler|netskope|forti(?:net|gate|guard)|palo alto|blue ?coat|symantec web|sophos|barracuda|check ?point|cisco umbrella|forcepoint|mcafee web|menlo security|cato networks|mitmproxy|charles proxy|fiddler|burp|portswigger|proxyman|kaspersky|avast|bitdefender|eset ssl|adguard/i;

/** Causes for which something on the way may be to blame although an answer came. */
const MAY_BE_ON_THE_WAY = /^(?:proxy-interference|proxy-auth-required|network-failure|access-blocked|request-timeout|unknown)$/;

export default {
  phase: '2.2',
  title: 'The way to the host',
  explains:
    'Where the call got no answer, or something in between may have answered: whether the name resolves, the port takes connections, TLS ' +
    'succeeds, who signed the certificate (a company proxy that reads TLS signs by itself), and which proxy variables curl follows and Node does not.',
  needs: { oneOf: ['failure', 'answer network-path'], otherwise: 'An answer came, so the way to the host works' },
  judge(facts) {
    const answer = answerOf<NetworkPath>(facts.evidence, 'network-path');
    const { layer } = facts.reading.answeredBy;
    const isAnswered = facts.exchange.response !== undefined || facts.exchange.toldStatus !== undefined;
    const matters = !isAnswered || layer === 'proxy' || layer === 'client' || MAY_BE_ON_THE_WAY.test(facts.reading.verdict.cause);
    if (answer?.outcome === 'answered') return judged(answer.data, facts, matters);
    if (isAnswered && !matters) return { outcome: 'skip', says: 'An answer came, so the way to the host works' };
    const why = answer === undefined ? 'not asked' : answer.why;
    return { outcome: 'skip', says: cut(`The way was not tried: ${why}`, 64) };
  },
} satisfies Check;

function judged(path: NetworkPath, facts: Facts, matters: boolean): Finding {
  const because = becauseOf(path);
  const inspected = path.tls && !path.tls.failure && inspector(path.tls);
  const finding =
    failing(path, facts) ?? (inspected ? intercepted(path, inspected, matters) : undefined) ?? (matters ? proxied(path) : undefined);
  if (finding) return { ...finding, because };
  const trust = path.tls && !path.tls.failure && !path.tls.knownRoot ? privateRoot(path.tls, matters) : undefined;
  if (trust) return { ...trust, because };
  return { outcome: 'pass', says: `${cut(path.host, 32)} can be reached from here: ${reached(path)}`, because };
}

function reached({ names, connection, tls }: NetworkPath): string {
  const ms = names.ms + (connection?.ms ?? 0) + (tls?.ms ?? 0);
  return `${tls ? 'TLS' : 'TCP'} in ${ms} ms`;
}

/** The first stage that failed. A call that got its answer elsewhere, or by a proxy, is not contradicted by it. */
function failing(path: NetworkPath, facts: Facts): Finding | undefined {
  const failure = path.names.failure ?? path.connection?.failure ?? path.tls?.failure ?? unverified(path);
  if (!failure) return undefined;
  const isAnswered = facts.exchange.response !== undefined;
  // network-exchange has said what it means and what to do.
  if (failure.kind === facts.exchange.failure?.kind && failure.kind !== 'tls' && !path.curlProxy)
    return { outcome: 'fail', says: `A second try from here ends the same way: ${cut(failure.kind, 12)}` };
  const viaProxy = path.curlProxy;
  const { says, steps } = explainFailure(failure, urlOf(path), undefined);
  if (viaProxy && failure.kind !== 'tls') {
    return {
      outcome: isAnswered ? 'warn' : 'fail',
      says: `No direct way to ${cut(path.host, 28)}: a proxy is needed`,
      steps: proxySteps(path),
    };
  }
  return {
    outcome: isAnswered ? 'warn' : 'fail',
    says: isAnswered ? `From here: ${says.slice(0, 1).toLowerCase()}${says.slice(1)}` : says,
    steps,
  };
}

function urlOf({ host, port, tls }: NetworkPath): URL | undefined {
  const text = `${tls || port === 443 ? 'https' : 'http'}://${host}:${port}`;
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** A certificate that does not verify, as the failure that a client would report; one of a known inspector says more by its name. */
function unverified({ tls }: NetworkPath): NetworkFailure | undefined {
  if (!tls || tls.failure || tls.error === undefined || inspector(tls)) return undefined;
  return { kind: 'tls', message: tls.error };
}

const namesOf = (given: CertificateName): string[] => [given.organisation, given.name].filter((name) => name !== undefined);

/** The product that opened TLS, by the names of issuer and root. */
function inspector({ issuer, root }: Certificate): string | undefined {
  return [...namesOf(issuer), ...namesOf(root)].find((name) => INSPECTORS.test(name.slice(0, 200)));
}

function intercepted(path: NetworkPath, name: string, matters: boolean): Finding {
  const tls = path.tls as Certificate;
  const trusted = tls.error === undefined;
  return {
    outcome: !trusted && matters ? 'fail' : 'warn',
    says: `TLS is opened on the way, by ${cut(name, 34)}`,
    steps: [
      ...(trusted
        ? []
        : [
            'Give its root certificate to the client: NODE_EXTRA_CA_CERTS for Node, SSL_CERT_FILE or REQUESTS_CA_BUNDLE for Python, curl --cacert.',
          ]),
      `Ask whoever runs it to let ${cut(path.host, 60)} pass unopened: it reads the key, may refuse large bodies, and may hold back streams.`,
    ],
  };
}

function privateRoot({ root, issuer }: Certificate, matters: boolean): Finding | undefined {
  const name = namesOf(root)[0] ?? namesOf(issuer)[0];
  if (!matters || name === undefined) return undefined;
  return {
    outcome: 'warn',
    says: `Signed by ${cut(name, 28)}, which Node does not know`,
    steps: [
      'If it is your own company, a proxy reads TLS on the way: every client on this machine needs its root certificate (NODE_EXTRA_CA_CERTS).',
    ],
  };
}

/** Where the way works directly, and clients nevertheless go different ways. */
function proxied(path: NetworkPath): Finding | undefined {
  const { curlProxy, proxies, nodeReadsProxies } = path;
  if (!curlProxy) return undefined;
  const contradicting = proxies.find(
    ({ variable, proxy }) => variable.toLowerCase() === curlProxy.variable.toLowerCase() && proxy !== curlProxy.proxy,
  );
  if (contradicting)
    return {
      outcome: 'warn',
      says: `${curlProxy.variable} and ${contradicting.variable} name different proxies`,
      steps: ['Set both to the same proxy, or unset one: clients differ in which they read.'],
    };
  if (nodeReadsProxies) return undefined;
  return { outcome: 'warn', says: `curl goes by ${cut(curlProxy.proxy, 30)}, Node directly`, steps: proxySteps(path) };
}

function proxySteps({ curlProxy, nodeReadsProxies, host }: NetworkPath): string[] {
  const { variable, proxy } = curlProxy!;
  return [
    ...(nodeReadsProxies
      ? []
      : ['Node does not read proxy variables by itself: set NODE_USE_ENV_PROXY=1 (Node 24 and later), or give the client a proxy agent.']),
    `See whether ${cut(proxy, 60)} (${variable}) is there, and lets ${cut(host, 60)} through.`,
  ];
}

function becauseOf(path: NetworkPath): Because[] {
  const of = (stage: string, value: string, says: string): Because => ({
    where: `evidence.network-path.${stage}`,
    value: cut(value, 120),
    says,
  });
  const { names, connection, tls, proxies, bypassed, certificateVariables } = path;
  return [
    names.failure
      ? of('names', names.failure.message, 'the name lookup')
      : of('names', names.addresses.join(', '), `what the name resolves to, in ${names.ms} ms`),
    ...(connection
      ? [
          connection.failure
            ? of('connection', connection.failure.message, 'the connection')
            : of('connection', `${connection.address} port ${path.port}`, `connected in ${connection.ms} ms`),
        ]
      : []),
    ...(tls
      ? [tls.failure ? of('tls', tls.failure.message, 'the TLS handshake') : of('tls', signedBy(tls), `${tls.protocol}, in ${tls.ms} ms`)]
      : []),
    ...proxies.map(({ variable, proxy }) =>
      of('proxies', `${variable}: ${proxy}`, bypassed ? 'a proxy, which NO_PROXY takes out for this host' : 'a proxy in the environment'),
    ),
    ...certificateVariables.map((variable) => of('certificateVariables', variable, 'names further certificates to trust')),
  ];
}

function signedBy({ issuer, validTo, error }: Certificate): string {
  const name = namesOf(issuer).join(', ') || 'nobody named';
  return `signed by ${cut(name, 60)}${validTo === undefined ? '' : `, valid until ${utc(validTo)}`}${error === undefined ? '' : `, not trusted: ${cut(error, 40)}`}`;
}
