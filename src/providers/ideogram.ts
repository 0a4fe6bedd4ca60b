import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developer.ideogram.ai/ideogram-api/errors';
const LIMITS = 'https://developer.ideogram.ai/ideogram-api/rate-limits';

export default {
  title: 'Ideogram',
  kind: 'vendor',
  hosts: ['api.ideogram.ai'],
  keys: [],
  keyEnvironment: ['IDEOGRAM_API_KEY'],
  keyHeader: 'api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['ideogram.ai/', 'prompt or provided image failed the safety checks'],
  names: ['ideogram'],
  links: {
    billing: 'https://ideogram.ai/manage-api',
    keys: 'https://ideogram.ai/manage-api',
    limits: LIMITS,
    errors: ERRORS,
  },
  prevention: [
    {
      says: 'Turn on auto recharge in Wallet & Billing.',
      causes: ['credits-exhausted'],
      source: ERRORS,
    },
  ],
  rules: [
    { when: { message: 'inflight_limit' }, cause: 'rate-limited', source: LIMITS },
    {
      when: { status: 402 },
      cause: 'credits-exhausted',
      note: 'The member reject_reason tells it exactly: insufficient_funds is the balance, daily_limit a limit of the plan that comes back the next day.',
      source: ERRORS,
      alternatives: ['quota-exhausted', 'spend-limit-reached'],
    },
    {
      when: { status: 422, message: 'safety check' },
      cause: 'content-refused',
      source: ERRORS,
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'It counts the images and videos that are still being made, not the requests: wait for some to end.',
      source: LIMITS,
    },
    {
      when: { status: 403 },
      cause: 'permission-denied',
      note: 'The organisation has no access to this endpoint or model.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
