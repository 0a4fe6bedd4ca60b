import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://www.quicknode.com/docs/ethereum/error-references';

export default {
  title: 'Quicknode',
  kind: 'vendor',
  hosts: ['.quiknode.pro', 'api.quicknode.com'],
  keys: [],
  keyEnvironment: ['QUICKNODE_API_KEY', 'QUICKNODE_URL', 'QUICKNODE_RPC_URL'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'quiknode.pro',
    'quicknode.com',
    'request limit reached - reduce calls per second',
    'daily request limit reached - upgrade your account',
  ],
  names: ['quicknode', 'quiknode'],
  links: {
    billing: 'https://dashboard.quicknode.com/billing',
    keys: 'https://dashboard.quicknode.com/endpoints',
    errors: ERRORS,
    support: 'https://support.quicknode.com',
  },
  statusPage: { page: 'https://status.quicknode.com' },
  rules: [
    {
      when: { message: 'daily request limit reached' },
      cause: 'quota-exhausted',
      note: "The plan's requests of this day are used up.",
      source: ERRORS,
      waiting: 'helps',
    },
    { when: { message: 'request limit reached - reduce calls per' }, cause: 'rate-limited', source: ERRORS },
    { when: { code: '-32007', message: 'request limit reached' }, cause: 'rate-limited', source: ERRORS },
    {
      when: { message: 'custom trace not found' },
      cause: 'permission-denied',
      note: 'Quicknode has to allow this custom trace first: ask its support.',
      source: ERRORS,
    },
    {
      when: { status: 403 },
      cause: 'permission-denied',
      alternatives: ['account-past-due', 'account-disabled'],
      note: 'The endpoint is disabled; an unpaid invoice is one of the reasons.',
      source: ERRORS,
    },
    {
      when: { status: 401 },
      cause: 'credentials-invalid',
      alternatives: ['access-blocked'],
      note: "The endpoint's security rules refused the call: a wrong token, an address outside the list, or a JWT that is not valid.",
      source: ERRORS,
    },
    { when: { status: 429 }, cause: 'rate-limited', source: ERRORS },
  ],
} satisfies Provider;
