import type { Provider } from '../model/provider.ts';

const REPOSITORY = 'https://github.com/QuantumNous/new-api/blob/main/';
const CODES = `${REPOSITORY}types/error.go`;
const BILLING = `${REPOSITORY}service/billing_session.go`;
const WORDS = `${REPOSITORY}i18n/locales/zh-CN.yaml`;
const ENGLISH = `${REPOSITORY}i18n/locales/en.yaml`;
const AUTH = `${REPOSITORY}middleware/auth.go`;
const DISTRIBUTOR = `${REPOSITORY}middleware/distributor.go`;
const RATE = `${REPOSITORY}middleware/model-rate-limit.go`;
/** The entitlement codes stand in this revision only. */
const ENTITLEMENTS = 'https://github.com/QuantumNous/new-api/blob/01f6839be8a4d48766902245824cca6651a6f04f/types/error.go';

const RESELLER = 'The balance is at the service that runs this gateway, not at the vendor of the model.';
const RESERVED = `${RESELLER} The price of max_tokens is reserved in advance, so a lower one may pass.`;
const OPERATOR = 'It is the account or the channel of whoever runs this gateway that failed, not yours: tell them.';

/** New API, the successor of One API, whose words it shares. No key shape is given: its keys look like those of several vendors. */
export default {
  title: 'New API',
  kind: 'gateway',
  hosts: [],
  keys: [],
  keyEnvironment: ['OPENAI_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-oneapi-request-id'],
  ownHeaders: ['x-new-api-version', 'x-oneapi-request-id'],
  ownWords: [
    'new_api_error',
    // A constant inside the request ids of newer releases.
    '8268d9d6',
    '预扣费额度失败',
    'pre-consumed quota failed',
    '用户额度不足, 剩余额度',
    '订阅额度不足或未配置订阅',
    '（distributor）',
    '(distributor)',
    'token quota is not enough, token remain quota',
    'tokenstatusexhausted',
    '您的 ip 不在令牌允许访问的列表中',
    '该令牌无权访问模型',
    '倍率或价格未配置',
    'ratio or price not set',
  ],
  names: ['new-api', 'newapi'],
  links: { support: 'https://docs.newapi.pro/en/docs/support/faq' },
  balance: {
    first: { url: '{origin}/v1/dashboard/billing/subscription', read: { granted: 'hard_limit_usd' } },
    url: '{origin}/v1/dashboard/billing/usage',
    read: { used: 'total_usage' },
    unit: 'USD',
    factor: 0.01,
    note: "the token's own quota, where 100,000,000 is one without a limit; the accounts behind the gateway are not seen",
    source: 'https://github.com/QuantumNous/new-api/blob/main/controller/channel-billing.go',
  },
  rules: [
    {
      when: { message: '订阅额度不足或未配置订阅' },
      cause: 'quota-exhausted',
      alternatives: ['subscription-inactive', 'plan-required'],
      note: 'The subscription at this service is used up for now, or there is none; the part after the colon says which.',
      source: BILLING,
    },
    { when: { message: 'pre-consumed quota failed' }, cause: 'credits-exhausted', note: RESERVED, source: BILLING },
    { when: { message: '预扣费额度失败' }, cause: 'credits-exhausted', note: RESERVED, source: BILLING },
    { when: { message: '用户额度不足' }, cause: 'credits-exhausted', note: RESELLER, source: BILLING },
    { when: { message: 'user quota is not enough' }, cause: 'credits-exhausted', note: RESELLER, source: `${REPOSITORY}service/quota.go` },
    { when: { code: 'insufficient_user_quota' }, cause: 'credits-exhausted', note: RESERVED, source: CODES },
    {
      when: { message: 'token quota is not enough' },
      cause: 'spend-limit-reached',
      note: "The token's own quota is lower than what the request reserves in advance; the account behind it may have money left.",
      source: `${REPOSITORY}service/quota.go`,
    },
    {
      when: { message: '令牌额度不足' },
      cause: 'spend-limit-reached',
      note: "The token's own quota is spent; the account behind it may have money left.",
      source: 'https://github.com/songquanpeng/one-api/blob/main/model/token.go',
    },
    {
      when: { code: 'pre_consume_token_quota_failed' },
      cause: 'spend-limit-reached',
      note: "The token's own quota is lower than what the request reserves in advance; the account behind it may have money left.",
      source: CODES,
    },
    {
      when: { message: '额度已用尽' },
      cause: 'spend-limit-reached',
      note: "The token's own quota is spent: a 401 here is no bad key.",
      source: WORDS,
    },
    {
      when: { message: 'token quota is exhausted' },
      cause: 'spend-limit-reached',
      note: "The token's own quota is spent: a 401 here is no bad key.",
      source: ENGLISH,
    },
    { when: { code: 'entitlement_required' }, cause: 'plan-required', source: ENTITLEMENTS },
    { when: { code: 'entitlement_inactive' }, cause: 'subscription-inactive', source: ENTITLEMENTS },
    {
      when: { code: ['entitlement_daily_limit_exceeded', 'entitlement_total_limit_exceeded'] },
      cause: 'quota-exhausted',
      source: ENTITLEMENTS,
    },
    { when: { code: 'token_concurrency_limit_reached' }, cause: 'rate-limited', source: ENTITLEMENTS },

    {
      when: { message: '负载已饱和', code: 'insufficient_quota' },
      cause: 'credits-exhausted',
      note: OPERATOR,
      source: 'https://github.com/songquanpeng/one-api/blob/main/controller/relay.go',
    },
    {
      when: { message: '负载已饱和' },
      cause: 'rate-limited',
      alternatives: ['overloaded', 'credits-exhausted', 'quota-exhausted'],
      note: 'The gateway says this in place of whatever the upstream said with its 429; where waiting does not help, the upstream account of the operator may be out of money.',
      source: 'https://github.com/QuantumNous/new-api/issues/991',
    },
    {
      when: { message: 'upstream load is saturated' },
      cause: 'rate-limited',
      alternatives: ['overloaded', 'credits-exhausted', 'quota-exhausted'],
      source: ENGLISH,
    },
    {
      when: { message: /您已达到总?请求数限制/ },
      cause: 'rate-limited',
      note: 'A limit that the operator of the gateway set for the user or group.',
      source: RATE,
    },
    {
      when: { message: /you have reached the (?:total )?request limit/i },
      cause: 'rate-limited',
      note: 'A limit that the operator of the gateway set for the user or group.',
      source: ENGLISH,
    },

    { when: { message: /未提供令牌|token not provided/i }, cause: 'credentials-missing', source: WORDS },
    {
      when: { message: /无效的令牌|invalid token/i },
      cause: 'credentials-invalid',
      alternatives: ['spend-limit-reached', 'account-disabled'],
      note: 'Newer releases say the same of a token that is unknown, expired, disabled, or has used up its own quota: look at the token in the console of the service.',
      source: `${REPOSITORY}model/token.go`,
    },
    { when: { message: /令牌已过期|token has expired/i }, cause: 'credentials-invalid', source: WORDS },
    {
      when: { message: /令牌状态不可用|token status is unavailable/i },
      cause: 'account-disabled',
      note: 'The token is disabled in the gateway.',
      source: WORDS,
    },
    { when: { message: /用户已被封禁|user has been banned/i }, cause: 'account-disabled', source: WORDS },
    {
      when: { message: '不在令牌允许访问的列表中' },
      cause: 'access-blocked',
      note: 'The token is limited to certain addresses.',
      source: AUTH,
    },
    {
      when: { message: /令牌无权|token has no access to/i },
      cause: 'permission-denied',
      note: 'The token is limited to other models.',
      source: DISTRIBUTOR,
    },
    {
      when: { message: /无权访问.{0,40}分组|no permission to access this group/i },
      cause: 'permission-denied',
      note: 'The group that the token names is not open to this user.',
      source: AUTH,
    },

    {
      when: { message: /无可用渠道|no available channel/i },
      cause: 'not-found',
      alternatives: ['service-unavailable', 'permission-denied'],
      note: "The operator has no working channel for this model in this token's group: another model or group may have one. It is not about money.",
      source: DISTRIBUTOR,
    },
    { when: { code: 'get_channel_failed' }, cause: 'service-unavailable', alternatives: ['not-found'], note: OPERATOR, source: CODES },
    {
      when: { message: /倍率或价格未配置|ratio or price not set/i },
      cause: 'upstream-failure',
      alternatives: ['not-found'],
      note: 'The operator of the gateway has set no price for this model, so it cannot be called. It is not about your money.',
      source: `${REPOSITORY}relay/helper/price.go`,
      waiting: 'futile',
    },
    { when: { code: 'model_price_error' }, cause: 'upstream-failure', note: OPERATOR, source: CODES, waiting: 'futile' },
    { when: { code: 'channel:no_available_key' }, cause: 'service-unavailable', note: OPERATOR, source: CODES, waiting: 'futile' },
    {
      when: {
        code: [
          'channel:invalid_key',
          'channel:param_override_invalid',
          'channel:header_override_invalid',
          'channel:model_mapped_error',
          'channel:aws_client_error',
        ],
      },
      cause: 'upstream-failure',
      note: OPERATOR,
      source: CODES,
      waiting: 'futile',
    },
    { when: { code: 'channel:response_time_exceeded' }, cause: 'upstream-failure', source: CODES },
    { when: { code: ['sensitive_words_detected', 'prompt_blocked', 'violation_fee.grok.csam'] }, cause: 'content-refused', source: CODES },
    { when: { code: 'access_denied' }, cause: 'permission-denied', source: CODES },
    { when: { code: 'model_not_found' }, cause: 'not-found', source: CODES },
    {
      when: { code: ['do_request_failed', 'bad_response', 'bad_response_body', 'empty_response', 'read_response_body_failed'] },
      cause: 'upstream-failure',
      source: CODES,
    },
    { when: { code: 'bad_response_status_code', message: 'bad response status code 5' }, cause: 'upstream-failure', source: CODES },
    {
      when: { code: ['query_data_error', 'update_data_error'] },
      cause: 'upstream-failure',
      note: "The gateway's own database failed.",
      source: CODES,
    },
    { when: { message: /未指定模型名称|model name not specified/i }, cause: 'invalid-request', source: DISTRIBUTOR },
    {
      when: { code: ['invalid_request', 'bad_request_body', 'convert_request_failed', 'read_request_body_failed'] },
      cause: 'invalid-request',
      source: CODES,
    },
  ],
} satisfies Provider;
