import type { ErrorRule, Provider } from '../model/provider.ts';

const wrongAddress: Omit<ErrorRule, 'when'> = {
  cause: 'access-blocked',
  note: "The key's access control does not have this address: add it in the settings of the API.",
  source: 'https://github.com/vultr/terraform-provider-vultr/issues/375',
};

const provider: Provider = {
  title: 'Vultr',
  kind: 'vendor',
  hosts: ['api.vultr.com', '.vultrobjects.com'],
  keys: [],
  keyEnvironment: ['VULTR_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['api.vultr.com', 'my.vultr.com', 'govultr', 'vultr api'],
  names: ['vultr'],
  links: {
    billing: 'https://my.vultr.com/billing/',
    keys: 'https://my.vultr.com/settings/#settingsapi',
    errors: 'https://www.vultr.com/api/',
    support: 'https://my.vultr.com/support/',
  },
  statusPage: { page: 'https://status.vultr.com' },
  knownGood: {
    method: 'GET',
    url: 'https://api.vultr.com/v2/account',
    says: 'Tells the name and the balance of the account.',
    source: 'https://www.vultr.com/api/#tag/account',
  },
  rules: [
    { when: { message: 'unauthorized ip address' }, ...wrongAddress },
    { when: { message: 'not authorized to use this api key' }, ...wrongAddress, source: 'https://github.com/sher/ansible-vultr/issues/6' },
    {
      when: { message: 'invalid api key' },
      cause: 'credentials-invalid',
      note: 'The older API also says this to an address that the access control does not have.',
      source: 'https://github.com/vultr/whmcs-vultr/issues/71',
      alternatives: ['access-blocked'],
    },
    {
      when: { message: /\bvultr\s+api\s+v1\s+is\s+no\s+longer\s+supported\b|\bforbidden\s+from\s+using\s+api\s+v1\b/i },
      cause: 'gone',
      note: 'Version 1 of the API has ended, though it arrives as a 503: call version 2.',
      source: 'https://github.com/trailofbits/algo/issues/14580',
    },
  ],
};

export default provider;
