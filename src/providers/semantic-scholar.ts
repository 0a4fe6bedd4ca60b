import type { Provider } from '../model/provider.ts';

const API = 'https://www.semanticscholar.org/product/api';

export default {
  title: 'Semantic Scholar',
  kind: 'vendor',
  hosts: ['api.semanticscholar.org'],
  keys: [],
  keyEnvironment: ['SEMANTIC_SCHOLAR_API_KEY', 'S2_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['semanticscholar.org', 'apply for a key for higher rate limits'],
  names: ['semantic scholar', 'semanticscholar', 'semantic_scholar'],
  links: {
    keys: 'https://www.semanticscholar.org/product/api#api-key-form',
    limits: API,
    errors: 'https://api.semanticscholar.org/api-docs/',
  },
  prevention: [
    {
      says: 'Ask for a key: calls without one share a single limit with everybody else who has none.',
      url: 'https://www.semanticscholar.org/product/api#api-key-form',
      causes: ['rate-limited'],
      source: API,
    },
  ],
  rules: [
    {
      when: { message: 'apply for a key for higher rate limits' },
      cause: 'rate-limited',
      note: 'Calls without a key share one limit with everybody else who has none: it can be reached without any fault of this caller.',
      source: API,
    },
  ],
} satisfies Provider;
