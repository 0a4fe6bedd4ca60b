import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://developers.openai.com/api/docs/guides/error-codes';
const SPEND_LIMITS = 'https://help.openai.com/en/articles/6614457-troubleshooting-api-usage-and-spend-limits';

/** One answer for an empty balance, a reached limit and a missing card; it comes as code, as type or as wording alone. */
const insufficientQuota: Omit<ErrorRule, 'when'> = {
  cause: 'credits-exhausted',
  note: 'OpenAI sends this 429 for money, not for speed: retrying does not help. A ChatGPT subscription does not pay for the API.',
  source: 'https://github.com/Pythagora-io/gpt-pilot/issues/340',
  alternatives: ['spend-limit-reached', 'quota-exhausted', 'payment-method-required'],
};

const billingNotActive: Omit<ErrorRule, 'when'> = {
  cause: 'payment-method-required',
  note: 'The organisation has no active billing: no payment method, a charge that failed, or an ended plan.',
  source: 'https://github.com/lifan0127/ai-research-assistant/issues/174',
  alternatives: ['account-past-due', 'subscription-inactive'],
};

const planWindow: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'The allowance of a ChatGPT plan for Codex: it comes back at the time that the body names.',
  source: 'https://github.com/earendil-works/pi/issues/4172',
  waiting: 'helps',
};

const chatGptPlan: Omit<ErrorRule, 'when'> = {
  cause: 'plan-required',
  note: 'Codex runs here on a ChatGPT sign-in, and this plan does not include it.',
  source: 'https://github.com/openai/codex/issues/2330',
};

const otherOrganisation: Omit<ErrorRule, 'when'> = {
  cause: 'key-scope-mismatch',
  note: 'The OpenAI-Organization header field names another organisation than the one that owns the key.',
  source: 'https://github.com/Azure-Samples/ai-rag-chat-evaluator/issues/76',
};

const overloaded: Omit<ErrorRule, 'when'> = { cause: 'overloaded', source: 'https://github.com/openai/codex/issues/43337' };

