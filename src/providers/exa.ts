import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://exa.ai/docs/admin/error-codes';

export default {
  title: 'Exa',
  kind: 'vendor',
  hosts: ['api.exa.ai'],
  // A key is a plain UUID, which is too common a shape to tell by.
  keys: [],
  keyEnvironment: ['EXA_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['api.exa.ai', 'dashboard.exa.ai', 'exa.ai/docs', 'docs.exa.ai', 'exaerror:', 'keep using exa'],
  names: ['exa.ai', 'exa search', 'exa api'],
  links: {
    billing: 'https://dashboard.exa.ai/billing',
    usage: 'https://dashboard.exa.ai/usage',
    keys: 'https://dashboard.exa.ai/api-keys',
    errors: ERRORS,
  },
  statusPage: { page: 'https://status.exa.ai', api: { kind: 'statuspage', url: 'https://status.exa.ai/api/v2/summary.json' } },
  supportAsks: ['the requestId of the error body'],
  rules: [
    { when: { code: 'NO_MORE_CREDITS' }, cause: 'credits-exhausted', source: ERRORS },
    {
      when: { message: 'exceeded your credits limit' },
      cause: 'credits-exhausted',
      note: 'Keys and credits belong to a team: credits of another team do not count for this key.',
      source: 'https://github.com/DDDMUC/dsh-free-search/issues/22',
    },
    { when: { code: 'API_KEY_BUDGET_EXCEEDED' }, cause: 'spend-limit-reached', note: 'The budget of this key.', source: ERRORS },
    { when: { code: 'TEAM_BUDGET_EXCEEDED' }, cause: 'spend-limit-reached', note: 'The budget of the team.', source: ERRORS },
    { when: { code: 'INVALID_API_KEY' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { code: 'FEATURE_DISABLED' }, cause: 'plan-required', source: ERRORS },
    { when: { code: 'INSUFFICIENT_SCOPE' }, cause: 'permission-denied', source: ERRORS },
    { when: { code: 'PROHIBITED_CONTENT' }, cause: 'content-refused', source: ERRORS },
    { when: { code: 'RATE_LIMIT_EXCEEDED' }, cause: 'rate-limited', source: ERRORS },
    { when: { code: 'NUM_RESULTS_EXCEEDED' }, cause: 'plan-required', alternatives: ['invalid-request'], source: ERRORS },
    {
      when: { code: ['INVALID_REQUEST_BODY', 'INVALID_REQUEST_QUERY', 'INVALID_NUM_RESULTS', 'INVALID_JSON_SCHEMA'] },
      cause: 'invalid-request',
      source: ERRORS,
    },
    { when: { status: 402 }, cause: 'credits-exhausted', alternatives: ['spend-limit-reached'], source: ERRORS },
  ],
} satisfies Provider;
