import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.bfl.ai/api_integration/errors';

export default {
  title: 'Black Forest Labs',
  kind: 'vendor',
  hosts: ['api.bfl.ai', 'api.eu.bfl.ai', 'api.us.bfl.ai', 'api.us1.bfl.ai', 'api.bfl.ml'],
  keys: [],
  keyEnvironment: ['BFL_API_KEY'],
  keyHeader: 'x-key',
  requestIdHeaders: [],
  basePaths: ['/v1'],
  ownHeaders: [],
  ownWords: ['api.bfl.ai', 'docs.bfl.ai', 'docs.bfl.ml', 'dashboard.bfl.ai'],
  names: ['bfl', 'bfl.ai'],
  links: {
    billing: 'https://dashboard.bfl.ai',
    keys: 'https://dashboard.bfl.ai',
    errors: ERRORS,
  },
  balance: {
    url: 'https://api.bfl.ai/v1/credits',
    keyHeader: 'x-key',
    read: { remaining: 'credits' },
    unit: 'credits',
    source: 'https://docs.bfl.ml/api-reference/get-the-users-credits',
  },
  rules: [
    {
      when: { message: 'insufficient credits' },
      cause: 'credits-exhausted',
      source: ERRORS,
    },
    {
      when: { status: 402 },
      cause: 'credits-exhausted',
      source: ERRORS,
      alternatives: ['payment-method-required'],
    },
    {
      when: { message: /^(?:request|content) moderated$/i },
      cause: 'content-refused',
      note: 'The prompt or picture was flagged (Request Moderated), or what came out of it (Content Moderated).',
      source: ERRORS,
    },
    { when: { message: /^task not found$/i }, cause: 'not-found', source: ERRORS },
    {
      when: { status: 403, message: 'not authenticated' },
      cause: 'credentials-invalid',
      note: 'A wrong key gets 403 here; the key goes into the header field x-key.',
      source: ERRORS,
      alternatives: ['credentials-missing'],
    },
  ],
} satisfies Provider;
