import type { Provider } from '../model/provider.ts';

const API = 'https://developer.hashicorp.com/terraform/cloud-docs/api-docs';

export default {
  title: 'HCP Terraform (Terraform Cloud)',
  kind: 'vendor',
  hosts: ['app.terraform.io', 'app.eu.terraform.io', 'archivist.terraform.io'],
  keys: [
    {
      pattern: '[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,70}',
      means: 'HCP Terraform token',
      sample: `Example0Exampl.atlasv1.${'Example0'.repeat(8)}`,
    },
  ],
  keyEnvironment: ['TFE_TOKEN', 'TF_TOKEN_app_terraform_io', 'TFC_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: ['tfp-api-version', 'tfp-appname', 'x-tfe-version'],
  ownWords: ['app.terraform.io', 'developer.hashicorp.com/terraform/cloud-docs', 'tfe_token'],
  names: ['terraform cloud', 'hcp terraform'],
  links: {
    billing: 'https://app.terraform.io/app/settings/organizations',
    keys: 'https://app.terraform.io/app/settings/tokens',
    limits: `${API}#rate-limiting`,
    errors: API,
    support: 'https://support.hashicorp.com',
  },
  statusPage: {
    page: 'https://status.hashicorp.com',
    api: { kind: 'incident-io', url: 'https://status.hashicorp.com/api/v2/summary.json' },
  },
  knownGood: {
    method: 'GET',
    url: 'https://app.terraform.io/api/v2/account/details',
    says: 'Tells whose token it is; the token of an organisation belongs to no user, and gets a service account.',
    source: 'https://developer.hashicorp.com/terraform/cloud-docs/api-docs/account',
  },
  rules: [
    {
      when: { status: 404 },
      cause: 'not-found',
      alternatives: ['permission-denied', 'key-scope-mismatch', 'plan-required'],
      note: 'The API answers 404 for what the token may not see as well: an organisation token, for one, starts no runs.',
      source: API,
    },
    { when: { status: 429 }, cause: 'rate-limited', note: 'A user may make 30 calls a second.', source: `${API}#rate-limiting` },
  ],
} satisfies Provider;
