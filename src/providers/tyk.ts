import type { Provider } from '../model/provider.ts';

const source = (path: string): string => `https://github.com/TykTechnologies/tyk/blob/master/gateway/${path}`;
const KEY = source('mw_auth_key.go');
const LIMIT = source('mw_rate_limiting.go');
const ORGANISATION = source('mw_organisation_activity.go');
const PROXY = source('reverse_proxy.go');

/** Tyk, in front of anybody's API: the quota of a key is what its operator granted in a policy, not the vendor's money. */
export default {
  title: 'Tyk',
  kind: 'gateway',
  hosts: ['.cloud-ara.tyk.io'],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-tyk-trace-id'],
  ownHeaders: ['x-tyk-*', 'x-generator: tyk.io'],
  ownWords: [
    'tyk.io',
    'tyk gateway',
    'access to this api has been disallowed',
    'attempted access with malformed header',
    'there was a problem proxying the request',
    'this organisation quota has been exceeded',
  ],
  names: ['tyk gateway', 'tyk.io'],
  links: { errors: 'https://tyk.io/docs/', limits: 'https://tyk.io/docs/api-management/request-quotas/' },
  rules: [
    {
      when: { message: 'organisation quota has been exceeded' },
      cause: 'quota-exhausted',
      note: 'The quota of the whole organisation at the gateway, not that of this key.',
      source: ORGANISATION,
    },
    {
      when: { message: /\borgani[sz]ation access has been disabled\b/i },
      cause: 'account-disabled',
      alternatives: ['quota-exhausted'],
      source: ORGANISATION,
    },
    { when: { message: 'organisation rate limit has been exceeded' }, cause: 'rate-limited', source: ORGANISATION },
    {
      when: { message: /^quota exceeded$/i },
      cause: 'quota-exhausted',
      note: 'The calls that the policy of this key grants are used up, as a 403; the quota renews by itself where the policy says so.',
      source: LIMIT,
    },
    {
      when: { message: /^(?:api )?rate limit exceeded$/i },
      cause: 'rate-limited',
      note: 'The pace of this key or of the API at the gateway.',
      source: LIMIT,
    },
    { when: { message: 'authorization field missing' }, cause: 'credentials-missing', source: KEY },
    { when: { message: 'attempted access with malformed header' }, cause: 'credentials-invalid', source: source('mw_basic_auth.go') },
    {
      when: { message: 'access to this api has been disallowed' },
      cause: 'key-scope-mismatch',
      alternatives: ['credentials-invalid', 'permission-denied'],
      note: 'The key is not known to the gateway, or not granted for this API or version.',
      source: KEY,
    },
    {
      when: { message: 'access to this resource has been disallowed' },
      cause: 'permission-denied',
      source: source('mw_granular_access.go'),
    },
    { when: { message: 'key has expired, please renew' }, cause: 'credentials-invalid', source: source('mw_key_expired_check.go') },
    { when: { message: 'this api version does not seem to exist' }, cause: 'not-found', source: source('mw_version_check.go') },
    {
      when: {
        message: /^(?:there was a problem proxying the request|upstream host lookup failed|upstream service reached hard timeout\.?)$/i,
      },
      cause: 'upstream-failure',
      source: PROXY,
    },
  ],
} satisfies Provider;
