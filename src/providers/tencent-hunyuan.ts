import type { ErrorRule, Provider } from '../model/provider.ts';

const CODES = 'https://www.tencentcloud.com/document/api/1284/75543';
const SDK_CODES =
  'https://github.com/TencentCloud/tencentcloud-sdk-java/blob/master/src/main/java/com/tencentcloudapi/hunyuan/v20230901/HunyuanErrorCode.java';
const GATEWAY_READING = 'https://github.com/APIParkLab/APIPark/blob/main/app/ai-event-handler/status.go';

const arrears: Omit<ErrorRule, 'when'> = {
  cause: 'account-past-due',
  note: 'Tencent Cloud has stopped the service for arrears of the account: pay, then try again.',
  source: CODES,
};

const freePackage: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'The free resource package is used up: buy a package, or turn on post-payment in the console.',
  source: CODES,
  waiting: 'futile',
};

const packageSpent: Omit<ErrorRule, 'when'> = {
  cause: 'credits-exhausted',
  note: 'The resource package is used up: buy another, or turn on post-payment in the console.',
  source: CODES,
};

const provider: Provider = {
  title: 'Tencent Cloud Hunyuan',
  kind: 'vendor',
  hosts: [
    'api.hunyuan.cloud.tencent.com',
    'hunyuan.tencentcloudapi.com',
    '.hunyuan.tencentcloudapi.com',
    '.tencentcloudapi.com',
    'api.lkeap.cloud.tencent.com',
  ],
  keys: [
    {
      pattern: 'AKID[A-Za-z0-9]{32}',
      means: 'SecretId of Tencent Cloud',
      sample: `AKID${'EXAMPLEexample00'.repeat(2)}`,
      notFor: 'the OpenAI-compatible endpoint, which takes a key of its own',
    },
  ],
  keyEnvironment: ['HUNYUAN_API_KEY', 'TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  scopeHeaders: ['x-tc-region'],
  ownHeaders: [],
  ownWords: [
    'tencentcloudsdkexception',
    'com.tencentcloudapi.',
    'cloud.tencent.com',
    'tencentcloud.com',
    'failedoperation.freeresourcepackexhausted',
    'failedoperation.resourcepackexhausted',
    'failedoperation.servicestoparrears',
    'failedoperation.engineserver',
    'resourceunavailable.inarrears',
    'resourceunavailable.lowbalance',
    'resourceinsufficient.chargeresourceexhaust',
    'authfailure.secretidnotfound',
    'authfailure.signaturefailure',
    '免费资源包余量已用尽',
    '资源包余量已用尽',
  ],
  names: ['hunyuan', 'tencent hunyuan', 'tencent cloud', 'tencentcloud', '腾讯混元', '腾讯云', '混元'],
  links: {
    billing: 'https://console.cloud.tencent.com/expense/overview',
    keys: 'https://console.cloud.tencent.com/hunyuan/api-key',
    errors: CODES,
  },
  rules: [
    { when: { code: ['ResourceUnavailable.InArrears', 'FailedOperation.ServiceStopArrears'] }, ...arrears },
    { when: { message: '欠费停服' }, ...arrears },
    { when: { code: 'ResourceUnavailable.LowBalance' }, cause: 'credits-exhausted', source: SDK_CODES },
    { when: { code: 'FailedOperation.FreeResourcePackExhausted' }, ...freePackage },
    { when: { message: '免费资源包余量已用尽' }, ...freePackage },
    { when: { code: ['FailedOperation.ResourcePackExhausted', 'ResourceUnavailable.ResourcePackageRunOut'] }, ...packageSpent },
    { when: { code: 'ResourceInsufficient.ChargeResourceExhaust' }, ...packageSpent, source: GATEWAY_READING },
    { when: { message: '资源包余量已用尽' }, ...packageSpent },
    { when: { message: '计费资源已耗尽' }, ...packageSpent, source: GATEWAY_READING },
    {
      when: { code: ['FailedOperation.ServiceNotActivated', 'FailedOperation.UnOpenError'] },
      cause: 'permission-denied',
      note: 'The service is not activated for the account: activate it in the console.',
      source: CODES,
      alternatives: ['plan-required'],
    },
    {
      when: { code: 'FailedOperation.ServiceStop' },
      cause: 'permission-denied',
      note: 'The owner of the account has stopped the service in the console.',
      source: CODES,
    },
    {
      when: { code: ['ResourceUnavailable.Freeze', 'ResourceUnavailable.StopUsing'] },
      cause: 'account-disabled',
      source: CODES,
      alternatives: ['account-past-due'],
    },
    {
      when: {
        code: [
          'RequestLimitExceeded',
          'RequestLimitExceeded.UinLimitExceeded',
          'RequestLimitExceeded.IPLimitExceeded',
          'RequestLimitExceeded.GlobalRegionUinLimitExceeded',
        ],
      },
      cause: 'rate-limited',
      source: CODES,
    },
    {
      when: { code: ['LimitExceeded', 'FailedOperation.EngineServerLimitExceeded'] },
      cause: 'rate-limited',
      note: 'Mostly calls side by side: an account has five per model unless it has bought more.',
      source: CODES,
      alternatives: ['quota-exhausted', 'overloaded'],
    },
    {
      when: {
        code: [
          'AuthFailure.InvalidAuthorization',
          'AuthFailure.InvalidSecretId',
          'AuthFailure.SecretIdNotFound',
          'AuthFailure.SignatureExpire',
          'AuthFailure.SignatureFailure',
          'AuthFailure.TokenFailure',
          'AuthFailure.MFAFailure',
        ],
      },
      cause: 'credentials-invalid',
      note: 'A signature fails as well where the clock is off by more than five minutes.',
      source: CODES,
    },
    { when: { code: ['AuthFailure.UnauthorizedOperation', 'UnauthorizedOperation'] }, cause: 'permission-denied', source: CODES },
    { when: { code: 'UnsupportedOperation.NonWhitelistAccount' }, cause: 'permission-denied', source: SDK_CODES },
    {
      when: { code: ['OperationDenied.ImageIllegalDetected', 'OperationDenied.TextIllegalDetected'] },
      cause: 'content-refused',
      source: SDK_CODES,
    },
    { when: { code: 'InvalidParameterValue.Model' }, cause: 'not-found', source: SDK_CODES },
    { when: { code: 'ActionOffline' }, cause: 'gone', source: CODES },
    {
      when: { code: ['FailedOperation.EngineRequestTimeout', 'FailedOperation.EngineServerError', 'InternalError'] },
      cause: 'upstream-failure',
      source: CODES,
    },
    {
      when: {
        code: [
          'InvalidParameter',
          'InvalidParameterValue',
          'MissingParameter',
          'UnknownParameter',
          'InvalidAction',
          'NoSuchVersion',
          'UnsupportedRegion',
        ],
      },
      cause: 'invalid-request',
      source: CODES,
    },
  ],
};

export default provider;
