import type { Provider } from '../model/provider.ts';

const AUTHENTICATION = 'https://docs.weaviate.io/deploy/configuration/authentication';

/** Errors of the model vendors that its modules call ("connection to: … API failed") are those vendors' own. */
export default {
  title: 'Weaviate',
  kind: 'vendor',
  hosts: ['.weaviate.cloud', '.weaviate.network', '.weaviate.io'],
  keys: [],
  keyEnvironment: ['WEAVIATE_API_KEY', 'WCD_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/v1'],
  ownHeaders: [],
  ownWords: [
    'weaviate.exceptions.',
    'weaviate.cloud',
    'weaviate.network',
    'docs.weaviate.io',
    'weaviatestartuperror',
    'anonymous access not enabled',
    'oidc auth is not configured',
    'rbac: authorization, forbidden action',
  ],
  names: ['weaviate'],
  links: {
    billing: 'https://console.weaviate.cloud',
    keys: 'https://console.weaviate.cloud',
    errors: AUTHENTICATION,
    support: 'mailto:support@weaviate.io',
  },
  statusPage: { page: 'https://status.weaviate.io' },
  rules: [
    {
      when: { message: 'anonymous access not enabled' },
      cause: 'credentials-missing',
      note: 'The message lists the ways to log in that this server has.',
      source: 'https://github.com/weaviate/weaviate/pull/6947',
    },
    {
      when: { message: 'oidc auth is not configured' },
      cause: 'credentials-invalid',
      note: 'A key or token was sent to a server that takes none, or takes keys only: its AUTHENTICATION settings decide.',
      source: 'https://github.com/weaviate/weaviate/issues/4139',
      alternatives: ['key-scope-mismatch'],
    },
    { when: { message: 'please provide a valid api key' }, cause: 'credentials-invalid', source: AUTHENTICATION },
    {
      when: { message: 'has insufficient permissions to' },
      cause: 'permission-denied',
      note: 'The key is known; its user lacks the role for the action and the collection that the message names.',
      source: 'https://github.com/weaviate/weaviate/issues/3162',
    },
    {
      when: { message: /\bconnection to: .{1,40}\bapi failed with status: 429\b.{0,60}\bcurrent quota\b/i },
      cause: 'credits-exhausted',
      note: "The quota is not Weaviate's: the message names the model vendor whose answer it passes on, and that vendor's plan and billing decide. Where a base URL of a relay is set, it is the relay's.",
      source: 'https://github.com/weaviate/Verba/issues/182',
      alternatives: ['quota-exhausted'],
    },
  ],
} satisfies Provider;
