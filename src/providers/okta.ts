import type { Provider } from '../model/provider.ts';

const CODES = 'https://developer.okta.com/docs/reference/error-codes/';
const LICENCE =
  'https://support.okta.com/help/s/article/401-permissions-error-during-log-in-to-an-oidc-app-or-when-configuring-a-custom-authorization-server';

export default {
  title: 'Okta',
  kind: 'vendor',
  hosts: ['.okta.com', '.oktapreview.com', '.okta-emea.com'],
  keys: [],
  keyEnvironment: ['OKTA_API_TOKEN', 'OKTA_CLIENT_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-okta-request-id'],
  ownHeaders: ['x-okta-request-id'],
  ownWords: [
    'developer.okta.com',
    'support.okta.com',
    'com.okta.',
    'oktaapierror',
    'okta http 4',
    'e0000011',
    'e0000047',
    'e0000015',
    'e0000004',
    'e0000006',
  ],
  names: ['okta'],
  links: { errors: CODES, limits: 'https://developer.okta.com/docs/reference/rate-limits/', support: 'https://support.okta.com' },
  supportAsks: ['the x-okta-request-id of the response', 'the errorId'],
  statusPage: { page: 'https://status.okta.com' },
  rules: [
    {
      when: { code: 'E0000015' },
      cause: 'plan-required',
      alternatives: ['permission-denied'],
      note: 'The organisation lacks the feature: a custom authorisation server, for one, needs the paid API Access Management. The built-in server needs none.',
      source: LICENCE,
    },
    {
      when: { code: 'E0000047' },
      cause: 'rate-limited',
      note: 'X-Rate-Limit-Reset says when the window of this endpoint ends.',
      source: CODES,
    },
    {
      when: { code: 'E0000011' },
      cause: 'credentials-invalid',
      note: 'An API token goes behind the word SSWS, and ends after 30 days without use.',
      source: CODES,
    },
    { when: { code: 'E0000004' }, cause: 'credentials-invalid', source: CODES },
    { when: { code: 'E0000005' }, cause: 'credentials-invalid', note: 'The session is not valid any more.', source: CODES },
    {
      when: { code: 'E0000006' },
      cause: 'permission-denied',
      note: 'A token has the rights of the administrator who made it.',
      source: CODES,
    },
    { when: { code: 'E0000007' }, cause: 'not-found', source: CODES },
    { when: { code: 'E0000022' }, cause: 'method-not-allowed', source: CODES },
    { when: { code: ['E0000001', 'E0000002', 'E0000003'] }, cause: 'invalid-request', source: CODES },
  ],
} satisfies Provider;
