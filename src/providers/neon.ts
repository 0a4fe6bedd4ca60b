import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://neon.com/docs/connect/connection-errors';
const QUOTA = 'https://neon.com/docs/introduction/plans';

export default {
  title: 'Neon',
  kind: 'vendor',
  hosts: ['console.neon.tech', '.neon.tech'],
  keys: [{ pattern: 'napi_[a-z0-9]{64}', means: 'Neon API key', sample: `napi_${'example0'.repeat(8)}` }],
  keyEnvironment: ['NEON_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'neon.tech/docs',
    'neon.com/docs',
    'neon:retryable',
    'neondberror',
    'exceeded the compute time quota',
    'exceeded the data transfer quota',
    'exceeded the active time quota',
    'exceeded the written data quota',
    'exceeded the logical size quota',
  ],
  names: ['neondb', 'neon.tech', 'neon postgres', 'neon serverless'],
  links: {
    billing: 'https://console.neon.tech/app/billing',
    usage: 'https://console.neon.tech/app/billing',
    keys: 'https://console.neon.tech/app/settings/api-keys',
    limits: QUOTA,
    errors: ERRORS,
    support: 'https://console.neon.tech/app/settings/support',
  },
  statusPage: { page: 'https://neonstatus.com' },
  knownGood: {
    method: 'GET',
    url: 'https://console.neon.tech/api/v2/projects',
    says: 'Lists the projects of an API key, with what each used and when its quota starts again.',
    source: 'https://api-docs.neon.tech/reference/listprojects',
  },
  rules: [
    {
      when: {
        message: /\bexceeded the (?:compute time|active time|data transfer|written data|logical size|storage)(?: data)? (?:quota|limit)/i,
      },
      cause: 'quota-exhausted',
      note: 'What the plan includes for this billing period is used up: the database answers again when the period starts anew, or on a larger plan.',
      source: ERRORS,
      waiting: 'helps',
    },
    { when: { message: 'password authentication failed for user' }, cause: 'credentials-invalid', source: ERRORS },
    {
      when: { message: 'endpoint is disabled' },
      cause: 'permission-denied',
      alternatives: ['quota-exhausted', 'service-unavailable'],
      note: 'The compute endpoint was switched off, by its owner or by Neon: switch it on in the console or through the API.',
      source: ERRORS,
    },
    {
      when: { status: 423 },
      cause: 'conflict',
      note: 'The project is locked by an operation that still runs.',
      source: 'https://api-docs.neon.tech/reference/getting-started-with-neon-api',
      waiting: 'helps',
    },
  ],
} satisfies Provider;
