import type { Provider } from '../model/provider.ts';

const SITES = 'https://docs.datadoghq.com/getting_started/site/';
const KEYS = 'https://docs.datadoghq.com/account_management/api-app-keys/';
const LIMITS = 'https://docs.datadoghq.com/api/latest/rate-limits/';

export default {
  title: 'Datadog',
  kind: 'vendor',
  hosts: ['.datadoghq.com', '.datadoghq.eu', '.ddog-gov.com'],
  keys: [],
  keyEnvironment: ['DD_API_KEY', 'DATADOG_API_KEY', 'DD_APP_KEY', 'DATADOG_APP_KEY'],
  keyHeader: 'dd-api-key',
  requestIdHeaders: ['x-datadog-trace-id', 'dd-request-id'],
  ownHeaders: [],
  ownWords: ['datadog-agent', 'datadogapiclient', 'api key invalid, dropping transaction'],
  links: {
    billing: 'https://app.datadoghq.com/billing/plan',
    usage: 'https://app.datadoghq.com/billing/usage',
    keys: 'https://app.datadoghq.com/organization-settings/api-keys',
    limits: LIMITS,
    support: 'https://www.datadoghq.com/support/',
  },
  statusPage: {
    page: 'https://status.datadoghq.com',
    api: { kind: 'statuspage', url: 'https://status.datadoghq.com/api/v2/summary.json' },
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.datadoghq.com/api/v1/validate',
    says: 'Proves the API key at this site; the application key is another matter.',
    source: 'https://docs.datadoghq.com/api/latest/authentication/',
  },
  rules: [
    {
      when: { message: /\bapi key (?:is )?invalid\b|\binvalid api key\b/i },
      cause: 'credentials-invalid',
      alternatives: ['key-scope-mismatch'],
      note: 'A key works at the site of its organisation only (US1, US3, US5, EU, AP1…): compare the host with the address of the web app.',
      source: SITES,
    },
    {
      when: { status: 403 },
      cause: 'permission-denied',
      alternatives: ['credentials-invalid', 'key-scope-mismatch'],
      note: 'Datadog answers 403 for a wrong API key, for an application key that is missing or lacks a scope, and for a key of another site.',
      source: KEYS,
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'X-RateLimit-Name says which limit, and X-RateLimit-Reset when it ends.',
      source: LIMITS,
    },
  ],
} satisfies Provider;
