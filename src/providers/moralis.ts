import type { Provider } from '../model/provider.ts';

const PRICING = 'https://moralis.io/pricing';

export default {
  title: 'Moralis',
  kind: 'vendor',
  hosts: ['.moralis.io', '.moralis-nodes.com'],
  keys: [],
  keyEnvironment: ['MORALIS_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: [],
  ownWords: ['moralis.io', 'validation service blocked: your plan', 'total included usage has been consumed', 'moraliserror'],
  names: ['moralis'],
  links: {
    billing: 'https://admin.moralis.com',
    keys: 'https://admin.moralis.com',
    errors: 'https://docs.moralis.com',
  },
  rules: [
    {
      when: { message: 'free-plan-daily total included usage has been consumed' },
      cause: 'quota-exhausted',
      note: "The free plan's usage of this day. It comes as a 401, like a wrong key.",
      source: PRICING,
      waiting: 'helps',
    },
    {
      when: { message: 'included usage has been consumed' },
      cause: 'quota-exhausted',
      note: "The plan's usage of this period. It comes as a 401, like a wrong key.",
      source: PRICING,
    },
    { when: { message: 'support blocked: please contact' }, cause: 'account-disabled', source: 'https://docs.moralis.com' },
    { when: { message: 'validation service blocked' }, cause: 'quota-exhausted', alternatives: ['account-disabled'], source: PRICING },
  ],
} satisfies Provider;
