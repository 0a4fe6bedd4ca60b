import type { Provider } from '../model/provider.ts';

const DOCS = 'https://www.scrapingbee.com/documentation/';

export default {
  title: 'ScrapingBee',
  kind: 'vendor',
  hosts: ['app.scrapingbee.com', 'proxy.scrapingbee.com'],
  keys: [],
  keyEnvironment: ['SCRAPINGBEE_API_KEY', 'SCRAPINGBEE_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['spb-*'],
  ownWords: ['scrapingbee.com', 'monthly api calls limit reached'],
  names: ['scrapingbee'],
  links: {
    billing: 'https://app.scrapingbee.com',
    usage: 'https://app.scrapingbee.com',
    keys: 'https://app.scrapingbee.com',
    errors: DOCS,
  },
  rules: [
    {
      when: { message: 'monthly api calls limit reached' },
      cause: 'quota-exhausted',
      note: "The plan's credits of this month are used up. It comes as a 401, like a wrong key.",
      source: DOCS,
    },
    { when: { message: 'no more credit' }, cause: 'quota-exhausted', note: "The plan's credits of this month are used up.", source: DOCS },
    { when: { status: 429 }, cause: 'rate-limited', note: 'More requests side by side than the plan allows.', source: DOCS },
  ],
} satisfies Provider;
