import type { Provider } from '../model/provider.ts';

const RATES = 'https://api-dashboard.search.brave.com/documentation/guides/rate-limiting';
const AUTH = 'https://api-dashboard.search.brave.com/documentation/guides/authentication';

export default {
  title: 'Brave Search API',
  kind: 'vendor',
  hosts: ['api.search.brave.com'],
  keys: [],
  keyEnvironment: ['BRAVE_API_KEY', 'BRAVE_SEARCH_API_KEY'],
  keyHeader: 'x-subscription-token',
  requestIdHeaders: [],
  basePaths: ['/res/v1'],
  ownHeaders: [],
  ownWords: [
    'api.search.brave.com',
    'api-dashboard.search.brave.com',
    'subscription_token_invalid',
    'option_not_in_plan',
    'the option is not subscribed in the plan',
    'the provided subscription token is invalid',
    'request rate limit exceeded for plan',
    'x-subscription-token',
  ],
  names: ['brave search', 'brave-search', 'brave_search'],
  links: {
    billing: 'https://api-dashboard.search.brave.com/app/plans',
    keys: 'https://api-dashboard.search.brave.com/app/keys',
    limits: RATES,
  },
  rules: [
    {
      when: { code: 'OPTION_NOT_IN_PLAN' },
      cause: 'plan-required',
      note: 'Each plan (Search, Answers and so on) has keys of its own: this may be the key of the other plan.',
      source: 'https://github.com/brave/brave-search-skills/issues/27',
    },
    {
      when: { message: 'not subscribed in the plan' },
      cause: 'plan-required',
      source: 'https://github.com/brave/brave-search-skills/issues/27',
    },
    {
      when: { code: 'RATE_LIMITED' },
      cause: 'rate-limited',
      alternatives: ['quota-exhausted'],
      note: "meta tells which limit it was: rate_current against rate_limit (per second), or quota_current against quota_limit (the month's quota).",
      source: 'https://github.com/egoist/chatwise-releases/issues/1296',
    },
    {
      when: { code: 'SUBSCRIPTION_TOKEN_INVALID' },
      cause: 'credentials-invalid',
      note: 'Brave answers a wrong key with 422, not with 401.',
      source: AUTH,
    },
    {
      when: { code: 'VALIDATION', message: 'x-subscription-token' },
      cause: 'credentials-missing',
      note: 'Brave reports a missing X-Subscription-Token field as a parameter that is not valid.',
      source: AUTH,
    },
    { when: { code: 'VALIDATION' }, cause: 'invalid-request', source: 'https://github.com/egoist/chatwise-releases/issues/936' },
  ],
} satisfies Provider;
