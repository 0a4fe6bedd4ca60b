import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://platform.claude.com/docs/en/api/errors';

/** A window of a Claude subscription: five hours, a week, or the extra usage that was bought on top. */
const planWindow: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'The allowance of a Claude subscription for a window of hours or a week: it comes back by itself.',
  source: 'https://github.com/anthropics/claude-code/issues/9046',
  waiting: 'helps',
};

const monthlySpendLimit: Omit<ErrorRule, 'when'> = {
  cause: 'spend-limit-reached',
  note: 'A limit that the owner set: raise it, or wait for the first of the next month.',
  source: 'https://github.com/can1357/oh-my-pi/pull/5418',
  waiting: 'helps',
};

const provider: Provider = {
  title: 'Anthropic',
  kind: 'vendor',
  hosts: ['api.anthropic.com'],
  keys: [
    { pattern: 'sk-ant-api03-[A-Za-z0-9_-]{93}AA', means: 'API key', sample: `sk-ant-api03-${'EXAMPLE'.repeat(13)}00AA` },
    {
      pattern: 'sk-ant-admin01-[A-Za-z0-9_-]{93}AA',
      means: 'Admin API key',
      sample: `sk-ant-admin01-${'EXAMPLE'.repeat(13)}00AA`,
      notFor: 'calls to models: it opens the organisation endpoints only',
    },
    {
      pattern: 'sk-ant-oat01-[A-Za-z0-9_-]{20,}',
      means: 'OAuth token of a Claude subscription: sent as Bearer, not in x-api-key',
      sample: 'sk-ant-oat01-EXAMPLEexample0123456789EXAMPLEexample',
    },
  ],
  keyEnvironment: ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'CLAUDE_CODE_OAUTH_TOKEN'],
  keyHeader: 'x-api-key',
  requiredHeaders: ['anthropic-version'],
  requestIdHeaders: ['request-id'],
  ownHeaders: ['anthropic-*'],
  ownWords: [
    '"request_id":"req_011',
    '"type":"forbidden","message":"request not allowed"',
    'this request would exceed your account',
    'platform.claude.com',
    'docs.claude.com',
    'console.anthropic.com',
    'docs.anthropic.com',
    'support.anthropic.com',
    'anthropic.com/contact-sales',
    'support.claude.com',
    'claude.ai/settings',
    'to access the anthropic api',
    'invalid x-api-key',
    'x-api-key header is required',
    'only authorized for use with claude code',
    'specified api usage limits',
    'specified workspace api usage limits',
    'claude ai usage limit reached',
    'enforced_spend_limit_reached',
    'out of extra usage',
    'extra usage is required for long context',
  ],
  names: ['anthropic', 'claude.ai', 'claude code', 'claude api', 'claude /login', 'claude /usage'],
  links: {
    billing: 'https://platform.claude.com/settings/billing',
    usage: 'https://platform.claude.com/settings/usage',
    keys: 'https://platform.claude.com/settings/keys',
    limits: 'https://platform.claude.com/settings/limits',
    errors: ERRORS,
    support: 'https://support.anthropic.com',
    logs: 'https://console.anthropic.com/settings/logs',
  },
  statusPage: { page: 'https://status.claude.com', api: { kind: 'statuspage', url: 'https://status.claude.com/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.anthropic.com/v1/models',
    says: 'Lists the models; a wrong key gets 401. The anthropic-version header field has to be sent too.',
    source: 'https://github.com/trufflesecurity/trufflehog/tree/main/pkg/detectors/anthropic',
  },
  rules: [
    {
      when: { message: 'credit balance is too low' },
      cause: 'credits-exhausted',
      note: 'A 400 that is about money. With a subscription, see whether an ANTHROPIC_API_KEY in the environment is used in its place.',
      source: 'https://github.com/continuedev/continue/issues/5499',
    },
    {
      when: { code: 'enforced_spend_limit_reached' },
      ...monthlySpendLimit,
      source: 'https://www.developersdigest.tech/errors/api/anthropic-api/429-enforced-spend-limit-reached',
    },
    {
      when: { message: /\bspecified\s+(?:workspace\s+)?api\s+usage\s+limits\b/i },
      ...monthlySpendLimit,
      note: 'A limit that the owner set in the console, for the organisation or the workspace; the message says when access returns.',
      source: 'https://www.developersdigest.tech/errors/api/anthropic-api/400-spend-limit-reached',
    },
    { when: { message: 'monthly spend limit' }, ...monthlySpendLimit },
    {
      when: { message: "org's monthly usage limit" },
      ...monthlySpendLimit,
      note: "The organisation's limit for its members, not this member's plan: its administrator can raise it.",
      source: 'https://github.com/anthropics/claude-code/issues/54603',
    },
    {
      when: { message: 'extra usage is required for long context' },
      cause: 'plan-required',
      note: 'A 429 that no waiting resolves: long prompts are billed as extra usage, and that is switched off. A shorter prompt passes.',
      source: 'https://github.com/anthropics/claude-code/issues/50784',
      waiting: 'futile',
    },
    {
      when: { message: 'long context beta is not yet available for this subscription' },
      cause: 'plan-required',
      source: 'https://github.com/anthropics/claude-code/issues/23700',
    },
    {
      when: { message: 'third-party apps now draw from your extra usage' },
      cause: 'plan-required',
      note: "The plan's own allowance does not cover this client: it needs extra usage, which is bought separately.",
      source: 'https://github.com/anthropics/claude-code/issues/45048',
      alternatives: ['credits-exhausted'],
    },
    {
      when: { message: 'out of extra usage' },
      cause: 'credits-exhausted',
      note: 'Also seen while extra usage is left, when the subscription is used from another client or with certain words in the prompt.',
      source: 'https://github.com/anthropics/claude-code/issues/45033',
      alternatives: ['quota-exhausted', 'content-refused'],
    },
    {
      when: { message: "exceed your account's rate limit" },
      ...planWindow,
      note: "A subscription's window of usage; the words speak of a rate limit, but minutes do not refill it.",
      source: 'https://github.com/diegosouzapw/OmniRoute/pull/8628',
      alternatives: ['rate-limited'],
    },
    { when: { message: 'claude ai usage limit reached' }, ...planWindow },
    {
      when: { message: /\b(?:5-hour|session)\s+limit\s+reached\b/i },
      ...planWindow,
      source: 'https://github.com/anthropics/claude-code/issues/7157',
    },
    {
      when: { message: /\bhit\s+your\s+(?:(?:session|weekly|usage)\s+)?limit\b/i },
      ...planWindow,
      source: 'https://github.com/anthropics/claude-code/issues/77082',
    },

    {
      when: { message: 'organization has been disabled' },
      cause: 'account-disabled',
      note: 'With a subscription that works elsewhere, an old ANTHROPIC_API_KEY in the environment is often the one that is sent.',
      source: 'https://github.com/anthropics/claude-code/issues/19028',
    },
    {
      when: { message: 'x-api-key header is required' },
      cause: 'credentials-missing',
      source: 'https://github.com/n8n-io/n8n/issues/37930',
    },
    { when: { message: 'invalid x-api-key' }, cause: 'credentials-invalid', source: ERRORS },
    {
      when: { message: 'oauth token has expired' },
      cause: 'credentials-invalid',
      source: 'https://github.com/anthropics/claude-code/issues/12879',
    },
    {
      when: { message: 'only authorized for use with claude code' },
      cause: 'key-scope-mismatch',
      note: "A subscription's token was used outside Claude Code: other clients need an API key.",
      source: 'https://github.com/anthropics/claude-code/issues/8046',
    },
    {
      when: { message: 'oauth authentication is currently not allowed for this organization' },
      cause: 'permission-denied',
      note: 'Also the answer when the subscription behind the sign-in has ended.',
      source: 'https://github.com/anthropics/claude-code/issues/6752',
      alternatives: ['subscription-inactive'],
    },
    {
      when: { message: 'oauth authentication is currently not supported' },
      cause: 'key-scope-mismatch',
      source: 'https://github.com/anthropics/claude-code/issues/6131',
    },
    {
      when: { message: 'does not meet scope requirement' },
      cause: 'key-scope-mismatch',
      source: 'https://github.com/can1357/oh-my-pi/issues/38',
      alternatives: ['permission-denied'],
    },
    {
      when: { message: /^\s*request not allowed\s*$/i },
      cause: 'access-blocked',
      source: 'https://github.com/anthropics/claude-code/issues/1613',
    },
    { when: { type: 'forbidden' }, cause: 'access-blocked', source: 'https://github.com/anthropics/claude-code/issues/1613' },

    {
      when: { message: 'prompt is too long' },
      cause: 'context-too-long',
      source: 'https://github.com/anthropics/claude-code/issues/12186',
    },
    { when: { message: 'exceed context limit' }, cause: 'context-too-long', source: 'https://github.com/docker/docker-agent/issues/569' },
    {
      when: { message: 'output blocked by content filtering policy' },
      cause: 'content-refused',
      source: 'https://github.com/anthropics/claude-code/issues/58367',
    },
    {
      when: { message: 'exceeded your daily rate limit' },
      cause: 'rate-limited',
      source: 'https://github.com/SakanaAI/AI-Scientist/issues/115',
      alternatives: ['quota-exhausted'],
    },
    {
      when: { message: "exceed your organization's rate limit" },
      cause: 'rate-limited',
      source: 'https://github.com/continuedev/continue/issues/10624',
    },
    {
      when: { status: 402, message: 'usage limit' },
      cause: 'quota-exhausted',
      note: 'For a Claude subscription this 402 is a used-up window, not an empty account.',
      source: 'https://github.com/openclaw/openclaw/issues/30484',
      alternatives: ['payment-unspecified'],
      waiting: 'helps',
    },

    {
      when: { type: 'billing_error' },
      cause: 'payment-unspecified',
      source: ERRORS,
      alternatives: ['payment-method-required', 'credits-exhausted'],
    },
    { when: { type: 'authentication_error' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { type: 'permission_error' }, cause: 'permission-denied', source: ERRORS },
    { when: { type: 'not_found_error' }, cause: 'not-found', source: 'https://github.com/spring-projects/spring-ai/pull/2387' },
    { when: { type: 'conflict_error' }, cause: 'conflict', source: ERRORS },
    { when: { type: 'request_too_large' }, cause: 'payload-too-large', source: ERRORS },
    { when: { type: 'rate_limit_error' }, cause: 'rate-limited', source: ERRORS },
    { when: { type: 'overloaded_error' }, cause: 'overloaded', source: ERRORS },
    { when: { type: ['api_error', 'timeout_error'] }, cause: 'upstream-failure', source: ERRORS },
    { when: { type: 'invalid_request_error' }, cause: 'invalid-request', source: ERRORS },
  ],
};

export default provider;
