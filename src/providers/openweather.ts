import type { Provider } from '../model/provider.ts';

const FAQ = 'https://openweathermap.org/faq';

export default {
  title: 'OpenWeather',
  kind: 'vendor',
  hosts: ['.openweathermap.org'],
  keys: [],
  keyEnvironment: ['OPENWEATHER_API_KEY', 'OPENWEATHERMAP_API_KEY', 'OWM_API_KEY'],
  // The key goes into the query as appid.
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['openweathermap.org', 'one call by call', 'exceeding of requests limitation of your subscription type'],
  names: ['openweathermap', 'openweather'],
  links: {
    billing: 'https://home.openweathermap.org/subscriptions',
    keys: 'https://home.openweathermap.org/api_keys',
    limits: 'https://openweathermap.org/price',
    errors: FAQ,
    support: 'https://home.openweathermap.org/questions',
  },
  prevention: [
    {
      says: 'Set the calls per day of One Call by Call under Billing plans, so that it can never cost more than you mean to spend.',
      url: 'https://home.openweathermap.org/subscriptions',
      source: FAQ,
    },
  ],
  rules: [
    {
      when: { message: 'requires a separate subscription' },
      cause: 'plan-required',
      note: 'One Call 3.0 wants the subscription One Call by Call, with a payment method, also for its free calls. The key itself is fine.',
      source: 'https://github.com/domoticz/domoticz/issues/5336',
    },
    {
      when: { message: 'please subscribe to one call' },
      cause: 'plan-required',
      note: 'One Call wants the subscription One Call by Call, with a payment method, also for its free calls. The key itself is fine.',
      source: 'https://github.com/domoticz/domoticz/issues/5336',
    },
    {
      when: { message: 'exceeding of requests limitation' },
      cause: 'rate-limited',
      alternatives: ['quota-exhausted'],
      note: 'More calls than the subscription allows: on the free plan mostly the calls of a minute. The word blocked means nothing worse.',
      source: 'https://github.com/dblock/open-weather-ruby-client/issues/17',
    },
    {
      when: { message: 'faq#error401' },
      cause: 'credentials-invalid',
      alternatives: ['plan-required'],
      note: 'A new key takes up to some hours to work; a key of the free plan gets the same answer from a paid API.',
      source: FAQ,
    },
  ],
} satisfies Provider;
