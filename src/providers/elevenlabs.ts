import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://elevenlabs.io/docs/eleven-api/resources/errors';
const HELP = 'https://help.elevenlabs.io/hc/en-us/articles/19572237925521';
const PERMISSIONS = 'https://elevenlabs.io/docs/api-reference/authentication';

/** Older answers name the error in `detail.status`, newer ones in `detail.code`; a used-up quota mostly comes with status 401. */
export default {
  title: 'ElevenLabs',
  kind: 'vendor',
  hosts: ['api.elevenlabs.io', 'api.us.elevenlabs.io', '.residency.elevenlabs.io'],
  keys: [{ pattern: 'sk_[a-f0-9]{48}', means: 'API key', sample: `sk_${'0123456789abcdef'.repeat(3)}` }],
  keyEnvironment: ['ELEVENLABS_API_KEY', 'XI_API_KEY', 'ELEVEN_API_KEY'],
  keyHeader: 'xi-api-key',
  requestIdHeaders: ['request-id', 'x-trace-id'],
  ownHeaders: ['current-concurrent-requests', 'maximum-concurrent-requests'],
  ownWords: [
    'elevenlabs.io/',
    'elevenlabs.api.error',
    'elevenlabs.core.api_error',
    'elevenlabserror',
    'xi-api-key',
    'eleven_multilingual_v',
    'eleven_turbo_v',
    'eleven_flash_v',
    'this request exceeds your quota',
    'free users cannot use library voices',
    'unusual activity detected. free tier usage disabled',
  ],
  names: ['elevenlabs', 'eleven labs'],
  links: {
    billing: 'https://elevenlabs.io/app/subscription',
    usage: 'https://elevenlabs.io/app/usage',
    keys: 'https://elevenlabs.io/app/settings/api-keys',
    limits: 'https://elevenlabs.io/docs/models#concurrency-and-priority',
    errors: ERRORS,
    support: 'https://help.elevenlabs.io',
  },
  prevention: [
    {
      says: 'Enable usage-based billing, or buy pay-as-you-go credits, so that calls go on when the plan runs out.',
      url: 'https://elevenlabs.io/app/subscription',
      causes: ['quota-exhausted'],
      source: HELP,
    },
  ],
  statusPage: {
    page: 'https://status.elevenlabs.io',
    api: { kind: 'incident-io', url: 'https://status.elevenlabs.io/api/v2/summary.json' },
  },
  balance: {
    url: '{origin}/v1/user/subscription',
    keyHeader: 'xi-api-key',
    read: {
      granted: 'character_limit',
      used: 'character_count',
      resetAt: 'next_character_count_reset_unix',
      plan: 'tier',
      state: 'status',
    },
    unit: 'credits',
    needs: 'a key with the permission user_read',
    source: 'https://elevenlabs.io/docs/api-reference/user/subscription/get',
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.elevenlabs.io/v1/user',
    says: 'Tells the account of the key; a key without the permission user_read gets 401 and may be fine otherwise.',
    source: 'https://elevenlabs.io/docs/api-reference/user/get',
  },
  rules: [
    {
      when: { code: 'payment_issue' },
      cause: 'account-past-due',
      note: 'A payment for the subscription failed: the latest invoice has to be paid.',
      source: ERRORS,
    },
    {
      when: { message: 'failed or incomplete payment' },
      cause: 'account-past-due',
      source: ERRORS,
    },
    {
      when: { message: /\bexceeds your api key\b.{0,120}\bquota\b/i },
      cause: 'spend-limit-reached',
      note: 'The credit limit of this one key: the account may have credits left. Raise the limit of the key.',
      source: 'https://github.com/elevenlabs/elevenlabs-docs/issues/1320',
    },
    {
      when: { code: 'quota_exceeded' },
      cause: 'quota-exhausted',
      note: "The plan's credits for this period do not cover the request. It comes with status 401 and is not about the key.",
      source: HELP,
    },
    {
      when: { message: 'this request exceeds your quota' },
      cause: 'quota-exhausted',
      source: 'https://github.com/home-assistant/core/issues/160414',
    },
    {
      when: { message: 'unusual activity detected' },
      cause: 'account-disabled',
      note: 'The free tier is switched off for this account or address: shared addresses and VPNs trigger it, a paid plan ends it.',
      source: 'https://github.com/elevenlabs/elevenlabs-python/issues/119',
      alternatives: ['access-blocked', 'plan-required'],
    },
    {
      when: { code: 'detected_unusual_activity' },
      cause: 'account-disabled',
      note: 'The free tier is switched off for this account or address: shared addresses and VPNs trigger it, a paid plan ends it.',
      source: 'https://github.com/n8n-io/n8n/issues/17252',
      alternatives: ['access-blocked', 'plan-required'],
    },
    {
      when: { code: ['paid_plan_required', 'can_not_use_instant_voice_cloning'] },
      cause: 'plan-required',
      source: ERRORS,
    },
    { when: { message: 'free users cannot use' }, cause: 'plan-required', source: ERRORS },
    {
      when: { message: 'only_for_creator' },
      cause: 'plan-required',
      note: 'Professional voices need the Creator plan or a higher one.',
      source: ERRORS,
    },
    {
      when: { code: 'voice_limit_reached' },
      cause: 'plan-required',
      note: 'The plan has no room for another custom voice: delete one, or move to a larger plan.',
      source: HELP,
      alternatives: ['quota-exhausted'],
    },
    {
      when: { code: 'missing_permissions' },
      cause: 'permission-denied',
      note: 'The key is valid and lacks the permission that the message names: edit the key.',
      source: PERMISSIONS,
    },
    { when: { code: 'needs_authorization' }, cause: 'credentials-missing', source: PERMISSIONS },
    { when: { code: 'invalid_api_key' }, cause: 'credentials-invalid', source: HELP },
    { when: { code: ['max_character_limit_exceeded', 'text_too_long'] }, cause: 'context-too-long', source: HELP },
    { when: { code: ['voice_not_found', 'model_not_found'] }, cause: 'not-found', source: HELP },
    {
      when: { code: ['too_many_concurrent_requests', 'concurrent_limit_exceeded'] },
      cause: 'rate-limited',
      note: "More calls at once than the plan allows: queue them, it is not about the plan's credits.",
      source: ERRORS,
    },
    { when: { code: 'system_busy' }, cause: 'overloaded', source: ERRORS },
  ],
} satisfies Provider;
