import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://resend.com/docs/api-reference/errors';
const LIMITS = 'https://resend.com/docs/api-reference/rate-limit';

export default {
  title: 'Resend',
  kind: 'vendor',
  hosts: ['api.resend.com'],
  keys: [{ pattern: 're_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}', means: 'Resend API key', sample: `re_Example0_${'Example0'.repeat(3)}` }],
  keyEnvironment: ['RESEND_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['x-resend-daily-quota', 'x-resend-monthly-quota'],
  ownWords: ['resend.com/docs', 'resend.com/domains', 'api.resend.com', 'resend.exceptions', 'resend.dev'],
  names: ['resend.com'],
  links: {
    billing: 'https://resend.com/settings/billing',
    usage: 'https://resend.com/settings/usage',
    keys: 'https://resend.com/api-keys',
    limits: LIMITS,
    errors: ERRORS,
    support: 'https://resend.com/contact',
    logs: 'https://resend.com/logs',
  },
  statusPage: { page: 'https://resend-status.com' },
  rules: [
    {
      when: { code: 'daily_quota_exceeded' },
      cause: 'quota-exhausted',
      note: 'The emails of the free plan for today are used up; the quota counts 24 hours.',
      source: ERRORS,
      waiting: 'helps',
    },
    {
      when: { code: 'monthly_quota_exceeded' },
      cause: 'quota-exhausted',
      note: 'The emails of the plan for this month are used up.',
      source: ERRORS,
      waiting: 'helps',
    },
    {
      when: { code: 'rate_limit_exceeded' },
      cause: 'rate-limited',
      note: 'The limit is of requests per second, for the whole team.',
      source: ERRORS,
    },
    { when: { code: 'missing_api_key' }, cause: 'credentials-missing', source: ERRORS },
    { when: { code: 'invalid_api_key' }, cause: 'credentials-invalid', source: ERRORS },
    {
      when: { code: 'restricted_api_key' },
      cause: 'permission-denied',
      note: 'The key may only send emails: make one with full access for anything else.',
      source: ERRORS,
    },
    {
      when: { message: 'can only send testing emails to your own' },
      cause: 'permission-denied',
      note: 'Verify a domain of your own and send from it; till then emails go to your own address only.',
      source: ERRORS,
    },
    {
      when: { message: /\bdomain is not verified\b/i },
      cause: 'permission-denied',
      note: 'Verify the domain of the From address first.',
      source: ERRORS,
    },
    { when: { code: 'concurrent_idempotent_requests' }, cause: 'conflict', source: ERRORS },
    {
      when: { code: 'invalid_idempotent_request' },
      cause: 'invalid-request',
      note: 'This idempotency key was used before with another body.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
