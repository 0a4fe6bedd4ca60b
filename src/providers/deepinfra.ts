import type { Provider } from '../model/provider.ts';

const ACCOUNT = 'https://github.com/steipete/CodexBar/blob/main/docs/deepinfra.md';

export default {
  title: 'DeepInfra',
  kind: 'vendor',
  hosts: ['api.deepinfra.com'],
  keys: [],
  keyEnvironment: ['DEEPINFRA_API_KEY', 'DEEPINFRA_TOKEN', 'DEEPINFRA_API_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-deepinfra-request-id'],
  ownHeaders: ['x-deepinfra-*'],
  ownWords: ['api.deepinfra.com', 'deepinfra.com/dash', 'deepinfraexception', 'inference prohibited, please'],
  names: ['deepinfra', 'deep infra'],
  links: {
    billing: 'https://deepinfra.com/dash/billing',
    usage: 'https://deepinfra.com/dash/usage',
    keys: 'https://deepinfra.com/dash/api_keys',
  },
  statusPage: { page: 'https://status.deepinfra.com' },
  // The account stands at the payment processor: a credit has a negative sign, a debt a positive one.
  balance: {
    url: 'https://api.deepinfra.com/payment/checklist?compute_owed=true',
    read: { remaining: 'stripe_balance' },
    unit: 'USD',
    factor: -1,
    note: 'usage that is not billed yet still comes off it',
    source: ACCOUNT,
  },
  rules: [
    {
      when: { message: 'inference prohibited, please enter a payment method' },
      cause: 'payment-method-required',
      note: 'DeepInfra wants a payment method on file before it serves a model, whatever the price.',
      source: 'https://deepinfra.com/pricing',
    },
    {
      when: { message: 'model busy, retry later' },
      cause: 'overloaded',
      note: 'The model has no capacity right now: this 429 is not about the number of your requests.',
      source: 'https://github.com/truefoundry/models/pull/862',
    },
  ],
} satisfies Provider;
