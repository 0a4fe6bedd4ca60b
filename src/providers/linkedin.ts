import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://learn.microsoft.com/linkedin/shared/api-guide/concepts/error-handling';
const LIMITS = 'https://learn.microsoft.com/linkedin/shared/api-guide/concepts/rate-limits';

export default {
  title: 'LinkedIn',
  kind: 'vendor',
  hosts: ['api.linkedin.com'],
  keys: [],
  keyEnvironment: ['LINKEDIN_ACCESS_TOKEN', 'LINKEDIN_CLIENT_ID', 'LINKEDIN_CLIENT_SECRET'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-li-uuid'],
  ownHeaders: ['x-li-*', 'x-restli-*'],
  ownWords: ['api.linkedin.com', 'linkedin.com/developers', 'serviceerrorcode', 'resource level throttle'],
  names: ['linkedin api'],
  links: { keys: 'https://www.linkedin.com/developers/apps', limits: LIMITS, errors: ERRORS, support: 'https://linkedin.zendesk.com' },
  supportAsks: ['the x-li-uuid'],
  rules: [
    {
      when: { message: /\bday limit for calls to this resource is reached\b/i },
      cause: 'quota-exhausted',
      note: "The day's calls of the application or of the member are used up; the count starts again at midnight UTC.",
      source: LIMITS,
      waiting: 'helps',
    },
    {
      when: { message: /\bthrottle limit for calls to this resource is reached\b/i },
      cause: 'quota-exhausted',
      note: 'LinkedIn counts by day, and starts again at midnight UTC.',
      source: LIMITS,
      alternatives: ['rate-limited'],
      waiting: 'helps',
    },
    {
      when: { message: 'not enough permissions to access' },
      cause: 'permission-denied',
      note: 'The token lacks the scope, or the app the product: ask for it on the tab Products of the app.',
      source: ERRORS,
    },
    {
      when: { code: ['EXPIRED_ACCESS_TOKEN', 'REVOKED_ACCESS_TOKEN', 'INVALID_ACCESS_TOKEN'] },
      cause: 'credentials-invalid',
      note: 'Access tokens live for 60 days.',
      source: ERRORS,
    },
    { when: { code: 'EMPTY_ACCESS_TOKEN' }, cause: 'credentials-missing', source: ERRORS },
    { when: { message: 'no virtual resource found' }, cause: 'not-found', source: ERRORS },
    { when: { code: 'DUPLICATE_POST' }, cause: 'conflict', source: ERRORS },
    {
      when: { code: ['NONEXISTENT_VERSION', 'VERSION_MISSING'] },
      cause: 'invalid-request',
      note: 'The LinkedIn-Version header field is missing, or names a version that is retired.',
      source: 'https://learn.microsoft.com/linkedin/marketing/versioning',
    },
  ],
} satisfies Provider;
