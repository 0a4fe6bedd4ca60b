import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://learn.microsoft.com/graph/errors';
const LIMITS = 'https://learn.microsoft.com/graph/throttling';
const METERED = 'https://learn.microsoft.com/graph/metered-api-overview';

export default {
  title: 'Microsoft Graph',
  kind: 'vendor',
  hosts: ['graph.microsoft.com', 'graph.microsoft.us', 'dod-graph.microsoft.us', 'microsoftgraph.chinacloudapi.cn'],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'authorization',
  requestIdHeaders: ['request-id'],
  ownHeaders: ['x-ms-ags-diagnostic'],
  ownWords: [
    'graph.microsoft.com',
    'microsoft.graph',
    'learn.microsoft.com/graph',
    'developer.microsoft.com/graph',
    'msgraph.generated',
    'does not have a spo license',
  ],
  names: ['microsoft graph', 'msgraph', 'ms graph'],
  links: {
    keys: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps',
    limits: LIMITS,
    errors: ERRORS,
    support: 'https://developer.microsoft.com/graph/support',
  },
  supportAsks: ['the request-id and the client-request-id'],
  rules: [
    {
      when: { code: 'PaymentRequired' },
      cause: 'payment-method-required',
      note: 'A metered API: the app must be linked to an Azure subscription that pays, or its evaluation quota is used up.',
      source: METERED,
      alternatives: ['quota-exhausted'],
    },
    {
      when: { status: 402 },
      cause: 'payment-method-required',
      note: 'A metered API: the app must be linked to an Azure subscription that pays, or its evaluation quota is used up.',
      source: METERED,
      alternatives: ['quota-exhausted'],
    },
    {
      when: {
        message:
          /\btenant does not have a \w{2,12} license\b|\bnonpremium ?tenant|\bnon-premium tenant\b|\bpremium license\b|\bpremium P[12]\b/i,
      },
      cause: 'plan-required',
      note: 'The tenant lacks the licence that this API needs.',
      source: ERRORS,
    },
    {
      when: { code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant' },
      cause: 'plan-required',
      note: 'The tenant lacks the licence that this API needs.',
      source: ERRORS,
    },
    {
      when: { code: 'MailboxNotEnabledForRESTAPI' },
      cause: 'plan-required',
      note: 'The mailbox is inactive, soft-deleted, on a server of their own, or the user has no Exchange Online licence.',
      source: ERRORS,
      alternatives: ['not-found'],
    },
    {
      when: { code: ['quotaLimitReached', 'insufficientStorage', 'ErrorQuotaExceeded'] },
      cause: 'quota-exhausted',
      note: 'The storage of the user or site is full.',
      source: ERRORS,
      waiting: 'futile',
    },
    {
      when: { code: ['TooManyRequests', 'activityLimitReached', 'ApplicationThrottled', 'Request_ThrottledTemporarily'] },
      cause: 'rate-limited',
      source: LIMITS,
    },
    {
      when: { code: ['InvalidAuthenticationToken', 'Authentication_ExpiredToken'] },
      cause: 'credentials-invalid',
      note: 'The token has expired, is malformed, or was issued for another resource: its audience must be https://graph.microsoft.com.',
      source: ERRORS,
    },
    {
      when: { code: ['Authorization_RequestDenied', 'ErrorAccessDenied', 'accessDenied', 'Authorization_IdentityNotFound'] },
      cause: 'permission-denied',
      note: 'The permission is not granted, or an administrator has not consented to it: application and delegated permissions are different ones.',
      source: ERRORS,
    },
    {
      when: { code: ['Request_ResourceNotFound', 'itemNotFound', 'ErrorItemNotFound', 'ResourceNotFound'] },
      cause: 'not-found',
      source: ERRORS,
    },
    { when: { code: ['serviceNotAvailable', 'ServiceUnavailable'] }, cause: 'service-unavailable', source: ERRORS },
  ],
} satisfies Provider;
