import type { Provider } from '../model/provider.ts';

const CODES = 'https://docs.browserless.io/baas/troubleshooting/http-error-codes';

export default {
  title: 'Browserless',
  kind: 'vendor',
  hosts: ['.browserless.io'],
  keys: [],
  keyEnvironment: ['BROWSERLESS_API_KEY', 'BROWSERLESS_TOKEN', 'BROWSERLESS_API_TOKEN'],
  // The key goes into the query as token.
  keyHeader: 'token',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['browserless.io'],
  names: ['browserless'],
  links: {
    billing: 'https://account.browserless.io',
    usage: 'https://account.browserless.io',
    keys: 'https://account.browserless.io',
    errors: CODES,
  },
  rules: [
    {
      when: { status: 401 },
      cause: 'credentials-invalid',
      alternatives: ['plan-required'],
      note: 'The key is wrong or missing, or the endpoint is not for this plan.',
      source: CODES,
    },
    { when: { status: 429 }, cause: 'rate-limited', note: 'More sessions side by side than the plan allows.', source: CODES },
  ],
} satisfies Provider;
