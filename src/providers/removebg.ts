import type { Provider } from '../model/provider.ts';

const API = 'https://www.remove.bg/api';

export default {
  title: 'remove.bg',
  kind: 'vendor',
  hosts: ['api.remove.bg'],
  keys: [],
  keyEnvironment: ['REMOVE_BG_API_KEY', 'REMOVEBG_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  basePaths: ['/v1.0'],
  ownHeaders: [],
  ownWords: ['remove.bg/', 'removebg::', 'could not identify foreground in image'],
  names: ['remove.bg', 'removebg'],
  links: {
    billing: 'https://www.remove.bg/pricing',
    keys: 'https://www.remove.bg/dashboard#api-key',
    limits: `${API}#rate-limit`,
    errors: API,
  },
  balance: {
    url: 'https://api.remove.bg/v1.0/account',
    keyHeader: 'X-Api-Key',
    read: { remaining: 'data.attributes.credits.total' },
    unit: 'credits',
    note: 'Free previews of the month are counted apart.',
    source: API,
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.remove.bg/v1.0/account',
    says: 'Tells the credits and the free calls that are left.',
    source: API,
  },
  rules: [
    {
      when: { code: 'insufficient_credits' },
      cause: 'credits-exhausted',
      note: 'Requests of the size "preview" draw on the free calls first.',
      source: API,
    },
    { when: { status: 402 }, cause: 'credits-exhausted', source: API },
    {
      when: { code: 'auth_failed' },
      cause: 'credentials-invalid',
      source: 'https://github.com/remove-bg/ruby/blob/main/spec/fixtures/vcr_cassettes/account-invalid-api-key.yml',
    },
    { when: { code: 'rate_limit_exceeded' }, cause: 'rate-limited', note: 'The limit counts megapixels and not only images.', source: API },
    {
      when: { code: 'unknown_foreground' },
      cause: 'invalid-request',
      note: 'The picture shows nothing that can be told from its background; no credit was charged.',
      source: API,
    },
  ],
} satisfies Provider;
