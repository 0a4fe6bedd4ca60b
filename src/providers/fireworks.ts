import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.fireworks.ai/guides/inference-error-codes';
const LIMITS = 'https://docs.fireworks.ai/serverless/rate-limits';
const SUSPENDED = 'https://github.com/pollinations/pollinations/issues/12136';

export default {
  title: 'Fireworks AI',
  kind: 'vendor',
  hosts: ['api.fireworks.ai'],
  keys: [],
  keyEnvironment: ['FIREWORKS_API_KEY', 'FIREWORKS_AI_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: ['x-ratelimit-over-limit', 'x-ratelimit-limit-tokens-prompt', 'x-ratelimit-limit-tokens-generated'],
  ownWords: [
    'api.fireworks.ai',
    'fireworks.ai/account',
    'docs.fireworks.ai',
    'fireworks_aiexception',
    'fireworksaiexception',
    'fireworks.client.error',
    'model not found, inaccessible, and/or not deployed',
    'contact fireworks to explore',
    'fire pass api keys',
    'accounts/fireworks/models/',
  ],
  names: ['fireworks ai', 'fireworks.ai', 'fireworks_ai', 'fireworks-ai'],
  links: {
    billing: 'https://fireworks.ai/account/billing',
    keys: 'https://fireworks.ai/account/api-keys',
    limits: LIMITS,
    errors: ERRORS,
  },
  statusPage: { page: 'https://status.fireworks.ai', api: { kind: 'better-stack', url: 'https://status.fireworks.ai/index.json' } },
  balance: {
    url: 'https://api.fireworks.ai/v1/accounts',
    read: { state: 'accounts.0.suspendState' },
    note: 'whether the first account of the key is suspended, and for what; what is left of its credits no API tells',
    source: 'https://docs.fireworks.ai/api-reference/list-accounts',
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.fireworks.ai/v1/accounts',
    says: 'Lists the accounts that the key belongs to.',
    source: 'https://github.com/steipete/CodexBar/blob/main/docs/fireworks.md',
  },
  rules: [
    {
      when: { message: 'due to reaching the monthly spending limit or failure to pay' },
      cause: 'spend-limit-reached',
      note: 'Fireworks has one answer, with 412, for a spending limit that is reached and for unpaid invoices: its billing page says which.',
      source: SUSPENDED,
      alternatives: ['account-past-due', 'credits-exhausted'],
    },
    {
      when: { message: 'contact fireworks to explore dedicated capacity' },
      cause: 'rate-limited',
      note: 'The usage limits that this answer speaks of are the rate of the serverless models, not money.',
      source: 'https://github.com/GordeyZuev/LEAP/issues/6',
    },
    {
      when: { message: 'not authorized for this route' },
      cause: 'key-scope-mismatch',
      note: 'A Fire Pass key is valid, and serves chat completions only: the list of models and other routes want an ordinary key.',
      source: 'https://github.com/diegosouzapw/OmniRoute/issues/2929',
    },
    {
      when: { message: 'model not found, inaccessible' },
      cause: 'not-found',
      note: 'Also where the model exists and this account may not call it, or it is not deployed.',
      source: ERRORS,
      alternatives: ['permission-denied'],
    },
    {
      when: { status: 412 },
      cause: 'spend-limit-reached',
      note: 'A suspended account, mostly for a spending limit or an unpaid invoice; a LoRA model that failed to load gets 412 as well.',
      source: ERRORS,
      alternatives: ['account-past-due', 'account-disabled', 'upstream-failure'],
    },
    {
      when: { status: 402 },
      cause: 'plan-required',
      note: 'The account is not on a paid plan, or has used up what it may use.',
      source: ERRORS,
      alternatives: ['quota-exhausted', 'payment-method-required', 'credits-exhausted'],
    },
    {
      when: { status: 403 },
      cause: 'credentials-invalid',
      note: 'The documentation names a wrong key as the reason of a 403.',
      source: ERRORS,
      alternatives: ['permission-denied', 'key-scope-mismatch'],
    },
    {
      when: { status: 503 },
      cause: 'overloaded',
      note: 'The shared model has no capacity; the priority tier is served first.',
      source: LIMITS,
      alternatives: ['service-unavailable'],
    },
  ],
} satisfies Provider;
