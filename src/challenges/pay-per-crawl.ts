import type { ChallengeProtocol } from '../model/challenge.ts';
import { header } from '../model/exchange.ts';

const DOCUMENTATION =
  'https://developers.cloudflare.com/ai-crawl-control/features/pay-per-crawl/use-pay-per-crawl-as-ai-owner/crawl-pages/';

export default {
  title: 'Cloudflare Pay Per Crawl',
  needs: 'a crawler registered with Cloudflare that signs its requests (Web Bot Auth) and sends the price it accepts',
  source: DOCUMENTATION,
  read(response) {
    const error = header(response.headers, 'crawler-error');
    const price = header(response.headers, 'crawler-price');
    if (error !== undefined && !/^MissingCrawlerPrice$/i.test(error)) {
      return {
        state: 'rejected',
        says: `The crawler's payment was rejected: ${error}`,
        because: [
          {
            where: 'response.headers.crawler-error',
            value: error,
            says: 'why the price or the signature was refused',
            source: DOCUMENTATION,
          },
        ],
      };
    }
    if (price === undefined && error === undefined) return undefined;
    return {
      state: 'asked',
      ...(price !== undefined && { price }),
      says: price === undefined ? 'The site asks crawlers to pay' : `The site asks crawlers to pay ${price} for this page`,
      because: [
        {
          where: `response.headers.${price === undefined ? 'crawler-error' : 'crawler-price'}`,
          value: price ?? error ?? '',
          says: 'a price for crawlers',
          source: DOCUMENTATION,
        },
      ],
    };
  },
} satisfies ChallengeProtocol;
