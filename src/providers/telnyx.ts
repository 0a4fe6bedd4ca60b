import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developers.telnyx.com/development/api-fundamentals/api-errors';

export default {
  title: 'Telnyx',
  kind: 'vendor',
  hosts: ['api.telnyx.com'],
  keys: [],
  keyEnvironment: ['TELNYX_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['developers.telnyx.com', 'portal.telnyx.com', 'api.telnyx.com', 'telnyx.error'],
  names: ['telnyx'],
  links: {
    billing: 'https://portal.telnyx.com/#/app/billing',
    keys: 'https://portal.telnyx.com/#/app/api-keys',
    errors: ERRORS,
    support: 'https://support.telnyx.com',
  },
  statusPage: { page: 'https://status.telnyx.com', api: { kind: 'statuspage', url: 'https://status.telnyx.com/api/v2/summary.json' } },
  balance: {
    url: 'https://api.telnyx.com/v2/balance',
    read: { remaining: 'data.available_credit', unit: 'data.currency' },
    note: 'the balance with the credit limit added',
    source: 'https://developers.telnyx.com/docs/development/api-fundamentals/first-api-request',
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.telnyx.com/v2/balance',
    says: 'The key is valid, and the answer states the balance.',
    source: 'https://developers.telnyx.com/docs/development/api-fundamentals/first-api-request',
  },
  rules: [
    {
      when: { message: /\binsufficient (?:funds|balance|credit)\b|\bnot enough (?:funds|credit)\b/i },
      cause: 'credits-exhausted',
      note: 'Add funds to the account, or turn on auto recharge.',
      source: ERRORS,
    },
    {
      when: { code: 'D19' },
      cause: 'account-past-due',
      note: 'The account is blocked for billing: look at its balance and payment method.',
      source: 'https://developers.telnyx.com/docs/voice/sip-trunking/troubleshooting/response-codes',
      alternatives: ['credits-exhausted'],
    },
    {
      when: { code: '10009' },
      cause: 'credentials-invalid',
      note: 'The key is missing or wrong.',
      source: ERRORS,
      alternatives: ['credentials-missing'],
    },
    {
      when: { code: '10010' },
      cause: 'permission-denied',
      note: 'The key or account may not do this; some features want a verified account.',
      source: ERRORS,
    },
    { when: { code: '10011' }, cause: 'rate-limited', source: ERRORS },
    { when: { code: '10005' }, cause: 'not-found', source: ERRORS },
    { when: { code: '10012' }, cause: 'conflict', source: ERRORS },
  ],
} satisfies Provider;
