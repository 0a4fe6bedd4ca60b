import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developers.freshdesk.com/api/#error';

export default {
  title: 'Freshdesk',
  kind: 'vendor',
  hosts: ['.freshdesk.com'],
  keys: [],
  keyEnvironment: ['FRESHDESK_API_KEY', 'FRESHDESK_DOMAIN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['x-freshdesk-api-version'],
  ownWords: ['developers.freshdesk.com', 'support.freshdesk.com'],
  names: ['freshdesk'],
  links: { errors: ERRORS, limits: 'https://developers.freshdesk.com/api/#ratelimit', support: 'https://support.freshdesk.com' },
  statusPage: { page: 'https://status.freshworks.com' },
  rules: [
    {
      when: { code: 'require_feature' },
      cause: 'plan-required',
      note: "The account's plan lacks the feature that the message names.",
      source: ERRORS,
    },
    {
      when: { message: /\bnot supported in your plan\b/i },
      cause: 'plan-required',
      note: "The account's plan lacks the feature that the message names.",
      source: ERRORS,
    },
    {
      when: { code: 'account_suspended' },
      cause: 'account-past-due',
      note: 'The account is suspended, mostly for a trial that ended or a bill that is open.',
      source: ERRORS,
      alternatives: ['subscription-inactive', 'account-disabled'],
    },
    {
      when: { code: 'invalid_credentials' },
      cause: 'credentials-invalid',
      note: 'The key goes as the user name of Basic authentication, with any password.',
      source: ERRORS,
    },
    { when: { code: 'access_denied' }, cause: 'permission-denied', source: ERRORS },
    { when: { message: /\bexceeded the limit of requests per (?:hour|minute)\b/i }, cause: 'rate-limited', source: ERRORS },
  ],
} satisfies Provider;
