import type { Provider } from '../model/provider.ts';

const BILLING = 'https://clerk.com/docs/pr/2236/errors/billing';
const BACKEND = 'https://clerk.com/docs/guides/development/errors/backend-api';

export default {
  title: 'Clerk',
  kind: 'vendor',
  hosts: ['api.clerk.com', 'api.clerk.dev', '.clerk.accounts.dev', '.clerk.com'],
  keys: [],
  keyEnvironment: ['CLERK_SECRET_KEY', 'CLERK_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-clerk-trace-id', 'cf-ray'],
  ownHeaders: ['x-clerk-*'],
  ownWords: ['clerk.com/docs', 'dashboard.clerk.com', 'clerk_trace_id', 'clerkapiresponseerror', '@clerk/'],
  links: {
    billing: 'https://dashboard.clerk.com/last-active?path=billing',
    keys: 'https://dashboard.clerk.com/last-active?path=api-keys',
    errors: BACKEND,
    support: 'https://clerk.com/contact/support',
  },
  supportAsks: ['the clerk_trace_id'],
  statusPage: { page: 'https://status.clerk.com', api: { kind: 'incident-io', url: 'https://status.clerk.com/api/v2/summary.json' } },
  rules: [
    {
      when: { code: ['unsupported_subscription_plan_features', 'unsupported_subscription_plan_features_code'] },
      cause: 'plan-required',
      note: 'Development instances have these features for trying out; production needs the plan.',
      source: BILLING,
    },
    {
      when: { code: ['organization_membership_quota_exceeded', 'organization_membership_quota_exceeded_for_sso'] },
      cause: 'quota-exhausted',
      alternatives: ['plan-required', 'permission-denied'],
      note: 'The organisation has as many members and invitations as it may: its own limit can be raised up to what the plan allows. Waiting does not help.',
      source: BACKEND,
      waiting: 'futile',
    },
    {
      when: { code: ['too_many_requests', 'rate_limit_exceeded', 'signup_rate_limit_exceeded'] },
      cause: 'rate-limited',
      source: 'https://clerk.com/docs/guides/how-clerk-works/system-limits',
    },
    {
      when: { code: ['clerk_key_invalid', 'authentication_invalid'] },
      cause: 'credentials-invalid',
      alternatives: ['key-scope-mismatch'],
      note: 'A secret key belongs to one instance, of development (sk_test_) or of production (sk_live_).',
      source: BACKEND,
    },
  ],
} satisfies Provider;
