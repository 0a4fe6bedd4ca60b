import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://www.volcengine.com/docs/82379/1299023';

const overdue: Omit<ErrorRule, 'when'> = {
  cause: 'account-past-due',
  note: 'The balance of the Volcengine account is below zero: top up in the console.',
  source: ERRORS,
};

const inferenceLimit: Omit<ErrorRule, 'when'> = {
  cause: 'spend-limit-reached',
  note: 'The limit of tokens that the account itself has set for the model, or its "Safe Experience Mode": change it where models are activated.',
  source: ERRORS,
  waiting: 'futile',
};

const planWindow: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'A window of the Coding Plan or Agent Plan; the message says when it starts again.',
  source: ERRORS,
  waiting: 'helps',
};

const freeTrial: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'The free tokens of this model are used up: activate the paid service of the model in the console.',
  source: ERRORS,
  waiting: 'futile',
};

const notActivated: Omit<ErrorRule, 'when'> = {
  cause: 'permission-denied',
  note: 'The model exists and is not activated for this account: activate it in the Ark console.',
  source: ERRORS,
  alternatives: ['plan-required'],
};

const provider: Provider = {
  title: 'Volcengine Ark (Doubao, BytePlus ModelArk)',
  kind: 'vendor',
  hosts: [
    'ark.cn-beijing.volces.com',
    'ark.ap-southeast.bytepluses.com',
    'ark.eu-west.bytepluses.com',
    '.volcengineapi.com',
    '.byteplusapi.com',
  ],
  keys: [],
  keyEnvironment: ['ARK_API_KEY', 'VOLCENGINE_API_KEY', 'DOUBAO_API_KEY', 'BYTEPLUS_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id', 'x-client-request-id'],
  basePaths: ['/api/v3', '/api/coding', '/api/coding/v3', '/api/plan', '/api/plan/v3'],
  ownHeaders: [],
  ownWords: [
    'ark.cn-beijing.volces.com',
    'volcenginesdkarkruntime',
    'volcengine.com',
    'console.byteplus.com',
    'accountoverdueerror',
    'setlimitexceeded',
    'has reached the set inference limit',
    'safe experience mode',
    'has exhausted its free trial quota for the',
    'does not have a valid coding plan subscription, or your subscription has expired',
    'usage quota. it will reset at',
    'invalidendpointormodel',
    'please activate the model service in the ark console',
    'accountratelimitexceeded',
    'modelaccountrpmratelimitexceeded',
    'modelaccounttpmratelimitexceeded',
    'ratelimitexceeded.endpoint',
    'inputtextsensitivecontentdetected',
    'inputimagesensitivecontentdetected',
    'outputtextsensitivecontentdetected',
    'the api key or ak/sk in the request is missing or invalid',
    '火山方舟',
  ],
  names: ['volcengine', 'volcano engine', 'volcano ark', 'byteplus', 'modelark', 'doubao', '火山引擎', '火山方舟', '豆包'],
  links: {
    billing: 'https://console.volcengine.com/finance/fund/recharge',
    usage: 'https://console.volcengine.com/ark',
    errors: ERRORS,
  },
  supportAsks: ['the account number in the message', 'the endpoint or model id'],
  rules: [
    { when: { code: ['AccountOverdueError', 'OperationDenied.ServiceOverdue'] }, ...overdue },
    { when: { message: /\baccount (?:balance )?(?:has an overdue balance|is overdue)/i }, ...overdue },
    { when: { code: 'SetLimitExceeded' }, ...inferenceLimit },
    { when: { message: 'reached the set inference limit' }, ...inferenceLimit },
    {
      when: { code: 'InvalidSubscription' },
      cause: 'subscription-inactive',
      note: 'The Coding Plan was never taken out or has expired; /api/v3 is the pay-as-you-go base URL.',
      source: ERRORS,
      alternatives: ['plan-required'],
    },
    {
      when: { message: 'not have a valid coding plan subscription' },
      cause: 'subscription-inactive',
      note: 'The Coding Plan was never taken out or has expired; /api/v3 is the pay-as-you-go base URL.',
      source: ERRORS,
      alternatives: ['plan-required'],
    },
    { when: { message: 'does not support the coding plan feature' }, cause: 'plan-required', source: ERRORS },
    { when: { message: /\bexceeded the (?:5-hour|weekly|monthly) usage quota/i }, ...planWindow },
    { when: { code: 'AccountQuotaExceeded' }, ...planWindow },
    { when: { message: 'exhausted its free trial quota' }, ...freeTrial },
    {
      when: { code: 'QuotaExceeded' },
      cause: 'quota-exhausted',
      note: "Free tokens, a plan's window, or (for video and images) tasks that wait in line.",
      source: ERRORS,
      alternatives: ['rate-limited'],
    },
    {
      when: {
        code: [
          'RateLimitExceeded',
          'RateLimitExceeded.EndpointRPMExceeded',
          'RateLimitExceeded.EndpointTPMExceeded',
          'RateLimitExceeded.FoundationModelRPMExceeded',
          'RateLimitExceeded.FoundationModelTPMExceeded',
          'ModelAccountRpmRateLimitExceeded',
          'ModelAccountTpmRateLimitExceeded',
          'ModelAccountIpmRateLimitExceeded',
          'APIAccountRpmRateLimitExceeded',
          'AccountRateLimitExceeded',
          'InflightBatchsizeExceeded',
          'RequestBurstTooFast',
        ],
      },
      cause: 'rate-limited',
      source: ERRORS,
    },
    {
      when: { code: 'ServerOverloaded' },
      cause: 'overloaded',
      note: 'Also where traffic to an older model rises at once.',
      source: ERRORS,
      alternatives: ['rate-limited'],
    },

    { when: { code: ['ModelNotOpen', 'OperationDenied.ServiceNotOpen', 'ManagedAgentNotOpen'] }, ...notActivated },
    { when: { message: 'has not activated the model' }, ...notActivated },
    {
      when: { code: 'InvalidEndpointOrModel.ModelIDAccessDisabled' },
      cause: 'permission-denied',
      note: 'This account may call models by the id of an endpoint ("ep-…") only.',
      source: ERRORS,
    },
    {
      when: { code: ['InvalidEndpointOrModel.NotFound', 'InvalidEndpoint.NotFound'] },
      cause: 'not-found',
      note: 'The answer is the same for a model or endpoint that does not exist and for one that this key may not use.',
      source: ERRORS,
      alternatives: ['permission-denied'],
    },
    {
      when: { code: 'InvalidEndpoint.ClosedEndpoint' },
      cause: 'service-unavailable',
      note: 'The endpoint was closed, or is not ready yet.',
      source: ERRORS,
    },
    {
      when: { code: 'AuthenticationError' },
      cause: 'credentials-invalid',
      source: ERRORS,
      alternatives: ['credentials-missing'],
    },
    { when: { code: 'InvalidAccountStatus' }, cause: 'account-disabled', source: ERRORS },
    { when: { code: ['AccessDenied', 'OperationDenied.PermissionDenied'] }, cause: 'permission-denied', source: ERRORS },
    {
      when: { message: /\bSensitiveContentDetected|may contain (?:sensitive|severe violation|violence) information/i },
      cause: 'content-refused',
      source: ERRORS,
    },
    {
      when: {
        code: [
          'SensitiveContentDetected',
          'SensitiveContentDetected.SevereViolation',
          'SensitiveContentDetected.Violence',
          'InputTextSensitiveContentDetected',
          'InputImageSensitiveContentDetected',
          'InputVideoSensitiveContentDetected',
          'OutputTextSensitiveContentDetected',
          'OutputImageSensitiveContentDetected',
          'OutputVideoSensitiveContentDetected',
        ],
      },
      cause: 'content-refused',
      source: ERRORS,
    },
    { when: { code: 'InternalServiceError' }, cause: 'upstream-failure', source: ERRORS },
  ],
};

export default provider;
