import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy';
const GLOBAL = 'https://github.com/auth0-extensions/auth0-reset-tenant/issues/31';
const TOKENS = 'https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens';

export default {
  title: 'Auth0',
  kind: 'vendor',
  hosts: ['.auth0.com'],
  keys: [],
  keyEnvironment: ['AUTH0_CLIENT_SECRET', 'AUTH0_API_TOKEN', 'AUTH0_MANAGEMENT_API_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-auth0-requestid', 'cf-ray'],
  ownHeaders: ['x-auth0-*'],
  ownWords: ['auth0error', 'auth0exception'],
  names: ['auth0'],
  links: {
    billing: 'https://manage.auth0.com/#/tenant/billing',
    keys: 'https://manage.auth0.com/#/apis',
    limits: LIMITS,
    errors: 'https://auth0.com/docs/api/management/v2',
    support: 'https://support.auth0.com',
    logs: 'https://manage.auth0.com/#/logs',
  },
  supportAsks: ['the tenant', 'the log id'],
  statusPage: { page: 'https://status.auth0.com' },
  rules: [
    {
      when: { message: 'global limit has been reached' },
      cause: 'rate-limited',
      note: "The tenant's limit, not one of this client: free and trial tenants have low ones. X-RateLimit-Reset says when it ends.",
      source: GLOBAL,
    },
    { when: { code: 'too_many_requests' }, cause: 'rate-limited', source: LIMITS },
    {
      when: { code: 'too_many_attempts' },
      cause: 'access-blocked',
      note: "Attack protection blocks this user after failed logins; it is not the API's limit.",
      source: 'https://auth0.com/docs/secure/attack-protection/brute-force-protection',
    },
    {
      when: { code: 'insufficient_scope' },
      cause: 'permission-denied',
      note: 'The message names the scope: grant it to the application under APIs, and get a new token.',
      source: TOKENS,
    },
    {
      when: { message: 'service not enabled within domain' },
      cause: 'key-scope-mismatch',
      note: "The audience is no API of this tenant: behind a custom domain, the audience keeps the tenant's own name.",
      source: TOKENS,
    },
    {
      when: { message: /\bexpired token received for json web token validation\b|\binvalid token\b/i, status: 401 },
      cause: 'credentials-invalid',
      note: 'Management tokens end after a day.',
      source: TOKENS,
    },
  ],
} satisfies Provider;
