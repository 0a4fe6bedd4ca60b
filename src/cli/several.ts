/** Inputs with many exchanges: a report for each failing one (`--all`), or a table of them (`--list`). */
import { hasFailed, interpret, judge, noEvidence, type Interpreted, type InterpretOptions } from '../diagnose.ts';
import { calledUrl } from '../interpret/who.ts';
import { causes } from '../model/cause.ts';
import type { Exchange } from '../model/exchange.ts';
import { visible } from '../model/format.ts';
import { exitCode, rendered, writeOut } from './diagnose-command.ts';
import { EXIT } from './exit.ts';
import { failingTable, type FailingRow } from './failing-table.ts';
import type { MainOptions } from './options.ts';
import { stdoutStream, widthOf, writeAll } from './terminal.ts';

export type Numbered = { number: number; exchange: Exchange };

export type About = {
  options: MainOptions;
  hints: InterpretOptions;
  /** How many exchanges the input has. */
  total: number;
  /** What of the input was not understood. */
  warnings: string[];
};

/** What there is to say of the exchanges that failed, one at a time: an archive may hold thousands. */
async function* failing(exchanges: readonly Numbered[], hints: InterpretOptions): AsyncGenerator<Numbered & { read: Interpreted }> {
  for (const one of exchanges) {
    if (!hasFailed(one.exchange)) continue;
    const read = await interpret(one.exchange, hints);
    if (read.reading.verdict.cause !== 'success') yield { ...one, read };
  }
}

/** Between two reports: a rule, which in Markdown is one as well; JSON documents stand on a line each. */
const separator = (format: string, width: number): string =>
  format === 'json' ? '' : format === 'markdown' || format === 'ticket' ? '\n---\n\n' : `\n${'─'.repeat(width)}\n\n`;

/** Line breaks stand between the parts of a JSON text alone: in its strings they are escaped. */
const onOneLine = (json: string): string => `${json.trimEnd().replace(/\n */g, '')}\n`;

/** Prints a report for each failing exchange, in their order; where none fails, for the last. Gives the gravest of their exit codes. */
export async function reportAll(exchanges: readonly Numbered[], about: About & { name: string }): Promise<number> {
  const { options, hints, total, warnings, name } = about;
  const format = options.format ?? 'text';
  const parts: string[] = [];
  const codes = new Set<number>();
  const between = separator(format, options.output === undefined ? widthOf(stdoutStream()) : 80);
  const report = async ({ number, read }: { number: number; read: Interpreted }): Promise<void> => {
    const diagnosis = await judge(read, noEvidence(hints.now, 'a pipe or a file sends nothing'), {
      now: hints.now,
      warnings: [...(codes.size === 0 ? warnings : []), ...(total > 1 ? [`This is entry ${number} of ${total}.`] : [])],
      ...(options.only && { only: new Set(options.only) }),
      ...(options.skip && { skip: new Set(options.skip) }),
    });
    const ticketCommand = name === '-' ? `… | diagnose ticket --entry ${number}` : `diagnose ticket ${name} --entry ${number}`;
    const text = await rendered(diagnosis, options, ticketCommand);
    const part = `${codes.size === 0 ? '' : between}${format === 'json' ? onOneLine(text) : text}`;
    if (options.output === undefined) writeAll(1, part);
    else parts.push(part);
    codes.add(exitCode(diagnosis, options));
  };
  for await (const one of failing(exchanges, hints)) await report(one);
  if (codes.size === 0) {
    const last = exchanges.at(-1)!;
    await report({ number: last.number, read: await interpret(last.exchange, hints) });
  }
  if (options.output !== undefined) writeOut(options.output, parts.join(''));
  return [EXIT.found, EXIT.unknown].find((code) => codes.has(code)) ?? EXIT.fine;
}

function rowOf({ number, exchange, read }: Numbered & { read: Interpreted }): FailingRow {
  const { status, verdict } = read.reading;
  const url = calledUrl(exchange);
  return {
    number,
    ...(exchange.at !== undefined && { at: exchange.at }),
    ...(exchange.request && { method: exchange.request.method }),
    ...(url !== undefined && { url }),
    ...(status !== undefined && { status }),
    cause: verdict.cause,
  };
}

/** Prints the table of the failing exchanges; the exit code is 1 where there is one (that --fail-on counts). */
export async function printTable(exchanges: readonly Numbered[], { options, hints, total, warnings }: About): Promise<number> {
  const rows: FailingRow[] = [];
  let counts = false;
  for await (const one of failing(exchanges, hints)) {
    rows.push(rowOf(one));
    const { cause, confidence } = one.read.reading.verdict;
    counts ||= exitCode({ verdict: { cause, confidence, family: causes[cause].family } }, options) !== EXIT.fine;
  }
  const width = options.output === undefined ? widthOf(stdoutStream()) : 80;
  const summary =
    rows.length === 0
      ? [total === 1 ? 'The exchange did not fail.' : `None of the ${total} exchanges failed.`]
      : [...failingTable(rows, width), '', `${rows.length} of ${total} failed. Look at one with --entry N.`];
  const text = `${summary.join('\n')}\n`;
  if (options.output === undefined) writeAll(1, text);
  else writeOut(options.output, text);
  for (const warning of warnings) writeAll(2, `diagnose: ${visible(warning)}\n`);
  return counts ? EXIT.found : EXIT.fine;
}
