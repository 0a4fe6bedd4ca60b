import type { Provider } from '../model/provider.ts';

const BILLING = 'https://docs.x.ai/developers/rest-api-reference/management/billing';

export default {
  title: 'xAI',
  kind: 'vendor',
  hosts: ['api.x.ai', '.api.x.ai', 'management-api.x.ai'],
  keys: [{ pattern: 'xai-[0-9a-zA-Z_]{80}', means: 'xAI API key', sample: `xai-${'Example0'.repeat(10)}` }],
  keyEnvironment: ['XAI_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: [],
  ownWords: [
    'console.x.ai',
    'docs.x.ai',
    'api.x.ai',
    'xaiexception',
    'personal-team-blocked:',
    'need a grok subscription',
    'does not exist or your team ',
    "doesn't have any credits or licenses yet",
    'has either used all available credits or reached its monthly spending limit',
  ],
  names: ['xai', 'x.ai'],
  links: {
    billing: 'https://console.x.ai/team/default/billing',
    usage: 'https://console.x.ai/team/default/usage',
    keys: 'https://console.x.ai/team/default/api-keys',
    errors: 'https://docs.x.ai/docs/key-information/debugging',
    support: 'mailto:support@x.ai',
  },
  statusPage: { page: 'https://status.x.ai' },
  knownGood: {
    method: 'GET',
    url: 'https://api.x.ai/v1/api-key',
    says: 'Tells the name, the team and the rights of the key, and whether key or team is blocked.',
    source: 'https://github.com/trufflesecurity/trufflehog/tree/main/pkg/detectors/xai',
  },
  supportAsks: ['the team id'],
  prevention: [
    {
      says: 'Ask the Management API for the prepaid balance of the team before a long job; spending of the running month is not yet taken off it.',
      source: BILLING,
      causes: ['credits-exhausted', 'spend-limit-reached'],
    },
  ],
  rules: [
    {
      when: { code: 'personal-team-blocked:spending-limit' },
      cause: 'credits-exhausted',
      note: 'The personal team has no credits. A Grok subscription pays for the apps of xAI, and its token does not work at api.x.ai.',
      source: 'https://github.com/Wei-Shaw/sub2api/issues/4069',
      alternatives: ['spend-limit-reached', 'key-scope-mismatch'],
    },
    {
      when: { message: 'need a grok subscription' },
      cause: 'credits-exhausted',
      note: 'The personal team has no credits. A Grok subscription pays for the apps of xAI, and its token does not work at api.x.ai.',
      source: 'https://github.com/Wei-Shaw/sub2api/issues/4069',
      alternatives: ['key-scope-mismatch'],
    },
    {
      when: { message: 'have any credits or licenses' },
      cause: 'credits-exhausted',
      note: 'This team has never bought credits; the code permission-denied beside it is not about rights.',
      source: 'https://github.com/continuedev/continue/issues/12670',
    },
    {
      when: { message: 'used all available credits or reached its monthly spending limit' },
      cause: 'credits-exhausted',
      note: 'xAI has one answer for an empty balance and for the monthly spending limit of the team, as 429 or as 403: its billing page says which.',
      source: 'https://github.com/continuedev/continue/issues/10373',
      alternatives: ['spend-limit-reached'],
    },
    {
      when: { message: 'incorrect api key provided' },
      cause: 'credentials-invalid',
      note: 'xAI answers a wrong key with 400 as well as with 401.',
      source: 'https://github.com/trufflesecurity/trufflehog/tree/main/pkg/detectors/xai',
    },
    {
      when: { message: 'no handler found on route' },
      cause: 'not-found',
      note: 'The path does not exist at api.x.ai: look at the base URL, which ends in /v1.',
      source: 'https://github.com/iniwap/AIWriteX/issues/26',
    },
    {
      when: { message: 'does not exist or your team' },
      cause: 'not-found',
      note: 'The model is retired or misspelt (api.x.ai wants no prefix before its name), or the team may not call it.',
      source: 'https://github.com/yihong0618/bilingual_book_maker/issues/464',
      alternatives: ['permission-denied'],
    },
  ],
} satisfies Provider;
