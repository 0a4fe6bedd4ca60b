import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://support.atlassian.com/bitbucket-cloud/docs/api-request-limits/';
const USERS = 'https://bitbucket.org/site/master/issues/7813/write-access-disabled-to-my-repository';
const SIZE = 'https://bitbucket.org/blog/repository-size-limits';
const MINUTES = 'https://support.atlassian.com/bitbucket-cloud/docs/build-minutes/';

export default {
  title: 'Bitbucket',
  kind: 'vendor',
  hosts: ['api.bitbucket.org', 'bitbucket.org', '.bitbucket.org'],
  keys: [
    {
      pattern: 'ATCTT3[A-Za-z0-9_=-]{180,190}',
      means: 'Bitbucket repository, project or workspace access token',
      sample: `ATCTT3${'Example0'.repeat(23)}Ab`,
    },
  ],
  keyEnvironment: ['BITBUCKET_TOKEN', 'BITBUCKET_APP_PASSWORD', 'BITBUCKET_ACCESS_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id', 'x-b3-traceid'],
  ownHeaders: ['x-usage-quota-remaining', 'x-dc-location'],
  ownWords: ['support.atlassian.com/bitbucket-cloud', 'write access is disabled to the repository'],
  names: ['bitbucket'],
  links: {
    keys: 'https://id.atlassian.com/manage-profile/security/api-tokens',
    limits: LIMITS,
    errors: 'https://developer.atlassian.com/cloud/bitbucket/rest/intro/#standardized-error-responses',
    support: 'https://support.atlassian.com/contact/',
  },
  statusPage: {
    page: 'https://bitbucket.status.atlassian.com',
    api: { kind: 'statuspage', url: 'https://bitbucket.status.atlassian.com/api/v2/summary.json' },
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.bitbucket.org/2.0/user',
    says: 'Tells whose credentials they are.',
    source: 'https://developer.atlassian.com/cloud/bitbucket/rest/api-group-users/',
  },
  rules: [
    {
      when: { message: /\bexceed(?:ed|s) (?:their|its|the|your) user limit\b|\bover (?:its|the|your|their) user limit\b/i },
      cause: 'plan-required',
      alternatives: ['quota-exhausted'],
      note: 'The workspace has more users than its plan pays for, and its private repositories are read-only: remove users, or pay for them.',
      source: USERS,
    },
    {
      when: { message: /\b(?:repository|repo)\b.{0,40}\b(?:exceeds|exceeded|over)\b.{0,30}\b(?:size )?limit\b/i },
      cause: 'quota-exhausted',
      note: 'The repository is larger than its limit: undo the last commits, and it opens again.',
      source: SIZE,
      waiting: 'futile',
    },
    {
      when: { message: /\b(?:out of|exceeded|used (?:up|all)|no)\b.{0,30}\b(?:build|pipelines) minutes\b/i },
      cause: 'quota-exhausted',
      note: 'The build minutes of the month are used up.',
      source: MINUTES,
      waiting: 'helps',
    },
    {
      when: { message: 'pack exceeds maximum allowed size' },
      cause: 'payload-too-large',
      note: 'One push may hold 3.5 GB: push in parts.',
      source: 'https://bitbucket.org/blog/git-push-size-limits-are-coming-to-bitbucket-cloud-starting-april-4th-2022',
    },
    {
      when: { message: 'rate limit for this resource has been exceeded' },
      cause: 'rate-limited',
      note: 'Limits are counted over an hour.',
      source: LIMITS,
    },
    {
      when: { message: 'your credentials lack one or more required privilege scopes' },
      cause: 'permission-denied',
      source: 'https://developer.atlassian.com/cloud/bitbucket/rest/intro/',
    },
    {
      when: { message: /\bdeprecat\w+ app passwords?\b|\bapp passwords? (?:are|is|have been|has been) (?:deprecated|disabled|removed)\b/i },
      cause: 'credentials-invalid',
      note: 'App passwords are withdrawn: make an API token with scopes.',
      source: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
    },
  ],
} satisfies Provider;
