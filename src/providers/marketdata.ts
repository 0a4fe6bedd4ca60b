import type { Provider } from '../model/provider.ts';

const PAYMENT = 'https://www.marketdata.app/docs/api/troubleshooting/payment-required';

export default {
  title: 'Market Data',
  kind: 'vendor',
  hosts: ['api.marketdata.app'],
  keys: [],
  keyEnvironment: ['MARKETDATA_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['x-api-ratelimit-consumed'],
  ownWords: ['marketdata.app'],
  names: ['marketdata.app'],
  links: {
    billing: 'https://www.marketdata.app/pricing/',
    errors: 'https://www.marketdata.app/docs/api/troubleshooting/',
  },
  rules: [
    {
      when: { status: 402 },
      cause: 'plan-required',
      note: 'The plan does not include this endpoint, this mode or so old data. It is neither the credits nor the rate limit.',
      source: PAYMENT,
    },
  ],
} satisfies Provider;
