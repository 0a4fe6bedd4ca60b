import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://help.lob.com/developer-documentation/error-reference';

export default {
  title: 'Lob',
  kind: 'vendor',
  hosts: ['api.lob.com'],
  keys: [],
  keyEnvironment: ['LOB_API_KEY', 'LOB_LIVE_API_KEY', 'LOB_TEST_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['api.lob.com', 'dashboard.lob.com', 'help.lob.com', 'docs.lob.com', '@lob/lob-typescript-sdk', 'payment_method_unverified'],
  links: {
    billing: 'https://dashboard.lob.com/settings/billing',
    keys: 'https://dashboard.lob.com/settings/api-keys',
    errors: ERRORS,
    support: 'https://help.lob.com',
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.lob.com/v1/addresses?limit=1',
    says: 'The key is valid for its mode.',
    source: 'https://docs.lob.com/#tag/Addresses',
  },
  rules: [
    {
      when: { code: ['payment_method_unverified', 'billing_address_required'] },
      cause: 'payment-method-required',
      note: 'Live requests need a verified payment method and a billing address.',
      source: ERRORS,
    },
    {
      when: { code: 'feature_limit_reached' },
      cause: 'plan-required',
      note: "The limit of the account's plan is reached: upgrade it to add more.",
      source: ERRORS,
      alternatives: ['quota-exhausted'],
    },
    {
      when: { code: 'publishable_key_not_allowed' },
      cause: 'key-scope-mismatch',
      note: 'A publishable key was sent where a secret key is needed.',
      source: ERRORS,
    },
    {
      when: { code: 'email_required' },
      cause: 'permission-denied',
      note: 'The account must have a verified address of mail before live requests.',
      source: ERRORS,
    },
    {
      when: { code: 'invalid_api_key' },
      cause: 'credentials-invalid',
      note: 'The key goes as the user name of Basic authentication; test and live have keys of their own.',
      source: ERRORS,
    },
    { when: { code: 'rate_limit_exceeded' }, cause: 'rate-limited', source: ERRORS },
    { when: { code: 'unrecognized_endpoint' }, cause: 'not-found', source: ERRORS },
  ],
} satisfies Provider;
