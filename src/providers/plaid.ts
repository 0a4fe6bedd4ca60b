import type { Provider } from '../model/provider.ts';

const INPUT = 'https://plaid.com/docs/errors/invalid-input/';
const ITEM = 'https://plaid.com/docs/errors/item/';
const RATE = 'https://plaid.com/docs/errors/rate-limit-exceeded/';
const INSTITUTION = 'https://plaid.com/docs/errors/institution/';

export default {
  title: 'Plaid',
  kind: 'vendor',
  hosts: ['production.plaid.com', 'sandbox.plaid.com', 'development.plaid.com'],
  keys: [],
  keyEnvironment: ['PLAID_CLIENT_ID', 'PLAID_SECRET'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'plaid.com/docs',
    'dashboard.plaid.com',
    'plaid.exceptions',
    'plaid-node',
    'plaiderror',
    'item_login_required',
    'institution_not_responding',
  ],
  names: ['plaid api'],
  links: {
    keys: 'https://dashboard.plaid.com/developers/keys',
    limits: 'https://plaid.com/docs/errors/rate-limit-exceeded/',
    errors: 'https://plaid.com/docs/errors/',
    support: 'https://dashboard.plaid.com/support',
    logs: 'https://dashboard.plaid.com/developers/logs',
  },
  supportAsks: ['the request_id of the answer', 'the item_id'],
  statusPage: { page: 'https://status.plaid.com', api: { kind: 'statuspage', url: 'https://status.plaid.com/api/v2/summary.json' } },
  rules: [
    {
      when: { code: 'ADDITION_LIMIT' },
      cause: 'quota-exhausted',
      note: 'A trial or limited production plan holds a fixed number of Items, and removing one does not free its place: ask for full production access.',
      source: RATE,
      waiting: 'futile',
    },
    {
      when: { code: 'INVALID_API_KEYS' },
      cause: 'credentials-invalid',
      note: 'client_id and secret do not go together: each environment has its own secret.',
      source: INPUT,
      alternatives: ['key-scope-mismatch'],
    },
    {
      when: { code: 'UNAUTHORIZED_ENVIRONMENT' },
      cause: 'permission-denied',
      note: 'The team has no access to this environment: ask for production access in the dashboard.',
      source: INPUT,
      alternatives: ['key-scope-mismatch'],
    },
    {
      when: { code: ['INVALID_ACCESS_TOKEN', 'INVALID_PUBLIC_TOKEN', 'INVALID_LINK_TOKEN'] },
      cause: 'credentials-invalid',
      note: 'A token works only in the environment where it was made.',
      source: INPUT,
      alternatives: ['key-scope-mismatch'],
    },
    {
      when: { code: ['UNAUTHORIZED_ROUTE_ACCESS', 'INVALID_PRODUCT'] },
      cause: 'permission-denied',
      note: 'The client is not enabled for this product: ask for it in the dashboard.',
      source: 'https://plaid.com/docs/errors/invalid-request/',
      alternatives: ['plan-required'],
    },
    {
      when: { code: ['ITEM_LOGIN_REQUIRED', 'INVALID_CREDENTIALS', 'INVALID_MFA', 'INVALID_UPDATED_USERNAME', 'ITEM_LOCKED'] },
      cause: 'credentials-invalid',
      note: "It is the end user's login at the bank that no longer works: send the user through Link in update mode.",
      source: ITEM,
    },
    {
      when: { code: ['INSTITUTION_DOWN', 'INSTITUTION_NOT_RESPONDING', 'INSTITUTION_NOT_AVAILABLE'] },
      cause: 'service-unavailable',
      note: 'The bank does not answer Plaid; the dashboard shows its health.',
      source: INSTITUTION,
    },
    { when: { code: 'PLANNED_MAINTENANCE' }, cause: 'service-unavailable', source: 'https://plaid.com/docs/errors/api/' },
    { when: { type: 'RATE_LIMIT_EXCEEDED' }, cause: 'rate-limited', source: RATE },
    { when: { code: ['RATE_LIMIT', 'RATE_LIMIT_EXCEEDED'] }, cause: 'rate-limited', source: RATE },
  ],
} satisfies Provider;
