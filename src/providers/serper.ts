import type { Provider } from '../model/provider.ts';

const SITE = 'https://serper.dev';

export default {
  title: 'Serper',
  kind: 'vendor',
  hosts: ['google.serper.dev', 'scrape.serper.dev'],
  // A key is 40 hexadecimal digits, which is too common a shape to tell by.
  keys: [],
  keyEnvironment: ['SERPER_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['google.serper.dev', 'scrape.serper.dev', 'serper.dev'],
  names: ['serper'],
  links: { billing: 'https://serper.dev/billing', usage: 'https://serper.dev/dashboard', keys: 'https://serper.dev/api-key' },
  balance: {
    url: 'https://google.serper.dev/account',
    keyHeader: 'x-api-key',
    read: { remaining: 'balance' },
    unit: 'credits',
    source: SITE,
  },
  knownGood: { method: 'GET', url: 'https://google.serper.dev/account', says: 'Tells the credits that are left.', source: SITE },
  rules: [
    {
      when: { message: 'not enough credits' },
      cause: 'credits-exhausted',
      note: 'Serper answers an empty account with 400, as if the request were wrong.',
      source: SITE,
    },
    {
      when: { status: 403, message: 'unauthorized' },
      cause: 'credentials-invalid',
      note: 'Serper answers a wrong or missing key with 403. Keys of SerpApi, which is another vendor, do not work here.',
      source: 'https://github.com/crewAIInc/crewAI/issues/633',
    },
  ],
} satisfies Provider;
