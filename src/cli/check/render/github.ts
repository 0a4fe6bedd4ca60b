/** `--format github`: workflow commands that mark the lines of the check file, and the table for the log. */
import { visible, withoutCommands } from '../../../model/format.ts';
import type { RenderOptions } from '../../../model/report.ts';
import { counts } from '../fail-on.ts';
import type { Problem, RunResult } from '../types.ts';
import { renderText } from './text.ts';
import { linesOf, safe } from './words.ts';

/** What ends a command's message, or one of its properties (GitHub's toolkit escapes these). */
const message = (text: string): string =>
  withoutCommands(visible(text, '\n')).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => message(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

const command = (
  level: 'error' | 'notice',
  file: string,
  { line, column }: { line: number; column: number },
  title: string,
  says: string,
): string =>
  `::${level} file=${property(file.replace(/^\.\//, ''))},line=${line},col=${column},title=${property(title)}::${message(says)}\n`;

export async function renderGithub(run: RunResult, options: RenderOptions, failOn: readonly string[] | undefined): Promise<string> {
  const marks = run.checks
    .filter(({ outcome }) => outcome === 'fail' || outcome === 'error')
    .map((result) =>
      command(counts(result, failOn) ? 'error' : 'notice', run.file, result, safe(result.name, 100), linesOf(result).join('\n')),
    );
  return `${marks.join('')}${await renderText(run, { ...options, color: 0 })}`;
}

/** The mistakes of a check file, each marked where it stands. */
export const githubProblems = (file: string, problems: readonly Problem[]): string =>
  problems.map((problem) => command('error', file, problem, 'Check file', `${problem.at}: ${problem.says}`)).join('');
