import type { Provider } from '../model/provider.ts';

const OPERATIONS = 'https://github.com/forem/forem/issues/759';
const RECORDS = 'https://github.com/umbraco/Umbraco.Cms.Integrations/issues/256';
const ERRORS = 'https://www.algolia.com/doc/rest-api/search/#section/Errors';

export default {
  title: 'Algolia',
  kind: 'vendor',
  hosts: ['.algolia.net', '.algolianet.com', '.algolia.io', '.algolia.com'],
  keys: [],
  keyEnvironment: ['ALGOLIA_API_KEY', 'ALGOLIA_ADMIN_API_KEY', 'ALGOLIA_ADMIN_KEY', 'ALGOLIA_WRITE_API_KEY'],
  keyHeader: 'x-algolia-api-key',
  requestIdHeaders: ['x-alg-pt'],
  scopeHeaders: ['x-algolia-application-id'],
  requiredHeaders: ['x-algolia-application-id'],
  ownHeaders: ['x-alg-*'],
  ownWords: [
    'algoliasearch',
    'algoliaexception',
    'algoliaprotocolerror',
    'operations quota exceeded, change plan',
    'record quota exceeded, change plan',
    'invalid application-id or api key',
  ],
  names: ['algolia'],
  links: {
    billing: 'https://www.algolia.com/account/billing/details',
    keys: 'https://www.algolia.com/account/api-keys',
    errors: ERRORS,
    support: 'https://support.algolia.com',
  },
  supportAsks: ['the application id', 'the name of the index'],
  statusPage: { page: 'https://status.algolia.com', api: { kind: 'statuspage', url: 'https://status.algolia.com/api/v2/summary.json' } },
  rules: [
    {
      when: { message: /\brecords? quota\b/i },
      cause: 'quota-exhausted',
      note: 'The application holds more records than its plan: delete some, or change the plan. Waiting does not help. This 403 is not about the key.',
      source: RECORDS,
      waiting: 'futile',
    },
    {
      when: { message: /\boperations? quota\b/i },
      cause: 'quota-exhausted',
      note: 'The operations that the plan includes for the month are used up. This 403 is not about the key.',
      source: OPERATIONS,
    },
    {
      when: { message: /\b(?:change|upgrade) (?:your )?plan\b/i },
      cause: 'quota-exhausted',
      alternatives: ['plan-required'],
      source: OPERATIONS,
    },
    {
      when: { message: /\bapplication (?:is |has been )?(?:blocked|disabled|suspended)\b/i },
      cause: 'account-disabled',
      alternatives: ['quota-exhausted', 'account-past-due', 'subscription-inactive'],
      note: 'Algolia blocks an application whose trial ended while it held more than the free plan allows.',
      source: 'https://github.com/algolia/algoliasearch-magento/issues/884',
    },
    {
      when: { message: 'invalid application-id or api key' },
      cause: 'credentials-invalid',
      alternatives: ['key-scope-mismatch'],
      note: 'A key belongs to one application: compare it with the application id.',
      source: ERRORS,
    },
    {
      when: { message: 'method not allowed with this api key' },
      cause: 'permission-denied',
      note: 'The key lacks the right for this call; a search-only key can only search.',
      source: 'https://www.algolia.com/doc/guides/security/api-keys/',
    },
    {
      when: { message: /\bindex not allowed with this api key\b/i },
      cause: 'permission-denied',
      source: 'https://www.algolia.com/doc/guides/security/api-keys/',
    },
  ],
} satisfies Provider;
