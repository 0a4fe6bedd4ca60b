import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://docs.metamask.io/services/how-to/';
const ERRORS = 'https://docs.metamask.io/services/reference/ethereum/json-rpc-methods/';

export default {
  title: 'Infura',
  kind: 'vendor',
  hosts: ['.infura.io'],
  keys: [],
  keyEnvironment: ['INFURA_API_KEY', 'INFURA_PROJECT_ID', 'INFURA_KEY'],
  // The key is a part of the path.
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['infura.io', 'docs.infura.io', 'rejected due to project id settings', 'reached your daily credit limit', 'infura_api_key'],
  names: ['infura'],
  links: {
    billing: 'https://app.infura.io',
    keys: 'https://app.infura.io',
    limits: LIMITS,
    errors: ERRORS,
    support: 'https://support.infura.io',
  },
  statusPage: { page: 'https://status.infura.io' },
  rules: [
    {
      when: { message: 'daily credit limit' },
      cause: 'quota-exhausted',
      note: "The account's credits of this day are used up; they start again at 00:00 UTC. Additional credits can be bought.",
      source: LIMITS,
      waiting: 'helps',
    },
    {
      when: { message: 'daily request count exceeded' },
      cause: 'quota-exhausted',
      note: 'The requests of this day are used up; they start again at 00:00 UTC.',
      source: LIMITS,
      waiting: 'helps',
    },
    {
      when: { message: 'project id request rate exceeded' },
      cause: 'rate-limited',
      source: LIMITS,
    },
    {
      when: { message: 'rejected due to project id settings' },
      cause: 'access-blocked',
      note: "The key's own settings (allowed origins, agents, contracts or methods) refuse this call.",
      source: ERRORS,
    },
    { when: { message: 'invalid project id' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { message: /project id (?:is )?required/i }, cause: 'credentials-missing', source: ERRORS },
    {
      when: { status: 402 },
      cause: 'quota-exhausted',
      note: "The account's credits of this day are used up; they start again at 00:00 UTC.",
      source: LIMITS,
      waiting: 'helps',
    },
  ],
} satisfies Provider;
