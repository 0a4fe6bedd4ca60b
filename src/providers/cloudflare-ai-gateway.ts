import type { Provider } from '../model/provider.ts';

const TROUBLE = 'https://developers.cloudflare.com/ai-gateway/reference/troubleshooting/';
const LIMITS = 'https://developers.cloudflare.com/ai-gateway/features/rate-limiting/';
const SPEND = 'https://developers.cloudflare.com/ai-gateway/features/spend-limits/';
const AUTHENTICATED = 'https://developers.cloudflare.com/ai-gateway/configuration/authentication/';
const GUARDRAILS = 'https://developers.cloudflare.com/ai-gateway/features/guardrails/';

/** What the vendor behind it answers passes through unchanged; only its own answers have the numbers below. */
export default {
  title: 'Cloudflare AI Gateway',
  kind: 'gateway',
  hosts: ['gateway.ai.cloudflare.com'],
  keys: [],
  keyEnvironment: ['CF_AIG_TOKEN'],
  keyHeader: 'cf-aig-authorization',
  requestIdHeaders: ['cf-aig-log-id', 'cf-aig-event-id', 'cf-aig-request-id', 'cf-ray'],
  ownHeaders: ['cf-aig-*'],
  ownWords: ['gateway.ai.cloudflare.com', 'please configure ai gateway', 'cf-aig-authorization', 'cloudflare ai gateway'],
  names: ['cloudflare-ai-gateway'],
  links: {
    billing: 'https://dash.cloudflare.com/?to=/:account/ai/ai-gateway',
    usage: 'https://dash.cloudflare.com/?to=/:account/ai/ai-gateway',
    keys: 'https://dash.cloudflare.com/profile/api-tokens',
    limits: LIMITS,
    errors: TROUBLE,
    logs: 'https://dash.cloudflare.com/?to=/:account/ai/ai-gateway',
  },
  statusPage: {
    page: 'https://www.cloudflarestatus.com',
    api: { kind: 'statuspage', url: 'https://www.cloudflarestatus.com/api/v2/summary.json' },
    components: ['AI Gateway'],
  },
  prevention: [
    {
      says: "Turn on automatic top-up of the gateway's credits.",
      url: 'https://dash.cloudflare.com/?to=/:account/ai/ai-gateway',
      causes: ['credits-exhausted'],
      source: 'https://developers.cloudflare.com/ai-gateway/features/unified-billing/',
    },
  ],
  rules: [
    {
      when: { status: 429, message: /\bspend(?:ing)?\s+limit\b/i },
      cause: 'spend-limit-reached',
      note: "A spend limit of the gateway: it stands until the window ends, or until the gateway's owner raises it.",
      source: SPEND,
      waiting: 'helps',
    },
    {
      when: { status: 429, code: '2003' },
      cause: 'rate-limited',
      note: "The gateway's own limit of requests, which its owner sets; the vendor behind it was not asked.",
      source: LIMITS,
    },
    {
      when: { status: 401, code: '2009' },
      cause: 'credentials-missing',
      note: "This gateway is an authenticated one: it wants its own token in cf-aig-authorization, beside the vendor's key.",
      source: AUTHENTICATED,
      alternatives: ['credentials-invalid'],
    },
    {
      when: { status: 400, code: '2001' },
      cause: 'not-found',
      note: 'No gateway of this name in this account: compare account id and gateway id in the URL.',
      source: TROUBLE,
    },
    {
      when: { status: 424, code: ['2016', '2017'] },
      cause: 'content-refused',
      note: "The gateway's guardrails refused the prompt (2016) or the answer (2017).",
      source: GUARDRAILS,
    },
  ],
} satisfies Provider;
