/** What Google's Python libraries and gRPC print when a call fails. */
import { protobufMessages } from './protobuf-text.ts';
import { pythonFailure } from './python-failure.ts';
import type { Teller, Told } from './python-printed.ts';
import { bodyIn, namedError, objectAt } from './python-sdk-tellers.ts';

/** google-genai: "429 RESOURCE_EXHAUSTED. {'error': …}". */
const genai: Teller = {
  mark: /(?<![\w.:-])([45]\d\d) (?:[A-Z][A-Z_]{2,40}|None|[A-Z][a-z]+(?: [A-Z][a-z]+){0,4})\. (?=\{\s*\\?['"])/g,
  read: ([, status], rest) => ({ ...bodyIn(rest), status: Number(status) }),
};

export const genaiTellers: Teller[] = [genai, namedError(String.raw`google\.genai\.errors`)];

/** The exceptions of google-api-core that stand for a status. */
const API_CORE =
  'BadRequest|InvalidArgument|FailedPrecondition|OutOfRange|Unauthorized|Unauthenticated|Forbidden|PermissionDenied|NotFound|MethodNotAllowed|Conflict|AlreadyExists|Aborted|PreconditionFailed|TooManyRequests|ResourceExhausted|InternalServerError|Unknown|DataLoss|MethodNotImplemented|BadGateway|ServiceUnavailable|GatewayTimeout|DeadlineExceeded|ServerError|ClientError|GoogleAPICallError|Cancelled';

/** A client's own words for a gRPC channel that never came up; google-api-core makes a 503 or 504 of them. */
const NO_CHANNEL =
  /^(?:failed to connect to all addresses|DNS resolution failed|errors resolving |Getting metadata from plugin failed|Deadline Exceeded\b|Socket closed|Network is unreachable)/i;

/** google-api-core: "429 the message [links { … }, violations { … }]", or with method and URL where it called by HTTP. */
function apiCoreAnswer(status: number, rest: string): Told {
  if (NO_CHANNEL.test(rest)) return { end: rest.length, failure: pythonFailure('', rest.split('\n', 1)[0]!) };
  const called = /^(GET|POST|PUT|PATCH|DELETE) (https?:\/\/\S{1,4000}?): (?=\S)/.exec(rest);
  const words = called ? rest.slice(called[0].length) : rest;
  const listed = /\s\[(?=\s*(?:\{\s*['"]|[a-z]\w{0,60}\s?(?:\{|:\s["\d])))/.exec(words);
  const list = listed ? words.slice(listed.index + 1) : '';
  const objects = /^\[\s*\{\s*['"]/.test(list) ? objectAt(list)?.value : undefined;
  const details = objects ?? (list === '' ? undefined : protobufMessages(list));
  const message = (listed ? words.slice(0, listed.index) : words).trim().replace(/\.\.$/, '.');
  const error = { code: status, message, ...(Array.isArray(details) && details.length > 0 && { details }) };
  return {
    end: rest.length,
    status,
    body: JSON.stringify({ error }),
    ...(called && { method: called[1]!, url: called[2]! }),
  };
}

const apiCore: Teller = {
  mark: new RegExp(String.raw`\b(?:google\.api_core\.exceptions\.\w{1,40}|(?:${API_CORE})): ([45]\d\d) (?![A-Z_]{3,40}\. \{)`, 'g'),
  read: ([, status], rest) => apiCoreAnswer(Number(status), rest),
};

const apiCoreRetry: Teller = {
  mark: /\blast exception: ([45]\d\d) /g,
  read: ([, status], rest) => apiCoreAnswer(Number(status), rest),
};

/** The message alone, which str() gives: known by its method and URL, or by the list of messages at its end. */
const apiCoreBare: Teller = {
  mark: /(?:(?<![^\n])|(?<=: ))([45]\d\d) (?=(?:GET|POST|PUT|PATCH|DELETE) https?:\/\/|[A-Z][^[]{1,1200}\s\[(?:links|violations|reason|field_violations|retry_delay|locale)\b)/g,
  read: ([, status], rest) => apiCoreAnswer(Number(status), rest),
};

const apiCoreRepr: Teller = {
  mark: new RegExp(String.raw`\b(?:${API_CORE})\((['"])(?=[^\s'"])`, 'g'),
  read: ([, quote], rest) => ({ end: Math.max(0, rest.indexOf(quote!)) }),
};

/** googleapiclient: `<HttpError 403 when requesting https://… returned "the message". Details: "[{…}]">`. */
const httpError: Teller = {
  mark: /<HttpError ([1-5]\d\d) when requesting (\S{1,4000}) returned "/g,
  read([, status, url], rest) {
    const close = /">|"\. Details: "/.exec(rest);
    const message = close ? rest.slice(0, close.index).replace(/"$/, '') : rest;
    const after = close?.[0].startsWith('".') ? rest.slice(close.index + close[0].length) : '';
    const list = /^\s*\[/.test(after) ? objectAt(after.trimStart()) : undefined;
    const items = Array.isArray(list?.value) ? list.value : undefined;
    const typed = items?.some((item) => typeof item === 'object' && item !== null && '@type' in item);
    const error = { code: Number(status), message, ...(items && (typed ? { details: items } : { errors: items })) };
    const end = rest.indexOf('">', close?.index ?? 0);
    return {
      end: end < 0 ? rest.length : end + 2,
      status: Number(status),
      body: JSON.stringify({ error }),
      url: url!,
      ...(!close && { truncated: true }),
    };
  },
};

export const apiCoreTellers: Teller[] = [
  httpError,
  apiCore,
  apiCoreRetry,
  apiCoreBare,
  apiCoreRepr,
  namedError(String.raw`google\.api_core|googleapiclient`),
];

/** The HTTP status that a gRPC client quotes where something that speaks no gRPC answered. */
const HTTP_IN_GRPC = /(?:http2 header with status:?|unexpected HTTP status code received from server:|HTTP status code:?) ([45]\d\d)\b/i;
const CREATED = /created_time:"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d{0,6}([+-]\d\d:\d\d|Z)"/;

/** No answer came: an UNAVAILABLE or DEADLINE_EXCEEDED that the client itself made, and says why. */
function grpcAnswer(code: string, words: string, end: number): Told {
  const http = HTTP_IN_GRPC.exec(words)?.[1];
  const created = CREATED.exec(words);
  const at = created && Date.parse(`${created[1]}T${created[2]}${created[3]}`);
  const time = at === null || Number.isNaN(at) ? {} : { at: new Date(at).toISOString() };
  if (http !== undefined) return { end, status: Number(http), ...time };
  const plain = code.replaceAll('_', '').toLowerCase();
  const isClients =
    (plain === 'unavailable' &&
      /failed to connect|connection (?:refused|reset|timed out)|DNS resolution|errors resolving|name resolver|no such host|connect: |socket closed|error while dialing|handshake|transport is closing|Stream removed|GOAWAY|proxy/i.test(
        words,
      )) ||
    (plain === 'deadlineexceeded' && /deadline exceeded/i.test(words));
  if (!isClients) return { end, ...time };
  const details = /details = "([^"\n]{1,1000})/.exec(words)?.[1] ?? words.trim().split('\n', 1)[0]!;
  return { end, failure: pythonFailure('', details), ...time };
}

const rpcTerminated: Teller = {
  mark: /\bstatus = StatusCode\.([A-Z_]{2,40})\b/g,
  read([, code], rest) {
    const close = /\n[ \t]*>/.exec(rest);
    const end = close ? close.index + close[0].length : rest.length;
    return grpcAnswer(code!, rest.slice(0, end), end);
  },
};

const rpcError: Teller = {
  mark: /\brpc error: code = (\w{2,40}) desc = /g,
  read: ([, code], rest) => grpcAnswer(code!, rest.split('\n', 1)[0]!, rest.split('\n', 1)[0]!.length),
};

const grpcurl: Teller = {
  mark: /(?<![^\n])ERROR:\r?\n[ \t]+Code: (\w{2,40})\r?\n[ \t]+Message: /g,
  read: ([, code], rest) => grpcAnswer(code!, rest, rest.length),
};

export const grpcTellers: Teller[] = [rpcTerminated, rpcError, grpcurl];
