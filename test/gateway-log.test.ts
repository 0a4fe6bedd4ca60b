/** The same call, found in the logs of gateways, in the formats that they write. */
import { describe, expect, test } from 'vitest';
import type { GatewayLog } from '../src/model/gateway-call.ts';
import type { RawExchange } from '../src/model/exchange.ts';
import { gatewayReader, soughtCall } from '../src/parse/gateway-match.ts';
import { sealExchange } from '../src/parse/seal.ts';

const ID = '3f1c9a4e-0000-4000-8000-0123456789ab';

const call = (more: Partial<RawExchange> = {}): RawExchange => ({
  source: { shape: 'http-message' },
  at: '2026-11-01T00:00:04Z',
  request: { method: 'POST', url: 'https://gw.example.com/v1/chat/completions', headers: [], body: '{"model":"gpt-4o"}' },
  response: { status: 429, headers: [{ name: 'X-Request-Id', value: ID }], body: '{"error":{"message":"rejected"}}' },
  ...more,
});
const withoutId = (): RawExchange => call({ response: { status: 429, headers: [], body: '{"error":{"message":"rejected"}}' } });

function find(lines: string[], raw = call()): Omit<GatewayLog, 'file'> {
  const reader = gatewayReader(soughtCall(sealExchange(raw), []));
  for (const line of lines) reader.take(line);
  return reader.done();
}

const json = (value: unknown): string => JSON.stringify(value);
const QUOTA = 'You exceeded your current quota';

const kong = (id: string, second = 4) => ({
  request: { id, method: 'POST', uri: '/v1/chat/completions', url: 'https://gw.example.com:8443/v1/chat/completions', headers: {} },
  response: { status: 429, headers: { 'x-kong-request-id': id } },
  upstream_status: '429',
  latencies: { kong: 2, proxy: 80, request: 82 },
  service: { host: 'api.vendor.example', name: 'llm' },
  tries: [{ ip: '192.0.2.10', port: 443 }],
  started_at: Date.UTC(2026, 10, 1, 0, 0, second),
});

