import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://docs.gladia.io/chapters/limits-and-specifications/concurrency';

/** Its documentation states limits and plans, and no wording of its errors: those are read as anybody's. */
export default {
  title: 'Gladia',
  kind: 'vendor',
  hosts: ['api.gladia.io', '.gladia.io'],
  keys: [],
  keyEnvironment: ['GLADIA_API_KEY'],
  keyHeader: 'x-gladia-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['docs.gladia.io', 'app.gladia.io'],
  names: ['gladia'],
  links: { limits: LIMITS },
  rules: [],
} satisfies Provider;