const provider: Provider = {
  title: 'OpenAI',
  kind: 'vendor',
  hosts: ['api.openai.com', 'eu.api.openai.com', 'us.api.openai.com', 'chatgpt.com'],
  keys: [
    { pattern: 'sk-proj-[A-Za-z0-9_-]{20,}', means: 'project key', sample: 'sk-proj-EXAMPLEexample0123456789EXAMPLEexample' },
    { pattern: 'sk-svcacct-[A-Za-z0-9_-]{20,}', means: 'service account key', sample: 'sk-svcacct-EXAMPLEexample0123456789EXAMPLE' },
    {
      pattern: 'sk-admin-[A-Za-z0-9_-]{20,}',
      means: 'admin key',
      sample: 'sk-admin-EXAMPLEexample0123456789EXAMPLEexample',
      notFor: 'calls to models: it opens the organisation endpoints only',
    },
    {
      pattern: 'sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}',
      means: 'user key of the older kind',
      sample: 'sk-EXAMPLEexample000000T3BlbkFJEXAMPLEexample000000',
    },
  ],
  keyEnvironment: ['OPENAI_API_KEY', 'OPENAI_ADMIN_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id', 'x-oai-request-id'],
  ownHeaders: ['openai-organization', 'openai-project', 'openai-version', 'x-openai-proxy-wasm', 'x-oai-request-id', 'x-codex-*'],
  ownWords: [
    'billing_not_active',
    'billing_hard_limit_reached',
    'your account is not active, please check your billing details',
    'project `proj_',
    'unsupported_country_region_territory',
    'no such organization',
    'platform.openai.com',
    'help.openai.com',
    'developers.openai.com',
    'openai.com/chatgpt/pricing',
    'chatgpt.com/codex',
    'chatgpt.com/explore',
    'when using codex with a chatgpt account',
    'to use codex with your chatgpt plan',
    'openai account associated with this api key',
    'openai-organization header',
    'credit_balance_exhausted',
    'project_spend_limit_exceeded',
    'organization_spend_limit_exceeded',
    'organization_usage_limit_exceeded',
  ],
  names: ['openai', 'chatgpt'],
  links: {
    billing: 'https://platform.openai.com/settings/organization/billing/overview',
    usage: 'https://platform.openai.com/usage',
    keys: 'https://platform.openai.com/api-keys',
    limits: 'https://platform.openai.com/settings/organization/limits',
    errors: ERRORS,
    support: 'https://help.openai.com',
    logs: 'https://platform.openai.com/logs',
  },
  statusPage: { page: 'https://status.openai.com', api: { kind: 'statuspage', url: 'https://status.openai.com/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.openai.com/v1/models',
    says: 'Lists the models. A wrong key gets 401; a restricted key may get 403 for a missing scope and is valid all the same.',
    source: 'https://github.com/trufflesecurity/trufflehog/tree/main/pkg/detectors/openai',
  },
  rules: [
    {
      when: { code: 'credit_balance_exhausted' },
      cause: 'credits-exhausted',
      note: 'The type beside it may still say insufficient_quota; the code is the exact one.',
      source: ERRORS,
    },
    {
      when: { code: 'project_spend_limit_exceeded' },
      cause: 'spend-limit-reached',
      note: "It is the project's monthly limit: the organisation may have money. Raise it, or wait for the next month.",
      source: SPEND_LIMITS,
      waiting: 'helps',
    },
    {
      when: { code: 'organization_spend_limit_exceeded' },
      cause: 'spend-limit-reached',
      note: 'A monthly limit that the organisation set for itself: raise it, or wait for the next month.',
      source: SPEND_LIMITS,
      waiting: 'helps',
    },
    {
      when: { code: 'organization_usage_limit_exceeded' },
      cause: 'quota-exhausted',
      note: "OpenAI's own monthly ceiling for this organisation's usage tier: a higher tier raises it.",
      source: SPEND_LIMITS,
    },
    {
      when: { code: 'billing_hard_limit_reached' },
      cause: 'spend-limit-reached',
      source: 'https://github.com/dfinke/PowerShellAI/issues/127',
      alternatives: ['credits-exhausted'],
    },
    {
      when: { message: 'billing hard limit has been reached' },
      cause: 'spend-limit-reached',
      source: 'https://github.com/dfinke/PowerShellAI/issues/127',
      alternatives: ['credits-exhausted'],
    },
    { when: { code: 'billing_not_active' }, ...billingNotActive },
    { when: { message: 'account is not active, please check your billing details' }, ...billingNotActive },

    { when: { code: 'usage_limit_reached' }, ...planWindow },
    { when: { message: 'hit your usage limit' }, ...planWindow },
    { when: { message: 'the usage limit has been reached' }, ...planWindow, source: 'https://github.com/openai/codex/issues/3899' },
    { when: { code: 'usage_not_included' }, ...chatGptPlan },
    { when: { message: 'to use codex with your chatgpt plan' }, ...chatGptPlan },
    {
      when: { message: 'workspace is out of credits' },
      cause: 'credits-exhausted',
      source: 'https://github.com/openai/codex/issues/27598',
    },
    {
      when: { code: 'deactivated_workspace' },
      cause: 'account-disabled',
      note: 'The ChatGPT workspace that this sign-in belongs to is deactivated; sign in to another one.',
      source: 'https://github.com/openai/codex/issues/20168',
      alternatives: ['subscription-inactive'],
    },
    {
      when: { message: 'not supported when using codex with a chatgpt account' },
      cause: 'not-found',
      note: 'A ChatGPT sign-in reaches fewer models than an API key: some are retired there, some belong to a higher plan.',
      source: 'https://github.com/openai/codex/issues/26053',
      alternatives: ['plan-required'],
    },
    {
      when: { code: ['token_invalidated', 'refresh_token_reused', 'refresh_token_invalidated'] },
      cause: 'credentials-invalid',
      note: 'The ChatGPT sign-in has ended: log in again.',
      source: 'https://github.com/openai/codex/issues/6498',
    },
    {
      when: { message: 'authentication token has been invalidated' },
      cause: 'credentials-invalid',
      note: 'The ChatGPT sign-in has ended: log in again.',
      source: 'https://github.com/router-for-me/CLIProxyAPI/issues/3654',
    },

    {
      when: { code: 'account_deactivated' },
      cause: 'account-disabled',
      source: 'https://github.com/Zero6992/chatGPT-discord-bot/issues/442',
    },
    {
      when: { message: /\bdeactivated\s+account\b|\bopenai\s+account\b[\s\w]{1,40}?\bhas\s+been\s+deactivated\b/i },
      cause: 'account-disabled',
      source: 'https://github.com/nat/openplayground/issues/143',
    },
    {
      when: { message: "didn't provide an api key" },
      cause: 'credentials-missing',
      source: 'https://github.com/openai/openai-python/issues/1434',
    },
    { when: { code: 'invalid_api_key' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { message: 'incorrect api key provided' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { code: 'mismatched_organization' }, ...otherOrganisation },
    { when: { message: 'header should match organization for api key' }, ...otherOrganisation },
    { when: { message: 'no such organization' }, cause: 'key-scope-mismatch', source: 'https://github.com/Aider-AI/aider/issues/3717' },
    { when: { message: 'must be a member of an organization' }, cause: 'permission-denied', source: ERRORS },
    {
      when: { message: /\bip\s+(?:address\s+)?(?:is\s+)?not\s+authori[sz]ed\b/i },
      cause: 'access-blocked',
      note: "The address is not on the project's or the organisation's own allow-list.",
      source: ERRORS,
    },
    {
      when: { code: 'unsupported_country_region_territory' },
      cause: 'access-blocked',
      source: 'https://github.com/home-assistant/core/issues/120072',
    },
    {
      when: { message: 'missing scopes' },
      cause: 'key-scope-mismatch',
      note: 'The key is valid but restricted; in Codex it also means an API key where a ChatGPT sign-in is expected, or the reverse.',
      source: 'https://github.com/openclaw/openclaw/issues/47372',
      alternatives: ['permission-denied'],
    },
    {
      when: { message: 'organization must be verified' },
      cause: 'permission-denied',
      note: 'Verification of the organisation is an identity check in its settings, not a payment; it takes effect after some minutes.',
      source: 'https://github.com/danny-avila/LibreChat/issues/7323',
    },
    {
      when: { message: 'does not have access to model' },
      cause: 'permission-denied',
      source: 'https://github.com/cursor/cursor/issues/2953',
    },

    {
      when: { message: /\brequest\s+too\s+large\s+for\b[\s\S]{1,300}?\b(?:tokens\s+per\s+min|tpm\b)/i },
      cause: 'context-too-long',
      note: "Sent as a rate limit, but waiting is futile: this one request is larger than the organisation's tokens per minute.",
      source: 'https://github.com/Aider-AI/aider/issues/1880',
      waiting: 'futile',
    },
    {
      when: { code: 'context_length_exceeded' },
      cause: 'context-too-long',
      source: 'https://github.com/crewAIInc/crewAI-examples/issues/121',
    },
    {
      when: { message: "model's maximum context length is" },
      cause: 'context-too-long',
      source: 'https://github.com/crewAIInc/crewAI-examples/issues/121',
    },
    {
      when: { message: 'exceeds the context window of this model' },
      cause: 'context-too-long',
      source: 'https://github.com/earendil-works/pi/blob/main/packages/ai/src/utils/overflow.ts',
    },
    {
      when: { message: 'does not exist or you do not have access to it' },
      cause: 'not-found',
      note: 'OpenAI gives the same answer for a name that does not exist and for a model that this account may not use.',
      source: 'https://github.com/Aider-AI/aider/issues/2030',
      alternatives: ['permission-denied'],
    },
    { when: { message: 'has been deprecated' }, cause: 'not-found', source: 'https://github.com/langflow-ai/langflow/issues/1337' },
    {
      when: { code: 'model_not_found' },
      cause: 'not-found',
      source: 'https://github.com/Aider-AI/aider/issues/2030',
      alternatives: ['permission-denied'],
    },
    {
      when: { message: 'potentially violating our usage policy' },
      cause: 'content-refused',
      source: 'https://github.com/openai/codex/issues/38849',
    },
    {
      when: { code: ['content_policy_violation', 'moderation_blocked'] },
      cause: 'content-refused',
      source: 'https://github.com/GooeyAI/gooey-server/pull/1091',
    },
    {
      when: { message: 'rejected as a result of our safety system' },
      cause: 'content-refused',
      source: 'https://github.com/RanFeng/clipsketch-ai/issues/6',
    },

    { when: { code: 'server_is_overloaded' }, ...overloaded },
    { when: { message: 'selected model is at capacity' }, ...overloaded },
    {
      when: { message: 'currently overloaded with other requests' },
      ...overloaded,
      source: 'https://github.com/openai/openai-python/issues/414',
    },
    {
      when: { message: /\brate\s+limit\s+reached\s+for\b[\s\S]{1,300}?\b(?:requests|tokens)\s+per\s+day\b/i },
      cause: 'rate-limited',
      note: 'A limit per day that refills little by little: the message says how long until the next call.',
      source: 'https://github.com/feder-cr/invisible_playwright_mcp/issues/145',
      alternatives: ['quota-exhausted'],
    },
    {
      when: { code: 'slow_down' },
      cause: 'rate-limited',
      note: 'Lower the rate for a quarter of an hour, then raise it slowly.',
      source: ERRORS,
    },
    {
      when: { code: 'rate_limit_exceeded' },
      cause: 'rate-limited',
      source: 'https://help.openai.com/en/articles/5955604-troubleshooting-api-rate-limits-and-429-errors',
    },
    {
      when: { message: 'rate limit reached for' },
      cause: 'rate-limited',
      source: 'https://help.openai.com/en/articles/5955604-troubleshooting-api-rate-limits-and-429-errors',
    },
    { when: { code: 'insufficient_quota' }, ...insufficientQuota },
    { when: { message: 'you exceeded your current quota' }, ...insufficientQuota },

    { when: { type: 'service_unavailable_error' }, ...overloaded },
    { when: { type: 'server_error' }, cause: 'upstream-failure', source: 'https://github.com/openai/openai-node/issues/1730' },
    { when: { type: 'rate_limit_error' }, cause: 'rate-limited', source: ERRORS },
    { when: { code: 'unsupported_parameter' }, cause: 'invalid-request', source: 'https://github.com/spiceai/spiceai/issues/13336' },
    {
      when: { status: [400, 422], type: 'invalid_request_error' },
      cause: 'invalid-request',
      source: 'https://github.com/crewAIInc/crewAI-examples/issues/121',
    },
  ],
};

export default provider;
