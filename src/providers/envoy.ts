import type { Provider } from '../model/provider.ts';

const DETAILS = 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/response_code_details';
const JWT = 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/jwt_authn_filter';
const NO_HOST = 'https://www.netdata.cloud/guides/envoy/envoy-no-healthy-upstream/';
const RESET = 'https://www.netdata.cloud/guides/envoy/envoy-502-upstream-connection-termination/';

/**
 * Envoy, and what is built on it (Istio, Envoy Gateway, Envoy AI Gateway): only the words that the proxy itself writes, in plain
 * text. x-envoy-upstream-service-time is no sign of it here: it says that the service behind the proxy answered.
 */
export default {
  title: 'Envoy',
  kind: 'gateway',
  hosts: [],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: ['x-envoy-ratelimited', 'x-envoy-overloaded', 'x-envoy-local-overloaded'],
  ownWords: [
    'upstream connect error or disconnect/reset before headers',
    'no healthy upstream',
    'local_rate_limited',
    'rbac: access denied',
    'envoyproxy',
    'envoy ai gateway',
  ],
  names: ['envoyproxy', 'envoy proxy', 'envoy ai gateway', 'envoy gateway'],
  links: { errors: DETAILS },
  supportAsks: ["the response flags and details of the proxy's access log"],
  rules: [
    {
      when: { message: /^local_rate_limited$/i },
      cause: 'rate-limited',
      note: 'A limit of this proxy, not of the service behind it.',
      source: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/local_rate_limit_filter',
    },
    {
      when: { message: /upstream connect error or disconnect\/reset before headers.{0,80}overflow/i },
      cause: 'overloaded',
      note: 'The circuit breaker of the proxy is open: more calls wait for the service than it lets through.',
      source: RESET,
    },
    {
      when: { message: 'upstream connect error or disconnect/reset before headers' },
      cause: 'upstream-failure',
      note: 'The service behind the proxy could not be reached, or hung up before it answered: the reset reason says which.',
      source: RESET,
    },
    {
      when: { message: /^no healthy upstream$/i },
      cause: 'service-unavailable',
      alternatives: ['upstream-failure'],
      note: 'The proxy has no host left to send the call to: all are down, unhealthy, or gone.',
      source: NO_HOST,
    },
    { when: { message: /^upstream request timeout$/i }, cause: 'upstream-failure', source: DETAILS },
    {
      when: { message: 'RBAC: access denied' },
      cause: 'permission-denied',
      alternatives: ['access-blocked'],
      note: 'A policy of the proxy or the mesh refused: by identity, address, path or method.',
      source: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/rbac_filter',
    },
    { when: { message: /^jwt is missing$/i }, cause: 'credentials-missing', source: JWT },
    {
      when: { message: /^jwt (?:is expired|verification fails|issuer is not configured|is not in the form of)/i },
      cause: 'credentials-invalid',
      source: JWT,
    },
  ],
} satisfies Provider;
