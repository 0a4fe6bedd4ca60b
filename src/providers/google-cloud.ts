import type { ErrorRule, Provider } from '../model/provider.ts';

const REASONS = 'https://cloud.google.com/php/docs/reference/common-protos/latest/Api.ErrorReason';
const YOUTUBE = 'https://developers.google.com/youtube/v3/docs/errors';
const DRIVE = 'https://developers.google.com/workspace/drive/api/guides/handle-errors';
const CALENDAR = 'https://developers.google.com/workspace/calendar/api/guides/errors';
const BIGQUERY = 'https://cloud.google.com/bigquery/docs/error-messages';
const MAPS = 'https://developers.google.com/maps/documentation/geocoding/requests-geocoding';
const MAPS_KEYS = 'https://developers.google.com/maps/api-security-best-practices';

const noBilling: Omit<ErrorRule, 'when'> = {
  cause: 'payment-method-required',
  note: 'The project has no active billing account: link one in the console, and wait some minutes.',
  source: REASONS,
};

const billingAccountGone: Omit<ErrorRule, 'when'> = {
  cause: 'payment-method-required',
  note: 'The billing account of the project that pays (the one of the bucket, or the one named as user project) is missing, closed or disabled.',
  source: 'https://github.com/googleapis/python-storage/issues/1456',
  alternatives: ['account-past-due', 'subscription-inactive'],
};

const perDay: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'A quota of the project per day, which resets at midnight Pacific time.',
  source: YOUTUBE,
  waiting: 'helps',
};

const perMinute: Omit<ErrorRule, 'when'> = { cause: 'rate-limited', source: DRIVE };

const apiNotEnabled: Omit<ErrorRule, 'when'> = {
  cause: 'permission-denied',
  note: 'The API is not enabled in the project of the key or client: enable it, and wait some minutes.',
  source: REASONS,
};

const badKey: Omit<ErrorRule, 'when'> = { cause: 'credentials-invalid', source: REASONS };

const keyRestricted: Omit<ErrorRule, 'when'> = {
  cause: 'key-scope-mismatch',
  note: "The key's list of APIs leaves this one out: add it to the key, or use another key.",
  source: REASONS,
  alternatives: ['permission-denied'],
};

const callerNotOnList: Omit<ErrorRule, 'when'> = {
  cause: 'access-blocked',
  note: "The key's own restrictions (referrers, addresses or apps) leave this caller out.",
  source: REASONS,
};

const noLicence: Omit<ErrorRule, 'when'> = {
  cause: 'plan-required',
  note: 'With a Cloud project, Gemini Code Assist wants a licence for this person; without a project the free plan for individuals counts.',
  source: 'https://github.com/google-gemini/gemini-cli/issues/19472',
};

const suspended: Omit<ErrorRule, 'when'> = { cause: 'account-disabled', source: REASONS, alternatives: ['account-past-due'] };

