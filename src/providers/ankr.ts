import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://www.ankr.com/docs/rpc-service/errors/overview/';
const TROUBLE = 'https://www.ankr.com/docs/agentic-rpc/troubleshooting/';
const PLANS = 'https://www.ankr.com/docs/rpc-service/service-plans/';

export default {
  title: 'Ankr',
  kind: 'vendor',
  hosts: ['rpc.ankr.com'],
  keys: [],
  keyEnvironment: ['ANKR_API_KEY', 'ANKR_RPC_URL'],
  // The key is a part of the path.
  keyHeader: 'x-ankr-api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'rpc.ankr.com',
    'ankr.com/docs',
    'ankr.com/rpc',
    'api key is not allowed to access blockchain',
    'freemium monthly quota',
    'json-rpc code: -3205',
  ],
  names: ['ankr'],
  links: {
    billing: 'https://www.ankr.com/rpc/',
    usage: 'https://www.ankr.com/rpc/',
    keys: 'https://www.ankr.com/rpc/',
    limits: PLANS,
    errors: ERRORS,
  },
  supportAsks: ['the trace_id of the error'],
  rules: [
    {
      when: { message: /api key disabled, reason: [^,"]{0,40}quota exhausted/i },
      cause: 'quota-exhausted',
      note: "The plan's quota of this month is used up. It comes as a 401, like a wrong key.",
      source: PLANS,
    },
    {
      when: { message: 'api key disabled, reason: tenant disabled' },
      cause: 'account-disabled',
      note: 'The account behind this endpoint is disabled. At a public endpoint that is not the account of the caller: use another endpoint, or a key of your own.',
      source: ERRORS,
    },
    {
      when: { message: 'api key disabled' },
      cause: 'account-disabled',
      alternatives: ['quota-exhausted', 'account-past-due'],
      source: ERRORS,
    },
    {
      when: { message: 'api key is not allowed to access blockchain' },
      cause: 'permission-denied',
      alternatives: ['plan-required', 'credentials-missing'],
      note: "The key's plan or settings leave this chain out; public endpoints that take no key any more answer so as well.",
      source: ERRORS,
    },
    { when: { message: 'api key not found' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { message: 'missing api key (x-ankr-api-key' }, cause: 'credentials-missing', source: TROUBLE },
    { when: { code: '-32055' }, cause: 'service-unavailable', note: 'No node of this chain is available.', source: ERRORS },
  ],
} satisfies Provider;
