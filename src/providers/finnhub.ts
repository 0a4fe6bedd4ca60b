import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://finnhub.io/docs/api/rate-limit';
const AUTH = 'https://finnhub.io/docs/api/authentication';
const PRICING = 'https://finnhub.io/pricing';

export default {
  title: 'Finnhub',
  kind: 'vendor',
  hosts: ['finnhub.io', 'api.finnhub.io', 'ws.finnhub.io'],
  keys: [],
  keyEnvironment: ['FINNHUB_API_KEY', 'FINNHUB_TOKEN'],
  keyHeader: 'x-finnhub-token',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['finnhub.io', 'finnhubapiexception', 'x-finnhub-token', 'please try again later. remaining limit:'],
  names: ['finnhub'],
  links: { billing: PRICING, keys: 'https://finnhub.io/dashboard', limits: LIMITS, support: 'mailto:support@finnhub.io' },
  rules: [
    {
      when: { message: 'api limit reached' },
      cause: 'rate-limited',
      note: "The plan's calls of a minute; besides, 30 calls in a second.",
      source: LIMITS,
    },
    {
      when: { message: "don't have access to this resource" },
      cause: 'plan-required',
      alternatives: ['permission-denied'],
      note: 'The data or the exchange is not part of the plan; the key is fine.',
      source: PRICING,
    },
    { when: { message: 'please use an api key' }, cause: 'credentials-missing', source: AUTH },
    { when: { status: 429 }, cause: 'rate-limited', source: LIMITS },
  ],
} satisfies Provider;
