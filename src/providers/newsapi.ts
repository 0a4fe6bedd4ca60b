import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://newsapi.org/docs/errors';
const PRICING = 'https://newsapi.org/pricing';

export default {
  title: 'News API',
  kind: 'vendor',
  hosts: ['newsapi.org'],
  keys: [],
  keyEnvironment: ['NEWS_API_KEY', 'NEWSAPI_KEY', 'NEWSAPI_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  basePaths: ['/v2', '/v1'],
  ownHeaders: [],
  ownWords: ['newsapi.org', 'newsapi.newsapi_exception', 'apikeyexhausted', 'maximumresultsreached'],
  names: ['newsapi', 'newsapi.org'],
  links: { billing: PRICING, usage: 'https://newsapi.org/account', keys: 'https://newsapi.org/account', limits: PRICING, errors: ERRORS },
  rules: [
    { when: { code: 'apiKeyExhausted' }, cause: 'quota-exhausted', source: ERRORS },
    {
      when: { code: 'rateLimited', message: '24 hour period' },
      cause: 'quota-exhausted',
      note: "The Developer plan's requests of 24 hours are used up.",
      source: PRICING,
      waiting: 'helps',
    },
    { when: { code: 'rateLimited' }, cause: 'rate-limited', source: ERRORS },
    {
      when: { code: 'maximumResultsReached' },
      cause: 'plan-required',
      note: 'The Developer plan gives the first 100 results only: do not ask for further pages.',
      source: PRICING,
    },
    {
      when: { message: 'too far in the past' },
      cause: 'plan-required',
      note: 'The plan reaches back some weeks only: ask for a later from.',
      source: PRICING,
    },
    {
      when: { code: 'corsNotAllowed' },
      cause: 'plan-required',
      note: 'On the Developer plan, browsers may call from localhost only.',
      source: PRICING,
    },
    { when: { code: 'apiKeyDisabled' }, cause: 'account-disabled', source: ERRORS },
    { when: { code: 'apiKeyInvalid' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { code: 'apiKeyMissing' }, cause: 'credentials-missing', source: ERRORS },
    {
      when: { code: ['parameterInvalid', 'parametersMissing', 'sourcesTooMany', 'sourceDoesNotExist'] },
      cause: 'invalid-request',
      source: ERRORS,
    },
    { when: { code: 'unexpectedError' }, cause: 'upstream-failure', source: ERRORS },
  ],
} satisfies Provider;
