import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://github.com/gravitee-io/gravitee-policy-ratelimit';
const KEY = 'https://documentation.gravitee.io/apim/4.9/create-and-configure-apis/apply-policies/policy-reference/api-key';

/** Gravitee API Management, in front of anybody's API: a quota is what the plan of the API's publisher grants to a subscription. */
export default {
  title: 'Gravitee',
  kind: 'gateway',
  hosts: [],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'x-gravitee-api-key',
  requestIdHeaders: ['x-gravitee-request-id', 'x-gravitee-transaction-id'],
  ownHeaders: ['x-gravitee-*'],
  ownWords: ['gravitee', 'exceeded! you reached the limit of', 'exceeded ! you reached the limit of'],
  names: ['gravitee'],
  links: { limits: 'https://documentation.gravitee.io/apim/v/4.0-5/reference/policy-reference/rate-limit', keys: KEY },
  rules: [
    {
      when: { message: /^quota exceeded ?! you reached the limit of/i },
      cause: 'quota-exhausted',
      note: 'The calls that the plan grants in hours, days, weeks or months are used up, though it is a 429; X-Quota-Reset says when they come back.',
      source: LIMITS,
      waiting: 'helps',
    },
    {
      when: { message: /^(?:rate|spike) limit exceeded ?! (?:you reached the limit of|no tokens available)/i },
      cause: 'rate-limited',
      source: LIMITS,
    },
    { when: { code: ['QUOTA_TOO_MANY_REQUESTS'] }, cause: 'quota-exhausted', source: LIMITS, waiting: 'helps' },
    {
      when: { code: ['RATE_LIMIT_TOO_MANY_REQUESTS', 'SPIKE_ARREST_TOO_MANY_REQUESTS', 'TOKEN_BUCKET_RATE_LIMIT_TOO_MANY_REQUESTS'] },
      cause: 'rate-limited',
      source: LIMITS,
    },
    { when: { code: 'API_KEY_MISSING' }, cause: 'credentials-missing', source: KEY },
    {
      when: { code: 'API_KEY_INVALID' },
      cause: 'credentials-invalid',
      note: 'The key is wrong, revoked, expired, or of another API.',
      source: KEY,
    },
  ],
} satisfies Provider;
