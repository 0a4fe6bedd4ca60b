/** Entries that gateways write as JSON: what each of them names the parts of a call. */
import { entryOf, messageIn, numberText, statusOf, textAt, type GatewayEntry } from './gateway-entry.ts';
import { flagWords } from './gateway-flags.ts';
import { litellmWords } from './gateway-text.ts';
import { membersOf, textOf, type Members } from './json-lines.ts';
import { strictJson } from './loose-json.ts';

const joined = (...parts: (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join('; ');

/** An object, also where it was written as a text. */
const objectOf = (value: unknown): Members => membersOf(typeof value === 'string' ? strictJson(value) : value);

/** https://docs.litellm.ai/docs/proxy/logging_spec: what callbacks get; a row of the spend logs keeps the same in its metadata. */
function litellm(entry: Members): GatewayEntry | undefined {
  const payload = 'standard_logging_object' in entry ? membersOf(entry['standard_logging_object']) : entry;
  if (!('call_type' in payload) && !('error_information' in payload)) return undefined;
  const metadata = objectOf(payload['metadata']);
  const error = objectOf(payload['error_information'] ?? metadata['error_information']);
  const hidden = membersOf(payload['hidden_params']);
  const message = textAt(error, 'error_message') ?? textAt(payload, 'error_str');
  const vendor = textAt(error, 'llm_provider') ?? textAt(payload, 'custom_llm_provider');
  const isOwn = textAt(error, 'llm_provider') === undefined && /^(?:Proxy|Budget)/.test(textAt(error, 'error_class') ?? '');
  const failed = message !== undefined || (payload['status'] ?? metadata['status']) === 'failure';
  const status = statusOf(error['error_code']) ?? (failed ? undefined : 200);
  return entryOf({
    format: 'LiteLLM',
    time: payload['startTime'],
    id: textAt(payload, 'litellm_call_id', 'id', 'request_id'),
    model: textAt(payload, 'model', 'model_group') ?? textAt(hidden, 'litellm_model_name'),
    url: undefined,
    status,
    ...(failed && { reached: !isOwn }),
    host: vendor ?? textAt(payload, 'api_base'),
    ...(isOwn ? { says: message } : { upstreamStatus: status, upstreamSays: message }),
  });
}

/** A line of the LiteLLM proxy with json_logs: true. */
function litellmLine(entry: Members): GatewayEntry | undefined {
  const message = textOf(entry['message']);
  if (message === undefined || !/litellm/i.test(`${textAt(entry, 'component', 'logger') ?? ''} ${message}`.slice(0, 4000)))
    return undefined;
  const words = litellmWords(message) ?? litellmWords(textOf(entry['stacktrace'])?.slice(-16_384) ?? '');
  if (!words) return undefined;
  const id = textAt(entry, 'litellm_call_id');
  return { ...words, ...entryOf({ format: 'LiteLLM', time: entry['timestamp'], id }) };
}

/** https://developer.konghq.com/plugins/file-log/: Kong's log serializer. */
function kong(entry: Members): GatewayEntry | undefined {
  const latencies = membersOf(entry['latencies']);
  const [request, response] = [membersOf(entry['request']), membersOf(entry['response'])];
  if (!('kong' in latencies || 'proxy' in latencies) || !('status' in response)) return undefined;
  const status = statusOf(response['status']);
  const upstreamStatus = statusOf(entry['upstream_status']);
  const tries = Array.isArray(entry['tries']) ? entry['tries'].map(membersOf) : [];
  const service = membersOf(entry['service']);
  const meta = Object.values(membersOf(entry['ai'])).map((plugin) => membersOf(membersOf(plugin)['meta']))[0] ?? {};
  const reached = upstreamStatus !== undefined || (tries.length > 0 && latencies['proxy'] !== -1);
  return entryOf({
    format: 'Kong',
    time: entry['started_at'],
    id: textAt(request, 'id') ?? textAt(membersOf(response['headers']), 'x-kong-request-id'),
    method: textAt(request, 'method'),
    url: textAt(request, 'uri', 'url'),
    model: textAt(meta, 'request_model', 'response_model'),
    status,
    reached,
    host: textAt(service, 'host') ?? textAt(tries.at(-1) ?? {}, 'hostname', 'ip'),
    upstreamStatus,
    upstreamSays: messageIn(response['body']),
    says: reached ? undefined : (flagged(tries.at(-1)) ?? 'Kong answered by itself: no upstream was tried'),
  });
}

const flagged = (tried: Members | undefined): string | undefined => {
  const state = textAt(tried ?? {}, 'state');
  return state === undefined ? undefined : `the connection to the upstream ${state}`;
};

/** https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage: the names are the operator's; these are the usual ones. */
function envoy(entry: Members): GatewayEntry | undefined {
  if (!('response_code' in entry) || !('response_flags' in entry || 'response_code_details' in entry)) return undefined;
  const status = statusOf(entry['response_code']);
  const details = textAt(entry, 'response_code_details');
  const flags = flagWords(textAt(entry, 'response_flags'));
  const isUpstreams = details === 'via_upstream' || (details === undefined && flags === '' && textAt(entry, 'upstream_host') !== undefined);
  return entryOf({
    format: 'Envoy',
    time: entry['start_time'] ?? entry['timestamp'],
    id: textAt(entry, 'request_id', 'x-request-id', 'x_request_id'),
    method: textAt(entry, 'method', ':method'),
    url: textAt(entry, 'path', 'x-envoy-origin-path', 'x_envoy_origin_path', ':path'),
    status,
    reached: isUpstreams,
    host: textAt(entry, 'upstream_cluster', 'upstream_host'),
    upstreamStatus: isUpstreams ? status : undefined,
    says: joined(flags, isUpstreams ? undefined : details, textAt(entry, 'upstream_transport_failure_reason')),
  });
}

const APINTO_GROUPS = ['request', 'proxy', 'response', 'status_code', 'time', 'ai'];

/** https://help.apinto.com/docs/formatter: the variables of Apinto, APIPark's gateway, flat or in groups. */
function apipark(entry: Members): GatewayEntry | undefined {
  const all = Object.assign({}, ...APINTO_GROUPS.map((name) => membersOf(entry[name])), entry) as Members;
  if (!('proxy_status' in all) || !('status' in all)) return undefined;
  const upstreamStatus = statusOf(all['proxy_status']);
  const says = messageIn(all['proxy_response_body'] ?? all['response_body']);
  return entryOf({
    format: 'APIPark',
    time: all['time_iso8601'] ?? all['msec'],
    id: textAt(all, 'request_id'),
    method: textAt(all, 'request_method', 'method'),
    url: textAt(all, 'request_uri', 'uri'),
    model: textAt(all, 'ai_model'),
    status: statusOf(all['status']),
    reached: upstreamStatus !== undefined,
    host: textAt(all, 'ai_provider', 'proxy_host', 'proxy_addr'),
    upstreamStatus,
    ...(upstreamStatus === undefined ? { says: says ?? 'the gateway answered by itself: no upstream answered' } : { upstreamSays: says }),
  });
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html: access logs, named after the $context variables. */
function apiGateway(entry: Members): GatewayEntry | undefined {
  const id = textAt(entry, 'requestId', 'extendedRequestId');
  const asked = textAt(entry, 'httpMethod', 'routeKey', 'resourcePath', 'path');
  if (id === undefined || asked === undefined || !('status' in entry)) return undefined;
  const integration = membersOf(entry['integration']);
  const upstreamStatus = statusOf(entry['integrationStatus'] ?? entry['integration_status'] ?? integration['status']);
  return entryOf({
    format: 'API Gateway',
    time: entry['requestTimeEpoch'] ?? entry['requestTime'],
    id,
    method: textAt(entry, 'httpMethod'),
    url: textAt(entry, 'path', 'resourcePath'),
    status: statusOf(entry['status']),
    reached: upstreamStatus !== undefined,
    upstreamStatus,
    upstreamSays: textAt(entry, 'integrationErrorMessage', 'integrationError') ?? textAt(integration, 'error'),
    says: joined(textAt(entry, 'errorMessage', 'error.message'), textAt(entry, 'errorResponseType', 'responseType')),
  });
}

/** Model invocation logs of Bedrock, and CloudTrail's events: both name an error by its code. */
function awsEvent(entry: Members): GatewayEntry | undefined {
  const isInvocation = entry['schemaType'] === 'ModelInvocationLog';
  if (!isInvocation && !('eventSource' in entry && 'eventName' in entry)) return undefined;
  const parameters = membersOf(entry['requestParameters']);
  return entryOf({
    format: isInvocation ? 'Bedrock' : 'CloudTrail',
    time: entry['timestamp'] ?? entry['eventTime'],
    id: textAt(entry, 'requestId', 'requestID'),
    model: textAt(entry, 'modelId') ?? textAt(parameters, 'modelId'),
    reached: true,
    host: textAt(entry, 'eventSource') ?? 'bedrock',
    upstreamSays: joined(textAt(entry, 'errorCode'), textAt(entry, 'errorMessage')),
  });
}

/** https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry: a load balancer's, API Gateway's or an API's own entry. */
function googleCloud(entry: Members): GatewayEntry | undefined {
  if (!('insertId' in entry || 'logName' in entry) || !('resource' in entry || 'severity' in entry || 'httpRequest' in entry))
    return undefined;
  const http = membersOf(entry['httpRequest']);
  const [json, proto] = [membersOf(entry['jsonPayload']), membersOf(entry['protoPayload'])];
  const details = textAt(json, 'statusDetails', 'responseDetails', 'proxyStatus');
  const status = statusOf(http['status'] ?? json['httpStatusCode']);
  const isUpstreams = /^(?:response_sent_by_backend|via_upstream)$/.test(details ?? '');
  const rpc = membersOf(proto['status']);
  const words = textAt(entry, 'textPayload') ?? textAt(json, 'message', 'errorMessage', 'error') ?? textAt(rpc, 'message');
  return entryOf({
    format: 'Google Cloud',
    time: entry['timestamp'] ?? entry['receiveTimestamp'],
    id: textAt(entry, 'trace')?.split('/').at(-1) ?? textAt(entry, 'insertId'),
    method: textAt(http, 'requestMethod') ?? textAt(json, 'httpMethod'),
    url: textAt(http, 'requestUrl') ?? textAt(json, 'url'),
    status,
    ...((details !== undefined || words !== undefined) && { reached: isUpstreams || Object.keys(rpc).length > 0 }),
    host: textAt(proto, 'serviceName') ?? textAt(http, 'serverIp'),
    upstreamStatus: isUpstreams ? status : undefined,
    ...(Object.keys(rpc).length > 0 ? { upstreamSays: words } : { says: joined(isUpstreams ? undefined : details, words) }),
  });
}

const READERS = [litellm, kong, envoy, apipark, googleCloud, awsEvent, apiGateway, litellmLine];

/** The call that a gateway's JSON entry tells of; undefined where it is of none of the known formats. */
export function gatewayObject(entry: Members): GatewayEntry | undefined {
  for (const read of READERS) {
    const found = read(entry);
    if (found) return found;
  }
  return undefined;
}

/** What a collector wraps: the line as a text or as an object, with the collector's time. */
export function wrappedIn(entry: Members): { message: string | Members; time: unknown } | undefined {
  const time = entry['@timestamp'] ?? entry['timestamp'] ?? entry['time'];
  for (const name of ['@message', 'message', 'log']) {
    const text = textOf(entry[name]);
    const inner = membersOf(text === undefined ? entry[name] : strictJson(text));
    if (Object.keys(inner).length > 0) return { message: inner, time };
    if (
      text !== undefined &&
      (name !== 'message' || 'ingestionTime' in entry || 'logStreamName' in entry || numberText(entry['eventId']) !== undefined)
    ) {
      return { message: text, time };
    }
  }
  return undefined;
}
