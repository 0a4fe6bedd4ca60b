import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://creator.poe.com/api-reference/errors';
const BALANCE = 'https://creator.poe.com/docs/resources/usage-api';
const COMPATIBLE = 'https://creator.poe.com/docs/external-applications/openai-compatible-api';

export default {
  title: 'Poe',
  kind: 'vendor',
  hosts: ['api.poe.com'],
  keys: [],
  keyEnvironment: ['POE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: [],
  ownWords: ['poe.com/', 'api.poe.com', 'fastapi_poe', 'used up your points'],
  names: ['poe api', 'poe.com'],
  links: {
    billing: 'https://poe.com/settings',
    usage: 'https://poe.com/points_history',
    keys: 'https://poe.com/api_key',
    errors: ERRORS,
  },
  statusPage: { page: 'https://status.poe.com', api: { kind: 'incident-io', url: 'https://status.poe.com/api/v2/summary.json' } },
  balance: {
    url: 'https://api.poe.com/usage/current_balance',
    read: { remaining: 'current_point_balance' },
    unit: 'points',
    note: "The plan's points of this month and bought ones together.",
    source: BALANCE,
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.poe.com/usage/current_balance',
    says: 'Tells the points that are left; a wrong key gets 401.',
    source: BALANCE,
  },
  rules: [
    {
      when: { message: 'used up your points' },
      cause: 'credits-exhausted',
      alternatives: ['quota-exhausted'],
      note: 'Points come back with the billing cycle of the subscription; more can be bought at once.',
      source: COMPATIBLE,
    },
    {
      when: { status: 402 },
      cause: 'credits-exhausted',
      note: 'Poe answers 402 where the points do not suffice for the call.',
      source: 'https://creator.poe.com/api-reference/getCurrentBalance',
    },
    { when: { code: 'invalid_api_key' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { code: 'model_not_found' }, cause: 'not-found', source: ERRORS },
    { when: { code: ['invalid_parameter', 'missing_parameter'] }, cause: 'invalid-request', source: ERRORS },
  ],
} satisfies Provider;
