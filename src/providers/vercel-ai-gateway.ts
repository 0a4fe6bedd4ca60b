import type { Provider } from '../model/provider.ts';

const RATE_LIMITS = 'https://vercel.com/docs/ai-gateway/rate-limits';
const BUDGETS = 'https://vercel.com/docs/ai-gateway/observability-and-spend/api-key-budgets';
const USAGE = 'https://vercel.com/docs/ai-gateway/usage';
const CARD = 'https://github.com/arlanrakh/talk-to-girlfriend-ai/issues/6';
const FREE_CREDITS = 'https://github.com/Aider-AI/aider/pull/4495';

/** Vercel bills every call from the team's own AI Gateway credits, whichever vendor runs the model, unless the team brought that vendor's key. */
export default {
  title: 'Vercel AI Gateway',
  kind: 'vendor',
  hosts: ['ai-gateway.vercel.sh'],
  keys: [{ pattern: 'vck_[A-Za-z0-9_-]{16,}', means: 'Vercel AI Gateway key', sample: 'vck_ExampleFake0ExampleFake0' }],
  keyEnvironment: ['AI_GATEWAY_API_KEY', 'VERCEL_OIDC_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-vercel-id'],
  basePaths: ['/v1', '/v1/ai', '/v3/ai'],
  ownHeaders: [],
  ownWords: [
    'ai-gateway.vercel.sh',
    'vercel.com/docs/ai-gateway',
    'vercel.com/ai-gateway',
    'ai gateway requires a valid credit card',
    'quota_for_entity_exceeded',
    'gatewayinternalservererror',
    'gatewayratelimiterror',
    'gatewayauthenticationerror',
    'gatewaymodelnotfounderror',
    'free credits temporarily have',
    '%2fai%3fmodal%3dtop-up',
  ],
  names: ['vercel ai gateway'],
  links: {
    billing: 'https://vercel.com/d?to=%2F%5Bteam%5D%2F%7E%2Fai-gateway',
    usage: 'https://vercel.com/d?to=%2F%5Bteam%5D%2F%7E%2Fai-gateway',
    keys: 'https://vercel.com/d?to=%2F%5Bteam%5D%2F%7E%2Fai-gateway%2Fapi-keys',
    limits: RATE_LIMITS,
    errors: 'https://vercel.com/docs/ai-gateway/faq',
    support: 'https://vercel.com/help',
    logs: 'https://vercel.com/d?to=%2F%5Bteam%5D%2F%7E%2Fai-gateway%2Flogs',
  },
  statusPage: {
    page: 'https://www.vercel-status.com',
    api: { kind: 'statuspage', url: 'https://www.vercel-status.com/api/v2/summary.json' },
  },
  balance: {
    url: 'https://ai-gateway.vercel.sh/v1/credits',
    read: { remaining: 'balance', used: 'total_used' },
    unit: 'USD',
    source: USAGE,
  },
  knownGood: {
    method: 'GET',
    url: 'https://ai-gateway.vercel.sh/v1/credits',
    says: "Tells the team's credits. A wrong key is refused; the list of models is public and proves nothing.",
    source: USAGE,
  },
  prevention: [{ says: 'Give each key a budget of its own, so that one program cannot spend the whole balance.', source: BUDGETS }],
  rules: [
    {
      when: { type: 'insufficient_funds' },
      cause: 'credits-exhausted',
      note: "The team's AI Gateway credits are spent: no account at the vendor behind the gateway is short.",
      source: 'https://github.com/kuangquanshuisn/blink2api/issues/1',
    },
    {
      when: { message: 'insufficient funds. please add credits' },
      cause: 'credits-exhausted',
      source: 'https://github.com/kuangquanshuisn/blink2api/issues/1',
    },
    {
      when: { type: 'quota_for_entity_exceeded' },
      cause: 'spend-limit-reached',
      note: 'A budget that the team set for this key, project or team; it starts again by itself, or somebody raises it.',
      source: BUDGETS,
    },
    { when: { message: 'quota limit exceeded for' }, cause: 'spend-limit-reached', source: BUDGETS },
    {
      when: { type: 'customer_verification_required' },
      cause: 'payment-method-required',
      note: 'Even the free credits need a card on file.',
      source: CARD,
    },
    { when: { message: 'requires a valid credit card on file' }, cause: 'payment-method-required', source: CARD },
    {
      when: { message: 'free credits temporarily have restricted access' },
      cause: 'plan-required',
      note: 'The free credits do not reach this model for now; bought credits do.',
      source: FREE_CREDITS,
    },
    {
      when: { message: 'free credits temporarily have rate limits' },
      cause: 'rate-limited',
      alternatives: ['plan-required'],
      note: 'The free credits are throttled for now; bought credits are not.',
      source: 'https://community.vercel.com/t/free-credits-temporarily-have-restricted-access-due-to-abuse/21461',
    },
    {
      when: { type: 'rate_limit_exceeded' },
      cause: 'rate-limited',
      note: 'On the free tier this is the limit of the gateway for the model; on the paid tier the vendor behind it limits.',
      source: RATE_LIMITS,
    },
  ],
} satisfies Provider;
