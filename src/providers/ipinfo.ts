import type { Provider } from '../model/provider.ts';

const DOCS = 'https://ipinfo.io/developers';

export default {
  title: 'IPinfo',
  kind: 'vendor',
  hosts: ['ipinfo.io', 'api.ipinfo.io', 'v6.ipinfo.io'],
  keys: [],
  keyEnvironment: ['IPINFO_TOKEN', 'IPINFO_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['ipinfo.io', "you've hit the daily limit for the unauthenticated api"],
  names: ['ipinfo'],
  links: {
    billing: 'https://ipinfo.io/account',
    usage: 'https://ipinfo.io/account',
    keys: 'https://ipinfo.io/account/token',
    errors: DOCS,
    support: 'https://ipinfo.io/support',
  },
  rules: [
    {
      when: { message: 'daily limit for the unauthenticated api' },
      cause: 'quota-exhausted',
      note: "Calls without a token are counted by address and day, and this address's are used up: a token of a free account has a larger allowance.",
      source: DOCS,
      waiting: 'helps',
    },
    {
      when: { status: 429 },
      cause: 'quota-exhausted',
      alternatives: ['rate-limited'],
      note: "The month's requests of the plan.",
      source: DOCS,
    },
  ],
} satisfies Provider;
