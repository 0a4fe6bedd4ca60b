import type { ErrorRule, Provider } from '../model/provider.ts';

const COMMON = 'https://help.aliyun.com/en/polardb/client-error-codes';
const ECS = 'https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-errorcodes';
const ECI = 'https://help.aliyun.com/en/eci/developer-reference/api-eci-2018-08-08-errorcodes';
const VPC = 'https://help.aliyun.com/zh/vpc/developer-reference/api-vpc-2016-04-28-errorcodes';
const DNS = 'https://help.aliyun.com/en/dns/error-code';

const emptyBalance: Omit<ErrorRule, 'when'> = { cause: 'credits-exhausted', source: COMMON };

const overdue: Omit<ErrorRule, 'when'> = {
  cause: 'account-past-due',
  note: 'The account has an overdue payment: services go on some minutes after it is settled.',
  source: ECI,
};

const badCredentials: Omit<ErrorRule, 'when'> = { cause: 'credentials-invalid', source: COMMON };

const provider: Provider = {
  title: 'Alibaba Cloud',
  kind: 'vendor',
  hosts: ['.aliyuncs.com'],
  keys: [{ pattern: 'LTAI[A-Za-z0-9]{12,26}', means: 'AccessKey id', sample: 'LTAIEXAMPLEexample000000' }],
  keyEnvironment: ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-acs-request-id', 'x-oss-request-id'],
  ownHeaders: ['x-acs-*', 'x-oss-*'],
  ownWords: [
    'aliyuncs.com',
    'aliyunsdkcore',
    'com.aliyuncs',
    'error-center.aliyun.com',
    'api.aliyun.com',
    'api.alibabacloud.com',
    'aliyun risk control',
    'alibaba cloud',
  ],
  names: ['aliyun', 'alibaba-cloud', 'alicloud'],
  links: {
    billing: 'https://usercenter2.aliyun.com',
    usage: 'https://usercenter2.aliyun.com',
    keys: 'https://ram.console.aliyun.com/manage/ak',
    limits: 'https://quotas.console.aliyun.com',
    errors: 'https://api.aliyun.com/troubleshoot',
    support: 'https://smartservice.console.aliyun.com',
  },
  supportAsks: ['the RequestId', 'the region and the action'],
  statusPage: { page: 'https://status.alibabacloud.com' },
  rules: [
    { when: { code: ['InvalidAccountStatus.NotEnoughBalance', 'InsufficientBalance', 'PAY.INSUFFICIENT_BALANCE'] }, ...emptyBalance },
    { when: { code: 'ACCOUNT_BALANCE_EXCEEDED' }, ...emptyBalance, source: VPC },
    { when: { message: 'account does not have enough balance' }, ...emptyBalance },
    { when: { code: ['Account.Arrearage', 'Arrearage'] }, ...overdue },
    { when: { message: 'account has an outstanding payment' }, ...overdue },
    {
      when: { code: ['PAY.INVALID_CREDIT_CARD', 'PAY.STORED_CARD_NOT_EXIST', 'PAY.WITHHOLDING_AGREEMENT_ILLEGAL', 'PAY.PAY_ORDER_FAILED'] },
      cause: 'payment-method-required',
      source: VPC,
    },
    {
      when: { code: ['Forbidden.RiskControl'] },
      cause: 'account-disabled',
      note: "Alibaba Cloud's risk control stopped the operation: only support can lift it.",
      source: COMMON,
      alternatives: ['access-blocked'],
    },
    {
      when: { code: 'UserDisable' },
      cause: 'account-past-due',
      note: 'Object Storage says this to an account that is overdue, and to one that was disabled for security.',
      source: 'https://www.alibabacloud.com/help/en/oss/support/0003-00000801',
      alternatives: ['account-disabled'],
    },
    {
      when: { code: ['Forbidden.UserVerification'] },
      cause: 'permission-denied',
      note: 'The account is not verified by a real name.',
      source: DNS,
    },
    { when: { code: ['Throttling', 'Throttling.User', 'Throttling.Api', 'Degrade.Api'] }, cause: 'rate-limited', source: COMMON },
    {
      when: { code: ['QuotaExceed', 'QuotaExceeded', 'DedicatedHostQuotaExceeded'] },
      cause: 'quota-exhausted',
      note: 'A quota of resources of the account, not money: ask for more in the Quota Center.',
      source: ECI,
      waiting: 'futile',
    },
    {
      when: { code: ['InvalidAccessKeyId.NotFound', 'InvalidAccessKeyId', 'SignatureDoesNotMatch', 'IncompleteSignature'] },
      ...badCredentials,
    },
    {
      when: { code: ['Forbidden.RAM', 'Forbbiden.SubUser', 'ActionUnauthorized', 'NoPermission', 'Forbedden.NotSupportRAM'] },
      cause: 'permission-denied',
      note: 'The RAM user or role lacks the action on this resource.',
      source: ECS,
    },
  ],
};

export default provider;
