import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://docs.convex.dev/production/state/limits';
const DISABLED = 'https://github.com/adrianhajdin/podcastr/issues/5';

export default {
  title: 'Convex',
  kind: 'vendor',
  hosts: ['.convex.cloud', '.convex.site', 'api.convex.dev'],
  keys: [],
  keyEnvironment: ['CONVEX_DEPLOY_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'support@convex.dev',
    'convex.dev',
    '[convex q(',
    '[convex m(',
    '[convex a(',
    'so your deployments have been disabled',
    'convexerror',
  ],
  names: ['convex.dev'],
  links: {
    billing: 'https://dashboard.convex.dev/team/settings/billing',
    usage: 'https://dashboard.convex.dev/team/settings/usage',
    limits: LIMITS,
    errors: 'https://docs.convex.dev/functions/error-handling/',
  },
  supportAsks: ['the Request ID in the message', 'the name of the deployment'],
  statusPage: { page: 'https://status.convex.dev' },
  rules: [
    {
      when: { message: /\bexceeded the free plan limits\b|\bdeployments have been disabled\b/i },
      cause: 'quota-exhausted',
      note: 'The team used more than the free plan holds, and its deployments are switched off until the plan changes or support switches them on: a full table scan where an index would do is the usual reason.',
      source: DISABLED,
      waiting: 'futile',
    },
    {
      when: { message: /\bexceeded (?:your|the) spending limit\b|\bspending limit (?:reached|exceeded)\b/i },
      cause: 'spend-limit-reached',
      source: LIMITS,
    },
    {
      when: { message: /\btoo many (?:concurrent|reads|bytes read|function|documents read)\b/i },
      cause: 'rate-limited',
      alternatives: ['invalid-request'],
      note: 'A limit of one function or of the deployment: read less in one call.',
      source: LIMITS,
    },
  ],
} satisfies Provider;
