import type { Provider } from '../model/provider.ts';

const CODES = 'https://www.mongodb.com/docs/atlas/reference/api-errors/';
const CLOUD_MANAGER = 'https://www.mongodb.com/docs/cloud-manager/reference/api-error-codes/';

export default {
  title: 'MongoDB Atlas',
  kind: 'vendor',
  hosts: ['cloud.mongodb.com', 'services.cloud.mongodb.com', 'data.mongodb-api.com', '.data.mongodb-api.com'],
  keys: [],
  keyEnvironment: ['MONGODB_ATLAS_PRIVATE_KEY', 'MONGODB_ATLAS_PRIVATE_API_KEY', 'MCLI_PRIVATE_API_KEY', 'MONGODB_ATLAS_CLIENT_SECRET'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: [],
  ownWords: ['mongodb.com/docs/atlas', 'mongodbatlas', 'no_payment_information_found'],
  names: ['mongodb atlas', 'mongodbatlas', 'atlas cli'],
  links: {
    billing: 'https://cloud.mongodb.com/v2#/billing/overview',
    keys: 'https://cloud.mongodb.com/v2#/org/access/apiKeys',
    limits: 'https://www.mongodb.com/docs/atlas/reference/api-rate-limiting/',
    errors: CODES,
    support: 'https://support.mongodb.com',
  },
  supportAsks: ['the project (group) id', 'the error code'],
  statusPage: { page: 'https://status.mongodb.com', api: { kind: 'statuspage', url: 'https://status.mongodb.com/api/v2/summary.json' } },
  rules: [
    {
      when: { code: ['NO_PAYMENT_INFORMATION_FOUND', 'CANNOT_START_BACKUP_NO_BILLING_INFO'] },
      cause: 'payment-method-required',
      note: 'Everything but the free cluster needs a payment method in the organisation.',
      source: CODES,
    },
    { when: { message: 'no payment information was found for' }, cause: 'payment-method-required', source: CODES },
    {
      when: { code: ['ACCOUNT_SUSPENDED', 'CANNOT_DELETE_ORG_FAILED_PAYMENTS'] },
      cause: 'account-past-due',
      note: 'There is an invoice that has not been paid.',
      source: CLOUD_MANAGER,
    },
    { when: { status: 402 }, cause: 'payment-method-required', alternatives: ['account-past-due'], source: CODES },
    {
      when: { code: ['IP_ADDRESS_NOT_ON_ACCESS_LIST', 'IP_ADDRESS_NOT_ON_ACCESS_LIST_FOR_API_KEY', 'ORG_REQUIRES_ACCESS_LIST'] },
      cause: 'access-blocked',
      note: "The access list of the API key lacks this address; it is another list than the cluster's.",
      source: CODES,
    },
    {
      when: { message: /\bip address\b.{0,60}\bnot allowed to access this resource\b/i },
      cause: 'access-blocked',
      note: "The access list of the API key lacks this address; it is another list than the cluster's.",
      source: CODES,
    },
    { when: { code: 'RATE_LIMITED' }, cause: 'rate-limited', source: 'https://www.mongodb.com/docs/atlas/reference/api-rate-limiting/' },
    { when: { code: ['USER_UNAUTHORIZED', 'NOT_USER_ADMIN', 'NOT_GLOBAL_USER_ADMIN'] }, cause: 'permission-denied', source: CODES },
    { when: { code: ['GROUP_NOT_FOUND', 'CLUSTER_NOT_FOUND', 'RESOURCE_NOT_FOUND'] }, cause: 'not-found', source: CODES },
  ],
} satisfies Provider;
