import type { Provider } from '../model/provider.ts';

const QUOTA = 'https://learn.microsoft.com/en-us/azure/api-management/quota-policy';
const RATE = 'https://learn.microsoft.com/en-us/azure/api-management/rate-limit-policy';
const KEYS = 'https://learn.microsoft.com/en-us/azure/api-management/api-management-subscriptions';
const ERRORS = 'https://learn.microsoft.com/en-us/azure/api-management/api-management-error-handling-policies';

/**
 * Azure API Management, in front of anybody's API: its quota is what the publisher grants to a subscription of the API, neither
 * the Azure account's money nor the allowance of the service behind it. Azure OpenAI's own answers use some of the same words.
 */
export default {
  title: 'Azure API Management',
  kind: 'gateway',
  hosts: ['.azure-api.net', '.azure-api.cn', '.azure-api.us'],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'ocp-apim-subscription-key',
  requestIdHeaders: ['request-id'],
  ownHeaders: [],
  ownWords: [
    'access denied due to missing subscription key',
    'ocp-apim-subscription-key',
    'out of call volume quota',
    'out of bandwidth quota',
    'azure-api.net',
  ],
  names: ['azure api management', 'azure apim'],
  links: { limits: QUOTA, errors: ERRORS, keys: KEYS },
  supportAsks: ['the Request-Id, and the name of the product that the key is subscribed to'],
  rules: [
    {
      when: { message: 'out of call volume quota' },
      cause: 'quota-exhausted',
      note: 'The calls that the product grants to this subscription are used up; Retry-After, or the message, says when they come back. It is a 403, not a permission.',
      source: QUOTA,
    },
    {
      when: { message: 'out of bandwidth quota' },
      cause: 'quota-exhausted',
      note: 'The kilobytes that the product grants to this subscription are used up.',
      source: QUOTA,
    },
    { when: { message: 'quota will be replenished' }, cause: 'quota-exhausted', source: QUOTA },
    { when: { message: 'rate limit is exceeded. try again in' }, cause: 'rate-limited', source: RATE },
    {
      when: { message: 'token limit is exceeded. try again in' },
      cause: 'rate-limited',
      note: 'A limit on tokens that the publisher of the API set for this key, not the limit of the model.',
      source: 'https://learn.microsoft.com/en-us/azure/api-management/llm-token-limit-policy',
    },
    {
      when: { message: 'access denied due to missing subscription key' },
      cause: 'credentials-missing',
      note: 'The gateway looks for the key in Ocp-Apim-Subscription-Key, or in the query.',
      source: ERRORS,
    },
    {
      when: { message: 'access denied due to invalid subscription key' },
      cause: 'credentials-invalid',
      alternatives: ['key-scope-mismatch', 'account-disabled'],
      note: 'The key is wrong, or its subscription is not active, or not for this product.',
      source: ERRORS,
    },
    {
      when: { status: 404, message: 'unable to match incoming request to an operation' },
      cause: 'not-found',
      note: 'The gateway has no such operation: a wrong path or method of the API.',
      source: ERRORS,
    },
    { when: { code: 'JWT not present' }, cause: 'credentials-missing', source: ERRORS },
    { when: { message: /^jwt not present\.?$/i }, cause: 'credentials-missing', source: ERRORS },
  ],
} satisfies Provider;
