import type { ChallengeProtocol, PaymentState } from '../model/challenge.ts';
import { header } from '../model/exchange.ts';

const CRAWLING = 'https://developers.cloudflare.com/ai-crawl-control/features/pay-per-crawl/use-pay-per-crawl-as-ai-owner/crawl-pages/';
const ERRORS = 'https://developers.cloudflare.com/ai-crawl-control/features/pay-per-crawl/use-pay-per-crawl-as-ai-owner/error-codes/';

/** The documented words of crawler-error, and what they are about. */
const REASONS: Record<string, [state: PaymentState, says: string]> = {
  missingcrawlerprice: ['asked', 'no price was offered'],
  invalidcrawlerexactprice: ['rejected', 'the crawler-exact-price that was sent is not the price of this page'],
  invalidcrawlermaxprice: ['rejected', 'the crawler-max-price that was sent is below the price of this page'],
  invalidcrawlerpricevalue: ['rejected', 'the price that was sent is not a currency and a number'],
  conflictingpriceheaders: ['rejected', 'crawler-exact-price and crawler-max-price were both sent: only one may be'],
  paymentfailed: ['rejected', 'the payment itself failed'],
  invalidsignature: ['rejected', 'the signature of the request does not hold'],
  strongauthrequired: ['unpayable', 'the crawler has to sign its requests (Web Bot Auth)'],
  crawlerforbidden: ['unpayable', 'the site does not let this crawler in at any price'],
  invalidcontentprice: ['malformed', 'the site states its own price wrongly'],
};

export default {
  title: 'Cloudflare Pay Per Crawl',
  needs: 'a crawler registered with Cloudflare that signs its requests (Web Bot Auth) and sends the price that it accepts',
  source: CRAWLING,
  read({ response }) {
    const error = header(response.headers, 'crawler-error');
    const price = header(response.headers, 'crawler-price');
    if (error === undefined && price === undefined) return undefined;
    const isPrice = price !== undefined && /^[A-Za-z]{3} \d+(?:\.\d+)?$/.test(price.trim());
    const offers = isPrice ? [{ price: price.trim().replace(/^(\w+) (.+)$/, '$2 $1') }] : [];
    const [state, reason] =
      error === undefined ? ['asked' as const, undefined] : (REASONS[error.trim().toLowerCase()] ?? ['rejected' as const, error]);
    const misstated = price !== undefined && !isPrice;
    const asks = offers[0]
      ? `The site asks crawlers to pay ${offers[0].price} for this page`
      : 'The site asks crawlers to pay for this page';
    return {
      state: misstated ? 'malformed' : state,
      offers,
      says: misstated
        ? `The site's price is not a currency and a number: ${price.slice(0, 40)}`
        : state === 'asked'
          ? asks
          : `${asks}, and ${reason}`,
      because: [
        ...(error === undefined ? [] : [{ where: 'response.headers.crawler-error', value: error, says: reason ?? error, source: ERRORS }]),
        ...(price === undefined
          ? []
          : [{ where: 'response.headers.crawler-price', value: price, says: 'a price for crawlers', source: CRAWLING }]),
      ],
    };
  },
} satisfies ChallengeProtocol;
