import type { ErrorRule, Provider } from '../model/provider.ts';

const LIMITS = 'https://modelscope.cn/docs/model-service/API-Inference/limits';
const INTRO = 'https://modelscope.cn/docs/model-service/API-Inference/intro';
const BINDING = 'https://modelscope.cn/docs/accounts/aliyun-binding-and-authorization';

const notBound: Omit<ErrorRule, 'when'> = {
  cause: 'permission-denied',
  note: 'API-Inference wants a ModelScope account that is bound to a verified Alibaba Cloud account.',
  source: BINDING,
};

const provider: Provider = {
  title: 'ModelScope API-Inference',
  kind: 'vendor',
  hosts: ['api-inference.modelscope.cn'],
  keys: [],
  keyEnvironment: ['MODELSCOPE_API_KEY', 'MODELSCOPE_SDK_TOKEN', 'MODELSCOPE_API_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  basePaths: ['/v1'],
  ownHeaders: ['modelscope-ratelimit-*'],
  ownWords: ['modelscope.cn', "exceeded today's quota for model", 'bind your alibaba cloud account', '魔搭'],
  names: ['modelscope', '魔搭', '魔搭社区'],
  links: { keys: 'https://modelscope.cn/my/myaccesstoken', limits: LIMITS, usage: 'https://modelscope.cn/my/overview' },
  rules: [
    {
      when: { message: "exceeded today's quota" },
      cause: 'quota-exhausted',
      note: "The day's calls of this model; another model may have some left.",
      source: 'https://github.com/tashfeenahmed/freellmapi/pull/604',
      waiting: 'helps',
    },
    { when: { message: /\bbind your (?:Alibaba Cloud|Aliyun) account/i }, ...notBound },
    { when: { message: /绑定.{0,10}阿里云|实名认证/ }, ...notBound, source: INTRO },
  ],
};

export default provider;
