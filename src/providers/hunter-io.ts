import type { Provider } from '../model/provider.ts';

const DOCS = 'https://hunter.io/api-documentation/v2';

export default {
  title: 'Hunter',
  kind: 'vendor',
  hosts: ['api.hunter.io'],
  keys: [],
  keyEnvironment: ['HUNTER_API_KEY', 'HUNTER_IO_API_KEY', 'HUNTERIO_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  basePaths: ['/v2'],
  ownHeaders: [],
  ownWords: ['hunter.io', 'no user found for the api key supplied'],
  names: ['hunter.io'],
  links: {
    billing: 'https://hunter.io/subscriptions',
    usage: 'https://hunter.io/usage',
    keys: 'https://hunter.io/api-keys',
    limits: DOCS,
    errors: DOCS,
    support: 'mailto:support@hunter.io',
  },
  balance: {
    url: 'https://api.hunter.io/v2/account',
    keyHeader: 'x-api-key',
    keyParameter: 'api_key',
    read: {
      granted: 'data.requests.searches.available',
      used: 'data.requests.searches.used',
      resetAt: 'data.reset_date',
      plan: 'data.plan_name',
    },
    unit: 'searches',
    note: 'the searches; verifications are counted apart',
    source: DOCS,
  },
  knownGood: { method: 'GET', url: 'https://api.hunter.io/v2/account', says: 'Tells the plan and what is left of it.', source: DOCS },
  rules: [
    { when: { message: 'no user found for the api key supplied' }, cause: 'credentials-invalid', source: DOCS },
    {
      when: { status: 429 },
      cause: 'quota-exhausted',
      note: "Hunter means by 429 that the plan's usage limit is reached; a pace that is too fast gets 403.",
      source: DOCS,
    },
    {
      when: { status: 403 },
      cause: 'rate-limited',
      alternatives: ['permission-denied'],
      note: 'Hunter means by 403 that the calls come too fast, or that the key may not do this.',
      source: DOCS,
    },
  ],
} satisfies Provider;
