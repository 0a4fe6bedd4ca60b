import type { Provider } from '../model/provider.ts';

const INGEST = 'https://docs.newrelic.com/docs/data-apis/ingest-apis/metric-api/metric-api-limits-restricted-attributes/';
const LIMITS = 'https://docs.newrelic.com/docs/data-apis/manage-data/view-system-limits/';

export default {
  title: 'New Relic',
  kind: 'vendor',
  hosts: ['.newrelic.com', '.nr-data.net'],
  keys: [
    {
      pattern: 'NRAK-[A-Z0-9]{27}',
      means: 'New Relic user key',
      sample: `NRAK-${'EXAMPLE0'.repeat(3)}ABC`,
      notFor: 'A user key queries (NerdGraph, REST); sending data needs a license key.',
    },
    {
      pattern: 'NRII-[A-Za-z0-9_-]{32}',
      means: 'New Relic Insights insert key',
      sample: `NRII-${'Example0'.repeat(4)}`,
      notFor: 'An insert key sends events only.',
    },
  ],
  keyEnvironment: ['NEW_RELIC_API_KEY', 'NEW_RELIC_LICENSE_KEY', 'NEWRELIC_API_KEY'],
  keyHeader: 'api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['docs.newrelic.com', 'one.newrelic.com', 'nrintegrationerror', 'newrelic/agent'],
  links: {
    usage: 'https://one.newrelic.com/admin-portal/cmo/home',
    keys: 'https://one.newrelic.com/api-keys',
    limits: LIMITS,
    errors: INGEST,
    support: 'https://support.newrelic.com',
  },
  statusPage: { page: 'https://status.newrelic.com', api: { kind: 'statuspage', url: 'https://status.newrelic.com/api/v2/summary.json' } },
  rules: [
    {
      when: { status: 403 },
      cause: 'credentials-invalid',
      alternatives: ['key-scope-mismatch', 'permission-denied'],
      note: 'The data endpoints answer 403 for a key that is missing, wrong, of the other kind (user key or license key), or of the other region (US or EU).',
      source: INGEST,
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'Calls or data points of a minute; Retry-After says how long to wait. NrIntegrationError events tell which limit.',
      source: LIMITS,
    },
  ],
} satisfies Provider;
