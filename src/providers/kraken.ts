import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.kraken.com/api/docs/guides/spot-errors';
const LIMITS = 'https://docs.kraken.com/api/docs/guides/spot-rest-ratelimits';

export default {
  title: 'Kraken',
  kind: 'vendor',
  hosts: ['api.kraken.com', 'futures.kraken.com'],
  keys: [],
  keyEnvironment: ['KRAKEN_API_KEY', 'KRAKEN_KEY'],
  keyHeader: 'api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'api.kraken.com',
    'docs.kraken.com',
    'eapi:invalid',
    'eapi:rate limit',
    'eorder:',
    'egeneral:',
    'eservice:',
    'efunding:',
    'equery:',
  ],
  names: ['kraken'],
  links: {
    keys: 'https://www.kraken.com/u/security/api',
    limits: LIMITS,
    errors: ERRORS,
    support: 'https://support.kraken.com',
  },
  statusPage: { page: 'https://status.kraken.com', api: { kind: 'statuspage', url: 'https://status.kraken.com/api/v2/summary.json' } },
  rules: [
    { when: { message: 'eapi:invalid key' }, cause: 'credentials-invalid', source: ERRORS },
    {
      when: { message: 'eapi:invalid signature' },
      cause: 'credentials-invalid',
      note: 'The signature does not fit the secret or the body.',
      source: ERRORS,
    },
    {
      when: { message: 'eapi:invalid nonce' },
      cause: 'invalid-request',
      note: 'A nonce must be higher than the one before: give each program a key of its own.',
      source: ERRORS,
    },
    {
      when: { message: 'egeneral:permission denied' },
      cause: 'permission-denied',
      note: 'The key lacks the permission for this call.',
      source: ERRORS,
    },
    {
      when: { message: 'egeneral:temporary lockout' },
      cause: 'rate-limited',
      note: 'Too many bad calls, mostly wrong keys, nonces or signatures: the account is held off for about a quarter of an hour.',
      source: ERRORS,
    },
    {
      when: { message: /e(?:api|order|general|service):(?:rate limit|too many requests|throttled|orders limit exceeded)/i },
      cause: 'rate-limited',
      source: LIMITS,
    },
    {
      when: { message: /e(?:order|funding|general):insufficient (?:funds|initial margin|margin)/i },
      cause: 'credits-exhausted',
      note: 'The trading account holds too little for this order. It is not about a bill of Kraken.',
      source: ERRORS,
    },
    { when: { message: /eservice:(?:unavailable|market in)/i }, cause: 'service-unavailable', source: ERRORS },
    { when: { message: 'eservice:busy' }, cause: 'overloaded', source: ERRORS },
    { when: { message: 'egeneral:internal error' }, cause: 'upstream-failure', source: ERRORS },
    { when: { message: 'egeneral:unknown method' }, cause: 'not-found', source: ERRORS },
    { when: { message: /e(?:general:invalid arguments|query:unknown asset)/i }, cause: 'invalid-request', source: ERRORS },
  ],
} satisfies Provider;
