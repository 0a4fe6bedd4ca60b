import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://api-docs.deepseek.com/quick_start/error_codes';
const BALANCE = 'https://api-docs.deepseek.com/api/get-user-balance';

const emptyBalance: Omit<ErrorRule, 'when'> = {
  cause: 'credits-exhausted',
  note: 'DeepSeek sends the code invalid_request_error with this; the code is wrong, the message and the 402 are right.',
  source: 'https://github.com/Aider-AI/aider/issues/4851',
};

const provider: Provider = {
  title: 'DeepSeek',
  kind: 'vendor',
  hosts: ['api.deepseek.com'],
  keys: [{ pattern: 'sk-[a-z0-9]{32}', means: 'API key', sample: `sk-${'example0'.repeat(4)}` }],
  keyEnvironment: ['DEEPSEEK_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-ds-trace-id'],
  ownHeaders: ['x-ds-trace-id'],
  ownWords: [
    'api.deepseek.com',
    'platform.deepseek.com',
    'api-docs.deepseek.com',
    'authentication fails, your api key',
    'authentication fails (',
    'content exists risk',
    '"insufficient balance","type":"unknown_error"',
    "'insufficient balance', 'type': 'unknown_error'",
  ],
  names: ['deepseek'],
  links: {
    billing: 'https://platform.deepseek.com/top_up',
    usage: 'https://platform.deepseek.com/usage',
    keys: 'https://platform.deepseek.com/api_keys',
    errors: ERRORS,
  },
  statusPage: { page: 'https://status.deepseek.com', api: { kind: 'statuspage', url: 'https://status.deepseek.com/api/v2/summary.json' } },
  // An account may hold CNY and USD side by side. The total is granted money plus topped-up money; neither is what was used.
  balance: {
    url: 'https://api.deepseek.com/user/balance',
    read: { remaining: 'balance_infos.0.total_balance', unit: 'balance_infos.0.currency', available: 'is_available' },
    source: BALANCE,
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.deepseek.com/user/balance',
    says: 'Tells the balance. A wrong key gets 401.',
    source: BALANCE,
  },
  rules: [
    { when: { message: 'insufficient balance' }, ...emptyBalance },
    { when: { status: 402 }, ...emptyBalance, source: ERRORS },
    {
      when: { message: 'authentication fails' },
      cause: 'credentials-invalid',
      source: 'https://github.com/deepseek-ai/DeepSeek-R1/issues/82',
    },
    { when: { message: 'content exists risk' }, cause: 'content-refused', source: 'https://github.com/666ghj/BettaFish/issues/108' },
    { when: { message: 'model not exist' }, cause: 'not-found', source: 'https://github.com/langbot-app/LangBot/issues/1643' },
    {
      when: { message: 'maximum context length is' },
      cause: 'context-too-long',
      source: 'https://github.com/evalstate/fast-agent/issues/621',
    },
    {
      when: { message: 'must be passed back to the api' },
      cause: 'invalid-request',
      note: 'A thinking model wants the reasoning_content of its earlier turns back; the client dropped it.',
      source: 'https://github.com/decolua/9router/issues/773',
    },
    {
      when: { message: 'failed to deserialize the json body' },
      cause: 'invalid-request',
      source: 'https://github.com/decolua/9router/issues/773',
    },
    { when: { status: 401 }, cause: 'credentials-invalid', source: ERRORS },
    { when: { status: 429 }, cause: 'rate-limited', source: ERRORS },
    { when: { status: 500 }, cause: 'upstream-failure', source: ERRORS },
    { when: { status: 503 }, cause: 'overloaded', source: ERRORS },
    { when: { status: [400, 422] }, cause: 'invalid-request', source: ERRORS },
  ],
};

export default provider;
