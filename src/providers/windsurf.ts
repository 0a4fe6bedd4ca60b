import type { Provider } from '../model/provider.ts';

const RELAY = 'https://github.com/dwgx/WindsurfAPI/issues/118';

/** Windsurf (formerly Codeium) speaks gRPC: permission_denied and failed_precondition stand there for limits, the words tell. */
export default {
  title: 'Windsurf',
  kind: 'vendor',
  hosts: ['server.codeium.com', 'server.self-serve.windsurf.com', '.windsurf.com', '.codeium.com'],
  keys: [],
  keyEnvironment: ['WINDSURF_API_KEY', 'CODEIUM_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'windsurf.com',
    'codeium.com',
    'reached message rate limit for this model',
    'weekly usage quota has been exhausted',
    'daily usage quota has been exhausted',
  ],
  names: ['windsurf', 'codeium'],
  links: {
    usage: 'https://windsurf.com/subscription/usage',
    billing: 'https://windsurf.com/subscription/manage-plan',
    support: 'https://windsurf.com/support',
  },
  supportAsks: ['the trace ID of the message'],
  rules: [
    {
      when: { message: 'reached message rate limit for this model' },
      cause: 'rate-limited',
      note: 'It comes as "permission denied", and is a limit on messages: the text says in how many minutes or hours it is over.',
      source: RELAY,
    },
    {
      when: { message: /\b(?:daily|weekly|monthly) usage quota has been exhausted\b/i },
      cause: 'quota-exhausted',
      note: "The plan's allowance of that period is used up for the larger models.",
      source: RELAY,
      waiting: 'helps',
    },
  ],
} satisfies Provider;
