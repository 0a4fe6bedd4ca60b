import type { Provider } from '../model/provider.ts';

const HEADERS = 'https://docs.rapidapi.com/docs/response-headers';
const KEYS = 'https://docs.rapidapi.com/docs/keys';

export default {
  title: 'RapidAPI',
  kind: 'vendor',
  hosts: ['.p.rapidapi.com', '.rapidapi.com'],
  keys: [],
  keyEnvironment: ['RAPIDAPI_KEY', 'X_RAPIDAPI_KEY', 'RAPID_API_KEY'],
  keyHeader: 'x-rapidapi-key',
  requestIdHeaders: ['x-rapidapi-request-id'],
  requiredHeaders: ['x-rapidapi-host'],
  ownHeaders: ['x-rapidapi-*', 'x-ratelimit-rapid-free-plans-*'],
  ownWords: [
    'p.rapidapi.com',
    'https://rapidapi.com/',
    'docs.rapidapi.com',
    'you are not subscribed to this api',
    'x-rapidapi-key',
    'x-rapidapi-host',
  ],
  names: ['rapidapi', 'rapid api'],
  links: {
    billing: 'https://rapidapi.com/developer/billing/subscriptions-and-usage',
    usage: 'https://rapidapi.com/developer/analytics/default',
    keys: 'https://rapidapi.com/developer/apps',
    errors: HEADERS,
  },
  supportAsks: ['the name of the API on the hub'],
  rules: [
    {
      when: { message: /exceeded the (?:monthly|daily|hourly|weekly|yearly) quota/i },
      cause: 'quota-exhausted',
      note: 'The quota of the plan for this one API on the hub; the x-ratelimit-…-reset field says how many seconds until it starts again.',
      source: HEADERS,
    },
    {
      when: { message: 'you are not subscribed to this api' },
      cause: 'plan-required',
      note: "Every API on the hub wants a subscription of its own, also for its free plan. The key's application must be the subscribed one.",
      source: KEYS,
    },
    { when: { message: 'invalid api key. go to' }, cause: 'credentials-invalid', source: KEYS },
  ],
} satisfies Provider;
