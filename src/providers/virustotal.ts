import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.virustotal.com/reference/errors';
const LIMITS = 'https://docs.virustotal.com/reference/public-vs-premium-api';

export default {
  title: 'VirusTotal',
  kind: 'vendor',
  hosts: ['www.virustotal.com', 'virustotal.com'],
  keys: [],
  keyEnvironment: ['VIRUSTOTAL_API_KEY', 'VT_API_KEY', 'VTCLI_APIKEY'],
  keyHeader: 'x-apikey',
  requestIdHeaders: [],
  basePaths: ['/api/v3', '/vtapi/v2', '/api/v1'],
  ownHeaders: [],
  ownWords: ['virustotal.com', 'vt.error.apierror', 'wrongcredentialserror'],
  names: ['virustotal'],
  links: {
    billing: 'https://www.virustotal.com/gui/my-apikey',
    usage: 'https://www.virustotal.com/gui/my-apikey',
    keys: 'https://www.virustotal.com/gui/my-apikey',
    limits: LIMITS,
    errors: ERRORS,
  },
  rules: [
    {
      when: { code: 'QuotaExceededError' },
      cause: 'quota-exhausted',
      alternatives: ['rate-limited'],
      note: 'One word for the quotas of a minute, a day and a month. Those of a day start again at 00:00 UTC; a free key has 4 lookups in a minute.',
      source: ERRORS,
      waiting: 'helps',
    },
    { when: { code: 'TooManyRequestsError' }, cause: 'rate-limited', source: ERRORS },
    { when: { code: 'WrongCredentialsError' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { code: 'AuthenticationRequiredError' }, cause: 'credentials-missing', source: ERRORS },
    {
      when: { code: 'UserNotActiveError' },
      cause: 'account-disabled',
      note: 'The account was not activated, by the link in its first mail.',
      source: ERRORS,
    },
    {
      when: { code: 'ForbiddenError' },
      cause: 'permission-denied',
      alternatives: ['plan-required'],
      note: 'Many endpoints are for premium keys only.',
      source: ERRORS,
    },
    { when: { code: 'NotFoundError' }, cause: 'not-found', source: ERRORS },
    { when: { code: 'AlreadyExistsError' }, cause: 'conflict', source: ERRORS },
    {
      when: { code: ['BadRequestError', 'InvalidArgumentError', 'UnselectiveContentQueryError', 'UnsupportedContentQueryError'] },
      cause: 'invalid-request',
      source: ERRORS,
    },
    { when: { code: 'TransientError' }, cause: 'service-unavailable', source: ERRORS },
    { when: { code: 'DeadlineExceededError' }, cause: 'upstream-failure', source: ERRORS },
  ],
} satisfies Provider;
