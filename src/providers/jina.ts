import type { Provider } from '../model/provider.ts';

const READER = 'https://github.com/jina-ai/reader/blob/main/src/services/errors.ts';

/** Reader and search name the error in `name`, with a number of five digits in `status` whose first three are the HTTP status. */
export default {
  title: 'Jina AI',
  kind: 'vendor',
  hosts: ['api.jina.ai', 'r.jina.ai', 's.jina.ai', 'deepsearch.jina.ai', 'mcp.jina.ai'],
  keys: [
    { pattern: 'jina_[0-9a-f]{32}[A-Za-z0-9_-]{28}', means: 'API key', sample: `jina_${'0123456789abcdef'.repeat(2)}${'Fake'.repeat(7)}` },
  ],
  keyEnvironment: ['JINA_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'jina.ai/api-dashboard',
    'jina.ai/reader',
    'jina.ai/embeddings',
    'account balance not enough to run this query, please recharge',
    'ratelimittriggerederror',
    'securitycompromiseerror',
    'tierfeatureconstrainterror',
  ],
  names: ['jina ai', 'jina.ai', 'jinaai', 'jina-ai'],
  links: {
    billing: 'https://jina.ai/api-dashboard/billing',
    usage: 'https://jina.ai/api-dashboard',
    keys: 'https://jina.ai/api-dashboard/key-manager',
    support: 'mailto:support@jina.ai',
  },
  statusPage: { page: 'https://status.jina.ai' },
  rules: [
    {
      when: { code: ['InsufficientBalanceError', 'InsufficientCreditsError', '40203', '40201'] },
      cause: 'credits-exhausted',
      note: 'The tokens of this key are used up; each key has its own, and Reader may take a while to see a top-up.',
      source: 'https://github.com/jina-ai/reader/issues/1136',
    },
    {
      when: { message: 'account balance not enough' },
      cause: 'credits-exhausted',
      source: 'https://github.com/jina-ai/node-DeepResearch/issues/21',
    },
    { when: { code: ['TierFeatureConstraintError', '40202'] }, cause: 'plan-required', source: READER },
    { when: { code: ['RateLimitTriggeredError', '42903'] }, cause: 'rate-limited', source: READER },
    {
      when: { code: ['BudgetExceededError', '40904'] },
      cause: 'spend-limit-reached',
      note: 'The page needs more tokens than the token budget that the request itself set.',
      source: READER,
      alternatives: ['context-too-long', 'payload-too-large'],
    },
    {
      when: { code: ['SecurityCompromiseError', '45102'] },
      cause: 'access-blocked',
      note: 'Reader does not fetch this page, or not without a key, because of abuse.',
      source: READER,
    },
    { when: { code: ['TargetFileTooLargeError', '41302', 'BatchSizeTooLargeError', '41201'] }, cause: 'payload-too-large', source: READER },
    {
      when: { code: ['ServiceNodeResourceDrainError', '50303'] },
      cause: 'overloaded',
      source: READER,
    },
    {
      when: { status: 402 },
      cause: 'credits-exhausted',
      note: 'Mostly the tokens of this key are used up; a 402 also refuses what the plan does not include.',
      source: READER,
      alternatives: ['plan-required'],
    },
  ],
} satisfies Provider;
