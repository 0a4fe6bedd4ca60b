import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developer.ebay.com/develop/guides/sell/using-ebay-restful-apis';
const LIMITS = 'https://developer.ebay.com/develop/get-started/api-call-limits';

export default {
  title: 'eBay',
  kind: 'vendor',
  hosts: ['api.ebay.com', 'api.sandbox.ebay.com', 'apiz.ebay.com', 'apim.ebay.com'],
  keys: [],
  keyEnvironment: ['EBAY_CLIENT_ID', 'EBAY_CLIENT_SECRET', 'EBAY_APP_ID', 'EBAY_OAUTH_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['rlogid'],
  ownHeaders: ['rlogid', 'x-ebay-*'],
  ownWords: ['api.ebay.com', 'developer.ebay.com'],
  names: ['ebay api'],
  links: { keys: 'https://developer.ebay.com/my/keys', limits: LIMITS, errors: ERRORS, support: 'https://developer.ebay.com/support' },
  supportAsks: ['the rlogid'],
  rules: [
    {
      when: { message: 'request limit has been reached for the resource' },
      cause: 'quota-exhausted',
      note: "The application's calls are mostly counted by day; getRateLimits says when they start again.",
      source: LIMITS,
      alternatives: ['rate-limited'],
      waiting: 'helps',
    },
    {
      when: { message: /\binsufficient permissions to fulfill the request\b/i },
      cause: 'permission-denied',
      note: 'The token lacks the scope, or the application is not approved for this API.',
      source: ERRORS,
    },
    {
      when: { message: 'invalid access token' },
      cause: 'credentials-invalid',
      note: 'Sandbox and production have separate keys and hosts; an application token lives for two hours.',
      source: ERRORS,
    },
    {
      when: { message: /\bclient authentication failed\b|\binvalid_(?:client|grant)\b/i },
      cause: 'credentials-invalid',
      note: 'Sandbox and production have separate keys and hosts.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
