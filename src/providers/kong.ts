import type { Provider } from '../model/provider.ts';

const source = (path: string): string => `https://github.com/Kong/kong/blob/master/${path}`;
const ERRORS = source('kong/error_handlers.lua');
const JWT = source('kong/plugins/jwt/handler.lua');

/**
 * Kong sends X-Kong-Response-Latency only where it answers by itself, so that field says who spoke. Its limits and keys are
 * those of whoever runs the gateway, not of the vendor behind it.
 */
export default {
  title: 'Kong Gateway',
  kind: 'gateway',
  hosts: [],
  keys: [],
  keyEnvironment: ['KONNECT_TOKEN'],
  keyHeader: 'apikey',
  requestIdHeaders: ['x-kong-request-id'],
  ownHeaders: ['server: kong/*', 'x-kong-response-latency', 'x-ai-ratelimit-retry-after'],
  ownWords: [
    'konghq.com',
    'no route matched with those values',
    'failure to get a peer from the ring-balancer',
    'an invalid response was received from the upstream server',
    'the upstream server is timing out',
    'ai token rate limit exceeded for provider',
    'you cannot consume this service',
    'kong/plugins/',
    '[kong] ',
  ],
  names: ['kong gateway', 'kong ai gateway', 'kong konnect'],
  links: { errors: 'https://developer.konghq.com/gateway/', limits: 'https://developer.konghq.com/plugins/rate-limiting/' },
  supportAsks: ['the log line of Kong with the same X-Kong-Request-Id'],
  rules: [
    {
      when: { message: 'AI token rate limit exceeded for provider' },
      cause: 'rate-limited',
      note: 'A limit on tokens or on cost that the operator of the gateway set for this provider, not the limit of the provider: X-AI-RateLimit-Retry-After says when it is over.',
      source: 'https://developer.konghq.com/plugins/ai-rate-limiting-advanced/',
    },
    {
      when: { message: 'API rate limit exceeded' },
      cause: 'rate-limited',
      alternatives: ['quota-exhausted'],
      note: 'A limit of the gateway. Its windows go from a second to a year: X-RateLimit-Remaining-Day or -Month at 0 means an allowance, not a pace.',
      source: source('kong/plugins/rate-limiting/handler.lua'),
    },
    {
      when: { message: 'No API key found in request' },
      cause: 'credentials-missing',
      note: 'The gateway wants its own key, by default in the field apikey: a bearer token for the vendor is not looked at.',
      source: source('kong/plugins/key-auth/handler.lua'),
    },
    {
      when: { message: 'Multiple API keys found in request' },
      cause: 'invalid-request',
      source: source('kong/plugins/key-auth/handler.lua'),
    },
    { when: { message: 'invalid authentication credentials' }, cause: 'credentials-invalid', source: source('CHANGELOG-OLD.md') },
    {
      when: { message: /^(?:bad token;|no credentials found for given|no mandatory '[^']{1,60}' in claims)/i },
      cause: 'credentials-invalid',
      source: JWT,
    },
    { when: { message: /^(?:token expired|invalid signature|unrecognizable token)$/i }, cause: 'credentials-invalid', source: JWT },
    {
      when: { message: 'You cannot consume this service' },
      cause: 'permission-denied',
      note: 'The key is known to the gateway; its consumer is not in a group that may use this service.',
      source: source('kong/plugins/acl/handler.lua'),
    },
    { when: { message: 'IP address not allowed' }, cause: 'access-blocked', source: source('kong/plugins/ip-restriction/handler.lua') },
    {
      when: { message: 'no Route matched with those values' },
      cause: 'not-found',
      note: 'The gateway has no route for this host, path and method: the vendor was not called.',
      source: source('kong/runloop/handler.lua'),
    },
    {
      when: { message: 'Request size limit exceeded' },
      cause: 'payload-too-large',
      source: source('kong/plugins/request-size-limiting/handler.lua'),
    },
    {
      when: { message: 'content-type header does not match request body' },
      cause: 'invalid-request',
      note: 'The AI proxy could not read the body as JSON of the announced type.',
      source: 'https://developer.konghq.com/support/kong-gateway-ai-proxy-content-type-header-does-not-match-request-body/',
    },
    {
      when: { message: 'failure to get a peer from the ring-balancer' },
      cause: 'service-unavailable',
      note: 'Every target behind the gateway is down or marked unhealthy.',
      source: source('kong/runloop/balancer/init.lua'),
    },
    { when: { message: 'name resolution failed' }, cause: 'upstream-failure', source: source('kong/runloop/balancer/init.lua') },
    { when: { message: 'An invalid response was received from the upstream server' }, cause: 'upstream-failure', source: ERRORS },
    { when: { message: 'The upstream server is timing out' }, cause: 'upstream-failure', source: ERRORS },
    { when: { message: 'The upstream server is currently unavailable' }, cause: 'service-unavailable', source: ERRORS },
    {
      when: { status: 401, message: /^unauthorized$/i },
      cause: 'credentials-invalid',
      note: "The gateway's own key, token or password is not known to it.",
      source: source('kong/plugins/key-auth/handler.lua'),
    },
  ],
} satisfies Provider;
