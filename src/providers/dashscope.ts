import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://help.aliyun.com/en/model-studio/error-code';
const CODES = 'https://help.aliyun.com/zh/model-studio/developer-reference/error-code';
const LIMITS = 'https://www.alibabacloud.com/help/en/model-studio/rate-limit';
const CODING_PLAN = 'https://www.alibabacloud.com/help/en/model-studio/coding-plan-faq';
const FREE_QUOTA = 'https://www.alibabacloud.com/help/doc-detail/3001515.html';

const freeTierOnly: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'The model\'s free quota is spent and the console\'s switch "free tier only" stops paid calls: turn it off to go on.',
  source: FREE_QUOTA,
  waiting: 'futile',
};

const throttle: Omit<ErrorRule, 'when'> = {
  cause: 'rate-limited',
  note: 'A limit per minute of the whole Alibaba Cloud account for this model, not its money, in spite of the word quota.',
  source: LIMITS,
  waiting: 'helps',
};

const wrongKey: Omit<ErrorRule, 'when'> = {
  cause: 'credentials-invalid',
  note: 'Each region and the Coding Plan have their own keys: key and base URL must be of the same one.',
  source: ERRORS,
  alternatives: ['key-scope-mismatch'],
};

const provider: Provider = {
  title: 'Alibaba Cloud Model Studio',
  kind: 'vendor',
  hosts: [
    'dashscope.aliyuncs.com',
    'dashscope-intl.aliyuncs.com',
    'dashscope-us.aliyuncs.com',
    '.dashscope.aliyuncs.com',
    'coding-intl.dashscope.aliyuncs.com',
    '.maas.aliyuncs.com',
    'portal.qwen.ai',
  ],
  keys: [{ pattern: 'sk-sp-[A-Za-z0-9_.-]{16,}', means: 'key of the Coding Plan', sample: `sk-sp-${'EXAMPLEexample0'.repeat(2)}` }],
  keyEnvironment: ['DASHSCOPE_API_KEY', 'BAILIAN_CODING_PLAN_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  scopeHeaders: ['x-dashscope-workspace'],
  basePaths: ['/compatible-mode/v1', '/api/v1', '/apps/anthropic', '/v1'],
  ownHeaders: ['x-dashscope-*'],
  ownWords: [
    'dashscope.aliyuncs.com',
    'dashscope-intl.aliyuncs.com',
    'dashscope-us.aliyuncs.com',
    '.maas.aliyuncs.com',
    'com.alibaba.dashscope',
    'dashscope.common.error',
    'dashscope_api_key',
    'bailian.console.aliyun.com',
    'modelstudio.console.alibabacloud.com',
    'help.aliyun.com/zh/model-studio',
    'help.aliyun.com/en/model-studio',
    'alibabacloud.com/help/en/model-studio',
    'make sure your account is in good standing',
    'allocationquota.freetieronly',
    'use free tier only',
    'free allocated quota exceeded',
    'hour allocated quota exceeded',
    'week allocated quota exceeded',
    'month allocated quota exceeded',
    'concurrency allocated quota exceeded',
    'throttling.ratequota',
    'throttling.allocationquota',
    'throttling.burstrate',
    'you exceeded your current requests list',
    'request rate increased too quickly',
    'invalid api-key provided',
    'range of input length should be',
    'data may contain inappropriate content',
    'datainspectionfailed',
    'data_inspection_failed',
    '阿里云百炼',
  ],
  names: ['dashscope', 'bailian', '百炼', '灵积', 'alibaba model studio', 'alibaba cloud model studio', 'qwen-portal', 'tongyi'],
  links: {
    billing: 'https://usercenter2.aliyun.com',
    usage: 'https://bailian.console.aliyun.com',
    keys: 'https://bailian.console.aliyun.com/?tab=model#/api-key',
    limits: LIMITS,
    errors: ERRORS,
  },
  statusPage: { page: 'https://status.alibabacloud.com' },
  prevention: [
    {
      says: 'Turn "free tier only" off before a free quota ends if calls are to go on, paid.',
      causes: ['quota-exhausted'],
      source: FREE_QUOTA,
    },
    { says: 'Top up before the balance is overdue: an overdue account gets no calls at all, not even free ones.', source: FREE_QUOTA },
  ],
  rules: [
    {
      when: { code: ['Arrearage', 'PrepaidBillOverdue', 'PostpaidBillOverdue'] },
      cause: 'account-past-due',
      note: 'A payment of the Alibaba Cloud account is overdue; after paying, the API takes a few minutes to notice.',
      source: ERRORS,
    },
    {
      when: { message: 'your account is in good standing' },
      cause: 'account-past-due',
      note: 'A payment of the Alibaba Cloud account is overdue; after paying, the API takes a few minutes to notice.',
      source: ERRORS,
    },
    { when: { code: 'AllocationQuota.FreeTierOnly' }, ...freeTierOnly },
    { when: { message: 'use free tier only' }, ...freeTierOnly },
    { when: { message: 'free tier of the model has been exhausted' }, ...freeTierOnly },
    { when: { message: 'free quota has been exhausted' }, ...freeTierOnly },
    {
      when: { message: 'free allocated quota exceeded' },
      cause: 'quota-exhausted',
      note: 'The free allowance is used up or has expired.',
      source: CODES,
    },
    {
      when: { message: /\b(?:hour|week|month) allocated quota exceeded/i },
      cause: 'quota-exhausted',
      note: "A window of the Coding Plan: five hours, the week (resets on Monday, UTC+8) or the plan's month.",
      source: CODING_PLAN,
      waiting: 'helps',
    },
    {
      when: { message: 'concurrency allocated quota exceeded' },
      cause: 'rate-limited',
      note: 'Too many calls of the Coding Plan side by side.',
      source: CODING_PLAN,
    },
    {
      when: { code: ['AccessDenied.Unpurchased', 'CommodityNotPurchased'] },
      cause: 'plan-required',
      note: 'Model Studio, or the paid service of this workspace, is not activated for the account.',
      source: CODES,
      alternatives: ['permission-denied'],
    },
    {
      when: {
        code: [
          'Throttling',
          'Throttling.RateQuota',
          'Throttling.BurstRate',
          'Throttling.AllocationQuota',
          'LimitRequests',
          'limit_requests',
          'limit_burst_rate',
          'insufficient_quota',
        ],
      },
      ...throttle,
    },
    { when: { message: 'you exceeded your current requests list' }, ...throttle },
    { when: { message: 'request rate increased too quickly' }, ...throttle },
    { when: { status: 429, message: 'you exceeded your current quota' }, ...throttle },
    { when: { status: 429, message: 'allocated quota exceeded' }, ...throttle },
    { when: { message: 'throttled due to system capacity' }, cause: 'overloaded', source: CODES },

    {
      when: { message: 'no api-key provided' },
      cause: 'credentials-missing',
      source: CODES,
    },
    {
      when: { message: 'invalid access token or token expired' },
      cause: 'credentials-invalid',
      note: 'On the Coding Plan: an ordinary key instead of the plan\'s own ("sk-sp-…"), an ended subscription, or a key copied in part.',
      source: CODING_PLAN,
      alternatives: ['key-scope-mismatch', 'subscription-inactive'],
    },
    { when: { code: ['InvalidApiKey', 'invalid_api_key'] }, ...wrongKey },
    { when: { message: 'invalid api-key provided' }, ...wrongKey },
    {
      when: {
        code: ['Model.AccessDenied', 'model_access_denied', 'Workspace.AccessDenied', 'App.AccessDenied', 'Endpoint.AccessDenied'],
      },
      cause: 'permission-denied',
      note: "The key's workspace is not granted this model or application.",
      source: ERRORS,
    },
    {
      when: { code: ['AccessDenied', 'access_denied'] },
      cause: 'permission-denied',
      source: ERRORS,
      alternatives: ['invalid-request', 'plan-required', 'account-past-due'],
    },
    {
      when: {
        code: ['DataInspectionFailed', 'data_inspection_failed', 'FaqRuleBlocked', 'CustomRoleBlocked', 'IPInfringementSuspect'],
      },
      cause: 'content-refused',
      source: ERRORS,
    },
    { when: { message: 'may contain inappropriate content' }, cause: 'content-refused', source: ERRORS },
    { when: { message: 'range of input length should be' }, cause: 'context-too-long', source: CODES },
    {
      when: { message: /\bmodel ['"]?[\w./:-]{1,80}['"]? is not supported/i },
      cause: 'not-found',
      note: 'The Coding Plan holds a list of models, written in lower and upper case as documented.',
      source: CODING_PLAN,
      alternatives: ['plan-required'],
    },
    {
      when: { code: ['ModelNotFound', 'model_not_found', 'WorkSpaceNotFound', 'NotFound'] },
      cause: 'not-found',
      note: 'Models differ by region: the model may exist elsewhere, or not be open to this account.',
      source: ERRORS,
      alternatives: ['permission-denied'],
    },
    { when: { message: 'model not exist' }, cause: 'not-found', source: CODES },
    {
      when: { code: ['ModelUnavailable', 'ModelServingError'] },
      cause: 'overloaded',
      source: CODES,
      alternatives: ['service-unavailable'],
    },
    {
      when: {
        code: [
          'InternalError',
          'internal_error',
          'InternalError.Algo',
          'InternalError.Timeout',
          'SystemError',
          'ModelServiceFailed',
          'RequestTimeOut',
        ],
      },
      cause: 'upstream-failure',
      source: ERRORS,
      alternatives: ['invalid-request'],
    },
    {
      when: {
        code: [
          'InvalidParameter',
          'InvalidURL',
          'BadRequest.EmptyInput',
          'BadRequest.EmptyParameters',
          'BadRequest.EmptyModel',
          'BadRequest.TooLarge',
          'UnsupportedOperation',
          'invalid_parameter_error',
        ],
      },
      cause: 'invalid-request',
      source: ERRORS,
    },
  ],
};

export default provider;
