import type { Capture } from '../model/capture.ts';
import { jsonLines, mostAre, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { accessExchange, gathered, loggedUrl, numberedLines, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';

const shape = 'envoy-access-log';

/** https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage, %RESPONSE_FLAGS%. */
const FLAGS: Record<string, string> = {
  DC: 'the client closed the connection',
  DF: 'the name of the upstream does not resolve',
  DI: 'a fault filter delayed the request',
  DPE: 'the client broke the protocol',
  DT: 'the longest time that a request may take was exceeded',
  FI: 'a fault filter aborted the request',
  IH: 'a header field was refused as invalid',
  LH: 'the upstream failed its health check',
  LR: 'Envoy reset the connection',
  NC: 'no such upstream cluster',
  NFCF: 'a filter configuration was missing',
  NR: 'no route is configured for the request',
  OM: "Envoy's overload manager ended the request",
  RL: "refused by Envoy's rate limit filter",
  RLSE: 'the rate limit service failed',
  SI: 'the stream was idle for too long',
  UAEX: 'denied by the external authorization service',
  UC: 'the upstream closed the connection',
  UF: 'the connection to the upstream failed',
  UH: 'no healthy upstream',
  UMSDR: 'the stream lasted longer than the upstream allows',
  UO: 'upstream overflow: the circuit breaker is open',
  UPE: 'the upstream broke the protocol',
  UR: 'the upstream reset the stream',
  URX: 'the request was retried as often as is allowed',
  UT: 'the upstream did not answer in time',
};

const LINE = /^\[(\d{4}-\d\d-\d\dT[\d:.]+Z)\] "([A-Z]{3,16}|-) (\S+)(?: [^"\s]*)?" (\d{1,3}) (-|[A-Z]{2,5}(?:,[A-Z]{2,5})*)(?= )(.*)$/;

/** Flags of a line in words, with what Envoy says beside them. */
function wordsOf(flags: string, details: readonly (string | undefined)[]): string {
  const known = flags.split(',').flatMap((flag) => (FLAGS[flag] === undefined ? [] : [`${flag}: ${FLAGS[flag]}`]));
  const said = details.filter((detail) => detail !== undefined && detail !== '-' && detail !== 'via_upstream');
  const words = [...known.map((flag) => `Envoy's response flag ${flag}`), ...said];
  return words.join('\n');
}

/** The default format ends with five quoted members, the fourth of which is the authority; Istio puts two more before them. */
function toldInText({ line, text }: LogLine): Told {
  const match = LINE.exec(text.slice(Math.max(0, text.indexOf('['))));
  if (!match) return 'unknown';
  const [, time, method, target, status, flags, rest] = match;
  const quoted = [...rest!.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((member) => member[1]);
  const isIstio = quoted.length >= 6;
  const details = /^ ([^"\d\s]\S*)/.exec(rest!)?.[1];
  return accessExchange({
    shape,
    line,
    method: method === '-' ? undefined : method,
    url: method === '-' ? undefined : loggedUrl(target!, quoted[isIstio ? 4 : 3]),
    status: Number(status),
    at: logTime(time),
    text: wordsOf(flags!, [details, isIstio ? quoted[0] : undefined]),
  });
}

const isEntry = (entry: Members): boolean => 'response_code' in entry && ('response_flags' in entry || 'response_code_details' in entry);

function toldInJson({ line, value: entry }: JsonLine): Told {
  if (!entry) return 'unknown';
  if (!isEntry(entry)) return 'quiet';
  const target = textOf(entry['path'] ?? entry['x-envoy-origin-path'] ?? entry[':path']);
  return accessExchange({
    shape,
    line,
    method: textOf(entry['method'] ?? entry[':method']),
    url: target === undefined ? undefined : loggedUrl(target, textOf(entry['authority'] ?? entry[':authority'])),
    status: Number(entry['response_code']),
    at: logTime(entry['start_time']),
    text: wordsOf(textOf(entry['response_flags']) ?? '-', [
      textOf(entry['response_code_details']),
      textOf(entry['upstream_transport_failure_reason']),
    ]),
  });
}

export default {
  title: "Envoy's access log",
  madeBy: 'Envoy, Istio and Envoy Gateway, in the default format or in JSON',
  recognise: (text) => (mostAre(text, isEntry) || shareOf(text, (line) => LINE.test(line)) >= 0.5 ? 0.88 : 0),
  read: (text) => (mostAre(text, isEntry) ? gathered(jsonLines(text), toldInJson) : gathered(numberedLines(text), toldInText)),
} satisfies Capture;
