import type { Capture } from '../model/capture.ts';
import { jsonLines, jsonSample, membersOf, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { gathered, numberedLines, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';
import { objectCall, textCall } from '../parse/log-message.ts';
import { logTime } from '../parse/log-time.ts';

const shape = 'cloudwatch-insights';

type Row = { line: number; time?: unknown; message: unknown };

/** Logs Insights gives its times in UTC, without saying so. */
const timeOf = (value: unknown): string | undefined =>
  logTime(typeof value === 'string' && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/.test(value) ? `${value}Z` : value);

function told({ line, time, message }: Row): Told {
  const at = timeOf(time);
  if (typeof message === 'string') return textCall(message, { shape, line, at });
  return objectCall(membersOf(message), { shape, line, at });
}

/** A row as `aws logs get-query-results` gives it: a list of {field, value}. */
function ofFields(fields: unknown): Members {
  const pairs = Array.isArray(fields) ? fields.slice(0, 200).map(membersOf) : [];
  return Object.fromEntries(pairs.flatMap(({ field, value }) => (typeof field === 'string' ? [[field, value]] : [])));
}

function rowsOf({ line, value: entry }: JsonLine): Row[] {
  if (!entry) return [];
  if ('@message' in entry) return [{ line, time: entry['@timestamp'], message: entry['@message'] }];
  if ('message' in entry && 'timestamp' in entry) return [{ line, time: entry['timestamp'], message: entry['message'] }];
  const { results, events } = entry;
  if (Array.isArray(results))
    return results.map((row) => ({ line, time: ofFields(row)['@timestamp'], message: ofFields(row)['@message'] }));
  return Array.isArray(events) ? events.map(membersOf).map(({ timestamp, message }) => ({ line, time: timestamp, message })) : [];
}

function* jsonRows(text: string): Generator<Row> {
  for (const json of jsonLines(text)) yield* rowsOf(json);
}

/** `aws logs tail`: time with microseconds and zone, the stream, the message; with --format short no stream, and no zone. */
const TAIL = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00) (\S*[^\s:]) (.*)$/;

function tailed({ line, text }: LogLine): Told {
  const match = TAIL.exec(text);
  return match ? told({ line, time: match[1], message: match[3] }) : 'unknown';
}

/** The cells of a CSV file (RFC 4180), row by row; a quoted cell may hold line ends. */
function* csvRows(text: string): Generator<{ line: number; cells: string[] }> {
  let [at, line, first] = [0, 1, 1];
  let cells: string[] = [];
  const cell = /"((?:[^"]|"")*)(?:"|$)|([^,\n\r]*)/y;
  while (at < text.length) {
    cell.lastIndex = at;
    const match = cell.exec(text)!;
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    for (const char of match[0]) if (char === '\n') line++;
    at += match[0].length;
    if (text[at] === '\r') at++;
    if (text[at] === ',') at++;
    else {
      while (at < text.length && text[at] !== '\n' && text[at] !== ',') at++;
      at++;
      line++;
      yield { line: first, cells };
      cells = [];
      first = line;
    }
  }
}

function* csvMessages(text: string): Generator<Row> {
  let head: string[] | undefined;
  for (const { line, cells } of csvRows(text)) {
    if (!head) head = cells;
    else if (cells.length >= head.length || cells.some((value) => value !== '')) {
      yield { line, time: cells[head.indexOf('@timestamp')], message: cells[head.indexOf('@message')] ?? '' };
    }
  }
}

const isCsv = (text: string): boolean => /^"?@(?:timestamp|message)"?,[^\n]*/.test(text) && /^[^\n]*@message/.test(text.slice(0, 1000));

const isEntry = (entry: Members): boolean => {
  if ('@message' in entry) return '@timestamp' in entry || '@logStream' in entry || '@ptr' in entry;
  const { results, events } = entry;
  if (Array.isArray(results)) return '@message' in ofFields(results[0]);
  if (Array.isArray(events)) return ['timestamp', 'message', 'ingestionTime'].filter((name) => name in membersOf(events[0])).length === 3;
  return textOf(entry['message']) !== undefined && 'ingestionTime' in entry;
};

/** The export of a query is one list or object, which a look at its start does not parse. */
const startsAsOne = (text: string): boolean =>
  /^\s*[[{]/.test(text) &&
  /"@message"|"ingestionTime"/.test(text.slice(0, 262_144)) &&
  /"(?:@timestamp|@ptr|field|events|timestamp)"/.test(text.slice(0, 262_144));

export default {
  title: 'Amazon CloudWatch Logs',
  madeBy: 'Logs Insights (export as JSON or CSV), aws logs tail, get-query-results, filter-log-events',
  recognise(text) {
    if (isCsv(text) || shareOf(text, (line) => TAIL.test(line)) >= 0.5) return 0.88;
    return startsAsOne(text) || jsonSample(text).some(isEntry) ? 0.88 : 0;
  },
  read(text) {
    if (isCsv(text)) return gathered(csvMessages(text), told);
    return shareOf(text, (line) => TAIL.test(line)) >= 0.5 ? gathered(numberedLines(text), tailed) : gathered(jsonRows(text), told);
  },
} satisfies Capture;
