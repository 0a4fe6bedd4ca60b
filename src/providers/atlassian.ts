import type { Provider } from '../model/provider.ts';

const SUSPENDED = 'https://github.com/ParabolInc/parabol/issues/7430';
const JIRA_LIMITS = 'https://developer.atlassian.com/cloud/jira/platform/rate-limiting/';
const TRELLO_LIMITS = 'https://developer.atlassian.com/cloud/trello/guides/rest-api/rate-limits/';
const BILLING = 'https://support.atlassian.com/subscriptions-and-billing/docs/manage-your-bill-for-standard-and-premium-plans/';

export default {
  title: 'Atlassian (Jira, Confluence, Trello)',
  kind: 'vendor',
  hosts: ['api.atlassian.com', 'auth.atlassian.com', '.atlassian.net', 'api.trello.com', '.jira.com'],
  keys: [
    { pattern: 'ATATT3[A-Za-z0-9_=-]{180,190}', means: 'Atlassian API token', sample: `ATATT3${'Example0'.repeat(23)}Ab` },
    { pattern: 'ATTA[0-9a-f]{72}', means: 'Trello token', sample: `ATTA${'0123456789abcdef'.repeat(4)}01234567` },
  ],
  keyEnvironment: ['JIRA_API_TOKEN', 'ATLASSIAN_API_TOKEN', 'CONFLUENCE_API_TOKEN', 'ATLASSIAN_TOKEN', 'TRELLO_TOKEN', 'TRELLO_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['atl-traceid', 'x-arequestid', 'atl-request-id'],
  ownHeaders: ['atl-*', 'x-arequestid', 'x-aaccountid', 'x-seraph-loginreason', 'x-trello-version', 'x-trello-environment'],
  ownWords: [
    'developer.atlassian.com',
    'support.atlassian.com',
    'id.atlassian.com',
    'com.atlassian.',
    'tenant is restricted',
    'api_token_limit_exceeded',
    'client must be authenticated to access this resource',
  ],
  names: ['atlassian', 'jira', 'trello'],
  links: {
    billing: 'https://admin.atlassian.com',
    keys: 'https://id.atlassian.com/manage-profile/security/api-tokens',
    limits: JIRA_LIMITS,
    errors: 'https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#status-codes',
    support: 'https://support.atlassian.com/contact/',
  },
  supportAsks: ['the atl-traceid of the response', 'the name of the site'],
  statusPage: {
    page: 'https://status.atlassian.com',
    api: { kind: 'statuspage', url: 'https://status.atlassian.com/api/v2/summary.json' },
  },
  rules: [
    {
      when: { message: 'suspended-payment' },
      cause: 'account-past-due',
      note: 'The site is restricted until its invoice is paid.',
      source: SUSPENDED,
    },
    {
      when: { message: /\bsuspended-inactiv\w+/i },
      cause: 'service-unavailable',
      note: 'The free site was put to sleep because nobody used it: an administrator can wake it.',
      source: 'https://support.atlassian.com/organization-administration/docs/why-was-my-site-deactivated/',
      waiting: 'futile',
    },
    {
      when: { message: /\btenant is restricted\b|\bsite (?:has been|is|was) (?:suspended|deactivated)\b/i },
      cause: 'account-past-due',
      alternatives: ['subscription-inactive', 'account-disabled'],
      source: SUSPENDED,
    },
    {
      when: { message: /\b(?:product|application|jira|confluence) (?:is )?(?:not|isn't|un) ?licen[sc]ed\b|\bnot licen[sc]ed\b/i },
      cause: 'plan-required',
      alternatives: ['subscription-inactive', 'permission-denied'],
      note: 'The site has no licence of this product, or this user has no seat of it.',
      source: BILLING,
    },
    {
      when: { message: /\b(?:licen[sc]e|subscription|evaluation|trial) (?:has |is )?expired\b/i },
      cause: 'subscription-inactive',
      source: BILLING,
    },
    {
      when: { message: /\b(?:user|licen[sc]e|seat) (?:limit|tier)\b.{0,30}\b(?:exceeded|reached)\b/i },
      cause: 'plan-required',
      source: BILLING,
    },
    {
      when: { message: /\bworkspace\b.{0,60}\b(?:board|collaborator|free) limit\b|\bupgrade (?:your|this) workspace\b/i },
      cause: 'plan-required',
      source: 'https://trello.com/pricing',
    },
    {
      when: { code: ['API_TOKEN_LIMIT_EXCEEDED', 'API_KEY_LIMIT_EXCEEDED', 'API_TOKEN_DB_LIMIT_EXCEEDED', 'API_KEY_DB_LIMIT_EXCEEDED'] },
      cause: 'rate-limited',
      note: 'Trello counts in windows of ten seconds, by token and by key.',
      source: TRELLO_LIMITS,
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'The Retry-After and X-RateLimit-Reset fields tell when to go on.',
      source: JIRA_LIMITS,
    },
    {
      when: { message: 'client must be authenticated to access this resource' },
      cause: 'credentials-missing',
      alternatives: ['credentials-invalid'],
      note: 'Jira and Confluence Cloud take the e-mail address and an API token as Basic credentials.',
      source: 'https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/',
    },
    {
      when: { message: 'invalid key', status: 401 },
      cause: 'credentials-invalid',
      source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/',
    },
    {
      when: { message: 'captcha_challenge' },
      cause: 'access-blocked',
      note: 'Failed logins brought a CAPTCHA: log in once in a browser.',
      source: 'https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/',
    },
  ],
} satisfies Provider;
