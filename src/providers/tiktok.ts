import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developers.tiktok.com/doc/tiktok-api-v2-error-handling';
const POSTING = 'https://developers.tiktok.com/doc/content-posting-api-reference-direct-post';

export default {
  title: 'TikTok for Developers',
  kind: 'vendor',
  hosts: ['open.tiktokapis.com', 'open-api.tiktok.com'],
  keys: [],
  keyEnvironment: ['TIKTOK_CLIENT_KEY', 'TIKTOK_CLIENT_SECRET', 'TIKTOK_ACCESS_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-tt-logid'],
  ownHeaders: ['x-tt-*'],
  ownWords: ['open.tiktokapis.com', 'developers.tiktok.com', 'reached_active_user_cap', 'spam_risk_too_many_posts'],
  names: ['tiktok api'],
  links: {
    keys: 'https://developers.tiktok.com/apps',
    limits: 'https://developers.tiktok.com/doc/tiktok-api-v2-rate-limit',
    errors: ERRORS,
    support: 'https://developers.tiktok.com/support',
  },
  supportAsks: ['the log_id of the answer'],
  rules: [
    {
      when: { status: 200, code: 'ok' },
      cause: 'success',
      note: 'TikTok sends an error object with every answer: the code ok says that there is none.',
      source: ERRORS,
    },
    {
      when: { code: 'reached_active_user_cap' },
      cause: 'quota-exhausted',
      note: 'The app has reached the number of users that may post through it within 24 hours.',
      source: POSTING,
      waiting: 'helps',
    },
    {
      when: { code: 'spam_risk_too_many_posts' },
      cause: 'quota-exhausted',
      note: 'The user has reached the number of posts by API within 24 hours.',
      source: POSTING,
      waiting: 'helps',
    },
    { when: { code: 'spam_risk_user_banned_from_posting' }, cause: 'account-disabled', source: POSTING },
    {
      when: { code: ['unaudited_client_can_only_post_to_private_accounts', 'url_ownership_unverified'] },
      cause: 'permission-denied',
      note: 'The app is not audited, or the address of the media is not verified for it.',
      source: POSTING,
    },
    { when: { code: ['scope_not_authorized', 'scope_permission_missed'] }, cause: 'permission-denied', source: ERRORS },
    { when: { code: 'access_token_invalid' }, cause: 'credentials-invalid', note: 'Access tokens live for 24 hours.', source: ERRORS },
    { when: { code: 'rate_limit_exceeded' }, cause: 'rate-limited', source: ERRORS },
    { when: { code: ['privacy_level_option_mismatch', 'invalid_params', 'invalid_param'] }, cause: 'invalid-request', source: POSTING },
    { when: { code: 'internal_error' }, cause: 'upstream-failure', source: ERRORS },
  ],
} satisfies Provider;
