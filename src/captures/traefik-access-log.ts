import type { Capture } from '../model/capture.ts';
import type { HeaderField } from '../model/exchange.ts';
import { combinedLine, isTraefiks } from '../parse/combined-line.ts';
import { jsonLines, mostAre, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { accessExchange, gathered, loggedUrl, numberedLines, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';

const shape = 'traefik-access-log';

function toldInText({ line, text }: LogLine): Told {
  const read = combinedLine(text);
  if (!read) return 'unknown';
  const { host, method, target, status, at } = read;
  return accessExchange({ shape, line, method, url: target === undefined ? undefined : loggedUrl(target, host), status, at });
}

/** https://doc.traefik.io/traefik/observability/access-logs: header fields stand behind `downstream_` (sent) and `origin_` (received). */
function headersOf(entry: Members): HeaderField[] {
  return Object.entries(entry).flatMap(([name, value]) =>
    name.startsWith('downstream_') && typeof value === 'string' ? [{ name: name.slice('downstream_'.length), value }] : [],
  );
}

const isEntry = (entry: Members): boolean => typeof entry['DownstreamStatus'] === 'number' && 'RequestMethod' in entry;

/** Traefik writes 0 where the backend sent no status of its own. */
function answered(entry: Members, status: number): string {
  const origin = entry['OriginStatus'];
  if (status < 400 || typeof origin !== 'number') return '';
  if (origin === status) return 'Traefik passed on what the backend answered.';
  return origin === 0
    ? 'Traefik answered by itself: the backend did not.'
    : `Traefik answered by itself; the backend had answered ${origin}.`;
}

function toldInJson({ line, value: entry }: JsonLine): Told {
  if (!entry) return 'unknown';
  if (!isEntry(entry)) return 'quiet';
  const status = entry['DownstreamStatus'] as number;
  const scheme = entry['RequestScheme'] === 'http' ? 'http' : entry['RequestScheme'] === 'https' ? 'https' : undefined;
  const target = textOf(entry['RequestPath']);
  const exchange = accessExchange({
    shape,
    line,
    method: textOf(entry['RequestMethod']),
    url: target === undefined ? undefined : loggedUrl(target, textOf(entry['RequestAddr']) ?? textOf(entry['RequestHost']), scheme),
    status,
    at: logTime(entry['StartUTC'] ?? entry['time']),
    text: answered(entry, status),
  });
  const headers = headersOf(entry);
  if (headers.length === 0 || exchange.toldStatus === undefined) return exchange;
  const { toldStatus, ...others } = exchange;
  return { ...others, response: { status: toldStatus, headers } };
}

const isText = (line: string): boolean => {
  const read = combinedLine(line);
  return read !== undefined && isTraefiks(read);
};

export default {
  title: "Traefik's access log",
  madeBy: 'traefik --accesslog, in its common format or with format: json',
  recognise: (text) => (mostAre(text, isEntry) ? 0.88 : shareOf(text, isText) >= 0.5 ? 0.85 : 0),
  read: (text) => (mostAre(text, isEntry) ? gathered(jsonLines(text), toldInJson) : gathered(numberedLines(text), toldInText)),
} satisfies Capture;
