import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.helicone.ai/gateway/concepts/error-handling';
const LIMITS = 'https://docs.helicone.ai/features/advanced-usage/custom-rate-limits';

/**
 * Helicone pays from its own credits (pass-through billing) or calls with the key that the account stored for a vendor: only
 * in the first case the money is here. What a vendor answers is passed on.
 */
export default {
  title: 'Helicone',
  kind: 'gateway',
  hosts: ['ai-gateway.helicone.ai', 'gateway.helicone.ai', 'oai.helicone.ai', 'anthropic.helicone.ai', 'api.helicone.ai'],
  keys: [{ pattern: 'sk-helicone-[\\w-]{8,}', means: 'Helicone key', sample: 'sk-helicone-example-fake000' }],
  keyEnvironment: ['HELICONE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['helicone-id'],
  ownHeaders: ['helicone-*'],
  ownWords: ['helicone.ai', 'helicone-auth', 'helicone-ratelimit', 'helicone credits', 'sk-helicone-'],
  names: ['helicone'],
  links: {
    billing: 'https://us.helicone.ai/settings/billing',
    keys: 'https://us.helicone.ai/settings/api-keys',
    limits: LIMITS,
    errors: ERRORS,
    logs: 'https://us.helicone.ai/requests',
  },
  statusPage: { page: 'https://status.helicone.ai', api: { kind: 'better-stack', url: 'https://status.helicone.ai/index.json' } },
  rules: [
    {
      when: { message: 'insufficient credits' },
      cause: 'credits-exhausted',
      note: "On the AI gateway these are Helicone's own credits, with no stored key of a vendor to fall back on. It comes as a 429: waiting does not help.",
      source: ERRORS,
    },
    {
      when: { message: /\bwallet\b.{0,40}\bsuspended\b/i },
      cause: 'account-disabled',
      alternatives: ['account-past-due'],
      note: "The account's credits are frozen: support has to lift that.",
      source: ERRORS,
    },
    {
      when: { status: 429, message: 'rate limit' },
      cause: 'rate-limited',
      alternatives: ['spend-limit-reached'],
      note: 'A policy of the request itself (Helicone-RateLimit-Policy), which may count requests or cents, or the limit of the vendor behind it: Helicone-RateLimit-Remaining is sent where it is the policy.',
      source: LIMITS,
    },
  ],
} satisfies Provider;
