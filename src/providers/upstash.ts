import type { Provider } from '../model/provider.ts';

const TROUBLE = 'https://upstash.com/docs/redis/troubleshooting';

export default {
  title: 'Upstash',
  kind: 'vendor',
  hosts: ['api.upstash.com', '.upstash.io'],
  keys: [],
  keyEnvironment: ['UPSTASH_REDIS_REST_TOKEN', 'QSTASH_TOKEN', 'UPSTASH_VECTOR_REST_TOKEN', 'UPSTASH_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['upstash-*'],
  ownWords: ['upstash.com', 'upstasherror'],
  names: ['upstash', 'qstash'],
  links: {
    billing: 'https://console.upstash.com/account/billing',
    keys: 'https://console.upstash.com/account/api',
    limits: 'https://upstash.com/pricing/redis',
    errors: TROUBLE,
    support: 'https://upstash.com/docs/common/help/support',
  },
  statusPage: { page: 'https://status.upstash.com', api: { kind: 'statuspage', url: 'https://status.upstash.com/api/v2/summary.json' } },
  rules: [
    {
      when: { message: /\bmax daily (?:request|command) limit exceeded/i },
      cause: 'quota-exhausted',
      note: 'The commands of the day are used up; they start again the next day, or a paid plan raises the limit.',
      source: `${TROUBLE}/max_daily_request_limit`,
      waiting: 'helps',
    },
    {
      when: {
        message: /\bmax (?:monthly )?(?:requests?|commands?|bandwidth) limit exceeded|\bmax (?:monthly )?(?:request|bandwidth) limit\b/i,
      },
      cause: 'quota-exhausted',
      note: "What the plan includes for the month is used up, or the database's own budget: a paid plan, or a larger budget, opens it at once.",
      source: `${TROUBLE}/max_requests_limit`,
    },
    {
      when: { message: /\bmax concurrent connections exceeded|\bmax (?:commands|requests) per second\b/i },
      cause: 'rate-limited',
      source: `${TROUBLE}/max_concurrent_connections`,
    },
    { when: { message: 'max request size exceeded' }, cause: 'payload-too-large', source: `${TROUBLE}/max_request_size_exceeded` },
    {
      when: { message: /\bmax (?:database|data|storage) size exceeded|\bmax storage\b/i },
      cause: 'quota-exhausted',
      waiting: 'futile',
      note: 'The database is full: delete keys, or move to a larger plan.',
      source: `${TROUBLE}/db_size_exceeded`,
    },
    {
      when: { message: /\bwrongpass\b|\bnoauth authentication required\b/i },
      cause: 'credentials-invalid',
      source: `${TROUBLE}/wrongpass`,
    },
    {
      when: { message: /\bexceeded daily rate limit\b/i },
      cause: 'quota-exhausted',
      waiting: 'helps',
      note: 'The messages of the day are used up.',
      source: 'https://upstash.com/docs/qstash/api/api-ratelimiting',
    },
  ],
} satisfies Provider;
