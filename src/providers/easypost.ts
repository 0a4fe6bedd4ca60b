import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.easypost.com/docs/errors';

export default {
  title: 'EasyPost',
  kind: 'vendor',
  hosts: ['api.easypost.com'],
  keys: [{ pattern: 'EZ[AT]K[A-Za-z0-9]{54}', means: 'EasyPost API key', sample: `EZTKExampl${'Example0'.repeat(6)}` }],
  keyEnvironment: ['EASYPOST_API_KEY', 'EASYPOST_TEST_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-ep-request-uuid'],
  ownHeaders: ['x-ep-*'],
  ownWords: ['api.easypost.com', 'docs.easypost.com', 'easypost.errors', 'easypost::'],
  names: ['easypost'],
  links: {
    billing: 'https://app.easypost.com/account/billing',
    keys: 'https://app.easypost.com/account/api-keys',
    errors: ERRORS,
    support: 'https://support.easypost.com',
  },
  supportAsks: ['the x-ep-request-uuid'],
  statusPage: {
    page: 'https://www.easypoststatus.com',
    api: { kind: 'statuspage', url: 'https://www.easypoststatus.com/api/v2/summary.json' },
  },
  rules: [
    {
      when: { status: 402 },
      cause: 'credits-exhausted',
      note: 'The wallet is too low, or the account has no billing information.',
      source: ERRORS,
      alternatives: ['payment-method-required'],
    },
    { when: { code: 'APIKEY.INACTIVE' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { code: 'RATE_LIMITED' }, cause: 'rate-limited', source: ERRORS },
  ],
} satisfies Provider;
