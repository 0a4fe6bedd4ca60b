import type { Provider } from '../model/provider.ts';

const LICENSE = 'https://docs.lemonsqueezy.com/api/license-api/activate-license-key';

export default {
  title: 'Lemon Squeezy',
  kind: 'vendor',
  hosts: ['api.lemonsqueezy.com'],
  keys: [],
  keyEnvironment: ['LEMONSQUEEZY_API_KEY', 'LEMON_SQUEEZY_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['lemonsqueezy.com', 'lemonsqueezy.js'],
  names: ['lemonsqueezy', 'lemon squeezy'],
  links: {
    keys: 'https://app.lemonsqueezy.com/settings/api',
    errors: 'https://docs.lemonsqueezy.com/api/getting-started/requests',
    support: 'https://www.lemonsqueezy.com/help',
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.lemonsqueezy.com/v1/users/me',
    says: 'The key is valid.',
    source: 'https://docs.lemonsqueezy.com/api/users/retrieve-user',
  },
  rules: [
    {
      when: { message: 'license key has reached the activation limit' },
      cause: 'quota-exhausted',
      note: 'The license is activated as often as it may be: deactivate another instance, or raise the limit of the license.',
      source: LICENSE,
      waiting: 'futile',
    },
    { when: { message: /\blicense[_ ]key (?:has |is )?(?:expired|disabled)\b/i }, cause: 'subscription-inactive', source: LICENSE },
    { when: { message: 'license_key not found' }, cause: 'credentials-invalid', source: LICENSE },
    {
      when: { message: 'unauthenticated.' },
      cause: 'credentials-invalid',
      note: 'Keys of test and live mode are separate.',
      source: 'https://docs.lemonsqueezy.com/api/getting-started/requests',
      alternatives: ['credentials-missing'],
    },
  ],
} satisfies Provider;
