import type { Provider } from '../model/provider.ts';

const API = 'https://cloud.ibm.com/apidocs/watsonx-ai';
const RATE = 'https://ibm.github.io/watsonx-ai-python-sdk/rate_limit.html';

export default {
  title: 'IBM watsonx',
  kind: 'vendor',
  hosts: ['.ml.cloud.ibm.com'],
  keys: [],
  keyEnvironment: ['WATSONX_APIKEY', 'WATSONX_API_KEY', 'WATSONX_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-global-transaction-id'],
  ownHeaders: [],
  ownWords: [
    'ml.cloud.ibm.com',
    'apidocs/watsonx-ai',
    'watsonxexception',
    'ibm_watsonx_ai',
    'ibm-watsonx-ai',
    'token_quota_reached',
    'no_associated_service_instance_error',
    'is not associated with a wml instance',
  ],
  names: ['watsonx', 'watsonx.ai', 'ibm watsonx'],
  links: {
    billing: 'https://cloud.ibm.com/billing',
    usage: 'https://cloud.ibm.com/billing/usage',
    keys: 'https://cloud.ibm.com/iam/apikeys',
    errors: API,
    support: 'https://cloud.ibm.com/unifiedsupport/supportcenter',
  },
  supportAsks: ['the trace of the error', 'the id of the project or space'],
  statusPage: { page: 'https://cloud.ibm.com/status' },
  rules: [
    {
      when: { code: 'token_quota_reached' },
      cause: 'quota-exhausted',
      note: "The plan's tokens for this month are used up, though it arrives as a 403: they come back at the start of the month, or a larger plan goes on.",
      source: API,
      waiting: 'helps',
    },
    {
      when: { code: 'consumption_limit_reached' },
      cause: 'rate-limited',
      note: 'Too many requests side by side or per second for this instance.',
      source: RATE,
      alternatives: ['quota-exhausted'],
    },
    {
      when: { code: 'no_associated_service_instance_error' },
      cause: 'permission-denied',
      note: 'The project has no watsonx.ai Runtime: associate an instance with it, in the region that is called.',
      source: API,
      alternatives: ['key-scope-mismatch'],
    },
    {
      when: { message: /\bfailed\s+to\s+find\s+the\b[\s\S]{1,80}?\bmember\s+in\s+project\b/i },
      cause: 'permission-denied',
      note: 'The owner of the API key is no member of the project.',
      source: 'https://github.com/watson-developer-cloud/assistant-toolkit/issues/209',
    },
    {
      when: { code: 'authentication_no_token' },
      cause: 'credentials-missing',
      note: 'watsonx wants an IAM token as Bearer, which is traded for the API key.',
      source: 'https://github.com/langchain-ai/langchain-ibm/issues/35',
    },
    {
      when: { code: 'authentication_token_expired' },
      cause: 'credentials-invalid',
      note: 'The IAM token lives for an hour: trade the API key for a new one.',
      source: 'https://github.com/BerriAI/litellm/issues/9219',
    },
    {
      when: { code: 'model_not_supported' },
      cause: 'not-found',
      note: 'The region or the plan does not have this model.',
      source: API,
      alternatives: ['plan-required'],
    },
  ],
} satisfies Provider;
