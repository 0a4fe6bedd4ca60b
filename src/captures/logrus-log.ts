import type { Capture } from '../model/capture.ts';
import { jsonLines, mostAre, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { keyValues } from '../parse/key-values.ts';
import { loggedCall, severityOf } from '../parse/log-call.ts';
import { gathered, numberedLines, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';
import { withoutTerminal } from '../parse/pasted.ts';

/** logrus and Go's own slog name the same three members; zap's time is called ts, pino's level is a number. */
const isEntry = (entry: Members): boolean =>
  typeof entry['level'] === 'string' &&
  typeof entry['time'] === 'string' &&
  typeof entry['msg'] === 'string' &&
  !('DownstreamStatus' in entry);

const isPairs = (line: string): boolean => /(?:^|\s)time="?\d{4}-/.test(line) && /\slevel=\w/.test(line) && /\smsg=/.test(line);

function toldOf(line: number, entry: Members): Told {
  return loggedCall({
    shape: 'logrus-log',
    line,
    at: logTime(entry['time']),
    severity: severityOf(entry['level']),
    message: textOf(entry['msg']),
    errors: [entry['error'], entry['err']],
    fields: entry,
  });
}

const toldInJson = ({ line, value }: JsonLine): Told => (value ? toldOf(line, value) : 'unknown');
const toldInText = ({ line, text }: LogLine): Told => (isPairs(text) ? toldOf(line, keyValues(text)) : 'unknown');

export default {
  title: 'A log of logrus or slog',
  madeBy: 'logrus and log/slog in Go (Docker, Traefik, Ollama): text or JSON',
  recognise: (text) => (mostAre(text, isEntry) ? 0.84 : shareOf(text, isPairs) >= 0.5 ? 0.85 : 0),
  read: (text) =>
    mostAre(text, isEntry) ? gathered(jsonLines(text), toldInJson) : gathered(numberedLines(withoutTerminal(text)), toldInText),
} satisfies Capture;
