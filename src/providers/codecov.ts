import type { Provider } from '../model/provider.ts';

const TOKEN = 'https://docs.codecov.com/docs/codecov-tokens';

export default {
  title: 'Codecov',
  kind: 'vendor',
  hosts: ['api.codecov.io', 'codecov.io', '.codecov.io', 'ingest.codecov.io'],
  keys: [],
  keyEnvironment: ['CODECOV_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['docs.codecov.com', 'codecov repository upload token', 'private repository coverage uploads to codecov', 'codecov-cli'],
  names: ['codecov'],
  links: { billing: 'https://app.codecov.io', keys: TOKEN, limits: TOKEN, support: 'https://codecovpro.zendesk.com' },
  statusPage: { page: 'https://status.codecov.com' },
  rules: [
    {
      when: { message: /\blimit on private repository coverage uploads\b/i },
      cause: 'quota-exhausted',
      note: 'The uploads of private repositories that the free plan holds are used up for now.',
      source: 'https://github.com/codecov/feedback/issues/322',
    },
    {
      when: { message: /\bplease upload with the codecov repository upload token\b/i },
      cause: 'rate-limited',
      note: 'Uploads without a token share one limit: pass CODECOV_TOKEN, and the limit is gone.',
      source: 'https://github.com/codecov/codecov-action/issues/1373',
    },
    {
      when: { message: /\btoken required\b/i },
      cause: 'credentials-missing',
      note: 'Protected branches need the upload token; forks of public repositories do not.',
      source: TOKEN,
    },
    {
      when: { message: /\b(?:could not find a repository|repository not found)\b/i },
      cause: 'not-found',
      alternatives: ['credentials-missing', 'credentials-invalid'],
      source: TOKEN,
    },
  ],
} satisfies Provider;
