import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://developers.strava.com/docs/rate-limits/';
const ERRORS = 'https://developers.strava.com/docs/#errors';

export default {
  title: 'Strava',
  kind: 'vendor',
  hosts: ['www.strava.com'],
  keys: [],
  keyEnvironment: ['STRAVA_CLIENT_ID', 'STRAVA_CLIENT_SECRET', 'STRAVA_ACCESS_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/api/v3'],
  ownHeaders: ['x-readratelimit-*'],
  ownWords: ['strava.com/api', 'developers.strava.com', 'stravalib'],
  names: ['strava'],
  links: {
    keys: 'https://www.strava.com/settings/api',
    limits: LIMITS,
    errors: 'https://developers.strava.com/docs/#errors',
    support: 'https://communityhub.strava.com',
  },
  statusPage: { page: 'https://status.strava.com', api: { kind: 'statuspage', url: 'https://status.strava.com/api/v2/summary.json' } },
  rules: [
    {
      when: { message: 'rate limit exceeded' },
      cause: 'rate-limited',
      note: 'There is a limit for 15 minutes and one for the day, which ends at midnight UTC: X-RateLimit-Usage says which of the two is reached.',
      source: LIMITS,
      alternatives: ['quota-exhausted'],
    },
    {
      when: { message: /\bactivity:read_permission\b|\bactivity:write_permission\b|\bprofile:\w{4,8}_permission\b/i },
      cause: 'permission-denied',
      note: 'The athlete did not grant this scope: let the athlete authorise the app again.',
      source: ERRORS,
    },
    {
      when: { message: 'authorization error' },
      cause: 'credentials-invalid',
      note: 'Access tokens live for six hours: use the refresh token. A scope that was not granted may answer the same.',
      source: ERRORS,
      alternatives: ['permission-denied'],
    },
  ],
} satisfies Provider;
