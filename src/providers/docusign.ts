import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://developers.docusign.com/platform/resource-limits/';
const ERRORS = 'https://developers.docusign.com/docs/esign-rest-api/esign101/error-codes/';

export default {
  title: 'Docusign',
  kind: 'vendor',
  hosts: ['.docusign.net', '.docusign.com'],
  keys: [],
  keyEnvironment: ['DOCUSIGN_INTEGRATION_KEY', 'DOCUSIGN_ACCOUNT_ID'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-docusign-tracetoken'],
  ownHeaders: ['x-docusign-*', 'x-burstlimit-*'],
  ownWords: [
    'account_lacks_permissions',
    'envelope_allowance_exceeded',
    'docusign.net',
    'developers.docusign.com',
    'docusign_esign',
    'com.docusign.',
    'hourly_apiinvocation_limit_exceeded',
  ],
  names: ['docusign'],
  links: {
    keys: 'https://apps-d.docusign.com/admin/apps-and-keys',
    limits: LIMITS,
    errors: ERRORS,
    support: 'https://support.docusign.com',
  },
  supportAsks: ['the x-docusign-tracetoken'],
  rules: [
    {
      when: { code: 'ENVELOPE_ALLOWANCE_EXCEEDED' },
      cause: 'quota-exhausted',
      note: "The plan's envelopes for this period are used up.",
      source: ERRORS,
    },
    {
      when: {
        code: ['HOURLY_APIINVOCATION_LIMIT_EXCEEDED', 'BURST_APIINVOCATION_LIMIT_EXCEEDED', 'HOURLY_APIINVOCATION_ENVELOPE_LIMIT_EXCEEDED'],
      },
      cause: 'rate-limited',
      note: 'X-RateLimit-Reset says when the hour starts again.',
      source: LIMITS,
    },
    {
      when: { code: 'PARTNER_AUTHENTICATION_FAILED' },
      cause: 'credentials-invalid',
      note: 'The integration key is missing or unknown here: demo and production have separate ones.',
      source: ERRORS,
      alternatives: ['key-scope-mismatch'],
    },
    {
      when: { code: ['USER_AUTHENTICATION_FAILED', 'AUTHORIZATION_INVALID_TOKEN'] },
      cause: 'credentials-invalid',
      note: 'A token of the demo environment does not work in production.',
      source: ERRORS,
    },
    {
      when: { message: /\bconsent_required\b/i },
      cause: 'permission-denied',
      note: 'The user must consent to the app once, in a browser.',
      source: 'https://developers.docusign.com/platform/auth/consent/',
    },
    {
      when: { code: 'USER_DOES_NOT_BELONG_TO_SPECIFIED_ACCOUNT' },
      cause: 'key-scope-mismatch',
      note: "The account id in the path is not one of the token's user, or the base URL is of another account.",
      source: ERRORS,
    },
    {
      when: { code: 'ACCOUNT_LACKS_PERMISSIONS' },
      cause: 'permission-denied',
      note: 'The account lacks the feature.',
      source: ERRORS,
      alternatives: ['plan-required'],
    },
    { when: { code: 'USER_LACKS_PERMISSIONS' }, cause: 'permission-denied', source: ERRORS },
    { when: { code: 'ENVELOPE_DOES_NOT_EXIST' }, cause: 'not-found', source: ERRORS },
  ],
} satisfies Provider;
