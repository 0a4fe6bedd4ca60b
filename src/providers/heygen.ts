import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developers.heygen.com/docs/error-codes';
const OLD_ERRORS = 'https://docs.heygen.com/reference/errors';
const LIMITS = 'https://docs.heygen.com/reference/limits';

/** The third version of the API names its errors in words, the first two in words or numbers of six digits. */
export default {
  title: 'HeyGen',
  kind: 'vendor',
  hosts: ['api.heygen.com', 'upload.heygen.com'],
  keys: [],
  keyEnvironment: ['HEYGEN_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['heygen.com/', 'movio_payment_insufficient_credit', 'trial_video_limit_exceeded', 'daily api trial limit'],
  names: ['heygen'],
  links: {
    billing: 'https://app.heygen.com/settings?nav=API',
    keys: 'https://app.heygen.com/settings?nav=API',
    limits: LIMITS,
    errors: ERRORS,
  },
  balance: {
    url: 'https://api.heygen.com/v2/user/remaining_quota',
    keyHeader: 'x-api-key',
    read: { remaining: 'data.remaining_quota' },
    note: 'Sixty of it are one API credit; credits of the web application do not count.',
    source: 'https://docs.heygen.com/reference/get-remaining-quota-v2',
  },
  rules: [
    {
      when: { code: ['insufficient_credit', 'MOVIO_PAYMENT_INSUFFICIENT_CREDIT'] },
      cause: 'credits-exhausted',
      note: "API credits are bought apart from the plan and credits of HeyGen's web application.",
      source: ERRORS,
    },
    {
      when: { code: ['trial_video_limit_exceeded', '400664'] },
      cause: 'quota-exhausted',
      note: 'The videos that a trial key may make in 24 hours; it is not about the credits.',
      source: LIMITS,
      waiting: 'helps',
    },
    { when: { code: 'TIER_NOT_SUPPORT' }, cause: 'plan-required', source: OLD_ERRORS },
    { when: { code: '400599' }, cause: 'plan-required', source: OLD_ERRORS },
    {
      when: { code: ['USER_BLOCKED', '400631'] },
      cause: 'account-disabled',
      note: 'Suspended for its content or conduct, not for money.',
      source: OLD_ERRORS,
    },
    {
      when: { code: 'quota_exceeded' },
      cause: 'quota-exhausted',
      source: ERRORS,
    },
    { when: { code: ['BLOCKED_WORDS_DETECTED', '400105'] }, cause: 'content-refused', source: OLD_ERRORS },
    { when: { code: ['resource_access_denied', 'PERMISSION_DENIED', '400573'] }, cause: 'permission-denied', source: ERRORS },
    {
      when: { code: ['INVALID_CREDENTIALS', '40009', 'ACCESS_TOKEN_EXPIRED', '401056'] },
      cause: 'credentials-invalid',
      source: OLD_ERRORS,
    },
    {
      when: { code: ['UNAUTHORIZED', '400112'] },
      cause: 'credentials-invalid',
      source: ERRORS,
      alternatives: ['credentials-missing'],
    },
  ],
} satisfies Provider;
