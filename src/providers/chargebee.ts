import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://apidocs.chargebee.com/docs/api/error-handling';

export default {
  title: 'Chargebee',
  kind: 'vendor',
  hosts: ['.chargebee.com'],
  keys: [],
  keyEnvironment: ['CHARGEBEE_API_KEY', 'CHARGEBEE_SITE'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    '.chargebee.com',
    'com.chargebee',
    'chargebee.api_error',
    'chargebee\\',
    'api_authentication_failed',
    'api_request_limit_exceeded',
  ],
  names: ['chargebee'],
  links: { errors: ERRORS, support: 'https://support.chargebee.com' },
  statusPage: {
    page: 'https://status.chargebee.com',
    api: { kind: 'statuspage', url: 'https://status.chargebee.com/api/v2/summary.json' },
  },
  rules: [
    {
      when: { code: ['payment_processing_failed', 'payment_method_verification_failed', 'payment_intent_invalid'] },
      cause: 'payment-declined',
      note: 'The gateway behind Chargebee refused the payment: the message repeats its reason.',
      source: ERRORS,
    },
    {
      when: { code: 'payment_method_not_present' },
      cause: 'payment-declined',
      note: "The customer in Chargebee has no payment method: it is the payer's, not the caller's.",
      source: ERRORS,
    },
    {
      when: { code: 'api_authentication_failed' },
      cause: 'credentials-invalid',
      note: 'A key belongs to one site, and a test site has keys of its own.',
      source: ERRORS,
    },
    {
      when: { code: 'api_authorization_failed' },
      cause: 'permission-denied',
      note: "The key's kind (read-only, publishable) does not allow this.",
      source: ERRORS,
    },
    { when: { code: 'api_request_limit_exceeded' }, cause: 'rate-limited', source: ERRORS },
    {
      when: { code: 'site_not_found' },
      cause: 'key-scope-mismatch',
      note: 'No site of this name: look at the host.',
      source: ERRORS,
      alternatives: ['not-found'],
    },
    { when: { code: 'duplicate_entry' }, cause: 'conflict', source: ERRORS },
    {
      when: { type: 'payment' },
      cause: 'payment-declined',
      note: 'The gateway behind Chargebee refused the payment: the message repeats its reason.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
