/** The call that worked, from a file of any shape: for `--good`, and for `diagnose compare`. */
import { captureText, chooseExchange, interpret, type Interpreted, type InterpretOptions } from '../diagnose.ts';
import { compareExchanges } from '../interpret/compare.ts';
import { calledUrl } from '../interpret/who.ts';
import type { GoodExchange } from '../model/comparison.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import { readInputFile, readStdin } from './input.ts';

/** The answer under which checks find it. */
const GOOD = 'good-exchange';

/** One exchange of an input: which one of how many, and what there is to say of the choice. */
export type Chosen = { read: Interpreted; number: number; of: number; warnings: string[] };

async function captured(word: string): Promise<{ exchanges: Exchange[]; warnings: string[] }> {
  if (word === '-') return captureText(readStdin());
  const { readArchive } = await import('./archives.ts');
  return (await readArchive(word)) ?? captureText(readInputFile(word), { file: word });
}

/** At most this many exchanges of a large capture are looked at for one that worked. */
const LOOKED_AT = 500;

/** What was called, without the query. */
const endpoint = (exchange: Exchange): string | undefined => calledUrl(exchange)?.replace(/[?#].*/s, '');

/**
 * The call that worked: of several the last one to the endpoint that failed, else the last one. Throws `UnreadableInput` where
 * the file cannot be read; where none worked, the last call is taken, and a warning says so.
 */
export async function chooseGood(word: string, hints: InterpretOptions, bad: Exchange | undefined): Promise<Chosen> {
  const { exchanges, warnings } = await captured(word);
  const wanted = bad && endpoint(bad);
  let fallback: Chosen | undefined;
  for (let i = exchanges.length - 1; i >= Math.max(0, exchanges.length - LOOKED_AT); i--) {
    const exchange = exchanges[i]!;
    const isWanted = wanted !== undefined && endpoint(exchange) === wanted;
    if (fallback && !isWanted) continue;
    const read = await interpret(exchange, hints);
    if (read.reading.verdict.cause !== 'success') continue;
    const chosen = { read, number: i + 1, of: exchanges.length, warnings };
    if (isWanted || wanted === undefined || exchanges.length === 1) return chosen;
    fallback = chosen;
  }
  if (fallback) return fallback;
  const last = exchanges.length - 1;
  const read = await interpret(exchanges[last]!, hints);
  const isUnknown = read.reading.status === undefined && exchanges[last]!.text === undefined && !exchanges[last]!.failure;
  const says = isUnknown ? 'does not show that it worked' : 'did not work either';
  return { read, number: last + 1, of: exchanges.length, warnings: [...warnings, `The good call (${nameOf(word)}) ${says}.`] };
}

/** The failing call, chosen as for a diagnosis; a warning says where none fails. */
export async function chooseBad(word: string, hints: InterpretOptions): Promise<Chosen> {
  const { exchanges, warnings } = await captured(word);
  const { index } = await chooseExchange(exchanges, hints);
  const read = await interpret(exchanges[index]!, hints);
  const fine = read.reading.verdict.cause === 'success' ? [`The failing call (${nameOf(word)}) did not fail.`] : [];
  return { read, number: index + 1, of: exchanges.length, warnings: [...warnings, ...fine] };
}

/** An input as a sentence names it. */
const nameOf = (word: string): string => (word === '-' ? 'standard input' : word);

/** Which of several exchanges was taken; undefined where there is one. */
export function choiceNote(which: string, { number, of }: Chosen): string | undefined {
  return of === 1 ? undefined : `${which} call is entry ${number} of ${of}.`;
}

/** The evidence with the call that worked, and what differs from it. */
export async function withGood(evidence: Evidence, file: string, bad: Interpreted, hints: InterpretOptions): Promise<Evidence> {
  const good = await chooseGood(file, hints, bad.exchange);
  const compared = compareExchanges(good.read, bad);
  const note = choiceNote('The good', good);
  const data: GoodExchange = { ...compared, warnings: [...good.warnings, ...(note === undefined ? [] : [note]), ...compared.warnings] };
  return {
    ...evidence,
    answers: { ...evidence.answers, [GOOD]: { outcome: 'answered', at: hints.now.toISOString(), asked: file, data } },
  };
}
