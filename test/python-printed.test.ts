/** What Python programs print is one call for each call that was made, and the answer in it is the JSON that the server sent. */
import { describe, expect, test } from 'vitest';
import anthropic from '../src/captures/anthropic-python.ts';
import googleApiCore from '../src/captures/google-api-core.ts';
import grpc from '../src/captures/grpc-status.ts';
import huggingface from '../src/captures/huggingface-hub.ts';
import litellm from '../src/captures/litellm-exception.ts';
import openai from '../src/captures/openai-python.ts';
import requests from '../src/captures/requests-exception.ts';
import { protobufMessages } from '../src/parse/protobuf-text.ts';

const bodyOf = (capture: typeof openai, text: string): unknown => JSON.parse(capture.read(text).exchanges.at(-1)?.response?.body ?? 'null');

describe('the answer inside a message', () => {
  test("is JSON again, whatever Python's repr made of it", () => {
    const text = String.raw`openai.BadRequestError: Error code: 400 - {'error': {'message': "the key's 'scope' is wrong\nhere", 'param': None, 'fatal': True, 'tries': 3, 'of': [{'id': 'a'}, {}]}}`;
    expect(bodyOf(openai, text)).toEqual({
      error: { message: "the key's 'scope' is wrong\nhere", param: null, fatal: true, tries: 3, of: [{ id: 'a' }, {}] },
    });
  });

  test('is read when the exception itself was printed by repr()', () => {
    const text = String.raw`APIStatusError('Error code: 402 - {\'error\': {\'message\': "no credit on the account\'s card", \'code\': None}}')`;
    expect(bodyOf(openai, text)).toEqual({ error: { message: "no credit on the account's card", code: null } });
  });

  test('may be long', () => {
    const long = 'word '.repeat(4000).trim();
    expect(bodyOf(openai, `Error code: 429 - {'error': {'message': '${long}'}}`)).toEqual({ error: { message: long } });
  });

  test('is marked where the text cuts it off', () => {
    const [exchange] = openai.read("Error code: 402 - {'error': {'message': 'Insufficient bal").exchanges;
    expect(exchange?.response).toMatchObject({ status: 402, truncated: true, body: '{"error":{"message":"Insufficient bal"}}' });
  });

  test('is the page where a gateway answered with one', () => {
    const page = '<html><head><title>502 Bad Gateway</title></head></html>';
    expect(openai.read(`openai.InternalServerError: ${page}`).exchanges).toMatchObject([{ response: { status: 502, body: page } }]);
  });
});

describe('the status', () => {
  test.each([
    'Traceback (most recent call last):\n  File "a.py", line 429, in <module>\nopenai.error.RateLimitError: You exceeded your current quota.',
    'Traceback (most recent call last):\n  File "a.py", line 402, in <module>\nopenai.OpenAIError: The api_key client option must be set',
  ])('is none of the numbers of a traceback: %s', (text) => {
    const { exchanges } = openai.read(text);
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]).not.toHaveProperty('toldStatus');
    expect(exchanges[0]).not.toHaveProperty('response');
  });

  test('of gRPC is none of HTTP', () => {
    const { exchanges } = grpc.read('rpc error: code = ResourceExhausted desc = 402 of 500 units of the quota are used');
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]).not.toHaveProperty('toldStatus');
  });

  test('that google-api-core makes of a channel which never came up is no answer', () => {
    const { exchanges } = googleApiCore.read(
      'google.api_core.exceptions.ServiceUnavailable: 503 failed to connect to all addresses; last error: UNKNOWN: ipv4:127.0.0.1:4020: Connection refused',
    );
    expect(exchanges).toMatchObject([{ failure: { kind: 'refused' } }]);
    expect(exchanges[0]).not.toHaveProperty('toldStatus');
  });
});

