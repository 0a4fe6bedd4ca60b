import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://twelvedata.com/docs#errors';

export default {
  title: 'Twelve Data',
  kind: 'vendor',
  hosts: ['api.twelvedata.com', 'ws.twelvedata.com'],
  keys: [],
  keyEnvironment: ['TWELVE_DATA_API_KEY', 'TWELVEDATA_API_KEY', 'TWELVEDATA_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['api-credits-used', 'api-credits-left'],
  ownWords: ['twelvedata.com', 'run out of api credits for the', 'twelvedata.exceptions'],
  names: ['twelve data', 'twelvedata', 'twelve_data'],
  links: {
    billing: 'https://twelvedata.com/pricing',
    usage: 'https://twelvedata.com/account',
    keys: 'https://twelvedata.com/account/api-keys',
    limits: 'https://support.twelvedata.com/en/articles/5615854-credits',
    errors: ERRORS,
  },
  rules: [
    {
      when: { message: 'api credits for the day' },
      cause: 'quota-exhausted',
      note: "The plan's credits of this day are used up.",
      source: 'https://support.twelvedata.com/en/articles/5615854-credits',
      waiting: 'helps',
    },
    {
      when: { message: 'api credits for the current minute' },
      cause: 'rate-limited',
      note: 'A call for several symbols costs a credit for each: it can be too much for one minute by itself.',
      source: 'https://support.twelvedata.com/en/articles/5615854-credits',
    },
    { when: { message: /is available (?:starting|exclusively) with/i }, cause: 'plan-required', source: ERRORS },
    {
      when: { message: 'parameter is incorrect or not specified. you can get your free api key' },
      cause: 'credentials-invalid',
      alternatives: ['credentials-missing'],
      source: ERRORS,
    },
    { when: { code: '403' }, cause: 'plan-required', note: 'Twelve Data means by 403 that a higher plan has this.', source: ERRORS },
    { when: { code: '429' }, cause: 'rate-limited', alternatives: ['quota-exhausted'], source: ERRORS },
    { when: { code: '401' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { code: ['400', '414'] }, cause: 'invalid-request', source: ERRORS },
  ],
} satisfies Provider;
