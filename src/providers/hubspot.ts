import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developers.hubspot.com/docs/api-reference/error-handling';
const LIMITS = 'https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines';

export default {
  title: 'HubSpot',
  kind: 'vendor',
  hosts: ['api.hubapi.com', 'api-eu1.hubapi.com', '.hubapi.com'],
  keys: [
    {
      pattern: 'pat-(?:na|eu|ap)[0-9]-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      means: 'HubSpot private app token',
      sample: 'pat-na1-00000000-0000-4000-8000-000000000001',
    },
  ],
  keyEnvironment: ['HUBSPOT_ACCESS_TOKEN', 'HUBSPOT_API_KEY', 'HUBSPOT_PRIVATE_APP_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-hubspot-correlation-id'],
  ownHeaders: ['x-hubspot-*'],
  ownWords: ['api.hubapi.com', 'developers.hubspot.com', 'app.hubspot.com', 'hubspot.crm', 'hubspot\\client'],
  names: ['hubspot'],
  links: { limits: LIMITS, errors: ERRORS, support: 'https://help.hubspot.com' },
  supportAsks: ['the correlationId of the answer'],
  statusPage: { page: 'https://status.hubspot.com', api: { kind: 'statuspage', url: 'https://status.hubspot.com/api/v2/summary.json' } },
  rules: [
    {
      when: { message: /\breached your daily limit\b/i },
      cause: 'quota-exhausted',
      note: "The account's calls for today are used up; the count starts again at midnight of the account's time zone.",
      source: LIMITS,
      waiting: 'helps',
    },
    { when: { message: /\b(?:ten_secondly_rolling|secondly) limit\b/i }, cause: 'rate-limited', source: LIMITS },
    {
      when: { code: ['RATE_LIMITS', 'RATE_LIMIT'] },
      cause: 'rate-limited',
      note: 'policyName says which limit; DAILY is the calls of the whole day.',
      source: LIMITS,
      alternatives: ['quota-exhausted'],
    },
    {
      when: { code: 'MISSING_SCOPES' },
      cause: 'permission-denied',
      note: 'Add the scope that the message names to the app. Some scopes are offered only in accounts on the plan that has the feature.',
      source: ERRORS,
      alternatives: ['plan-required'],
    },
    {
      when: { message: /\bhas not been granted all required scopes\b|\bdoes not have (?:the )?required scopes\b/i },
      cause: 'permission-denied',
      note: 'Add the scope that the message names to the app. Some scopes are offered only in accounts on the plan that has the feature.',
      source: ERRORS,
      alternatives: ['plan-required'],
    },
    { when: { code: ['EXPIRED_AUTHENTICATION', 'INVALID_AUTHENTICATION'] }, cause: 'credentials-invalid', source: ERRORS },
    {
      when: { status: 477 },
      cause: 'service-unavailable',
      note: 'The account is moving to another data centre: Retry-After says when to come back, within 24 hours.',
      source: ERRORS,
    },
    {
      when: { status: 423 },
      cause: 'rate-limited',
      note: 'A large sync locks the account: wait two seconds between requests.',
      source: ERRORS,
    },
    { when: { code: 'OBJECT_NOT_FOUND' }, cause: 'not-found', source: ERRORS },
    { when: { code: ['CONFLICT', 'OBJECT_ALREADY_EXISTS'] }, cause: 'conflict', source: ERRORS },
  ],
} satisfies Provider;
