import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://developers.figma.com/docs/rest-api/rate-limits/';
const VARIABLES = 'https://developers.figma.com/docs/rest-api/variables-endpoints/';

export default {
  title: 'Figma',
  kind: 'vendor',
  hosts: ['api.figma.com'],
  keys: [{ pattern: 'figd_[A-Za-z0-9_-]{40}', means: 'Figma personal access token', sample: `figd_${'Example0'.repeat(5)}` }],
  keyEnvironment: ['FIGMA_TOKEN', 'FIGMA_ACCESS_TOKEN', 'FIGMA_API_KEY'],
  keyHeader: 'x-figma-token',
  requestIdHeaders: [],
  ownHeaders: ['x-figma-*'],
  ownWords: ['api.figma.com', 'developers.figma.com', 'www.figma.com/pricing', 'limited by figma plan'],
  names: ['figma api'],
  links: {
    billing: 'https://www.figma.com/pricing',
    keys: 'https://www.figma.com/settings',
    limits: LIMITS,
    errors: 'https://developers.figma.com/docs/rest-api/errors/',
    support: 'https://help.figma.com',
  },
  statusPage: { page: 'https://status.figma.com', api: { kind: 'statuspage', url: 'https://status.figma.com/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.figma.com/v1/me',
    says: 'The token is valid.',
    source: 'https://developers.figma.com/docs/rest-api/users-endpoints/',
  },
  rules: [
    {
      when: { message: 'limited by figma plan' },
      cause: 'plan-required',
      note: 'The Variables API is for full members of organisations on the Enterprise plan.',
      source: VARIABLES,
    },
    {
      when: { message: 'incorrect account type' },
      cause: 'plan-required',
      note: 'The endpoint is for full members of organisations on the Enterprise plan.',
      source: VARIABLES,
    },
    {
      when: { message: 'invalid scope' },
      cause: 'permission-denied',
      note: 'Make a token with the scope that the endpoint names.',
      source: VARIABLES,
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'How much a user may call depends on the seat and on the plan of the file: a view or collab seat has a few calls a month. Retry-After says how many seconds, and x-figma-rate-limit-type which kind.',
      source: LIMITS,
      alternatives: ['quota-exhausted'],
    },
    {
      when: { message: /\b(?:invalid token|token expired)\b/i },
      cause: 'credentials-invalid',
      note: 'A personal token goes into X-Figma-Token, an OAuth token into Authorization.',
      source: 'https://developers.figma.com/docs/rest-api/authentication/',
    },
  ],
} satisfies Provider;
