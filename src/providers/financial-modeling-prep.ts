import type { Provider } from '../model/provider.ts';

const FAQ = 'https://site.financialmodelingprep.com/faqs';
const PRICING = 'https://site.financialmodelingprep.com/developer/docs/pricing';

export default {
  title: 'Financial Modeling Prep',
  kind: 'vendor',
  hosts: ['financialmodelingprep.com', 'site.financialmodelingprep.com'],
  keys: [],
  keyEnvironment: ['FMP_API_KEY', 'FMP_KEY'],
  // The key goes into the query as apikey.
  keyHeader: 'apikey',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['financialmodelingprep.com', 'limit reach . please upgrade', 'special endpoint : this value set for', 'exclusive endpoint :'],
  names: ['financial modeling prep', 'financialmodelingprep', 'fmp api'],
  links: {
    billing: PRICING,
    usage: 'https://site.financialmodelingprep.com/developer/docs/dashboard',
    keys: 'https://site.financialmodelingprep.com/developer/docs/dashboard',
    errors: FAQ,
  },
  rules: [
    {
      when: { message: 'bandwidth limit reach' },
      cause: 'quota-exhausted',
      note: "The plan's bandwidth is used up, not its number of calls.",
      source: PRICING,
    },
    {
      when: { message: 'limit reach . please upgrade' },
      cause: 'quota-exhausted',
      note: 'On the free plan the calls of this day are used up. It comes as a 429 and is no short throttle.',
      source: PRICING,
    },
    {
      when: { message: 'legacy endpoint' },
      cause: 'gone',
      alternatives: ['plan-required'],
      note: 'Only old subscriptions may still call it: use its successor under /stable.',
      source: FAQ,
    },
    {
      when: { message: /(?:special|exclusive|restricted|premium) endpoint\s*:|premium query parameter/i },
      cause: 'plan-required',
      note: 'The endpoint, or a value of the parameter that is named (a symbol, a period), is not part of the plan.',
      source: PRICING,
    },
    { when: { message: 'why-is-my-api-key-invalid' }, cause: 'credentials-invalid', source: FAQ },
    { when: { status: 402 }, cause: 'plan-required', source: PRICING },
  ],
} satisfies Provider;
