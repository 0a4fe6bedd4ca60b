import type { Provider } from '../model/provider.ts';

const REFERENCE = 'https://platform.stability.ai/docs/api-reference';

export default {
  title: 'Stability AI',
  kind: 'vendor',
  hosts: ['api.stability.ai'],
  // Keys look like OpenAI's older ones: the host decides.
  keys: [],
  keyEnvironment: ['STABILITY_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  scopeHeaders: ['organization'],
  ownHeaders: [],
  ownWords: [
    'platform.stability.ai',
    'dreamstudio.ai',
    'your organization does not have enough balance to request this action',
    'flagged by our content moderation system, as a result',
  ],
  names: ['stability ai', 'stability.ai', 'stabilityai', 'dreamstudio'],
  links: {
    billing: 'https://platform.stability.ai/account/credits',
    usage: 'https://platform.stability.ai/account/credits',
    keys: 'https://platform.stability.ai/account/keys',
    errors: REFERENCE,
  },
  balance: {
    url: 'https://api.stability.ai/v1/user/balance',
    read: { remaining: 'credits' },
    unit: 'credits',
    source: REFERENCE,
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.stability.ai/v1/user/account',
    says: 'Tells the account and its organisations.',
    source: REFERENCE,
  },
  rules: [
    {
      when: { message: /\black sufficient credits\b/i },
      cause: 'credits-exhausted',
      source: REFERENCE,
    },
    {
      when: { message: 'does not have enough balance' },
      cause: 'credits-exhausted',
      note: 'The organisation that the key, or the Organization header field, names has too few credits.',
      source: 'https://github.com/dmarx/video-killed-the-radio-star/issues/59',
    },
    { when: { code: ['payment_required', 'insufficient_balance'] }, cause: 'credits-exhausted', source: REFERENCE },
    {
      when: { code: 'content_moderation' },
      cause: 'content-refused',
      note: 'Nothing was charged.',
      source: 'https://github.com/ZHO-ZHO-ZHO/ComfyUI-StableDiffusion3-API/issues/2',
    },
    {
      when: { code: 'rate_limit_exceeded' },
      cause: 'rate-limited',
      note: '150 requests in 10 seconds are allowed.',
      source: REFERENCE,
    },
    { when: { code: 'content_too_large' }, cause: 'payload-too-large', source: REFERENCE },
  ],
} satisfies Provider;
