import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import { readCurl } from '../parse/curl-arguments.ts';
import { readTranscript, type CurlRun } from '../parse/curl-transcript.ts';
import { toldStatus } from '../parse/told-status.ts';

const OWN_LINES = /^[ \t]*(?:$|#|```|(?:\$ )?(?:export |set )?[A-Z_][A-Z\d_]*=|set [-+]|done\b|[)}])/;

/** Whether nothing stands beside the commands but what a script has there too. */
const isScript = (text: string): boolean => text.split('\n').every((line) => OWN_LINES.test(line.trimEnd()));

/** What of a command the reading had to leave, or a shell would have done otherwise than it looks. */
function warningsOf(run: CurlRun): string[] {
  const warnings: string[] = [];
  const unknown = run.unknown.map((expansion) => (/^\$\{?[\w]+\}?$/.test(expansion) ? expansion : '$(…)'));
  if (unknown.length > 0)
    warnings.push(`The input does not say what ${[...new Set(unknown)].join(', ')} stands for: it is left as written.`);
  if (run.unclosed !== undefined) warnings.push(`A quote ${run.unclosed} is never closed: what follows it was read as one word.`);
  if (run.cutByAmpersand) warnings.push('An & without quotes ends the command: what follows it is not sent. Quote the URL.');
  if (run.words.some((word) => /^[“”‘’]/.test(word)))
    warnings.push('The command has typographic quotes (“ ”), which no shell takes for quotes.');
  return warnings;
}

/** Whether the command is quoted with the `^` of cmd.exe, or continued with it or with the backquote of PowerShell. */
const isForeign = ({ words, written }: CurlRun): boolean =>
  words.some((word) => /^\^https?:/i.test(word)) || /[ \t][\^`]$/.test(written.split('\n', 1)[0]!.trimEnd());

export default {
  title: 'A curl command',
  madeBy: 'a terminal, a script, "Copy as cURL" in a browser',
  recognise(text) {
    const { before, runs } = readTranscript(text.slice(0, 65_536));
    const last = runs.at(-1);
    if (!last) return 0;
    return text.length <= 65_536 && isScript(before) && runs.every(({ output }) => isScript(output)) ? 0.9 : 0.4;
  },
  read(text): Captured {
    const { before, runs } = readTranscript(text);
    if (runs.length === 0)
      throw new UnreadableInput('There is no curl command in the input.', 'Give the command as it was typed, starting with curl.');
    if (runs.some(isForeign)) {
      throw new UnreadableInput(
        'The curl command is quoted for the Windows command prompt or for PowerShell.',
        'Copy it once more as "cURL (bash)", or put single quotes around each value and a backslash at the end of each line.',
      );
    }
    const warnings: string[] = [];
    const exchanges = runs.map((run, i) => {
      const { exchange, warnings: unused } = readCurl(run.words, {
        source: { shape: 'curl-command', line: run.line },
        readFile: (name) => (name === '-' ? run.stdin : undefined),
      });
      warnings.push(...warningsOf(run), ...unused);
      const words = [i === 0 ? before : '', run.output]
        .filter((part) => !isScript(part))
        .join('\n')
        .trim();
      const status = words === '' ? undefined : toldStatus(words);
      return { ...exchange, ...(status !== undefined && { toldStatus: status }), ...(words !== '' && { text: words }) };
    });
    return { exchanges, warnings: [...new Set(warnings)] };
  },
} satisfies Capture;
