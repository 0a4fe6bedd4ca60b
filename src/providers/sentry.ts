import type { Provider } from '../model/provider.ts';

const RATE = 'https://develop.sentry.dev/sdk/expected-features/rate-limiting/';
const QUOTAS = 'https://docs.sentry.io/pricing/quotas/';
const API = 'https://docs.sentry.io/api/';

export default {
  title: 'Sentry',
  kind: 'vendor',
  hosts: ['sentry.io', '.sentry.io'],
  keys: [
    { pattern: 'sntryu_[a-f0-9]{64}', means: 'Sentry user auth token', sample: `sntryu_${'0123456789abcdef'.repeat(4)}` },
    { pattern: 'sntrys_eyJ[A-Za-z0-9=_+/]{100,500}', means: 'Sentry organisation token', sample: `sntrys_eyJ${'Example0'.repeat(14)}` },
  ],
  keyEnvironment: ['SENTRY_AUTH_TOKEN', 'SENTRY_DSN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['x-sentry-rate-limits', 'x-sentry-error', 'x-sentry-rate-limit-*'],
  ownWords: [
    'sentry-cli',
    'sentry dropped data due to a quota',
    'creation of this event was denied due to rate limiting',
    'event submission rejected with_reason',
  ],
  links: {
    billing: 'https://sentry.io/settings/billing/overview/',
    usage: 'https://sentry.io/stats/',
    keys: 'https://sentry.io/settings/account/api/auth-tokens/',
    limits: 'https://docs.sentry.io/api/ratelimits/',
    errors: RATE,
    support: 'https://sentry.io/support',
  },
  statusPage: { page: 'https://status.sentry.io', api: { kind: 'statuspage', url: 'https://status.sentry.io/api/v2/summary.json' } },
  prevention: [
    {
      says: 'Set a rate limit for each key (DSN), so that one noisy program cannot use up the quota of all.',
      url: 'https://docs.sentry.io/pricing/quotas/manage-event-stream-guide/',
      causes: ['quota-exhausted'],
      source: 'https://github.com/getsentry/sentry/issues/18903',
    },
  ],
  knownGood: {
    method: 'GET',
    url: 'https://sentry.io/api/0/organizations/',
    says: 'Lists the organisations that the token may see.',
    source: 'https://docs.sentry.io/api/organizations/',
  },
  rules: [
    {
      when: { message: /\b\w+_usage_exceeded\b/i },
      cause: 'quota-exhausted',
      note: 'What the plan includes (and any budget beyond it) is used up for this billing period: events are dropped until it ends or is raised.',
      source: RATE,
    },
    {
      when: { message: /\bdropped data due to a quota\b|\borgani[sz]ation (?:is )?over quota\b/i },
      cause: 'quota-exhausted',
      alternatives: ['rate-limited', 'spend-limit-reached'],
      note: 'Sentry says the same of the plan, of a limit that the key has, and of its own protection; the X-Sentry-Rate-Limits field names which.',
      source: RATE,
    },
    {
      when: { message: /\bdenied due to rate limiting\b|\brejected due to rate limit\b/i },
      cause: 'rate-limited',
      alternatives: ['quota-exhausted'],
      note: 'Either too many events in the window, or the quota of the period: Stats & Usage tells.',
      source: QUOTAS,
    },
    { when: { message: 'attempting to use this endpoint too' }, cause: 'rate-limited', source: 'https://docs.sentry.io/api/ratelimits/' },
    {
      when: { message: /\bwith_reason: projectid\b/i },
      cause: 'key-scope-mismatch',
      note: 'The DSN belongs to another project, or the project is gone.',
      source: 'https://docs.sentry.io/concepts/key-terms/dsn-explainer/',
    },
    { when: { status: 401, message: /\binvalid (?:org )?token\b/i }, cause: 'credentials-invalid', source: API },
    { when: { message: 'authentication credentials were not provided' }, cause: 'credentials-missing', source: API },
    {
      when: { message: 'you do not have permission to perform this action' },
      cause: 'permission-denied',
      note: 'The token lacks a scope, or is of another organisation.',
      source: 'https://docs.sentry.io/api/permissions/',
    },
  ],
} satisfies Provider;
