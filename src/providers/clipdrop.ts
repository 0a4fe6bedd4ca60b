import type { Provider } from '../model/provider.ts';

const API = 'https://clipdrop.co/apis/docs/text-to-image';

export default {
  title: 'Clipdrop',
  kind: 'vendor',
  hosts: ['clipdrop-api.co'],
  keys: [],
  keyEnvironment: ['CLIPDROP_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['clipdrop-api.co', 'clipdrop.co/'],
  names: ['clipdrop'],
  links: {
    billing: 'https://clipdrop.co/apis/account',
    keys: 'https://clipdrop.co/apis/account',
    limits: API,
    errors: API,
  },
  rules: [
    {
      when: { status: 402 },
      cause: 'credits-exhausted',
      note: "The credits of the API are not those of a Clipdrop subscription; the key's free ones are a hundred, once.",
      source: API,
    },
    {
      when: { status: [401, 403] },
      cause: 'credentials-invalid',
      note: '401 is a missing key, 403 a wrong or revoked one.',
      source: API,
      alternatives: ['credentials-missing'],
    },
  ],
} satisfies Provider;
