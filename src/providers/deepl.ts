import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developers.deepl.com/docs/best-practices/error-handling';
const AUTH = 'https://developers.deepl.com/docs/getting-started/auth';

export default {
  title: 'DeepL',
  kind: 'vendor',
  hosts: ['api.deepl.com', 'api-free.deepl.com', 'api-us.deepl.com', 'api-jp.deepl.com'],
  keys: [
    {
      pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:fx',
      means: 'key of the free API',
      sample: '00000000-1111-2222-3333-444444444444:fx',
      notFor: 'the paid API at api.deepl.com',
    },
  ],
  keyEnvironment: ['DEEPL_AUTH_KEY', 'DEEPL_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-trace-id'],
  basePaths: ['/v2', '/v3'],
  ownHeaders: [],
  ownWords: [
    'deepl-auth-key',
    'deepl.com/',
    'deepl.exceptions.',
    'deeplexception',
    'deepl::exceptions::',
    'use https://api-free.deepl.com',
    'use https://api.deepl.com',
    'quota for this billing period has been exceeded',
    'deepl servers are currently experiencing high load',
  ],
  names: ['deepl'],
  links: {
    billing: 'https://www.deepl.com/your-account/subscription',
    usage: 'https://www.deepl.com/your-account/usage',
    keys: 'https://www.deepl.com/your-account/keys',
    errors: ERRORS,
  },
  prevention: [
    {
      says: 'Ask /v2/usage before a long job: it costs nothing and tells the characters that are left.',
      causes: ['quota-exhausted', 'spend-limit-reached'],
      source: ERRORS,
    },
  ],
  statusPage: { page: 'https://www.deeplstatus.com' },
  balance: {
    url: '{origin}/v2/usage',
    scheme: 'DeepL-Auth-Key',
    read: { granted: 'character_limit', used: 'character_count' },
    unit: 'characters',
    source: 'https://developers.deepl.com/api-reference/usage-and-quota/check-usage-and-limits',
  },
  knownGood: {
    method: 'GET',
    url: 'https://api-free.deepl.com/v2/usage',
    says: 'Tells the characters used and allowed; a key of the paid API asks at api.deepl.com.',
    source: 'https://developers.deepl.com/api-reference/usage-and-quota/check-usage-and-limits',
  },
  rules: [
    {
      when: { status: 456 },
      cause: 'quota-exhausted',
      note: "On the free API the month's characters are used up; on the paid one the account's own Cost Control limit is reached, which can be raised.",
      source: ERRORS,
      alternatives: ['spend-limit-reached'],
    },
    {
      when: { message: 'quota for this billing period has been exceeded' },
      cause: 'quota-exhausted',
      note: "On the free API the month's characters are used up; on the paid one the account's own Cost Control limit is reached, which can be raised.",
      source: 'https://github.com/DeepLcom/deepl-node/blob/main/src/translator.ts',
      alternatives: ['spend-limit-reached'],
    },
    {
      when: { message: 'not allowed to access the api' },
      cause: 'plan-required',
      note: 'The translator plans (Starter, Advanced, Ultimate) do not include the API: it has plans of its own.',
      source: 'https://github.com/DeepL/deepl-node/issues/7',
    },
    {
      when: { message: 'wrong endpoint' },
      cause: 'key-scope-mismatch',
      note: 'Keys that end in ":fx" are for api-free.deepl.com, all others for api.deepl.com; a key of a translator plan without the API gets this as well.',
      source: 'https://github.com/DeepL/deepl-python/issues/8',
    },
    {
      when: { message: /\bauthori[sz]ation fail(?:ure|ed)\b/i },
      cause: 'credentials-invalid',
      note: 'DeepL refuses a wrong key with status 403.',
      source: 'https://github.com/DeepLcom/deepl-node/blob/main/src/translator.ts',
      alternatives: ['key-scope-mismatch'],
    },
    {
      when: { message: 'currently experiencing high load' },
      cause: 'rate-limited',
      note: 'The client library says so for every 429: too many requests in a short time.',
      source: ERRORS,
      alternatives: ['overloaded'],
    },
    {
      when: { status: 403 },
      cause: 'credentials-invalid',
      note: 'DeepL refuses a wrong key with status 403; a key of the free API at the paid host, or the reverse, gets it as well.',
      source: AUTH,
      alternatives: ['key-scope-mismatch', 'credentials-missing'],
    },
  ],
} satisfies Provider;
