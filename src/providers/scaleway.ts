import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://www.scaleway.com/en/docs/generative-apis/api-cli/understanding-errors/';
const SDK = 'https://github.com/scaleway/scaleway-sdk-js';
const QUOTAS = 'https://www.scaleway.com/en/docs/organizations-and-projects/additional-content/organization-quotas/';

const resourceQuota: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: "The organisation's number of this resource, not money: a payment method and a verified identity raise it, or support.",
  source: QUOTAS,
  waiting: 'futile',
};

const provider: Provider = {
  title: 'Scaleway',
  kind: 'vendor',
  hosts: ['api.scaleway.com', 'api.scaleway.ai', '.scaleway.ai', '.scw.cloud'],
  keys: [{ pattern: 'SCW[A-Z0-9]{17}', means: 'access key, the half of an API key that is no secret', sample: 'SCWEXAMPLE0000000000' }],
  keyEnvironment: ['SCW_SECRET_KEY', 'SCW_ACCESS_KEY'],
  keyHeader: 'x-auth-token',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: [],
  ownWords: ['scaleway.com', 'scaleway.ai', 'scaleway-sdk', 'scw.cloud', 'scalewayerror'],
  names: ['scaleway'],
  links: {
    billing: 'https://console.scaleway.com/billing',
    keys: 'https://console.scaleway.com/iam/api-keys',
    limits: 'https://console.scaleway.com/organization/quotas',
    errors: ERRORS,
    support: 'https://console.scaleway.com/support',
  },
  statusPage: { page: 'https://status.scaleway.com' },
  rules: [
    { when: { type: ['quotas_exceeded', 'QuotasExceededError'] }, ...resourceQuota },
    {
      when: { message: 'quota exceeded for this resource' },
      ...resourceQuota,
      source: 'https://github.com/scaleway/scaleway-cli/issues/530',
    },
    {
      when: { type: ['out_of_stock', 'OutOfStockError'] },
      cause: 'overloaded',
      note: 'This type is out of stock in this zone: another zone or type may have.',
      source: SDK,
    },
    { when: { type: ['denied_authentication', 'DeniedAuthenticationError'] }, cause: 'credentials-invalid', source: SDK },
    {
      when: { type: ['permissions_denied', 'PermissionsDeniedError'] },
      cause: 'permission-denied',
      note: 'The policies of the key lack a permission set, or do not cover this project.',
      source: SDK,
    },
    { when: { type: 'too_many_requests' }, cause: 'rate-limited', source: ERRORS },
    {
      when: { type: ['transient_state', 'TransientStateError'] },
      cause: 'conflict',
      note: 'The resource is changing: try again when it has settled.',
      source: SDK,
      waiting: 'helps',
    },
  ],
};

export default provider;