const provider: Provider = {
  title: 'Google Cloud',
  kind: 'vendor',
  hosts: ['.googleapis.com'],
  keys: [
    {
      pattern: String.raw`ya29\.[\w-]{20,2000}`,
      means: 'OAuth access token of Google, valid for an hour',
      sample: 'ya29.EXAMPLEexampleEXAMPLEexample',
    },
    {
      pattern: String.raw`GOCSPX-[\w-]{28}`,
      means: 'secret of an OAuth client of Google',
      sample: 'GOCSPX-EXAMPLEexampleEXAMPLEexample',
      notFor: 'A client secret is traded for a token; it is no credential for a call.',
    },
  ],
  keyEnvironment: ['GOOGLE_API_KEY', 'GOOGLE_APPLICATION_CREDENTIALS', 'GOOGLE_MAPS_API_KEY', 'YOUTUBE_API_KEY'],
  keyHeader: 'x-goog-api-key',
  requestIdHeaders: ['x-guploader-uploadid'],
  scopeHeaders: ['x-goog-user-project'],
  ownHeaders: ['x-guploader-uploadid', 'x-goog-hash', 'x-goog-generation'],
  ownWords: [
    'html_attributions',
    'request_denied',
    'developers.google.com',
    'cloud.google.com',
    'googleapiclient.errors',
    'google.api_core.exceptions',
    'com.google.api.client.googleapis.json.googlejsonresponseexception',
    'google_service_exception',
    'google::apis::',
    'google\\service\\exception',
    'google_apiexception',
    'googleapi: error',
    'youtube.quota',
    'google developers console',
    'the project to be billed is associated with',
    'billing account for the owning project',
    'billingnotenabledmaperror',
    'apinotactivatedmaperror',
    'translate.google.com',
    'over_query_limit',
    'over_daily_limit',
    'g.co/dev/maps',
  ],
  names: [
    'google cloud',
    'gcloud',
    'gsutil',
    'bigquery',
    'youtube data api',
    'youtube api',
    'google maps',
    'google translate',
    'google calendar api',
    'google drive api',
  ],
  links: {
    billing: 'https://console.cloud.google.com/billing',
    usage: 'https://console.cloud.google.com/apis/dashboard',
    keys: 'https://console.cloud.google.com/apis/credentials',
    limits: 'https://console.cloud.google.com/iam-admin/quotas',
    errors: 'https://cloud.google.com/apis/design/errors',
    support: 'https://cloud.google.com/support',
    logs: 'https://console.cloud.google.com/logs/query',
  },
  statusPage: {
    page: 'https://status.cloud.google.com',
    api: { kind: 'google', url: 'https://status.cloud.google.com/incidents.json' },
  },
  supportAsks: ['the id of the project', 'the name of the API and its method'],
  prevention: [
    {
      says: 'Set a budget with alerts on the billing account: a budget warns, it does not stop the spending.',
      url: 'https://console.cloud.google.com/billing/budgets',
      source: 'https://cloud.google.com/billing/docs/how-to/budgets',
    },
  ],
  rules: [
    { when: { code: ['BILLING_DISABLED', 'billingNotEnabled', 'BillingNotEnabledMapError'] }, ...noBilling },
    {
      when: {
        message:
          /\b(?:requires\s+billing\s+to\s+be\s+enabled|must\s+enable\s+billing|has\s+billing\s+disabled|billing\s+has\s+not\s+been\s+enabled)\b/i,
      },
      ...noBilling,
    },
    {
      when: {
        message:
          /\bproject\s+to\s+be\s+billed\s+(?:is\s+associated\s+with\s+(?:a|an)\s+\w+\s+billing\s+account|has\s+not\s+configured\s+billing)\b/i,
      },
      ...billingAccountGone,
      source: 'https://github.com/hashicorp/terraform-provider-google/issues/5209',
    },
    { when: { message: 'billing account for the owning project is disabled' }, ...billingAccountGone },
    {
      when: { code: 'accountDisabled' },
      ...billingAccountGone,
      source: 'https://github.com/hashicorp/terraform-provider-google/issues/5209',
    },
    {
      when: { code: 'OVER_DAILY_LIMIT' },
      cause: 'payment-method-required',
      note: 'One answer for a key that is missing or wrong, billing that is not set up, a payment method that fails, and a cap of your own.',
      source: MAPS,
      alternatives: ['spend-limit-reached', 'quota-exhausted', 'credentials-invalid'],
    },
    { when: { code: 'SUBSCRIPTION_REQUIRED' }, ...noLicence },
    { when: { message: 'lack a gemini code assist license' }, ...noLicence },
    {
      when: { message: "named user on your organization's gemini code assist" },
      ...noLicence,
      source: 'https://github.com/google-gemini/gemini-cli/issues/13158',
    },
    {
      when: { code: ['storageQuotaExceeded', 'teamDriveFileLimitExceeded'] },
      cause: 'quota-exhausted',
      note: 'The storage is full, and waiting does not empty it: delete files, or buy more. A service account has no storage of its own.',
      source: DRIVE,
      waiting: 'futile',
    },
    {
      when: { code: 'uploadLimitExceeded' },
      cause: 'quota-exhausted',
      note: "The channel's number of uploads within 24 hours, not the quota of the project.",
      source: YOUTUBE,
      waiting: 'helps',
    },
    {
      when: { code: ['RESOURCE_QUOTA_EXCEEDED', 'billingTierLimitExceeded'] },
      cause: 'quota-exhausted',
      note: 'A quota of resources, not of calls: waiting does not help.',
      source: REASONS,
      waiting: 'futile',
    },
    { when: { code: 'dailyLimitExceeded' }, ...perDay },
    {
      when: { code: 'dailyLimitExceededUnreg' },
      cause: 'credentials-missing',
      note: 'The small allowance for calls without a key is used up: mostly the key did not arrive.',
      source: 'https://developers.google.com/webmaster-tools/v1/errors',
      alternatives: ['quota-exhausted'],
    },
    { when: { code: 'youtube.quota' }, ...perDay },
    { when: { message: /\bquota\s+exceeded\s+for\s+quota\s+(?:metric|group)\b[^\n]{1,160}?\bper\s+day\b/i }, ...perDay },
    { when: { message: /\bdaily\s+limit\s+exceeded\b(?!\s+for\s+unauthenticated)/i }, ...perDay },
    { when: { message: /\bexceeded\s+your\s+<a\s+href=[^>]{1,120}youtube[^>]{1,80}>quota/i }, ...perDay },
    {
      when: { message: /\bquota\s+exceeded\s+for\s+quota\s+(?:metric|group)\b[^\n]{1,160}?\bper\s+(?:minute|100\s+seconds)\b/i },
      ...perMinute,
    },
    {
      when: {
        code: [
          'userRateLimitExceeded',
          'rateLimitExceeded',
          'RATE_LIMIT_EXCEEDED',
          'concurrentLimitExceeded',
          'userRateLimitExceededUnreg',
        ],
      },
      ...perMinute,
    },
    { when: { message: /\b(?:user\s+)?rate\s+limit\s+exceeded\b/i }, ...perMinute },
    {
      when: { code: 'quotaExceeded' },
      cause: 'quota-exhausted',
      note: 'YouTube means its daily units; BigQuery, Analytics and Calendar mean several limits, of which some pass within minutes.',
      source: BIGQUERY,
      alternatives: ['rate-limited'],
      waiting: 'helps',
    },
    {
      when: { message: 'calendar usage limits exceeded' },
      cause: 'quota-exhausted',
      source: CALENDAR,
      alternatives: ['rate-limited'],
      waiting: 'helps',
    },
    {
      when: { message: 'exceeded your daily request quota for this api' },
      cause: 'quota-exhausted',
      note: 'Of the Maps APIs: without a billing account the allowance is almost nothing.',
      source: MAPS,
      alternatives: ['payment-method-required'],
      waiting: 'helps',
    },
    {
      when: { code: 'OVER_QUERY_LIMIT' },
      cause: 'rate-limited',
      note: 'Over the quota per second or per day; a project without billing gets it at once.',
      source: MAPS,
      alternatives: ['quota-exhausted', 'payment-method-required'],
    },

    { when: { code: ['accessNotConfigured', 'SERVICE_DISABLED', 'ApiNotActivatedMapError'] }, ...apiNotEnabled },
    { when: { message: /\bhas\s+not\s+been\s+used\s+in\s+project\b|\baccess\s+not\s+configured\b/i }, ...apiNotEnabled },
    {
      when: {
        message:
          /\bproject\s+is\s+not\s+authorized\s+to\s+use\s+this\s+api\b|\bcalling\s+a\s+legacy\s+api,\s+which\s+is\s+not\s+enabled\b/i,
      },
      ...apiNotEnabled,
      source: MAPS_KEYS,
    },
    { when: { code: ['API_KEY_SERVICE_BLOCKED'] }, ...keyRestricted },
    { when: { message: /\brequests\s+to\s+this\s+api\b[^<>]{1,200}?\bare\s+blocked\b/i }, ...keyRestricted },
    {
      when: { message: 'referer restrictions cannot be used with this api' },
      ...keyRestricted,
      note: 'A key for browsers does not work for a web service: make a key without referrers, restricted by address.',
      source: MAPS_KEYS,
    },
    {
      when: {
        code: [
          'API_KEY_HTTP_REFERRER_BLOCKED',
          'API_KEY_IP_ADDRESS_BLOCKED',
          'API_KEY_ANDROID_APP_BLOCKED',
          'API_KEY_IOS_APP_BLOCKED',
          'ipRefererBlocked',
          'RefererNotAllowedMapError',
        ],
      },
      ...callerNotOnList,
    },
    {
      when: {
        message:
          /\bip,\s+site\s+or\s+mobile\s+application\s+is\s+not\s+authorized\s+to\s+use\s+this\s+api\s+key\b|\bper-ip\s+or\s+per-referer\s+restriction\b|\brequests\s+from\s+referer\b[^\n]{1,200}?\bare\s+blocked\b/i,
      },
      ...callerNotOnList,
    },
    {
      when: { code: ['SECURITY_POLICY_VIOLATED', 'ORG_RESTRICTION_VIOLATION', 'LOCATION_POLICY_VIOLATED', 'vpcServiceControls'] },
      cause: 'access-blocked',
      note: 'A perimeter or policy of the organisation refused the call, not a missing role.',
      source: REASONS,
    },
    { when: { code: ['API_KEY_INVALID', 'keyInvalid', 'keyExpired', 'InvalidKeyMapError', 'ExpiredKeyMapError'] }, ...badKey },
    {
      when: { message: /\bapi\s+key\s+(?:not\s+valid|not\s+found|expired)\b|\bprovided\s+api\s+key\s+is\s+(?:invalid|expired)\b/i },
      ...badKey,
    },
    { when: { code: ['ACCESS_TOKEN_EXPIRED', 'ACCESS_TOKEN_TYPE_UNSUPPORTED', 'SESSION_COOKIE_INVALID', 'authError'] }, ...badKey },
    { when: { code: 'CREDENTIALS_MISSING' }, cause: 'credentials-missing', source: REASONS },
    {
      when: {
        message:
          /\bcallers\s+without\s+established\s+identity\b|\bmust\s+use\s+an\s+api\s+key\s+to\s+authenticate\b|\bdaily\s+limit\s+for\s+unauthenticated\s+use\s+exceeded\b/i,
      },
      cause: 'credentials-missing',
      source: REASONS,
    },
    {
      when: {
        code: [
          'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
          'insufficientPermissions',
          'insufficientFilePermissions',
          'appNotAuthorizedToFile',
          'domainPolicy',
          'IAM_PERMISSION_DENIED',
          'USER_PROJECT_DENIED',
          'USER_BLOCKED_BY_ADMIN',
        ],
      },
      cause: 'permission-denied',
      source: DRIVE,
    },
    {
      when: { code: 'CONSUMER_INVALID' },
      cause: 'key-scope-mismatch',
      note: 'The project of this call does not exist or is deleted: compare the project id.',
      source: REASONS,
      alternatives: ['permission-denied'],
    },
    { when: { code: ['CONSUMER_SUSPENDED', 'GCP_SUSPENDED', 'ACCOUNT_STATE_INVALID'] }, ...suspended },
    { when: { message: /\bconsumer\b.{0,120}?\bhas\s+been\s+suspended\b/i }, ...suspended },
    {
      when: { code: ['authenticatedUserAccountSuspended', 'authenticatedUserAccountClosed'] },
      cause: 'account-disabled',
      note: 'The YouTube account of the person that signed in, not the project.',
      source: YOUTUBE,
    },
    {
      when: { code: 'youtubeSignupRequired' },
      cause: 'permission-denied',
      note: 'The Google account that signed in has no YouTube channel; a service account never has one.',
      source: YOUTUBE,
    },
    {
      when: { code: 'REQUEST_DENIED' },
      cause: 'permission-denied',
      note: 'Of the Maps APIs, which send it with 200: error_message says whether the key, its restrictions, the API or billing is meant.',
      source: MAPS,
      alternatives: ['credentials-invalid', 'payment-method-required', 'access-blocked', 'account-disabled', 'key-scope-mismatch'],
      wordsDecide: true,
    },
    { when: { code: ['backendError', 'internalError'] }, cause: 'upstream-failure', source: DRIVE },
    {
      when: { code: 'RESOURCE_EXHAUSTED' },
      cause: 'rate-limited',
      source: 'https://cloud.google.com/apis/design/errors',
      alternatives: ['quota-exhausted'],
    },
  ],
};

export default provider;
