import type { Provider } from '../model/provider.ts';

const CODES = 'https://help.zscaler.com/oneapi/understanding-response-codes-error-messages';

/** Zscaler's own management APIs. Where its proxy stands between a client and somebody else's API, that is no matter of this profile. */
export default {
  title: 'Zscaler',
  kind: 'vendor',
  hosts: [
    'zsapi.zscaler.net',
    'zsapi.zscalerone.net',
    'zsapi.zscalertwo.net',
    'zsapi.zscalerthree.net',
    'zsapi.zscloud.net',
    'zsapi.zscalerbeta.net',
  ],
  keys: [],
  keyEnvironment: ['ZIA_API_KEY', 'ZSCALER_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['x-zscaler-mode'],
  ownWords: ['help.zscaler.com', 'zsapi.zscaler'],
  links: { errors: CODES, support: 'https://help.zscaler.com/submit-ticket-links' },
  rules: [
    {
      when: { message: 'api subscription is required' },
      cause: 'subscription-inactive',
      note: "The organisation's API subscription at Zscaler ended or was never enabled: its Zscaler account team turns it on.",
      source: CODES,
      alternatives: ['plan-required'],
    },
    { when: { message: 'edit lock' }, cause: 'conflict', note: 'Another administrator is saving changes.', source: CODES },
  ],
} satisfies Provider;
