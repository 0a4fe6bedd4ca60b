import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.cohere.com/reference/errors';
const LIMITS = 'https://docs.cohere.com/docs/rate-limits';

export default {
  title: 'Cohere',
  kind: 'vendor',
  hosts: ['api.cohere.com', 'api.cohere.ai'],
  keys: [],
  keyEnvironment: ['CO_API_KEY', 'COHERE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-debug-trace-id'],
  ownHeaders: ['x-trial-endpoint-*', 'x-endpoint-monthly-call-limit'],
  ownWords: [
    'dashboard.cohere.com',
    'docs.cohere.com',
    'api.cohere.com',
    'api.cohere.ai',
    'support@cohere.com',
    'cohereexception',
    'cohere.errors.',
    'cohere.core.api_error',
    'cohereapierror',
    'using a trial key, which is limited to',
    'trial token rate limit exceeded, limit is',
  ],
  names: ['cohere'],
  links: {
    billing: 'https://dashboard.cohere.com/billing?tab=payment',
    usage: 'https://dashboard.cohere.com/billing?tab=usage',
    keys: 'https://dashboard.cohere.com/api-keys',
    limits: LIMITS,
    errors: ERRORS,
    support: 'mailto:support@cohere.com',
  },
  statusPage: { page: 'https://status.cohere.com', api: { kind: 'statuspage', url: 'https://status.cohere.com/api/v2/summary.json' } },
  knownGood: {
    method: 'POST',
    url: 'https://api.cohere.com/v1/check-api-key',
    says: 'Tells whether the key is valid, and of which organisation it is.',
    source: 'https://docs.cohere.com/reference/checkapikey',
  },
  rules: [
    {
      when: { message: /\btrial key, which is limited to [\d,]{1,12} api calls? ?(?:\/|per|a) ?month/i },
      cause: 'quota-exhausted',
      note: 'Trial keys have 1,000 calls a month over all endpoints; a production key has no such limit.',
      source: LIMITS,
      waiting: 'futile',
    },
    {
      when: { message: /\btrial key, which is limited to [\d,]{1,12} api calls? ?(?:\/|per|a) ?(?:second|minute|hour)/i },
      cause: 'rate-limited',
      note: 'The rate of a trial key; a production key has a higher one. It is not the monthly allowance.',
      source: 'https://www.developersdigest.tech/errors/api/cohere-api/429-too-many-requests',
    },
    {
      when: { message: 'trial token rate limit exceeded' },
      cause: 'rate-limited',
      source: 'https://www.developersdigest.tech/errors/api/cohere-api/429-too-many-requests',
    },
    {
      when: { message: 'using a trial key, which is limited to' },
      cause: 'rate-limited',
      source: ERRORS,
      alternatives: ['quota-exhausted'],
    },
    { when: { message: 'invalid api token' }, cause: 'credentials-invalid', source: ERRORS },
    {
      when: { status: 402, message: 'payment method' },
      cause: 'payment-method-required',
      note: 'A payment method is missing or out of date; Cohere answers 402 also where the maximum billing amount is reached.',
      source: ERRORS,
      alternatives: ['spend-limit-reached'],
    },
    {
      when: { status: 402 },
      cause: 'spend-limit-reached',
      note: 'The maximum billing amount that was set in the dashboard is reached, until the beginning of the next month; or the payment method is missing.',
      source: ERRORS,
      alternatives: ['payment-method-required'],
    },
    {
      when: { status: 499 },
      cause: 'request-timeout',
      note: 'The client closed the connection before the answer was ready: look at its timeout.',
      source: 'https://www.developersdigest.tech/errors/api/cohere-api',
    },
  ],
} satisfies Provider;
