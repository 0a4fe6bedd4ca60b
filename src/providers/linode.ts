import type { Provider } from '../model/provider.ts';

export default {
  title: 'Linode',
  kind: 'vendor',
  hosts: ['api.linode.com', '.linodeobjects.com'],
  keys: [],
  keyEnvironment: ['LINODE_TOKEN', 'LINODE_CLI_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'api.linode.com',
    'cloud.linode.com',
    'linode_api4',
    'linode.errors',
    'linodego',
    'linode instance',
    'techdocs.akamai.com/linode-api',
  ],
  names: ['linode', 'linode-cli'],
  links: {
    billing: 'https://cloud.linode.com/account/billing',
    keys: 'https://cloud.linode.com/profile/tokens',
    errors: 'https://techdocs.akamai.com/linode-api/reference/errors',
    limits: 'https://techdocs.akamai.com/linode-api/reference/rate-limits',
    support: 'https://cloud.linode.com/support/tickets',
  },
  statusPage: { page: 'https://status.linode.com', api: { kind: 'statuspage', url: 'https://status.linode.com/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.linode.com/v4/profile',
    says: 'Tells whose token this is. Regions and types are told to everybody and prove nothing.',
    source: 'https://techdocs.akamai.com/linode-api/reference/get-profile',
  },
  rules: [
    {
      when: { message: 'account limit reached' },
      cause: 'quota-exhausted',
      note: "The account's number of active services, not money: delete one, or ask support for more.",
      source: 'https://github.com/pulumi/templates/issues/184',
      waiting: 'futile',
    },
    {
      when: { message: 'oauth token is not authorized' },
      cause: 'permission-denied',
      note: 'The token lacks a scope: events have to be readable as well, for clients that wait for an action.',
      source: 'https://github.com/linode/ansible_linode/issues/353',
    },
    {
      when: { message: 'invalid oauth token' },
      cause: 'credentials-invalid',
      source: 'https://github.com/linode/linode_api4-python/issues/51',
    },
  ],
} satisfies Provider;
