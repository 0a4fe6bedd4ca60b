import type { Provider } from '../model/provider.ts';

export default {
  title: 'FriendliAI',
  kind: 'vendor',
  hosts: ['api.friendli.ai', 'inference.friendli.ai'],
  keys: [],
  keyEnvironment: ['FRIENDLI_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  scopeHeaders: ['x-friendli-team'],
  ownHeaders: [],
  ownWords: ['api.friendli.ai', 'inference.friendli.ai', 'suite.friendli.ai', 'friendli.ai/docs', 'friendliaiexception', 'friendli_token'],
  names: ['friendli', 'friendliai'],
  links: {
    keys: 'https://friendli.ai/docs/guides/personal_access_tokens',
    limits: 'https://friendli.ai/docs/guides/model-apis/rate-limits',
  },
  rules: [
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'The rate of the usage tier, which rises with what the account has spent.',
      source: 'https://friendli.ai/docs/guides/model-apis/rate-limits',
      alternatives: ['quota-exhausted'],
    },
  ],
} satisfies Provider;
