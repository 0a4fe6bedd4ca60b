import type { Provider } from '../model/provider.ts';

const PULLS = 'https://docs.docker.com/docker-hub/usage/pulls/';
const USAGE = 'https://docs.docker.com/docker-hub/usage/';

/** Known by its words: every registry speaks the same protocol and answers with the same codes. */
export default {
  title: 'Docker Hub',
  kind: 'vendor',
  hosts: [],
  keys: [
    { pattern: 'dckr_pat_[A-Za-z0-9_-]{27}', means: 'Docker personal access token', sample: `dckr_pat_${'Example0'.repeat(3)}Abc` },
    { pattern: 'dckr_oat_[A-Za-z0-9_-]{32}', means: 'Docker organisation access token', sample: `dckr_oat_${'Example0'.repeat(4)}` },
  ],
  keyEnvironment: ['DOCKERHUB_TOKEN', 'DOCKER_PASSWORD', 'DOCKER_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['docker-ratelimit-source'],
  ownWords: [
    'docker.com/increase-rate-limit',
    'docker.com/increase-rate-limits',
    'docs.docker.com/docker-hub',
    'docs.docker.com/go/download-rate-limit',
    'you have reached your pull rate limit',
    'you have reached your unauthenticated pull rate limit',
  ],
  names: ['docker hub', 'dockerhub'],
  links: {
    billing: 'https://app.docker.com/billing',
    keys: 'https://app.docker.com/settings/personal-access-tokens',
    limits: PULLS,
    errors: USAGE,
  },
  statusPage: { page: 'https://www.dockerstatus.com' },
  prevention: [
    {
      says: 'Log in before pulling, on build machines as well: pulls then count for the account and not for the address that many share.',
      url: PULLS,
      causes: ['rate-limited', 'quota-exhausted'],
      source: PULLS,
    },
    {
      says: 'Put a caching mirror between the machines and Docker Hub.',
      url: 'https://docs.docker.com/docker-hub/image-library/mirror/',
      causes: ['rate-limited', 'quota-exhausted'],
      source: 'https://docs.docker.com/docker-hub/image-library/mirror/',
    },
  ],
  rules: [
    {
      when: { message: 'unauthenticated pull rate limit' },
      cause: 'rate-limited',
      note: 'Pulls without a login count for the IP address, which others may share, in a window of six hours: log in, or wait for the window to end.',
      source: PULLS,
    },
    {
      when: { message: 'you have reached your pull rate limit' },
      cause: 'rate-limited',
      note: 'The pulls of a window of hours are used up. Waiting helps; a login, or a paid plan, raises the limit.',
      source: PULLS,
    },
    {
      when: { message: /\bincrease-rate-limits?\b/i },
      cause: 'rate-limited',
      note: 'The pulls of a window of hours are used up. Waiting helps; a login, or a paid plan, raises the limit.',
      source: PULLS,
    },
    {
      when: { message: 'pull access denied' },
      cause: 'not-found',
      alternatives: ['credentials-missing', 'permission-denied'],
      note: 'Docker Hub answers alike for an image that does not exist and for one that is private: check the name, then log in.',
      source: 'https://docs.docker.com/reference/cli/docker/image/pull/',
    },
    {
      when: { message: 'incorrect username or password' },
      cause: 'credentials-invalid',
      note: 'With two-factor authentication or single sign-on, an access token takes the place of the password.',
      source: 'https://docs.docker.com/security/access-tokens/',
    },
  ],
} satisfies Provider;
