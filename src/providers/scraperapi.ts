import type { Provider } from '../model/provider.ts';

const STATUSES = 'https://docs.scraperapi.com/python/handling-and-processing-responses/api-status-codes';

export default {
  title: 'ScraperAPI',
  kind: 'vendor',
  hosts: ['api.scraperapi.com', 'async.scraperapi.com', 'proxy-server.scraperapi.com'],
  keys: [],
  keyEnvironment: ['SCRAPERAPI_KEY', 'SCRAPER_API_KEY', 'SCRAPERAPI_API_KEY'],
  // The key goes into the query as api_key.
  keyHeader: 'api_key',
  requestIdHeaders: [],
  ownHeaders: ['sa-final-url', 'sa-statuscode', 'sa-credit-cost'],
  ownWords: ['scraperapi.com', 'exhausted the api credits available in this monthly cycle'],
  names: ['scraperapi', 'scraper api'],
  links: {
    billing: 'https://dashboard.scraperapi.com/billing',
    usage: 'https://dashboard.scraperapi.com',
    keys: 'https://dashboard.scraperapi.com',
    errors: STATUSES,
    support: 'https://www.scraperapi.com/support/',
  },
  rules: [
    {
      when: { message: 'exhausted the api credits' },
      cause: 'quota-exhausted',
      note: "The plan's credits of this cycle are used up; overages can be switched on in the dashboard. It comes as a 403.",
      source: STATUSES,
    },
    {
      when: { status: 403 },
      cause: 'quota-exhausted',
      alternatives: ['access-blocked', 'permission-denied'],
      note: 'ScraperAPI sends 403 for used-up credits; the website that was asked for may have sent it as well.',
      source: STATUSES,
    },
    { when: { status: 429 }, cause: 'rate-limited', note: 'More requests side by side than the plan allows.', source: STATUSES },
    {
      when: { status: 500 },
      cause: 'upstream-failure',
      note: 'The page could not be fetched within the time; such requests cost no credits, and can be sent again.',
      source: STATUSES,
    },
  ],
} satisfies Provider;
