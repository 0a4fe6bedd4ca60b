import type { Provider } from '../model/provider.ts';

const SEARCH = 'https://docs.tavily.com/documentation/api-reference/endpoint/search';
const USAGE = 'https://docs.tavily.com/documentation/api-reference/endpoint/usage';

export default {
  title: 'Tavily',
  kind: 'vendor',
  hosts: ['api.tavily.com', 'mcp.tavily.com'],
  keys: [{ pattern: 'tvly-(?:dev-|prod-)?[A-Za-z0-9_-]{32,64}', means: 'API key', sample: `tvly-dev-${'Example0'.repeat(4)}` }],
  keyEnvironment: ['TAVILY_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  scopeHeaders: ['x-project-id'],
  ownHeaders: [],
  ownWords: [
    'api.tavily.com',
    'app.tavily.com',
    'docs.tavily.com',
    'support@tavily.com',
    'tavily dashboard',
    'tavily.errors.',
    "plan's set usage limit",
  ],
  names: ['tavily'],
  links: {
    billing: 'https://app.tavily.com/billing',
    usage: 'https://app.tavily.com/home',
    keys: 'https://app.tavily.com/home',
    limits: 'https://docs.tavily.com/documentation/rate-limits',
    errors: SEARCH,
    support: 'mailto:support@tavily.com',
  },
  balance: {
    url: 'https://api.tavily.com/usage',
    read: { used: 'account.plan_usage', granted: 'account.plan_limit', plan: 'account.current_plan' },
    unit: 'API credits',
    note: "the plan's credits of this month, without pay-as-you-go",
    source: USAGE,
  },
  knownGood: { method: 'GET', url: 'https://api.tavily.com/usage', says: 'Tells the usage of the key and of the account.', source: USAGE },
  rules: [
    {
      when: { message: "plan's set usage limit" },
      cause: 'quota-exhausted',
      note: "The plan's credits start again with the month.",
      source: SEARCH,
    },
    {
      when: { message: 'pay-as-you-go limit' },
      cause: 'spend-limit-reached',
      note: 'The limit can be raised in the dashboard.',
      source: SEARCH,
    },
    {
      when: { status: 432 },
      cause: 'quota-exhausted',
      alternatives: ['spend-limit-reached'],
      note: 'Tavily answers 432 for the limit of the plan and for the limit of one key.',
      source: SEARCH,
    },
    {
      when: { status: 433 },
      cause: 'spend-limit-reached',
      note: 'The pay-as-you-go limit, which can be raised in the dashboard.',
      source: SEARCH,
    },
    {
      when: { message: 'missing or invalid API key' },
      cause: 'credentials-invalid',
      alternatives: ['credentials-missing'],
      source: SEARCH,
    },
    { when: { status: 429 }, cause: 'rate-limited', source: 'https://docs.tavily.com/documentation/rate-limits' },
  ],
} satisfies Provider;
