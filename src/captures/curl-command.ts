import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import { readCurl } from '../parse/curl-arguments.ts';
import { readTranscript, type CurlRun, type Transcript } from '../parse/curl-transcript.ts';
import { readWindows, windowsDialect, type Dialect } from '../parse/curl-windows.ts';
import { toldStatus } from '../parse/told-status.ts';

const OWN_LINES =
  /^[ \t]*(?:$|#|```|(?:\$ |(?:PS )?[A-Za-z]:\\[^>\n]{0,99}>[ \t]?)?(?:export |set )?"?[A-Z_][A-Z\d_]*=|\$(?:env:)?\w+ ?=|@echo |[Rr][Ee][Mm]\b|set [-+]|done\b|[)}])/;

/** A comment that shows what came back: "# -> 403 {…}", "# HTTP/2 402", "# {…}". */
const SHOWN_ANSWER = /^[ \t]*#+[ \t]*(?:(?:->|=>|→|<)[ \t]*\S|HTTP\/|\{|[45]\d\d\b)/m;

/** The lines of a script with its comments' signs taken off, where the comments show what came back. */
const withAnswers = (text: string): string => (SHOWN_ANSWER.test(text) ? text.replace(/^[ \t]*#+[ \t]?/gm, '') : text);

/** Whether nothing stands beside the commands but what a script has there too. */
const isScript = (text: string): boolean => text.split('\n').every((line) => OWN_LINES.test(line.trimEnd()));

/** What of a command the reading had to leave, or a shell would have done otherwise than it looks. */
function warningsOf(run: CurlRun, dialect: Dialect | undefined): string[] {
  const warnings: string[] = [];
  const unknown = run.unknown.map((expansion) => (/^(?:\$\{?[\w:]+\}?|%\w+%)$/.test(expansion) ? expansion : '$(…)'));
  if (unknown.length > 0)
    warnings.push(`The input does not say what ${[...new Set(unknown)].join(', ')} stands for: it is left as written.`);
  if (run.unclosed !== undefined) warnings.push(`A quote ${run.unclosed} is never closed: what follows it was read as one word.`);
  if (run.cutByAmpersand) warnings.push('An & without quotes ends the command: what follows it is not sent. Quote the URL.');
  if (dialect === 'powershell' && run.words.some((word) => word.includes('"') && !run.written.includes('\\"')))
    warnings.push('Windows PowerShell takes double quotes out of an argument before curl sees it; PowerShell from 7.3 leaves them in.');
  if (run.words.some((word) => /^[“”‘’]/.test(word)))
    warnings.push('The command has typographic quotes (“ ”), which no shell takes for quotes.');
  return warnings;
}

/** The commands, read with the quoting of the shell that they are written for. */
function transcriptOf(text: string): Transcript & { dialect: Dialect | undefined } {
  const dialect = windowsDialect(text);
  return { dialect, ...(dialect ? readWindows(text, dialect) : readTranscript(text)) };
}

export default {
  title: 'A curl command',
  madeBy: 'a terminal, a script, "Copy as cURL" in a browser',
  recognise(text) {
    const { before, runs } = transcriptOf(text.slice(0, 65_536));
    const last = runs.at(-1);
    if (!last) return 0;
    return text.length <= 65_536 && isScript(before) && runs.every(({ output }) => isScript(output)) ? 0.9 : 0.4;
  },
  read(text): Captured {
    const { before, runs, dialect } = transcriptOf(text);
    if (runs.length === 0)
      throw new UnreadableInput('There is no curl command in the input.', 'Give the command as it was typed, starting with curl.');
    const warnings: string[] = [];
    const exchanges = runs.flatMap((run, i) => {
      const { exchanges: asked, warnings: unused } = readCurl(run.words, {
        source: { shape: 'curl-command', line: run.line },
        readFile: (name) => (name === '-' ? run.stdin : undefined),
      });
      warnings.push(...warningsOf(run, dialect), ...unused);
      const words = [i === 0 ? before : '', run.output]
        .map(withAnswers)
        .filter((part) => !isScript(part))
        .join('\n')
        .trim();
      const status = words === '' ? undefined : toldStatus(words);
      // What a command printed is the answer to its last request.
      const last = { ...asked.at(-1)!, ...(status !== undefined && { toldStatus: status }), ...(words !== '' && { text: words }) };
      return [...asked.slice(0, -1), last];
    });
    return { exchanges, warnings: [...new Set(warnings)] };
  },
} satisfies Capture;
