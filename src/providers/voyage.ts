import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.voyageai.com/docs/error-codes';
const LIMITS = 'https://docs.voyageai.com/docs/rate-limits';

export default {
  title: 'Voyage AI',
  kind: 'vendor',
  hosts: ['api.voyageai.com'],
  keys: [{ pattern: 'pa-[A-Za-z0-9_-]{43}', means: 'API key', sample: `pa-${'Example0'.repeat(5)}Foo` }],
  keyEnvironment: ['VOYAGE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/v1'],
  ownHeaders: [],
  ownWords: [
    'dash.voyageai.com',
    'dashboard.voyageai.com',
    'docs.voyageai.com',
    'voyageai.error.',
    'voyageai.embeddings',
    'not yet added your payment method in the billing page',
  ],
  names: ['voyage ai', 'voyageai', 'voyage-ai'],
  links: {
    billing: 'https://dashboard.voyageai.com/billing',
    usage: 'https://dashboard.voyageai.com',
    keys: 'https://dashboard.voyageai.com/api-keys',
    limits: LIMITS,
    errors: ERRORS,
  },
  rules: [
    {
      when: { message: 'not yet added your payment method' },
      cause: 'payment-method-required',
      note: 'Without a payment method the account may send 3 requests and 10,000 tokens a minute: waiting helps for one call, a payment method for all. The free tokens still count first.',
      source: 'https://github.com/assafelovic/gpt-researcher/issues/1148',
      alternatives: ['rate-limited'],
      waiting: 'helps',
    },
    { when: { message: /\bmax(?:imum)? allowed tokens\b/i }, cause: 'context-too-long', source: ERRORS },
  ],
} satisfies Provider;
