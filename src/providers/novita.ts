import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://novita.ai/docs/api-reference/basic-error-code';
const BALANCE = 'https://novita.ai/docs/api-reference/basic-get-user-balance';

export default {
  title: 'Novita AI',
  kind: 'vendor',
  hosts: ['api.novita.ai'],
  keys: [],
  keyEnvironment: ['NOVITA_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['novita.ai', 'novitaexception', 'billing_balance_not_enough'],
  names: ['novita', 'novita ai', 'novita.ai', 'novita-ai'],
  links: {
    billing: 'https://novita.ai/billing',
    keys: 'https://novita.ai/settings/key-management',
    errors: ERRORS,
  },
  balance: {
    url: 'https://api.novita.ai/openapi/v1/billing/balance/detail',
    read: { remaining: 'availableBalance' },
    unit: 'USD',
    factor: 0.0001,
    source: BALANCE,
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.novita.ai/openapi/v1/billing/balance/detail',
    says: 'Tells the balance of the account, with an ordinary key.',
    source: BALANCE,
  },
  rules: [
    {
      when: { code: ['NOT_ENOUGH_BALANCE', 'BILLING_BALANCE_NOT_ENOUGH'] },
      cause: 'credits-exhausted',
      note: 'Novita answers an empty balance with 403 for language models and with 400 for images: rights and parameters are fine.',
      source: ERRORS,
    },
    {
      when: { message: 'not enough balance' },
      cause: 'credits-exhausted',
      source: 'https://github.com/huggingface/hub-docs/issues/2392',
    },
    {
      when: { code: 'BILLING_FAILED' },
      cause: 'upstream-failure',
      note: "Novita's own billing service failed; the account may be fine.",
      source: ERRORS,
    },
    {
      when: { code: 'BILLING_AUTH_FAILED' },
      cause: 'credentials-invalid',
      note: "Novita's billing service did not accept the caller.",
      source: ERRORS,
      alternatives: ['account-past-due', 'permission-denied'],
    },
    { when: { code: 'MISSING_API_KEY' }, cause: 'credentials-missing', note: 'Novita answers a missing key with 400.', source: ERRORS },
    {
      when: { code: 'INVALID_API_KEY' },
      cause: 'credentials-invalid',
      note: 'With language models a missing key gets the same code; the status is 403 and not about rights.',
      source: ERRORS,
      alternatives: ['credentials-missing'],
    },
    { when: { code: 'FAILED_TO_AUTH' }, cause: 'credentials-invalid', source: ERRORS },
    {
      when: { code: 'NEED_REAL_NAME_VERIFY' },
      cause: 'permission-denied',
      note: 'The enterprise verification of the account is not completed.',
      source: ERRORS,
    },
    {
      when: { code: ['FEATURE_NOT_ALLOWED', 'API_NOT_ALLOWED'] },
      cause: 'permission-denied',
      source: ERRORS,
      alternatives: ['plan-required'],
    },
    {
      when: { code: 'model_access_denied' },
      cause: 'permission-denied',
      note: 'The key is valid, and this model is not among those that it may call.',
      source: 'https://novita.ai/docs/guides/error',
    },
    { when: { code: ['ILLEGAL_PROMPT', 'ILLEGAL_IMAGE_CONTENT'] }, cause: 'content-refused', source: ERRORS },
    { when: { code: 'IMAGE_FILE_EXCEEDS_MAX_SIZE' }, cause: 'payload-too-large', source: ERRORS },
    { when: { code: 'RATE_LIMIT_EXCEEDED' }, cause: 'rate-limited', source: ERRORS },
    { when: { code: ['MODEL_NOT_FOUND', 'API_NOT_FOUND', 'TASK_NOT_FOUND'] }, cause: 'not-found', source: ERRORS },
  ],
} satisfies Provider;
