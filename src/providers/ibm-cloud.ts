import type { Provider } from '../model/provider.ts';

export default {
  title: 'IBM Cloud',
  kind: 'vendor',
  hosts: ['.cloud.ibm.com', '.watsonplatform.net', '.cloud-object-storage.appdomain.cloud'],
  keys: [],
  keyEnvironment: ['IBMCLOUD_API_KEY', 'IC_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['transaction-id', 'x-global-transaction-id'],
  ownHeaders: ['x-global-transaction-id'],
  ownWords: ['cloud.ibm.com', 'bluemix', 'watsonplatform', 'ibm_cloud_sdk_core', 'bxnim0415e', 'ibm cloud'],
  names: ['ibm cloud', 'ibmcloud', 'ibm-cloud'],
  links: {
    billing: 'https://cloud.ibm.com/billing',
    usage: 'https://cloud.ibm.com/billing/usage',
    keys: 'https://cloud.ibm.com/iam/apikeys',
    support: 'https://cloud.ibm.com/unifiedsupport/supportcenter',
  },
  statusPage: { page: 'https://cloud.ibm.com/status' },
  rules: [
    {
      when: { message: 'not allowed to provision non-lite plans' },
      cause: 'plan-required',
      note: 'A Lite account: this service wants a pay-as-you-go account, with a payment method.',
      source: 'https://github.com/IBM/blockchainbean/issues/5',
      alternatives: ['payment-method-required'],
    },
    {
      when: { code: 'BXNIM0415E' },
      cause: 'credentials-invalid',
      source: 'https://github.com/watson-developer-cloud/node-sdk/issues/716',
    },
    {
      when: { message: 'provided api key could not be found' },
      cause: 'credentials-invalid',
      source: 'https://github.com/watson-developer-cloud/node-sdk/issues/716',
    },
  ],
} satisfies Provider;
