import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://learn.microsoft.com/azure/foundry/openai/how-to/troubleshoot-errors';

const tokensOrCalls: Omit<ErrorRule, 'when'> = {
  cause: 'rate-limited',
  note: "The deployment's tokens or calls per minute. A wait of 86,400 seconds means that this request alone exceeds them, or a free trial's limit; the pricing tier is no matter of payment.",
  source: 'https://github.com/langchain-ai/langchain/issues/12986',
};

const contentFilter: Omit<ErrorRule, 'when'> = { cause: 'content-refused', source: 'https://github.com/vibrantlabsai/ragas/issues/649' };

const network: Omit<ErrorRule, 'when'> = {
  cause: 'access-blocked',
  note: "The resource's own network rules: the key is not looked at. Its owner admits the address or a private endpoint.",
  source: 'https://github.com/Azure-Samples/azure-sql-db-chatbot/issues/3',
};

const overloaded: Omit<ErrorRule, 'when'> = {
  cause: 'overloaded',
  note: "Microsoft's shared capacity is short: the quota of the deployment is not used up.",
  source: 'https://github.com/pollinations/pollinations/issues/6260',
};

const disabledSubscription: Omit<ErrorRule, 'when'> = {
  cause: 'account-past-due',
  note: 'The Azure subscription is disabled: an unpaid invoice, used-up trial credit, an expired trial or a reached spending limit.',
  source: 'https://github.com/microsoft/vscode-azureappservice/issues/1646',
  alternatives: ['subscription-inactive', 'spend-limit-reached', 'account-disabled'],
};

const deploymentQuota: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'The quota of tokens per minute that deployments share, not money: shrink another deployment, or ask for more; waiting does not help.',
  source: 'https://github.com/microsoft/sample-app-aoai-chatGPT/issues/137',
  waiting: 'futile',
};

const noRole: Omit<ErrorRule, 'when'> = {
  cause: 'permission-denied',
  note: 'The identity signs in but lacks a role on this resource; a new role takes some minutes to count.',
  source: 'https://github.com/microsoft/ai-agent-evals/issues/43',
};

