import type { Provider } from '../model/provider.ts';

const CONCURRENCY = 'https://featherless.ai/docs/concurrency';

export default {
  title: 'Featherless',
  kind: 'vendor',
  hosts: ['api.featherless.ai'],
  keys: [],
  keyEnvironment: ['FEATHERLESS_API_KEY', 'FEATHERLESS_AI_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['featherless.ai', 'featherless_aiexception', 'featherlessaiexception', 'featherless_api_key'],
  names: ['featherless', 'featherless ai', 'featherless_ai', 'featherless-ai'],
  links: {
    keys: 'https://featherless.ai/account/api-keys',
    limits: CONCURRENCY,
    errors: 'https://featherless.ai/docs/api',
  },
  prevention: [
    {
      says: "Count the models' concurrency costs before sending side by side: a large model takes several of the plan's units.",
      url: CONCURRENCY,
      causes: ['rate-limited'],
      source: CONCURRENCY,
    },
  ],
  rules: [
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: "The plan's units of concurrency are in use; one request to a large model costs up to four. Tokens are not limited.",
      source: CONCURRENCY,
      alternatives: ['plan-required'],
    },
  ],
} satisfies Provider;
