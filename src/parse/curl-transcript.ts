/** The curl commands in what a terminal showed, or a script holds, and what stands after each. */
import { newShell, readCommand, type ShellState } from './shell-words.ts';

export type CurlRun = {
  /** The argument vector; the first word is curl. */
  words: string[];
  /** Of the command's first line, from 1. */
  line: number;
  /** The lines of the command as they are written. */
  written: string;
  /** What the text itself feeds to its standard input: a here-document, a piped echo. */
  stdin?: string;
  /** Expansions that stay as written. */
  unknown: string[];
  /** A quote that is never closed. */
  unclosed?: string;
  /** An `&` that stands inside a word, as in an unquoted URL, and so ended the command. */
  cutByAmpersand: boolean;
  /** What follows, up to the next command. */
  output: string;
  /** Of the output's first line, from 1. */
  outputLine: number;
};

export type Transcript = { before: string; runs: CurlRun[] };

const MAX_START = 400;
const MAX_PIPED = 4000;
const PROMPT = String.raw`(?:(?:[^\s].{0,99})?[$%❯➜][ \t]+|[^\s#].{0,99}#[ \t]+|(?:PS )?[A-Za-z]:\\[^>\n]{0,99}>[ \t]?)`;
const RUNNER = String.raw`(?:(?:time|sudo|command|exec|env)[ \t]+)?(?:[A-Za-z_]\w{0,63}=\S{0,199}[ \t]+){0,4}`;
const CURL = String.raw`(?:[\w./\\-]{0,60}[/\\])?curl(?:\.exe)?(?=[ \t\\]|$)`;

