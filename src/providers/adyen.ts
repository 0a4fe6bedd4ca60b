import type { Provider } from '../model/provider.ts';

const CODES = 'https://docs.adyen.com/development-resources/error-codes/';

export default {
  title: 'Adyen',
  kind: 'vendor',
  hosts: ['.adyen.com', '.adyenpayments.com'],
  keys: [],
  keyEnvironment: ['ADYEN_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: ['pspreference'],
  ownHeaders: ['pspreference'],
  ownWords: ['docs.adyen.com', 'adyen.com/hc', 'com.adyen.', 'adyen.exceptions', 'http status response - unauthorized'],
  names: ['adyen'],
  links: { keys: 'https://ca-live.adyen.com', errors: CODES, support: 'https://help.adyen.com', logs: 'https://ca-live.adyen.com' },
  supportAsks: ['the pspReference'],
  statusPage: { page: 'https://status.adyen.com' },
  rules: [
    {
      when: { status: 403, code: '010' },
      cause: 'permission-denied',
      note: 'The API credential lacks the role for this endpoint, or the feature is not enabled for the account.',
      source: CODES,
    },
    {
      when: { code: '901' },
      cause: 'key-scope-mismatch',
      note: 'The merchant account is misspelt, or the credential has no access to it.',
      source: CODES,
    },
    {
      when: { message: 'invalid merchant account' },
      cause: 'key-scope-mismatch',
      note: 'The merchant account is misspelt, or the credential has no access to it.',
      source: CODES,
    },
    {
      when: { message: 'HTTP Status Response - Unauthorized' },
      cause: 'credentials-invalid',
      note: 'Test and live have separate keys and hosts, and live hosts carry a prefix of the company.',
      source: CODES,
    },
    {
      when: { message: /\binvalid card number\b|\bcvc is not the right length\b|\bexpiry (?:date|month|year) (?:is )?invalid\b/i },
      cause: 'payment-declined',
      note: "The payer's card details are wrong, or the card is not supported: let the payer enter them again.",
      source: CODES,
      alternatives: ['invalid-request'],
    },
    {
      when: { code: ['905', '905_1', '905_3'] },
      cause: 'permission-denied',
      note: 'This way to pay, or this currency, is not set up for the merchant account.',
      source: CODES,
      alternatives: ['invalid-request'],
    },
    { when: { code: '704' }, cause: 'conflict', note: 'The same request was processed already, or still is.', source: CODES },
  ],
} satisfies Provider;
