import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://airtable.com/developers/web/api/errors';
const CALLS = 'https://support.airtable.com/docs/managing-api-call-limits-in-airtable';

export default {
  title: 'Airtable',
  kind: 'vendor',
  hosts: ['api.airtable.com', 'content.airtable.com'],
  keys: [
    {
      pattern: 'pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}',
      means: 'Airtable personal access token',
      sample: 'patExample0Exampl.0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a',
    },
  ],
  keyEnvironment: ['AIRTABLE_API_KEY', 'AIRTABLE_TOKEN', 'AIRTABLE_ACCESS_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['x-airtable-*'],
  ownWords: [
    'api.airtable.com',
    'airtable.com/developers',
    'support.airtable.com',
    'pyairtable',
    'airtable.error',
    'public_api_billing_limit_exceeded',
    'invalid_permissions_or_model_not_found',
  ],
  names: ['airtable'],
  links: {
    billing: 'https://airtable.com/account',
    keys: 'https://airtable.com/create/tokens',
    limits: CALLS,
    errors: ERRORS,
    support: 'https://support.airtable.com',
  },
  statusPage: { page: 'https://status.airtable.com', api: { kind: 'statuspage', url: 'https://status.airtable.com/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.airtable.com/v0/meta/whoami',
    says: 'The token is valid, and the answer lists its scopes.',
    source: 'https://airtable.com/developers/web/api/get-user-id-scopes',
  },
  rules: [
    {
      when: { type: 'PUBLIC_API_BILLING_LIMIT_EXCEEDED' },
      cause: 'quota-exhausted',
      note: "The workspace's API calls for this month are used up: upgrade it, or wait for the first of the month. A pause of 30 seconds does not help.",
      source: CALLS,
      waiting: 'helps',
    },
    {
      when: { message: /\bpublic_api_billing_limit_exceeded\b|\bapi billing plan limit exceeded\b/i },
      cause: 'quota-exhausted',
      note: "The workspace's API calls for this month are used up: upgrade it, or wait for the first of the month. A pause of 30 seconds does not help.",
      source: CALLS,
      waiting: 'helps',
    },
    {
      when: { message: /\brate_limit_reached\b/i },
      cause: 'rate-limited',
      note: 'Five requests a second for each base; after a 429 the base refuses for 30 seconds.',
      source: ERRORS,
    },
    {
      when: { message: /\binvalid_permissions_or_model_not_found\b/i },
      cause: 'permission-denied',
      note: 'The token or its user lacks access to the base, or the base or table does not exist.',
      source: ERRORS,
      alternatives: ['not-found'],
    },
    {
      when: { type: 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND' },
      cause: 'permission-denied',
      note: 'The token or its user lacks access to the base, or the base or table does not exist.',
      source: ERRORS,
      alternatives: ['not-found'],
    },
    { when: { type: 'INVALID_PERMISSIONS' }, cause: 'permission-denied', source: ERRORS },
    { when: { type: 'AUTHENTICATION_REQUIRED' }, cause: 'credentials-missing', source: ERRORS },
    { when: { type: ['VIEW_NAME_NOT_FOUND', 'TABLE_NOT_FOUND', 'MODEL_ID_NOT_FOUND'] }, cause: 'not-found', source: ERRORS },
  ],
} satisfies Provider;
