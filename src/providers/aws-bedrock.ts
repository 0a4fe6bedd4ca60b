import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html';
const MODEL_ACCESS = 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html';

const REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'us-gov-east-1',
  'us-gov-west-1',
  'ca-central-1',
  'sa-east-1',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'me-central-1',
];
const ENDPOINTS = ['bedrock', 'bedrock-runtime', 'bedrock-agent', 'bedrock-agent-runtime'];

const marketplace: Omit<ErrorRule, 'when'> = {
  cause: 'permission-denied',
  note: 'Models of third parties are AWS Marketplace offers: somebody with aws-marketplace:Subscribe has to invoke the model once in this account.',
  source: 'https://github.com/aws-samples/anthropic-on-aws/pull/252',
};

const noModelAccess: Omit<ErrorRule, 'when'> = {
  cause: 'permission-denied',
  note: 'The model is not enabled for this account and region: request access in the console.',
  source: MODEL_ACCESS,
};

const perDay: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: "The account's tokens per day for this model; new accounts start with very few. An increase is asked for in Service Quotas.",
  source: 'https://github.com/minorun365/agent-book/issues/29',
  waiting: 'helps',
};

const badCredentials: Omit<ErrorRule, 'when'> = { cause: 'credentials-invalid', source: ERRORS };

const profileNeeded: Omit<ErrorRule, 'when'> = {
  cause: 'invalid-request',
  note: 'This model is called through an inference profile: put the id of the profile ("us." or "eu." before the model id) in its place.',
  source: 'https://github.com/anthropics/claude-code/issues/1466',
};

