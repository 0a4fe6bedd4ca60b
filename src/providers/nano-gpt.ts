import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.nano-gpt.com/api-reference/miscellaneous/error-handling';

export default {
  title: 'NanoGPT',
  kind: 'vendor',
  hosts: ['nano-gpt.com', 'www.nano-gpt.com', 'api.nano-gpt.com'],
  keys: [],
  keyEnvironment: ['NANOGPT_API_KEY', 'NANO_GPT_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: [],
  ownWords: ['nano-gpt.com', 'nanogpt'],
  names: ['nano-gpt', 'nanogpt'],
  links: {
    billing: 'https://nano-gpt.com/balance',
    keys: 'https://nano-gpt.com/api',
    errors: ERRORS,
    limits: 'https://docs.nano-gpt.com/api-reference/miscellaneous/rate-limits',
  },
  statusPage: { page: 'https://status.nano-gpt.com', api: { kind: 'better-stack', url: 'https://status.nano-gpt.com/index.json' } },
  balance: {
    url: 'https://nano-gpt.com/api/subscription/v1/usage',
    read: { remaining: 'monthly.remaining', granted: 'limits.monthly', used: 'monthly.used', resetAt: 'monthly.resetAt', state: 'state' },
    note: "the subscription's allowance, not the prepaid balance",
    source: 'https://docs.nano-gpt.com/api-reference/endpoint/subscription-usage',
  },
  rules: [
    {
      when: { status: 402 },
      cause: 'credits-exhausted',
      note: 'The prepaid balance does not cover the call, or an enhancement such as web search that comes on top. Payment by the call is only offered to a client that asks for it.',
      source: ERRORS,
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      alternatives: ['quota-exhausted'],
      note: 'A throughput by the second, or the daily limit of the key.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
