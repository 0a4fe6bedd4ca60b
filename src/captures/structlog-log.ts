import type { Capture } from '../model/capture.ts';
import { jsonLines, mostAre, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { keyValues } from '../parse/key-values.ts';
import { loggedCall, severityOf } from '../parse/log-call.ts';
import { entriesOf, gathered, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';
import { withoutTerminal } from '../parse/pasted.ts';

/** https://www.structlog.org: what other loggers call the message is an event here. */
const isEntry = (entry: Members): boolean => typeof entry['event'] === 'string' && ('level' in entry || 'log_level' in entry);

/** The console renderer: time, level in brackets, event, then two spaces or more before the pairs. */
const CONSOLE = /^(\d{4}-\d\d-\d\d[T ][\d:.,]+\S{0,6}) \[(debug|info|warning|error|critical|exception) {0,7}\] (.*)$/s;

/** The key-value renderer writes Python's reprs, logfmt writes plain ones; the event is among them. */
const isPairs = (line: string): boolean => /(?:^|\s)event=/.test(line) && /(?:^|\s)(?:level|log_level|timestamp|logger)=/.test(line);

function toldOf(line: number, entry: Members): Told {
  return loggedCall({
    shape: 'structlog-log',
    line,
    at: logTime(entry['timestamp']),
    severity: severityOf(entry['level'] ?? entry['log_level']),
    message: textOf(entry['event']),
    errors: [entry['exception'], entry['error'], entry['exc']],
    fields: entry,
  });
}

const toldInJson = ({ line, value }: JsonLine): Told => (value ? toldOf(line, value) : 'unknown');

function toldInText({ line, text }: LogLine): Told {
  const match = CONSOLE.exec(text);
  if (!match) return isPairs(text) ? toldOf(line, keyValues(text)) : 'unknown';
  const [, timestamp, level, words] = match;
  const [head, ...below] = words!.split('\n');
  const [event, ...pairs] = head!.split(/ {2,}(?=\S)/);
  // the traceback of an exception is printed below the line, the exception last
  return toldOf(line, { exception: below.at(-1), ...keyValues(pairs.join(' ')), event, timestamp, level });
}

const starts = (line: string): boolean => CONSOLE.test(line) || isPairs(line);

/** A line that starts an entry, for what follows it to be read with it. */
const START = /^\d{4}-\d\d-\d\d[T ]\S+ \[\w+ {0,7}\] |(?:^|\s)event=/;

export default {
  title: 'A log of structlog',
  madeBy: 'structlog in Python: JSON, key=value pairs, or the console',
  recognise: (text) => (mostAre(text, isEntry) ? 0.84 : shareOf(withoutTerminal(text.slice(0, 65_536)), starts) >= 0.3 ? 0.82 : 0),
  read: (text) =>
    mostAre(text, isEntry) ? gathered(jsonLines(text), toldInJson) : gathered(entriesOf(withoutTerminal(text), START), toldInText),
} satisfies Capture;
