import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://coinmarketcap.com/api/resources/how-to-handle-coinmarketcap-api-errors-and-rate-limit--responses';
const STATUSES = 'https://pro.coinmarketcap.com/api/documentation/guides/errors-and-rate-limits';
const KEY_INFO = 'https://coinmarketcap.com/api/documentation/v1/';

export default {
  title: 'CoinMarketCap',
  kind: 'vendor',
  hosts: ['pro-api.coinmarketcap.com', 'sandbox-api.coinmarketcap.com'],
  // A key is a plain UUID, which is too common a shape to tell by.
  keys: [],
  keyEnvironment: ['CMC_API_KEY', 'CMC_PRO_API_KEY', 'COINMARKETCAP_API_KEY'],
  keyHeader: 'x-cmc_pro_api_key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['pro-api.coinmarketcap.com', 'pro.coinmarketcap.com', 'coinmarketcap.com/api', 'cmc_pro_api_key'],
  names: ['coinmarketcap'],
  links: {
    billing: 'https://pro.coinmarketcap.com/account/plan',
    usage: 'https://pro.coinmarketcap.com/account',
    keys: 'https://pro.coinmarketcap.com/account',
    limits: STATUSES,
    errors: ERRORS,
  },
  statusPage: { page: 'https://status.coinmarketcap.com' },
  balance: {
    url: 'https://pro-api.coinmarketcap.com/v1/key/info',
    keyHeader: 'x-cmc_pro_api_key',
    read: { remaining: 'data.usage.current_month.credits_left', granted: 'data.plan.credit_limit_monthly' },
    unit: 'credits',
    source: KEY_INFO,
  },
  knownGood: {
    method: 'GET',
    url: 'https://pro-api.coinmarketcap.com/v1/key/info',
    says: 'Tells the limits and the usage of the key.',
    source: KEY_INFO,
  },
  rules: [
    { when: { code: '1001' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { code: ['1002', '1005'] }, cause: 'credentials-missing', source: ERRORS },
    {
      when: { code: '1003' },
      cause: 'subscription-inactive',
      alternatives: ['payment-method-required'],
      note: 'The key is not activated: its plan waits for payment.',
      source: ERRORS,
    },
    { when: { code: '1004' }, cause: 'subscription-inactive', source: ERRORS },
    { when: { code: '1006' }, cause: 'plan-required', source: ERRORS },
    { when: { code: '1007' }, cause: 'account-disabled', source: ERRORS },
    { when: { code: '1008' }, cause: 'rate-limited', note: 'Per minute: it passes within 60 seconds.', source: ERRORS },
    {
      when: { code: '1009' },
      cause: 'quota-exhausted',
      note: "The day's allowance is used up.",
      source: ERRORS,
      waiting: 'helps',
    },
    { when: { code: '1010' }, cause: 'quota-exhausted', note: "The month's allowance is used up.", source: ERRORS },
    { when: { code: '1011' }, cause: 'rate-limited', note: 'A limit of the address, over all keys behind it.', source: ERRORS },
    { when: { status: 402 }, cause: 'account-past-due', note: 'A paid plan with an overdue balance.', source: STATUSES },
  ],
} satisfies Provider;
