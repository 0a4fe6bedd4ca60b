import type { Capture } from '../model/capture.ts';
import { jsonLines, mostAre, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { loggedCall, severityOf } from '../parse/log-call.ts';
import { gathered, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';

/** https://github.com/trentm/node-bunyan: every record has `v`, `level`, `name`, `time` and `msg`. */
const isEntry = (entry: Members): boolean => entry['v'] === 0 && typeof entry['level'] === 'number' && 'name' in entry && 'msg' in entry;

function told({ line, value: entry }: JsonLine): Told {
  if (!entry) return 'unknown';
  return loggedCall({
    shape: 'bunyan-log',
    line,
    at: logTime(entry['time']),
    severity: severityOf(entry['level']),
    message: textOf(entry['msg']),
    errors: [entry['err'], entry['error']],
    fields: entry,
  });
}

export default {
  title: 'A log of bunyan',
  madeBy: 'bunyan and restify, in Node.js',
  recognise: (text) => (mostAre(text, isEntry) ? 0.87 : 0),
  read: (text) => gathered(jsonLines(text), told),
} satisfies Capture;
