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
  // It documents what its statuses stand for, and no wording: that is read as anybody's.
  rules: [
    {
      when: { status: 403 },
      cause: 'permission-denied',
      note: 'The role lacks the access or the scope, or a subscription that the API needs is missing.',
      source: CODES,
      alternatives: ['plan-required', 'subscription-inactive'],
    },
    {
      when: { status: 409 },
      cause: 'conflict',
      note: 'Another administrator may be saving changes: try again a little later.',
      source: CODES,
    },
  ],
} satisfies Provider;
