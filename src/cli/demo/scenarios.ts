/** The failures that the demo serves: each a call, and what the vendor answers to it. Ids, keys and amounts are invented. */

/** Served as JSON. */
type Document = Record<string, unknown>;

export type ServedResponse = {
  status: number;
  /** A value `{inSeconds}` is served as that time from now, RFC 3339. */
  headers: Record<string, string | { inSeconds: number }>;
  body: Document;
};

type ServedDocument = { path: string; body: Document };

export type Scenario = {
  id: string;
  title: string;
  /** The vendor's profile, where the scenario is a vendor's. */
  provider?: string;
  /** The origin that the call is made to, and that the demo's server stands in for. */
  origin: string;
  path: string;
  method: 'GET' | 'POST';
  requestHeaders: Record<string, string>;
  requestBody?: Document;
  response: ServedResponse;
  /** What a request past the caches gets: one with Cache-Control: no-cache, or with a query. */
  revalidated?: ServedResponse;
  balance?: ServedDocument;
  statusPage?: ServedDocument;
};

const json = { 'content-type': 'application/json' };

const chat = (model: string, maxTokens: number): Document => ({
  model,
  max_tokens: maxTokens,
  messages: [{ role: 'user', content: 'Write release notes for version 2.4.' }],
});

const calmStatusPage = (name: string, url: string): ServedDocument => ({
  path: '/api/v2/summary.json',
  body: {
    page: { id: 'demo', name, url, time_zone: 'Etc/UTC' },
    status: { indicator: 'none', description: 'All Systems Operational' },
    components: [{ id: 'api', name: 'API', status: 'operational' }],
    incidents: [],
    scheduled_maintenances: [],
  },
});

/** https://github.com/x402-foundation/x402, specs/x402-specification-v2.md: 10000 atomic units of USDC, with 6 decimals. */
const paymentRequired = {
  x402Version: 2,
  error: 'PAYMENT-SIGNATURE header is required',
  resource: { url: 'https://api.example.com/v1/forecast', description: 'Forecast for one place', mimeType: 'application/json' },
  accepts: [
    {
      scheme: 'exact',
      network: 'eip155:8453',
      amount: '10000',
      asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
      payTo: '0x00000000000000000000000000000000000d3340',
      maxTimeoutSeconds: 60,
      extra: { name: 'USD Coin', version: '2' },
    },
  ],
};

