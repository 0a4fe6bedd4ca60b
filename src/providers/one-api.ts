import type { Provider } from '../model/provider.ts';

const REPOSITORY = 'https://github.com/songquanpeng/one-api/blob/main/';
const TOKEN = `${REPOSITORY}model/token.go`;
const AUTH = `${REPOSITORY}middleware/auth.go`;
const RELAY = `${REPOSITORY}controller/relay.go`;
const HELPER = `${REPOSITORY}relay/controller/helper.go`;
const UPSTREAM = `${REPOSITORY}relay/controller/error.go`;

const RESELLER = 'The balance is at the service that runs this gateway, not at the vendor of the model.';
const OPERATOR = 'It is the account of whoever runs this gateway that the vendor refused, not yours: tell them.';

/**
 * One API, and what its many forks kept of its words. Most deployments belong to resellers. No key shape is given: its
 * keys look like those of several vendors.
 */
export default {
  title: 'One API',
  kind: 'gateway',
  hosts: [],
  keys: [],
  keyEnvironment: ['OPENAI_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-oneapi-request-id'],
  ownHeaders: ['x-oneapi-request-id'],
  ownWords: [
    'one_api_error',
    // The forks keep this suffix: a time stamp of this century and random characters behind it.
    '(request id: 202',
    '当前分组上游负载已饱和',
    '无可用渠道',
    '该令牌额度已用尽',
    '该令牌状态不可用',
    '该令牌无权使用模型',
    '该令牌只能在指定网段使用',
    '令牌额度不足',
    '无效的令牌',
    'insufficient_user_quota',
    'user quota is not enough',
  ],
  names: ['one-api', 'oneapi'],
  links: {
    errors: 'https://github.com/songquanpeng/one-api#%E5%B8%B8%E8%A7%81%E9%97%AE%E9%A2%98',
  },
  balance: {
    first: { url: '{origin}/v1/dashboard/billing/subscription', read: { granted: 'hard_limit_usd' } },
    url: '{origin}/v1/dashboard/billing/usage',
    read: { used: 'total_usage' },
    unit: 'USD',
    factor: 0.01,
    note: "the token's own quota, where 100,000,000 is one without a limit; the accounts behind the gateway are not seen",
    source: 'https://github.com/songquanpeng/one-api/blob/main/controller/billing.go',
  },
  rules: [
    // Which of both quotas the pre-charge failed on stands in the message only.
    {
      when: { code: 'pre_consume_token_quota_failed', message: '用户额度不足' },
      cause: 'credits-exhausted',
      note: RESELLER,
      source: TOKEN,
    },
    {
      when: { message: '令牌额度不足' },
      cause: 'spend-limit-reached',
      note: "The token's own quota is spent; the account behind it may have money left.",
      source: TOKEN,
    },
    {
      when: { code: 'pre_consume_token_quota_failed' },
      cause: 'spend-limit-reached',
      alternatives: ['credits-exhausted'],
      note: "The token's own quota is lower than what the request reserves in advance.",
      source: HELPER,
    },
    {
      when: { code: 'insufficient_user_quota' },
      cause: 'credits-exhausted',
      note: `${RESELLER} The price of max_tokens is reserved in advance, so a lower one may pass.`,
      source: HELPER,
    },
    {
      when: { message: 'user quota is not enough' },
      cause: 'credits-exhausted',
      note: RESELLER,
      source: 'https://github.com/songquanpeng/one-api/issues/1270',
    },
    {
      when: { message: /quota \[-?\d+\] ?preConsumedQuota/i },
      cause: 'credits-exhausted',
      note: RESELLER,
      source: 'https://github.com/songquanpeng/one-api/issues/1846',
    },
    { when: { message: '用户额度不足' }, cause: 'credits-exhausted', note: RESELLER, source: TOKEN },
    {
      when: { message: '额度已用尽' },
      cause: 'spend-limit-reached',
      note: "The token's own quota is spent: a 401 here is no bad key. Raise the quota of the token, or make another one.",
      source: TOKEN,
    },

    // A 429 of the upstream loses its words and keeps its code.
    {
      when: { message: '负载已饱和', code: 'billing_not_active' },
      cause: 'account-past-due',
      note: OPERATOR,
      source: 'https://github.com/songquanpeng/one-api/issues/330',
    },
    { when: { message: '负载已饱和', code: 'insufficient_quota' }, cause: 'credits-exhausted', note: OPERATOR, source: RELAY },
    {
      when: { message: '负载已饱和' },
      cause: 'rate-limited',
      alternatives: ['overloaded', 'credits-exhausted', 'quota-exhausted'],
      note: 'The gateway says this in place of whatever the upstream said with its 429; where waiting does not help, the upstream account of the operator may be out of money.',
      source: RELAY,
    },

    { when: { message: '未提供令牌' }, cause: 'credentials-missing', source: TOKEN },
    {
      when: { message: '无效的令牌' },
      cause: 'credentials-invalid',
      note: "The gateway does not know this token: a vendor's key does not work here.",
      source: TOKEN,
    },
    { when: { message: '令牌已过期' }, cause: 'credentials-invalid', source: TOKEN },
    { when: { message: '令牌状态不可用' }, cause: 'account-disabled', note: 'The token is disabled in the gateway.', source: TOKEN },
    { when: { message: '用户已被封禁' }, cause: 'account-disabled', source: AUTH },
    { when: { message: '令牌无权' }, cause: 'permission-denied', note: 'The token is limited to other models.', source: AUTH },
    {
      when: { message: '令牌只能在指定网段使用' },
      cause: 'access-blocked',
      note: 'The token is limited to a subnet; the message shows the address that was seen.',
      source: AUTH,
    },
    { when: { message: '普通用户不支持指定渠道' }, cause: 'permission-denied', source: AUTH },
    {
      when: { message: '无可用渠道' },
      cause: 'not-found',
      alternatives: ['service-unavailable', 'permission-denied'],
      note: "The operator has no working channel for this model in this token's group: another model or group may have one. It is not about money.",
      source: `${REPOSITORY}middleware/distributor.go`,
    },
    {
      when: { message: '该渠道已被禁用' },
      cause: 'service-unavailable',
      source: `${REPOSITORY}middleware/distributor.go`,
      waiting: 'futile',
    },
    { when: { code: 'api_not_implemented' }, cause: 'not-found', source: RELAY },
    {
      when: { code: ['do_request_failed', 'bad_response', 'get_user_quota_failed'] },
      cause: 'upstream-failure',
      source: HELPER,
    },
    {
      when: { code: 'bad_response_status_code', message: 'bad response status code 5' },
      cause: 'upstream-failure',
      note: "param is the status of the upstream's answer.",
      source: UPSTREAM,
    },
  ],
} satisfies Provider;
