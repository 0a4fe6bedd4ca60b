import type { Provider } from '../model/provider.ts';

const CODES = 'https://developer.tomtom.com/search-api/documentation/response-codes';

export default {
  title: 'TomTom',
  kind: 'vendor',
  hosts: ['api.tomtom.com', '.api.tomtom.com'],
  keys: [],
  keyEnvironment: ['TOMTOM_API_KEY', 'TOMTOM_KEY'],
  // The key goes into the query as key.
  keyHeader: 'tomtom-api-key',
  requestIdHeaders: ['tracking-id'],
  ownHeaders: [],
  ownWords: ['api.tomtom.com', 'developer.tomtom.com', 'my.tomtom.com'],
  names: ['tomtom'],
  links: { keys: 'https://developer.tomtom.com/user/me/apps', errors: CODES },
  rules: [
    { when: { message: 'developer over qps' }, cause: 'rate-limited', note: 'Too many calls in a second, as a 403.', source: CODES },
    {
      when: { message: 'developer over rate' },
      cause: 'quota-exhausted',
      note: "The key's calls of this day are used up, as a 403.",
      source: CODES,
      waiting: 'helps',
    },
    { when: { message: 'developer inactive' }, cause: 'credentials-invalid', alternatives: ['account-disabled'], source: CODES },
    {
      when: { status: 403 },
      cause: 'credentials-invalid',
      alternatives: ['permission-denied', 'quota-exhausted', 'rate-limited'],
      note: 'TomTom sends 403 for a wrong key, for a product that the key is not for, and for used-up limits.',
      source: CODES,
    },
  ],
} satisfies Provider;