/** The first one is what `diagnose demo` shows. */
export const scenarios: readonly Scenario[] = [
  {
    id: 'out-of-credits',
    title: 'DeepSeek: the balance is used up',
    provider: 'deepseek',
    origin: 'https://api.deepseek.com',
    path: '/chat/completions',
    method: 'POST',
    requestHeaders: { ...json, authorization: `Bearer sk-${'0'.repeat(28)}d340` },
    requestBody: chat('deepseek-chat', 2000),
    response: {
      status: 402,
      headers: { ...json, 'x-ds-trace-id': 'd340d340d340d340d340d340d340d340' },
      body: { error: { message: 'Insufficient Balance', type: 'unknown_error', param: null, code: 'invalid_request_error' } },
    },
    balance: {
      path: '/user/balance',
      body: {
        is_available: false,
        balance_infos: [{ currency: 'USD', total_balance: '0.00', granted_balance: '0.00', topped_up_balance: '0.00' }],
      },
    },
    statusPage: calmStatusPage('DeepSeek', 'https://status.deepseek.com'),
  },
  {
    id: 'too-few-credits',
    title: 'OpenRouter: not enough credits for this request',
    provider: 'openrouter',
    origin: 'https://openrouter.ai',
    path: '/api/v1/chat/completions',
    method: 'POST',
    requestHeaders: { ...json, authorization: `Bearer sk-or-v1-${'0'.repeat(60)}d340` },
    requestBody: chat('example/large-model', 65536),
    response: {
      status: 402,
      headers: { ...json, 'x-generation-id': 'gen-1795170000-d3m0d3m0d3m0d3m0', 'cf-ray': '8d340d340d340d34-AMS' },
      body: {
        error: {
          message:
            'This request requires more credits, or fewer max_tokens. You requested up to 65536 tokens, but can only afford 3210. ' +
            'To increase, visit https://openrouter.ai/settings/credits and add more credits',
          code: 402,
          metadata: { error_type: 'payment_required', limit_source: 'openrouter_credits' },
        },
      },
    },
    balance: {
      path: '/api/v1/key',
      body: { data: { label: 'sk-or-v1-000...340', limit: 25, limit_remaining: 0.04815, usage: 24.95185, is_free_tier: false } },
    },
    statusPage: calmStatusPage('OpenRouter', 'https://status.openrouter.ai'),
  },
  {
    id: 'other-project-key',
    title: 'OpenAI: a key of another project',
    provider: 'openai',
    origin: 'https://api.openai.com',
    path: '/v1/chat/completions',
    method: 'POST',
    requestHeaders: { ...json, authorization: `Bearer sk-proj-${'0'.repeat(40)}d340`, 'OpenAI-Project': 'proj_demo1billing' },
    requestBody: chat('gpt-example', 800),
    response: {
      status: 401,
      headers: {
        ...json,
        'x-request-id': 'req_d3m00000000000000000000000000001',
        'openai-version': '2020-10-01',
        'openai-processing-ms': '9',
      },
      body: {
        error: {
          message: 'OpenAI-Project header should match project for API key',
          type: 'invalid_request_error',
          param: null,
          code: 'mismatched_project',
        },
      },
    },
    statusPage: calmStatusPage('OpenAI', 'https://status.openai.com'),
  },
  {
    id: 'context-too-long',
    title: 'OpenAI: more tokens than the model takes',
    provider: 'openai',
    origin: 'https://api.openai.com',
    path: '/v1/chat/completions',
    method: 'POST',
    requestHeaders: { ...json, authorization: `Bearer sk-proj-${'0'.repeat(40)}d340` },
    requestBody: chat('gpt-example', 4000),
    response: {
      status: 400,
      headers: {
        ...json,
        'x-request-id': 'req_d3m00000000000000000000000000002',
        'openai-organization': 'demo-organisation',
        'openai-version': '2020-10-01',
        'x-ratelimit-limit-requests': '500',
        'x-ratelimit-remaining-requests': '499',
        'x-ratelimit-reset-requests': '120ms',
      },
      body: {
        error: {
          message:
            "This model's maximum context length is 128000 tokens. However, your messages resulted in 143518 tokens. Please reduce the length of the messages.",
          type: 'invalid_request_error',
          param: 'messages',
          code: 'context_length_exceeded',
        },
      },
    },
    statusPage: calmStatusPage('OpenAI', 'https://status.openai.com'),
  },
  {
    id: 'rate-limited',
    title: 'Anthropic: too many tokens in a minute',
    provider: 'anthropic',
    origin: 'https://api.anthropic.com',
    path: '/v1/messages',
    method: 'POST',
    requestHeaders: { ...json, 'x-api-key': `sk-ant-api03-${'0'.repeat(89)}d340AA`, 'anthropic-version': '2023-06-01' },
    requestBody: chat('claude-example', 2000),
    response: {
      status: 429,
      headers: {
        ...json,
        'request-id': 'req_011d3m0d3m0d3m0d3m0d3m0',
        'anthropic-organization-id': '00000000-d340-4000-8000-000000000000',
        'retry-after': '17',
        'anthropic-ratelimit-requests-limit': '50',
        'anthropic-ratelimit-requests-remaining': '41',
        'anthropic-ratelimit-requests-reset': { inSeconds: 11 },
        'anthropic-ratelimit-input-tokens-limit': '40000',
        'anthropic-ratelimit-input-tokens-remaining': '0',
        'anthropic-ratelimit-input-tokens-reset': { inSeconds: 17 },
        'anthropic-ratelimit-output-tokens-limit': '8000',
        'anthropic-ratelimit-output-tokens-remaining': '6000',
        'anthropic-ratelimit-output-tokens-reset': { inSeconds: 15 },
      },
      body: {
        type: 'error',
        error: {
          type: 'rate_limit_error',
          message: "This request would exceed your organization's rate limit of 40,000 input tokens per minute.",
        },
        request_id: 'req_011d3m0d3m0d3m0d3m0d3m0',
      },
    },
    statusPage: calmStatusPage('Anthropic', 'https://status.claude.com'),
  },
  {
    id: 'x402-challenge',
    title: 'x402: the server asks the client to pay 0.01 USDC',
    origin: 'https://api.example.com',
    path: '/v1/forecast',
    method: 'GET',
    requestHeaders: { accept: 'application/json' },
    response: {
      status: 402,
      headers: {
        ...json,
        'cache-control': 'no-store',
        'PAYMENT-REQUIRED': Buffer.from(JSON.stringify(paymentRequired)).toString('base64'),
      },
      body: {},
    },
  },
  {
    id: 'stale-cache',
    title: 'An old 402 that a cache still serves after the bill is paid',
    origin: 'https://api.example.com',
    path: '/v1/reports/monthly',
    method: 'GET',
    requestHeaders: { accept: 'application/json', authorization: `Bearer sk_test_${'0'.repeat(28)}d340` },
    response: {
      status: 402,
      headers: {
        ...json,
        age: '5400',
        'x-cache': 'HIT',
        'cache-status': 'ExampleCDN; hit; ttl=1800',
        'cache-control': 'public, max-age=7200',
      },
      body: { error: { code: 'subscription_past_due', message: 'Your subscription is past due. Pay the open invoice to continue.' } },
    },
    revalidated: {
      status: 200,
      headers: { ...json, 'x-cache': 'MISS', 'cache-status': 'ExampleCDN; fwd=request', 'cache-control': 'no-store' },
      body: { report: 'monthly', rows: 31 },
    },
  },
];
