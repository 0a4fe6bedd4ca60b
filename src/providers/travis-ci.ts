import type { Provider } from '../model/provider.ts';

const BILLING = 'https://docs.travis-ci.com/user/billing-overview';
const NEGATIVE = 'https://github.com/gentoo/gentoo-docker-images/issues/97';
const API = 'https://developer.travis-ci.com/';

export default {
  title: 'Travis CI',
  kind: 'vendor',
  hosts: ['api.travis-ci.com', 'api.travis-ci.org', '.travis-ci.com'],
  keys: [],
  keyEnvironment: ['TRAVIS_TOKEN', 'TRAVIS_API_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  requiredHeaders: ['travis-api-version'],
  ownHeaders: [],
  ownWords: ['due to a negative credit balance', 'consume paid credits for oss'],
  names: ['travis ci', 'travis-ci'],
  links: { billing: 'https://app.travis-ci.com/account/plan', errors: API, support: 'https://support.travis-ci.com' },
  statusPage: { page: 'https://www.traviscistatus.com' },
  rules: [
    {
      when: { message: /\bnegative credit balance\b|\binsufficient credits? balance\b|\bnot enough credits\b/i },
      cause: 'credits-exhausted',
      note: 'Builds stay off until credits are bought or granted; public repositories draw on credits for open source, which support grants on request.',
      source: NEGATIVE,
    },
    {
      when: { message: 'could not authorize build request' },
      cause: 'subscription-inactive',
      alternatives: ['credits-exhausted'],
      note: 'The account has used up its trial builds, or has no active plan.',
      source: 'https://github.com/travis-ci/docs-travis-ci-com/issues/733',
    },
    { when: { message: /\b(?:trial|subscription) (?:has |is )?(?:ended|expired)\b/i }, cause: 'subscription-inactive', source: BILLING },
    { when: { code: 'login_required' }, cause: 'credentials-missing', source: API },
    { when: { type: 'login_required' }, cause: 'credentials-missing', source: API },
    { when: { code: 'insufficient_access' }, cause: 'permission-denied', source: API },
    { when: { code: 'request_limit_reached' }, cause: 'rate-limited', source: API },
  ],
} satisfies Provider;
