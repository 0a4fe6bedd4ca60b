import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://serpapi.com/api-status-and-error-codes';

export default {
  title: 'SerpApi',
  kind: 'vendor',
  hosts: ['serpapi.com', 'www.serpapi.com'],
  keys: [],
  keyEnvironment: ['SERPAPI_API_KEY', 'SERPAPI_KEY', 'SERP_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['serpapi.com', 'serpapi.exceptions.', 'your account has run out of searches'],
  names: ['serpapi'],
  links: {
    billing: 'https://serpapi.com/plan',
    usage: 'https://serpapi.com/dashboard',
    keys: 'https://serpapi.com/manage-api-key',
    errors: ERRORS,
    support: 'mailto:contact@serpapi.com',
  },
  supportAsks: ['search_metadata.id of the search'],
  balance: {
    url: 'https://serpapi.com/account.json',
    keyParameter: 'api_key',
    read: { remaining: 'total_searches_left', granted: 'searches_per_month', used: 'this_month_usage', plan: 'plan_name' },
    unit: 'searches',
    source: 'https://serpapi.com/account-api',
  },
  rules: [
    {
      when: { message: 'run out of searches' },
      cause: 'quota-exhausted',
      note: "The plan's searches of this month are used up. SerpApi sends 429 for this and for its hourly limit alike.",
      source: ERRORS,
    },
    {
      when: { message: 'hourly throughput limit' },
      cause: 'rate-limited',
      note: 'A limit of searches in an hour, which the plan sets.',
      source: ERRORS,
    },
    { when: { message: 'invalid api key. your api key should be here' }, cause: 'credentials-invalid', source: ERRORS },
    {
      when: { message: "couldn't find your API Key" },
      cause: 'credentials-invalid',
      source: 'https://github.com/serpapi/google-search-results-python/issues/15',
    },
    { when: { message: 'missing query' }, cause: 'invalid-request', source: ERRORS },
    {
      when: { status: 403 },
      cause: 'account-disabled',
      alternatives: ['permission-denied'],
      note: 'Mostly the account of this key has been deleted.',
      source: ERRORS,
    },
    { when: { status: 410 }, cause: 'gone', note: 'The search has been deleted from the archive.', source: ERRORS },
    {
      when: { status: 429 },
      cause: 'quota-exhausted',
      alternatives: ['rate-limited'],
      note: "SerpApi sends 429 for used-up searches and for the hourly limit; the body's error tells which.",
      source: 'https://github.com/serpapi/serpapi-python/issues/16',
    },
  ],
} satisfies Provider;
