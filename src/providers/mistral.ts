import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.mistral.ai/resources/error-glossary';

const rateLimited: Omit<ErrorRule, 'when'> = {
  cause: 'rate-limited',
  note: 'The monthly ceiling on tokens gives the same answer: if it lasts for minutes, look at the limits page.',
  source: 'https://github.com/raycast/extensions/issues/31107',
  alternatives: ['quota-exhausted', 'spend-limit-reached'],
};

const overloaded: Omit<ErrorRule, 'when'> = {
  cause: 'overloaded',
  note: "It speaks of a tier and comes with a 429, but it is Mistral's own capacity for this model.",
  source: 'https://github.com/continuedev/continue/issues/6185',
};

const otherTier: Omit<ErrorRule, 'when'> = { cause: 'plan-required', source: 'https://github.com/WingedGuardian/GENesis-AGI/pull/1791' };

const provider: Provider = {
  title: 'Mistral AI',
  kind: 'vendor',
  hosts: ['api.mistral.ai', 'codestral.mistral.ai'],
  keys: [
    { pattern: '[A-Za-z0-9]{32}', means: 'API key; codestral.mistral.ai has keys of its own', sample: 'EXAMPLEexampleEXAMPLEexample0000' },
  ],
  keyEnvironment: ['MISTRAL_API_KEY', 'CODESTRAL_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['mistral-correlation-id', 'x-kong-request-id'],
  ownHeaders: [
    'mistral-correlation-id',
    'x-ratelimit-limit-req-minute',
    'x-ratelimit-remaining-req-minute',
    'x-ratelimit-tokens-query-cost',
    'x-ratelimitbysize-*',
    'ratelimitbysize-*',
  ],
  ownWords: [
    'api.mistral.ai',
    'codestral.mistral.ai',
    'console.mistral.ai',
    'admin.mistral.ai',
    'docs.mistral.ai',
    'help.mistral.ai',
    'raw_status_code',
    'service tier capacity exceeded for this model',
    'service_tier_capacity_exceeded',
    'invalid_request_message_order',
    'not available in your subscription tier',
    'split into more batches',
  ],
  names: ['mistral', 'mistralai', 'codestral', 'la plateforme'],
  links: {
    billing: 'https://admin.mistral.ai/organization/billing',
    usage: 'https://admin.mistral.ai/organization/usage',
    keys: 'https://console.mistral.ai/api-keys',
    limits: 'https://admin.mistral.ai/plateforme/limits',
    errors: ERRORS,
    support: 'https://help.mistral.ai',
  },
  statusPage: { page: 'https://status.mistral.ai', api: { kind: 'statuspage', url: 'https://status.mistral.ai/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.mistral.ai/v1/models',
    says: 'Lists the models. A wrong key gets 401.',
    source: 'https://docs.mistral.ai/api/',
  },
  rules: [
    { when: { code: ['1910', 'tier_not_allowed'] }, ...otherTier },
    { when: { message: 'not available in your subscription tier' }, ...otherTier },
    { when: { code: ['3505', 'service_tier_capacity_exceeded'] }, ...overloaded },
    { when: { message: 'service tier capacity exceeded' }, ...overloaded },
    { when: { code: ['1300', 'rate_limited'] }, ...rateLimited },
    { when: { message: 'requests rate limit exceeded' }, ...rateLimited, source: 'https://github.com/pydantic/pydantic-ai/issues/1885' },
    {
      when: { status: 403, message: 'usage limit reached' },
      cause: 'subscription-inactive',
      note: 'Mistral says in one sentence that the subscription is not active or that its limit is reached.',
      source: 'https://portkey.ai/error-library/subscription-error-10572',
      alternatives: ['quota-exhausted', 'spend-limit-reached'],
    },
    {
      when: { message: 'maximum context length' },
      cause: 'context-too-long',
      source: 'https://portkey.ai/error-library/context-length-exceeded-error-13710000',
    },
    {
      when: { message: /\btoo\s+many\s+tokens\s+(?:in\s+batch|overall)\b/i },
      cause: 'context-too-long',
      note: 'The texts of one embedding call are too long together: split them over several calls.',
      source: 'https://github.com/chroma-core/chroma/pull/5597',
    },
    {
      when: { code: ['1500', 'invalid_model', 'unknown_model'] },
      cause: 'not-found',
      source: 'https://github.com/mistralai/mistral-vibe/issues/617',
    },
    {
      when: { type: 'invalid_request_message_order' },
      cause: 'invalid-request',
      source: 'https://github.com/BerriAI/litellm/issues/17761',
    },
    {
      when: { message: /^\s*unauthorized\.?\s*$/i },
      cause: 'credentials-invalid',
      note: "Mistral gives the same bare answer for a wrong key, for a key of codestral.mistral.ai at api.mistral.ai, and for a Vibe key whose plan's allowance is used up.",
      source: 'https://github.com/diegosouzapw/OmniRoute/issues/7638',
      alternatives: ['key-scope-mismatch', 'quota-exhausted'],
    },
    {
      when: { status: 402 },
      cause: 'payment-unspecified',
      note: 'An empty prepaid balance, a spending limit, used-up included usage or a failed invoice: the link in the message leads to the one that it is.',
      source: 'https://www.developersdigest.tech/errors/api/mistral-api/402-payment-required',
      alternatives: ['credits-exhausted', 'spend-limit-reached', 'quota-exhausted', 'account-past-due'],
    },
    { when: { type: 'authentication_error' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { type: 'rate_limit_error' }, ...rateLimited, source: ERRORS },
    { when: { type: 'server_error' }, cause: 'upstream-failure', source: ERRORS },
    { when: { status: 422 }, cause: 'invalid-request', source: 'https://github.com/Gitlawb/openclaude/issues/739' },
    { when: { type: 'invalid_request_error' }, cause: 'invalid-request', source: ERRORS },
  ],
};

export default provider;
