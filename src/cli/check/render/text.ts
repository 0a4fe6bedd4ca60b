/** `--format text`: a table, failing and slowest first, and under it what to do about each failure. */
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { withoutCommands } from '../../../model/format.ts';
import type { RenderOptions } from '../../../model/report.ts';
import type { CheckResult, RunResult } from '../types.ts';
import { usageLines } from './usage.ts';
import { headline, notifiedLine, remarksOf, safe, took } from './words.ts';

const MARKS: Record<CheckResult['outcome'], string> = { fail: '✗', error: '?', skipped: '–', pass: '✓' };
/** Of more checks that passed, the slowest. */
const MOST_PASSED = 20;
const SLOWEST = 10;

type Style = (text: string) => string;
type Styles = Record<'bold' | 'dim' | 'green' | 'red' | 'yellow', Style>;
const asItIs: Style = (text) => text;
const PLAIN: Styles = { bold: asItIs, dim: asItIs, green: asItIs, red: asItIs, yellow: asItIs };

const colourOf = ({ outcome, known }: CheckResult, style: Styles): Style => {
  if (known) return style.dim;
  return { fail: style.red, error: style.yellow, skipped: style.dim, pass: style.green }[outcome];
};

/** Cut or filled to so many columns. */
function fit(text: string, columns: number): string {
  const width = stringWidth(text);
  if (width <= columns) return text + ' '.repeat(columns - width);
  let cut = '';
  for (const character of text) {
    if (stringWidth(cut + character) > columns - 1) break;
    cut += character;
  }
  return fit(`${cut}…`, columns);
}

/** Columns for what was found, at the least; a narrower page leaves it to the part below. */
const LEAST_FOUND = 20;

function table(results: readonly CheckResult[], width: number, style: Styles): string[] {
  const rows = results.map((result) => ({
    result,
    name: safe(result.name, 200),
    status: result.status === undefined ? '–' : String(result.status),
    time: result.outcome === 'skipped' ? '–' : took(result.timings.tookMs),
  }));
  const times = Math.max(4, ...rows.map(({ time }) => time.length));
  // Mark, status and time with the blanks around them.
  const rest = 4 + 5 + times + 2;
  const longest = Math.max(8, ...rows.map(({ name }) => stringWidth(name)));
  const hasFound = rows.some(({ result }) => result.outcome !== 'pass') && width - rest - Math.min(longest, 24) - 2 >= LEAST_FOUND;
  const names = Math.max(8, Math.min(longest, width - rest - (hasFound ? Math.max(LEAST_FOUND, Math.floor((width - rest) / 2)) + 2 : 0)));
  const found = width - rest - names - 2;
  return rows.map(({ result, name, status, time }) => {
    const colour = colourOf(result, style);
    const says = hasFound && result.outcome !== 'pass' ? `  ${fit(safe(result.says), found)}` : '';
    return `  ${colour(MARKS[result.outcome])} ${fit(name, names)}  ${status.padStart(3)}  ${time.padStart(times)}${says}`.trimEnd();
  });
}

function details(result: CheckResult, file: string, width: number, style: Styles): string[] {
  const put = (text: string, lead: string, paint: Style = asItIs): string[] =>
    wrapAnsi(text, Math.max(16, width - lead.length), { hard: true })
      .split('\n')
      .map((line, i) => `${i === 0 ? lead : ' '.repeat(lead.length)}${paint(line)}`);
  const { name, line, says, step, link } = result;
  const colour = colourOf(result, style);
  return [
    '',
    ...put(`${safe(name, 200)}  (${safe(file, 100)}:${line})`, `${MARKS[result.outcome]} `, style.bold),
    ...put(safe(says), '    ', colour),
    ...remarksOf(result).flatMap((remark) => put(remark, '    ')),
    ...(step === undefined ? [] : put(safe(step, 400), width < 60 ? '    do  ' : '    do   ')),
    ...(link === undefined ? [] : put(safe(link.url), width < 60 ? '    see ' : '    see  ')),
  ];
}

/** Draws a run at a width in columns. */
export async function renderText(run: RunResult, { color, width }: Pick<RenderOptions, 'color' | 'width'>): Promise<string> {
  const style: Styles = color === 0 ? PLAIN : new (await import('chalk')).Chalk({ level: color });
  const passed = run.checks.filter(({ outcome }) => outcome === 'pass');
  const shown = passed.length > MOST_PASSED ? passed.slice(0, SLOWEST) : passed;
  const others = run.checks.filter(({ outcome }) => outcome !== 'pass');
  const hidden = passed.length - shown.length;
  const lines = [
    ...wrapAnsi(style.bold(`${headline(run)} · ${safe(run.file, 100)} · ${took(run.summary.tookMs)}`), width).split('\n'),
    '',
    ...table([...others, ...shown], width, style),
    ...(hidden > 0 ? [style.dim(`    and ${hidden} more that passed, each in ${took(passed[SLOWEST]!.timings.tookMs)} or less`)] : []),
    ...others.filter(({ outcome, known }) => outcome !== 'skipped' && !known).flatMap((result) => details(result, run.file, width, style)),
    ...usageLines(run.checks, width),
    ...notifiedLine(run).flatMap((line) => ['', ...wrapAnsi(style.dim(line), width).split('\n')]),
  ];
  return withoutCommands(`${lines.join('\n')}\n`);
}
