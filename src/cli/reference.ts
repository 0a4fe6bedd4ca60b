/** `explain` and `list`: what there is, and what it means, offline. */
import captures from '#units/captures';
import checks from '#units/checks';
import probes from '#units/evidence';
import providers from '#units/providers';
import reports from '#units/lazy/reports';
import { wrapAnsi } from 'fast-wrap-ansi';
import { causes } from '../model/cause.ts';
import { statuses } from '../model/status.ts';
import { explain, type Units } from './explain.ts';
import { list, listables, type Listable } from './list.ts';
import { UsageError } from './errors.ts';
import { nearest } from './nearest.ts';
import { widthOf, writeAll } from './terminal.ts';

const units: Units = { causes, checks, providers, captures, probes, reports: Object.keys(reports) };

/** Prints the page for a word. Throws a UsageError with the nearest name where there is none. */
export function explainCommand(word: string): number {
  const page = explain(word, units);
  if (page === undefined) {
    const near = nearest(word, [
      ...Object.keys(causes),
      ...Object.keys(checks),
      ...Object.keys(providers),
      ...statuses.map(({ code }) => String(code)),
    ]);
    throw new UsageError(
      `There is nothing to explain under '${word}'.`,
      near ? `Did you mean: diagnose explain ${near}` : 'See diagnose list causes, checks or providers, or give a status code.',
    );
  }
  writeAll(1, `${page.split('\n').map(wrapLine).join('\n').trimEnd()}\n`);
  return 0;
}

/** Wraps a line under its own indent, so that the items of a list stand out. */
function wrapLine(line: string): string {
  const indent = /^\s*(?:- |\d+\. )?/.exec(line)?.[0].length ?? 0;
  const width = Math.max(20, widthOf(process.stdout) - indent);
  const [first = '', ...rest] = wrapAnsi(line.slice(indent), width).split('\n');
  return [line.slice(0, indent) + first, ...rest.map((part) => ' '.repeat(indent) + part)].join('\n');
}

/** Prints a table. Throws a UsageError with the nearest name for an unknown kind. */
export function listCommand(what: string): number {
  if (!(listables as string[]).includes(what)) {
    const near = nearest(what, listables);
    throw new UsageError(
      `There is no list of '${what}'.`,
      near ? `Did you mean: diagnose list ${near}` : `There are: ${listables.join(', ')}.`,
    );
  }
  const { columns, rows } = list(what as Listable, units);
  const widths = columns.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: string[]): string =>
    cells
      .map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd();
  writeAll(1, `${[columns, ...rows].map(line).join('\n')}\n`);
  return 0;
}
