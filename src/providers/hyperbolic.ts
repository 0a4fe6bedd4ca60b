import type { Provider } from '../model/provider.ts';

const BALANCE = 'https://github.com/HyperbolicLabs/hyperbolic-cli/blob/main/cmd/balance.go';
const LIMITS = 'https://raw.githubusercontent.com/api-evangelist/hyperbolic-ai/refs/heads/main/rate-limits/hyperbolic-ai-rate-limits.yml';

export default {
  title: 'Hyperbolic',
  kind: 'vendor',
  hosts: ['api.hyperbolic.xyz'],
  keys: [],
  keyEnvironment: ['HYPERBOLIC_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'api.hyperbolic.xyz',
    'app.hyperbolic.xyz',
    'app.hyperbolic.ai',
    'docs.hyperbolic.ai',
    'docs.hyperbolic.xyz',
    'hyperbolicexception',
  ],
  names: ['hyperbolic labs', 'hyperbolic ai', 'hyperbolic.xyz', 'hyperbolic.ai'],
  links: {
    billing: 'https://app.hyperbolic.ai/settings',
    keys: 'https://app.hyperbolic.ai/settings',
    limits: 'https://docs.hyperbolic.ai/inference/overview',
  },
  balance: {
    url: 'https://api.hyperbolic.xyz/billing/get_current_balance',
    read: { remaining: 'credits' },
    unit: 'USD',
    factor: 0.01,
    source: BALANCE,
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.hyperbolic.xyz/billing/get_current_balance',
    says: 'Tells the balance of the account, with an ordinary key.',
    source: BALANCE,
  },
  rules: [
    {
      when: { status: 402 },
      cause: 'credits-exhausted',
      note: 'Hyperbolic is paid for from a prepaid balance.',
      source: LIMITS,
      alternatives: ['payment-unspecified'],
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'Requests per minute, by tier: accounts that have never made a deposit have a lower rate.',
      source: LIMITS,
      alternatives: ['quota-exhausted'],
    },
  ],
} satisfies Provider;
