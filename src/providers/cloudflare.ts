import type { ErrorRule, Provider } from '../model/provider.ts';

const WORKERS_AI = 'https://developers.cloudflare.com/workers-ai/platform/errors/';
const WORKERS = 'https://developers.cloudflare.com/workers/observability/errors/';
const API_LIMITS = 'https://developers.cloudflare.com/fundamentals/api/reference/limits/';
const TOKENS = 'https://developers.cloudflare.com/fundamentals/api/troubleshooting/';

const neurons: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'The free neurons of Workers AI for this day; they come back at 00:00 UTC, or the Workers Paid plan goes on.',
  source: WORKERS_AI,
  waiting: 'helps',
};

const requestsPerDay: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: "The free plan's requests per day of the account that owns this Worker; they come back at 00:00 UTC. Only its owner can lift it.",
  source: WORKERS,
  waiting: 'helps',
};

const provider: Provider = {
  title: 'Cloudflare',
  kind: 'vendor',
  hosts: ['api.cloudflare.com', '.r2.cloudflarestorage.com'],
  keys: [{ pattern: 'cf[ua]t_[a-zA-Z0-9]{40}[a-f0-9]{8}', means: 'API token', sample: `cfut_${'EXAMPLEexample000000'.repeat(2)}0a1b2c3d` }],
  keyEnvironment: ['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['cf-ray'],
  basePaths: ['/client/v4'],
  ownHeaders: [],
  ownWords: [
    'api.cloudflare.com',
    'developers.cloudflare.com',
    'dash.cloudflare.com',
    'daily free allocation of 10,000 neurons',
    "cloudflare's workers paid plan",
    'consider throttling your request speed',
    'a request to the cloudflare api',
    '@cf/',
    'limit exceeded for the day',
    'error 1027',
    'error code: 1027',
  ],
  names: ['workers ai', 'cloudflare workers', 'cloudflare api', 'wrangler'],
  links: {
    billing: 'https://dash.cloudflare.com/?to=/:account/billing',
    usage: 'https://dash.cloudflare.com/?to=/:account/ai/workers-ai',
    keys: 'https://dash.cloudflare.com/profile/api-tokens',
    limits: API_LIMITS,
    errors: TOKENS,
    support: 'https://support.cloudflare.com',
  },
  statusPage: {
    page: 'https://www.cloudflarestatus.com',
    api: { kind: 'statuspage', url: 'https://www.cloudflarestatus.com/api/v2/summary.json' },
    components: ['API', 'Workers'],
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.cloudflare.com/client/v4/user/tokens/verify',
    says: "Tells whether a user's token is active, disabled or expired; a token of an account is asked for at /accounts/{id}/tokens/verify.",
    source: 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/',
  },
  rules: [
    { when: { message: 'daily free allocation' }, ...neurons },
    { when: { status: 429, code: ['4006', '3036'] }, ...neurons },
    {
      when: { status: 429, code: '3040' },
      cause: 'overloaded',
      note: 'Workers AI has no capacity for this model right now: no limit of the account is reached.',
      source: WORKERS_AI,
    },
    { when: { message: /\berror(?:\s+code)?:?\s+1027\b/i }, ...requestsPerDay },
    {
      when: { message: /\blimit\s+exceeded\s+for\s+the\s+day\b/i },
      ...requestsPerDay,
      note: "The free plan's operations of Workers KV per day; they come back at 00:00 UTC.",
      source: 'https://developers.cloudflare.com/kv/platform/limits/',
    },
    {
      when: { message: /\berror(?:\s+code)?:?\s+1015\b/i },
      cause: 'rate-limited',
      note: 'A burst limit of Workers, or a rate rule that the owner of the site set at Cloudflare.',
      source: WORKERS,
    },
    {
      when: { message: /\[code:\s*10000\]/ },
      cause: 'credentials-invalid',
      note: 'A token that works elsewhere lacks the permission or the account for this call, and gets the same answer.',
      source: TOKENS,
      alternatives: ['permission-denied', 'key-scope-mismatch'],
    },
    {
      when: { message: 'consider throttling your request speed' },
      cause: 'rate-limited',
      note: '1,200 requests within five minutes for each user, over all tokens.',
      source: API_LIMITS,
    },
    { when: { status: 429, code: '971' }, cause: 'rate-limited', source: API_LIMITS },
    { when: { message: 'invalid access token' }, cause: 'credentials-invalid', source: TOKENS },
    {
      when: { status: [401, 403], code: '9109' },
      cause: 'permission-denied',
      note: 'The token lacks the permission, the account or the zone; an expired token gets the same number.',
      source: TOKENS,
      alternatives: ['credentials-invalid', 'access-blocked'],
    },
    {
      when: { status: [400, 401, 403], code: ['9103', '6003', '6111'] },
      cause: 'credentials-invalid',
      note: 'A token belongs in Authorization as Bearer; a global key belongs in X-Auth-Key, together with X-Auth-Email.',
      source: TOKENS,
    },
    { when: { status: [400, 401, 403], code: '9106' }, cause: 'credentials-missing', source: TOKENS },
    {
      when: { status: [400, 401, 403], code: '10000' },
      cause: 'credentials-invalid',
      note: 'A token that works elsewhere lacks the permission or the account for this call, and gets the same answer.',
      source: TOKENS,
      alternatives: ['permission-denied', 'key-scope-mismatch'],
    },
    {
      when: { code: ['7003', '7000'] },
      cause: 'not-found',
      note: 'The path or an id in it is wrong: often the account or zone id is empty.',
      source: TOKENS,
    },
    { when: { status: 400, code: '5007' }, cause: 'not-found', source: WORKERS_AI },
  ],
};

export default provider;
