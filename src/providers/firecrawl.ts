import type { Provider } from '../model/provider.ts';

const CREDITS = 'https://docs.firecrawl.dev/api-reference/endpoint/credit-usage';
const ERRORS = 'https://docs.firecrawl.dev/api-reference/introduction';

export default {
  title: 'Firecrawl',
  kind: 'vendor',
  hosts: ['api.firecrawl.dev', 'mcp.firecrawl.dev'],
  keys: [{ pattern: 'fc-[0-9a-f]{32}', means: 'API key', sample: `fc-${'0123456789abcdef'.repeat(2)}` }],
  keyEnvironment: ['FIRECRAWL_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'api.firecrawl.dev',
    'firecrawl.dev/pricing',
    'firecrawl.dev/app',
    'docs.firecrawl.dev',
    'help@firecrawl.com',
    'or try changing the request limit to a lower value',
  ],
  names: ['firecrawl'],
  links: {
    billing: 'https://www.firecrawl.dev/app/billing',
    usage: 'https://www.firecrawl.dev/app/usage',
    keys: 'https://www.firecrawl.dev/app/api-keys',
    limits: 'https://docs.firecrawl.dev/rate-limits',
    errors: ERRORS,
    support: 'mailto:help@firecrawl.dev',
  },
  balance: {
    url: 'https://api.firecrawl.dev/v2/team/credit-usage',
    read: { remaining: 'data.remainingCredits', granted: 'data.planCredits', resetAt: 'data.billingPeriodEnd' },
    unit: 'credits',
    source: CREDITS,
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.firecrawl.dev/v2/team/credit-usage',
    says: 'Tells the credits that are left.',
    source: CREDITS,
  },
  rules: [
    {
      when: { message: 'insufficient credits to perform this request' },
      cause: 'credits-exhausted',
      note: 'A crawl counts its limit beforehand: a limit higher than the credits that are left is refused whole, so a lower limit can go through.',
      source: 'https://github.com/firecrawl/firecrawl/issues/2189',
    },
    { when: { status: 402 }, cause: 'credits-exhausted', source: ERRORS },
    { when: { message: 'unauthorized: invalid token' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { status: 429 }, cause: 'rate-limited', source: 'https://docs.firecrawl.dev/rate-limits' },
  ],
} satisfies Provider;
