import type { ErrorRule, Provider } from '../model/provider.ts';

const DEPLOYMENT = 'https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors';
const TRANSLATOR = 'https://learn.microsoft.com/azure/ai-services/translator/reference/v3-0-reference';
const THROTTLING = 'https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling';
const API_MANAGEMENT = 'https://learn.microsoft.com/azure/api-management/quota-policy';
const SIGN_IN = 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes';
const STORAGE = 'https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes';

const disabledSubscription: Omit<ErrorRule, 'when'> = {
  cause: 'account-past-due',
  note: 'The Azure subscription is disabled: an unpaid invoice, used-up trial credit, an expired trial or a reached spending limit. The portal says which.',
  source: 'https://github.com/microsoft/vscode-azureappservice/issues/1646',
  alternatives: ['subscription-inactive', 'spend-limit-reached', 'account-disabled'],
};

const freeQuota: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'The allowance of the free tier (F0): it comes back next month, or a paid tier lifts it.',
  source: TRANSLATOR,
  waiting: 'helps',
};

const resourceQuota: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'A quota of the subscription in this region (cores, addresses, accounts), not money: free something, or ask for more.',
  source: DEPLOYMENT,
  waiting: 'futile',
};

const noCapacity: Omit<ErrorRule, 'when'> = {
  cause: 'overloaded',
  note: 'Azure has no machines of this size here right now: another size, zone or region may have.',
  source: DEPLOYMENT,
};

const otherTenant: Omit<ErrorRule, 'when'> = {
  cause: 'key-scope-mismatch',
  note: 'The id is wrong, or the sign-in is of another tenant than the subscription.',
  source: DEPLOYMENT,
};

const wrongKeyOrRegion: Omit<ErrorRule, 'when'> = {
  cause: 'key-scope-mismatch',
  note: 'One answer for a wrong key and for the key of another resource or region: compare the endpoint and the region with those beside the key.',
  source: 'https://github.com/SciSharp/BotSharp/issues/386',
  alternatives: ['credentials-invalid'],
};

