import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://vercel.com/docs/errors';
const LIMITS = 'https://vercel.com/docs/limits';
const REST = 'https://vercel.com/docs/rest-api/reference/errors';

/** A word of Vercel's network stands as a code in JSON, and as plain text on its error pages. */
const onTheEdge = (word: string, meaning: Omit<ErrorRule, 'when' | 'source'>): ErrorRule[] => {
  const source = `${ERRORS}/${word}`;
  return [
    { when: { code: word }, ...meaning, source },
    { when: { message: word }, ...meaning, source },
  ];
};

export default {
  title: 'Vercel',
  kind: 'vendor',
  hosts: ['api.vercel.com', 'blob.vercel-storage.com', 'edge-config.vercel.com', '.vercel.app', '.now.sh', '.blob.vercel-storage.com'],
  keys: [],
  keyEnvironment: ['VERCEL_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-vercel-id'],
  ownHeaders: ['x-vercel-error'],
  ownWords: [
    'vercel deploy',
    'vercel --prod',
    'vercel kv',
    'vercel.com/docs/',
    'vercel.com/account',
    'vercel.com/teams/',
    'vercel.com/help',
    'vercel.link/',
    'deployment_disabled',
    'deployment_blocked',
    'deployment_paused',
    'api-deployments-free-per-day',
    'api-upload-free',
    'vercel is working correctly',
  ],
  names: ['vercel cli'],
  links: {
    billing: 'https://vercel.com/account/billing',
    usage: 'https://vercel.com/account/usage',
    keys: 'https://vercel.com/account/settings/tokens',
    limits: LIMITS,
    errors: ERRORS,
    support: 'https://vercel.com/help',
    logs: 'https://vercel.com/docs/logs/runtime',
  },
  supportAsks: ['the deployment URL', 'the x-vercel-id of the response'],
  prevention: [
    {
      says: 'Set a spend amount with notifications in Spend Management, and decide there whether projects pause when it is reached.',
      url: 'https://vercel.com/docs/spend-management',
      source: 'https://vercel.com/docs/spend-management',
    },
  ],
  statusPage: {
    page: 'https://www.vercel-status.com',
    api: { kind: 'statuspage', url: 'https://www.vercel-status.com/api/v2/summary.json' },
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.vercel.com/v2/user',
    says: 'Tells whose token it is.',
    source: 'https://vercel.com/docs/rest-api/reference/endpoints/user/get-the-user',
  },
  rules: [
    ...onTheEdge('DEPLOYMENT_DISABLED', {
      cause: 'account-past-due',
      alternatives: ['quota-exhausted', 'spend-limit-reached'],
      note: "The owner of this deployment is stopped over money: an unpaid invoice, or usage beyond the free plan. It is the site owner's account, not the caller's.",
    }),
    ...onTheEdge('DEPLOYMENT_BLOCKED', {
      cause: 'account-past-due',
      alternatives: ['quota-exhausted', 'account-disabled'],
      note: "The owner of this deployment is stopped, over money where the status is 402. It is the site owner's account, not the caller's.",
    }),
    ...onTheEdge('DEPLOYMENT_PAUSED', {
      cause: 'spend-limit-reached',
      alternatives: ['service-unavailable', 'quota-exhausted'],
      note: 'The project is paused: by its spend amount in Spend Management, or by hand. Its owner has to resume it.',
      waiting: 'futile',
    }),
    ...onTheEdge('DEPLOYMENT_BLOCKED', {
      cause: 'account-disabled',
      alternatives: ['permission-denied', 'account-past-due'],
      note: 'Vercel blocked the deployment: for a policy, a limit, or a plan that was given up. Its owner has a mail that says which.',
    }),
    ...onTheEdge('FUNCTION_THROTTLED', {
      cause: 'rate-limited',
      alternatives: ['quota-exhausted', 'overloaded'],
      note: "More of the project's functions run at once than its plan allows.",
    }),
    ...onTheEdge('FUNCTION_PAYLOAD_TOO_LARGE', { cause: 'payload-too-large', note: 'A function takes a body of at most 4.5 MB.' }),
    ...onTheEdge('DEPLOYMENT_NOT_FOUND', { cause: 'not-found' }),
    ...onTheEdge('DEPLOYMENT_DELETED', { cause: 'gone' }),
    {
      when: { message: /OPTIMIZED_IMAGE_REQUEST_PAYMENT_REQUIRED/i },
      cause: 'quota-exhausted',
      note: "The plan's image optimisations of this billing period are used up.",
      source: `${ERRORS}/OPTIMIZED_IMAGE_REQUEST_PAYMENT_REQUIRED`,
    },
    {
      when: { message: /\bapi-[a-z-]+-per-day\b/i },
      cause: 'quota-exhausted',
      note: 'The daily number of deployments that the plan includes is used up; the message says when the next one is possible.',
      source: LIMITS,
      waiting: 'helps',
    },
    {
      when: { message: /\bmax daily request limit exceeded/i },
      cause: 'quota-exhausted',
      note: "The store's daily number of commands is used up; it starts again the next day, or a paid plan raises it.",
      source: 'https://vercel.com/docs/storage/vercel-kv/vercel-kv-error-codes',
      waiting: 'helps',
    },
    {
      when: { message: /\bmax monthly request limit exceeded/i },
      cause: 'quota-exhausted',
      source: 'https://vercel.com/docs/storage/vercel-kv/vercel-kv-error-codes',
    },
    {
      when: { code: 'payment_required' },
      cause: 'account-past-due',
      alternatives: ['plan-required', 'payment-method-required'],
      note: 'The API answers so while the subscription is suspended for a failed payment.',
      source: 'https://github.com/vercel/docs/pull/70',
    },
    { when: { code: ['rate_limited', 'too_many_requests'] }, cause: 'rate-limited', source: REST },
    {
      when: { code: 'forbidden', message: 'not authorized' },
      cause: 'permission-denied',
      alternatives: ['key-scope-mismatch', 'credentials-invalid'],
      note: 'Resources of a team need its teamId (or slug) in the query, and a token whose scope includes that team.',
      source: REST,
    },
    { when: { code: 'forbidden', message: 'invalid token' }, cause: 'credentials-invalid', source: REST },
  ],
} satisfies Provider;
