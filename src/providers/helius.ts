import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://www.helius.dev/docs/api-reference/common-error-codes';
const PLANS = 'https://www.helius.dev/docs/billing/plans';

export default {
  title: 'Helius',
  kind: 'vendor',
  hosts: ['.helius-rpc.com', '.helius.xyz', 'helius-rpc.com'],
  // A key is a plain UUID, which is too common a shape to tell by.
  keys: [],
  keyEnvironment: ['HELIUS_API_KEY', 'HELIUS_RPC_URL'],
  // The key goes into the query as api-key.
  keyHeader: 'api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['helius-rpc.com', 'helius.dev', 'helius.xyz'],
  names: ['helius'],
  links: {
    billing: 'https://dashboard.helius.dev/',
    usage: 'https://dashboard.helius.dev/usage',
    keys: 'https://dashboard.helius.dev/',
    limits: PLANS,
    errors: ERRORS,
    support: 'https://www.helius.dev/docs/support',
  },
  statusPage: {
    page: 'https://helius.statuspage.io',
    api: { kind: 'statuspage', url: 'https://helius.statuspage.io/api/v2/summary.json' },
  },
  rules: [
    {
      when: { message: 'max usage reached' },
      cause: 'quota-exhausted',
      note: "The plan's credits of this billing cycle are used up. It comes as a 429 with the code of a throttle, -32429.",
      source: PLANS,
    },
    { when: { code: '-32429' }, cause: 'rate-limited', alternatives: ['quota-exhausted'], source: ERRORS },
    {
      when: { status: 401 },
      cause: 'credentials-invalid',
      alternatives: ['access-blocked'],
      note: "The key is wrong or missing, or the key's own access rules refuse this address or domain.",
      source: ERRORS,
    },
  ],
} satisfies Provider;