describe('the calls', () => {
  const CHAIN = '\n\nDuring handling of the above exception, another exception occurred:\n\n';
  const first = "Traceback (most recent call last):\nopenai.RateLimitError: Error code: 429 - {'error': {'code': 'slow'}}";
  const second = "Traceback (most recent call last):\nopenai.AuthenticationError: Error code: 401 - {'error': {'code': 'key'}}";

  test('of one chain of exceptions are one, the last that tells a status', () => {
    expect(openai.read(first + CHAIN + second).exchanges).toMatchObject([{ response: { status: 401 } }]);
  });

  test('of two tracebacks are two', () => {
    expect(openai.read(`${first}\n${second}`).exchanges.map(({ response }) => response?.status)).toEqual([429, 401]);
  });

  test('that a log and a traceback both tell are one', () => {
    const logged = "2026-11-18 09:00:00 ERROR Error code: 429 - {'error': {'code': 'slow'}}";
    expect(openai.read(`${logged}\n${first}`).exchanges).toHaveLength(1);
  });

  test('at two times are two, each with its own words, line and time', () => {
    const line = (seconds: number): string =>
      `2026-11-18T09:00:0${seconds}Z ERROR Error code: 529 - {'type': 'error', 'error': {'type': 'x'}}`;
    const { exchanges } = anthropic.read(`${line(1)}\nslept\n${line(4)}`);
    expect(exchanges).toMatchObject([
      { source: { line: 1 }, at: '2026-11-18T09:00:01.000Z', text: line(1) },
      { source: { line: 3 }, at: '2026-11-18T09:00:04.000Z', text: `slept\n${line(4)}` },
    ]);
  });

  test('went where httpx logged that status', () => {
    const log = (path: string, status: string): string => `HTTP Request: POST https://api.example.com/${path} "HTTP/1.1 ${status}"`;
    const text = [
      log('one', '200 OK'),
      log('two', '402 Payment Required'),
      log('three', '200 OK'),
      "Error code: 402 - {'error': 'no credit'}",
    ];
    expect(openai.read(text.join('\n')).exchanges[0]?.request).toEqual({ method: 'POST', url: 'https://api.example.com/two', headers: [] });
  });

  test('went to no page that the answer names', () => {
    const text = "Error code: 402 - {'error': {'message': 'no credit', 'url': 'https://api.example.com/top-up'}}";
    expect(openai.read(text).exchanges[0]).not.toHaveProperty('toldUrl');
  });

  test('of a log too long to read are those at its end, with a warning', () => {
    const { exchanges, warnings } = openai.read(`${'tick\n'.repeat(250_000)}Error code: 402 - {'error': 'no credit'}`);
    expect(exchanges).toMatchObject([{ source: { line: 250_001 }, response: { status: 402 } }]);
    expect(warnings).toEqual([expect.stringContaining('1000000')]);
  });
});

test('of a great many failures the last are read, with a warning', () => {
  const lines = Array.from({ length: 300 }, (_, i) => `2026-11-18T09:00:00Z ERROR Error code: 429 - {'error': {'id': ${i}}}`);
  const { exchanges, warnings } = openai.read(lines.join('\n'));
  expect(exchanges).toHaveLength(200);
  expect(exchanges.at(-1)?.response?.body).toBe('{"error":{"id":299}}');
  expect(warnings).toEqual([expect.stringContaining('200')]);
});

test('a JSON document that quotes an exception is not one', () => {
  const document = JSON.stringify({ error: { message: 'litellm.RateLimitError: AnthropicException - slow', code: '429' } });
  expect(litellm.recognise(document)).toBe(0);
  expect(litellm.recognise('litellm.RateLimitError: AnthropicException - slow')).toBeGreaterThan(0.5);
});

test('a proxy that refuses its tunnel is a failure with a status', () => {
  const text =
    "requests.exceptions.ProxyError: HTTPSConnectionPool(host='api.example.com', port=443): Max retries exceeded with url: /v1 (Caused by ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication Required')))";
  expect(requests.read(text).exchanges).toMatchObject([
    { failure: { kind: 'proxy' }, toldStatus: 407, toldUrl: 'https://api.example.com/v1' },
  ]);
});

test("huggingface_hub's own sentence for a status is read with its id", () => {
  const text =
    "huggingface_hub.errors.HfHubHTTPError: (Request ID: Root=1-0000-0402)\n\n429 Too Many Requests: you have reached your 'api' rate limit.\nRetry after 55 seconds (0/1000 requests remaining in current 300s window).\nUrl: https://huggingface.co/api/models/a/b.";
  expect(huggingface.read(text).exchanges).toMatchObject([
    {
      toldUrl: 'https://huggingface.co/api/models/a/b',
      response: { status: 429, headers: [{ name: 'x-request-id', value: 'Root=1-0000-0402' }] },
    },
  ]);
});

describe("Protocol Buffers' text format", () => {
  test('gives its fields by their JSON names, repeated ones as lists, maps and durations as JSON has them', () => {
    const text = String.raw`[violations {
  quota_id: "PerDay"
  quota_dimensions { key: "model" value: "a \"b\"" }
}
violations { quota_id: "caf\303\251" quota_value: 50 }
, retry_delay { seconds: 40 nanos: 500000000 }
]`;
    expect(protobufMessages(text)).toEqual([
      {
        violations: [
          { quotaId: 'PerDay', quotaDimensions: { model: 'a "b"' } },
          { quotaId: 'café', quotaValue: 50 },
        ],
      },
      { retryDelay: '40.5s' },
    ]);
  });

  test('is read as far as it goes', () => {
    expect(protobufMessages('[links { description: "Quotas" url: "https://exa')).toEqual([{ links: { description: 'Quotas' } }]);
    expect(protobufMessages('no messages, here')).toEqual([]);
  });
});
