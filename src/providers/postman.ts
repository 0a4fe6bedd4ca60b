import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://learning.postman.com/docs/developer/postman-api/postman-api-rate-limits/';
const OVERDUE = 'https://github.com/postmanlabs/postman-app-support/issues/7128';

export default {
  title: 'Postman',
  kind: 'vendor',
  hosts: ['api.getpostman.com', 'api.postman.com', 'api.eu.postman.com'],
  keys: [
    {
      pattern: 'PMAK-[a-f0-9]{24}-[a-f0-9]{34}',
      means: 'Postman API key',
      sample: `PMAK-0123456789abcdef01234567-${'0123456789abcdef'.repeat(2)}01`,
    },
  ],
  keyEnvironment: ['POSTMAN_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: ['x-srv-trace', 'cf-ray'],
  ownHeaders: [
    'x-ratelimit-limit-month',
    'x-ratelimit-remaining-month',
    'ratelimit-limit-month',
    'ratelimit-remaining-month',
    'x-srv-trace',
  ],
  ownWords: ['go.postman.co', 'getpostman.com', 'learning.postman.com', 'postman services have been suspended'],
  links: {
    billing: 'https://go.postman.co/billing',
    usage: 'https://go.postman.co/billing/add-ons/overview',
    keys: 'https://go.postman.co/settings/me/api-keys',
    limits: LIMITS,
    support: 'https://www.postman.com/support/',
  },
  statusPage: { page: 'https://status.postman.com' },
  knownGood: {
    method: 'GET',
    url: 'https://api.getpostman.com/me',
    says: 'Tells whose key it is, and what of the plan is used.',
    source: 'https://learning.postman.com/docs/reference/postman-api/authentication/',
  },
  rules: [
    {
      when: { message: /\boverdue invoices?\b|\bunpaid invoices?\b|\bnon-payment of invoices?\b|\bpast[- ]due invoices?\b/i },
      cause: 'account-past-due',
      note: 'The whole team is locked until its invoice is paid, personal workspaces included.',
      source: OVERDUE,
    },
    {
      when: { code: 'serviceLimitExhausted' },
      cause: 'quota-exhausted',
      note: "The month's calls of the Postman API, or another allowance of the plan, are used up.",
      source: LIMITS,
    },
    {
      when: { message: /\b(?:monthly|usage) limit\b.{0,40}\b(?:reached|exceeded|exhausted)\b|\bservice limit\b.{0,20}\bexhausted\b/i },
      cause: 'quota-exhausted',
      note: "The month's calls of the Postman API, or another allowance of the plan, are used up.",
      source: LIMITS,
    },
    { when: { code: 'rateLimited' }, cause: 'rate-limited', note: 'A key may make 300 calls a minute.', source: LIMITS },
    {
      when: { code: 'AuthenticationError' },
      cause: 'credentials-invalid',
      alternatives: ['credentials-missing'],
      source: 'https://learning.postman.com/docs/reference/postman-api/authentication/',
    },
  ],
} satisfies Provider;
