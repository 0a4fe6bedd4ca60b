import type { Provider } from '../model/provider.ts';

const DOCS = 'https://woocommerce.github.io/woocommerce-rest-api-docs/#errors';

export default {
  title: 'WooCommerce',
  kind: 'vendor',
  hosts: [],
  keys: [
    { pattern: 'ck_[a-f0-9]{40}', means: 'WooCommerce consumer key', sample: 'ck_0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a' },
    { pattern: 'cs_[a-f0-9]{40}', means: 'WooCommerce consumer secret', sample: 'cs_0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a' },
  ],
  keyEnvironment: ['WOOCOMMERCE_CONSUMER_KEY', 'WOOCOMMERCE_CONSUMER_SECRET'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['woocommerce_rest_', 'woocommerce.github.io', '/wp-json/wc/', 'woocommerce_'],
  names: ['woocommerce'],
  links: { errors: DOCS, support: 'https://woocommerce.com/my-account/contact-support/' },
  rules: [
    {
      when: { code: 'woocommerce_rest_authentication_error' },
      cause: 'credentials-invalid',
      note: 'The consumer key or secret is wrong, or the signature does not fit: over HTTPS send them as Basic authentication.',
      source: DOCS,
    },
    {
      when: {
        code: [
          'woocommerce_rest_cannot_view',
          'woocommerce_rest_cannot_create',
          'woocommerce_rest_cannot_edit',
          'woocommerce_rest_cannot_delete',
          'woocommerce_rest_cannot_batch',
        ],
      },
      cause: 'permission-denied',
      note: 'The key may only read, its user lacks the role, or no credentials came through: some servers drop the Authorization header field.',
      source: DOCS,
      alternatives: ['credentials-missing', 'credentials-invalid'],
    },
    {
      when: { code: 'rest_no_route' },
      cause: 'not-found',
      note: 'WooCommerce is not active, permalinks are set to plain, or the path is wrong.',
      source: DOCS,
    },
  ],
} satisfies Provider;
