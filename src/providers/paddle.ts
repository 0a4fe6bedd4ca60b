import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developer.paddle.com/errors/overview';

export default {
  title: 'Paddle',
  kind: 'vendor',
  hosts: ['api.paddle.com', 'sandbox-api.paddle.com', 'vendors.paddle.com', 'sandbox-vendors.paddle.com'],
  keys: [
    {
      pattern: 'pdl_(?:live|sdbx)_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}',
      means: 'Paddle API key',
      sample: 'pdl_sdbx_apikey_example0example0example0ex_Example0Example0Exampl_Exa',
    },
  ],
  keyEnvironment: ['PADDLE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['developer.paddle.com', 'vendors.paddle.com', 'paddlehq', 'paddle-billing'],
  names: ['paddle.com', 'paddle billing'],
  links: { keys: 'https://vendors.paddle.com/authentication-v2', errors: ERRORS, support: 'https://www.paddle.com/support' },
  statusPage: { page: 'https://paddlestatus.com', api: { kind: 'incident-io', url: 'https://paddlestatus.com/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.paddle.com/event-types',
    says: 'The key is valid for the live environment.',
    source: 'https://developer.paddle.com/api-reference/events/list-event-types',
  },
  rules: [
    { when: { code: 'subscription_payment_declined' }, cause: 'payment-declined', source: ERRORS },
    { when: { code: 'authentication_missing' }, cause: 'credentials-missing', source: ERRORS },
    {
      when: { code: ['authentication_malformed', 'invalid_token'] },
      cause: 'credentials-invalid',
      note: 'Sandbox and live have separate keys and hosts: pdl_sdbx_ keys work at sandbox-api.paddle.com only.',
      source: ERRORS,
    },
    {
      when: { code: 'paddle_billing_not_enabled' },
      cause: 'permission-denied',
      note: 'The account is for Paddle Classic: turn Paddle Billing on in the dashboard.',
      source: ERRORS,
    },
    {
      when: {
        code: [
          'subscription_locked_renewal',
          'subscription_locked_pending_changes',
          'subscription_locked_processing',
          'concurrent_modification',
        ],
      },
      cause: 'conflict',
      source: ERRORS,
    },
    { when: { code: 'too_many_requests' }, cause: 'rate-limited', source: ERRORS },
  ],
} satisfies Provider;
