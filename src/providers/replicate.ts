import type { ErrorRule, Provider } from '../model/provider.ts';

const REFERENCE = 'https://replicate.com/docs/reference/http';
const LIMITS = 'https://replicate.com/docs/topics/predictions/rate-limits';
const BILLING_ISSUE = 'https://github.com/replicate/replicate-javascript/issues/342';

const wordless402: Omit<ErrorRule, 'when'> = {
  cause: 'credits-exhausted',
  note: 'A 402 without its words, as the JavaScript client once printed it: the credit is spent, or billing was never set up.',
  source: 'https://github.com/replicate/replicate-javascript/issues/234',
  alternatives: ['payment-method-required', 'spend-limit-reached'],
};

/** Replicate's answers are problem details without a type: the title and the wording tell them apart. */
export default {
  title: 'Replicate',
  kind: 'vendor',
  hosts: ['api.replicate.com'],
  keys: [{ pattern: 'r8_[0-9A-Za-z_-]{37}', means: 'API token', sample: `r8_${'Example0'.repeat(4)}Fake0` }],
  keyEnvironment: ['REPLICATE_API_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/v1'],
  ownHeaders: [],
  ownWords: [
    'replicate.com/account/',
    'replicate.com/docs/',
    'replicate.delivery/',
    'replicate.exceptions.',
    'replicateerror',
    'at replicate.request (',
    'insufficient credit to run this model',
    'set up billing to run this model',
    'your rate limit for creating predictions',
  ],
  names: ['replicate.com', 'replicate api'],
  links: {
    billing: 'https://replicate.com/account/billing',
    usage: 'https://replicate.com/account/billing',
    keys: 'https://replicate.com/account/api-tokens',
    limits: LIMITS,
    errors: REFERENCE,
    support: 'https://replicate.com/support',
    logs: 'https://replicate.com/predictions',
  },
  prevention: [
    {
      says: 'Turn on credit auto-reload: below 20 dollars of credit Replicate throttles the account before it stops it.',
      url: 'https://replicate.com/account/billing',
      causes: ['credits-exhausted', 'rate-limited'],
      source: LIMITS,
    },
  ],
  statusPage: {
    page: 'https://www.replicatestatus.com',
    api: { kind: 'statuspage', url: 'https://replicate.statuspage.io/api/v2/summary.json' },
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.replicate.com/v1/account',
    says: 'Tells whose account the token belongs to.',
    source: `${REFERENCE}#account.get`,
  },
  rules: [
    {
      when: { message: 'insufficient credit' },
      cause: 'credits-exhausted',
      note: 'Replicate takes a few minutes to see credit that was just bought.',
      source: 'https://replicate.com/docs/topics/billing',
    },
    {
      when: { message: 'free time limit' },
      cause: 'payment-method-required',
      note: 'The free trial of this account is used up: calls go on once billing is set up.',
      source: BILLING_ISSUE,
      alternatives: ['quota-exhausted'],
    },
    {
      when: { message: /\bbilling required\b|set up billing to run/i },
      cause: 'payment-method-required',
      note: 'Replicate takes a few minutes to see billing that was just set up.',
      source: BILLING_ISSUE,
    },
    {
      when: { message: /\bmonthly spend limit\b/i },
      cause: 'spend-limit-reached',
      source: 'https://replicate.com/docs/topics/billing',
    },
    {
      when: { message: 'until you add a payment method' },
      cause: 'rate-limited',
      note: 'The limit is this low because the account has no payment method: adding one raises it for good.',
      source: LIMITS,
      alternatives: ['payment-method-required'],
    },
    {
      when: { message: /\brate limit\b.{0,160}\bin credit\b/i },
      cause: 'rate-limited',
      note: 'The limit is this low because the account is nearly out of credit: waiting helps for one call, more credit for all.',
      source: LIMITS,
      alternatives: ['credits-exhausted'],
    },
    { when: { message: 'request was throttled' }, cause: 'rate-limited', source: LIMITS },
    { when: { message: 'did not pass an authentication token' }, cause: 'credentials-missing', source: REFERENCE },
    { when: { message: 'did not pass a valid authentication token' }, cause: 'credentials-invalid', source: REFERENCE },
    {
      when: { message: 'invalid version or not permitted' },
      cause: 'not-found',
      note: 'The version does not exist, or the model is private and the token belongs to another account.',
      source: 'https://github.com/fofr/cog-face-to-many/issues/44',
      alternatives: ['permission-denied', 'invalid-request'],
    },
    { when: { status: 402 }, ...wordless402 },
    { when: { message: /\bapi request failed: payment required\b/i }, ...wordless402 },
  ],
} satisfies Provider;
