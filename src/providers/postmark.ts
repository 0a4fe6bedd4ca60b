import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://postmarkapp.com/developer/api/overview#error-codes';

export default {
  title: 'Postmark',
  kind: 'vendor',
  hosts: ['api.postmarkapp.com'],
  keys: [],
  keyEnvironment: ['POSTMARK_SERVER_TOKEN', 'POSTMARK_API_TOKEN', 'POSTMARK_API_KEY'],
  keyHeader: 'x-postmark-server-token',
  requestIdHeaders: [],
  ownHeaders: ['x-postmark-*', 'x-pm-*'],
  ownWords: ['postmarkapp.com', 'postmark.exceptions', 'com.postmarkapp', 'postmarkerror'],
  names: ['postmark', 'postmarkapp'],
  links: {
    billing: 'https://account.postmarkapp.com/billing',
    keys: 'https://account.postmarkapp.com/api_tokens',
    errors: ERRORS,
    support: 'https://postmarkapp.com/contact',
  },
  statusPage: { page: 'https://status.postmarkapp.com' },
  knownGood: {
    method: 'GET',
    url: 'https://api.postmarkapp.com/server',
    says: 'The server token is valid.',
    source: 'https://postmarkapp.com/developer/api/server-api',
  },
  rules: [
    {
      when: { status: 422, code: '405' },
      cause: 'credits-exhausted',
      note: 'The account has run out of credits to send with.',
      source: ERRORS,
    },
    { when: { message: /\brun out of credits\b|\bout of credits\b/i }, cause: 'credits-exhausted', source: ERRORS },
    {
      when: { status: 422, code: '412' },
      cause: 'permission-denied',
      note: 'The account waits for approval, and may send only to addresses of its own domain till then.',
      source: ERRORS,
    },
    {
      when: { message: 'account is pending approval' },
      cause: 'permission-denied',
      note: 'The account waits for approval, and may send only to addresses of its own domain till then.',
      source: ERRORS,
    },
    { when: { status: 422, code: '413' }, cause: 'account-disabled', note: 'The account may not send.', source: ERRORS },
    {
      when: { status: 422, code: ['400', '401'] },
      cause: 'permission-denied',
      note: 'The From address is no confirmed sender signature: confirm it, or its domain.',
      source: ERRORS,
      alternatives: ['invalid-request'],
    },
    {
      when: { status: 422, code: '406' },
      cause: 'invalid-request',
      note: 'The recipient bounced or complained before, and Postmark sends nothing more there.',
      source: ERRORS,
    },
    {
      when: { status: 401, code: '10' },
      cause: 'credentials-invalid',
      note: 'A server token goes into X-Postmark-Server-Token and an account token into X-Postmark-Account-Token: they are not exchangeable.',
      source: ERRORS,
      alternatives: ['credentials-missing'],
    },
    { when: { code: '100' }, cause: 'service-unavailable', source: ERRORS },
    { when: { code: '429' }, cause: 'rate-limited', source: ERRORS },
  ],
} satisfies Provider;
