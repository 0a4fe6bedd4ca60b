import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://ai.google.dev/gemini-api/docs/troubleshooting';

const prepaid: Omit<ErrorRule, 'when'> = {
  cause: 'credits-exhausted',
  note: "The project's prepaid credits are used up; listing models still works with the same key.",
  source: 'https://discuss.ai.google.dev/t/api-update-depleted-prepay-credits-now-return-http-402-instead-of-429/183654',
};

const noBilling: Omit<ErrorRule, 'when'> = {
  cause: 'payment-method-required',
  note: 'The project of this key has no billing account linked to it.',
  source: 'https://github.com/GoogleCloudPlatform/php-docs-samples/issues/1235',
};

const perDay: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'A quota per day, which resets at midnight Pacific time: the few seconds that Google suggests to wait are not enough.',
  source: 'https://github.com/continuedev/continue/issues/11681',
  waiting: 'helps',
};

const perMinute: Omit<ErrorRule, 'when'> = {
  cause: 'rate-limited',
  note: 'It says quota and billing, but the quota that it names is one per minute.',
  source: 'https://dev.to/nils44344/gemini-api-429-resourceexhausted-why-your-limit-is-0-68o',
};

const codeAssistQuota: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'The allowance of Gemini Code Assist or of a Google AI plan, reached over a sign-in with Google; an API key has its own.',
  source: 'https://github.com/google-gemini/gemini-cli/issues/15576',
  waiting: 'helps',
};

const noCapacity: Omit<ErrorRule, 'when'> = { cause: 'overloaded', source: 'https://github.com/google-gemini/gemini-cli/issues/26633' };

const badKey: Omit<ErrorRule, 'when'> = {
  cause: 'credentials-invalid',
  source: 'https://github.com/google-gemini/gemini-cli/issues/25198',
};

const suspended: Omit<ErrorRule, 'when'> = { cause: 'account-disabled', source: 'https://github.com/google/generative-ai-docs/issues/356' };

const termsOfService: Omit<ErrorRule, 'when'> = {
  cause: 'account-disabled',
  source: 'https://github.com/google-gemini/gemini-cli/issues/19501',
};

const apiNotEnabled: Omit<ErrorRule, 'when'> = {
  cause: 'permission-denied',
  note: "The API is not enabled in the key's project: enable it, and wait some minutes.",
  source: 'https://github.com/google-gemini/gemini-cli/issues/1343',
};

const keyRestricted: Omit<ErrorRule, 'when'> = {
  cause: 'key-scope-mismatch',
  note: 'The restrictions of this key leave the Gemini API out: add it to the key, or use a key made in AI Studio.',
  source: 'https://github.com/continuedev/continue/issues/12781',
  alternatives: ['permission-denied'],
};

const verifyAccount: Omit<ErrorRule, 'when'> = {
  cause: 'permission-denied',
  note: 'Google wants the person to verify their account in a browser first.',
  source: 'https://github.com/su-kaka/gcli2api/issues/382',
};