/** A line that runs curl; the group `prompt` is what a terminal printed before the command. */
const DIRECT = new RegExp(`^[ \\t]{0,16}(?<prompt>${PROMPT})?(?:\\([ \\t]{0,8})?(?=${RUNNER}${CURL})`);
/** A line that feeds something to curl, or goes on to it. */
const PIPED = new RegExp(
  `^[ \\t]{0,16}(?<prompt>${PROMPT})?(?=(?:echo|printf|cat|cd|export|set|sleep|[A-Za-z_]\\w{0,63}=).*?(?:\\||;|&&)[ \\t]*${RUNNER}${CURL})`,
);
/** A line that keeps what curl prints: `body=$(curl …)`. */
const CAPTURED = new RegExp(`^[ \\t]{0,16}(?<prompt>[\\w ]{0,80}="?\\$\\()(?=${CURL})`);
/** A line that assigns a variable: in a script, or at a prompt. */
const ASSIGNS = /^[ \t]{0,16}(?<prompt>[$%] )?(?=export[ \t]+[A-Za-z_]\w{0,63}=|[A-Z_][A-Z\d_]{0,63}=|(?<=[$%] )[A-Za-z_]\w{0,63}=)/;
const QUIET = /^[ \t]*(?:$|#|```|set[ \t])/;

/**
 * Finds the commands. A command starts a line, behind a prompt or not; once something else was printed only a prompt tells
 * a command from output that looks like one. Linear: a command's text is read once, and what only looked like the start of
 * one is read again no more often than `patience` allows.
 */
export function readTranscript(text: string): Transcript {
  const runs: CurlRun[] = [];
  const shell = newShell();
  let before = text.length;
  let at = 0;
  let line = 1;
  let quiet = true;
  let outputStart = 0;
  let patience = 2 * text.length + MAX_PIPED;

  const closeOutput = (end: number): void => {
    const last = runs.at(-1);
    if (last) last.output = text.slice(outputStart, end);
    else before = end;
  };

  while (at < text.length) {
    const lineBreak = text.indexOf('\n', at);
    const end = lineBreak < 0 ? text.length : lineBreak + 1;
    const start = commandStart(text.slice(at, Math.min(end, at + MAX_PIPED)).trimEnd(), runs.length === 0 || quiet);
    if (start !== undefined && patience > 0) {
      const found = readLine(text, at + start, shell);
      if (found.runs.length > 0) {
        closeOutput(at);
        const written = text.slice(at, found.end);
        const outputLine = line + written.split('\n').length - 1;
        for (const run of found.runs) runs.push({ ...run, line, written, output: '', outputLine });
        outputStart = found.end;
        line = outputLine;
        at = found.end;
        quiet = true;
        continue;
      }
      patience -= found.end - at;
    }
    const assigns = ASSIGNS.exec(text.slice(at, Math.min(end, at + MAX_START)));
    if (assigns && patience > 0 && (quiet || runs.length === 0 || assigns.groups?.['prompt'] !== undefined)) {
      const command = readCommand(text, at + assigns[0].length, shell);
      if (command.unclosed === undefined) {
        line += text.slice(at, command.end).split('\n').length - 1;
        at = Math.max(command.end, at + 1);
        continue;
      }
      patience -= command.end - at;
    }
    quiet &&= QUIET.test(text.slice(at, Math.min(end, at + MAX_START)).trimEnd());
    line += 1;
    at = end;
  }
  closeOutput(text.length);
  return { before: text.slice(0, before), runs };
}

/** Where on a line the commands start that run curl; undefined where the line runs none. */
function commandStart(line: string, bareIsCommand: boolean): number | undefined {
  if (!line.includes('curl')) return undefined;
  const match = DIRECT.exec(line.slice(0, MAX_START)) ?? CAPTURED.exec(line.slice(0, MAX_START)) ?? PIPED.exec(line);
  if (!match || (match.groups?.['prompt'] === undefined && !bareIsCommand)) return undefined;
  return match[0].length;
}

type Found = Pick<CurlRun, 'words' | 'unknown' | 'stdin' | 'unclosed' | 'cutByAmpersand'>;

/** The curl commands of one line of shell, which may go on over several lines of text, and where that line ends. */
function readLine(text: string, from: number, shell: ShellState): { runs: Found[]; end: number } {
  const runs: Found[] = [];
  let at = from;
  let piped: string | undefined;
  for (;;) {
    const { words, unknown, stdin, unclosed, operator, end } = readCommand(text, at, shell);
    const argv = curlOf(words);
    const input = stdin ?? piped;
    if (argv) {
      const cutByAmpersand = operator === '&' && /[^\s&]/.test(text[end] ?? ' ') && /\S/.test(text[end - 2] ?? ' ');
      runs.push({
        words: argv,
        unknown,
        cutByAmpersand,
        ...(input !== undefined && { stdin: input }),
        ...(unclosed !== undefined && { unclosed }),
      });
    }
    piped = operator === '|' ? printed(words) : undefined;
    at = end;
    if (operator === '\n' || operator === '') return { runs, end };
    // The end of a `$(…)`: the quote or the parenthesis behind it belongs to what stands around it.
    if (operator === ')') {
      const lineBreak = text.indexOf('\n', end);
      return { runs, end: lineBreak < 0 ? text.length : lineBreak + 1 };
    }
  }
}

/** The words from curl on, where that is the command and it has something to call. */
function curlOf(words: string[]): string[] | undefined {
  const at = words.findIndex((word) => !/^(?:time|sudo|command|exec|env|\w+=.*)$/s.test(word));
  if (at < 0 || !/(?:^|[/\\])curl(?:\.exe)?$/.test(words[at]!)) return undefined;
  const argv = words.slice(at);
  return argv.slice(1).some((word) => /^-\S|[:/$]|^[\w-]+(?:\.[\w-]+)+$|^localhost$/.test(word)) ? argv : undefined;
}

/** What echo and printf print, as far as their first argument says it. */
function printed(words: readonly string[]): string | undefined {
  if (words[0] === 'echo') return `${words.slice(/^-[neE]+$/.test(words[1] ?? '') ? 2 : 1).join(' ')}\n`;
  if (words[0] === 'printf') return words[1] === '%s' || words[1] === '%s\n' ? words.slice(2).join('') : words[1];
  return undefined;
}
