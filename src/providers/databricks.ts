import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.databricks.com/api/account/errors';
const CODES = 'https://databricks.github.io/sdk-js/api/variables/_databricks_sdk-apps.v1.ErrorCode.html';
const LIMITS = 'https://docs.databricks.com/aws/en/machine-learning/model-serving/model-serving-limits';
const TOO_MANY = 'https://github.com/databricks-demos/dbdemos/issues/244';

export default {
  title: 'Databricks',
  kind: 'vendor',
  hosts: ['.cloud.databricks.com', '.azuredatabricks.net', '.gcp.databricks.com', 'accounts.cloud.databricks.com'],
  keys: [{ pattern: 'dapi[a-f0-9]{32}(?:-\\d)?', means: 'personal access token', sample: `dapi${'0123456789abcdef'.repeat(2)}` }],
  keyEnvironment: ['DATABRICKS_TOKEN', 'DATABRICKS_CLIENT_SECRET'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: ['x-databricks-*'],
  ownWords: ['databricks.com', 'azuredatabricks.net', 'databrickserror', 'databricks.sdk', 'databricksexception', 'rpc token bucket limit'],
  names: ['databricks'],
  links: {
    billing: 'https://accounts.cloud.databricks.com',
    usage: 'https://accounts.cloud.databricks.com',
    limits: LIMITS,
    errors: ERRORS,
    support: 'https://help.databricks.com',
  },
  supportAsks: ['the URL of the workspace', 'the request id in the details'],
  statusPage: { page: 'https://status.databricks.com' },
  rules: [
    {
      when: { code: 'BUDGET_POLICY_LIMIT_EXCEEDED' },
      cause: 'spend-limit-reached',
      note: 'The budget policy that the job runs under is used up.',
      source: 'https://databricks.github.io/sdk-js/api/variables/_databricks_sdk-jobs.v2.TerminationCode_Code.html',
    },
    {
      when: { code: 'REQUEST_LIMIT_EXCEEDED', message: /\balready\s+\d+\s+active\b/i },
      cause: 'rate-limited',
      note: 'A number of things side by side, not a rate: it passes when one of them ends.',
      source: TOO_MANY,
    },
    { when: { code: 'REQUEST_LIMIT_EXCEEDED' }, cause: 'rate-limited', source: 'https://github.com/ssc-sp/datahub-portal/issues/362' },
    {
      when: { message: 'exceeded the concurrent limit of' },
      cause: 'rate-limited',
      source: 'https://github.com/databrickslabs/ucx/issues/401',
    },
    {
      when: { code: 'QUOTA_EXCEEDED' },
      cause: 'quota-exhausted',
      note: 'A quota of resources of the account or the metastore, not money: waiting does not help.',
      source: ERRORS,
      waiting: 'futile',
    },
    {
      when: { code: 'FEATURE_DISABLED' },
      cause: 'plan-required',
      note: 'The feature is off in this workspace: by its settings, or because the tier does not have it.',
      source: 'https://github.com/databrickslabs/ucx/issues/1617',
      alternatives: ['permission-denied'],
    },
    { when: { code: 'CUSTOMER_UNAUTHORIZED' }, cause: 'permission-denied', source: CODES },
    { when: { code: ['ENDPOINT_NOT_FOUND', 'RESOURCE_DOES_NOT_EXIST'] }, cause: 'not-found', source: CODES },
  ],
} satisfies Provider;
