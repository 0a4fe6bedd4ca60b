import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.pinecone.io/reference/api/errors';
const LIMITS = 'https://docs.pinecone.io/reference/api/database-limits/rate-limits';

export default {
  title: 'Pinecone',
  kind: 'vendor',
  hosts: ['api.pinecone.io', '.pinecone.io'],
  keys: [
    {
      pattern: 'pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}',
      means: 'API key',
      sample: `pcsk_Fake1_${'Example0'.repeat(7)}Example`,
    },
  ],
  keyEnvironment: ['PINECONE_API_KEY'],
  keyHeader: 'api-key',
  requestIdHeaders: ['x-pinecone-request-id'],
  ownHeaders: ['x-pinecone-*'],
  ownWords: [
    'pinecone.io',
    'pinecone.core.',
    'pinecone.exceptions',
    'pineconeapiexception',
    'pineconeexception',
    'pineconeconnectionerror',
    'pineconebadrequesterror',
    'unit limit for the current month',
    'the index exceeds the project quota of',
    'pod-based indexes allowed in project',
    'serverless indexes allowed in project',
  ],
  names: ['pinecone.io'],
  links: {
    billing: 'https://app.pinecone.io/organizations/-/settings/billing',
    usage: 'https://app.pinecone.io/organizations/-/settings/usage',
    keys: 'https://app.pinecone.io/organizations/-/projects/-/keys',
    limits: LIMITS,
    errors: ERRORS,
  },
  statusPage: { page: 'https://status.pinecone.io', api: { kind: 'statuspage', url: 'https://status.pinecone.io/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.pinecone.io/indexes',
    says: 'Lists the indexes of the project of the key.',
    source: 'https://docs.pinecone.io/reference/api/latest/control-plane/list_indexes',
  },
  rules: [
    {
      when: { message: 'unit limit for the current month' },
      cause: 'quota-exhausted',
      note: "The plan's read or write units of the month are used up: it looks like a throttle and lasts until the month ends.",
      source: LIMITS,
    },
    {
      when: { message: /\b(?:token|request)s? limit\b.{0,60}\bfor the current month\b/i },
      cause: 'quota-exhausted',
      source: LIMITS,
    },
    {
      when: { message: 'exceeds the project quota' },
      cause: 'quota-exhausted',
      note: 'The project has as many pods as it may have: delete an index that is not needed, or upgrade. Waiting does not help.',
      source: 'https://github.com/Significant-Gravitas/AutoGPT/issues/333',
      alternatives: ['plan-required'],
      waiting: 'futile',
    },
    {
      when: { message: /\bmax (?:serverless|pod-based) indexes allowed\b/i },
      cause: 'plan-required',
      note: 'The plan allows this many indexes of the kind, and with (0) none at all.',
      source: 'https://github.com/sinanuozdemir/quick-start-guide-to-llms/issues/18',
      alternatives: ['quota-exhausted'],
    },
    {
      when: { status: 402 },
      cause: 'account-past-due',
      note: 'Pinecone sends it where an invoice was not paid.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
