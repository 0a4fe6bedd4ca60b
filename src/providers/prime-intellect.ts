import type { ErrorRule, Provider } from '../model/provider.ts';

const TROUBLE = 'https://docs.primeintellect.ai/inference/troubleshooting';

const noFunds: Omit<ErrorRule, 'when'> = {
  cause: 'credits-exhausted',
  note: 'Without X-Prime-Team-ID the personal balance pays, even where the key belongs to a member of a team that has funds.',
  source: TROUBLE,
};

export default {
  title: 'Prime Intellect',
  kind: 'vendor',
  hosts: ['api.pinference.ai'],
  keys: [],
  keyEnvironment: ['PRIME_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  scopeHeaders: ['x-prime-team-id'],
  ownHeaders: [],
  ownWords: ['api.pinference.ai', 'primeintellect.ai', 'x-prime-team-id', 'prime_api_key', 'insufficient balance (including overdraft)'],
  names: ['prime intellect', 'primeintellect', 'prime-intellect', 'pinference'],
  links: {
    billing: 'https://app.primeintellect.ai/dashboard/billing',
    errors: TROUBLE,
  },
  rules: [
    { when: { message: 'insufficient balance (including overdraft)' }, ...noFunds },
    { when: { code: 'insufficient_funds' }, ...noFunds },
    { when: { status: 402 }, ...noFunds },
  ],
} satisfies Provider;
