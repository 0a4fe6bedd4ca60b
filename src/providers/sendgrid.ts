import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses';

export default {
  title: 'Twilio SendGrid',
  kind: 'vendor',
  hosts: ['api.sendgrid.com', 'api.eu.sendgrid.com'],
  keys: [
    {
      pattern: 'SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}',
      means: 'SendGrid API key',
      sample: 'SG.Example0Example0Exampl.Example0Example0Example0Example0Example0Exa',
    },
  ],
  keyEnvironment: ['SENDGRID_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-message-id'],
  ownHeaders: [],
  ownWords: [
    'api.sendgrid.com',
    'app.sendgrid.com',
    'support.sendgrid.com',
    'sendgrid.api-docs.io',
    'twilio.com/docs/sendgrid',
    '@sendgrid/',
    'sendgridapiclient',
    'the provided authorization grant is invalid, expired, or revoked',
    'the from address does not match a verified sender identity',
    'authenticated user is not authorized to send mail',
  ],
  names: ['sendgrid'],
  links: {
    billing: 'https://app.sendgrid.com/account/billing',
    usage: 'https://app.sendgrid.com/account/details',
    keys: 'https://app.sendgrid.com/settings/api_keys',
    errors: ERRORS,
    support: 'https://support.sendgrid.com',
    logs: 'https://app.sendgrid.com/email_activity',
  },
  statusPage: { page: 'https://status.sendgrid.com', api: { kind: 'statuspage', url: 'https://status.sendgrid.com/api/v2/summary.json' } },
  balance: {
    url: 'https://api.sendgrid.com/v3/user/credits',
    read: { remaining: 'remain', granted: 'total', used: 'used', resetAt: 'next_reset' },
    unit: 'emails',
    note: "the plan's emails, not money",
    source: 'https://www.twilio.com/docs/sendgrid/api-reference/users-api/retrieve-your-credit-balance',
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.sendgrid.com/v3/scopes',
    says: 'The key is valid, and the answer lists what it may do.',
    source:
      'https://www.twilio.com/docs/sendgrid/api-reference/api-key-permissions/retrieve-a-list-of-scopes-for-which-this-user-has-access',
  },
  rules: [
    {
      when: { message: 'maximum credits exceeded' },
      cause: 'quota-exhausted',
      note: "The plan's emails are used up, for the day or the month, or a trial has ended. The 401 is not about the key.",
      source: 'https://github.com/sendgrid/sendgrid-nodejs/issues/1032',
      alternatives: ['credits-exhausted', 'subscription-inactive'],
      waiting: 'helps',
    },
    {
      when: { message: 'exceeded your messaging limits' },
      cause: 'quota-exhausted',
      source: 'https://github.com/sendgrid/sendgrid-nodejs/issues/1032',
      waiting: 'helps',
    },
    {
      when: { message: 'authenticated user is not authorized to send mail' },
      cause: 'account-disabled',
      note: 'SendGrid has stopped sending for this account: for a review or for an open bill.',
      source: 'https://github.com/sendgrid/sendgrid-nodejs/issues/1032',
      alternatives: ['account-past-due'],
    },
    {
      when: { message: 'does not match a verified sender identity' },
      cause: 'permission-denied',
      note: 'Verify the from address or its domain first.',
      source: ERRORS,
    },
    {
      when: { message: 'authorization grant is invalid, expired, or revoked' },
      cause: 'credentials-invalid',
      note: 'A key of the EU region works at api.eu.sendgrid.com only.',
      source: ERRORS,
    },
    {
      when: { message: 'access forbidden' },
      cause: 'permission-denied',
      note: 'The key lacks the scope for this endpoint, or the plan the feature.',
      source: ERRORS,
      alternatives: ['plan-required'],
    },
    { when: { status: 413 }, cause: 'payload-too-large', source: ERRORS },
  ],
} satisfies Provider;
