import type { Capture } from '../model/capture.ts';
import { textOf, type Members } from '../parse/json-lines.ts';
import { keyValues } from '../parse/key-values.ts';
import { loggedCall, severityOf } from '../parse/log-call.ts';
import { accessExchange, gathered, loggedUrl, numberedLines, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';
import { withoutTerminal } from '../parse/pasted.ts';

/** Heroku's router: https://devcenter.heroku.com/articles/http-routing#heroku-router-log-format. */
const isRouters = (line: string): boolean => /(?:^|\s)at=\w+ /.test(line) && /\smethod=[A-Z]+\s/.test(line) && /\spath=/.test(line);

const isPairs = (line: string): boolean =>
  /(?:^|\s)(?:level|lvl|severity)=\w/.test(line) && /(?:^|\s)(?:msg|message|err|error|caller)=/.test(line);

function routed(line: number, text: string, entry: Members): Told {
  const status = Number(entry['status']);
  const words = ['code', 'desc', 'request_id'].flatMap((name) => (typeof entry[name] === 'string' ? [`${name}=${entry[name]}`] : []));
  return accessExchange({
    shape: 'logfmt-log',
    line,
    method: textOf(entry['method']),
    url: loggedUrl(textOf(entry['path']) ?? '/', textOf(entry['host'])),
    status: Number.isInteger(status) ? status : 0,
    at: logTime(/^(\d{4}-\d\d-\d\dT\S+) /.exec(text)?.[1]),
    text: status >= 400 ? words.join(' ') : '',
  });
}

function told({ line, text }: LogLine): Told {
  const entry = keyValues(text);
  if (isRouters(text)) return routed(line, text, entry);
  if (!isPairs(text)) return 'unknown';
  return loggedCall({
    shape: 'logfmt-log',
    line,
    at: logTime(entry['ts'] ?? entry['time'] ?? entry['timestamp'] ?? entry['t']),
    severity: severityOf(entry['level'] ?? entry['lvl'] ?? entry['severity']),
    message: textOf(entry['msg'] ?? entry['message']),
    errors: [entry['err'], entry['error']],
    fields: entry,
  });
}

export default {
  title: 'A log in logfmt',
  madeBy: "go-kit, Grafana, Loki, Prometheus, Heroku's router",
  recognise: (text) => (shareOf(text, (line) => isRouters(line) || isPairs(line)) >= 0.5 ? 0.78 : 0),
  read: (text) => gathered(numberedLines(withoutTerminal(text)), told),
} satisfies Capture;
