import type { Provider } from '../model/provider.ts';

const TROUBLE = 'https://docs.photoroom.com/getting-started/troubleshooting';
const FAQ = 'https://docs.photoroom.com/getting-started/frequently-asked-questions';
const CREDITS = 'https://docs.photoroom.com/getting-started/how-do-api-credits-work';

export default {
  title: 'Photoroom',
  kind: 'vendor',
  hosts: ['sdk.photoroom.com', 'image-api.photoroom.com'],
  keys: [],
  keyEnvironment: ['PHOTOROOM_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['photoroom.com', 'exhausted the number of images in your plan'],
  names: ['photoroom'],
  links: {
    billing: 'https://app.photoroom.com/api-dashboard',
    usage: 'https://app.photoroom.com/api-dashboard',
    keys: 'https://app.photoroom.com/api-dashboard',
    limits: FAQ,
    errors: TROUBLE,
  },
  balance: {
    url: 'https://image-api.photoroom.com/v1/account',
    keyHeader: 'x-api-key',
    read: { remaining: 'credits.available', granted: 'credits.subscription' },
    unit: 'images',
    source: 'https://www.photoroom.com/api/docs/reference/611c03dbcec67-account-details',
  },
  knownGood: {
    method: 'GET',
    url: 'https://image-api.photoroom.com/v1/account',
    says: 'Tells the credits that are left.',
    source: CREDITS,
  },
  rules: [
    {
      when: { message: 'exhausted the number of images in your plan' },
      cause: 'quota-exhausted',
      note: "The month's images of the API plan are used up; a subscription to the app does not count for the API.",
      source: CREDITS,
      alternatives: ['credits-exhausted'],
    },
    {
      when: { status: [401, 403], message: /^unauthorized$/i },
      cause: 'credentials-invalid',
      note: 'Photoroom sends the same answer where the credits are used up: the dashboard tells which.',
      source: TROUBLE,
      alternatives: ['credentials-missing', 'credits-exhausted'],
    },
  ],
} satisfies Provider;
