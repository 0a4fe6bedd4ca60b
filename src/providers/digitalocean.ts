import type { Provider } from '../model/provider.ts';

const API = 'https://docs.digitalocean.com/reference/api/';
const ACCOUNT = 'https://docs.digitalocean.com/reference/terraform/reference/data-sources/account/';

export default {
  title: 'DigitalOcean',
  kind: 'vendor',
  hosts: ['api.digitalocean.com', 'inference.do-ai.run', '.digitaloceanspaces.com'],
  keys: [
    { pattern: 'dop_v1_[a-f0-9]{64}', means: 'personal access token', sample: `dop_v1_${'0123456789abcdef'.repeat(4)}` },
    { pattern: 'do[or]_v1_[a-f0-9]{64}', means: 'OAuth token', sample: `doo_v1_${'0123456789abcdef'.repeat(4)}` },
  ],
  keyEnvironment: ['DIGITALOCEAN_ACCESS_TOKEN', 'DIGITALOCEAN_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: [],
  ownWords: [
    'api.digitalocean.com',
    'cloud.digitalocean.com',
    'docs.digitalocean.com',
    'will exceed your droplet limit',
    'creating droplet',
    'do-ai.run',
    'godo.errorresponse',
  ],
  names: ['digitalocean', 'digital ocean', 'doctl'],
  links: {
    billing: 'https://cloud.digitalocean.com/account/billing',
    keys: 'https://cloud.digitalocean.com/account/api/tokens',
    limits: 'https://cloud.digitalocean.com/account/team/droplet_limit_increase',
    errors: API,
    support: 'https://cloudsupport.digitalocean.com',
  },
  statusPage: {
    page: 'https://status.digitalocean.com',
    api: { kind: 'statuspage', url: 'https://status.digitalocean.com/api/v2/summary.json' },
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.digitalocean.com/v2/account',
    says: 'The token is valid, and status says whether the account is active, warned or locked.',
    source: ACCOUNT,
  },
  rules: [
    {
      when: { message: 'please send an additional payment to unlock' },
      cause: 'payment-unspecified',
      note: 'This size is kept from new accounts until a payment has been made.',
      source: 'https://github.com/digitalocean/api-v2/issues/36',
      alternatives: ['plan-required'],
    },
    {
      when: {
        message: /\b(?:will\s+exceed\s+your\s+droplet\s+limit|not\s+enough\s+available\s+droplet\s+limit|droplet\s+limit\s+exceeded)\b/i,
      },
      cause: 'quota-exhausted',
      note: "The account's number of droplets, not money: destroy one, or ask for more.",
      source: 'https://github.com/OpenRouterLabs/spawn/issues/3059',
      waiting: 'futile',
    },
    {
      when: { code: 'too_many_requests' },
      cause: 'rate-limited',
      note: '5,000 requests per hour and 250 per minute for each token.',
      source: API,
    },
  ],
} satisfies Provider;