const provider: Provider = {
  title: 'Azure OpenAI',
  kind: 'vendor',
  hosts: ['.openai.azure.com', '.services.ai.azure.com', '.cognitiveservices.azure.com'],
  keys: [
    { pattern: '[a-f0-9]{32}', means: 'key of the resource, of the older kind', sample: '0123456789abcdef0123456789abcdef' },
    { pattern: '[A-Za-z0-9]{84}', means: 'key of the resource', sample: 'EXAMPLEexample'.repeat(6) },
  ],
  keyEnvironment: ['AZURE_OPENAI_API_KEY', 'AZURE_API_KEY'],
  keyHeader: 'api-key',
  requestIdHeaders: ['apim-request-id', 'x-request-id', 'x-ms-client-request-id'],
  ownHeaders: ['apim-request-id', 'azureml-model-session', 'x-ms-deployment-name', 'x-ms-rai-invoked', 'x-ms-served-model'],
  ownWords: [
    'openai.azure.com',
    'services.ai.azure.com',
    'cognitiveservices.azure.com',
    'azure openai',
    'aka.ms/oai/',
    'aka.ms/aoai',
    'aka.ms/foundrypermissions',
    'aka.ms/cogsvc-vnet',
    'aka.ms/429trialupgrade',
    'go.microsoft.com/fwlink/?linkid=2198766',
    'go.microsoft.com/fwlink/?linkid=2197993',
    'microsoft.cognitiveservices/',
    'responsibleaipolicyviolation',
    'deploymentnotfound',
    'api deployment for this resource does not exist',
    'invalid subscription key or wrong api endpoint',
    'consider switching to provisioned throughput',
  ],
  names: ['azure openai', 'azureopenai'],
  links: {
    billing: 'https://portal.azure.com/#view/Microsoft_Azure_CostManagement',
    usage: 'https://portal.azure.com/#view/Microsoft_Azure_CostManagement',
    keys: 'https://portal.azure.com',
    limits: 'https://learn.microsoft.com/azure/ai-services/openai/quotas-limits',
    errors: ERRORS,
    support: 'https://azure.microsoft.com/support',
    logs: 'https://learn.microsoft.com/azure/ai-services/openai/how-to/monitor-openai',
  },
  statusPage: { page: 'https://azure.status.microsoft/en-us/status' },
  rules: [
    { when: { code: 'ReadOnlyDisabledSubscription' }, ...disabledSubscription },
    {
      when: { message: /\bsubscription\b.{0,80}?\bis\s+disabled\s+and\s+therefore\s+marked\s+as\s+read\s+only\b/i },
      ...disabledSubscription,
    },
    {
      when: { message: 'out of call volume quota' },
      cause: 'quota-exhausted',
      note: 'The allowance of the free F0 tier: it renews at the time that the message names, or a paid tier lifts it.',
      source: 'https://github.com/Azure/azure-sdk-for-python/issues/25619',
      waiting: 'helps',
    },
    {
      when: { message: 'exceeded its free quota' },
      cause: 'quota-exhausted',
      note: 'The free tier of a sibling service (Translator): it comes back next month.',
      source: 'https://learn.microsoft.com/answers/questions/948329/azure-cloud-translator-free-tier-terms.html',
      waiting: 'helps',
    },
    { when: { code: 'InsufficientQuota' }, ...deploymentQuota },
    { when: { message: /\bis\s+bigger\s+than\s+(?:the\s+current\s+)?available\s+capacity\b/i }, ...deploymentQuota },
    {
      when: { code: 'SpecialFeatureOrQuotaIdRequired' },
      cause: 'plan-required',
      note: 'This kind of subscription is not admitted to the service or the model; it has to be applied for.',
      source: 'https://github.com/Azure-Samples/azure-search-openai-demo/issues/1104',
      alternatives: ['permission-denied'],
    },

    {
      when: { message: 'resource has been temporarily blocked' },
      cause: 'account-disabled',
      note: 'Abuse detection blocked the whole resource: another prompt does not help until Microsoft lifts it.',
      source: 'https://github.com/pollinations/pollinations/issues/9319',
    },
    { when: { code: ['content_filter', 'ResponsibleAIPolicyViolation'] }, ...contentFilter },
    { when: { message: "azure openai's content management policy" }, ...contentFilter },
    {
      when: { message: 'invalid subscription key or wrong api endpoint' },
      cause: 'key-scope-mismatch',
      note: 'One answer for a wrong key and for the key of another resource or region: compare the endpoint with the one beside the key.',
      source: 'https://github.com/SciSharp/BotSharp/issues/386',
      alternatives: ['credentials-invalid'],
    },
    {
      when: { message: 'access denied due to missing subscription key' },
      cause: 'credentials-missing',
      note: 'The key belongs in api-key, or in Ocp-Apim-Subscription-Key where API Management stands in front.',
      source: 'https://github.com/openai/openai-python/issues/1527',
    },
    {
      when: { message: 'access token is missing, invalid, audience is incorrect' },
      cause: 'credentials-invalid',
      note: 'Azure took the credential for an Entra token: an API key has to go into api-key, a token needs the scope of Cognitive Services.',
      source: 'https://github.com/Azure-Samples/azure-search-openai-demo/issues/458',
      alternatives: ['credentials-missing', 'key-scope-mismatch'],
    },
    { when: { message: 'virtual network/firewall rules' }, ...network },
    {
      when: { message: 'a virtual network is configured for this resource' },
      ...network,
      source: 'https://github.com/continuedev/continue/issues/12547',
    },
    { when: { message: 'lacks the required data action' }, ...noRole },
    {
      when: { message: 'principal does not have access to api/operation' },
      ...noRole,
      source: 'https://github.com/microsoft/semantic-kernel/issues/10020',
    },
    { when: { code: 'PermissionDenied' }, ...noRole },

    {
      when: { code: 'DeploymentNotFound' },
      cause: 'not-found',
      note: 'The name of the deployment, not of the model, belongs in the request; a new one takes some minutes to appear.',
      source: 'https://github.com/chatboxai/chatbox/issues/861',
    },
    {
      when: { message: 'api deployment for this resource does not exist' },
      cause: 'not-found',
      note: 'The name of the deployment, not of the model, belongs in the request; a new one takes some minutes to appear.',
      source: 'https://github.com/chatboxai/chatbox/issues/861',
    },
    { when: { code: 'ServiceModelDeprecated' }, cause: 'not-found', source: 'https://github.com/Azure-Samples/aks-store-demo/issues/203' },
    { when: { code: 'DeploymentModelNotSupported' }, cause: 'not-found', source: 'https://github.com/akshata29/entaoai/issues/30' },
    {
      when: { message: 'operation does not work with the specified model' },
      cause: 'invalid-request',
      source: 'https://github.com/FlowiseAI/Flowise/issues/1507',
    },
    { when: { code: 'context_length_exceeded' }, cause: 'context-too-long', source: ERRORS },
    { when: { message: "model's maximum context length is" }, cause: 'context-too-long', source: ERRORS },

    { when: { message: 'currently experiencing high demand' }, ...overloaded },
    {
      when: { message: 'temporarily unable to process your request' },
      ...overloaded,
      source: 'https://www.developersdigest.tech/errors/api/azure-openai/429-system-capacity-throttling',
    },
    { when: { message: /\bexceeded\s+(?:the\s+)?(?:token|call)\s+rate\s+limit\b/i }, ...tokensOrCalls },
    {
      when: { status: 404, message: 'resource not found' },
      cause: 'not-found',
      note: 'Mostly the path or the api-version is wrong: the address ends in /openai/deployments/<name>/… or /openai/v1/…',
      source: 'https://www.developersdigest.tech/errors/api/azure-openai/404-not-found',
    },
    {
      when: { status: 429 },
      ...tokensOrCalls,
      source: 'https://www.developersdigest.tech/errors/api/azure-openai/429-rate-limit-exceeded',
    },
  ],
};

export default provider;
