import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://platform.minimax.io/docs/api-reference/errorcode';
const PLAN = 'https://github.com/MiniMax-AI/MiniMax-M2.7/issues/36';
const TWO_BALANCES = 'https://github.com/stagewise-io/stagewise/issues/1571';

const emptyBalance: Omit<ErrorRule, 'when'> = {
  cause: 'credits-exhausted',
  note: 'Comes with 200, 402, 429 or 500. A standard key (sk-api-…) spends the balance only, a subscription key (sk-cp-…) the plan and the credits only.',
  source: ERRORS,
};

const planWindow: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'A window of the Token Plan, mostly the five hours; the message may say when it starts again.',
  source: PLAN,
  waiting: 'helps',
};

const outsidePlan: Omit<ErrorRule, 'when'> = {
  cause: 'plan-required',
  note: 'The Token Plan of this key does not hold the model.',
  source: 'https://platform.minimax.io/docs/guides/pricing-paygo',
};

const notAuthorised: Omit<ErrorRule, 'when'> = {
  cause: 'credentials-invalid',
  note: 'Also sent where the key belongs to another group, or to the other of the platforms minimax.io and minimaxi.com.',
  source: ERRORS,
  alternatives: ['key-scope-mismatch', 'credentials-missing'],
};

const highLoad: Omit<ErrorRule, 'when'> = { cause: 'overloaded', source: 'https://github.com/NousResearch/hermes-agent/issues/10210' };

const provider: Provider = {
  title: 'MiniMax',
  kind: 'vendor',
  hosts: ['api.minimax.io', 'api.minimaxi.com', 'api.minimax.chat', 'api-uw.minimax.io', 'api-bj.minimaxi.com'],
  keys: [
    { pattern: 'sk-api-[A-Za-z0-9_-]{20,}', means: 'pay-as-you-go key', sample: `sk-api-${'EXAMPLEexample0'.repeat(2)}` },
    {
      pattern: 'sk-cp-[A-Za-z0-9_-]{20,}',
      means: 'subscription key: Token Plan and credits',
      sample: `sk-cp-${'EXAMPLEexample0'.repeat(2)}`,
    },
  ],
  keyEnvironment: ['MINIMAX_API_KEY', 'MINIMAX_CODING_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['trace-id'],
  basePaths: ['/v1', '/anthropic'],
  ownHeaders: [],
  ownWords: [
    'base_resp',
    'platform.minimax.io',
    'platform.minimaxi.com',
    'insufficient balance (1008)',
    'insufficient_balance_error',
    'token plan not support model',
    'usage limit reached for token plan',
    '(2056)',
    '(2061)',
    '(2064)',
    'new_sensitive',
    'token not match group',
    'context window exceeds limit (2013)',
    'login fail: please carry the api secret key',
    'server cluster is currently under high load',
    '当前服务集群负载较高',
  ],
  names: ['minimax', 'minimaxi', 'hailuo', '海螺ai'],
  links: {
    billing: 'https://platform.minimax.io/user-center/payment/balance',
    keys: 'https://platform.minimax.io/user-center/basic-information/interface-key',
    errors: ERRORS,
  },
  prevention: [
    { says: 'Use the kind of key that holds the money: sk-api-… for the balance, sk-cp-… for the plan and credits.', source: TWO_BALANCES },
  ],
  rules: [
    { when: { code: '1008' }, ...emptyBalance },
    { when: { code: 'insufficient_balance_error' }, ...emptyBalance, source: TWO_BALANCES },
    { when: { message: 'insufficient balance' }, ...emptyBalance, source: 'https://github.com/MiniMax-AI/MiniMax-M2/issues/62' },
    { when: { code: '2056' }, ...planWindow },
    { when: { message: /\(2056\)/ }, ...planWindow },
    { when: { message: /\busage limit (?:exceeded|reached)/i }, ...planWindow },
    { when: { code: '2061' }, ...outsidePlan },
    { when: { message: 'plan not support model' }, ...outsidePlan },

    { when: { message: 'server cluster is currently under high load' }, ...highLoad },
    { when: { message: '当前服务集群负载较高' }, ...highLoad },
    { when: { status: 529 }, ...highLoad },
    { when: { code: ['1002', '1039', '1041', '2045'] }, cause: 'rate-limited', source: ERRORS },
    { when: { message: /\b(?:rate limit|token limit|conn limit)\b.{0,60}\((?:1002|1039|1041)\)/i }, cause: 'rate-limited', source: ERRORS },

    {
      when: { message: 'please carry the api secret key' },
      cause: 'credentials-missing',
      source: 'https://github.com/Kilo-Org/kilocode/issues/11229',
      alternatives: ['credentials-invalid'],
    },
    {
      when: { message: 'cookie is missing' },
      cause: 'credentials-missing',
      note: 'An address of the web console: it wants a session, not a key.',
      source: 'https://github.com/MiniMax-AI/MiniMax-M2/issues/88',
      alternatives: ['key-scope-mismatch'],
    },
    {
      when: { message: 'token not match group' },
      cause: 'key-scope-mismatch',
      note: 'The key is of another group than the GroupId that was sent.',
      source: ERRORS,
      alternatives: ['credentials-invalid'],
    },
    { when: { code: '1004' }, ...notAuthorised },
    {
      when: { code: '2049' },
      cause: 'credentials-invalid',
      note: 'Keys of minimax.io and of minimaxi.com are not exchangeable.',
      source: ERRORS,
      alternatives: ['key-scope-mismatch'],
    },
    {
      when: { message: 'invalid api key' },
      ...notAuthorised,
      alternatives: ['key-scope-mismatch'],
      source: 'https://github.com/egoist/chatwise-releases/issues/1368',
    },
    { when: { code: '2042' }, cause: 'permission-denied', note: 'The voice belongs to another account.', source: ERRORS },

    { when: { message: 'context window exceeds limit' }, cause: 'context-too-long', source: ERRORS },
    { when: { code: ['1026', '1027'] }, cause: 'content-refused', source: ERRORS },
    { when: { message: 'new_sensitive' }, cause: 'content-refused', source: ERRORS },
    { when: { code: ['2013', '20132', '2037', '2039', '2048', '1042', '1043', '1044'] }, cause: 'invalid-request', source: ERRORS },
    { when: { message: /\binvalid params\b.{0,200}\(2013\)/i }, cause: 'invalid-request', source: ERRORS },
    { when: { code: ['1000', '1001', '1024', '1033'] }, cause: 'upstream-failure', source: ERRORS },
    { when: { message: /\bunknown error\b.{0,40}\(1000\)|\((?:1024|1033)\)/i }, cause: 'upstream-failure', source: ERRORS },
  ],
};

export default provider;
