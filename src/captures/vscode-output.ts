import type { Capture } from '../model/capture.ts';
import { loggedCall, severityOf } from '../parse/log-call.ts';
import { entriesOf, gathered, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';
import { withoutTerminal } from '../parse/pasted.ts';

/** A log channel of Visual Studio Code: local time without a zone, the level, the words; stacks and bodies stand below. */
const LINE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \[(trace|debug|info|warning|error|critical)\] (.*)$/s;

/** Copilot Chat notes each request with its outcome, at the level of information. */
const OUTCOME = /^ccreq:\S+ \| (?!success\b|markdown\b|cancell?ed\b)\w+ \|/;

/** The fetchers of Copilot note a refusal at the level of information too. */
const REFUSED = /failed with status:? \d{3}\b|status [45]\d\d\b/;

function told({ line, text }: LogLine): Told {
  const match = LINE.exec(text);
  if (!match) return 'unknown';
  const words = match[2]!;
  const severity = OUTCOME.test(words) ? 'error' : REFUSED.test(words) ? 'warning' : severityOf(match[1]);
  return loggedCall({ shape: 'vscode-output', line, severity, message: withoutFrames(words), fields: {} });
}

/** A stack tells nothing of the call, and its line numbers look like status codes. */
const withoutFrames = (words: string): string =>
  words
    .split('\n')
    .filter((line) => !/^\s+at \S/.test(line))
    .join('\n');

export default {
  title: 'An output channel of Visual Studio Code',
  madeBy: 'GitHub Copilot Chat and other extensions (View, Output)',
  recognise: (text) => (shareOf(withoutTerminal(text.slice(0, 65_536)), (line) => LINE.test(line)) >= 0.2 ? 0.87 : 0),
  read: (text) => gathered(entriesOf(withoutTerminal(text), LINE), told),
} satisfies Capture;
