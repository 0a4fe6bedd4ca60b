import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.leonardo.ai/docs/api-error-messages';

/** The API stands behind a GraphQL engine: its words about keys are that engine's. */
export default {
  title: 'Leonardo.Ai',
  kind: 'vendor',
  hosts: ['cloud.leonardo.ai'],
  keys: [],
  keyEnvironment: ['LEONARDO_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/api/rest/v1', '/api/rest/v2'],
  ownHeaders: [],
  ownWords: ['leonardo.ai', 'not enough api tokens'],
  names: ['leonardo.ai', 'leonardo ai', 'leonardoai'],
  links: {
    billing: 'https://app.leonardo.ai/api-access',
    usage: 'https://app.leonardo.ai/api-access',
    keys: 'https://app.leonardo.ai/api-access',
    limits: 'https://docs.leonardo.ai/docs/concurrency-rate-limits-and-queue',
    errors: ERRORS,
    support: 'https://docs.leonardo.ai/docs/need-more-support',
  },
  balance: {
    url: 'https://cloud.leonardo.ai/api/rest/v1/me',
    read: { remaining: 'user_details.0.apiPaidTokens' },
    note: 'What was bought; what a subscription to the API includes is counted apart.',
    source: 'https://docs.leonardo.ai/reference/getuserself',
  },
  knownGood: {
    method: 'GET',
    url: 'https://cloud.leonardo.ai/api/rest/v1/me',
    says: 'Tells the account of the key and its tokens.',
    source: 'https://docs.leonardo.ai/reference/getuserself',
  },
  rules: [
    {
      when: { message: 'not enough api tokens' },
      cause: 'credits-exhausted',
      note: 'Credits of the API are not those of the web application; the answer has status 400.',
      source: ERRORS,
    },
    {
      when: { message: 'authorization hook' },
      cause: 'credentials-invalid',
      note: 'The key is not a UUID, is wrong, or stands in the wrong header field.',
      source: ERRORS,
      alternatives: ['credentials-missing'],
    },
    {
      when: { message: 'authentication hook unauthorized' },
      cause: 'credentials-invalid',
      source: ERRORS,
      alternatives: ['credentials-missing'],
    },
  ],
} satisfies Provider;
