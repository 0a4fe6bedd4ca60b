import type { Provider } from '../model/provider.ts';

const TALK = 'https://docs.d-id.com/reference/createtalk';
const CREDITS = 'https://docs.d-id.com/reference/credits-1';

/** D-ID names the error in `kind`. */
export default {
  title: 'D-ID',
  kind: 'vendor',
  hosts: ['api.d-id.com'],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'api.d-id.com',
    'docs.d-id.com',
    'studio.d-id.com',
    '"celebrityrecognizederror"',
    '"imagemoderationerror"',
    '"kind":"insufficientcreditserror"',
    '"kind": "insufficientcreditserror"',
  ],
  names: ['d-id'],
  links: {
    billing: 'https://studio.d-id.com/pricing',
    usage: 'https://studio.d-id.com/account-settings',
    keys: 'https://studio.d-id.com/account-settings',
    errors: TALK,
  },
  balance: {
    url: 'https://api.d-id.com/credits',
    scheme: 'Basic',
    read: { remaining: 'remaining', granted: 'total', resetAt: 'credits.0.expire_at' },
    unit: 'credits',
    source: CREDITS,
  },
  knownGood: { method: 'GET', url: 'https://api.d-id.com/credits', says: 'Tells the credits that are left.', source: CREDITS },
  rules: [
    { when: { code: 'InsufficientCreditsError' }, cause: 'credits-exhausted', source: TALK },
    { when: { message: 'not enough credits' }, cause: 'credits-exhausted', source: TALK },
    {
      when: { code: ['ImageModerationError', 'CelebrityRecognizedError', 'TextModerationError', 'AudioModerationError'] },
      cause: 'content-refused',
      note: 'With status 451: the picture, the text or the sound was refused, a known face among other reasons.',
      source: TALK,
    },
    { when: { code: 'AuthorizationError' }, cause: 'credentials-invalid', source: TALK, alternatives: ['credentials-missing'] },
    { when: { code: 'PermissionError' }, cause: 'permission-denied', source: TALK, alternatives: ['plan-required'] },
  ],
} satisfies Provider;
