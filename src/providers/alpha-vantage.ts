import type { Provider } from '../model/provider.ts';

const PREMIUM = 'https://www.alphavantage.co/premium/';
const SUPPORT = 'https://www.alphavantage.co/support/';

export default {
  title: 'Alpha Vantage',
  kind: 'vendor',
  hosts: ['www.alphavantage.co', 'alphavantage.co'],
  keys: [],
  keyEnvironment: ['ALPHA_VANTAGE_API_KEY', 'ALPHAVANTAGE_API_KEY', 'ALPHA_VANTAGE_KEY'],
  // The key goes into the query as apikey.
  keyHeader: 'apikey',
  requestIdHeaders: [],
  basePaths: ['/query'],
  ownHeaders: [],
  ownWords: [
    'alphavantage.co',
    'thank you for using alpha vantage',
    'standard api rate limit is',
    'the parameter apikey is invalid or missing',
  ],
  names: ['alpha vantage', 'alphavantage', 'alpha_vantage'],
  links: {
    billing: PREMIUM,
    keys: 'https://www.alphavantage.co/support/#api-key',
    limits: PREMIUM,
    errors: 'https://www.alphavantage.co/documentation/',
    support: SUPPORT,
  },
  rules: [
    {
      when: { message: /spreading out your (?:free )?api requests/i },
      cause: 'rate-limited',
      note: "The pace of a free key, not the day's allowance, although the text names both.",
      source: SUPPORT,
    },
    {
      when: { message: /(?:calls|requests) per minute and \d+ (?:calls|requests) per day/i },
      cause: 'rate-limited',
      alternatives: ['quota-exhausted'],
      note: 'The text names the limits of a minute and of a day, and does not say which one it was.',
      source: SUPPORT,
    },
    {
      when: { message: 'standard api rate limit is' },
      cause: 'quota-exhausted',
      note: "The free key's requests of this day are used up. It comes with status 200.",
      source: SUPPORT,
      waiting: 'helps',
    },
    { when: { message: 'this is a premium endpoint' }, cause: 'plan-required', source: PREMIUM },
    {
      when: { message: 'the parameter apikey is invalid or missing' },
      cause: 'credentials-invalid',
      alternatives: ['credentials-missing'],
      source: SUPPORT,
    },
    { when: { message: 'invalid api call. please retry' }, cause: 'invalid-request', source: 'https://www.alphavantage.co/documentation/' },
  ],
} satisfies Provider;
