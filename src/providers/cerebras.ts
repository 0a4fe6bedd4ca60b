import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://inference-docs.cerebras.ai/support/error';
const LIMITS = 'https://inference-docs.cerebras.ai/support/rate-limits';
const PAYMENT = 'https://github.com/nminaya/grammar-nazi-bot/issues/967';
const REQUESTS = 'https://github.com/nminaya/grammar-nazi-bot/issues/958';
const TOKENS = 'https://github.com/continuedev/continue/issues/9800';

export default {
  title: 'Cerebras',
  kind: 'vendor',
  hosts: ['api.cerebras.ai'],
  keys: [],
  keyEnvironment: ['CEREBRAS_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id', 'cf-ray'],
  ownHeaders: ['x-ratelimit-limit-tokens-minute', 'x-ratelimit-remaining-tokens-minute', 'x-ratelimit-reset-tokens-minute'],
  ownWords: [
    'api.cerebras.ai',
    'cloud.cerebras.ai',
    'inference-docs.cerebras.ai',
    'cerebras.cloud.sdk',
    'cerebrasexception',
    'payment required to access this resource. visit your billing tab',
    'too_many_tokens_error',
    'tokens per minute limit exceeded - too many tokens processed',
    'requests per minute limit exceeded - too many requests sent',
  ],
  names: ['cerebras'],
  links: {
    billing: 'https://cloud.cerebras.ai',
    usage: 'https://cloud.cerebras.ai',
    keys: 'https://cloud.cerebras.ai',
    limits: LIMITS,
    errors: ERRORS,
  },
  statusPage: { page: 'https://status.cerebras.ai', api: { kind: 'statuspage', url: 'https://status.cerebras.ai/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.cerebras.ai/v1/models',
    says: 'The key is valid; 401 says that it is not.',
    source: 'https://inference-docs.cerebras.ai/api-reference/models',
  },
  prevention: [
    {
      says: 'Send max_completion_tokens no larger than you need: the limit on tokens is charged for it beforehand, not for what the answer uses.',
      source: 'https://github.com/cline/cline/pull/7837',
      causes: ['rate-limited', 'quota-exhausted'],
    },
  ],
  rules: [
    {
      when: { code: ['payment_required', 'payment_required_error'] },
      cause: 'credits-exhausted',
      note: 'Cerebras does not say whether credits or a payment method are missing: the billing tab does.',
      source: PAYMENT,
      alternatives: ['payment-method-required', 'quota-exhausted'],
    },
    {
      when: { message: 'payment required to access this resource' },
      cause: 'credits-exhausted',
      note: 'Cerebras does not say whether credits or a payment method are missing: the billing tab does.',
      source: PAYMENT,
      alternatives: ['payment-method-required', 'quota-exhausted'],
    },
    {
      when: { message: /^\W*(?:tokens|requests) per day limit exceeded/i },
      cause: 'quota-exhausted',
      note: "The day's allowance of the organisation for this model; the header fields x-ratelimit-reset-*-day say when it starts again.",
      source: LIMITS,
      alternatives: ['rate-limited'],
      waiting: 'helps',
    },
    {
      when: { message: /^\W*(?:tokens|requests) per (?:second|minute|hour) limit exceeded/i },
      cause: 'rate-limited',
      note: "The limit is the whole organisation's, and counts max_completion_tokens beforehand: a smaller one helps.",
      source: TOKENS,
    },
    {
      when: { code: ['token_quota_exceeded', 'request_quota_exceeded', 'too_many_tokens_error', 'too_many_requests_error'] },
      cause: 'rate-limited',
      note: 'A throttle in spite of the word quota: the limits are per minute, hour and day, and the message says which.',
      source: REQUESTS,
      alternatives: ['quota-exhausted'],
    },
    {
      when: { status: 402 },
      cause: 'credits-exhausted',
      source: ERRORS,
      alternatives: ['payment-method-required', 'payment-unspecified'],
    },
    {
      when: { status: 413 },
      cause: 'context-too-long',
      note: 'Cerebras answers a prompt that is longer than the context of the model with 413, mostly without a body.',
      source: 'https://github.com/openclaw/openclaw/pull/119596',
      alternatives: ['payload-too-large'],
    },
  ],
} satisfies Provider;
