import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developer.vonage.com/api-errors';
const SMS = 'https://developer.vonage.com/messaging/sms/guides/troubleshooting-sms';

export default {
  title: 'Vonage',
  kind: 'vendor',
  hosts: ['.nexmo.com', '.vonage.com'],
  keys: [],
  keyEnvironment: ['VONAGE_API_KEY', 'VONAGE_API_SECRET', 'NEXMO_API_KEY', 'NEXMO_API_SECRET'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'developer.vonage.com',
    'developer.nexmo.com',
    'dashboard.nexmo.com',
    'dashboard.vonage.com',
    'api.nexmo.com',
    '@vonage/',
    'vonage.errors',
    'com.vonage.',
    'partner quota exceeded',
  ],
  names: ['vonage', 'nexmo'],
  links: {
    billing: 'https://dashboard.nexmo.com/billing-and-payments',
    keys: 'https://dashboard.nexmo.com/settings',
    errors: ERRORS,
    support: 'https://api.support.vonage.com',
  },
  statusPage: {
    page: 'https://vonageapi.statuspage.io',
    api: { kind: 'statuspage', url: 'https://vonageapi.statuspage.io/api/v2/summary.json' },
  },
  rules: [
    {
      when: {
        type: [
          'https://developer.nexmo.com/api-errors#low-balance',
          'https://developer.vonage.com/api-errors#low-balance',
          'https://www.developer.vonage.com/api-errors#low-balance',
          'https://developer.nexmo.com/api-errors#out-of-credit',
          'https://developer.vonage.com/api-errors#out-of-credit',
        ],
      },
      cause: 'credits-exhausted',
      note: 'Top the account up in the dashboard, or turn on auto reload.',
      source: ERRORS,
    },
    {
      when: {
        message: /\blow balance\b|\bnot have enough credit\b|\bpartner quota (?:exceeded|violation)\b|\bquota exceeded ?- ?rejected\b/i,
      },
      cause: 'credits-exhausted',
      note: 'Top the account up in the dashboard, or turn on auto reload.',
      source: SMS,
    },
    {
      when: { message: /\bnon[- ]white ?-?listed destination\b/i },
      cause: 'plan-required',
      note: 'A trial account sends to test numbers only: add the number to them, or upgrade the account.',
      source: SMS,
    },
    { when: { message: /\bpartner account barred\b/i }, cause: 'account-disabled', source: SMS },
    {
      when: {
        type: [
          'https://developer.nexmo.com/api-errors#unauthorized',
          'https://developer.vonage.com/api-errors#unauthorized',
          'https://www.developer.vonage.com/api-errors#unauthorized',
        ],
      },
      cause: 'credentials-invalid',
      source: ERRORS,
    },
    { when: { message: /\bbad credentials\b/i }, cause: 'credentials-invalid', source: SMS },
    {
      when: { type: ['https://developer.nexmo.com/api-errors#forbidden', 'https://developer.vonage.com/api-errors#forbidden'] },
      cause: 'permission-denied',
      note: 'The account has not this feature enabled.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