const provider: Provider = {
  title: 'Amazon Bedrock',
  kind: 'vendor',
  hosts: REGIONS.flatMap((region) => ENDPOINTS.map((endpoint) => `${endpoint}.${region}.amazonaws.com`)),
  keys: [
    { pattern: 'ABSK[A-Za-z0-9+/]{109,269}={0,2}', means: 'long-lived Bedrock API key', sample: `ABSK${'EXAMPLEexample00'.repeat(8)}` },
    {
      pattern: 'bedrock-api-key-[A-Za-z0-9+/=]{20,4000}',
      means: 'short-lived Bedrock API key',
      sample: `bedrock-api-key-${'EXAMPLEexample00'.repeat(3)}`,
    },
  ],
  keyEnvironment: ['AWS_BEARER_TOKEN_BEDROCK', 'AWS_ACCESS_KEY_ID'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-amzn-requestid'],
  ownHeaders: ['x-amzn-bedrock-*'],
  ownWords: [
    'bedrock-runtime',
    'bedrock-agent',
    'bedrock:invokemodel',
    'bedrockruntime',
    'bedrockruntimeclient',
    'bedrock:invokemodelwithresponsestream',
    'bedrockexception',
    'arn:aws:bedrock',
    'security token included',
    'amazon bedrock',
    'operation error bedrock',
    'listfoundationmodels',
    'aws bedrock',
    'invokemodel operation',
    'invokemodelwithresponsestream',
    'the converse operation',
    'conversestream operation',
    'when calling the converse',
    'when calling the invokemodel',
    'too many tokens, please wait before',
    'too many tokens per day, please wait',
    'access to the model with the specified model id',
    'with on-demand throughput isn',
    'aws-marketplace:subscribe',
    'invalid_payment_instrument',
    'ftuformnotfilled',
    'model use case details have not been submitted',
  ],
  names: ['bedrock', 'aws-bedrock', 'aws_bedrock', 'amazon-bedrock'],
  links: {
    billing: 'https://console.aws.amazon.com/billing/home#/paymentpreferences',
    usage: 'https://console.aws.amazon.com/costmanagement/home',
    keys: 'https://console.aws.amazon.com/bedrock/home#/api-keys',
    limits: 'https://console.aws.amazon.com/servicequotas/home/services/bedrock/quotas',
    errors: ERRORS,
    support: 'https://console.aws.amazon.com/support/home',
    logs: 'https://console.aws.amazon.com/cloudtrail/home',
  },
  supportAsks: ['the region', 'the model id or inference profile'],
  prevention: [
    {
      says: 'Set a budget with an alert, and ask for a higher quota before the load grows: increases take days.',
      url: 'https://console.aws.amazon.com/costmanagement/home#/budgets',
      source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html',
    },
  ],
  statusPage: {
    page: 'https://health.aws.amazon.com/health/status',
    api: { kind: 'aws', url: 'https://health.aws.amazon.com/public/currentevents' },
    components: ['Bedrock'],
  },
  knownGood: {
    method: 'GET',
    url: 'https://bedrock.us-east-1.amazonaws.com/foundation-models',
    says: 'Lists the models of the region, for an identity that may do bedrock:ListFoundationModels.',
    source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModels.html',
  },
  rules: [
    {
      when: { message: 'INVALID_PAYMENT_INSTRUMENT' },
      cause: 'payment-method-required',
      note: 'It arrives as AccessDeniedException and is no matter of IAM: AWS Marketplace could not charge the account for this model.',
      source: 'https://github.com/Tracer-Cloud/opensre/pull/1812',
    },
    { when: { message: 'aws-marketplace:' }, ...marketplace },
    {
      when: { code: 'MPAgreementBeingCreated' },
      cause: 'permission-denied',
      note: 'The Marketplace agreement for this model is being made: the same call works after some minutes.',
      source: ERRORS,
      waiting: 'helps',
    },
    {
      when: { code: 'FTUFormNotFilled' },
      ...noModelAccess,
      note: "Anthropic's form about the use case has to be sent once for this account.",
      source: ERRORS,
    },
    {
      when: { message: 'model use case details have not been submitted' },
      ...noModelAccess,
      note: "Anthropic's form about the use case has to be sent once for this account.",
      source: ERRORS,
    },
    { when: { message: 'access to the model with the specified model ID' }, ...noModelAccess },
    { when: { message: /\btoo\s+many\s+tokens\s+per\s+day\b/i }, ...perDay },
    {
      when: { code: 'ModelNotReadyException' },
      cause: 'overloaded',
      note: 'The model is still being made ready; the SDK tries again by itself up to five times.',
      source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html',
    },
    {
      when: { message: /\btoo\s+many\s+(?:tokens|requests|connections)\b/i },
      cause: 'rate-limited',
      note: "The account's tokens or requests per minute for this model and region. max_tokens counts in full when a call starts.",
      source: 'https://github.com/anthropics/claude-code/issues/1466',
    },
    { when: { message: 'input is too long for requested model' }, cause: 'context-too-long', source: ERRORS },
    { when: { message: /\bwith\s+on-demand\s+throughput\s+isn.t\s+supported\b/i }, ...profileNeeded },
    {
      when: { code: 'ThrottlingException', message: /\bsystem\b[\s\S]{0,60}?\bhigh\s+demand\b|\bunable\s+to\s+process\b/i },
      cause: 'overloaded',
      source: ERRORS,
    },
    { when: { code: 'ThrottlingException' }, cause: 'rate-limited', source: ERRORS },
    {
      when: { code: 'ServiceQuotaExceededException' },
      cause: 'quota-exhausted',
      note: 'A service quota of the account, not money.',
      source: ERRORS,
      alternatives: ['rate-limited'],
    },
    {
      when: {
        code: ['UnrecognizedClientException', 'InvalidClientTokenId', 'InvalidSignatureException', 'IncompleteSignature', 'RequestExpired'],
      },
      ...badCredentials,
    },
    {
      when: { code: ['ExpiredTokenException', 'ExpiredToken'] },
      ...badCredentials,
      note: 'Temporary credentials have ended: sign in again, or refresh the role.',
    },
    { when: { message: 'security token included in the request is' }, ...badCredentials },
    {
      when: { message: 'bearer token has expired' },
      ...badCredentials,
      note: 'A short-lived Bedrock API key ends after 12 hours at the latest.',
      source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
    },
    {
      when: { message: /\bis\s+not\s+authorized\s+to\s+perform:\s+bedrock:/i },
      cause: 'permission-denied',
      note: 'The identity lacks the action, or a policy of the organisation denies it; a cross-region profile needs it in every region of the profile.',
      source: 'https://github.com/aws-samples/sample-badgers/issues/33',
    },
    {
      when: { code: ['AccessDeniedException', 'NotAuthorized'] },
      cause: 'permission-denied',
      source: ERRORS,
      alternatives: ['payment-method-required'],
    },
    {
      when: { code: ['ServiceUnavailableException', 'ServiceUnavailable'] },
      cause: 'overloaded',
      source: ERRORS,
      alternatives: ['service-unavailable'],
    },
    {
      when: { code: 'ModelErrorException' },
      cause: 'upstream-failure',
      source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html',
    },
    {
      when: { code: 'ModelTimeoutException' },
      cause: 'upstream-failure',
      source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html',
    },
  ],
};

export default provider;
