import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.coingecko.com/docs/errors-and-rate-limits';
const KEY = 'https://docs.coingecko.com/reference/api-usage';

export default {
  title: 'CoinGecko',
  kind: 'vendor',
  hosts: ['api.coingecko.com', 'pro-api.coingecko.com'],
  keys: [{ pattern: 'CG-[A-Za-z0-9]{24}', means: 'API key, Demo or Pro', sample: `CG-${'Example0'.repeat(3)}` }],
  keyEnvironment: ['COINGECKO_API_KEY', 'COINGECKO_PRO_API_KEY', 'COINGECKO_DEMO_API_KEY'],
  keyHeader: 'x-cg-pro-api-key',
  requestIdHeaders: [],
  basePaths: ['/api/v3'],
  ownHeaders: [],
  ownWords: [
    'api.coingecko.com',
    'coingecko.com/en/api',
    'support.coingecko.com',
    'docs.coingecko.com',
    'x_cg_pro_api_key',
    'x_cg_demo_api_key',
    'limited to pro api subscribers',
  ],
  names: ['coingecko'],
  links: {
    billing: 'https://www.coingecko.com/en/api/pricing',
    usage: 'https://www.coingecko.com/en/developers/dashboard',
    keys: 'https://www.coingecko.com/en/developers/dashboard',
    limits: ERRORS,
    errors: ERRORS,
    support: 'https://support.coingecko.com',
  },
  statusPage: { page: 'https://status.coingecko.com' },
  balance: {
    url: 'https://pro-api.coingecko.com/api/v3/key',
    keyHeader: 'x-cg-pro-api-key',
    read: { remaining: 'current_remaining_monthly_calls', granted: 'monthly_call_credit', plan: 'plan' },
    unit: 'calls',
    needs: 'a key of a paid plan',
    source: KEY,
  },
  rules: [
    { when: { code: '10005' }, cause: 'plan-required', note: 'The endpoint is not part of the plan; the key is fine.', source: ERRORS },
    { when: { message: 'limited to pro api subscribers' }, cause: 'plan-required', source: ERRORS },
    {
      when: { code: '10002' },
      cause: 'credentials-missing',
      note: 'The Pro API wants x-cg-pro-api-key, the Demo API x-cg-demo-api-key.',
      source: ERRORS,
    },
    {
      when: { code: '10010' },
      cause: 'key-scope-mismatch',
      note: 'A Pro key works at pro-api.coingecko.com only.',
      source: ERRORS,
    },
    {
      when: { code: '10011' },
      cause: 'key-scope-mismatch',
      note: 'A Demo key works at api.coingecko.com only.',
      source: ERRORS,
    },
    { when: { code: '1020' }, cause: 'access-blocked', note: "A rule of the CDN's firewall.", source: ERRORS },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'Calls without a key share the limit of their address with everybody behind it.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
