import type { Provider } from '../model/provider.ts';

const FLAGS = 'https://github.com/PostHog/posthog/pull/28564';
const API = 'https://posthog.com/docs/api';
const LIMITS = 'https://posthog.com/docs/billing/limits-alerts';

export default {
  title: 'PostHog',
  kind: 'vendor',
  hosts: ['us.posthog.com', 'eu.posthog.com', 'app.posthog.com', '.i.posthog.com', '.posthog.com'],
  keys: [
    { pattern: 'phx_[A-Za-z0-9]{40,60}', means: 'PostHog personal API key', sample: `phx_${'Example0'.repeat(5)}Abc` },
    {
      pattern: 'phc_[A-Za-z0-9]{40,60}',
      means: 'PostHog project key',
      sample: `phc_${'Example0'.repeat(5)}Abc`,
      notFor: 'A project key sends events; reading through the API needs a personal key.',
    },
  ],
  keyEnvironment: ['POSTHOG_API_KEY', 'POSTHOG_PERSONAL_API_KEY', 'POSTHOG_PROJECT_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['you have exceeded your feature flag request quota'],
  links: {
    billing: 'https://us.posthog.com/organization/billing',
    usage: 'https://us.posthog.com/organization/billing/usage',
    keys: 'https://us.posthog.com/settings/user-api-keys',
    limits: API,
    support: 'https://posthog.com/docs/support-options',
  },
  statusPage: { page: 'https://www.posthogstatus.com' },
  rules: [
    {
      when: { code: 'quota_limited' },
      cause: 'quota-exhausted',
      note: 'The free allowance of the product, or the billing limit that the organisation set for it, is reached until the billing period ends.',
      source: FLAGS,
      alternatives: ['spend-limit-reached'],
    },
    {
      when: { message: /\bfeature flag request quota\b/i },
      cause: 'quota-exhausted',
      alternatives: ['spend-limit-reached'],
      source: FLAGS,
    },
    {
      when: { code: 'payment_required' },
      cause: 'quota-exhausted',
      alternatives: ['plan-required', 'spend-limit-reached'],
      source: LIMITS,
    },
    { when: { code: 'throttled' }, cause: 'rate-limited', source: API },
    {
      when: { message: /\bproject api key (?:is )?(?:invalid|not valid|missing)\b|\bapi_key\b.{0,20}\binvalid\b/i },
      cause: 'credentials-invalid',
      source: API,
    },
  ],
} satisfies Provider;
