import type { Capture } from '../model/capture.ts';
import { jsonLines, membersOf, mostAre, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { accessExchange, gathered, loggedUrl, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';

/**
 * Apinto, APIPark's gateway, writes the variables that its formatter names, in one object or in groups of them
 * (https://help.apinto.com/docs/formatter). What the groups hold is read as if it stood in the entry itself.
 */
const GROUPS = ['request', 'proxy', 'response', 'status_code', 'time', 'ai'];

const flat = (entry: Members): Members => Object.assign({}, ...GROUPS.map((name) => membersOf(entry[name])), entry) as Members;

const isEntry = (entry: Members): boolean => {
  const all = flat(entry);
  return (
    'proxy_status' in all &&
    'status' in all &&
    ('request_id' in all || 'ai_provider' in all) &&
    ('proxy_host' in all || 'proxy_addr' in all || 'proxy_uri' in all)
  );
};

const numberOf = (value: unknown): number =>
  typeof value === 'number' || (typeof value === 'string' && /^\d{1,3}$/.test(value)) ? Number(value) : 0;

function wordsOf(entry: Members, status: number): string {
  if (status < 400) return '';
  const upstream = numberOf(entry['proxy_status']);
  const provider = textOf(entry['ai_provider']);
  const model = textOf(entry['ai_model']);
  return [
    upstream === 0 ? 'The gateway answered by itself: no upstream answered.' : `The upstream answered ${upstream}.`,
    provider === undefined ? '' : `ai_provider: ${provider}${model === undefined ? '' : `, ai_model: ${model}`}`,
    `request_id: ${textOf(entry['request_id']) ?? '-'}`,
  ]
    .filter((words) => words !== '')
    .join('\n');
}

function told({ line, value }: JsonLine): Told {
  if (!value) return 'unknown';
  if (!isEntry(value)) return 'quiet';
  const entry = flat(value);
  const status = numberOf(entry['status']);
  const target = textOf(entry['request_uri'] ?? entry['uri']);
  const scheme = textOf(entry['request_scheme'] ?? entry['scheme']);
  const { toldStatus, ...exchange } = accessExchange({
    shape: 'apipark-access-log',
    line,
    method: textOf(entry['request_method'] ?? entry['method']),
    url:
      target === undefined
        ? undefined
        : loggedUrl(target, textOf(entry['request_host'] ?? entry['host']), scheme === 'http' || scheme === 'https' ? scheme : undefined),
    status,
    at: logTime(entry['time_iso8601'] ?? entry['msec']),
    text: wordsOf(entry, status),
  });
  const body = textOf(entry['response_body'] ?? entry['proxy_response_body']);
  if (toldStatus === undefined) return exchange;
  return { ...exchange, ...(body === undefined ? { toldStatus } : { response: { status: toldStatus, headers: [], body } }) };
}

export default {
  title: "APIPark's access log",
  madeBy: 'APIPark and Apinto, with the output format json',
  recognise: (text) => (mostAre(text, isEntry) ? 0.88 : 0),
  read: (text) => gathered(jsonLines(text), told),
} satisfies Capture;
