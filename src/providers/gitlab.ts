import type { Provider } from '../model/provider.ts';

const STORAGE = 'https://docs.gitlab.com/user/storage_usage_quotas/';
const MINUTES = 'https://docs.gitlab.com/ci/pipelines/compute_minutes/';
const AUTH = 'https://docs.gitlab.com/api/rest/authentication/';
const LIMITS = 'https://docs.gitlab.com/user/gitlab_com/#rate-limits-on-gitlabcom';

export default {
  title: 'GitLab',
  kind: 'vendor',
  hosts: ['gitlab.com', '.gitlab.com'],
  keys: [
    {
      pattern: 'glpat-[A-Za-z0-9_-]{20}(?:[A-Za-z0-9_.-]{5,280})?',
      means: 'GitLab personal, group or project access token',
      sample: `glpat-${'Example0'.repeat(2)}Fake`,
    },
    {
      pattern: 'gldt-[A-Za-z0-9_-]{20}',
      means: 'GitLab deploy token',
      sample: `gldt-${'Example0'.repeat(2)}Fake`,
      notFor: 'A deploy token clones repositories and reads packages; it does not call the REST API.',
    },
    {
      pattern: 'glptt-[0-9a-f]{40}',
      means: 'GitLab trigger token',
      sample: `glptt-${'0123456789abcdef'.repeat(2)}01234567`,
      notFor: 'A trigger token starts pipelines and does nothing else.',
    },
    {
      pattern: 'glrt-[A-Za-z0-9_-]{20}',
      means: 'GitLab runner token',
      sample: `glrt-${'Example0'.repeat(2)}Fake`,
      notFor: 'A runner token is for runners only.',
    },
  ],
  keyEnvironment: ['GITLAB_TOKEN', 'GITLAB_PRIVATE_TOKEN', 'CI_JOB_TOKEN'],
  keyHeader: 'private-token',
  requestIdHeaders: ['x-request-id', 'x-gitlab-meta'],
  ownHeaders: ['x-gitlab-*', 'gitlab-lb', 'gitlab-sv'],
  ownWords: [
    'gitlab.exceptions.',
    'gitlabhttperror',
    'gitlabauthenticationerror',
    'remote: gitlab:',
    'gitlab: you are not allowed',
    'your gitlab administrator',
  ],
  links: {
    billing: 'https://gitlab.com/-/profile/billings',
    usage: 'https://gitlab.com/-/profile/usage_quotas',
    keys: 'https://gitlab.com/-/user_settings/personal_access_tokens',
    limits: LIMITS,
    errors: 'https://docs.gitlab.com/api/rest/troubleshooting/',
    support: 'https://about.gitlab.com/support/',
  },
  supportAsks: ['the x-request-id of the response', 'the path of the group or project'],
  statusPage: { page: 'https://status.gitlab.com' },
  knownGood: {
    method: 'GET',
    url: 'https://gitlab.com/api/v4/personal_access_tokens/self',
    says: "Tells the token's scopes and its expiry.",
    source: 'https://docs.gitlab.com/api/personal_access_tokens/',
  },
  rules: [
    {
      when: {
        message:
          /\b(?:exceeded|over|reached|consumed all)\b.{0,40}\b(?:storage (?:limit|quota)|free storage limit|available storage)\b|\bexceeded its size limit\b/i,
      },
      cause: 'quota-exhausted',
      note: 'The project or its namespace is read-only until it is smaller, or storage is bought. Waiting does not help.',
      source: STORAGE,
      waiting: 'futile',
    },
    {
      when: { message: /\b(?:no more|out of|exceeded|used up|run out of|no) (?:\w+ )?(?:ci\/cd|compute|pipeline|ci) minutes\b/i },
      cause: 'quota-exhausted',
      note: "The namespace's compute minutes are used up; they start again each month, and one's own runners need none.",
      source: MINUTES,
    },
    {
      when: { code: 'ci_quota_exceeded' },
      cause: 'quota-exhausted',
      note: "The namespace's compute minutes are used up; they start again each month, and one's own runners need none.",
      source: MINUTES,
    },
    {
      when: { message: /\bidentity verification (?:is )?required\b|\bvalidate your account\b|\buser validation required\b/i },
      cause: 'payment-method-required',
      alternatives: ['permission-denied'],
      note: 'GitLab wants the account verified (a phone number or a card) before it runs pipelines on its own runners.',
      source: 'https://docs.gitlab.com/security/identity_verification/',
    },
    {
      when: { message: /\b(?:subscription|license|licence) (?:has |is )?expired\b/i },
      cause: 'subscription-inactive',
      source: 'https://docs.gitlab.com/subscriptions/manage_subscription/',
    },
    {
      when: { message: /\b(?:requires?|available (?:only )?(?:in|on|with)|upgrade to) (?:a )?(?:gitlab )?(?:premium|ultimate)\b/i },
      cause: 'plan-required',
      source: 'https://about.gitlab.com/pricing/feature-comparison/',
    },
    {
      when: { code: ['insufficient_scope', 'insufficient_granular_scope'] },
      cause: 'permission-denied',
      note: 'The token lacks a scope that the message names; make one that has it.',
      source: AUTH,
    },
    {
      when: { code: 'invalid_token' },
      cause: 'credentials-invalid',
      note: 'The token is revoked or expired: tokens of GitLab end after a year at most.',
      source: AUTH,
    },
    {
      when: { message: 'http basic: access denied' },
      cause: 'credentials-invalid',
      note: 'Over HTTP, Git wants an access token where it asks for a password.',
      source: 'https://docs.gitlab.com/topics/git/troubleshooting_git/',
    },
    { when: { status: 429, message: 'retry later' }, cause: 'rate-limited', source: LIMITS },
    {
      when: { message: 'you have reached the limit of' },
      cause: 'quota-exhausted',
      alternatives: ['plan-required'],
      source: 'https://docs.gitlab.com/user/gitlab_com/',
    },
    {
      when: { status: 404, message: /^404 (?:project|group) not found/i },
      cause: 'not-found',
      alternatives: ['permission-denied', 'credentials-missing'],
      note: 'GitLab answers 404 for a private project that the token may not see.',
      source: 'https://docs.gitlab.com/api/rest/troubleshooting/',
    },
  ],
} satisfies Provider;
