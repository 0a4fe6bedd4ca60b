import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.together.ai/docs/error-codes';
const CREDIT_LIMIT = 'https://github.com/expectedparrot/edsl/issues/2098';
const RATE_LIMITED = 'https://github.com/togethercomputer/MoA/issues/27';
const MODELS = 'https://github.com/HeyPuter/puter/issues/3168';

export default {
  title: 'Together AI',
  kind: 'vendor',
  hosts: ['api.together.xyz', 'api.together.ai'],
  keys: [],
  keyEnvironment: ['TOGETHER_API_KEY', 'TOGETHER_AI_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-together-request-id'],
  ownHeaders: ['x-together-*'],
  ownWords: [
    'api.together.xyz',
    'api.together.ai',
    'docs.together.ai',
    'together.error.',
    'together_aiexception',
    'togetheraiexception',
    'together-ai error:',
    'unable to access non-serverless model',
    'dedicated_endpoint_not_running',
  ],
  names: ['together ai', 'together.ai', 'together_ai', 'together-ai', 'togetherai'],
  links: {
    billing: 'https://api.together.ai/settings/billing',
    usage: 'https://api.together.ai/settings/billing',
    keys: 'https://api.together.ai/settings/api-keys',
    errors: ERRORS,
    limits: 'https://docs.together.ai/docs/rate-limits',
    support: 'https://www.together.ai/contact',
  },
  statusPage: { page: 'https://status.together.ai', api: { kind: 'better-stack', url: 'https://status.together.ai/index.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.together.xyz/v1/models',
    says: 'The key is valid; 401 says that it is not.',
    source: 'https://docs.together.ai/reference/models-1',
  },
  rules: [
    // The type credit_limit is on the throttle of accounts that have not paid, too: the message decides.
    {
      when: { message: 'you have been rate limited' },
      cause: 'rate-limited',
      note: 'A throttle in spite of the type credit_limit. Accounts that have not paid have a lower rate.',
      source: RATE_LIMITED,
    },
    { when: { message: 'credit limit exceeded' }, cause: 'credits-exhausted', source: CREDIT_LIMIT },
    {
      when: { status: 402, type: 'credit_limit' },
      cause: 'credits-exhausted',
      source: CREDIT_LIMIT,
    },
    {
      when: { type: 'credit_limit' },
      cause: 'credits-exhausted',
      note: 'Together has used this type on throttles of unpaid accounts as well.',
      source: RATE_LIMITED,
      alternatives: ['rate-limited'],
    },
    {
      when: { message: 'maximum allowed monthly spending limit' },
      cause: 'spend-limit-reached',
      source: ERRORS,
    },
    {
      when: { code: 'dedicated_endpoint_not_running' },
      cause: 'service-unavailable',
      note: 'The dedicated endpoint of this model exists and is stopped: start it, and wait until it runs.',
      source: MODELS,
      alternatives: ['not-found'],
      waiting: 'futile',
    },
    {
      when: { message: 'unable to access non-serverless model' },
      cause: 'not-found',
      note: 'Together does not serve this model by the token: take a serverless one, or start a dedicated endpoint.',
      source: MODELS,
      alternatives: ['plan-required', 'permission-denied'],
    },
    {
      when: { code: 'model_not_available' },
      cause: 'not-found',
      source: ERRORS,
      alternatives: ['permission-denied'],
    },
    { when: { code: 'invalid_api_key' }, cause: 'credentials-invalid', source: ERRORS },
    {
      when: { status: 402 },
      cause: 'spend-limit-reached',
      note: 'The monthly spending limit of the account, by the documentation; an empty balance comes as 402 as well.',
      source: ERRORS,
      alternatives: ['credits-exhausted'],
    },
    {
      when: { status: 403 },
      cause: 'context-too-long',
      note: 'At Together a 403 says that the input and max_tokens together are longer than the context of the model.',
      source: ERRORS,
      alternatives: ['permission-denied'],
    },
    { when: { status: 503 }, cause: 'overloaded', source: ERRORS },
  ],
} satisfies Provider;
