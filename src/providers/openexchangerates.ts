import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.openexchangerates.org/reference/errors';
const USAGE = 'https://docs.openexchangerates.org/reference/usage-json';

export default {
  title: 'Open Exchange Rates',
  kind: 'vendor',
  hosts: ['openexchangerates.org'],
  keys: [],
  keyEnvironment: ['OPENEXCHANGERATES_APP_ID', 'OPEN_EXCHANGE_RATES_APP_ID', 'OXR_APP_ID'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/api'],
  ownHeaders: [],
  ownWords: ['openexchangerates.org', 'invalid_app_id', 'missing_app_id', 'app_id_inactive'],
  names: ['openexchangerates', 'open exchange rates'],
  links: {
    billing: 'https://openexchangerates.org/account',
    usage: 'https://openexchangerates.org/account/usage',
    keys: 'https://openexchangerates.org/account/app-ids',
    errors: ERRORS,
    support: 'mailto:support@openexchangerates.org',
  },
  balance: {
    url: 'https://openexchangerates.org/api/usage.json',
    scheme: 'Token',
    read: {
      remaining: 'data.usage.requests_remaining',
      granted: 'data.usage.requests_quota',
      plan: 'data.plan.name',
      state: 'data.status',
    },
    unit: 'requests',
    source: USAGE,
  },
  knownGood: {
    method: 'GET',
    url: 'https://openexchangerates.org/api/usage.json',
    says: 'Tells the plan and the usage of the app id.',
    source: USAGE,
  },
  rules: [
    { when: { code: 'missing_app_id' }, cause: 'credentials-missing', source: ERRORS },
    { when: { code: ['invalid_app_id', 'app_id_inactive'] }, cause: 'credentials-invalid', source: ERRORS },
    {
      when: { code: 'not_allowed' },
      cause: 'plan-required',
      note: 'It may come as a 429, and is no throttle: the plan does not include this feature.',
      source: ERRORS,
    },
    {
      when: { code: 'access_restricted' },
      cause: 'quota-exhausted',
      alternatives: ['account-disabled'],
      note: "The plan's requests were exceeded again and again; the description says whether it was something else.",
      source: ERRORS,
    },
    {
      when: { code: 'invalid_base' },
      cause: 'plan-required',
      alternatives: ['invalid-request'],
      note: 'The free plan has USD as its only base.',
      source: ERRORS,
    },
    { when: { code: 'not_found' }, cause: 'not-found', source: ERRORS },
  ],
} satisfies Provider;
