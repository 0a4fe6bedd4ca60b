import type { Provider } from '../model/provider.ts';

const RATE = 'https://apim.docs.wso2.com/en/4.6.0/api-developer-portal/rate-limiting/handle-rate-limiting-errors/';
const CODES = 'https://apim.docs.wso2.com/en/4.5.0/troubleshooting/error-handling/';

/** WSO2 API Manager, in front of anybody's API: 9008xx are its throttling policies, 9009xx its keys; the tiers are the publisher's. */
export default {
  title: 'WSO2 API Manager',
  kind: 'gateway',
  hosts: ['.gateway.api.cloud.wso2.com'],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'authorization',
  requestIdHeaders: ['activityid'],
  ownHeaders: [],
  ownWords: ['wso2', 'message throttled out', 'level throttle out', 'level throttled out', 'policy throttled out', 'apim.docs.wso2.com'],
  names: ['wso2'],
  links: { limits: RATE, errors: CODES },
  rules: [
    {
      when: { code: ['900800', '900802', '900803', '900804', '900807'] },
      cause: 'rate-limited',
      alternatives: ['quota-exhausted'],
      note: 'A tier of the API, the application, the subscription or the resource; its window may be a minute or a month, and nextAccessTime says when it is over.',
      source: RATE,
    },
    {
      when: { code: '900801' },
      cause: 'rate-limited',
      note: 'The hard limit that protects the service behind the gateway, shared by all callers.',
      source: RATE,
    },
    { when: { code: '900806' }, cause: 'rate-limited', source: RATE },
    {
      when: { code: '900805' },
      cause: 'access-blocked',
      note: 'The administrator denies this user, address, application or API.',
      source: RATE,
    },
    { when: { code: '900901' }, cause: 'credentials-invalid', source: CODES },
    { when: { code: '900902' }, cause: 'credentials-missing', source: CODES },
    { when: { code: '900903' }, cause: 'credentials-invalid', note: 'The token has expired: get a new one.', source: CODES },
    { when: { code: '900904' }, cause: 'credentials-invalid', note: 'The token was revoked or is inactive.', source: CODES },
    {
      when: { code: '900907' },
      cause: 'subscription-inactive',
      alternatives: ['permission-denied'],
      note: 'The subscription of this application to the API is blocked.',
      source: CODES,
    },
    {
      when: { code: '900908' },
      cause: 'permission-denied',
      note: 'The application of this token has no subscription to this API.',
      source: CODES,
    },
    { when: { code: '900910' }, cause: 'permission-denied', note: 'The token lacks the scope of this resource.', source: CODES },
    { when: { code: '900906' }, cause: 'not-found', source: CODES },
    { when: { code: '700700' }, cause: 'service-unavailable', note: 'The publisher has blocked the API for now.', source: CODES },
    { when: { message: 'message throttled out' }, cause: 'rate-limited', alternatives: ['quota-exhausted'], source: RATE },
  ],
} satisfies Provider;
