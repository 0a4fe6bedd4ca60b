import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.agents.lumalabs.ai/guides/error-handling/';
const CREDITS = 'https://docs.lumalabs.ai/changelog/callbacks-and-credits-balance';

export default {
  title: 'Luma AI',
  kind: 'vendor',
  hosts: ['api.lumalabs.ai', 'agents.lumalabs.ai'],
  keys: [],
  keyEnvironment: ['LUMAAI_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['lumalabs.ai', 'lumaai.'],
  names: ['luma ai', 'lumalabs', 'lumaai', 'luma labs'],
  links: {
    billing: 'https://lumalabs.ai/dream-machine/api/billing/overview',
    keys: 'https://lumalabs.ai/dream-machine/api/keys',
    errors: ERRORS,
  },
  balance: {
    url: 'https://api.lumalabs.ai/dream-machine/v1/credits',
    read: { remaining: 'credit_balance' },
    factor: 0.01,
    unit: 'USD',
    source: CREDITS,
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.lumalabs.ai/dream-machine/v1/credits',
    says: 'Tells the balance in US cents.',
    source: CREDITS,
  },
  rules: [
    {
      when: { code: 'budget_exhausted' },
      cause: 'credits-exhausted',
      note: 'The funds ran out while the generation ran.',
      source: ERRORS,
    },
    { when: { message: 'insufficient credits' }, cause: 'credits-exhausted', source: CREDITS },
    { when: { status: 402 }, cause: 'credits-exhausted', source: ERRORS },
    { when: { code: 'content_moderated' }, cause: 'content-refused', source: ERRORS },
    { when: { code: 'image_too_large' }, cause: 'payload-too-large', source: ERRORS },
    { when: { code: ['generation_failed', 'output_not_found'] }, cause: 'upstream-failure', source: ERRORS },
    {
      when: { status: 403, message: /\b(?:suspended|deactivated)\b/i },
      cause: 'account-disabled',
      source: ERRORS,
      alternatives: ['account-past-due'],
    },
  ],
} satisfies Provider;
