import type { Provider } from '../model/provider.ts';

const CODES = 'https://developers.cloudflare.com/ai-crawl-control/features/pay-per-crawl/use-pay-per-crawl-as-ai-owner/error-codes/';

/** Stands in front of sites whose owners ask crawlers for money; it says what is wrong in the field crawler-error. */
export default {
  title: 'Cloudflare Pay Per Crawl',
  kind: 'gateway',
  hosts: [],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'signature',
  requestIdHeaders: ['cf-ray'],
  ownHeaders: ['crawler-price', 'crawler-charged', 'crawler-error'],
  ownWords: ['missingcrawlerprice', 'invalidcrawlerexactprice', 'invalidcrawlermaxprice', 'crawlerforbidden'],
  names: ['pay per crawl'],
  links: { errors: CODES },
  statusPage: {
    page: 'https://www.cloudflarestatus.com',
    api: { kind: 'statuspage', url: 'https://www.cloudflarestatus.com/api/v2/summary.json' },
  },
  // Every answer of this product is a challenge of its protocol, which is read before any rule.
  rules: [],
} satisfies Provider;
