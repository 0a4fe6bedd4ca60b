import type { ErrorRule, Provider } from '../model/provider.ts';

const CODE_ERRORS = 'https://www.kimi.com/code/docs/en/kimi-code/error-reference.html';
const BALANCE = 'https://platform.kimi.com/docs/api/balance';
const TYPES = 'https://platform.kimi.com/docs/llms.txt';

const emptyBalance: Omit<ErrorRule, 'when'> = {
  cause: 'credits-exhausted',
  note: 'Accounts of api.moonshot.ai, api.moonshot.cn and Kimi Code are separate: look at the balance of the one that was called.',
  source: 'https://github.com/MoonshotAI/kimi-code/pull/1857',
};

const planWindow: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'A window of the Kimi Code membership; it may be the five-hour window even where the message speaks of the billing cycle.',
  source: CODE_ERRORS,
  waiting: 'helps',
};

const provider: Provider = {
  title: 'Moonshot AI (Kimi)',
  kind: 'vendor',
  hosts: ['api.moonshot.ai', 'api.moonshot.cn', 'api.kimi.com'],
  keys: [{ pattern: 'sk-kimi-[A-Za-z0-9_-]{20,}', means: 'key of Kimi Code', sample: `sk-kimi-${'EXAMPLEexample0'.repeat(3)}` }],
  keyEnvironment: ['MOONSHOT_API_KEY', 'KIMI_API_KEY', 'KIMI_CODE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['msh-request-id', 'x-msh-request-id', 'x-msh-trace-id'],
  basePaths: ['/v1', '/anthropic', '/coding', '/coding/v1'],
  ownHeaders: ['msh-*', 'x-msh-*'],
  ownWords: [
    'platform.moonshot.ai',
    'platform.moonshot.cn',
    'platform.kimi.com',
    'www.kimi.com',
    'kimi.com/code',
    'kimi.com/membership',
    'exceeded_current_quota_error',
    'rate_limit_reached_error',
    'engine_overloaded_error',
    'invalid_authentication_error',
    'access_terminated_error',
    'request reached organization max',
    'request reached max organization',
    'is suspended due to insufficient balance, please recharge',
    'kimi for coding is currently only available',
    'kimi monthly usage limit',
    'unable to verify your membership benefits',
    'your request exceeded model token limit',
    'the request was rejected because it was considered high risk',
  ],
  names: ['moonshot', 'moonshot ai', 'kimi-for-coding', 'kimi for coding', 'kimi code', 'kimi-code', 'kimi api', '月之暗面'],
  links: {
    billing: 'https://platform.moonshot.ai/console/pay',
    usage: 'https://platform.moonshot.ai/console/account',
    keys: 'https://platform.moonshot.ai/console/api-keys',
    limits: 'https://platform.moonshot.ai/console/limits',
    errors: CODE_ERRORS,
  },
  supportAsks: ['the type and message of the error', 'the base URL that was called', 'where the balance was looked at'],
  statusPage: { page: 'https://status.moonshot.cn', api: { kind: 'statuspage', url: 'https://status.moonshot.cn/api/v2/summary.json' } },
  // The unit is not in the answer: the mainland host counts in CNY, the international one in USD.
  balance: {
    url: '{origin}/v1/users/me/balance',
    read: { remaining: 'data.available_balance' },
    unit: { 'api.moonshot.ai': 'USD', 'api.moonshot.cn': 'CNY' },
    needs: 'a key of the open platform, not of Kimi Code',
    note: 'cash and vouchers together; at zero or below no call is answered',
    source: BALANCE,
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.moonshot.ai/v1/users/me/balance',
    says: 'Tells the balance. A wrong key gets 401.',
    source: BALANCE,
  },
  rules: [
    { when: { message: 'suspended due to insufficient balance' }, ...emptyBalance },
    {
      when: { message: /\bis not active, organi[sz]ation .{1,80}exceeded current quota/i },
      ...emptyBalance,
      source: 'https://github.com/MoonshotAI/Kimi-K2/issues/5',
    },
    {
      when: { code: 'exceeded_current_quota_error' },
      ...emptyBalance,
      source: 'https://forum.moonshot.ai/t/429-insufficient-balance/244',
      alternatives: ['account-past-due', 'quota-exhausted'],
    },
    {
      when: { message: 'unable to verify your membership benefits' },
      cause: 'subscription-inactive',
      source: CODE_ERRORS,
      alternatives: ['plan-required'],
    },
    { when: { message: 'usage limit for this billing cycle' }, ...planWindow },
    { when: { message: 'usage limit for this period' }, ...planWindow },
    { when: { message: 'kimi monthly usage limit' }, ...planWindow },
    {
      when: { message: /reached your (?:weekly|monthly|\d+-hour|\d+-day)[^.]{0,20} usage limit/i },
      ...planWindow,
      source: 'https://github.com/openclaw/openclaw/pull/142656',
    },
    {
      when: { message: 'only available for coding agents' },
      cause: 'permission-denied',
      note: 'A Kimi Code key works in the coding agents that Kimi lists, which it tells apart by their User-Agent; other programs need a key of the open platform.',
      source: 'https://github.com/MoonshotAI/kimi-code/issues/416',
      alternatives: ['key-scope-mismatch'],
    },
    {
      when: { code: 'access_terminated_error' },
      cause: 'permission-denied',
      source: CODE_ERRORS,
      alternatives: ['account-disabled', 'quota-exhausted'],
    },

    { when: { code: 'engine_overloaded_error' }, cause: 'overloaded', source: CODE_ERRORS },
    {
      when: { message: 'engine is currently overloaded' },
      cause: 'overloaded',
      note: 'Kimi Code has sent the same words to accounts that were over their own rate.',
      source: 'https://github.com/Astro-Han/pawwork/issues/740',
      alternatives: ['rate-limited'],
    },
    {
      when: { message: /\brequest reached (?:organization )?(?:max )?TPD/i },
      cause: 'quota-exhausted',
      source: 'https://github.com/MoonshotAI/Kimi-K2/issues/5',
      waiting: 'helps',
    },
    { when: { code: 'rate_limit_reached_error' }, cause: 'rate-limited', source: 'https://github.com/LLM-Red-Team/kimi-cc/issues/16' },
    {
      when: { message: /\brequest reached (?:organization )?max (?:organization )?(?:RPM|TPM|concurrency|request)/i },
      cause: 'rate-limited',
      source: 'https://github.com/LLM-Red-Team/kimi-cc/issues/16',
    },
    { when: { message: "we're receiving too many requests" }, cause: 'rate-limited', source: CODE_ERRORS },

    {
      when: { code: 'invalid_authentication_error' },
      cause: 'credentials-invalid',
      note: 'A key of api.moonshot.cn, api.moonshot.ai or Kimi Code works at that host only.',
      source: 'https://kimi-ai.chat/docs/api-error-codes',
      alternatives: ['key-scope-mismatch', 'credentials-missing'],
    },
    {
      when: { message: 'api key appears to be invalid or may have expired' },
      cause: 'credentials-invalid',
      source: CODE_ERRORS,
      alternatives: ['key-scope-mismatch'],
    },
    { when: { code: 'permission_denied_error' }, cause: 'permission-denied', source: CODE_ERRORS, alternatives: ['credits-exhausted'] },
    { when: { message: 'exceeded model token limit' }, cause: 'context-too-long', source: CODE_ERRORS },
    { when: { message: 'total message size' }, cause: 'payload-too-large', source: CODE_ERRORS, alternatives: ['context-too-long'] },
    { when: { code: 'content_filter' }, cause: 'content-refused', source: 'https://kimi-ai.chat/docs/api-error-codes' },
    { when: { message: 'considered high risk' }, cause: 'content-refused', source: CODE_ERRORS },
    {
      when: { message: /\bnot found the model .{1,80}or permission denied/i },
      cause: 'not-found',
      note: 'The answer is the same for a model that does not exist and for one that the account may not use.',
      source: CODE_ERRORS,
      alternatives: ['plan-required', 'permission-denied'],
    },
    {
      when: { type: 'resource_not_found_error' },
      cause: 'not-found',
      source: TYPES,
      alternatives: ['plan-required', 'permission-denied'],
    },
    { when: { type: 'invalid_parameter_error' }, cause: 'invalid-request', source: TYPES },
    { when: { type: 'failed_precondition_error' }, cause: 'conflict', source: TYPES, alternatives: ['invalid-request'] },
    { when: { type: 'conflict_error' }, cause: 'conflict', source: TYPES },
  ],
};

export default provider;
