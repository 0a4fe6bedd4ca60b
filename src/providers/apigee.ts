import type { Provider } from '../model/provider.ts';

const CODES = 'https://cloud.google.com/apigee/docs/api-platform/reference/policies/reference-overview-policy';
const QUOTA = 'https://cloud.google.com/apigee/docs/api-platform/reference/policies/quota-policy';
const SPIKE = 'https://cloud.google.com/apigee/docs/api-platform/reference/policies/spike-arrest-policy';
const KEY = 'https://cloud.google.com/apigee/docs/api-platform/reference/policies/verify-api-key-policy';
const OAUTH = 'https://cloud.google.com/apigee/docs/api-platform/reference/policies/oauth-http-status-code-reference';
const RUNTIME = 'https://docs.apigee.com/api-monitoring/fault-codes';

/** Apigee, in front of anybody's API: `fault.detail.errorcode` names the policy that refused. Its quota is the publisher's for this app. */
export default {
  title: 'Apigee',
  kind: 'gateway',
  hosts: ['.apigee.net'],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'x-apikey',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: ['x-apigee-*'],
  ownWords: [
    'policies.ratelimit.',
    'steps.oauth.v2.',
    'keymanagement.service.',
    'messaging.adaptors.http.',
    'messaging.runtime.',
    'steps.raisefault.',
    'apigee',
  ],
  names: ['apigee'],
  links: { errors: CODES, limits: QUOTA },
  rules: [
    {
      when: { code: ['policies.ratelimit.QuotaViolation', 'policies.ratelimit.FailedToResolveQuotaIntervalReference'] },
      cause: 'quota-exhausted',
      alternatives: ['rate-limited'],
      note: "The calls that the API's publisher grants to this app in an interval, of a minute up to a month, are used up; older gateways answer 500.",
      source: QUOTA,
    },
    { when: { message: 'rate limit quota violation' }, cause: 'quota-exhausted', alternatives: ['rate-limited'], source: QUOTA },
    {
      when: { code: 'policies.ratelimit.SpikeArrestViolation' },
      cause: 'rate-limited',
      note: 'A smoothing of peaks, spread over the second or the minute: fewer calls side by side help at once.',
      source: SPIKE,
    },
    { when: { message: 'spike arrest violation' }, cause: 'rate-limited', source: SPIKE },
    {
      when: { code: ['steps.oauth.v2.FailedToResolveAPIKey', 'oauth.v2.FailedToResolveAPIKey'] },
      cause: 'credentials-missing',
      source: KEY,
    },
    {
      when: {
        code: [
          'oauth.v2.InvalidApiKeyForGivenResource',
          'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
          'steps.oauth.v2.InvalidAPICallAsNoApiProductMatchFound',
        ],
      },
      cause: 'key-scope-mismatch',
      note: 'The key is valid; the product that it was approved for does not hold this path.',
      source: KEY,
    },
    {
      when: {
        code: [
          'oauth.v2.InvalidApiKey',
          'keymanagement.service.invalid_access_token',
          'keymanagement.service.access_token_expired',
          'keymanagement.service.InvalidAccessToken',
        ],
      },
      cause: 'credentials-invalid',
      source: KEY,
    },
    { when: { code: ['steps.oauth.v2.InvalidAccessToken', 'oauth.v2.InvalidAccessToken'] }, cause: 'credentials-invalid', source: OAUTH },
    {
      when: { code: ['keymanagement.service.consumer_key_missing_api_product_mapping', 'keymanagement.service.apiresource_doesnot_exist'] },
      cause: 'permission-denied',
      source: OAUTH,
    },
    {
      when: { code: ['messaging.adaptors.http.flow.ServiceUnavailable', 'messaging.adaptors.http.flow.NoActiveTargets'] },
      cause: 'service-unavailable',
      source: RUNTIME,
    },
    {
      when: {
        code: [
          'messaging.adaptors.http.flow.GatewayTimeout',
          'messaging.adaptors.http.flow.UnexpectedEOFAtTarget',
          'messaging.adaptors.http.flow.ErrorResponseCode',
        ],
      },
      cause: 'upstream-failure',
      source: RUNTIME,
    },
    {
      when: { code: ['messaging.adaptors.http.flow.ApplicationNotFound', 'messaging.runtime.RouteFailed'] },
      cause: 'not-found',
      note: 'No proxy is deployed for this host and path.',
      source: RUNTIME,
    },
    { when: { code: 'protocol.http.TooBigBody' }, cause: 'payload-too-large', source: RUNTIME },
  ],
} satisfies Provider;
