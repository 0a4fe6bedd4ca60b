import type { Provider } from '../model/provider.ts';

const DOCUMENTATION = 'https://unsplash.com/documentation';

/** Unsplash throttles with status 403 and a body of plain text. */
export default {
  title: 'Unsplash',
  kind: 'vendor',
  hosts: ['api.unsplash.com'],
  keys: [],
  keyEnvironment: ['UNSPLASH_ACCESS_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['api.unsplash.com', 'unsplash.com/documentation', 'unsplash.com/oauth'],
  names: ['unsplash'],
  links: {
    usage: 'https://unsplash.com/oauth/applications',
    keys: 'https://unsplash.com/oauth/applications',
    limits: `${DOCUMENTATION}#rate-limiting`,
    errors: `${DOCUMENTATION}#error-messages`,
  },
  rules: [
    {
      when: { status: [403, 429], message: 'rate limit exceeded' },
      cause: 'rate-limited',
      note: 'The hour is used up: an application in demo mode has 50 requests an hour, one that Unsplash has approved far more.',
      source: `${DOCUMENTATION}#rate-limiting`,
    },
    {
      when: { message: 'oauth error' },
      cause: 'credentials-invalid',
      note: 'The access key is wrong, or stands in Authorization without "Client-ID" before it.',
      source: `${DOCUMENTATION}#public-authentication`,
    },
  ],
} satisfies Provider;
