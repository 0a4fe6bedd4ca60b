import type { Provider } from '../model/provider.ts';

const CODES = 'https://www.checkout.com/docs/developer-resources/codes/error-codes';

export default {
  title: 'Checkout.com',
  kind: 'vendor',
  hosts: [
    'api.checkout.com',
    'api.sandbox.checkout.com',
    '.api.checkout.com',
    '.api.sandbox.checkout.com',
    'access.checkout.com',
    'access.sandbox.checkout.com',
  ],
  keys: [
    {
      pattern: 'sk_sbox_[a-z2-7]{26}[a-z2-7*#$=]',
      means: 'Checkout.com secret key, sandbox',
      sample: 'sk_sbox_examp2eexamp2eexamp2eexampl',
    },
  ],
  keyEnvironment: ['CHECKOUT_SECRET_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['cko-request-id'],
  ownHeaders: ['cko-*'],
  ownWords: ['api.checkout.com', 'sandbox.checkout.com', 'checkout.com/docs', 'com.checkout.', 'checkout_sdk'],
  names: ['checkout.com'],
  links: { keys: 'https://dashboard.checkout.com', errors: CODES, support: 'https://support.checkout.com' },
  statusPage: { page: 'https://status.checkout.com' },
  rules: [
    {
      when: { code: 'amount_exceeds_balance' },
      cause: 'credits-exhausted',
      note: 'The balance of the merchant at Checkout.com is too low for this refund or payout.',
      source: CODES,
    },
    {
      when: { code: ['card_authorization_failed', 'card_disabled', 'card_expired', 'card_number_invalid', 'cvv_invalid'] },
      cause: 'payment-declined',
      source: CODES,
    },
    {
      when: { code: ['business_settings_missing', 'processing_channel_id_invalid', 'payment_method_not_supported'] },
      cause: 'permission-denied',
      note: 'The account is not set up for this way to pay, currency or channel.',
      source: CODES,
      alternatives: ['invalid-request'],
    },
    {
      when: { code: ['token_invalid', 'token_expired', 'token_used'] },
      cause: 'invalid-request',
      note: 'A card token is good for one use, within 15 minutes.',
      source: CODES,
    },
    {
      when: { status: 401 },
      cause: 'credentials-invalid',
      note: 'Sandbox and production have separate keys and hosts; the answer has no body.',
      source: CODES,
      alternatives: ['key-scope-mismatch'],
    },
  ],
} satisfies Provider;
