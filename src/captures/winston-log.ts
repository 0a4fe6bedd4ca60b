import type { Capture } from '../model/capture.ts';
import { jsonLines, mostAre, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { loggedCall, severityOf } from '../parse/log-call.ts';
import { gathered, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';

/** The levels of npm's logger and of syslog that winston offers, in small letters (https://github.com/winstonjs/winston). */
const LEVELS = /^(?:silly|debug|verbose|http|info|notice|warn|warning|error|crit|alert|emerg)$/;

/** What other loggers write beside a level and a message. */
const OTHERS = ['event', 'ts', 'caller', 'logger', 'loggerName', 'logger_name', 'log.level', '@version', 'thread', 'severity', 'log'];

const isEntry = (entry: Members): boolean =>
  LEVELS.test(textOf(entry['level'])?.slice(0, 10) ?? '') && typeof entry['message'] === 'string' && !OTHERS.some((name) => name in entry);

function told({ line, value: entry }: JsonLine): Told {
  if (!entry) return 'unknown';
  return loggedCall({
    shape: 'winston-log',
    line,
    at: logTime(entry['timestamp']),
    severity: severityOf(entry['level']),
    message: textOf(entry['message']),
    errors: [entry['err'], entry['error'], entry['cause']],
    fields: entry,
  });
}

export default {
  title: 'A log of winston',
  madeBy: 'winston with format.json(), in Node.js',
  recognise: (text) => (mostAre(text, isEntry) ? 0.83 : 0),
  read: (text) => gathered(jsonLines(text), told),
} satisfies Capture;