const provider: Provider = {
  title: 'Microsoft Azure',
  kind: 'vendor',
  hosts: [
    'management.azure.com',
    'api.cognitive.microsofttranslator.com',
    '.cognitive.microsofttranslator.com',
    '.api.cognitive.microsoft.com',
    '.speech.microsoft.com',
    'api.microsofttranslator.com',
    'atlas.microsoft.com',
    'login.microsoftonline.com',
    '.search.windows.net',
    '.core.windows.net',
    '.servicebus.windows.net',
    '.documents.azure.com',
    '.vault.azure.net',
  ],
  keys: [],
  keyEnvironment: ['AZURE_CLIENT_SECRET', 'AZURE_SUBSCRIPTION_KEY', 'AZURE_TRANSLATOR_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-ms-request-id', 'x-ms-correlation-request-id', 'apim-request-id', 'x-requestid'],
  scopeHeaders: ['ocp-apim-subscription-region'],
  ownHeaders: [
    'x-ms-correlation-request-id',
    'x-ms-routing-request-id',
    'x-ms-failure-cause',
    'x-ms-ratelimit-remaining-subscription-*',
    'x-ms-ratelimit-remaining-tenant-*',
  ],
  ownWords: [
    'deployment model: resource manager',
    'management.azure.com',
    'microsofttranslator',
    'azure market place',
    'translateapiexception',
    'azure.core.exceptions',
    'azure.mgmt',
    'com.azure.core',
    'msrestazure',
    'azurerm',
    'readonlydisabledsubscription',
    'out of call volume quota',
    'aadsts7000215',
    'aadsts7000222',
    'aadsts700016',
    'aadsts700024',
    'aadsts700027',
    'aadsts700082',
    'aadsts70043',
    'aadsts50173',
    'aadsts50126',
    'aadsts50105',
    'aadsts50057',
    'aadsts50034',
    'aadsts50076',
    'aadsts53003',
    'aadsts65001',
    'aadsts90002',
    'aadsts500011',
    'aka.ms/aadsts',
    'az login',
    'microsoft.compute/',
    'microsoft.authorization/',
    'microsoft.network/',
    'microsoft.storage/',
    'microsoft.containerservice/',
    '/resourcegroups/',
    'skunotavailable',
    'missingsubscriptionregistration',
  ],
  names: ['azure', 'microsoft azure', 'azure translator', 'azure cognitive services', 'microsoft translator', 'entra id'],
  links: {
    billing: 'https://portal.azure.com/#view/Microsoft_Azure_CostManagement',
    usage: 'https://portal.azure.com/#view/Microsoft_Azure_CostManagement',
    keys: 'https://portal.azure.com',
    limits: 'https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits',
    errors: DEPLOYMENT,
    support: 'https://azure.microsoft.com/support',
    logs: 'https://portal.azure.com/#view/Microsoft_Azure_Monitoring/AzureMonitoringBrowseBlade/~/activityLog',
  },
  supportAsks: ['the id of the subscription', 'the correlation id'],
  prevention: [
    {
      says: 'Set a budget with an alert on the subscription.',
      url: 'https://portal.azure.com/#view/Microsoft_Azure_CostManagement',
      source: 'https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets',
    },
  ],
  statusPage: { page: 'https://azure.status.microsoft/en-us/status' },
  rules: [
    { when: { code: ['ReadOnlyDisabledSubscription', 'SubscriptionDisabled'] }, ...disabledSubscription },
    {
      when: { message: /\bsubscription\b.{0,80}?\bis\s+disabled\s+and\s+therefore\s+marked\s+as\s+read\s+only\b/i },
      ...disabledSubscription,
    },
    {
      when: { code: 'AccountIsDisabled' },
      ...disabledSubscription,
      note: 'The storage account is disabled, mostly together with its subscription.',
      source: STORAGE,
    },
    {
      when: { message: /\btranslator\s+subscription\b[\s\S]{0,120}?\bzero\s+balance\b/i },
      cause: 'quota-exhausted',
      note: 'The characters of the plan for this month are used up.',
      source: 'https://github.com/mbi/django-rosetta/issues/112',
      alternatives: ['credits-exhausted'],
      waiting: 'helps',
    },
    {
      when: {
        message:
          /\btranslator\s+subscription\b[\s\S]{0,120}?\bnot\s+in\s+an\s+active\s+state\b|\bcannot\s+find\s+an\s+active\s+azure\s+market\s+place\b/i,
      },
      cause: 'subscription-inactive',
      source: 'https://github.com/mbi/django-rosetta/issues/112',
    },
    { when: { code: '403001' }, ...freeQuota },
    { when: { message: 'exceeded its free quota' }, ...freeQuota },
    {
      when: { message: /\bout\s+of\s+(?:call\s+volume|bandwidth)\s+quota\b/i },
      cause: 'quota-exhausted',
      note: 'A quota of Azure API Management or of a free tier: it renews at the time that the message names.',
      source: API_MANAGEMENT,
      waiting: 'helps',
    },
    {
      when: {
        code: [
          'QuotaExceeded',
          'ServiceQuotaExceeded',
          'ResourceQuotaExceeded',
          'SubscriptionIsOverQuotaForSku',
          'ResourceCountExceedsLimitDueToTemplate',
        ],
      },
      ...resourceQuota,
    },
    { when: { message: /\bexceeding\s+(?:approved|quota\s+limits?\s+of)\b/i }, ...resourceQuota },
    { when: { code: ['AllocationFailed', 'ZonalAllocationFailed', 'OverconstrainedAllocationRequest'] }, ...noCapacity },
    {
      when: { code: ['SkuNotAvailable', 'NotAvailableForSubscription'] },
      ...noCapacity,
      note: 'This size is not on offer to this subscription here: for lack of capacity, or because the kind of subscription does not get it.',
      alternatives: ['plan-required'],
    },

    {
      when: {
        code: ['SubscriptionRequestsThrottled', 'TenantRequestsThrottled', 'TooManyRequests', 'RequestRateTooHigh', 'ThrottledRequest'],
      },
      cause: 'rate-limited',
      source: THROTTLING,
    },
    {
      when: { code: ['429000', '429001', '429002', 'AppIdOverQuota'] },
      cause: 'rate-limited',
      note: "The tier's characters per hour, spread over each minute.",
      source: TRANSLATOR,
    },
    {
      when: { message: /\brate\s+limit\s+is\s+exceeded\.\s+try\s+again\s+in\b/i },
      cause: 'rate-limited',
      source: 'https://learn.microsoft.com/azure/api-management/rate-limit-policy',
    },
    { when: { code: 'ServerBusy' }, cause: 'overloaded', source: STORAGE, alternatives: ['rate-limited'] },

    {
      when: { code: ['SubscriptionNotFound', 'InvalidAuthenticationTokenTenant', 'InvalidSubscriptionId'] },
      ...otherTenant,
      alternatives: ['not-found', 'subscription-inactive'],
    },
    {
      when: { code: ['MissingSubscriptionRegistration', 'SubscriptionNotRegistered', 'NoRegisteredProviderFound'] },
      cause: 'permission-denied',
      note: 'The resource provider is not registered in this subscription: its owner registers it once.',
      source: DEPLOYMENT,
    },
    {
      when: { code: ['RequestDisallowedByPolicy', 'RequestDisallowedByAzure'] },
      cause: 'permission-denied',
      note: 'A policy refuses the resource: no role helps.',
      source: DEPLOYMENT,
    },
    {
      when: { code: ['AuthorizationFailed', 'LinkedAuthorizationFailed', 'AuthorizationPermissionMismatch', '403000'] },
      cause: 'permission-denied',
      note: 'The identity lacks a role at this scope; a new role takes some minutes to count.',
      source: DEPLOYMENT,
    },
    {
      when: { code: '401015' },
      cause: 'key-scope-mismatch',
      note: 'The key is one for Speech, and Translator was called.',
      source: TRANSLATOR,
    },
    {
      when: { code: '401000' },
      cause: 'credentials-invalid',
      note: 'A regional key wants Ocp-Apim-Subscription-Region as well.',
      source: TRANSLATOR,
      alternatives: ['credentials-missing', 'key-scope-mismatch'],
    },
    {
      when: { message: 'access denied due to missing subscription key' },
      cause: 'credentials-missing',
      note: 'The key belongs in Ocp-Apim-Subscription-Key.',
      source: 'https://github.com/openai/openai-python/issues/1527',
    },
    { when: { message: 'access denied due to invalid subscription key' }, ...wrongKeyOrRegion },
    { when: { message: 'invalid subscription key or wrong api endpoint' }, ...wrongKeyOrRegion },
    { when: { message: /\bAADSTS50057\b/ }, cause: 'account-disabled', source: SIGN_IN },
    {
      when: { message: /\bAADSTS(?:700016|90002|500011)\b/ },
      ...otherTenant,
      note: 'The application or resource is not known in this tenant: compare tenant id and application id.',
      source: SIGN_IN,
    },
    {
      when: { message: /\bAADSTS(?:65001|50105)\b/ },
      cause: 'permission-denied',
      note: 'Nobody has consented to the application, or the person is not assigned to it.',
      source: SIGN_IN,
    },
    {
      when: { message: /\bAADSTS53003\b/ },
      cause: 'access-blocked',
      note: 'A rule of conditional access refused the sign-in.',
      source: SIGN_IN,
    },
    {
      when: { message: /\bAADSTS(?:7000215|7000222|700024|700027|700082|70043|50173|50126|50034)\b/ },
      cause: 'credentials-invalid',
      note: 'A secret, password or refresh token that is wrong or has ended.',
      source: SIGN_IN,
    },
    {
      when: { code: ['ExpiredAuthenticationToken', 'InvalidAuthenticationToken', 'InvalidAuthenticationInfo'] },
      cause: 'credentials-invalid',
      source: DEPLOYMENT,
    },
    { when: { code: 'AuthenticationFailedMissingToken' }, cause: 'credentials-missing', source: DEPLOYMENT },
  ],
};

export default provider;
