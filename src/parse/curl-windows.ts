/** The curl commands of a text that is quoted for the Windows command prompt or for PowerShell. */
import { readCmdCommand, type WindowsCommand } from './cmd-words.ts';
import type { CurlRun, Transcript } from './curl-transcript.ts';
import { readPowerShellCommand, readPowerShellWord, skipPowerShellBlanks } from './powershell-words.ts';

export type Dialect = 'cmd' | 'powershell';

const PROMPT = String.raw`(?:(?:PS )?[A-Za-z]:\\[^>\n]{0,99}>[ \t]?)?`;
const START = new RegExp(String.raw`^[ \t]{0,16}${PROMPT}(?:&[ \t]{1,4})?(?=(?:[\w:.\\-]{0,80}\\)?curl(?:\.exe)?(?:[ \t]|$))`, 'i');
const SET = new RegExp(String.raw`^[ \t]{0,16}${PROMPT}@?set[ \t]{1,8}("?)([A-Za-z_]\w{0,63})=([^\n]{0,4000})$`, 'i');
const ASSIGNS = new RegExp(String.raw`^[ \t]{0,16}${PROMPT}\$(?:env:)?([A-Za-z_]\w{0,63})[ \t]{0,8}=[ \t]{0,8}`, 'i');

/** Marks of each quoting on a line that runs curl. */
const CMD_MARKS = [/[ \t]\^$/, /(?:^|\s)\^"/, /(?:^|\s)\^https?:/i, /^[A-Za-z]:\\[^>]{0,99}>/, /"[{[]\s{0,4}""\w/];
const POWERSHELL_MARKS = [/[ \t]`$/, /^PS /, /\$env:\w/i];

const lineAt = (text: string, at: number): string => {
  const end = text.indexOf('\n', at);
  return text.slice(at, Math.min(end < 0 ? text.length : end, at + 16_384)).trimEnd();
};

/** The quoting of the first line that runs curl and shows one; undefined where a POSIX shell may have read them all. */
export function windowsDialect(text: string): Dialect | undefined {
  let assigns = false;
  for (let at = 0, lines = 0; at < text.length && lines < 2000; lines += 1) {
    const line = lineAt(text, at);
    assigns ||= ASSIGNS.test(line.slice(0, 400));
    if (START.test(line.slice(0, 400))) {
      const shown = line.trimStart();
      if (assigns || POWERSHELL_MARKS.some((mark) => mark.test(shown))) return 'powershell';
      if (CMD_MARKS.some((mark) => mark.test(shown))) return 'cmd';
    }
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
  }
  return undefined;
}

/** Finds the commands in a text of that quoting, in the manner of `readTranscript`. */
export function readWindows(text: string, dialect: Dialect): Transcript {
  const runs: CurlRun[] = [];
  const values = new Map<string, string>();
  let before = text.length;
  let outputStart = 0;
  let line = 1;
  const closeOutput = (end: number): void => {
    const last = runs.at(-1);
    if (last) last.output = text.slice(outputStart, end);
    else before = end;
  };
  for (let at = 0; at < text.length;) {
    const shown = lineAt(text, at);
    const start = START.exec(shown.slice(0, 400));
    const lineBreak = text.indexOf('\n', at);
    let next = lineBreak < 0 ? text.length : lineBreak + 1;
    if (start) {
      const from = at + start[0].length;
      const command = dialect === 'cmd' ? readCmdCommand(text, from, values) : readPowerShellCommand(text, from, values);
      if (command.words.length > 1) {
        closeOutput(at);
        next = Math.max(command.end, at + 1);
        const written = text.slice(at, next);
        runs.push(runOf(command, { text, line, written, dialect }));
        outputStart = next;
      }
    } else if (dialect === 'cmd') {
      const set = SET.exec(shown);
      if (set) values.set(set[2]!.toUpperCase(), set[1] === '"' ? set[3]!.replace(/"$/, '') : set[3]!);
    } else {
      const assigns = ASSIGNS.exec(shown);
      if (assigns) {
        const word = readPowerShellWord(text, skipPowerShellBlanks(text, at + assigns[0].length), values);
        if (word.unknown.length === 0 && word.unclosed === undefined) {
          values.set(assigns[1]!.toLowerCase(), word.value);
          next = Math.max(next, word.end);
        }
      }
    }
    line += text.slice(at, next).split('\n').length - 1;
    at = next;
  }
  closeOutput(text.length);
  return { before: text.slice(0, before), runs };
}

type Place = { text: string; line: number; written: string; dialect: Dialect };

function runOf({ words, unknown, unclosed, operator, end }: WindowsCommand, { text, line, written, dialect }: Place): CurlRun {
  const cutByAmpersand = operator === '&' && /[^\s&]/.test(text[end] ?? ' ') && /\S/.test(text[end - 2] ?? ' ');
  return {
    words: dialect === 'powershell' ? words.map(passed) : words,
    line,
    written,
    unknown,
    cutByAmpersand,
    output: '',
    outputLine: line + written.split('\n').length - 1,
    ...(unclosed !== undefined && { unclosed }),
  };
}

/** An argument whose quotes all have a backslash was written for Windows PowerShell, which passes them on bare. */
const passed = (word: string): string => (word.includes('"') && !/(?<!\\)"/.test(word) ? word.replaceAll('\\"', '"') : word);
