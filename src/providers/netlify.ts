import type { Provider } from '../model/provider.ts';

const PAUSED = 'https://docs.netlify.com/manage/accounts-and-billing/billing/resume-paused-projects/';
const API = 'https://docs.netlify.com/api/get-started/';

export default {
  title: 'Netlify',
  kind: 'vendor',
  hosts: ['api.netlify.com', '.netlify.app', '.netlify.com'],
  keys: [],
  keyEnvironment: ['NETLIFY_AUTH_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-nf-request-id'],
  ownHeaders: ['server: netlify', 'x-nf-request-id'],
  ownWords: ['this site was paused as it reached its usage limits', 'netlify’s billing', "netlify's billing"],
  names: ['netlify'],
  links: {
    billing: 'https://app.netlify.com/user/billing',
    keys: 'https://app.netlify.com/user/applications',
    limits: API,
    support: 'https://www.netlify.com/support/',
  },
  supportAsks: ['the x-nf-request-id of the response', 'the address of the site'],
  statusPage: {
    page: 'https://www.netlifystatus.com',
    api: { kind: 'statuspage', url: 'https://www.netlifystatus.com/api/v2/summary.json' },
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.netlify.com/api/v1/user',
    says: 'Tells whose token it is.',
    source: 'https://open-api.netlify.com/#tag/user/operation/getCurrentUser',
  },
  rules: [
    {
      when: { message: /\bpaused as it (?:has )?reached its usage limits?/i },
      cause: 'quota-exhausted',
      note: "The site's team used what its plan includes for the billing period: the site comes back with the next period, or with a larger plan. It is the site owner's account.",
      source: PAUSED,
    },
    { when: { message: 'usage_exceeded' }, cause: 'quota-exhausted', source: PAUSED },
    { when: { code: 'usage_exceeded' }, cause: 'quota-exhausted', source: PAUSED },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'The API takes 500 requests a minute, and 3 deployments a minute.',
      source: API,
    },
  ],
} satisfies Provider;
