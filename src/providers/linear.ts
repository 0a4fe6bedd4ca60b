import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://linear.app/developers/rate-limiting';
const SDK = 'https://github.com/linear/linear/blob/master/packages/sdk/src/types.ts';

export default {
  title: 'Linear',
  kind: 'vendor',
  hosts: ['api.linear.app'],
  keys: [
    { pattern: 'lin_api_[A-Za-z0-9]{40}', means: 'Linear personal API key', sample: `lin_api_${'Example0'.repeat(5)}` },
    { pattern: 'lin_oauth_[A-Za-z0-9]{40,80}', means: 'Linear OAuth token', sample: `lin_oauth_${'Example0'.repeat(8)}` },
  ],
  keyEnvironment: ['LINEAR_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['api.linear.app', 'linear.app/', '@linear/sdk', 'userpresentablemessage'],
  names: ['linear.app'],
  links: {
    keys: 'https://linear.app/settings/account/security',
    limits: LIMITS,
    errors: 'https://linear.app/developers/graphql',
    support: 'https://linear.app/contact',
  },
  statusPage: { page: 'https://linearstatus.com', api: { kind: 'incident-io', url: 'https://linearstatus.com/api/v2/summary.json' } },
  rules: [
    { when: { code: 'RATELIMITED' }, cause: 'rate-limited', note: 'The count is of requests and of complexity, per hour.', source: LIMITS },
    {
      when: { message: /\busage ?limit ?exceeded\b/i },
      cause: 'quota-exhausted',
      note: 'The plan holds a limited number of issues: archive some, or upgrade the workspace.',
      source: SDK,
      waiting: 'futile',
    },
    {
      when: { message: /\bfeature ?not ?accessible\b/i },
      cause: 'plan-required',
      note: "The workspace's plan lacks the feature.",
      source: SDK,
    },
    {
      when: { message: 'authentication required, not authenticated' },
      cause: 'credentials-invalid',
      note: 'The key is wrong or missing. A personal key goes into Authorization as it is, an OAuth token after the word Bearer.',
      source: SDK,
      alternatives: ['credentials-missing'],
    },
    {
      when: { code: 'AUTHENTICATION_ERROR' },
      cause: 'credentials-invalid',
      note: 'A personal key goes into Authorization as it is, an OAuth token after the word Bearer.',
      source: SDK,
    },
  ],
} satisfies Provider;
