import type { Provider } from '../model/provider.ts';

const EXCEPTIONS = 'https://developer.paypal.com/braintree/docs/reference/general/exceptions';
const DECLINES = 'https://developer.paypal.com/braintree/articles/control-panel/transactions/declines';
const GRAPHQL = 'https://developer.paypal.com/braintree/graphql/guides/making_api_calls/';

export default {
  title: 'Braintree',
  kind: 'vendor',
  hosts: ['.braintreegateway.com', '.braintree-api.com'],
  keys: [],
  keyEnvironment: ['BRAINTREE_MERCHANT_ID', 'BRAINTREE_PUBLIC_KEY', 'BRAINTREE_PRIVATE_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'braintreegateway.com',
    'braintree-api.com',
    'braintreepayments.com',
    'braintree.exceptions',
    'braintree\\exception',
    'braintree::',
    'com.braintreegateway',
  ],
  names: ['braintree'],
  links: { keys: 'https://www.braintreegateway.com/login', errors: EXCEPTIONS, support: 'https://developer.paypal.com/braintree/help' },
  statusPage: { page: 'https://status.braintreepayments.com' },
  rules: [
    {
      when: {
        message:
          /\b(?:do not honor|processor declined|gateway rejected|insufficient funds|cardholder.s activity limit exceeded|expired card|declined - call issuer|closed card|card not activated)\b/i,
      },
      cause: 'payment-declined',
      note: 'processorResponseCode says why: 2xxx is the issuer or processor, and a gateway rejection is a rule of the merchant.',
      source: DECLINES,
    },
    {
      when: { message: 'authentication credentials are invalid' },
      cause: 'credentials-invalid',
      note: 'Sandbox and production have separate keys and hosts.',
      source: GRAPHQL,
    },
    {
      when: { status: 401 },
      cause: 'credentials-invalid',
      note: 'Merchant id, public key and private key do not go together, or are of the other environment.',
      source: EXCEPTIONS,
    },
    { when: { status: 403 }, cause: 'permission-denied', note: "The key's user lacks the right for this action.", source: EXCEPTIONS },
    { when: { status: 426 }, cause: 'invalid-request', note: 'The client library is no longer supported: update it.', source: EXCEPTIONS },
  ],
} satisfies Provider;
