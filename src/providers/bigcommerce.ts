import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.bigcommerce.com/developer/api-reference/rest/overview';
const LIMITS = 'https://docs.bigcommerce.com/developer/docs/overview/api-fundamentals/rate-limits';

export default {
  title: 'BigCommerce',
  kind: 'vendor',
  hosts: ['api.bigcommerce.com', 'login.bigcommerce.com', '.mybigcommerce.com'],
  keys: [],
  keyEnvironment: ['BIGCOMMERCE_ACCESS_TOKEN', 'BIGCOMMERCE_STORE_HASH', 'BC_ACCESS_TOKEN'],
  keyHeader: 'x-auth-token',
  requestIdHeaders: [],
  ownHeaders: [
    'x-rate-limit-requests-left',
    'x-rate-limit-requests-quota',
    'x-rate-limit-time-reset-ms',
    'x-rate-limit-time-window-ms',
    'x-bc-store-version',
  ],
  ownWords: ['api.bigcommerce.com', 'developer.bigcommerce.com', 'docs.bigcommerce.com', 'mybigcommerce.com'],
  names: ['bigcommerce'],
  links: { limits: LIMITS, errors: ERRORS, support: 'https://support.bigcommerce.com' },
  statusPage: { page: 'https://status.bigcommerce.com' },
  rules: [
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: "The quota fills again every 30 seconds, for all apps of the store together: X-Rate-Limit-Time-Reset-Ms says when. Its size depends on the store's plan.",
      source: LIMITS,
    },
    {
      when: { message: /\bdo(?:es|n't| not)? have (?:a |the )?required scope\b/i },
      cause: 'permission-denied',
      note: 'Add the OAuth scope to the API account; a change of scopes makes a new token necessary.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
