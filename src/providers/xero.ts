import type { Provider } from '../model/provider.ts';

const CODES = 'https://developer.xero.com/documentation/api/accounting/responsecodes';

export default {
  title: 'Xero',
  kind: 'vendor',
  hosts: ['api.xero.com', 'identity.xero.com'],
  keys: [],
  keyEnvironment: ['XERO_CLIENT_ID', 'XERO_CLIENT_SECRET'],
  keyHeader: 'authorization',
  requestIdHeaders: ['xero-correlation-id'],
  scopeHeaders: ['xero-tenant-id'],
  ownHeaders: ['xero-correlation-id', 'x-minlimit-remaining', 'x-daylimit-remaining', 'x-appminlimit-remaining'],
  ownWords: ['developer.xero.com', 'api.xero.com', 'xero_python', 'xeroapi.', 'xero-node', 'authenticationunsuccessful'],
  names: ['xero'],
  links: {
    keys: 'https://developer.xero.com/app/manage',
    limits: 'https://developer.xero.com/documentation/guides/oauth2/limits/',
    errors: CODES,
    support: 'https://developer.xero.com/contact-xero-developer-platform-support',
  },
  statusPage: { page: 'https://status.xero.com' },
  knownGood: {
    method: 'GET',
    url: 'https://api.xero.com/connections',
    says: 'The token is valid, and the answer lists the organisations that it may see.',
    source: 'https://developer.xero.com/documentation/guides/oauth2/auth-flow/',
  },
  rules: [
    {
      when: { message: /\btoken_?expired\b|\baccess token has expired\b/i },
      cause: 'credentials-invalid',
      note: 'Access tokens live for 30 minutes: use the refresh token.',
      source: CODES,
    },
    {
      when: { code: 'TokenExpired' },
      cause: 'credentials-invalid',
      note: 'Access tokens live for 30 minutes: use the refresh token.',
      source: CODES,
    },
    {
      when: { message: 'AuthenticationUnsuccessful' },
      cause: 'key-scope-mismatch',
      note: 'The organisation in Xero-Tenant-Id is not connected to this token, or the header is missing: GET /connections lists those that are.',
      source: CODES,
      alternatives: ['credentials-invalid'],
    },
    {
      when: { message: 'AuthorizationUnsuccessful' },
      cause: 'permission-denied',
      note: 'The token lacks the scope, or the user the role in the organisation.',
      source: CODES,
    },
    {
      when: { message: /\borganisation is (?:not active|offline)\b/i },
      cause: 'subscription-inactive',
      note: 'The Xero organisation is not active: its subscriber looks at the subscription.',
      source: CODES,
      alternatives: ['service-unavailable'],
    },
    {
      when: { message: /\binvalid_(?:grant|client)\b|\bunauthorized_client\b/i },
      cause: 'credentials-invalid',
      note: 'A refresh token is good for one use and 60 days.',
      source: 'https://developer.xero.com/documentation/guides/oauth2/troubleshooting/',
    },
  ],
} satisfies Provider;
