/** `diagnose compare GOOD BAD`: what differs between a call that worked and one that failed. */
import { compareExchanges } from '../interpret/compare.ts';
import type { ComparedSide, Comparison } from '../model/comparison.ts';
import { UsageError } from './errors.ts';
import { EXIT } from './exit.ts';
import { choiceNote, chooseBad, chooseGood, type Chosen } from './good.ts';
import { colorLevel, stdoutStream, widthOf, writeAll } from './terminal.ts';

export type CompareOptions = { format: 'text' | 'json' | 'markdown'; color: 'auto' | 'always' | 'never' };

function sideOf({ read: { exchange, reading }, number, of }: Chosen): ComparedSide {
  const { source, request } = exchange;
  return {
    source,
    ...(of > 1 && { entry: { number, of } }),
    ...(request && { request: { method: request.method, ...(request.url !== undefined && { url: request.url }) } }),
    ...(reading.status !== undefined && { status: reading.status }),
  };
}

/** Compares two inputs of any shape, "-" for standard input. */
export async function compare(goodName: string, badName: string, now: Date): Promise<Comparison> {
  if (goodName === '-' && badName === '-')
    throw new UsageError('Both inputs are standard input.', 'Give a file for one of them: diagnose compare good.txt -');
  const bad = await chooseBad(badName, { now });
  const good = await chooseGood(goodName, { now }, bad.read.exchange);
  const { exchange, key, differences, warnings } = compareExchanges(good.read, bad.read);
  const notes = [choiceNote('The good', good), choiceNote('The failing', bad)].filter((note) => note !== undefined);
  const goodSide = sideOf(good);
  return {
    schema: 1,
    tool: { name: 'diagnose-http', version: TOOL_VERSION },
    same: differences.length === 0,
    key,
    // Its URL with the masks that the differences use.
    good: {
      ...goodSide,
      ...(goodSide.request && exchange.request?.url && { request: { ...goodSide.request, url: exchange.request.url } }),
    },
    bad: sideOf(bad),
    differences,
    warnings: [...good.warnings, ...bad.warnings, ...notes, ...warnings],
  };
}

/** Runs the command. Exit code 0: nothing differs; 1: something does. */
export async function compareCommand(good: string, bad: string, { format, color }: CompareOptions): Promise<number> {
  const comparison = await compare(good, bad, new Date());
  writeAll(1, await rendered(comparison, format, color));
  return comparison.same ? EXIT.fine : EXIT.found;
}

async function rendered(comparison: Comparison, format: CompareOptions['format'], color: CompareOptions['color']): Promise<string> {
  if (format === 'json') return (await import('../reports/comparison/json.ts')).renderJson(comparison);
  if (format === 'markdown') return (await import('../reports/comparison/markdown.ts')).renderMarkdown(comparison);
  const stdout = stdoutStream();
  const { renderText } = await import('../reports/comparison/text.ts');
  return renderText(comparison, { color: colorLevel(color, stdout, process.env), width: widthOf(stdout) });
}
