import type { Provider } from '../model/provider.ts';

const QUOTAS = 'https://www.sanity.io/docs/help/understanding-quotas';
const LIMITS = 'https://www.sanity.io/docs/content-lake/technical-limits';

export default {
  title: 'Sanity',
  kind: 'vendor',
  hosts: ['api.sanity.io', '.api.sanity.io', '.apicdn.sanity.io', 'cdn.sanity.io'],
  keys: [],
  keyEnvironment: ['SANITY_API_TOKEN', 'SANITY_AUTH_TOKEN', 'SANITY_TOKEN', 'SANITY_API_READ_TOKEN', 'SANITY_API_WRITE_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['x-sanity-*', 'sanity-*'],
  ownWords: ['sanity.io', '@sanity/client'],
  names: ['sanity.io'],
  links: {
    billing: 'https://www.sanity.io/manage',
    usage: 'https://www.sanity.io/manage',
    keys: 'https://www.sanity.io/manage',
    limits: LIMITS,
    support: 'https://www.sanity.io/contact',
  },
  supportAsks: ['the project id', 'the name of the dataset'],
  statusPage: {
    page: 'https://www.sanity-status.com',
    api: { kind: 'statuspage', url: 'https://www.sanity-status.com/api/v2/summary.json' },
  },
  rules: [
    {
      when: { status: 402 },
      cause: 'quota-exhausted',
      alternatives: ['account-past-due', 'plan-required'],
      note: 'The free plan has hard caps. Calls and bandwidth start again on the first of the month (UTC); documents and assets do not, and there only deleting or a larger plan helps.',
      source: QUOTAS,
    },
    {
      when: { message: /\bunauthorized - session not found\b|\bsession not found\b/i },
      cause: 'credentials-invalid',
      source: 'https://www.sanity.io/docs/content-lake/http-auth',
    },
    {
      when: { message: /\binsufficient permissions; permission\b/i },
      cause: 'permission-denied',
      note: 'The token lacks the role: writing needs an Editor token.',
      source: 'https://www.sanity.io/docs/content-lake/http-auth',
    },
  ],
} satisfies Provider;
