import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/api-errors';
const REASONS = 'https://cloud.google.com/php/docs/reference/common-protos/latest/Api.ErrorReason';
const SHARED = 'https://cloud.google.com/vertex-ai/generative-ai/docs/provisioned-throughput/error-code-429';

const REGIONS = [
  'africa-south1',
  'asia-east1',
  'asia-east2',
  'asia-northeast1',
  'asia-northeast2',
  'asia-northeast3',
  'asia-south1',
  'asia-southeast1',
  'asia-southeast2',
  'australia-southeast1',
  'australia-southeast2',
  'europe-central2',
  'europe-north1',
  'europe-southwest1',
  'europe-west1',
  'europe-west2',
  'europe-west3',
  'europe-west4',
  'europe-west6',
  'europe-west8',
  'europe-west9',
  'europe-west12',
  'me-central1',
  'me-central2',
  'me-west1',
  'northamerica-northeast1',
  'northamerica-northeast2',
  'southamerica-east1',
  'southamerica-west1',
  'us-central1',
  'us-east1',
  'us-east4',
  'us-east5',
  'us-south1',
  'us-west1',
  'us-west2',
  'us-west3',
  'us-west4',
];

const noBilling: Omit<ErrorRule, 'when'> = {
  cause: 'payment-method-required',
  note: 'The project has no active billing account: link one in the console, and wait some minutes.',
  source: REASONS,
};

const apiNotEnabled: Omit<ErrorRule, 'when'> = {
  cause: 'permission-denied',
  note: 'The Vertex AI API is not enabled in this project: enable it, and wait some minutes.',
  source: REASONS,
};

const sharedCapacity: Omit<ErrorRule, 'when'> = {
  cause: 'overloaded',
  note: 'The shared pool of pay-as-you-go capacity is short: no quota of the project is used up. The global endpoint has more.',
  source: SHARED,
  alternatives: ['rate-limited'],
};

const perMinute: Omit<ErrorRule, 'when'> = {
  cause: 'rate-limited',
  note: 'A quota of the project for this model and region, mostly per minute. A new model often starts at 0: then only a larger quota helps.',
  source: 'https://github.com/cline/cline/issues/651',
};

