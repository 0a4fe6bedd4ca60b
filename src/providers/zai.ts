import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.z.ai/api-reference/api-code';
const CODES = 'https://docs.bigmodel.cn/cn/api/api-code';

const emptyBalance: Omit<ErrorRule, 'when'> = {
  cause: 'credits-exhausted',
  note: 'Sent as well to holders of a Coding Plan who call the pay-as-you-go base URL: the plan is spent only at /api/coding/paas/v4 and /api/anthropic.',
  source: 'https://github.com/7836246/cursor2api/issues/30',
  alternatives: ['key-scope-mismatch', 'account-past-due'],
};

const windowSpent: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'A usage window of the Coding Plan (five hours, week or month); the message says when it starts again.',
  source: CODES,
  waiting: 'helps',
};

const planEnded: Omit<ErrorRule, 'when'> = { cause: 'subscription-inactive', source: CODES };

const provider: Provider = {
  title: 'Z.ai / Zhipu BigModel',
  kind: 'vendor',
  hosts: ['api.z.ai', 'open.bigmodel.cn', 'open.z.ai'],
  keys: [
    {
      pattern: '[a-f0-9]{32}\\.[A-Za-z0-9]{16}',
      means: 'API key: id and secret',
      sample: `${'0123456789abcdef'.repeat(2)}.EXAMPLEexample00`,
    },
  ],
  keyEnvironment: ['ZAI_API_KEY', 'Z_AI_API_KEY', 'ZHIPUAI_API_KEY', 'ZHIPU_API_KEY', 'BIGMODEL_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/api/paas/v4', '/api/coding/paas/v4', '/api/anthropic'],
  ownHeaders: [],
  ownWords: [
    'docs.z.ai',
    'https://z.ai/',
    'bigmodel.cn',
    'glm coding plan',
    'zhipuai.core',
    'zai.core',
    '余额不足或无可用资源包',
    'insufficient balance or no resource package',
    '您当前使用该api的并发数过高',
    '您当前使用该 api 的并发数过高',
    '您的账户已达到速率限制',
    '小时的使用上限。您的限额将在',
    'usage limit reached for 5 hour',
    '不符合公平使用策略',
    '该模型当前访问量过大',
    'high concurrency usage of this api',
    'high frequency usage of this api',
    'weekly/monthly limit exhausted',
    'current usage pattern does not comply with the fair usage policy',
    '系统检测到输入或生成内容可能包含不安全或敏感内容',
    'system detected potentially unsafe or sensitive content in input or generation',
  ],
  names: ['zhipu', 'zhipuai', 'zhipu ai', 'bigmodel', 'z.ai', 'zai-coding-plan', '智谱', '智谱ai', '智谱清言'],
  links: {
    billing: 'https://open.bigmodel.cn/finance/overview',
    usage: 'https://bigmodel.cn/coding-plan/personal/usage',
    keys: 'https://bigmodel.cn/usercenter/proj-mgmt/apikeys',
    errors: ERRORS,
  },
  prevention: [
    {
      says: "Set the plan's own base URL (/api/coding/paas/v4, or /api/anthropic for Claude Code) where a Coding Plan is to pay.",
      source: 'https://github.com/cline/cline/issues/6761',
    },
  ],
  balance: {
    url: '{origin}/api/monitor/usage/quota/limit',
    read: { used: 'data.limits.0.percentage', resetAt: 'data.limits.0.nextResetTime', plan: 'data.level' },
    unit: '% of the window',
    needs: 'a key of an account with a coding plan',
    note: 'the first window of the coding plan; prepaid money no API tells',
    source: 'https://github.com/steipete/CodexBar/blob/main/docs/zai.md',
  },
  rules: [
    { when: { code: '1113', message: /欠费|arrears/i }, ...emptyBalance, alternatives: ['account-past-due', 'key-scope-mismatch'] },
    { when: { code: '1113' }, ...emptyBalance },
    { when: { message: '余额不足或无可用资源包' }, ...emptyBalance },
    { when: { message: 'insufficient balance or no resource package' }, ...emptyBalance },
    { when: { code: ['1308', '1310', '1316', '1317', '1318', '1319', '1320', '1321'] }, ...windowSpent },
    { when: { message: /已达到.{1,24}使用上限/ }, ...windowSpent },
    { when: { message: /usage limit reached for (?:the past )?\d+ ?\w+/i }, ...windowSpent },
    { when: { message: /\b(?:weekly|monthly) limit exhausted/i }, ...windowSpent },
    { when: { code: '1304' }, cause: 'quota-exhausted', source: CODES, waiting: 'helps' },
    { when: { message: '今日调用次数限额' }, cause: 'quota-exhausted', source: CODES, waiting: 'helps' },
    { when: { code: '1309' }, ...planEnded },
    { when: { message: 'coding plan package has expired' }, ...planEnded },
    { when: { message: 'coding plan 套餐已到期' }, ...planEnded },
    { when: { code: '1311' }, cause: 'plan-required', note: 'The plan does not hold this model.', source: CODES },
    { when: { message: /当前订阅套餐暂未开放/ }, cause: 'plan-required', source: CODES },

    {
      when: { code: '1313' },
      cause: 'rate-limited',
      note: 'Slowed down under the fair-use policy of the plan: lifting it has to be asked for in the console.',
      source: CODES,
      alternatives: ['account-disabled'],
      waiting: 'futile',
    },
    {
      when: { message: 'does not comply with the fair usage policy' },
      cause: 'rate-limited',
      note: 'Slowed down under the fair-use policy of the plan: lifting it has to be asked for in the console.',
      source: 'https://github.com/zai-org/GLM-5/issues/68',
      alternatives: ['account-disabled'],
      waiting: 'futile',
    },
    {
      when: { message: '不符合公平使用策略' },
      cause: 'rate-limited',
      note: 'Slowed down under the fair-use policy of the plan: lifting it has to be asked for in the console.',
      source: CODES,
      alternatives: ['account-disabled'],
      waiting: 'futile',
    },
    { when: { code: ['1302', '1303'] }, cause: 'rate-limited', source: CODES },
    { when: { message: '您的账户已达到速率限制' }, cause: 'rate-limited', source: 'https://docs.bigmodel.cn/cn/faq/api-code' },
    { when: { message: /使用该 ?API ?的(?:并发数|频率)过高/i }, cause: 'rate-limited', source: CODES },
    { when: { message: /\bhigh (?:concurrency|frequency) usage of this api/i }, cause: 'rate-limited', source: ERRORS },
    { when: { code: '1312' }, cause: 'overloaded', note: 'The model is overloaded: another model may answer at once.', source: CODES },
    { when: { message: '该模型当前访问量过大' }, cause: 'overloaded', source: CODES },
    {
      when: { code: '1305' },
      cause: 'overloaded',
      note: 'Traffic to the API or the model as a whole, not this account.',
      source: 'https://docs.bigmodel.cn/cn/faq/api-code',
      alternatives: ['rate-limited'],
    },

    { when: { code: '1301' }, cause: 'content-refused', source: ERRORS },
    { when: { message: '可能包含不安全或敏感内容' }, cause: 'content-refused', source: CODES },
    { when: { code: '1261' }, cause: 'context-too-long', source: CODES },
    { when: { message: 'prompt 超长' }, cause: 'context-too-long', source: CODES },
    { when: { code: '1001' }, cause: 'credentials-missing', source: ERRORS },
    { when: { code: ['1000', '1002', '1003', '1004'] }, cause: 'credentials-invalid', source: ERRORS },
    { when: { code: ['1112', '1121'] }, cause: 'account-disabled', note: 'The account is locked; support unlocks it.', source: ERRORS },
    { when: { code: '1110' }, cause: 'account-disabled', source: ERRORS, alternatives: ['subscription-inactive', 'account-past-due'] },
    { when: { code: '1111' }, cause: 'credentials-invalid', note: 'The account of this key does not exist.', source: ERRORS },
    { when: { code: '1220' }, cause: 'permission-denied', source: ERRORS },
    { when: { code: ['1211', '1221', '1222'] }, cause: 'not-found', source: ERRORS },
    { when: { code: '1231' }, cause: 'conflict', note: 'A request with this id is already under way.', source: ERRORS },
    { when: { code: ['1210', '1212', '1213', '1214', '1215'] }, cause: 'invalid-request', source: ERRORS },
    { when: { code: ['1120', '1230', '1234'] }, cause: 'upstream-failure', source: ERRORS },
    { when: { code: '1300' }, cause: 'access-blocked', source: ERRORS, alternatives: ['content-refused', 'permission-denied'] },
    {
      when: { status: 434 },
      cause: 'permission-denied',
      note: 'An API in closed beta that the account is not admitted to.',
      source: ERRORS,
    },
    { when: { status: 435 }, cause: 'payload-too-large', note: 'A file above 100 MB.', source: ERRORS },
  ],
};

export default provider;
