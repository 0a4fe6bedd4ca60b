/** Where the gateways themselves say what they refuse and why: their dashboards, logs and configuration, as they document it. */
import type { Exchange } from '../model/exchange.ts';
import { urlOf } from './sent-credentials.ts';

/** Instructions, each one place to look. `{origin}` stands for the scheme and host that was called: these run anywhere. */
type GatewayPlaces = {
  /** The gateway's own budget, balance or spend limit. */
  money: string;
  /** The gateway's own rate limit. */
  limit: string;
  /** Keys that the gateway gives out, and what they may do. */
  key: string;
  /** Where the call can be found, with what the upstream said. */
  log: string;
  source: string;
};

const places: Readonly<Record<string, GatewayPlaces>> = {
  litellm: {
    money:
      'See the budget of the key, and of its user and team, under Virtual Keys in the admin UI: {origin}/ui (max_budget in the configuration).',
    limit: 'See rpm_limit and tpm_limit of the key, its user and its team under Virtual Keys in the admin UI: {origin}/ui',
    key: 'See that the key exists, has not expired and may use the model, under Virtual Keys in the admin UI: {origin}/ui',
    log: 'Find the call by its time under Logs in the admin UI ({origin}/ui), or in what the proxy itself prints.',
    source: 'https://docs.litellm.ai/docs/proxy/ui',
  },
  apipark: {
    money: "See the token count and the authorisation of the AI provider under AI Models in APIPark's system settings.",
    limit: "See the rate and counter policies of the service in APIPark's console.",
    key: "See in APIPark's console that the consumer has subscribed to the service, that the subscription is approved, and its API key.",
    log: "Find the call in the access log or the error log of the gateway node, or in the log output set up under Logs in APIPark's system settings.",
    source: 'https://docs.apipark.com/docs/developer_portal',
  },
  kong: {
    money:
      'See the plugin ai-rate-limiting-advanced of the route, service or consumer: it counts tokens and cost, and it is no account at a vendor.',
    limit:
      'See the plugins rate-limiting and rate-limiting-advanced of the route, service and consumer (GET /plugins of the Admin API, or Konnect).',
    key: "See the consumer's credentials and the plugins key-auth and acl of the route (Admin API, or Konnect).",
    log: 'Find the line of the access or error log with the X-Kong-Request-Id of the response.',
    source: 'https://developer.konghq.com/plugins/ai-rate-limiting-advanced/',
  },
  portkey: {
    money: 'See the budget of the API key, the workspace and the provider: https://app.portkey.ai/api-keys',
    limit: 'See the rate limits of the API key, the workspace and the provider: https://app.portkey.ai/api-keys',
    key: 'See the permissions and the workspace of the API key: https://app.portkey.ai/api-keys',
    log: "Find the call with the provider's answer: https://app.portkey.ai/logs",
    source: 'https://portkey.ai/docs/product/administration/enforce-budget-and-rate-limit',
  },
  'cloudflare-ai-gateway': {
    money: "See Credits Available, and the gateway's spend limits, in the dashboard under AI > AI Gateway.",
    limit: 'See Rate limiting in the Settings of the gateway, in the dashboard under AI > AI Gateway.',
    key: 'See that the token in cf-aig-authorization may run this gateway, and which provider key is stored for it (AI > AI Gateway).',
    log: 'Find the call under Logs of the gateway, in the dashboard under AI > AI Gateway; cf-aig-log-id names it.',
    source: 'https://developers.cloudflare.com/ai-gateway/features/spend-limits/',
  },
  'one-api': {
    money: "See the quota left of the token ({origin}/token) and of its user ({origin}/topup): they are the gateway's own units.",
    limit: 'The rate limits are set by GLOBAL_API_RATE_LIMIT in the environment of the gateway.',
    key: 'See that the token is enabled, has not expired and may use the model: {origin}/token',
    log: 'Find the call in the log ({origin}/log); an administrator sees the channel that was used and tests it under {origin}/channel',
    source: 'https://github.com/songquanpeng/one-api',
  },
  'new-api': {
    money:
      "See the quota left of the token ({origin}/console/token) and of its user ({origin}/console/topup): they are the gateway's own units.",
    limit: 'An administrator sees the limits on requests for each model in the system settings.',
    key: 'See that the token is enabled, has not expired, and allows the model, the group and the address: {origin}/console/token',
    log: 'Find the call in the log ({origin}/console/log); an administrator sees the channel that was used.',
    source: 'https://docs.newapi.pro/en/docs/guide/feature-guide/user/token',
  },
  helicone: {
    money: 'See the credits of the organisation: https://us.helicone.ai/credits',
    limit: 'See the policy in the request field Helicone-RateLimit-Policy: the client sets it itself, by requests or by cents.',
    key: 'See the Helicone key, and the provider keys stored beside it: https://us.helicone.ai/settings/api-keys',
    log: "Find the call with the provider's answer: https://us.helicone.ai/requests",
    source: 'https://docs.helicone.ai/features/advanced-usage/custom-rate-limits',
  },
  bifrost: {
    money:
      "See the budgets of the virtual key, its team and its customer, under Virtual Keys in Bifrost's web interface ({origin}) or under governance in config.json.",
    limit:
      "See the token and request limits of the virtual key and its provider, under Virtual Keys in Bifrost's web interface ({origin}).",
    key: "See that the virtual key is active and allows the provider and the model, under Virtual Keys in Bifrost's web interface ({origin}).",
    log: "Find the call under Logs in Bifrost's web interface: {origin}/logs",
    source: 'https://docs.getbifrost.ai/features/governance/budget-and-limits',
  },
  'vercel-ai-gateway': {
    money: "See the credits, and the budgets of the team, the project and the key, under AI Gateway in the team's dashboard.",
    limit: 'See the tier of the team: free credits have lower limits than paid ones.',
    key: "See the key under AI Gateway, API Keys, in the team's dashboard.",
    log: "Find the call under AI Gateway, Requests, in the team's dashboard.",
    source: 'https://vercel.com/docs/ai-gateway/observability-and-spend',
  },
  openrouter: {
    money:
      "See the account's credits (https://openrouter.ai/settings/credits) and the limit of the key (https://openrouter.ai/settings/keys).",
    limit:
      'Free models have a limit a day, which credits raise; paid ones have that of the provider behind: https://openrouter.ai/activity',
    key: 'See that the key is enabled, has not expired and has a limit left: https://openrouter.ai/settings/keys',
    log: 'Find the call, and what each provider behind answered: https://openrouter.ai/logs',
    source: 'https://openrouter.ai/docs/guides/features/logs',
  },
};

/** Where this gateway shows what it did with a call; undefined for one that is not known here. */
export function placesOf(gateway: string | undefined, exchange: Exchange): GatewayPlaces | undefined {
  const known = gateway !== undefined && Object.hasOwn(places, gateway) ? places[gateway] : undefined;
  if (!known) return undefined;
  const origin = urlOf(exchange.request)?.origin ?? '<gateway>';
  const at = (text: string): string => text.replaceAll('{origin}', origin);
  return { money: at(known.money), limit: at(known.limit), key: at(known.key), log: at(known.log), source: known.source };
}
