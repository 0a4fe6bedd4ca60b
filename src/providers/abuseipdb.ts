import type { Provider } from '../model/provider.ts';

const DOCS = 'https://docs.abuseipdb.com/';

export default {
  title: 'AbuseIPDB',
  kind: 'vendor',
  hosts: ['api.abuseipdb.com'],
  keys: [],
  keyEnvironment: ['ABUSEIPDB_API_KEY', 'ABUSEIPDB_KEY'],
  keyHeader: 'key',
  requestIdHeaders: [],
  basePaths: ['/api/v2'],
  ownHeaders: [],
  ownWords: ['abuseipdb.com', 'the apiv2 key differs from the apiv1 key', 'requests exceeded for this endpoint'],
  names: ['abuseipdb'],
  links: {
    billing: 'https://www.abuseipdb.com/account/plans',
    usage: 'https://www.abuseipdb.com/account',
    keys: 'https://www.abuseipdb.com/account/api',
    limits: DOCS,
    errors: DOCS,
    support: 'https://www.abuseipdb.com/contact',
  },
  rules: [
    {
      when: { message: /daily rate limit of [\d,]+ requests exceeded/i },
      cause: 'quota-exhausted',
      note: 'Each endpoint has its own count of the day; Retry-After says when it starts again.',
      source: DOCS,
      waiting: 'helps',
    },
    {
      when: { message: /once in \d+ minutes/i },
      cause: 'rate-limited',
      note: 'The same address can be reported once in a quarter of an hour; other calls are not held off.',
      source: DOCS,
    },
    { when: { message: 'apiv2 key differs from' }, cause: 'credentials-invalid', alternatives: ['credentials-missing'], source: DOCS },
  ],
} satisfies Provider;
