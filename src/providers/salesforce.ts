import type { Provider } from '../model/provider.ts';

const CODES = 'https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm';
const LIMITS =
  'https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm';

export default {
  title: 'Salesforce',
  kind: 'vendor',
  hosts: ['.salesforce.com', '.force.com', '.salesforce-setup.com'],
  keys: [],
  keyEnvironment: ['SF_ACCESS_TOKEN', 'SALESFORCE_ACCESS_TOKEN', 'SALESFORCE_CLIENT_ID', 'SALESFORCE_SECURITY_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['sforce-*', 'x-sfdc-*'],
  ownWords: [
    'api_currently_disabled',
    'my.salesforce.com',
    'developer.salesforce.com',
    'help.salesforce.com',
    'simple_salesforce',
    'jsforce',
    'api_disabled_for_org',
    'totalrequests limit exceeded',
  ],
  names: ['salesforce api', 'sfdc', 'jsforce'],
  links: { limits: LIMITS, errors: CODES, support: 'https://help.salesforce.com' },
  statusPage: { page: 'https://status.salesforce.com' },
  rules: [
    {
      when: { code: 'API_DISABLED_FOR_ORG' },
      cause: 'plan-required',
      note: 'The edition of the organisation comes without API access, or the user lacks the permission API Enabled.',
      source: CODES,
      alternatives: ['permission-denied'],
    },
    { when: { code: 'API_CURRENTLY_DISABLED' }, cause: 'permission-denied', source: CODES, alternatives: ['plan-required'] },
    { when: { code: 'TRIAL_EXPIRED' }, cause: 'subscription-inactive', source: CODES },
    {
      when: { message: /\bconcurrent(?:api|perorg\w*|request)\w*\b.{0,40}\blimit exceeded\b/i },
      cause: 'rate-limited',
      note: 'Too many long calls at once in the organisation.',
      source: LIMITS,
    },
    {
      when: { code: 'REQUEST_LIMIT_EXCEEDED' },
      cause: 'quota-exhausted',
      note: "The organisation's API calls of the last 24 hours are used up, by all of its programs together: buy more calls, or wait. The Sforce-Limit-Info header field counts them.",
      source: LIMITS,
      waiting: 'helps',
    },
    {
      when: { code: 'STORAGE_LIMIT_EXCEEDED' },
      cause: 'quota-exhausted',
      note: "The organisation's storage is full.",
      source: CODES,
      waiting: 'futile',
    },
    {
      when: { code: ['LICENSE_LIMIT_EXCEEDED', 'LICENSING_UNKNOWN_ERROR'] },
      cause: 'quota-exhausted',
      note: 'There is no free licence left in the organisation.',
      source: CODES,
      waiting: 'futile',
    },
    {
      when: { code: 'INVALID_SESSION_ID' },
      cause: 'credentials-invalid',
      note: 'The session has expired or was revoked, or it is of another instance: use the instance_url of the login.',
      source: CODES,
    },
    {
      when: { code: ['INVALID_LOGIN', 'INVALID_AUTH_HEADER', 'LOGIN_CHALLENGE_ISSUED', 'PASSWORD_LOCKOUT'] },
      cause: 'credentials-invalid',
      note: 'A sandbox logs in at test.salesforce.com; a password takes the security token behind it.',
      source: CODES,
    },
    { when: { message: /\binvalid_grant\b/i }, cause: 'credentials-invalid', source: CODES },
    { when: { code: ['ORG_LOCKED', 'ORG_SUSPENDED'] }, cause: 'account-disabled', source: CODES, alternatives: ['account-past-due'] },
    {
      when: {
        code: [
          'INACTIVE_OWNER_OR_USER',
          'INVALID_ACCESS_LEVEL',
          'INSUFFICIENT_ACCESS',
          'INSUFFICIENT_ACCESS_OR_READONLY',
          'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
          'FUNCTIONALITY_NOT_ENABLED',
          'INVALID_FIELD_FOR_INSERT_UPDATE',
        ],
      },
      cause: 'permission-denied',
      source: CODES,
    },
    {
      when: { code: ['LOGIN_DURING_RESTRICTED_DOMAIN', 'LOGIN_DURING_RESTRICTED_TIME', 'RESTRICTED_PROFILE'] },
      cause: 'access-blocked',
      note: 'The login comes from an address, or at a time, that the profile does not admit.',
      source: CODES,
    },
    { when: { code: ['UNABLE_TO_LOCK_ROW', 'DUPLICATE_VALUE', 'DUPLICATES_DETECTED'] }, cause: 'conflict', source: CODES },
    { when: { code: ['NOT_FOUND', 'INVALID_CROSS_REFERENCE_KEY', 'ENTITY_IS_DELETED'] }, cause: 'not-found', source: CODES },
    {
      when: {
        code: ['MALFORMED_QUERY', 'INVALID_FIELD', 'INVALID_TYPE', 'REQUIRED_FIELD_MISSING', 'JSON_PARSER_ERROR', 'STRING_TOO_LONG'],
      },
      cause: 'invalid-request',
      note: 'A field or object that the user may not see counts as not existing.',
      source: CODES,
    },
    { when: { code: 'SERVER_UNAVAILABLE' }, cause: 'service-unavailable', source: CODES },
  ],
} satisfies Provider;
