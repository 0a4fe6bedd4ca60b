import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.siliconflow.cn/cn/faqs/error-code';
const LIMITS = 'https://docs.siliconflow.cn/rate-limits/rate-limit-and-upgradation';
const BALANCE = 'https://docs.siliconflow.cn/api-reference/userinfo/get-user-info';

const emptyBalance: Omit<ErrorRule, 'when'> = {
  cause: 'credits-exhausted',
  note: 'With nothing left, some models that cost nothing are refused as well. Accounts of the hosts .cn and .com are separate.',
  source: 'https://github.com/hkgood/OSGKeyboard/issues/43',
};

const paidBalance: Omit<ErrorRule, 'when'> = {
  cause: 'credits-exhausted',
  note: 'The model (a name that starts with Pro/) is paid from topped-up money only, not from granted money: top up, or use the name without Pro/.',
  source: 'https://github.com/FoundationAgents/OpenManus/issues/438',
};

const provider: Provider = {
  title: 'SiliconFlow',
  kind: 'vendor',
  hosts: ['api.siliconflow.cn', 'api.siliconflow.com', 'api.ap.siliconflow.com'],
  keys: [{ pattern: 'sk-[a-z]{48}', means: 'API key', sample: `sk-${'example'.repeat(6)}exampl` }],
  keyEnvironment: ['SILICONFLOW_API_KEY', 'SILICONCLOUD_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-siliconcloud-trace-id'],
  basePaths: ['/v1'],
  ownHeaders: ['x-siliconcloud-*'],
  ownWords: [
    'siliconflow.cn',
    'siliconflow.com',
    'sorry, your account balance is insufficient',
    'the selected model requires paid balance',
    'rejected due to rate limiting. details',
    'model does not exist. please check it carefully',
    '硅基流动',
  ],
  names: ['siliconflow', 'siliconcloud', '硅基流动'],
  links: {
    billing: 'https://cloud.siliconflow.cn/bills',
    keys: 'https://cloud.siliconflow.cn/account/ak',
    limits: LIMITS,
    errors: ERRORS,
  },
  // CNY at the .cn host, USD at .com; the answer does not say which.
  balance: {
    url: '{origin}/v1/user/info',
    read: { remaining: 'data.totalBalance', state: 'data.status' },
    unit: { 'api.siliconflow.cn': 'CNY', 'api.siliconflow.com': 'USD' },
    source: BALANCE,
  },
  knownGood: { method: 'GET', url: 'https://api.siliconflow.cn/v1/user/info', says: 'Tells the account and its balance.', source: BALANCE },
  rules: [
    { when: { code: '30001' }, ...emptyBalance },
    { when: { message: 'account balance is insufficient' }, ...emptyBalance },
    { when: { code: '30011' }, ...paidBalance },
    { when: { message: 'requires paid balance' }, ...paidBalance },
    {
      when: { message: /rate limiting\.? ?.{0,80}details: ?(?:RPD|TPD|IPD)\b/i },
      cause: 'quota-exhausted',
      source: ERRORS,
      waiting: 'helps',
    },
    { when: { message: 'rejected due to rate limiting' }, cause: 'rate-limited', source: ERRORS },
    { when: { code: ['50505', '50603'] }, cause: 'overloaded', source: ERRORS },
    { when: { message: 'model service overloaded' }, cause: 'overloaded', source: ERRORS },
    { when: { message: 'system is too busy now' }, cause: 'overloaded', source: ERRORS },
    {
      when: { code: '30003' },
      cause: 'permission-denied',
      note: 'The model is switched off for this account: mostly it wants identity verification, or has been withdrawn.',
      source: ERRORS,
      alternatives: ['not-found'],
    },
    { when: { code: '20012' }, cause: 'not-found', source: ERRORS },
    {
      when: { status: 403 },
      cause: 'permission-denied',
      note: 'Mostly a model that wants identity verification (real name), else an empty balance: the message says which.',
      source: ERRORS,
      alternatives: ['credits-exhausted'],
    },
    { when: { status: [503, 504] }, cause: 'overloaded', source: ERRORS, alternatives: ['service-unavailable'] },
  ],
};

export default provider;
