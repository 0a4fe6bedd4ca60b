import type { Provider } from '../model/provider.ts';

const CREDITS = 'https://help.shodan.io/the-basics/credit-types-explained';
const API = 'https://developer.shodan.io/api';

export default {
  title: 'Shodan',
  kind: 'vendor',
  hosts: ['api.shodan.io', 'stream.shodan.io', 'exploits.shodan.io'],
  keys: [],
  keyEnvironment: ['SHODAN_API_KEY', 'SHODAN_KEY'],
  // The key goes into the query as key.
  keyHeader: 'key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'shodan.io',
    'shodan.exception.',
    'insufficient query credits',
    'insufficient scan credits',
    'requires membership or higher to access',
  ],
  names: ['shodan'],
  links: {
    billing: 'https://account.shodan.io/billing',
    usage: 'https://developer.shodan.io/dashboard',
    keys: 'https://account.shodan.io',
    limits: CREDITS,
    errors: API,
    support: 'mailto:support@shodan.io',
  },
  rules: [
    {
      when: { message: /insufficient (?:query|scan|export) credits/i },
      cause: 'quota-exhausted',
      note: "The plan's credits of this month. It comes as a 401, like a wrong key.",
      source: CREDITS,
    },
    { when: { message: 'membership or higher' }, cause: 'plan-required', source: API },
    {
      when: { message: /please upgrade your api plan to use/i },
      cause: 'plan-required',
      note: 'Filters and further pages want a paid plan.',
      source: API,
    },
  ],
} satisfies Provider;
