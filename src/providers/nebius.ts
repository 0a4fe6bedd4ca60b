import type { Provider } from '../model/provider.ts';

export default {
  title: 'Nebius Token Factory',
  kind: 'vendor',
  hosts: ['api.tokenfactory.nebius.com', '.tokenfactory.nebius.com', 'api.studio.nebius.com', 'api.studio.nebius.ai'],
  keys: [],
  keyEnvironment: ['NEBIUS_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['tokenfactory.nebius.com', 'studio.nebius.com', 'studio.nebius.ai', 'docs.nebius.com', 'nebiusexception'],
  names: ['nebius'],
  links: {
    keys: 'https://tokenfactory.nebius.com/project/api-keys',
  },
  rules: [
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'The limits of the public endpoints change with the capacity; a dedicated endpoint has none of them.',
      source: 'https://www.bolna.ai/docs/custom-llm-inference/nebius',
      alternatives: ['quota-exhausted'],
    },
  ],
} satisfies Provider;
