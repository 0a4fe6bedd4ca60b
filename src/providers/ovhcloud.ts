import type { ErrorRule, Provider } from '../model/provider.ts';

const ORDER = 'https://github.com/ovh/terraform-provider-ovh/issues/646';

const badCredentials: Omit<ErrorRule, 'when'> = {
  cause: 'credentials-invalid',
  note: 'Application key, application secret and consumer key must belong together and to this endpoint; a consumer key that nobody has confirmed, or whose time is over, is not valid.',
  source: 'https://github.com/ovh/php-ovh/issues/56',
};

const provider: Provider = {
  title: 'OVHcloud',
  kind: 'vendor',
  hosts: ['api.ovh.com', 'eu.api.ovh.com', 'ca.api.ovh.com', 'api.us.ovhcloud.com', '.cloud.ovh.net', '.cloud.ovh.us'],
  keys: [],
  keyEnvironment: ['OVH_APPLICATION_KEY', 'OVH_APPLICATION_SECRET', 'OVH_CONSUMER_KEY'],
  keyHeader: 'x-ovh-application',
  requestIdHeaders: ['x-ovh-queryid'],
  ownHeaders: ['x-ovh-*'],
  ownWords: [
    'api.ovh.com',
    'api.us.ovhcloud.com',
    'ovh-query-id',
    'ovh.exceptions',
    'cloud.ovh.net',
    'this call has not been granted',
    'help.ovhcloud.com',
  ],
  names: ['ovh', 'ovhcloud', 'ovh cloud'],
  links: {
    billing: 'https://www.ovh.com/manager/#/dedicated/billing/history',
    keys: 'https://eu.api.ovh.com/createToken/',
    errors: 'https://docs.ovh.com/gb/en/api/first-steps-with-ovh-api/',
    support: 'https://help.ovhcloud.com',
  },
  supportAsks: ['the OVH-Query-ID'],
  statusPage: { page: 'https://www.status-ovhcloud.com' },
  rules: [
    {
      when: { message: "this order can't be paid with" },
      cause: 'payment-method-required',
      note: 'The order stands, and the default payment method does not do for it: pay it with another one.',
      source: ORDER,
    },
    {
      when: { message: /\bpaymentmean\s+not\s+found\b/i },
      cause: 'payment-method-required',
      source: 'https://github.com/ovh/terraform-provider-ovh/issues/301',
    },
    {
      when: { code: 'NOT_GRANTED_CALL' },
      cause: 'permission-denied',
      note: 'The rules that the consumer key was made with leave out this method and path.',
      source: 'https://github.com/ovh/python-ovh/issues/141',
    },
    {
      when: { message: 'this call has not been granted' },
      cause: 'permission-denied',
      note: 'The rules that the consumer key was made with leave out this method and path.',
      source: 'https://github.com/ovh/python-ovh/issues/141',
    },
    { when: { code: ['INVALID_CREDENTIAL', 'NOT_CREDENTIAL'] }, ...badCredentials },
    { when: { message: 'this credential is not valid' }, ...badCredentials },
    { when: { message: 'this credential does not exist' }, ...badCredentials },
    { when: { code: 'INVALID_SIGNATURE' }, ...badCredentials, source: 'https://github.com/ovh/php-ovh/issues/62' },
  ],
};

export default provider;
