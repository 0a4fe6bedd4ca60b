import type { Provider } from '../model/provider.ts';

const API = 'https://docs.railway.com/reference/public-api';
const USAGE = 'https://docs.railway.com/reference/usage-limits';
const PLANS = 'https://docs.railway.com/reference/pricing/plans';

export default {
  title: 'Railway',
  kind: 'vendor',
  hosts: ['backboard.railway.com', 'backboard.railway.app', '.up.railway.app'],
  keys: [],
  keyEnvironment: ['RAILWAY_TOKEN', 'RAILWAY_API_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-railway-request-id'],
  ownHeaders: ['x-railway-fallback'],
  ownWords: ['railway.com/', 'railway.app', 'backboard.railway'],
  names: ['railway.com', 'railway.app'],
  links: {
    billing: 'https://railway.com/workspace/billing',
    usage: 'https://railway.com/workspace/usage',
    keys: 'https://railway.com/account/tokens',
    limits: API,
    support: 'https://station.railway.com',
  },
  supportAsks: ['the x-railway-request-id of the response', 'the project id'],
  statusPage: { page: 'https://status.railway.com' },
  prevention: [
    {
      says: 'Set a custom e-mail alert below the hard usage limit: at the hard limit Railway stops every workload.',
      url: USAGE,
      causes: ['spend-limit-reached'],
      source: USAGE,
    },
  ],
  rules: [
    {
      when: { message: /\b(?:reached|exceeded|hit) (?:your |the )?(?:hard )?(?:usage|spend(?:ing)?) limit/i },
      cause: 'spend-limit-reached',
      note: 'The usage limit that the workspace set for itself: workloads stay off until it is raised or the billing cycle ends.',
      source: USAGE,
    },
    {
      when: { message: /\bresource (?:provision )?limit\b.{0,40}\bexceeded\b/i },
      cause: 'plan-required',
      alternatives: ['quota-exhausted'],
      note: 'The plan allows no more services, volumes or projects.',
      source: PLANS,
    },
    { when: { message: /\btrial (?:has |is )?(?:ended|expired|over)\b/i }, cause: 'subscription-inactive', source: PLANS },
    {
      when: { message: 'application not found' },
      cause: 'not-found',
      alternatives: ['service-unavailable'],
      note: 'No deployment answers at this domain: none is running, or the domain is not attached to the service.',
      source: 'https://docs.railway.com/reference/errors/application-failed-to-respond',
    },
    {
      when: { message: 'application failed to respond' },
      cause: 'upstream-failure',
      note: 'The deployment runs and does not answer at the port that Railway asks.',
      source: 'https://docs.railway.com/reference/errors/application-failed-to-respond',
    },
  ],
} satisfies Provider;
