import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developer.paypal.com/api/rest/responses/';
const UNPROCESSABLE = 'https://developer.paypal.com/api/errors/unprocessable-entity';
const FAILURES = 'https://developer.paypal.com/api/handle-payment-failures';

export default {
  title: 'PayPal',
  kind: 'vendor',
  hosts: ['api-m.paypal.com', 'api-m.sandbox.paypal.com', 'api.paypal.com', 'api.sandbox.paypal.com'],
  keys: [],
  keyEnvironment: ['PAYPAL_CLIENT_ID', 'PAYPAL_CLIENT_SECRET', 'PAYPAL_SECRET'],
  keyHeader: 'authorization',
  requestIdHeaders: ['paypal-debug-id'],
  ownHeaders: ['paypal-debug-id'],
  ownWords: [
    '"debug_id"',
    'payee_account_restricted',
    'instrument_declined',
    'developer.paypal.com',
    'paypal-techsupport.com',
    'paypalconnectionexception',
    'paypalhttp',
    'paypal-debug-id',
  ],
  names: ['paypal'],
  links: {
    keys: 'https://developer.paypal.com/dashboard/applications',
    limits: 'https://developer.paypal.com/api/rest/rate-limiting/',
    errors: ERRORS,
    support: 'https://www.paypal-techsupport.com',
    logs: 'https://developer.paypal.com/dashboard/logs',
  },
  supportAsks: ['the debug_id of the answer'],
  statusPage: { page: 'https://www.paypal-status.com' },
  rules: [
    {
      when: { code: 'INSTRUMENT_DECLINED' },
      cause: 'payment-declined',
      note: "The payer's bank or card refused: send the payer back to PayPal to choose another way to pay, and do not capture the same order again before.",
      source: FAILURES,
    },
    {
      when: { code: 'PAYER_ACTION_REQUIRED' },
      cause: 'payment-declined',
      note: 'The payer must act first, mostly 3-D Secure: send the payer to the link with rel payer-action, then capture.',
      source: FAILURES,
    },
    {
      when: {
        code: [
          'CARD_EXPIRED',
          'PAYER_CANNOT_PAY',
          'TRANSACTION_REFUSED',
          'CREDIT_CARD_REFUSED',
          'CARD_CLOSED',
          'REDIRECT_PAYER_FOR_ALTERNATE_FUNDING',
          'MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED',
          'PAYER_ACCOUNT_RESTRICTED',
          'PAYER_ACCOUNT_LOCKED_OR_CLOSED',
          'TRANSACTION_BLOCKED_BY_PAYEE',
          'PAYMENT_DENIED',
        ],
      },
      cause: 'payment-declined',
      source: UNPROCESSABLE,
    },
    {
      when: { code: 'ORDER_NOT_APPROVED' },
      cause: 'payment-declined',
      note: 'The payer has not approved the order yet: send the payer to the link with rel approve, then capture.',
      source: FAILURES,
      alternatives: ['invalid-request'],
    },
    {
      when: { code: ['PAYEE_ACCOUNT_RESTRICTED', 'PAYEE_ACCOUNT_LOCKED_OR_CLOSED'] },
      cause: 'account-disabled',
      note: "The merchant's PayPal account is restricted: its owner must ask PayPal. It is not about the payer.",
      source: UNPROCESSABLE,
    },
    {
      when: { code: ['PAYEE_ACCOUNT_NOT_VERIFIED', 'PAYEE_ACCOUNT_NOT_SUPPORTED'] },
      cause: 'permission-denied',
      note: "The merchant's account must be verified, or be of another kind, to take this payment.",
      source: UNPROCESSABLE,
    },
    {
      when: { code: 'INSUFFICIENT_FUNDS' },
      cause: 'credits-exhausted',
      note: 'For a payout or refund it is the PayPal balance of the account that sends the money.',
      source: 'https://developer.paypal.com/docs/payouts/standard/reference/error-messages/',
      alternatives: ['payment-declined'],
    },
    {
      when: { code: 'RATE_LIMIT_REACHED' },
      cause: 'rate-limited',
      note: 'PayPal does not publish its limits; reuse the access token until it expires, and use webhooks in place of polling.',
      source: 'https://developer.paypal.com/api/rest/rate-limiting/',
    },
    {
      when: { message: 'client authentication failed' },
      cause: 'credentials-invalid',
      note: 'Client id and secret do not go together, or are of the other environment: sandbox and live have separate ones and separate hosts.',
      source: 'https://developer.paypal.com/api/rest/authentication/',
    },
    {
      when: { message: /\binvalid_client\b/i },
      cause: 'credentials-invalid',
      note: 'Sandbox and live have separate client ids and separate hosts.',
      source: 'https://developer.paypal.com/api/rest/authentication/',
    },
    {
      when: { code: 'AUTHENTICATION_FAILURE' },
      cause: 'credentials-invalid',
      note: 'The access token is missing, malformed or expired: ask for a new one with the client id and secret.',
      source: ERRORS,
    },
    {
      when: { message: /\binvalid_token\b/i },
      cause: 'credentials-invalid',
      note: 'Access tokens expire after some hours: ask for a new one with the client id and secret.',
      source: ERRORS,
    },
    {
      when: { code: ['PERMISSION_DENIED', 'NOT_AUTHORIZED'] },
      cause: 'permission-denied',
      note: 'The app lacks the feature or scope, or acts for a merchant who has not granted it.',
      source: ERRORS,
    },
    {
      when: {
        code: [
          'ORDER_ALREADY_CAPTURED',
          'DUPLICATE_INVOICE_ID',
          'AUTHORIZATION_ALREADY_CAPTURED',
          'CAPTURE_FULLY_REFUNDED',
          'DUPLICATE_REQUEST_ID',
        ],
      },
      cause: 'conflict',
      source: UNPROCESSABLE,
    },
    {
      when: { code: ['INVALID_RESOURCE_ID', 'RESOURCE_NOT_FOUND'] },
      cause: 'not-found',
      note: 'The id may also be of the other environment, or of another merchant.',
      source: ERRORS,
      alternatives: ['key-scope-mismatch'],
    },
    {
      when: { code: ['CURRENCY_NOT_SUPPORTED', 'ITEM_TOTAL_MISMATCH', 'AMOUNT_MISMATCH', 'VALIDATION_ERROR', 'MALFORMED_REQUEST_JSON'] },
      cause: 'invalid-request',
      source: FAILURES,
    },
    { when: { code: ['INTERNAL_SERVER_ERROR', 'INTERNAL_SERVICE_ERROR'] }, cause: 'upstream-failure', source: ERRORS },
  ],
} satisfies Provider;
