import type { Capture } from '../model/capture.ts';
import type { HeaderField } from '../model/exchange.ts';
import { jsonLines, membersOf, mostAre, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { accessExchange, gathered, plainPort, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';

/** https://docs.konghq.com/hub/kong-inc/file-log/: the members of Kong's log serializer. */
const isEntry = (entry: Members): boolean => {
  const latencies = membersOf(entry['latencies']);
  return ('kong' in latencies || 'proxy' in latencies) && 'status' in membersOf(entry['response']);
};

const headersOf = (value: unknown): HeaderField[] =>
  Object.entries(membersOf(value)).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : [values]).flatMap((one) =>
      typeof one === 'string' || typeof one === 'number' ? [{ name, value: String(one) }] : [],
    ),
  );

/** Who answered: Kong's plugins answer without a try of an upstream. */
function wordsOf(entry: Members, status: number): string {
  if (status < 400) return '';
  const tries = Array.isArray(entry['tries']) ? entry['tries'].slice(0, 20).map(membersOf) : [];
  if (tries.length === 0) return 'Kong answered by itself: no upstream was tried.';
  return tries
    .filter(({ state }) => state !== undefined)
    .map(
      ({ ip, port, state, code }) =>
        `Kong's try of ${String(ip)}:${String(port)} ${String(state)}${typeof code === 'number' || typeof code === 'string' ? ` (${code})` : ''}`,
    )
    .join('\n');
}

function told({ line, value: entry }: JsonLine): Told {
  if (!entry) return 'unknown';
  if (!isEntry(entry)) return 'quiet';
  const request = membersOf(entry['request']);
  const response = membersOf(entry['response']);
  const status = Number(response['status']);
  const url = textOf(request['url']) ?? textOf(request['uri']);
  const { toldStatus, ...exchange } = accessExchange({
    shape: 'kong-access-log',
    line,
    method: textOf(request['method']),
    url: url === undefined ? undefined : plainPort(url),
    status,
    at: logTime(entry['started_at']),
    text: wordsOf(entry, status),
  });
  return {
    ...exchange,
    ...(exchange.request && { request: { ...exchange.request, headers: headersOf(request['headers']) } }),
    ...(toldStatus !== undefined && { response: { status: toldStatus, headers: headersOf(response['headers']) } }),
  };
}

export default {
  title: "Kong's access log",
  madeBy: "Kong's plugins file-log, http-log, tcp-log and the like",
  recognise: (text) => (mostAre(text, isEntry) ? 0.88 : 0),
  read: (text) => gathered(jsonLines(text), told),
} satisfies Capture;
