import type { Provider } from '../model/provider.ts';

const QUOTA = 'https://github.com/tashfeenahmed/freellmapi';
const PLANS = 'https://github.com/cheahjs/free-llm-api-resources/issues/189';

export default {
  title: 'Chutes',
  kind: 'vendor',
  hosts: ['llm.chutes.ai', 'api.chutes.ai', '.chutes.ai'],
  keys: [
    {
      pattern: 'cpk_[0-9a-f]{32}\\.[0-9a-f]{32}\\.[0-9A-Za-z]{32}',
      means: 'Chutes API key',
      sample: `cpk_${'0'.repeat(32)}.${'0'.repeat(32)}.${'Example0'.repeat(4)}`,
    },
  ],
  keyEnvironment: ['CHUTES_API_KEY', 'CHUTES_API_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['chutes.ai', 'please pay with fiat or send tao'],
  names: ['chutes.ai', 'chutes ai'],
  links: { billing: 'https://chutes.ai/app/api/billing-balance', keys: 'https://chutes.ai/app/api', limits: PLANS },
  rules: [
    {
      when: { message: 'quota exceeded and account balance is' },
      cause: 'credits-exhausted',
      alternatives: ['quota-exhausted'],
      note: "The day's included requests are used up, and there is no balance to go on with: either a deposit or the next day helps.",
      source: QUOTA,
    },
    { when: { message: 'please pay with fiat or send tao' }, cause: 'credits-exhausted', source: QUOTA },
  ],
} satisfies Provider;