const provider: Provider = {
  title: 'Google Vertex AI',
  kind: 'vendor',
  hosts: ['aiplatform.googleapis.com', ...REGIONS.map((region) => `${region}-aiplatform.googleapis.com`)],
  keys: [],
  keyEnvironment: ['GOOGLE_APPLICATION_CREDENTIALS'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  scopeHeaders: ['x-goog-user-project'],
  ownHeaders: [],
  ownWords: [
    'vertexaiexception',
    'vertex_ai_beta',
    'aiplatform.googleapis.com',
    'cloud.google.com/vertex-ai',
    "permission 'aiplatform.",
    'publishers/google/models/',
    'publishers/anthropic/models/',
    'publisher model `',
    '[vertexai.',
    'vertex ai api has not been used',
    'exceeded the provisioned throughput',
    'dynamic shared quota',
    'billing account for the owning project',
  ],
  names: ['vertex ai', 'vertexai', 'vertex_ai', 'google vertex', 'google-vertex'],
  links: {
    billing: 'https://console.cloud.google.com/billing',
    usage: 'https://console.cloud.google.com/vertex-ai',
    keys: 'https://console.cloud.google.com/apis/credentials',
    limits: 'https://console.cloud.google.com/iam-admin/quotas',
    errors: ERRORS,
    support: 'https://cloud.google.com/support',
    logs: 'https://console.cloud.google.com/logs/query',
  },
  statusPage: {
    page: 'https://status.cloud.google.com',
    api: { kind: 'google', url: 'https://status.cloud.google.com/incidents.json' },
    components: ['Vertex'],
  },
  rules: [
    { when: { code: 'BILLING_DISABLED' }, ...noBilling },
    { when: { message: 'requires billing to be enabled' }, ...noBilling },
    {
      when: { message: 'billing account for the owning project is disabled' },
      ...noBilling,
      source: 'https://github.com/googleapis/python-storage/issues/1456',
      alternatives: ['account-past-due', 'subscription-inactive'],
    },
    {
      when: { message: /\bquota\s+exceeded\s+for\s+(?:quota\s+metric\s+)?[^\n]{0,160}?\bper[\s_]day\b/i },
      cause: 'quota-exhausted',
      note: 'A quota per day, which resets at midnight Pacific time.',
      source: ERRORS,
      waiting: 'helps',
    },
    {
      when: { message: 'exceeded the provisioned throughput' },
      cause: 'rate-limited',
      note: 'The purchased throughput is used up; without the header that demands it, the rest is served and billed as pay-as-you-go.',
      source: SHARED,
    },
    {
      when: { message: 'the following quota metrics exceed quota limits' },
      cause: 'quota-exhausted',
      waiting: 'futile',
      note: 'A quota of resources (machines, accelerators) of the project, not money: ask for more, or free some.',
      source: 'https://github.com/google-deepmind/xmanager/issues/29',
    },
    { when: { message: /\bquota\s+exceeded\s+for\s+(?:quota\s+metric\s+)?'?aiplatform\.googleapis\.com\//i }, ...perMinute },
    {
      when: { message: 'temporarily out of capacity' },
      ...sharedCapacity,
      source: 'https://github.com/googleapis/google-cloud-java/issues/11195',
      alternatives: [],
    },
    { when: { message: /\bresource\s+(?:has\s+been\s+)?exhausted\b[\s\S]{0,40}\bplease\s+try\s+again\s+later\b/i }, ...sharedCapacity },
    { when: { code: 'RATE_LIMIT_EXCEEDED' }, cause: 'rate-limited', source: REASONS },
    { when: { code: 'SERVICE_DISABLED' }, ...apiNotEnabled },
    { when: { message: 'has not been used in project' }, ...apiNotEnabled },
    {
      when: { message: /\bis\s+not\s+allowed\s+to\s+use\s+publisher\s+model\b/i },
      cause: 'permission-denied',
      note: 'The model has to be enabled for the project in the Model Garden first, by somebody who may accept its terms.',
      source: 'https://github.com/BerriAI/litellm/issues/3549',
    },
    {
      when: { message: /\bpublisher\s+model\b[\s\S]{1,300}?\b(?:was|is)\s+not\s+found\b/i },
      cause: 'not-found',
      note: 'The model is not served in this region or under this publisher, is retired, or is not enabled in the Model Garden.',
      source: 'https://github.com/pydantic/pydantic-ai/issues/5002',
      alternatives: ['permission-denied'],
    },
    {
      when: { code: 'IAM_PERMISSION_DENIED' },
      cause: 'permission-denied',
      note: "The identity lacks the role: 'Vertex AI User' (roles/aiplatform.user) holds what calls of models need.",
      source: ERRORS,
    },
    {
      when: { message: /\bpermission\s+'aiplatform\.[^'\n]{1,80}'\s+denied\b/i },
      cause: 'permission-denied',
      note: "The identity lacks the role: 'Vertex AI User' (roles/aiplatform.user) holds what calls of models need.",
      source: ERRORS,
    },
    {
      when: { code: ['CONSUMER_SUSPENDED', 'GCP_SUSPENDED'] },
      cause: 'account-disabled',
      source: REASONS,
      alternatives: ['account-past-due'],
    },
    {
      when: { code: 'CONSUMER_INVALID' },
      cause: 'key-scope-mismatch',
      note: 'The project of this call does not exist or is deleted: compare the project id.',
      source: REASONS,
      alternatives: ['permission-denied'],
    },
    {
      when: { code: ['ACCESS_TOKEN_TYPE_UNSUPPORTED', 'ACCESS_TOKEN_EXPIRED'] },
      cause: 'credentials-invalid',
      note: 'Vertex AI wants an OAuth token of a service account or a user, which lives for an hour; an API key works in express mode only.',
      source: REASONS,
    },
    { when: { code: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }, cause: 'permission-denied', source: REASONS },
    { when: { code: 'API_KEY_INVALID' }, cause: 'credentials-invalid', source: REASONS },
    {
      when: { message: 'api keys are not supported by this api' },
      cause: 'credentials-invalid',
      note: 'Vertex AI wants an OAuth token; an API key works in express mode only.',
      source: REASONS,
      alternatives: ['credentials-missing'],
    },
    { when: { code: 'CREDENTIALS_MISSING' }, cause: 'credentials-missing', source: REASONS },
    { when: { code: 'RESOURCE_EXHAUSTED' }, cause: 'rate-limited', source: ERRORS, alternatives: ['overloaded', 'quota-exhausted'] },
  ],
};

export default provider;