describe('by the request id', () => {
  test('LiteLLM, what callbacks get', () => {
    const payload = {
      id: ID,
      call_type: 'acompletion',
      status: 'failure',
      model: 'gpt-4o',
      api_base: 'https://api.vendor.example/v1',
      startTime: 1793491204.1,
      error_information: { error_code: '429', error_class: 'RateLimitError', llm_provider: 'openai', error_message: QUOTA },
    };
    expect(
      find([json({ standard_logging_object: { ...payload, id: 'another' } }), json({ standard_logging_object: payload })]),
    ).toMatchObject({
      formats: ['LiteLLM'],
      call: {
        format: 'LiteLLM',
        line: 2,
        at: '2026-11-01T00:00:04.100Z',
        matchedBy: ['request id'],
        model: 'gpt-4o',
        reached: true,
        upstream: { host: 'openai', status: 429, says: QUOTA },
      },
    });
  });

  test('LiteLLM refusing by itself: no upstream is told', () => {
    const own = {
      id: ID,
      call_type: 'acompletion',
      status: 'failure',
      startTime: 1793491204,
      error_information: {
        error_code: '429',
        error_class: 'BudgetExceededError',
        llm_provider: '',
        error_message: 'Budget has been exceeded!',
      },
    };
    const { call: found } = find([json(own)]);
    expect(found).toMatchObject({ reached: false, status: 429, says: 'Budget has been exceeded!' });
    expect(found).not.toHaveProperty('upstream');
  });

  test('Kong, file-log and http-log', () => {
    expect(find([json(kong('x')), json(kong(ID)), json(kong('y'))]).call).toMatchObject({
      format: 'Kong',
      line: 2,
      reached: true,
      status: 429,
      path: '/v1/chat/completions',
      upstream: { host: 'api.vendor.example', status: 429 },
    });
    expect(find([json([kong('x'), kong(ID)])]).call).toMatchObject({ id: ID });
  });

  test("Kong's own refusal", () => {
    const { upstream_status: _status, ...entry } = kong(ID);
    expect(find([json({ ...entry, tries: [], latencies: { kong: 1, proxy: -1, request: 1 } })]).call).toMatchObject({
      reached: false,
      says: expect.stringContaining('no upstream was tried'),
    });
  });

  test("Kong's nginx error log", () => {
    const line = `2026/11/01 00:00:04 [error] 7#0: *12 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 192.0.2.7, server: kong, request: "POST /v1/chat/completions HTTP/1.1", upstream: "https://192.0.2.10:443/v1/chat", host: "gw.example.com", request_id: "${ID}"`;
    expect(find([line]).call).toMatchObject({
      format: 'Kong',
      reached: false,
      says: expect.stringContaining('upstream timed out'),
      upstream: { host: '192.0.2.10:443' },
    });
  });

  test('Envoy, in JSON and in its default format', () => {
    const entry = {
      start_time: '2026-11-01T00:00:04.000Z',
      method: 'POST',
      path: '/v1/chat/completions',
      response_code: 429,
      response_flags: '-',
      response_code_details: 'via_upstream',
      upstream_cluster: 'vendor',
      request_id: ID,
    };
    expect(find([json(entry)]).call).toMatchObject({ format: 'Envoy', reached: true, upstream: { host: 'vendor', status: 429 } });
    const line = (flags: string, host: string): string =>
      `[2026-11-01T00:00:04.000Z] "POST /v1/chat/completions HTTP/1.1" 429 ${flags} 80 21 12 - "192.0.2.7" "curl/8" "${ID}" "gw.example.com" "${host}"`;
    expect(find([line('-', '192.0.2.10:443')]).call).toMatchObject({
      id: ID,
      reached: true,
      upstream: { host: '192.0.2.10:443', status: 429 },
    });
    expect(find([line('RL', '-')]).call).toMatchObject({ reached: false, says: expect.stringContaining("Envoy's rate limit filter") });
  });

  test("Istio's format", () => {
    const line = `[2026-11-01T00:00:04.000Z] "POST /v1/chat/completions HTTP/2" 429 - via_upstream - "-" 80 21 12 11 "-" "curl/8" "${ID}" "gw.example.com" "192.0.2.10:443" outbound|443||vendor - 192.0.2.1:443 192.0.2.7:1 - -`;
    expect(find([line]).call).toMatchObject({ id: ID, upstream: { status: 429, host: '192.0.2.10:443' } });
  });

  test('APIPark, flat and in groups', () => {
    const told = {
      request_id: ID,
      request_uri: '/v1/chat/completions',
      status: 429,
      proxy_status: '429',
      ai_provider: 'openai',
      ai_model: 'gpt-4o',
      proxy_host: 'api.vendor.example',
      time_iso8601: '2026-11-01T00:00:04+00:00',
      proxy_response_body: json({ error: { message: QUOTA } }),
    };
    expect(find([json(told)]).call).toMatchObject({
      format: 'APIPark',
      reached: true,
      upstream: { host: 'openai', status: 429, says: QUOTA },
    });
    const grouped = { request_id: ID, status_code: { status: 429, proxy_status: 0 }, proxy: { proxy_host: 'api.vendor.example' } };
    expect(find([json(grouped)]).call).toMatchObject({ format: 'APIPark', reached: false });
  });

  test("API Gateway's execution log, told in many lines", () => {
    const lines = (id: string): string[] =>
      [
        'Extended Request Id: AbCdEf=',
        'HTTP Method: POST, Resource Path: /v1/chat/completions',
        'Endpoint request URI: https://api.vendor.example/v1/chat',
        'Received response. Status: 429, Integration latency: 80 ms',
        `Endpoint response body before transformations: ${json({ error: { message: QUOTA } })}`,
        'Method completed with status: 502',
      ].map((words) => `2026-11-01T00:00:04.000Z (${id}) ${words}`);
    const [a, b] = [lines('00000000-0000-4000-8000-000000000000'), lines(ID)];
    const found = find(a.flatMap((line, i) => [line, b[i]!]));
    expect(found.call).toMatchObject({
      format: 'API Gateway',
      id: ID,
      at: '2026-11-01T00:00:04Z',
      status: 502,
      reached: true,
      upstream: { host: 'api.vendor.example', status: 429, says: QUOTA },
    });
  });

  test('events exported from CloudWatch, with an access log of API Gateway in them', () => {
    const access = {
      requestId: ID,
      httpMethod: 'POST',
      resourcePath: '/v1/chat/completions',
      status: '429',
      requestTime: '01/Nov/2026:00:00:04 +0000',
      responseType: 'QUOTA_EXCEEDED',
      integrationStatus: '-',
    };
    const event = {
      logStreamName: 's',
      timestamp: Date.UTC(2026, 10, 1, 0, 0, 4),
      message: json(access),
      ingestionTime: Date.UTC(2026, 10, 1),
      eventId: '1',
    };
    const pretty = JSON.stringify({ events: [{ ...event, message: 'START RequestId: 1' }, event], searchedLogStreams: [] }, null, 4).split(
      '\n',
    );
    for (const lines of [pretty, [json({ events: [event] })], [json(event)]]) {
      expect(find(lines).call).toMatchObject({ format: 'API Gateway', reached: false, says: 'QUOTA_EXCEEDED', status: 429 });
    }
  });

  test("Logs Insights' rows, Bedrock and CloudTrail", () => {
    const invocation = {
      schemaType: 'ModelInvocationLog',
      timestamp: '2026-11-01T00:00:04Z',
      requestId: ID,
      modelId: 'vendor.model-v1',
      errorCode: 'ThrottlingException',
    };
    const row = [
      { field: '@timestamp', value: '2026-11-01 00:00:04.000' },
      { field: '@message', value: json(invocation) },
    ];
    expect(find([json({ results: [row] })]).call).toMatchObject({ format: 'Bedrock', upstream: { says: 'ThrottlingException' } });
    const trail = {
      eventTime: '2026-11-01T00:00:04Z',
      eventSource: 'bedrock.amazonaws.com',
      eventName: 'InvokeModel',
      requestID: ID,
      errorCode: 'AccessDenied',
      errorMessage: 'not allowed',
    };
    expect(find([json(trail)]).call).toMatchObject({
      format: 'CloudTrail',
      upstream: { host: 'bedrock.amazonaws.com', says: 'AccessDenied; not allowed' },
    });
  });

  test('entries of Google Cloud, as a printed list', () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const entry = (id: string) => ({
      insertId: 'a1',
      logName: 'projects/p/logs/requests',
      resource: { type: 'http_load_balancer' },
      httpRequest: { requestMethod: 'POST', requestUrl: 'https://gw.example.com/v1/chat/completions', status: 429 },
      jsonPayload: { statusDetails: 'response_sent_by_backend' },
      timestamp: '2026-11-01T00:00:04.1Z',
      trace: `projects/p/traces/${id}`,
    });
    const raw = call({
      request: {
        method: 'POST',
        url: 'https://gw.example.com/v1/chat/completions',
        headers: [{ name: 'traceparent', value: `00-${trace}-b7ad6b7169203331-01` }],
      },
    });
    const lines = JSON.stringify([entry('f'.repeat(32)), entry(trace)], null, 2).split('\n');
    expect(find(lines, raw).call).toMatchObject({
      format: 'Google Cloud',
      id: trace,
      matchedBy: ['request id'],
      reached: true,
      upstream: { status: 429 },
    });
    const own = { ...entry(trace), jsonPayload: { statusDetails: 'denied_by_security_policy' } };
    expect(find([json(own)], raw).call).toMatchObject({ reached: false, says: 'denied_by_security_policy' });
  });

  test('a line of any other program that names the id', () => {
    expect(find([`2026-11-01T00:00:04Z ERROR request_id=${ID} upstream said status=429`]).call).toMatchObject({
      format: 'log',
      status: 429,
    });
  });
});

