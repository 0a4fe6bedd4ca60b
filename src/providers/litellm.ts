import type { Provider } from '../model/provider.ts';

const USERS = 'https://docs.litellm.ai/docs/proxy/users';
const EXCEPTIONS = 'https://docs.litellm.ai/docs/exception_mapping';
const ROUTES = 'https://docs.litellm.ai/docs/proxy/public_routes';

/**
 * What LiteLLM's proxy says for itself. An error that it passes on keeps its upstream's words behind LiteLLM's class
 * ("litellm.RateLimitError: …"), which alone does not tell a throttle from an empty account: such classes have no rule here.
 */
export default {
  title: 'LiteLLM',
  kind: 'gateway',
  hosts: [],
  keys: [
    {
      pattern: 'sk-(?=[\\w-]*\\d)(?=[\\w-]*[a-z])(?=[\\w-]*[A-Z])[A-Za-z0-9_-]{22}',
      means: 'LiteLLM virtual key',
      sample: `sk-${'Example0'.repeat(2)}Fake00`,
    },
  ],
  keyEnvironment: ['LITELLM_API_KEY', 'LITELLM_PROXY_API_KEY', 'LITELLM_MASTER_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-litellm-call-id'],
  ownHeaders: ['x-litellm-*', 'llm_provider-*'],
  ownWords: [
    'litellm.apiconnectionerror',
    'litellm.apierror',
    'litellm.authenticationerror',
    'litellm.badgatewayerror',
    'litellm.badrequesterror',
    'litellm.budgetexceedederror',
    'litellm.contentpolicyviolationerror',
    'litellm.contextwindowexceedederror',
    'litellm.internalservererror',
    'litellm.notfounderror',
    'litellm.permissiondeniederror',
    'litellm.ratelimiterror',
    'litellm.serviceunavailableerror',
    'litellm.timeout',
    'litellm.unprocessableentityerror',
    'litellm.exceptions.',
    'litellm.proxy.',
    'litellm_proxyexception',
    'litellm virtual key',
    'litellm rate limit handler',
    'litellm_verificationtokentable',
    'docs.litellm.ai',
    'received model group=',
    'available model group fallbacks=',
    'invalid proxy server token passed',
    'no deployments available for selected model',
    'no deployments available - crossed budget',
    'budget has been exceeded! current cost',
    'exceededbudget:',
    '/key/unblock',
    'key not allowed to access model. this key can only access',
    'team not allowed to access model. this team can only access',
    'call `/v1/models` to view available models for your key',
  ],
  names: ['litellm'],
  links: {
    keys: 'https://docs.litellm.ai/docs/proxy/virtual_keys',
    limits: USERS,
    errors: 'https://docs.litellm.ai/docs/proxy/error_reference',
  },
  rules: [
    {
      when: { message: 'no deployments available - crossed budget' },
      cause: 'spend-limit-reached',
      note: "The budget that the proxy's operator set for the provider, the deployment or the tag is spent; other models may have some left.",
      source: 'https://docs.litellm.ai/docs/proxy/provider_budget_routing',
    },
    {
      when: { type: 'budget_exceeded' },
      cause: 'spend-limit-reached',
      note: 'A budget in the proxy, of the key, user, team, customer, tag or session: /key/info with the same key shows spend, max_budget and budget_reset_at.',
      source: USERS,
    },
    {
      when: { message: 'budget has been exceeded' },
      cause: 'spend-limit-reached',
      note: 'A budget in the proxy, not at the vendor; 400 or 401 in older releases, 429 in newer ones. Ask who runs the proxy.',
      source: 'https://github.com/BerriAI/litellm/issues/14144',
    },
    { when: { message: 'ExceededBudget:' }, cause: 'spend-limit-reached', source: USERS },
    { when: { message: 'over budget. Spend=' }, cause: 'spend-limit-reached', source: USERS },
    { when: { message: 'exceeded budget for model=' }, cause: 'spend-limit-reached', source: USERS },
    {
      when: { message: 'session budget exceeded' },
      cause: 'spend-limit-reached',
      source: 'https://docs.litellm.ai/docs/a2a_iteration_budgets',
    },
    {
      when: { message: 'max budget limit reached' },
      cause: 'spend-limit-reached',
      source: 'https://huggingface.co/spaces/Shyamnath/inferencing-llm/blob/main/litellm/proxy/hooks/max_budget_limiter.py',
    },
    {
      when: { message: 'proxy budget exceeded' },
      cause: 'spend-limit-reached',
      source: 'https://www.mintlify.com/BerriAI/litellm/proxy/budget-alerts',
    },

    {
      when: { message: 'No deployments available for selected model' },
      cause: 'overloaded',
      alternatives: ['rate-limited', 'upstream-failure'],
      note: 'Every deployment of the model is over its limit in the proxy, or in cooldown after errors: the first error in the log of the proxy is the cause.',
      source: 'https://github.com/BerriAI/litellm/issues/20867',
    },
    {
      when: { message: /crossed TPM\b/i },
      cause: 'rate-limited',
      note: 'A limit that the proxy holds for the key, user, team or model: the message gives the current figures and the limits.',
      source: 'https://docs.litellm.ai/docs/proxy/docker_quick_start',
    },
    {
      when: { message: /rate limit exceeded for (?:api_key|key|user|team|team_member|end_user|model)\b/i },
      cause: 'rate-limited',
      note: 'A limit that the proxy holds, not the vendor.',
      source: 'https://github.com/BerriAI/litellm/pull/14736',
    },
    {
      when: { message: 'max parallel request limit reached' },
      cause: 'rate-limited',
      source: 'https://github.com/BerriAI/litellm/pull/7210',
    },
    { when: { message: 'model rate limit exceeded' }, cause: 'rate-limited', source: 'https://docs.litellm.ai/docs/proxy/load_balancing' },

    {
      when: { message: 'virtual key expected. Received=' },
      cause: 'credentials-invalid',
      alternatives: ['key-scope-mismatch', 'credentials-missing'],
      note: "The proxy takes its own virtual keys, which start with sk-; a vendor's key or a placeholder was sent.",
      source: 'https://github.com/cline/cline/issues/1766',
    },
    {
      when: { type: 'token_not_found_in_db' },
      cause: 'credentials-invalid',
      note: 'The proxy does not know this key: it was deleted, or belongs to another proxy or to a vendor.',
      source: 'https://github.com/BerriAI/litellm/issues/24680',
    },
    {
      when: { message: 'invalid proxy server token passed' },
      cause: 'credentials-invalid',
      note: 'The proxy does not know this key: it was deleted, or belongs to another proxy or to a vendor.',
      source: 'https://github.com/aliasrobotics/cai/issues/281',
    },
    { when: { type: 'expired_key' }, cause: 'credentials-invalid', source: 'https://github.com/BerriAI/litellm/issues/18731' },
    {
      when: { message: 'Expired Key. Key Expiry time' },
      cause: 'credentials-invalid',
      source: 'https://github.com/BerriAI/litellm/issues/18731',
    },
    {
      when: { message: 'key is blocked. Update via' },
      cause: 'account-disabled',
      note: 'An administrator of the proxy has blocked the key.',
      source: 'https://github.com/BerriAI/litellm/issues/22756',
    },
    {
      when: { type: ['key_model_access_denied', 'team_model_access_denied'] },
      cause: 'permission-denied',
      note: 'The key or its team may use other models only; the message lists them.',
      source: 'https://github.com/BerriAI/litellm/issues/38629',
    },
    {
      when: { message: 'not allowed to access model' },
      cause: 'permission-denied',
      note: 'The key or its team may use other models only; the message lists them. 401 in older releases.',
      source: 'https://docs.litellm.ai/docs/tutorials/retool_assist',
    },
    { when: { message: 'IP address not allowed' }, cause: 'access-blocked', source: 'https://docs.litellm.ai/docs/proxy/ip_address' },
    { when: { message: 'not allowed to access this route' }, cause: 'permission-denied', source: ROUTES },
    {
      when: { message: 'invalid model name passed in' },
      cause: 'not-found',
      note: 'The proxy has no model of this name; its names are its own, and /v1/models lists those that the key may use.',
      source: 'https://github.com/BerriAI/litellm/issues/9663',
    },
    {
      when: { type: 'guardrail_violation' },
      cause: 'content-refused',
      source: 'https://docs.litellm.ai/docs/proxy/guardrails/panw_prisma_airs',
    },
    {
      when: { message: /violated .{1,60} guardrail policy/i },
      cause: 'content-refused',
      note: 'A guardrail of the proxy refused it, not the vendor.',
      source: 'https://docs.litellm.ai/docs/proxy/guardrails/pangea',
    },
    { when: { message: 'ContextWindowExceededError' }, cause: 'context-too-long', source: EXCEPTIONS },
    { when: { message: 'ContentPolicyViolationError' }, cause: 'content-refused', source: EXCEPTIONS },
    { when: { type: 'auth_error', code: '403' }, cause: 'permission-denied', source: ROUTES },
    {
      when: { type: 'auth_error' },
      cause: 'credentials-invalid',
      alternatives: ['credentials-missing'],
      source: 'https://github.com/BerriAI/litellm/blob/main/litellm/proxy/auth/auth_exception_handler.py',
    },
  ],
} satisfies Provider;
