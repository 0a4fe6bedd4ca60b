/** What a collector of logs (CloudWatch, Cloud Logging) keeps of a program: its line as a text, or its object. */
import { membersOf, textOf, type Members } from './json-lines.ts';
import { loggedCall, severityOf, type Severity } from './log-call.ts';
import type { Told } from './log-lines.ts';
import { logTime } from './log-time.ts';
import { strictJson } from './loose-json.ts';
import { withoutTerminal } from './pasted.ts';

type Message = { shape: string; line: number; at: string | undefined; severity?: Severity };

const MESSAGES = ['message', 'msg', '@m', 'event', 'errorMessage', '@message'];
const ERRORS = ['err', 'error', 'exception', 'exc_info', 'stack_trace', 'errorMessage', 'thrown', '@x'];

/** The level as a text states it; a text that speaks of an error without a level may tell of one. */
function severityIn(words: string): Severity {
  const start = words.slice(0, 200);
  if (/\b(?:ERROR|FATAL|CRITICAL|SEVERE|ERR)\b|\b(?:Error|Exception):/.test(start)) return 'error';
  return /\bWARN(?:ING)?\b|error|exception|fail|refused|denied/i.test(words.slice(0, 2000)) ? 'warning' : 'fine';
}

/** The call that a collected object tells of, whichever logger wrote it. */
export function objectCall(entry: Members, { shape, line, at, severity }: Message): Told {
  const level = severityOf(entry['level'] ?? entry['severity'] ?? entry['log.level'] ?? entry['@l'] ?? entry['levelname']);
  return loggedCall({
    shape,
    line,
    at: at ?? logTime(entry['timestamp'] ?? entry['time'] ?? entry['ts'] ?? entry['@timestamp']),
    severity: level === 'fine' ? (severity ?? 'fine') : level,
    message: MESSAGES.map((name) => textOf(entry[name])).find((text) => text !== undefined),
    errors: ERRORS.map((name) => entry[name]),
    fields: entry,
  });
}

/** The same for a collected text; a text that is JSON is read as its object. */
export function textCall(text: string, message: Message): Told {
  const words = withoutTerminal(text).trim().slice(0, 65_536);
  // Lambda puts the time, its request's id and the level before what a program prints
  const entry = membersOf(strictJson(words.replace(/^[\d:.TZ-]+\t\S+\t[A-Z]+\t(?=\{)/, '')));
  if (Object.keys(entry).length > 0) return objectCall(entry, message);
  // what Lambda itself writes around a call
  if (/^(?:START|END|REPORT|INIT_START|EXTENSION)\b/.test(words)) return 'quiet';
  return loggedCall({ ...message, severity: message.severity ?? severityIn(words), message: words, fields: {} });
}
