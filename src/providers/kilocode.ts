import type { Provider } from '../model/provider.ts';

const BILLING = 'https://kilo.ai/docs/gateway/usage-and-billing';
const CODES = 'https://github.com/Kilo-Org/kilocode';

export default {
  title: 'Kilo Code',
  kind: 'vendor',
  hosts: ['api.kilo.ai', 'kilo.ai', 'app.kilo.ai', 'api.kilocode.ai', 'kilocode.ai'],
  keys: [],
  keyEnvironment: ['KILO_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['kilo.ai', 'kilocode.ai', 'paid_model_auth_required', 'promotion_model_limit_reached', 'kilo-org/kilocode', 'kilocode_'],
  names: ['kilo code', 'kilocode', 'kilo gateway', 'kilo ai gateway'],
  links: { billing: 'https://app.kilo.ai/credits', usage: 'https://app.kilo.ai', limits: BILLING },
  rules: [
    {
      when: { code: 'PAID_MODEL_AUTH_REQUIRED' },
      cause: 'credentials-missing',
      alternatives: ['plan-required'],
      note: 'Free models answer without an account, this one does not: sign in, and have a balance.',
      source: CODES,
    },
    {
      when: { code: 'PROMOTION_MODEL_LIMIT_REACHED' },
      cause: 'quota-exhausted',
      note: 'What may be used of the free models without signing in is used up.',
      source: CODES,
    },
    {
      when: { message: 'insufficient balance. please add credits' },
      cause: 'credits-exhausted',
      alternatives: ['spend-limit-reached'],
      note: "The account's or the organisation's balance, or the daily limit of this member, which answers the same and starts again at midnight UTC.",
      source: BILLING,
    },
    {
      when: { status: 402 },
      cause: 'credits-exhausted',
      alternatives: ['spend-limit-reached'],
      note: "With a stored key of a vendor, the vendor's own 402 is passed on.",
      source: 'https://github.com/Kilo-Org/kilocode/pull/11602',
    },
    {
      when: { status: 403, message: 'model' },
      cause: 'permission-denied',
      note: "The organisation's list of models does not have this one.",
      source: BILLING,
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'Free models: 200 requests an hour for each address.',
      source: BILLING,
    },
  ],
} satisfies Provider;
