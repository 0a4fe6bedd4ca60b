import type { Provider } from '../model/provider.ts';

const RESTRICTIONS = 'https://supabase.com/docs/guides/platform/billing-faq#fair-use-policy';
const AUTH_CODES = 'https://supabase.com/docs/guides/auth/debugging/error-codes';
const HTTP_CODES = 'https://supabase.com/docs/guides/troubleshooting/http-status-codes';

export default {
  title: 'Supabase',
  kind: 'vendor',
  hosts: ['api.supabase.com', '.supabase.co'],
  keys: [
    { pattern: 'sbp_[a-z0-9]{40}', means: 'Supabase personal access token, for the management API', sample: `sbp_${'example0'.repeat(5)}` },
    { pattern: 'sb_secret_[A-Za-z0-9_-]{20,60}', means: 'Supabase secret key of a project', sample: `sb_secret_${'Example0'.repeat(4)}` },
    {
      pattern: 'sb_publishable_[A-Za-z0-9_-]{20,60}',
      means: 'Supabase publishable key of a project',
      sample: `sb_publishable_${'Example0'.repeat(4)}`,
    },
  ],
  keyEnvironment: ['SUPABASE_SERVICE_ROLE_KEY', 'SUPABASE_ANON_KEY', 'SUPABASE_KEY', 'SUPABASE_ACCESS_TOKEN'],
  keyHeader: 'apikey',
  requestIdHeaders: ['sb-request-id', 'cf-ray'],
  ownHeaders: ['sb-request-id', 'sb-project-ref', 'sb-gateway-version'],
  ownWords: [
    'supabase.com/dashboard',
    'supabase.com/docs',
    'service for this project is restricted due to the following violations',
    'exceed_egress_quota',
    'exceed_cached_egress_quota',
    'exceed_db_size_quota',
    'exceed_storage_size_quota',
    'remove spend caps to restore service',
    'your supabase `anon` or `service_role` api key',
    'authapierror',
  ],
  names: ['supabase'],
  links: {
    billing: 'https://supabase.com/dashboard/org/_/billing',
    usage: 'https://supabase.com/dashboard/org/_/usage',
    keys: 'https://supabase.com/dashboard/project/_/settings/api-keys',
    limits: 'https://supabase.com/docs/guides/platform/billing-on-supabase',
    errors: HTTP_CODES,
    support: 'https://supabase.com/dashboard/support/new',
    logs: 'https://supabase.com/dashboard/project/_/logs/edge-logs',
  },
  supportAsks: ['the project reference', 'the name of the organisation'],
  statusPage: { page: 'https://status.supabase.com', api: { kind: 'statuspage', url: 'https://status.supabase.com/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.supabase.com/v1/projects',
    says: 'Proves a personal access token (not the key of a project), and tells the state of each project.',
    source: 'https://supabase.com/docs/reference/api/v1-list-all-projects',
  },
  rules: [
    {
      when: { message: /\bexceed_\w+_quota\b/i },
      cause: 'quota-exhausted',
      note: 'Every service of the project is closed: the organisation used more than its plan includes. A larger plan (or no spend cap) opens it; the start of the next billing cycle does so as well, except where stored data is over the limit.',
      source: 'https://github.com/Arisofia/Nuvanx-System/issues/334',
    },
    {
      when: { message: /restricted due to the following violations: \w*overdue/i },
      cause: 'account-past-due',
      source: RESTRICTIONS,
    },
    {
      when: { message: /\ball services are restricted\b/i },
      cause: 'quota-exhausted',
      alternatives: ['account-past-due', 'spend-limit-reached'],
      source: RESTRICTIONS,
    },
    {
      when: { message: 'service for this project is restricted' },
      cause: 'quota-exhausted',
      alternatives: ['account-past-due', 'spend-limit-reached'],
      source: RESTRICTIONS,
    },
    {
      when: { status: 402 },
      cause: 'quota-exhausted',
      alternatives: ['account-past-due'],
      note: 'At Supabase, 402 says that the project is restricted for what the organisation used.',
      source: HTTP_CODES,
    },
    {
      when: { status: 540 },
      cause: 'service-unavailable',
      note: 'The project is paused: free projects pause when nobody uses them. Restore it in the dashboard.',
      source: HTTP_CODES,
      waiting: 'futile',
    },
    {
      when: { code: ['over_email_send_rate_limit', 'over_sms_send_rate_limit', 'over_request_rate_limit'] },
      cause: 'rate-limited',
      note: "Auth's own limits: those of e-mail are low until the project sends through its own SMTP server.",
      source: AUTH_CODES,
    },
    {
      when: {
        code: [
          'bad_jwt',
          'session_expired',
          'session_not_found',
          'refresh_token_not_found',
          'refresh_token_already_used',
          'invalid_credentials',
        ],
      },
      cause: 'credentials-invalid',
      source: AUTH_CODES,
    },
    { when: { code: 'no_authorization' }, cause: 'credentials-missing', source: AUTH_CODES },
    { when: { code: 'user_banned' }, cause: 'account-disabled', source: AUTH_CODES },
    {
      when: { message: 'no API key found in request' },
      cause: 'credentials-missing',
      note: 'Send the key in the apikey header field.',
      source: HTTP_CODES,
    },
    {
      when: { message: 'invalid API key', status: 401 },
      cause: 'credentials-invalid',
      alternatives: ['key-scope-mismatch'],
      note: 'A key belongs to one project: compare it with the project in the host name.',
      source: HTTP_CODES,
    },
    {
      when: { message: 'row-level security policy' },
      cause: 'permission-denied',
      note: 'A row-level security policy of the table does not let this role write the row.',
      source: HTTP_CODES,
    },
  ],
} satisfies Provider;
