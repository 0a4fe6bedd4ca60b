/** What one entry of any program's log tells of an HTTP call: when, with which status, in which words. */
import { combinedLine } from './combined-line.ts';
import { membersOf, textOf, type Members } from './json-lines.ts';
import { severityOf } from './log-call.ts';
import { momentOf, type Moment } from './log-clock.ts';
import { objectCall } from './log-message.ts';
import { statusMember } from './logged-members.ts';
import { strictJson } from './loose-json.ts';
import { toldFailure } from './told-failure.ts';
import { toldStatus } from './told-status.ts';

export type LogEvent = {
  moment?: Moment;
  status?: number;
  /** There was no response: a name, a connection, TLS failed. */
  noAnswer?: boolean;
  /** The level says that something is wrong, or the words do. */
  doubtful: boolean;
  /** The entry's words, without the time before them. */
  said: string;
};

type Clock = (line: string) => Moment | undefined;

const TIMES = [
  'timestamp',
  'time',
  '@timestamp',
  'ts',
  'datetime',
  'date',
  'asctime',
  'eventTime',
  'started_at',
  'startTime',
  'start_time',
  '@t',
  't',
];
const MESSAGES = ['message', 'msg', '@m', '@message', 'event', 'textPayload', 'errorMessage', 'MESSAGE', 'body'];

/** Where an entry keeps the status of an answer: in itself, or in what its logger calls the response. */
function statusIn(entry: Members): number | undefined {
  const http = membersOf(entry['http']);
  const payload = membersOf(entry['jsonPayload']);
  const holders = [
    entry,
    entry['res'],
    entry['response'],
    http['response'],
    entry['httpRequest'],
    payload,
    entry['context'],
    entry['fields'],
    entry['extra'],
  ];
  for (const holder of holders) {
    const status = statusMember(membersOf(holder));
    if (status !== undefined) return status;
  }
  return undefined;
}

const timeMember = (entry: Members, clock: Clock): Moment | undefined => {
  for (const name of TIMES) {
    const value = entry[name];
    const moment = momentOf(value) ?? (typeof value === 'string' ? clock(value) : undefined);
    if (moment) return moment;
  }
  return undefined;
};

function ofObject(entry: Members, clock: Clock, depth: number): LogEvent {
  const moment = timeMember(entry, clock);
  // what Docker and collectors wrap is a line of its own
  const wrapped = textOf(entry['log']) ?? textOf(entry['@message']) ?? textOf(entry['textPayload']);
  if (wrapped !== undefined && depth < 2 && statusIn(entry) === undefined) {
    const inner = logEvent(wrapped, clock, depth + 1);
    return { ...inner, ...(moment && { moment }) };
  }
  const message = MESSAGES.map((name) => textOf(entry[name])).find((text) => text !== undefined) ?? '';
  const call = objectCall(entry, { shape: '', line: 0, at: undefined });
  const told = typeof call === 'object' ? call : undefined;
  const status = told?.response?.status ?? told?.toldStatus ?? statusIn(entry) ?? (told ? undefined : statusInWords(message));
  const level = severityOf(
    entry['level'] ?? entry['severity'] ?? entry['log.level'] ?? entry['@l'] ?? entry['levelname'] ?? entry['level_name'],
  );
  return {
    ...(moment && { moment }),
    ...(status !== undefined && { status }),
    ...(status === undefined && told?.failure && { noAnswer: true }),
    doubtful: level !== 'fine' || told !== undefined,
    said: message !== '' ? message : (told?.text ?? ''),
  };
}

const WRONG =
  /\b(?:error|err|fatal|critical|severe|warn|warning|exception|failed|failure|refused|denied|rejected|timed out|timeout)\b|Error\b|Exception\b/i;

/** A call's line of a server or a client that is not told as HTTP/1.1: "POST /pay 402 12 ms", "Completed 200 OK", status=200. */
const CALL_LINE =
  /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE) \S{1,2000} ([1-5]\d\d)(?=\s|$)|\bCompleted ([1-5]\d\d) [A-Z]|\b(?:status(?:[_ -]?code)?|responded|returned|HTTP)["']?(?: with)?\s{0,2}[:=]?\s{0,2}["']?([23]\d\d)(?![\w.])|\b(2\d\d) (?:OK|Created|Accepted|No Content)\b/i;

/** No text without three digits in a row that may be a status is searched for one. */
function statusInWords(text: string): number | undefined {
  if (!/(?<!\d)[1-5]\d\d(?!\d)/.test(text)) return undefined;
  const told = toldStatus(text);
  if (told !== undefined) return told;
  const digits = CALL_LINE.exec(text)
    ?.slice(1)
    .find((status) => status !== undefined);
  return digits === undefined ? undefined : Number(digits);
}

/** What loggers put before the words: times, levels, processes, names in brackets. */
const PREFIX =
  /^(?:<\d{1,3}>\d? ?)?(?:[\s[(|]*(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d[.,:\d]{0,12}\s?(?:Z|UTC|[+-]\d\d:?\d\d)?|[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d)[\])|,\s]*)?/;

/** What tells of a call stands near the entry's start. */
const LONGEST_WORDS = 16_384;

function ofText(entry: string, clock: Clock): LogEvent {
  const end = entry.indexOf('\n');
  const head = end < 0 ? entry : entry.slice(0, end);
  const moment = clock(head) ?? (end < 0 ? undefined : clock(entry.slice(end + 1)));
  const time = moment ? { moment } : {};
  const access = combinedLine(head);
  if (access) {
    const { method = '', target = '', status } = access;
    return { ...time, status, doubtful: status >= 400, said: `${method} ${target}`.trim() };
  }
  const said = entry.slice(PREFIX.exec(head.slice(0, 200))?.[0].length ?? 0, LONGEST_WORDS);
  const status = statusInWords(said);
  const doubtful = WRONG.test(said.slice(0, 2000));
  const noAnswer = status === undefined && doubtful && toldFailure(said.slice(0, 8192)) !== undefined;
  return { ...time, ...(status !== undefined && { status }), ...(noAnswer && { noAnswer }), doubtful, said };
}

/** Loggers colour what they write to a terminal (ECMA-48, SGR). */
const COLOURS = /\u001b\[[\d;]{0,20}m/g;

/** Reads an entry of a log: a line, or a line with those that belong to it. `clock` is a `lineClock`. */
export function logEvent(written: string, clock: Clock, depth = 0): LogEvent {
  const entry = written.includes('\u001b') ? written.replace(COLOURS, '') : written;
  const start = entry.indexOf('{');
  const json = start >= 0 && start <= 200 ? entry.slice(start).replace(/[\s,\]]{1,40}$/, '') : '';
  if (json.endsWith('}')) {
    const members = membersOf(strictJson(json));
    // an object behind a message is part of the message
    if (Object.keys(members).length > 0 && (start < 3 || isLogged(members))) {
      const event = ofObject(members, clock, depth);
      if (event.moment || start < 3) return event;
      const moment = clock(entry);
      return { ...event, ...(moment && { moment }) };
    }
  }
  return ofText(entry, clock);
}

const isLogged = (members: Members): boolean =>
  TIMES.some((name) => name in members) || ('level' in members && MESSAGES.some((name) => name in members));
