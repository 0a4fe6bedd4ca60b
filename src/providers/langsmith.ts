import type { ErrorRule, Provider } from '../model/provider.ts';

const USAGE = 'https://github.com/langchain-ai/langsmith-sdk/issues/637';

const forbidden: Omit<ErrorRule, 'when'> = {
  cause: 'credentials-invalid',
  note: 'LangSmith answers a bare "Forbidden" to a wrong key, to a key of another region or workspace, and at times where the free traces are used up.',
  source: 'https://github.com/langchain-ai/langchain/issues/20479',
  alternatives: ['key-scope-mismatch', 'permission-denied', 'quota-exhausted'],
};

/** Its client sends traces in the background: the errors stand in the logs of a program whose own call went well. */
export default {
  title: 'LangSmith',
  kind: 'vendor',
  hosts: ['api.smith.langchain.com', '.api.smith.langchain.com'],
  keys: [
    {
      pattern: 'lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}',
      means: 'personal token or service key',
      sample: `lsv2_pt_${'0123456789abcdef'.repeat(2)}_0123456789`,
    },
  ],
  keyEnvironment: ['LANGSMITH_API_KEY', 'LANGCHAIN_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  scopeHeaders: ['x-tenant-id'],
  ownHeaders: [],
  ownWords: [
    'smith.langchain.com',
    'langsmith.utils.',
    'langsmith.client',
    'langsmitherror',
    'langsmithratelimiterror',
    'langsmithautherror',
    'unique traces usage limit exceeded',
    'tenant exceeded usage limits',
  ],
  names: ['langsmith'],
  links: {
    billing: 'https://smith.langchain.com/settings',
    usage: 'https://smith.langchain.com/settings',
    keys: 'https://smith.langchain.com/settings',
  },
  rules: [
    {
      when: { message: /\buser[- ]defined\b.{0,80}\busage limit exceeded\b/i },
      cause: 'spend-limit-reached',
      note: 'A limit that somebody set for the workspace, not the plan.',
      source: 'https://github.com/langchain-ai/docs/pull/4763',
    },
    {
      when: { message: /\bmonthly\b.{0,60}\busage limit exceeded\b/i },
      cause: 'quota-exhausted',
      note: "The month's traces are used up: no trace is kept until the month ends or the plan or its limit is raised. Only tracing fails, not the program.",
      source: USAGE,
      waiting: 'helps',
    },
    {
      when: { message: 'tenant exceeded usage limits' },
      cause: 'quota-exhausted',
      note: 'A limit of the plan on traces; only tracing fails, not the program.',
      source: USAGE,
      alternatives: ['rate-limited', 'spend-limit-reached'],
    },
    { when: { status: 403, message: /^"?forbidden"?$/i }, ...forbidden },
    { when: { message: '403 Client Error: Forbidden for url' }, ...forbidden },
    {
      when: { message: 'int too big to convert' },
      cause: 'invalid-request',
      source: USAGE,
    },
  ],
} satisfies Provider;