describe('without a request id', () => {
  test('by time, path and status; of two that fit as well, it is said', () => {
    expect(find([json(kong('a', 34)), json(kong('b', 4)), json(kong('c', 50))], withoutId())).toMatchObject({
      call: { line: 2, matchedBy: ['time', 'status', 'path'] },
      similar: 0,
    });
    expect(find([json(kong('a', 4)), json(kong('b', 4))], withoutId()).similar).toBe(1);
  });

  test.each([
    ['another path', { request: { ...kong('b').request, uri: '/v1/embeddings', url: '/v1/embeddings' } }],
    ['another status', { response: { status: 200 }, upstream_status: '200' }],
    ['an hour later', { started_at: Date.UTC(2026, 10, 1, 1, 0, 4) }],
  ])('not %s', (_name, other) => {
    expect(find([json({ ...kong('b'), ...other })], withoutId())).not.toHaveProperty('call');
  });

  test("LiteLLM's text log, with its time but no date's zone, by words and model", () => {
    const raw = call({ response: { status: 429, headers: [], body: json({ error: { message: QUOTA, code: 'insufficient_quota' } }) } });
    const lines = [
      'INFO:     192.0.2.7:1234 - "POST /chat/completions HTTP/1.1" 200 OK',
      `2026-11-01 02:00:04,100 - LiteLLM Proxy - ERROR - litellm.proxy.proxy_server._handle_llm_api_exception(): Exception occured - litellm.RateLimitError: RateLimitError: OpenAIException - Error code: 429 - {'error': {'message': '${QUOTA}', 'code': 'insufficient_quota'}}. Received Model Group=gpt-4o`,
      'Traceback (most recent call last):',
      '  File "x.py", line 1, in x',
    ];
    expect(find(lines, raw).call).toMatchObject({
      format: 'LiteLLM',
      line: 2,
      at: '2026-11-01T02:00:04.100',
      model: 'gpt-4o',
      reached: true,
      upstream: { host: 'openai', status: 429, says: QUOTA },
    });
  });

  test('a line of the LiteLLM proxy with json_logs', () => {
    const line = {
      message: `litellm.proxy: Exception occured - litellm.RateLimitError: RateLimitError: OpenAIException - ${QUOTA}`,
      level: 'ERROR',
      timestamp: '2026-11-01T00:00:04.359154',
      component: 'LiteLLM Proxy',
    };
    expect(find([json(line)], withoutId()).call).toMatchObject({
      format: 'LiteLLM',
      status: 429,
      upstream: { says: expect.stringContaining(QUOTA) },
    });
  });

  test('nothing fits: nothing is shown', () => {
    expect(find(['2026-11-01T00:00:04Z INFO started', '{"a":1}'], withoutId())).toEqual({ lines: 2, formats: [], similar: 0 });
  });
});

test('a printed export of megabytes, event by event', () => {
  const event = (id: string) => ({
    timestamp: Date.UTC(2026, 10, 1),
    ingestionTime: 1,
    message: json(kong(id)),
    filler: 'x'.repeat(600_000),
  });
  const lines = JSON.stringify({ events: [event('a'), event('b'), event(ID)] }, null, 4).split('\n');
  expect(find(lines).call).toMatchObject({ format: 'Kong', id: ID });
});

test('path and status alone are those of many calls', () => {
  const { at: _at, ...timeless } = withoutId();
  expect(find([json(kong('b'))], timeless)).not.toHaveProperty('call');
});

test('a call of which nothing but the status is known fits nothing', () => {
  expect(find([json(kong('b'))], { source: { shape: 'json-body' }, toldStatus: 429 })).not.toHaveProperty('call');
});
