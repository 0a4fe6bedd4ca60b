import type { Provider } from '../model/provider.ts';

const SECURITY = 'https://qdrant.tech/documentation/guides/security/';

/** The managed clusters refuse with 403 what a server that somebody runs refuses with 401. */
export default {
  title: 'Qdrant',
  kind: 'vendor',
  hosts: ['.cloud.qdrant.io', 'api.cloud.qdrant.io', 'cloud.qdrant.io'],
  keys: [],
  keyEnvironment: ['QDRANT_API_KEY', 'QDRANT__SERVICE__API_KEY'],
  keyHeader: 'api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'cloud.qdrant.io',
    'qdrant_client.',
    'qdrant.tech',
    '@qdrant/js-client',
    'must provide an api key or an authorization bearer token',
  ],
  names: ['qdrant'],
  links: {
    billing: 'https://cloud.qdrant.io',
    keys: 'https://cloud.qdrant.io',
    errors: SECURITY,
  },
  statusPage: { page: 'https://status.qdrant.io', api: { kind: 'better-stack', url: 'https://status.qdrant.io/index.json' } },
  rules: [
    { when: { message: 'must provide an api key' }, cause: 'credentials-missing', source: SECURITY },
    {
      when: { message: "key doesn't exist" },
      cause: 'credentials-invalid',
      source: 'https://github.com/qdrant/qdrant-client/issues/127',
    },
    {
      when: { message: 'rate limiting exceeded' },
      cause: 'rate-limited',
      note: 'A limit on reads or writes that the strict mode of the collection sets.',
      source: 'https://qdrant.tech/documentation/guides/administration/',
    },
    {
      when: { status: 403, message: /^"?forbidden"?$/i },
      cause: 'credentials-invalid',
      note: 'A managed cluster answers so to a missing or wrong key, and to a key that may not do this.',
      source: 'https://github.com/qdrant/qdrant-js/issues/74',
      alternatives: ['credentials-missing', 'permission-denied'],
    },
  ],
} satisfies Provider;