const provider: Provider = {
  title: 'Google Gemini',
  kind: 'vendor',
  hosts: ['generativelanguage.googleapis.com', 'cloudcode-pa.googleapis.com'],
  keys: [
    {
      pattern: String.raw`AIza[\w-]{35}`,
      means: 'Google API key, for any API of Google',
      sample: 'AIzaSyEXAMPLEexampleEXAMPLEexample00000',
    },
    { pattern: String.raw`AQ\.[\w-]{20,}`, means: 'API key of AI Studio', sample: 'AQ.EXAMPLEexampleEXAMPLEexample' },
  ],
  keyEnvironment: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY'],
  keyHeader: 'x-goog-api-key',
  requestIdHeaders: [],
  ownHeaders: ['x-gemini-service-tier'],
  ownWords: [
    'geminiexception',
    'generativelanguage.googleapis.com',
    'cloudcode-pa.googleapis.com',
    'cloudaicompanion.googleapis.com',
    'gemini code assist',
    'ai.google.dev/gemini-api',
    'ai.studio/',
    'aistudio.google.com',
    'ai.dev/rate-limit',
    'ai.dev/usage',
    'generative language api',
    'googlegenerativeai error',
    'prepayment credits are depleted',
    'gemini-code-assist-user-feedback@google.com',
  ],
  names: ['gemini api', 'google ai studio', 'google gemini', 'gemini code assist'],
  links: {
    billing: 'https://ai.studio/projects',
    usage: 'https://aistudio.google.com/usage',
    keys: 'https://aistudio.google.com/api-keys',
    limits: 'https://ai.google.dev/gemini-api/docs/rate-limits',
    errors: ERRORS,
    support: 'https://discuss.ai.google.dev',
    logs: 'https://aistudio.google.com/logs',
  },
  statusPage: { page: 'https://aistudio.google.com/status' },
  knownGood: {
    method: 'GET',
    url: 'https://generativelanguage.googleapis.com/v1beta/models',
    says: 'Lists the models. A wrong key gets 400; a key without prepaid credits passes.',
    source: 'https://github.com/trufflesecurity/trufflehog/tree/main/pkg/detectors/googlegemini',
  },
  rules: [
    {
      when: { code: 'SUBSCRIPTION_REQUIRED' },
      cause: 'plan-required',
      note: 'Gemini Code Assist wants a licence for this Cloud project: an administrator assigns one, or a personal account is used without a project.',
      source: 'https://cloud.google.com/gemini/docs/codeassist/request-license',
    },
    { when: { message: 'prepayment credits are depleted' }, ...prepaid },
    {
      when: { code: 'payment_required' },
      ...prepaid,
      source: 'https://www.developersdigest.tech/errors/api/gemini-api/402-payment-required',
    },
    {
      when: { code: 'INSUFFICIENT_G1_CREDITS_BALANCE' },
      cause: 'credits-exhausted',
      note: 'The AI credits of a Google One plan, not the money of a Cloud project.',
      source: 'https://github.com/google-gemini/gemini-cli/pull/28716',
    },
    {
      when: { message: 'exceeded its monthly spending cap' },
      cause: 'spend-limit-reached',
      note: "A cap of the project or of the billing account's tier: it stops every project of the account until it is raised or the month ends.",
      source: 'https://help.apiyi.com/en/ai-studio-monthly-spending-cap-429-solution-en.html',
      waiting: 'helps',
    },
    {
      when: { message: 'free tier is not available in your country' },
      cause: 'payment-method-required',
      note: 'In this country the Gemini API works only with billing enabled in AI Studio.',
      source: ERRORS,
      alternatives: ['access-blocked'],
    },
    {
      when: { message: 'without a billing account linked' },
      ...noBilling,
      source: 'https://blog.gitcode.com/6b39c01b5dbb7e4ba098fd7b54f6b7f5.html',
      alternatives: ['access-blocked'],
    },
    { when: { code: 'BILLING_DISABLED' }, ...noBilling },
    { when: { message: 'requires billing to be enabled' }, ...noBilling },
    {
      when: { message: /\bquota\s+exceeded\s+for\s+metric:[^,]{1,160},\s+limit:\s+0(?!\d)/i },
      cause: 'plan-required',
      note: "The limit is 0: this model is not in the project's tier at all. The wait that Google suggests means nothing here.",
      source: 'https://dev.to/nils44344/gemini-api-429-resourceexhausted-why-your-limit-is-0-68o',
      alternatives: ['quota-exhausted'],
      waiting: 'futile',
    },
    {
      when: {
        code: [
          'GenerateRequestsPerDayPerProjectPerModel-FreeTier',
          'GenerateRequestsPerDayPerProjectPerModel',
          'GenerateContentInputTokensPerModelPerDay-FreeTier',
        ],
      },
      ...perDay,
    },
    { when: { code: 'quota_exceeded' }, ...perDay, source: 'https://www.developersdigest.tech/errors/api/gemini-api/429-quota-exceeded' },
    {
      when: { message: /\bper\s?day\s?per\s?project|\brequests\s+per\s+day\s+per\s+user\b|_per_day\b/i },
      ...perDay,
      source: 'https://github.com/google-gemini/gemini-cli/issues/5377',
    },
    { when: { code: 'QUOTA_EXHAUSTED' }, ...codeAssistQuota, source: 'https://github.com/google-gemini/gemini-cli/issues/22107' },
    {
      when: { code: 'RATE_LIMIT_EXCEEDED' },
      cause: 'rate-limited',
      source: 'https://github.com/earendil-works/pi/issues/370',
    },
    { when: { message: 'exhausted your daily quota' }, ...codeAssistQuota },
    {
      when: { message: 'individual quota reached' },
      ...codeAssistQuota,
      source: 'https://github.com/google-gemini/gemini-cli/issues/27761',
    },
    {
      when: { message: 'exhausted your capacity on this model' },
      ...codeAssistQuota,
      source: 'https://github.com/google-gemini/gemini-cli/issues/22107',
      alternatives: ['rate-limited'],
    },
    { when: { code: 'MODEL_CAPACITY_EXHAUSTED' }, ...noCapacity },
    { when: { message: 'no capacity available for model' }, ...noCapacity },
    {
      when: {
        code: [
          'GenerateRequestsPerMinutePerProjectPerModel-FreeTier',
          'GenerateRequestsPerMinutePerProjectPerModel',
          'GenerateContentInputTokensPerModelPerMinute-FreeTier',
          'GenerateContentPaidTierInputTokensPerModelPerMinute',
        ],
      },
      ...perMinute,
    },

    {
      when: { message: 'reported as leaked' },
      ...badKey,
      source: 'https://github.com/continuedev/continue/issues/11541',
      alternatives: ['account-disabled'],
    },
    { when: { code: 'CONSUMER_SUSPENDED' }, ...suspended },
    { when: { message: /\bconsumer\b.{0,120}?\bhas\s+been\s+suspended\b/i }, ...suspended },
    { when: { code: 'TOS_VIOLATION' }, ...termsOfService },
    { when: { message: /\b(?:violation\s+of\s+(?:the\s+)?terms\s+of\s+service|disabled\s+in\s+this\s+account)\b/i }, ...termsOfService },
    {
      when: { message: 'project has been denied access' },
      cause: 'account-disabled',
      source: 'https://github.com/poenl/gemini-api/issues/8',
    },
    { when: { code: 'API_KEY_INVALID' }, ...badKey },
    { when: { message: /\bapi\s+key\s+(?:not\s+(?:valid|found)|expired)\b/i }, ...badKey },
    { when: { code: 'SERVICE_DISABLED' }, ...apiNotEnabled },
    { when: { message: 'has not been used in project' }, ...apiNotEnabled },
    { when: { code: 'API_KEY_SERVICE_BLOCKED' }, ...keyRestricted },
    { when: { message: /\brequests\s+to\s+this\s+api\b[^<>]{1,200}?\bare\s+blocked\b/i }, ...keyRestricted },
    {
      when: { message: /\brequests\s+from\s+referer\b[^\n]{1,200}?\bare\s+blocked\b/i },
      cause: 'access-blocked',
      note: "The key's own list of referrers does not have this page.",
      source: 'https://github.com/google-gemini/deprecated-generative-ai-dart/issues/219',
    },
    { when: { code: 'CONSUMER_INVALID' }, cause: 'permission-denied', source: 'https://github.com/google-gemini/gemini-cli/issues/4065' },
    { when: { code: 'VALIDATION_REQUIRED' }, ...verifyAccount },
    { when: { message: 'verify your account' }, ...verifyAccount },
    {
      when: { message: 'callers without established identity' },
      cause: 'credentials-missing',
      source: 'https://github.com/PublicAffairs/openai-gemini/issues/92',
    },
    {
      when: { message: 'user location is not supported' },
      cause: 'access-blocked',
      note: 'The country of the address counts, not that of the account.',
      source: 'https://github.com/google-gemini/gemini-cli/issues/24641',
    },
    {
      when: { message: 'invalid authentication credentials' },
      cause: 'credentials-invalid',
      note: 'Also when an API key is sent as a Bearer token: it belongs in x-goog-api-key.',
      source: 'https://github.com/musistudio/claude-code-router/issues/1011',
    },
    {
      when: { message: 'exceeds the maximum number of tokens allowed' },
      cause: 'context-too-long',
      source: 'https://github.com/google-gemini/gemini-cli/issues/6678',
    },
    { when: { message: 'is not found for api version' }, cause: 'not-found', source: 'https://github.com/openclaw/openclaw/issues/14036' },
    { when: { message: 'model is overloaded' }, ...noCapacity, source: 'https://github.com/continuedev/continue/issues/10639' },
    { when: { message: 'experiencing high demand' }, ...noCapacity, source: 'https://github.com/continuedev/continue/issues/10639' },

    {
      when: { message: 'you exceeded your current quota' },
      cause: 'quota-exhausted',
      note: 'Google sends this for a quota per minute, per day and for missing billing; the quota id in the details tells which, where it is there.',
      source:
        'https://discuss.ai.google.dev/t/tier-1-postpay-account-getting-100-429-resource-exhausted-with-no-error-details-for-24h/141671',
      alternatives: ['rate-limited', 'credits-exhausted', 'plan-required'],
      waiting: 'helps',
    },
    { when: { status: 402 }, ...prepaid },
    {
      when: { code: 'RESOURCE_EXHAUSTED' },
      cause: 'rate-limited',
      source: 'https://www.developersdigest.tech/errors/api/gemini-api/429-resource-exhausted',
      alternatives: ['quota-exhausted'],
    },
    {
      when: { message: 'resource has been exhausted (e.g. check quota)' },
      cause: 'rate-limited',
      source: 'https://github.com/google-gemini/gemini-cli/issues/1609',
      alternatives: ['quota-exhausted'],
    },
    { when: { code: 'UNAUTHENTICATED' }, cause: 'credentials-invalid', source: ERRORS, alternatives: ['credentials-missing'] },
    { when: { code: 'PERMISSION_DENIED' }, cause: 'permission-denied', source: ERRORS },
    { when: { code: 'NOT_FOUND' }, cause: 'not-found', source: ERRORS },
    { when: { code: 'UNAVAILABLE' }, cause: 'overloaded', source: ERRORS },
    { when: { code: ['INTERNAL', 'DEADLINE_EXCEEDED'] }, cause: 'upstream-failure', source: ERRORS },
    { when: { code: 'INVALID_ARGUMENT' }, cause: 'invalid-request', source: ERRORS },
  ],
};

export default provider;
