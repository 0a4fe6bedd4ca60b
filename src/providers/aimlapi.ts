import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.aimlapi.com/errors-and-messages/errors-with-status-code-4xx';
const BALANCE = 'https://docs.aimlapi.com/api-references/service-endpoints/account-balance';
const HELP = 'https://help.aimlapi.com/article/31-what-errors-might-occur-when-using-the-api';

export default {
  title: 'AI/ML API',
  kind: 'vendor',
  hosts: ['api.aimlapi.com'],
  keys: [],
  keyEnvironment: ['AIML_API_KEY', 'AIMLAPI_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['aimlapi.com', 'plan.rule:api_credit', 'exhausted the available [plan'],
  names: ['aimlapi', 'ai/ml api'],
  links: { billing: 'https://aimlapi.com/app/billing', keys: 'https://aimlapi.com/app/keys', errors: ERRORS, limits: HELP },
  balance: { url: 'https://api.aimlapi.com/v1/billing/balance', read: { remaining: 'balance' }, unit: 'credits', source: BALANCE },
  knownGood: {
    method: 'GET',
    url: 'https://api.aimlapi.com/v1/billing/balance',
    says: 'Tells the balance of the account whose key it is.',
    source: BALANCE,
  },
  rules: [
    {
      when: { message: 'plan.rule:api_credit' },
      cause: 'credits-exhausted',
      note: 'It comes as a 403, and the key is fine: the credits do not cover the call.',
      source: HELP,
    },
    {
      when: { message: /exhausted the available .{0,60}resource limit/i },
      cause: 'quota-exhausted',
      alternatives: ['credits-exhausted'],
      note: 'What the plan holds of this resource is used up.',
      source: HELP,
    },
    { when: { message: 'body validation error' }, cause: 'invalid-request', source: ERRORS },
    {
      when: { status: 403 },
      cause: 'credits-exhausted',
      alternatives: ['permission-denied'],
      note: 'The documentation gives a lack of credits as the reason for a 403.',
      source: ERRORS,
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      alternatives: ['quota-exhausted'],
      note: 'On the free plan: ten requests an hour on free models, ten a day on others.',
      source: HELP,
    },
  ],
} satisfies Provider;
