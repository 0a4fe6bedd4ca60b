/** Errors that come with a fine status: in a body's own members, in an event stream, inside an RPC's answer. */
import type { Exchange } from '../model/exchange.ts';
import { bodyJson } from './problems.ts';

type Body = Record<string, unknown>;

const isObject = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== false && value !== '' && value !== 0 && !(Array.isArray(value) && value.length === 0);

/** Members that hold an error where they are filled with anything but a word for none. */
const ERRORS = [
  'error',
  'errors',
  'err',
  'error_code',
  'errcode',
  'errorCode',
  'error_msg',
  'errmsg',
  'error_message',
  'fault',
  'exception',
  'Error Message',
];
const NONE = /^(?:ok|success|0|none|no ?error)$/i;
const FAILED = /^(?:error|fail(?:ed|ure)?|notok|request_denied|over_query_limit|over_daily_limit|invalid_request|refused)$/i;

/** A word or a number that stands for no error, or an object whose code is one. */
const isNone = (error: unknown): boolean => NONE.test(String(isObject(error) && 'code' in error ? error['code'] : error));

const hasError = (body: Body): boolean => ERRORS.some((name) => isFilled(body[name]) && !isNone(body[name]));

/** Answers that wrap the error or its number: MiniMax's base_resp, CoinMarketCap's status, Tencent Cloud's Response, an MCP tool's result. */
function hasWrappedError(body: Body): boolean {
  const { base_resp: base, status, Response: inner, result, meta } = body;
  if (isObject(base) && isFilled(base['status_code'])) return true;
  if (isObject(status) && isFilled(status['error_code']) && String(status['error_code']) !== '0') return true;
  if (isObject(inner) && isFilled(inner['Error'])) return true;
  if (isObject(meta) && isFilled(meta['error_type'])) return true;
  return isObject(result) && result['isError'] === true;
}

/** `success: false`, `ok: false`, `status: "error"`, and a code beside a message that is none of success. */
function saysFailed(body: Body): boolean {
  if (body['success'] === false || body['ok'] === false || body['approved'] === false) return true;
  if ([body['status'], body['message'], body['resultCode']].some((word) => typeof word === 'string' && FAILED.test(word))) return true;
  const { code } = body;
  return typeof code === 'number' && code !== 0 && (code < 200 || code > 299) && typeof (body['message'] ?? body['msg']) === 'string';
}

const isError = (body: unknown): boolean => isObject(body) && (hasError(body) || hasWrappedError(body) || saysFailed(body));

/** Whether the body of a response with a fine status is an error all the same. */
export function errorInSuccess(exchange: Exchange): boolean {
  const { body } = exchange.response ?? {};
  if (body === undefined) return false;
  const value = bodyJson(exchange);
  // A batch of JSON-RPC is refused where one of its calls is.
  if (Array.isArray(value)) return value.slice(0, 100).some((item) => isObject(item) && 'jsonrpc' in item && isFilled(item['error']));
  if (value === undefined && /^\s*(?:event:|data:)/.test(body))
    return /^event:\s*error|^data:\s*\{\s*"(?:error|type"\s*:\s*"error)/m.test(body);
  return isError(value);
}
