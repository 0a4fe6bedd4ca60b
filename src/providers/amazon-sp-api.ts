import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://developer-docs.amazon.com/sp-api/docs/usage-plans-and-rate-limits';
const ERRORS = 'https://developer-docs.amazon.com/sp-api/docs/troubleshoot-sp-api-errors';

export default {
  title: 'Amazon Selling Partner API',
  kind: 'vendor',
  hosts: [
    'sellingpartnerapi-na.amazon.com',
    'sellingpartnerapi-eu.amazon.com',
    'sellingpartnerapi-fe.amazon.com',
    'sandbox.sellingpartnerapi-na.amazon.com',
    'sandbox.sellingpartnerapi-eu.amazon.com',
    'sandbox.sellingpartnerapi-fe.amazon.com',
    'api.amazon.com',
  ],
  keys: [],
  keyEnvironment: ['SP_API_REFRESH_TOKEN', 'LWA_APP_ID', 'LWA_CLIENT_SECRET'],
  keyHeader: 'x-amz-access-token',
  requestIdHeaders: ['x-amzn-requestid'],
  ownHeaders: ['x-amzn-ratelimit-limit'],
  ownWords: ['sellingpartnerapi', 'sp_api.base', 'sellingapi', 'developer-docs.amazon.com/sp-api'],
  names: ['sp-api', 'selling partner api'],
  links: { limits: LIMITS, errors: ERRORS, support: 'https://developer-docs.amazon.com/sp-api/docs/support' },
  supportAsks: ['the x-amzn-RequestId'],
  rules: [
    {
      when: { code: 'QuotaExceeded' },
      cause: 'rate-limited',
      note: 'It is a bucket that fills again every second or minute, and no allowance of a plan; x-amzn-RateLimit-Limit says how many requests a second.',
      source: LIMITS,
    },
    {
      when: { message: 'exceeded your quota for the requested resource' },
      cause: 'rate-limited',
      note: 'It is a bucket that fills again every second or minute, and no allowance of a plan; x-amzn-RateLimit-Limit says how many requests a second.',
      source: LIMITS,
    },
    {
      when: { message: /\baccess token you provided (?:has expired|is revoked, malformed or invalid)\b/i },
      cause: 'credentials-invalid',
      note: 'Access tokens live for an hour: use the refresh token.',
      source: ERRORS,
    },
    {
      when: { message: 'access to requested resource is denied' },
      cause: 'permission-denied',
      note: 'The app lacks the role, or the seller has not authorised it; a host of another region answers the same.',
      source: ERRORS,
      alternatives: ['key-scope-mismatch', 'credentials-invalid'],
    },
    { when: { message: /\binvalid_(?:grant|client)\b/i }, cause: 'credentials-invalid', source: ERRORS },
  ],
} satisfies Provider;
