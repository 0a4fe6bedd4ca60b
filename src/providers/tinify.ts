import type { Provider } from '../model/provider.ts';

const REFERENCE = 'https://tinypng.com/developers/reference';
const CLIENT = 'https://github.com/tinify/tinify-nodejs/blob/master/src/tinify/Error.ts';

/** TinyPNG's API has no throttle of its own: a 429 is the compressions of the month. */
export default {
  title: 'Tinify (TinyPNG)',
  kind: 'vendor',
  hosts: ['api.tinify.com'],
  keys: [],
  keyEnvironment: ['TINIFY_KEY', 'TINIFY_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['compression-count'],
  ownWords: ['tinify.com', 'tinypng.com', 'tinify.accounterror', 'tinify.errors.', 'tinify::', 'http 429/toomanyrequests'],
  names: ['tinypng', 'tinify', 'tinyjpg'],
  links: {
    billing: 'https://tinify.com/dashboard/api',
    usage: 'https://tinify.com/dashboard/api',
    keys: 'https://tinify.com/dashboard/api',
    errors: REFERENCE,
  },
  rules: [
    {
      when: { message: 'monthly limit has been exceeded' },
      cause: 'quota-exhausted',
      note: "The key's compressions of the calendar month are used up.",
      source: REFERENCE,
    },
    {
      when: { code: 'TooManyRequests' },
      cause: 'quota-exhausted',
      note: "The key's compressions of the calendar month are used up.",
      source: CLIENT,
      alternatives: ['rate-limited'],
    },
    { when: { message: 'credentials are invalid' }, cause: 'credentials-invalid', source: CLIENT },
  ],
} satisfies Provider;
