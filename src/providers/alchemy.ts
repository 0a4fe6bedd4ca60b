import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://www.alchemy.com/docs/reference/error-reference';
const CAPACITY = 'https://www.alchemy.com/support/what-does-the-webhooks-capacity-limit-error-mean';

export default {
  title: 'Alchemy',
  kind: 'vendor',
  hosts: ['.g.alchemy.com', '.alchemyapi.io', 'dashboard.alchemy.com'],
  keys: [],
  keyEnvironment: ['ALCHEMY_API_KEY', 'ALCHEMY_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    '.g.alchemy.com',
    'alchemyapi.io',
    'dashboard.alchemy.com',
    'docs.alchemy.com',
    'alchemy.com/docs',
    'exceeded its compute units per second capacity',
    'upgrade your scaling policy',
    'alchemyapierror',
  ],
  links: {
    billing: 'https://dashboard.alchemy.com/settings/billing',
    usage: 'https://dashboard.alchemy.com',
    keys: 'https://dashboard.alchemy.com/apps',
    limits: 'https://www.alchemy.com/docs/reference/throughput',
    errors: ERRORS,
  },
  statusPage: { page: 'https://status.alchemy.com' },
  rules: [
    {
      when: { message: 'monthly capacity limit exceeded' },
      cause: 'quota-exhausted',
      note: "The account's compute units of this month are used up; the next billing cycle starts anew. It comes as a 429 and is no throttle.",
      source: CAPACITY,
    },
    {
      when: { message: 'exceeded its compute units per second' },
      cause: 'rate-limited',
      note: 'Inside a batch, single calls are refused so, with 200 for the whole.',
      source: ERRORS,
    },
    { when: { message: 'must be authenticated' }, cause: 'credentials-invalid', alternatives: ['credentials-missing'], source: ERRORS },
    {
      when: { message: 'is not enabled for this app' },
      cause: 'permission-denied',
      note: 'Enable the network for this app in the dashboard.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
