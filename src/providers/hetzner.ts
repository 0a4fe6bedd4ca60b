import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.hetzner.cloud/reference/cloud#errors';

export default {
  title: 'Hetzner',
  kind: 'vendor',
  hosts: ['api.hetzner.cloud', 'api.hetzner.com', 'robot-ws.your-server.de', 'dns.hetzner.com'],
  keys: [],
  keyEnvironment: ['HCLOUD_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-correlation-id'],
  ownHeaders: [],
  ownWords: [
    'api.hetzner.cloud',
    'console.hetzner',
    'docs.hetzner',
    'hcloud: ',
    'hcloud_server',
    'hcloud.apiexception',
    'hcloud._exceptions',
  ],
  names: ['hetzner', 'hcloud'],
  links: {
    billing: 'https://accounts.hetzner.com/invoice',
    limits: 'https://console.hetzner.com/limits',
    errors: ERRORS,
    support: 'https://console.hetzner.com/support',
  },
  statusPage: { page: 'https://status.hetzner.com' },
  knownGood: {
    method: 'GET',
    url: 'https://api.hetzner.cloud/v1/locations',
    says: 'Lists the locations, for any valid token.',
    source: 'https://docs.hetzner.cloud/reference/cloud#locations',
  },
  rules: [
    {
      when: { code: 'resource_limit_exceeded' },
      cause: 'quota-exhausted',
      note: "The account's number of servers, addresses or cores, not money: delete something, or ask for a higher limit in the console.",
      source: 'https://github.com/hetzneronline/community-content/issues/933',
      waiting: 'futile',
    },
    {
      when: { message: /\bserver\s+limit\s+(?:reached|exceeded)\b/i },
      cause: 'quota-exhausted',
      note: "The account's number of servers, not money: delete one, or ask for a higher limit in the console.",
      source: 'https://github.com/hetznercloud/cli/issues/91',
      waiting: 'futile',
    },
    {
      when: { code: 'resource_unavailable' },
      cause: 'overloaded',
      note: 'This type is not to be had in this location right now: another one may be.',
      source: ERRORS,
    },
    {
      when: { code: 'rate_limit_exceeded' },
      cause: 'rate-limited',
      note: '3,600 requests per hour for each project, refilled one by one.',
      source: ERRORS,
    },
    {
      when: { code: 'token_readonly' },
      cause: 'permission-denied',
      note: 'A token that may only read: make one that may write.',
      source: ERRORS,
    },
    {
      when: { code: 'locked' },
      cause: 'conflict',
      note: 'Another action runs on this resource: try again when it has ended.',
      source: ERRORS,
      waiting: 'helps',
    },
    { when: { code: 'maintenance' }, cause: 'service-unavailable', source: ERRORS },
  ],
} satisfies Provider;
