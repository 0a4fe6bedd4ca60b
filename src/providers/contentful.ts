import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://www.contentful.com/developers/docs/references/errors/';

export default {
  title: 'Contentful',
  kind: 'vendor',
  hosts: [
    'cdn.contentful.com',
    'api.contentful.com',
    'preview.contentful.com',
    'graphql.contentful.com',
    'upload.contentful.com',
    '.contentful.com',
    '.ctfassets.net',
  ],
  keys: [
    {
      pattern: 'CFPAT-[A-Za-z0-9_-]{43}',
      means: 'Contentful personal access token, for the management API',
      sample: `CFPAT-${'Example0'.repeat(5)}Abc`,
      notFor: 'A management token does not work with the Content Delivery API.',
    },
  ],
  keyEnvironment: ['CONTENTFUL_ACCESS_TOKEN', 'CONTENTFUL_MANAGEMENT_TOKEN', 'CONTENTFUL_DELIVERY_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-contentful-request-id'],
  scopeHeaders: ['x-contentful-organization'],
  ownHeaders: ['x-contentful-*', 'cf-space-id', 'cf-environment-id', 'cf-organization-id'],
  ownWords: ['contentful::', 'contentfulerror'],
  names: ['contentful'],
  links: {
    billing: 'https://app.contentful.com/account/organizations',
    keys: 'https://app.contentful.com/account/profile/cma_tokens',
    limits: 'https://www.contentful.com/developers/docs/technical-limits/',
    errors: ERRORS,
    support: 'https://www.contentful.com/support/',
  },
  supportAsks: ['the x-contentful-request-id of the response', 'the space id'],
  statusPage: {
    page: 'https://www.contentfulstatus.com',
    api: { kind: 'statuspage', url: 'https://www.contentfulstatus.com/api/v2/summary.json' },
  },
  rules: [
    { when: { code: 'RateLimitExceeded' }, cause: 'rate-limited', source: ERRORS },
    {
      when: { message: /\bexceeded the rate limit of the organization\b/i },
      cause: 'rate-limited',
      note: 'Counted by second, for the whole organisation.',
      source: ERRORS,
    },
    {
      when: { message: /\baccess token you sent could not be found or is invalid\b/i },
      cause: 'credentials-invalid',
      note: 'Delivery, preview and management API each take tokens of their own.',
      source: ERRORS,
    },
    { when: { code: ['AccessTokenInvalid', 'OrganizationAccessGrantRequired'] }, cause: 'credentials-invalid', source: ERRORS },
    { when: { code: 'VersionMismatch' }, cause: 'conflict', note: 'Send the present version in X-Contentful-Version.', source: ERRORS },
    {
      when: { code: 'Hibernated' },
      cause: 'service-unavailable',
      note: 'The space sleeps because nobody used it: open it in the web app.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
