import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://cloud.baidu.com/doc/qianfan-api/s/rmwbl43x7';
const SEARCH_ERRORS = 'https://ai.baidu.com/ai-doc/AppBuilder/4m8sgh88y';
const RATE = 'https://cloud.baidu.com/doc/WENXINWORKSHOP/s/hlzic283e';
const OLD_CODES = 'https://cloud.baidu.com/theme/P/2904906-9-7-2';

const dailyLimit: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: "The day's free calls are used up, or payment for this service is not turned on: each service has its own switch in the console.",
  source: 'https://github.com/binary-husky/gpt_academic/issues/1824',
  alternatives: ['plan-required'],
  waiting: 'helps',
};

const planWindow: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'A window of the Coding Plan: five hours, week or month.',
  source: ERRORS,
  waiting: 'helps',
};

const provider: Provider = {
  title: 'Baidu Qianfan',
  kind: 'vendor',
  hosts: ['qianfan.baidubce.com', 'aip.baidubce.com', '.baidubce.com'],
  keys: [
    {
      pattern: 'bce-v3/ALTAK[A-Za-z0-9_-]{4,64}/[a-f0-9]{40}',
      means: 'API key of Qianfan',
      sample: `bce-v3/ALTAK-EXAMPLEexample/${'0123456789abcdef'.repeat(2)}01234567`,
    },
  ],
  keyEnvironment: ['QIANFAN_API_KEY', 'QIANFAN_BEARER_TOKEN', 'QIANFAN_AK', 'QIANFAN_SK'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-bce-request-id'],
  scopeHeaders: ['appid'],
  basePaths: ['/v2', '/v2/coding', '/v2/tokenplan/personal', '/anthropic/coding', '/anthropic/tokenplan/personal', '/rpc/2.0'],
  ownHeaders: ['x-bce-*'],
  ownWords: [
    'baidubce.com',
    'cloud.baidu.com',
    'open api daily request limit reached',
    'open api qps request limit reached',
    'open api total request limit reached',
    'iam certification failed',
    'access token invalid or no longer valid',
    'coding_plan_subscription_expired',
    'coding_plan_not_subscribed',
    'coding_plan_api_key_',
    'coding_plan_hour_quota_exceeded',
    'coding_plan_week_quota_exceeded',
    'coding_plan_month_quota_exceeded',
    'token_plan_person_',
    'invalid_iam_token',
    'preemptible_rate_limit_exceeded',
  ],
  names: ['qianfan', 'baidu qianfan', 'wenxin', 'ernie bot', '百度千帆', '千帆', '文心一言'],
  links: {
    usage: 'https://console.bce.baidu.com/qianfan',
    limits: RATE,
    errors: ERRORS,
  },
  supportAsks: ['the id of the answer ("as-…")', 'the model and the base URL'],
  rules: [
    {
      when: { code: 'BILLING_INSUFFICIENT_BALANCE' },
      cause: 'account-past-due',
      note: 'The Baidu Cloud account is in arrears: top up.',
      source: SEARCH_ERRORS,
      alternatives: ['credits-exhausted'],
    },
    { when: { code: 'account_overdue' }, cause: 'account-past-due', source: ERRORS },
    {
      when: { code: 'QUOTA_USER_DAILY_FREE' },
      cause: 'quota-exhausted',
      note: "The day's free calls are used up and post-payment is not turned on.",
      source: SEARCH_ERRORS,
      waiting: 'helps',
    },
    { when: { code: 'QUOTA_USER_DAILY_REQUEST' }, cause: 'quota-exhausted', source: SEARCH_ERRORS, waiting: 'helps' },
    {
      when: {
        code: [
          'coding_plan_hour_quota_exceeded',
          'coding_plan_week_quota_exceeded',
          'coding_plan_month_quota_exceeded',
          'token_quota_exceeded',
        ],
      },
      ...planWindow,
    },
    {
      when: { code: ['coding_plan_subscription_expired', 'token_plan_person_subscription_expired'] },
      cause: 'subscription-inactive',
      source: ERRORS,
    },
    {
      when: { code: ['coding_plan_not_subscribed', 'token_plan_person_not_subscribed'] },
      cause: 'plan-required',
      source: ERRORS,
      alternatives: ['subscription-inactive'],
    },
    {
      when: { code: ['coding_plan_model_not_supported', 'token_plan_person_model_not_supported'] },
      cause: 'plan-required',
      source: ERRORS,
    },
    {
      when: {
        code: [
          'coding_plan_api_key_required',
          'coding_plan_api_key_not_allowed',
          'token_plan_person_api_key_required',
          'token_plan_person_api_key_not_allowed',
        ],
      },
      cause: 'key-scope-mismatch',
      note: 'Pay-as-you-go, Coding Plan and Token Plan each have their own key and base URL.',
      source: ERRORS,
    },
    { when: { code: '17' }, ...dailyLimit },
    { when: { message: 'open api daily request limit reached' }, ...dailyLimit },
    { when: { code: '19' }, cause: 'quota-exhausted', source: OLD_CODES, waiting: 'futile' },
    { when: { message: 'open api total request limit reached' }, cause: 'quota-exhausted', source: OLD_CODES, waiting: 'futile' },
    { when: { code: ['18', '336501', '336502'] }, cause: 'rate-limited', source: RATE },
    { when: { message: 'open api qps request limit reached' }, cause: 'rate-limited', source: OLD_CODES },
    {
      when: {
        code: [
          'rpm_rate_limit_exceeded',
          'tpm_rate_limit_exceeded',
          'input_tpm_rate_limit_exceeded',
          'output_tpm_rate_limit_exceeded',
          'user_rate_limit_exceeded',
          'coding_plan_rate_limit_exceeded',
          'RATE_LIMIT_TOTAL_QPS',
          'RATE_LIMIT_SEARCH_QPS',
          'RATE_LIMIT_SEARCH_TOTAL_QPS',
        ],
      },
      cause: 'rate-limited',
      source: ERRORS,
    },
    {
      when: {
        code: [
          'cluster_rate_limit_exceeded',
          'cluster_rpm_rate_limit_exceeded',
          'cluster_tpm_rate_limit_exceeded',
          'preemptible_rate_limit_exceeded',
          'coding_plan_cluster_rate_limited',
        ],
      },
      cause: 'overloaded',
      note: 'The limit of the cluster, not of this account.',
      source: ERRORS,
    },
    { when: { code: ['characters_too_long', 'tokens_too_long'] }, cause: 'context-too-long', source: ERRORS },
    {
      when: { code: ['system_unsafe', 'user_setting_unsafe', 'functions_unsafe', 'image_url_unsafe', 'unsafe_request'] },
      cause: 'content-refused',
      source: ERRORS,
    },
    { when: { code: 'invalid_iam_token' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { message: 'iam certification failed' }, cause: 'credentials-invalid', source: OLD_CODES },
    { when: { code: ['13', '14', '100', '110', '111'] }, cause: 'credentials-invalid', source: OLD_CODES },
    {
      when: { code: 'invalid_appid' },
      cause: 'key-scope-mismatch',
      note: 'The key may not act for this appid.',
      source: ERRORS,
      alternatives: ['permission-denied'],
    },
    { when: { code: ['no_parameter_permission', '6'] }, cause: 'permission-denied', source: ERRORS },
    {
      when: { code: 'invalid_model' },
      cause: 'not-found',
      note: 'The model does not exist, is not open to this account, or was not named at all.',
      source: ERRORS,
      alternatives: ['permission-denied', 'invalid-request'],
    },
    { when: { code: 'method_not_supported' }, cause: 'method-not-allowed', source: ERRORS },
    {
      when: { code: ['malformed_json', 'invalid_messages', 'invalid_argument', 'invalid_image_url'] },
      cause: 'invalid-request',
      source: ERRORS,
    },
    { when: { code: ['internal_error', 'dispatch_internal_error', '336000'] }, cause: 'upstream-failure', source: ERRORS },
  ],
};

export default provider;
