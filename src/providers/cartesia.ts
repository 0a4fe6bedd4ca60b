import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.cartesia.ai/use-the-api/api-errors';
const CONVENTIONS = 'https://docs.cartesia.ai/use-the-api/api-conventions';

/** Answers of versions before 2026-03-01 are plain text. */
export default {
  title: 'Cartesia',
  kind: 'vendor',
  hosts: ['api.cartesia.ai'],
  keys: [],
  keyEnvironment: ['CARTESIA_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  requiredHeaders: ['cartesia-version'],
  ownHeaders: [],
  ownWords: ['cartesia.ai', 'cartesia.core.'],
  names: ['cartesia'],
  links: {
    billing: 'https://play.cartesia.ai',
    keys: 'https://play.cartesia.ai/keys',
    limits: 'https://docs.cartesia.ai/use-the-api/concurrency-limits-and-timeouts',
    errors: ERRORS,
  },
  rules: [
    {
      when: { message: /\bcredit limit\b/i },
      cause: 'quota-exhausted',
      note: "The plan's credits are used up for this period.",
      source: 'https://github.com/ai-ng/swift/issues/16',
      alternatives: ['credits-exhausted'],
    },
    {
      when: { code: 'concurrency_limited' },
      cause: 'rate-limited',
      note: "More calls at once than the plan allows: queue them, it is not about the plan's credits.",
      source: ERRORS,
    },
    {
      when: { status: 402 },
      cause: 'quota-exhausted',
      note: 'The plan does not cover the call: its credits are used up, or it lacks the feature.',
      source: CONVENTIONS,
      alternatives: ['credits-exhausted', 'plan-required'],
    },
  ],
} satisfies Provider;
