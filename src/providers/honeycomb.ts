import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.honeycomb.io/api/errors';
const EVENTS = 'https://docs.honeycomb.io/manage-data-volume/usage-center/';

export default {
  title: 'Honeycomb',
  kind: 'vendor',
  hosts: ['api.honeycomb.io', 'api.eu1.honeycomb.io', '.honeycomb.io'],
  keys: [],
  keyEnvironment: ['HONEYCOMB_API_KEY', 'HONEYCOMB_WRITEKEY'],
  keyHeader: 'x-honeycomb-team',
  requestIdHeaders: ['request-id'],
  scopeHeaders: ['x-honeycomb-dataset'],
  ownHeaders: [],
  ownWords: ['unknown api key - check your credentials'],
  names: ['honeycomb.io', 'honeycombio'],
  links: {
    usage: 'https://ui.honeycomb.io',
    keys: 'https://ui.honeycomb.io/account',
    limits: EVENTS,
    errors: ERRORS,
    support: 'https://support.honeycomb.io',
  },
  statusPage: { page: 'https://status.honeycomb.io' },
  knownGood: {
    method: 'GET',
    url: 'https://api.honeycomb.io/1/auth',
    says: 'Tells the team, the environment and the rights of the key.',
    source: 'https://docs.honeycomb.io/api/auth/',
  },
  rules: [
    {
      when: { message: 'unknown api key - check your credentials' },
      cause: 'credentials-invalid',
      alternatives: ['key-scope-mismatch'],
      note: 'Keys of the EU instance work at api.eu1.honeycomb.io only.',
      source: ERRORS,
    },
    {
      when: { type: ['https://api.honeycomb.io/problems/not-found'] },
      cause: 'not-found',
      source: ERRORS,
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      alternatives: ['quota-exhausted'],
      note: 'Either the pace of calls, or a team far over the events of its plan, whose events are throttled until the month ends.',
      source: EVENTS,
    },
  ],
} satisfies Provider;
