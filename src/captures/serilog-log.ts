import type { Capture } from '../model/capture.ts';
import { jsonLines, mostAre, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { loggedCall, severityOf } from '../parse/log-call.ts';
import { entriesOf, gathered, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';
import { withoutTerminal } from '../parse/pasted.ts';

/** The compact log event format, https://clef-json.org: a level is left out where it is Information. */
const isEntry = (entry: Members): boolean => '@t' in entry && ('@m' in entry || '@mt' in entry || '@x' in entry);

/** A message template with its holes filled from the event. */
const filled = (template: string, entry: Members): string =>
  template.replaceAll(/\{[@$]?(\w{1,60})(?:[,:][^{}]{0,60})?\}/g, (hole, name: string) => {
    const value = entry[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : hole;
  });

function toldInJson({ line, value: entry }: JsonLine): Told {
  if (!entry) return 'unknown';
  const template = textOf(entry['@mt']);
  return loggedCall({
    shape: 'serilog-log',
    line,
    at: logTime(entry['@t']),
    severity: severityOf(entry['@l']),
    message: textOf(entry['@m']) ?? (template && filled(template, entry)),
    errors: [firstLines(textOf(entry['@x']))],
    fields: entry,
  });
}

/** An exception without its stack: .NET indents that with "   at". */
const firstLines = (exception: string | undefined): string | undefined =>
  exception
    ?.slice(0, 65_536)
    .split('\n')
    .filter((line) => !/^\s{3,}at |^\s*--- /.test(line))
    .slice(0, 20)
    .join('\n');

/** The console's and the file's template: a time, the level in three letters, then the message with the exception below. */
const TEXT = /^(?:\[\d\d:\d\d:\d\d |(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d) \[)(VRB|DBG|INF|WRN|ERR|FTL)\] (.*)$/s;

function toldInText({ line, text }: LogLine): Told {
  const match = TEXT.exec(text);
  if (!match) return 'unknown';
  const [message, ...below] = match[3]!.split('\n');
  return loggedCall({
    shape: 'serilog-log',
    line,
    at: logTime(match[1]),
    severity: severityOf(match[2]),
    message,
    errors: [firstLines(below.join('\n'))],
    fields: {},
  });
}

export default {
  title: 'A log of Serilog',
  madeBy: 'Serilog in .NET: compact JSON (CLEF), the console, a file',
  recognise: (text) =>
    mostAre(text, isEntry) || shareOf(withoutTerminal(text.slice(0, 65_536)), (line) => TEXT.test(line)) >= 0.2 ? 0.86 : 0,
  read: (text) =>
    mostAre(text, isEntry) ? gathered(jsonLines(text), toldInJson) : gathered(entriesOf(withoutTerminal(text), TEXT), toldInText),
} satisfies Capture;
