import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.sambanova.ai/docs/en/api-reference/using-the-api/api-error-codes';

export default {
  title: 'SambaNova',
  kind: 'vendor',
  hosts: ['api.sambanova.ai'],
  keys: [],
  keyEnvironment: ['SAMBANOVA_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['api.sambanova.ai', 'cloud.sambanova.ai', 'docs.sambanova.ai', 'sambanovaexception'],
  names: ['sambanova', 'sambacloud'],
  links: {
    errors: ERRORS,
    keys: 'https://cloud.sambanova.ai/apis',
  },
  supportAsks: ['request_id of the response body'],
  rules: [
    { when: { code: 'context_length_exceeded' }, cause: 'context-too-long', source: ERRORS },
    {
      when: { status: 410 },
      cause: 'not-found',
      note: 'The model is deprecated or removed: take a supported one.',
      source: ERRORS,
      alternatives: ['gone'],
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'The rate of the subscription tier; a higher tier has a higher one.',
      source: ERRORS,
      alternatives: ['quota-exhausted'],
    },
    {
      when: { status: 503 },
      cause: 'service-unavailable',
      note: 'The model is being maintained.',
      source: ERRORS,
    },
    {
      when: { status: 504 },
      cause: 'overloaded',
      note: 'The request waited in the queue for too long, behind others: send fewer side by side.',
      source: ERRORS,
      alternatives: ['upstream-failure'],
    },
  ],
} satisfies Provider;
