import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://openrouter.ai/docs/api_reference/errors-and-debugging';
const LIMITS = 'https://openrouter.ai/docs/api_reference/limits';
const PAYMENT_REQUIRED = 'https://www.developersdigest.tech/errors/api/openrouter/402-payment-required';

const inFlight: Omit<ErrorRule, 'when'> = {
  cause: 'rate-limited',
  note: 'A 402 that passes by itself: the requests under way have reserved the budget until they end. Send fewer side by side.',
  source: 'https://www.developersdigest.tech/errors/api/openrouter/402-in-flight-budget-exhausted',
  alternatives: ['credits-exhausted'],
  waiting: 'helps',
};

const outOfCredits: Omit<ErrorRule, 'when'> = {
  cause: 'credits-exhausted',
  source: 'https://github.com/open-assistant-org/open-assistant/issues/80',
};

const keyLimit: Omit<ErrorRule, 'when'> = {
  cause: 'spend-limit-reached',
  note: "The limit of this key: the account may well have credits. Raise the key's limit, or make another key.",
  source: 'https://github.com/gptme/gptme/issues/1449',
};

const dataPolicy: Omit<ErrorRule, 'when'> = {
  cause: 'permission-denied',
  note: "The account's privacy settings or a guardrail rule out every provider of this model; the model itself exists.",
  source: 'https://github.com/dnakov/anon-kode/issues/13',
};

const freeRequestsPerDay: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'The daily number of requests to free models is used up; it comes back the next day, or rises once credits have been bought.',
  source: 'https://github.com/Gitlawb/openclaude/issues/936',
  waiting: 'helps',
};

const sharedUpstream: Omit<ErrorRule, 'when'> = {
  cause: 'rate-limited',
  note: "The vendor behind OpenRouter limits OpenRouter's shared pool: it is not about this account.",
  source: 'https://github.com/open-webui/computer/issues/293',
};

const noCredentials: Omit<ErrorRule, 'when'> = {
  cause: 'credentials-missing',
  source: 'https://github.com/musistudio/claude-code-router/issues/227',
};

