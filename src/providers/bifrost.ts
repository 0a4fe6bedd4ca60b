import type { Provider } from '../model/provider.ts';

const GOVERNANCE = 'https://github.com/maximhq/bifrost/blob/main/plugins/governance/main.go';
const DECISIONS = 'https://github.com/maximhq/bifrost/blob/main/plugins/governance/resolver.go';
const BUDGETS = 'https://docs.getbifrost.ai/features/governance/budget-and-limits';

/** Budgets and limits here are those of the virtual key, its team or its customer in the gateway; the vendors' own answers are passed on. */
export default {
  title: 'Bifrost',
  kind: 'gateway',
  hosts: [],
  keys: [{ pattern: 'sk-bf-[\\w-]{8,}', means: 'Bifrost virtual key', sample: 'sk-bf-example-fake-0000-0000' }],
  keyEnvironment: ['BIFROST_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'is_bifrost_error',
    'x-bf-vk',
    'getbifrost.ai',
    'maximhq/bifrost',
    '"virtual_key_blocked"',
    '"virtual_key_not_found"',
    '"virtual_key_required"',
  ],
  links: { limits: BUDGETS, errors: 'https://docs.getbifrost.ai', keys: 'https://docs.getbifrost.ai/features/governance/virtual-keys' },
  rules: [
    {
      when: { type: 'budget_exceeded' },
      cause: 'spend-limit-reached',
      note: 'A budget in the gateway, of the virtual key, its team, its customer, or a provider: it comes as a 402, but no account at the vendor is empty.',
      source: BUDGETS,
    },
    {
      when: { type: ['rate_limited', 'token_limited', 'request_limited'] },
      cause: 'rate-limited',
      note: 'A limit that the operator of the gateway set for tokens or requests, not the limit of the vendor.',
      source: BUDGETS,
    },
    {
      when: { type: 'virtual_key_required' },
      cause: 'credentials-missing',
      note: 'The gateway wants a virtual key, in x-bf-vk or as the bearer token.',
      source: GOVERNANCE,
    },
    { when: { type: 'virtual_key_not_found' }, cause: 'credentials-invalid', source: DECISIONS },
    {
      when: { type: 'virtual_key_blocked', message: 'has expired' },
      cause: 'credentials-invalid',
      source: DECISIONS,
    },
    {
      when: { type: 'virtual_key_blocked' },
      cause: 'account-disabled',
      note: 'Somebody switched this virtual key off in the gateway.',
      source: DECISIONS,
    },
    {
      when: { type: ['model_blocked', 'provider_blocked', 'mcp_tool_blocked'] },
      cause: 'permission-denied',
      note: 'The virtual key may not use this model, provider or tool; the model itself may well exist.',
      source: DECISIONS,
    },
  ],
} satisfies Provider;
