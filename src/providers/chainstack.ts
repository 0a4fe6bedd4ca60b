import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://docs.chainstack.com/docs/limits';

export default {
  title: 'Chainstack',
  kind: 'vendor',
  hosts: ['api.chainstack.com', '.core.chainstack.com', '.p2pify.com'],
  keys: [],
  keyEnvironment: ['CHAINSTACK_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['chainstack.com', 'p2pify.com', 'exceeded the rps limit available on the current plan'],
  names: ['chainstack'],
  links: { billing: 'https://console.chainstack.com', keys: 'https://console.chainstack.com', limits: LIMITS },
  statusPage: { page: 'https://status.chainstack.com' },
  rules: [
    {
      when: { message: 'exceeded the rps limit' },
      cause: 'rate-limited',
      note: 'The requests in a second that the plan allows: it passes by itself. The code, -32005, is that of other limits as well.',
      source: LIMITS,
    },
  ],
} satisfies Provider;
