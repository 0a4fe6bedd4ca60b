import type { Capture } from '../model/capture.ts';
import { jsonLines, mostAre, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { loggedCall, severityOf } from '../parse/log-call.ts';
import { entriesOf, gathered, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';
import { strictJson } from '../parse/loose-json.ts';
import { withoutTerminal } from '../parse/pasted.ts';

const shape = 'zap-log';

/** https://pkg.go.dev/go.uber.org/zap: level, ts, caller and msg. Caddy logs with zap too, and has a reader of its own. */
const isEntry = (entry: Members): boolean =>
  typeof entry['level'] === 'string' && 'ts' in entry && typeof entry['msg'] === 'string' && !('request' in entry && 'status' in entry);

function toldInJson({ line, value: entry }: JsonLine): Told {
  if (!entry) return 'unknown';
  return loggedCall({
    shape,
    line,
    at: logTime(entry['ts']),
    severity: severityOf(entry['level']),
    message: textOf(entry['msg']),
    errors: [entry['error'], entry['err'], entry['errorVerbose']],
    fields: entry,
  });
}

/** The console encoder puts tabs between time, level, logger or caller, message and the fields as JSON. */
const CONSOLE =
  /^(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d{4})|\d+(?:\.\d+)?(?:e\+\d+)?)\t(DEBUG|INFO|WARN|ERROR|DPANIC|PANIC|FATAL|debug|info|warn|error|dpanic|panic|fatal)\t(.*)$/s;

function toldInText({ line, text }: LogLine): Told {
  const match = CONSOLE.exec(text);
  if (!match) return 'unknown';
  const parts = match[3]!.split('\n', 1)[0]!.split('\t');
  const json = parts.at(-1)!.startsWith('{') ? strictJson(parts.pop()!) : undefined;
  const fields = typeof json === 'object' && json !== null ? (json as Members) : {};
  const message = parts.filter((part, i) => i === parts.length - 1 || !/^[\w./-]+\.go:\d+$/.test(part)).join(' ');
  return loggedCall({
    shape,
    line,
    at: logTime(match[1]),
    severity: severityOf(match[2]),
    message,
    errors: [fields['error'], fields['err'], fields['errorVerbose']],
    fields,
  });
}

export default {
  title: 'A log of zap',
  madeBy: 'zap in Go: JSON, or the console encoder',
  recognise: (text) =>
    mostAre(text, isEntry) ? 0.84 : shareOf(withoutTerminal(text.slice(0, 65_536)), (line) => CONSOLE.test(line)) >= 0.3 ? 0.84 : 0,
  read: (text) =>
    mostAre(text, isEntry) ? gathered(jsonLines(text), toldInJson) : gathered(entriesOf(withoutTerminal(text), CONSOLE), toldInText),
} satisfies Capture;
