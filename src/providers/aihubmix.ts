import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.aihubmix.com/cn/FAQs/HTTP-Codes';

const emptyBalance: Omit<ErrorRule, 'when'> = { cause: 'credits-exhausted', source: ERRORS };
const wrongModel: Omit<ErrorRule, 'when'> = {
  cause: 'not-found',
  note: 'The name of the model is wrong, or the group of the key has no access to it; the 503 does not mean an outage.',
  source: ERRORS,
  alternatives: ['permission-denied'],
};
const providerLimit: Omit<ErrorRule, 'when'> = {
  cause: 'rate-limited',
  note: "The vendor behind AIHubMix limits AIHubMix's shared pool: it is not about this account.",
  source: ERRORS,
};

const provider: Provider = {
  title: 'AIHubMix',
  kind: 'vendor',
  hosts: ['aihubmix.com', 'api.aihubmix.com'],
  keys: [],
  keyEnvironment: ['AIHUBMIX_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/v1'],
  ownHeaders: [],
  ownWords: ['aihubmix_api_error', 'docs.aihubmix.com', 'rate limited by provider – contact support'],
  names: ['aihubmix'],
  links: { errors: ERRORS },
  supportAsks: ['the tid in the message'],
  rules: [
    { when: { code: 'insufficient_user_quota' }, ...emptyBalance },
    { when: { message: 'account balance is insufficient' }, ...emptyBalance },
    { when: { message: '用户余额不足' }, ...emptyBalance },
    { when: { message: 'rate limited by provider' }, ...providerLimit },
    { when: { message: '该模型遇到官方限速' }, ...providerLimit },
    { when: { message: 'incorrect model id' }, ...wrongModel },
    { when: { message: '没有可用的渠道' }, ...wrongModel },
    { when: { message: /模型名字错误/ }, ...wrongModel },
    { when: { message: 'allowed only from approved ip ranges' }, cause: 'access-blocked', source: ERRORS },
    { when: { message: '该令牌只能在指定网段使用' }, cause: 'access-blocked', source: ERRORS },
    { when: { message: 'not authorized to access the requested model' }, cause: 'permission-denied', source: ERRORS },
    { when: { message: '该令牌无权使用模型' }, cause: 'permission-denied', source: ERRORS },
    { when: { message: '用户已被封禁' }, cause: 'account-disabled', source: ERRORS },
    { when: { message: 'account suspended' }, cause: 'account-disabled', source: ERRORS },
    { when: { code: ['prompt_too_long', 'text_too_long'] }, cause: 'context-too-long', source: ERRORS },
    { when: { message: 'access token is invalid or expired' }, cause: 'credentials-invalid', source: ERRORS },
    {
      when: { message: 'channel has been disabled' },
      cause: 'service-unavailable',
      note: 'AIHubMix has switched off the route to the vendor.',
      source: ERRORS,
    },
    { when: { message: 'no access token supplied' }, cause: 'credentials-missing', source: ERRORS },
  ],
};

export default provider;
