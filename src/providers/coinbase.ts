import type { Provider } from '../model/provider.ts';

const APP = 'https://docs.cloud.coinbase.com/sign-in-with-coinbase/docs/status-codes';
const CDP = 'https://docs.cdp.coinbase.com/api-reference/v2/errors';

export default {
  title: 'Coinbase',
  kind: 'vendor',
  hosts: ['api.coinbase.com', 'api.exchange.coinbase.com', 'api.cdp.coinbase.com', 'api.developer.coinbase.com', 'api.prime.coinbase.com'],
  keys: [],
  keyEnvironment: ['COINBASE_API_KEY', 'CDP_API_KEY_ID', 'CDP_API_KEY_NAME'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['cb-before', 'cb-after'],
  ownWords: ['api.coinbase.com', 'exchange.coinbase.com', 'cdp.coinbase.com', 'docs.cloud.coinbase.com', 'cb-2fa-token', 'cb-access-'],
  names: ['coinbase'],
  links: { keys: 'https://portal.cdp.coinbase.com/projects/api-keys', errors: CDP, support: 'https://help.coinbase.com' },
  statusPage: { page: 'https://status.coinbase.com', api: { kind: 'statuspage', url: 'https://status.coinbase.com/api/v2/summary.json' } },
  supportAsks: ['the correlationId of the error body'],
  rules: [
    { when: { code: 'payment_method_required' }, cause: 'payment-method-required', source: CDP },
    {
      when: { code: 'faucet_limit_exceeded' },
      cause: 'quota-exhausted',
      note: 'The faucet gives each address and each project so much in 24 hours.',
      source: CDP,
      waiting: 'helps',
    },
    { when: { code: 'rate_limit_exceeded' }, cause: 'rate-limited', source: CDP },
    { when: { code: 'policy_violation' }, cause: 'permission-denied', note: "A policy of the project's own refuses this.", source: CDP },
    {
      when: { code: 'two_factor_required' },
      cause: 'credentials-missing',
      note: 'It is a 402 and not about money: the call is to be sent again with CB-2FA-TOKEN.',
      source: APP,
    },
    {
      when: { status: 402, message: 'two-step verification' },
      cause: 'credentials-missing',
      note: 'It is a 402 and not about money: the call is to be sent again with CB-2FA-TOKEN.',
      source: APP,
    },
    { when: { code: ['invalid_token', 'revoked_token', 'expired_token'] }, cause: 'credentials-invalid', source: APP },
    {
      when: { code: 'invalid_scope' },
      cause: 'permission-denied',
      note: 'The key or token lacks the scope that the call needs.',
      source: APP,
    },
    {
      when: { code: ['personal_details_required', 'identity_verification_required', 'unverified_email'] },
      cause: 'permission-denied',
      note: 'The user has to complete the verification at Coinbase first.',
      source: APP,
    },
    {
      when: { message: /insufficient (?:funds|balance in source account)/i },
      cause: 'credits-exhausted',
      note: 'The trading account or wallet holds too little for this. It is not about a bill of Coinbase.',
      source: 'https://docs.cdp.coinbase.com/exchange/docs/errors',
    },
  ],
} satisfies Provider;