const provider: Provider = {
  title: 'OpenRouter',
  kind: 'vendor',
  hosts: ['openrouter.ai', 'eu.openrouter.ai', 'us.openrouter.ai'],
  // A management key looks the same and cannot run models.
  keys: [{ pattern: 'sk-or-v1-[0-9a-f]{64}', means: 'API key', sample: `sk-or-v1-${'0123456789abcdef'.repeat(4)}` }],
  keyEnvironment: ['OPENROUTER_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-generation-id', 'cf-ray'],
  ownHeaders: ['x-generation-id', 'x-openrouter-*'],
  ownWords: [
    'openrouter.ai/',
    'openrouter_credits',
    'openrouter_key_limit',
    'openrouter_in_flight_budget',
    'openrouter_guardrail_budget',
    'openrouter_workspace_budget',
    'openrouter_metadata',
    'upstream_provider_shared_pool',
    'or fewer max_tokens',
    'free-models-per-day',
    'free-models-per-min',
    'key limit exceeded (',
    'add your own key to accumulate your rate limits',
    'no endpoints found matching your data policy',
    'no cookie auth credentials found',
    'account never purchased credits',
  ],
  names: ['openrouter', 'open router'],
  links: {
    billing: 'https://openrouter.ai/settings/credits',
    usage: 'https://openrouter.ai/activity',
    keys: 'https://openrouter.ai/settings/keys',
    limits: LIMITS,
    errors: ERRORS,
    support: 'https://openrouter.ai/support',
    logs: 'https://openrouter.ai/logs',
  },
  statusPage: { page: 'https://status.openrouter.ai' },
  // The credits of the account (/api/v1/credits) are told to a management key only; this tells what the key itself may spend.
  balance: {
    url: 'https://openrouter.ai/api/v1/key',
    read: { remaining: 'data.limit_remaining', granted: 'data.limit', used: 'data.usage' },
    note: "the key's own limit; the account's credits are told to a management key only",
    unit: 'USD',
    source: LIMITS,
  },
  knownGood: {
    method: 'GET',
    url: 'https://openrouter.ai/api/v1/key',
    says: 'Tells the limits of the key. A wrong key gets 401; the list of models needs no key and proves nothing.',
    source: LIMITS,
  },
  rules: [
    { when: { code: ['openrouter_in_flight_budget', 'in_flight_budget_exhausted'] }, ...inFlight },
    {
      when: { code: 'weight_exceeds_budget' },
      cause: 'credits-exhausted',
      note: 'This one request may cost more than what is left: a smaller max_tokens can fit.',
      source: 'https://www.developersdigest.tech/errors/api/openrouter/402-weight-exceeds-budget',
      alternatives: ['spend-limit-reached'],
    },
    { when: { code: 'openrouter_key_limit' }, ...keyLimit, source: PAYMENT_REQUIRED },
    {
      when: { code: ['openrouter_guardrail_budget', 'openrouter_workspace_budget'] },
      cause: 'spend-limit-reached',
      note: 'A budget that the workspace or a guardrail sets; its administrator can raise it.',
      source: PAYMENT_REQUIRED,
    },
    { when: { code: 'openrouter_credits' }, ...outOfCredits },
    { when: { code: 'upstream_provider_shared_pool' }, ...sharedUpstream },
    { when: { message: 'key limit exceeded' }, ...keyLimit },
    {
      when: { message: 'budget limit exceeded' },
      cause: 'spend-limit-reached',
      source: 'https://www.developersdigest.tech/errors/api/openrouter/403-budget-limit-exceeded',
    },
    {
      when: {
        message:
          /\b(?:can\s+only\s+afford|requires\s+more\s+credits|prompt\s+tokens\s+limit\s+exceeded)\b[\s\S]{0,400}?\bsettings\/keys\b/i,
      },
      ...keyLimit,
      note: 'It speaks of credits, but the link to the keys says that the limit of this key is what is short; max_tokens counts in full.',
      source: 'https://github.com/anomalyco/opencode/issues/12219',
      alternatives: ['credits-exhausted'],
    },
    {
      when: { message: /\bcan\s+only\s+afford\b|\brequires\s+more\s+credits\b/i },
      ...outOfCredits,
      note: 'OpenRouter reserves the whole max_tokens beforehand: a smaller max_tokens can fit what is left.',
      source: 'https://github.com/Taewan-P/gpt_mobile/issues/284',
    },
    {
      when: { message: 'prompt tokens limit exceeded' },
      ...outOfCredits,
      source: 'https://github.com/anomalyco/opencode/issues/12219',
      alternatives: ['spend-limit-reached'],
    },
    {
      when: { message: 'never purchased credits' },
      ...outOfCredits,
      note: 'If credits have been bought, the key belongs to another account or organisation.',
      source: 'https://github.com/Gitlawb/openclaude/issues/43',
      alternatives: ['key-scope-mismatch'],
    },
    { when: { message: 'insufficient credits' }, ...outOfCredits, alternatives: ['spend-limit-reached'] },
    {
      when: { code: 'token_limit_exceeded' },
      cause: 'credits-exhausted',
      note: "A cap on tokens that OpenRouter derives from the credits, not the model's context window.",
      source: ERRORS,
      alternatives: ['spend-limit-reached', 'context-too-long'],
    },
    {
      when: { message: 'free-models-per-day' },
      ...freeRequestsPerDay,
    },
    {
      when: { message: 'free-models-per-min' },
      cause: 'rate-limited',
      source: LIMITS,
    },
    {
      when: { code: 'free_variant_ended' },
      cause: 'plan-required',
      note: 'The free variant of this model is gone: the paid one has the same name without ":free".',
      source: ERRORS,
      alternatives: ['not-found'],
    },

    { when: { code: 'privacy_restricted' }, ...dataPolicy, source: ERRORS },
    { when: { message: 'your data policy' }, ...dataPolicy },
    { when: { message: 'guardrail restrictions' }, ...dataPolicy, source: 'https://github.com/truefoundry/models/pull/826' },
    {
      when: { message: 'no allowed providers are available' },
      cause: 'permission-denied',
      note: "The account's own list of allowed or ignored providers leaves none for this model.",
      source: 'https://github.com/maximhq/bifrost/issues/4141',
    },
    { when: { code: 'region_restricted' }, cause: 'access-blocked', source: ERRORS },
    { when: { message: 'no auth credentials found' }, ...noCredentials },
    { when: { message: 'no cookie auth credentials found' }, ...noCredentials },
    {
      when: { status: 401, message: 'user not found' },
      cause: 'credentials-invalid',
      note: 'The key is not one of OpenRouter, or has been deleted.',
      source: 'https://github.com/apurvsinghgautam/robin/issues/103',
    },

    { when: { code: 'context_length_exceeded' }, cause: 'context-too-long', source: ERRORS },
    {
      when: { message: "endpoint's maximum context length is" },
      cause: 'context-too-long',
      source: 'https://github.com/OpenHands/OpenHands/issues/9937',
    },
    { when: { code: ['payload_too_large', 'image_too_large'] }, cause: 'payload-too-large', source: ERRORS },
    { when: { code: ['content_policy_violation', 'refusal'] }, cause: 'content-refused', source: ERRORS },
    {
      when: { message: 'request blocked:' },
      cause: 'content-refused',
      note: 'A guardrail of the account refused the input before any vendor saw it.',
      source: ERRORS,
    },
    {
      when: { message: 'no endpoints found that support' },
      cause: 'invalid-request',
      source: 'https://github.com/pydantic/pydantic-ai/issues/2896',
    },
    { when: { code: ['wrong_endpoint', 'constraint_filtered'] }, cause: 'invalid-request', source: ERRORS },
    {
      when: { code: ['model_not_found', 'model_deprecated', 'model_unavailable_upstream', 'no_endpoints'] },
      cause: 'not-found',
      source: ERRORS,
    },
    {
      when: { message: 'is not a valid model id' },
      cause: 'not-found',
      source: 'https://github.com/OpenRouterTeam/openrouter-examples/issues/74',
    },
    { when: { message: 'no endpoints found for' }, cause: 'not-found', source: 'https://github.com/maxnowack/anthropic-proxy/issues/4' },

    { when: { code: ['capacity_exhausted', 'temporarily_unavailable', 'provider_overloaded'] }, cause: 'overloaded', source: ERRORS },
    {
      when: { message: 'temporarily rate-limited upstream' },
      ...sharedUpstream,
      source: 'https://github.com/HacxGPT-Official/HacxGPT-CLI/issues/31',
    },
    { when: { code: '429', message: 'provider returned error' }, ...sharedUpstream },
    { when: { code: 'rate_limit_exceeded' }, cause: 'rate-limited', source: LIMITS },
    { when: { code: 'payment_required' }, ...outOfCredits, source: ERRORS, alternatives: ['spend-limit-reached'] },
    { when: { code: 'authentication' }, cause: 'credentials-invalid', source: ERRORS, alternatives: ['credentials-missing'] },
    { when: { code: 'permission_denied' }, cause: 'permission-denied', source: ERRORS, alternatives: ['content-refused'] },
    { when: { code: ['provider_unavailable', 'server', 'unmapped', 'timeout'] }, cause: 'upstream-failure', source: ERRORS },
    {
      when: {
        code: [
          'invalid_request',
          'invalid_prompt',
          'string_too_long',
          'max_tokens_exceeded',
          'unprocessable',
          'invalid_image',
          'image_too_small',
          'unsupported_image_format',
          'image_not_found',
          'image_download_failed',
        ],
      },
      cause: 'invalid-request',
      source: ERRORS,
    },
    { when: { code: 'not_found' }, cause: 'not-found', source: ERRORS },
    { when: { status: 402 }, ...outOfCredits, source: ERRORS, alternatives: ['spend-limit-reached'] },
    { when: { code: ['500', '502', '503', '504'], message: 'provider returned error' }, cause: 'upstream-failure', source: ERRORS },
  ],
};

export default provider;
