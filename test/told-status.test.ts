/** A status is only a status in a status's place. */
import { describe, expect, test } from 'vitest';
import { statusInObject, toldStatus } from '../src/parse/told-status.ts';

describe('a status that a text tells', () => {
  test.each([
    ['HTTP/2 402', 402],
    ['"POST /v1/chat HTTP/1.1" 402 191', 402],
    ['Error code: 429 - {', 429],
    ['Request failed with status code 402', 402],
    ['failed: unexpected status code https://cdn.example.com/v2/blobs/sha256:429: 402 Payment Required', 402],
    ['requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://api.example.com/404', 403],
    ['AxiosError: response.status: 503', 503],
    ['API Error: 529 {"type":"error"}', 529],
    ['resulted in a `401 Unauthorized` response', 401],
    ['Received status code 521 from server', 521],
    ['HTTP POST https://api.example.com/v1 => 401 in 340ms', 401],
    ['[GoogleGenerativeAI Error]: Error fetching from [403 Forbidden] no', 403],
    ['statusCode: 402,\n  responseHeaders: {', 402],
    ['✖ API Streaming Error: 402 This request requires more credits', 402],
    ['402 Insufficient Balance', 402],
    ['错误码：429', 429],
    ['再次调用返回403没有权限', 403],
    ['{"message":"402 Client Error: Payment Required for url: https://api.example.com/"}', 402],
    ['[HTTP 400] 21608 : not verified', 400],
    ['status: 200 OK, then: HTTP 402', 402],
    ['API Error · 402', 402],
    ['Client error response [status code] 402 [reason phrase] Payment', 402],
    ['httpResponse: Status Code: http_status_402 Content-Length: 74', 402],
    ['resulted in a `402  \n   Payment Required` response', 402],
    ['HTTP Error 403.14 - listing is off', 403],
    ['the shop answers with 404 status code (no body)', 404],
    ['shop client [Error]: 401 No such customer', 401],
    ['调用商店接口返回 403：local:closed', 403],
    ['购物车出现 502 错误', 502],
    ['shop GET https://api.example.com/v3/items 451  {"msg":"no"}', 451],
    ["ShopError(<Response [451]>, 451, 'closed'), then: 404 Not Found", 451],
    ['Error: POST https://api.example.com/v2/things: 402 (request "abc") no funds', 402],
  ])('%s', (text, status) => expect(toldStatus(text)).toBe(status));
});

describe('402 that is no status', () => {
  test.each([
    ['a port', 'connect ECONNREFUSED 10.1.2.3:402'],
    ['a line', 'cart.py, line 402 error in the total'],
    ['an id', 'request id 402-77-429 was logged, run 402'],
    ['a byte count', 'sent 402 bytes, received 429 bytes'],
    ['a URL', 'see https://errors.example.com/402/payment and https://example.com/?code=402'],
    ['a line number', 'at handler (/srv/app/server.js:402:17)'],
    ['a number of rows', '接口返回 500 条记录'],
    ['a line in round brackets', 'thrown at lib/client.php(526): Client->call()'],
    ['a duration', 'failed after 402 ms'],
    ['a time', '2026-11-02T08:15:11.402Z worker started'],
    ['a share', 'error rate rose with 402% of last week'],
    ['a number of tokens', 'the request failed with 429 tokens left'],
    ['a part of a longer number', 'Error: 40213 items failed'],
    ['a version', 'client/4.02 failed: library 402.1.0'],
    ['a price', 'returned 402.50 USD to the buyer'],
    ['an address', 'GET 402 Main Street'],
    ['a bullet list', 'two modes · 402 samples'],
  ])('%s', (_, text) => expect(toldStatus(text)).toBeUndefined());
});

test('a member of an error object, wherever it stands, but not one of the request', () => {
  expect(statusInObject({ error: { code: 402, message: 'x' } })).toBe(402);
  expect(statusInObject({ response: { status: '429' } })).toBe(429);
  expect(statusInObject({ config: {}, request: { status: 402 }, message: 'x' })).toBeUndefined();
  expect(statusInObject({ code: 1113 })).toBeUndefined();
});
