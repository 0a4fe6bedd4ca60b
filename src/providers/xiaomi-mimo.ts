import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://platform.xiaomimimo.com/docs/en-US/quick-start/error-codes';
const LIMITS = 'https://mimo.mi.com/docs/en-US/api/guidance/rate-limit';

const provider: Provider = {
  title: 'Xiaomi MiMo',
  kind: 'vendor',
  hosts: ['api.xiaomimimo.com', '.xiaomimimo.com'],
  keys: [],
  keyEnvironment: ['MIMO_API_KEY', 'XIAOMI_API_KEY', 'XIAOMI_MIMO_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['xiaomimimo.com', 'mimo.mi.com'],
  names: ['xiaomi mimo', 'xiaomi-mimo', 'xiaomi-token-plan', '小米 mimo'],
  links: { billing: 'https://platform.xiaomimimo.com', limits: LIMITS, errors: ERRORS },
  rules: [
    { when: { type: 'insufficient_balance' }, cause: 'credits-exhausted', source: 'https://github.com/anomalyco/opencode/issues/25209' },
    { when: { status: 402 }, cause: 'credits-exhausted', source: ERRORS },
    {
      when: { status: 401 },
      cause: 'credentials-invalid',
      note: 'The Token Plan has a base URL and keys of its own: a key of one does not work at the other.',
      source: ERRORS,
      alternatives: ['key-scope-mismatch', 'credentials-missing'],
    },
    {
      when: { status: 403 },
      cause: 'access-blocked',
      note: 'Either the region is not served, or the risk control has restricted the key: make a new key and mind what is sent.',
      source: ERRORS,
      alternatives: ['account-disabled'],
    },
  ],
};

export default provider;
