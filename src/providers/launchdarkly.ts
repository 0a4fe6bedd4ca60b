import type { Provider } from '../model/provider.ts';

const API = 'https://launchdarkly.com/docs/api';

export default {
  title: 'LaunchDarkly',
  kind: 'vendor',
  hosts: [
    'app.launchdarkly.com',
    'app.eu.launchdarkly.com',
    'sdk.launchdarkly.com',
    'events.launchdarkly.com',
    '.launchdarkly.com',
    '.launchdarkly.us',
  ],
  keys: [
    {
      pattern: 'api-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      means: 'LaunchDarkly API access token',
      sample: 'api-01234567-89ab-cdef-0123-456789abcdef',
    },
    {
      pattern: 'sdk-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      means: 'LaunchDarkly SDK key',
      sample: 'sdk-01234567-89ab-cdef-0123-456789abcdef',
      notFor: 'An SDK key evaluates flags; the REST API needs an access token (api-…).',
    },
  ],
  keyEnvironment: ['LAUNCHDARKLY_ACCESS_TOKEN', 'LD_ACCESS_TOKEN', 'LAUNCHDARKLY_SDK_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['x-ratelimit-global-remaining', 'x-ratelimit-route-remaining', 'x-ratelimit-auth-token-limit'],
  ownWords: ['launchdarkly.com/docs', 'support.launchdarkly.com'],
  names: ['launchdarkly'],
  links: {
    keys: 'https://app.launchdarkly.com/settings/authorization',
    limits: `${API}#rate-limiting`,
    errors: API,
    support: 'https://support.launchdarkly.com',
  },
  statusPage: {
    page: 'https://status.launchdarkly.com',
    api: { kind: 'statuspage', url: 'https://status.launchdarkly.com/api/v2/summary.json' },
  },
  knownGood: {
    method: 'GET',
    url: 'https://app.launchdarkly.com/api/v2/caller-identity',
    says: 'Tells which token it is, and of which account.',
    source: `${API}/other/get-caller-identity`,
  },
  rules: [
    {
      when: { code: 'rate_limited' },
      cause: 'rate-limited',
      note: 'X-Ratelimit-Reset and the X-Ratelimit-…-Remaining fields say which limit, and until when; calls are limited by address as well.',
      source: `${API}#rate-limiting`,
    },
    { when: { status: 429 }, cause: 'rate-limited', source: `${API}#rate-limiting` },
  ],
} satisfies Provider;
