import type { Capture } from '../model/capture.ts';
import { jsonLines, mostAre, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { loggedCall, severityOf } from '../parse/log-call.ts';
import { gathered, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';

/** https://getpino.io: the level as a number, the time in milliseconds; a `v` beside them is bunyan's. */
const isEntry = (entry: Members): boolean =>
  typeof entry['level'] === 'number' && 'time' in entry && !('v' in entry) && ('pid' in entry || 'hostname' in entry || 'msg' in entry);

function told({ line, value: entry }: JsonLine): Told {
  if (!entry) return 'unknown';
  return loggedCall({
    shape: 'pino-log',
    line,
    at: logTime(entry['time']),
    severity: severityOf(entry['level']),
    message: textOf(entry['msg']),
    errors: [entry['err'], entry['error']],
    fields: entry,
  });
}

export default {
  title: 'A log of pino',
  madeBy: 'pino, pino-http and Fastify, in Node.js',
  recognise: (text) => (mostAre(text, isEntry) ? 0.86 : 0),
  read: (text) => gathered(jsonLines(text), told),
} satisfies Capture;
