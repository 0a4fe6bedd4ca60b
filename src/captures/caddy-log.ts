import type { Capture } from '../model/capture.ts';
import type { HeaderField } from '../model/exchange.ts';
import { jsonLines, jsonSample, membersOf, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { accessExchange, gathered, loggedUrl, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';

/** Access logs and errors of the HTTP app: https://caddyserver.com/docs/caddyfile/directives/log. */
const isEntry = (entry: Members): boolean => {
  const request = membersOf(entry['request']);
  return typeof entry['status'] === 'number' && 'uri' in request && 'method' in request && 'ts' in entry;
};

const headersOf = (value: unknown): HeaderField[] =>
  Object.entries(membersOf(value)).flatMap(([name, values]) =>
    Array.isArray(values) ? values.flatMap((one) => (typeof one === 'string' ? [{ name, value: one }] : [])) : [],
  );

function told({ line, value: entry }: JsonLine): Told {
  if (!entry) return 'unknown';
  if (!isEntry(entry)) return 'quiet';
  const request = membersOf(entry['request']);
  const message = textOf(entry['msg']) ?? '';
  const { toldStatus, ...exchange } = accessExchange({
    shape: 'caddy-log',
    line,
    method: textOf(request['method']),
    url: loggedUrl(textOf(request['uri']) ?? '/', textOf(request['host']), 'tls' in request ? 'https' : 'http'),
    status: entry['status'] as number,
    at: logTime(entry['ts']),
    text: message === 'handled request' ? '' : message,
  });
  const headers = headersOf(entry['resp_headers']);
  return {
    ...exchange,
    ...(exchange.request && { request: { ...exchange.request, headers: headersOf(request['headers']) } }),
    ...(toldStatus !== undefined && (headers.length > 0 ? { response: { status: toldStatus, headers } } : { toldStatus })),
  };
}

export default {
  title: "Caddy's access log and errors",
  madeBy: 'Caddy with the log directive, in JSON',
  // its own messages stand between them
  recognise: (text) => (jsonSample(text).some(isEntry) ? 0.88 : 0),
  read: (text) => gathered(jsonLines(text), told),
} satisfies Capture;
