import type { Capture } from '../model/capture.ts';
import { jsonLines, membersOf, mostAre, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { loggedCall, severityOf } from '../parse/log-call.ts';
import { gathered, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';

/** The level where JsonLayout, the Elastic Common Schema (flat or nested) and logstash-logback-encoder put it. */
const levelOf = (entry: Members): unknown => entry['log.level'] ?? membersOf(entry['log'])['level'] ?? entry['level'];

const isEntry = (entry: Members): boolean =>
  typeof levelOf(entry) === 'string' &&
  ('loggerName' in entry ||
    'logger_name' in entry ||
    'log.logger' in entry ||
    'ecs.version' in entry ||
    'ecs' in entry ||
    'loggerFqcn' in entry);

function timeOf(entry: Members): string | undefined {
  const { epochSecond, nanoOfSecond } = membersOf(entry['instant']);
  return (
    logTime(entry['@timestamp']) ??
    logTime(entry['timeMillis']) ??
    logTime(typeof epochSecond === 'number' ? epochSecond + Number(nanoOfSecond ?? 0) / 1e9 : undefined)
  );
}

/** The exception's own lines of a Java stack trace, and those of its causes. */
const exceptionLines = (trace: unknown): string | undefined =>
  textOf(trace)
    ?.slice(0, 65_536)
    .split('\n')
    .filter((line) => !/^\s+(?:at |\.\.\. \d+ )/.test(line))
    .slice(0, 20)
    .join('\n');

/** JsonLayout's `thrown` with its causes; the stack frames are of no use here. */
function thrownOf(value: unknown, depth = 0): string {
  const { name, message, localizedMessage, cause } = membersOf(value);
  const own = [textOf(name), textOf(message) ?? textOf(localizedMessage)].filter((part) => part !== undefined).join(': ');
  return cause === undefined || depth > 5 ? own : `${own}\nCaused by: ${thrownOf(cause, depth + 1)}`;
}

function told({ line, value: entry }: JsonLine): Told {
  if (!entry) return 'unknown';
  const error = membersOf(entry['error']);
  const type = textOf(entry['error.type']) ?? textOf(error['type']);
  const message = textOf(entry['error.message']) ?? textOf(error['message']);
  const named = [type, message].filter((part) => part !== undefined).join(': ');
  const trace = exceptionLines(entry['error.stack_trace'] ?? error['stack_trace'] ?? entry['stack_trace']);
  return loggedCall({
    shape: 'log4j-json',
    line,
    at: timeOf(entry),
    severity: severityOf(levelOf(entry)),
    message: textOf(entry['message']),
    errors: [thrownOf(entry['thrown']), trace ?? named],
    fields: entry,
  });
}

export default {
  title: 'A JSON log of log4j or logback',
  madeBy: 'log4j 2 (JsonLayout), ECS logging, logstash-logback-encoder, Spring Boot',
  recognise: (text) => (mostAre(text, isEntry) ? 0.87 : 0),
  read: (text) => gathered(jsonLines(text), told),
} satisfies Capture;
