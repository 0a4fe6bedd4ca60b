/** Logs that tell a request on one line and its answer on a later one. */
import type { RawExchange } from '../model/exchange.ts';
import { failureOf, timeIn } from './exception-words.ts';

/**
 * The lines of such a log. Named groups: of `asked` `method` and `url`; of `answered` `status`; of `failed`
 * `failure`; of all `id`, where the log names the call.
 */
export type PairedLog = { asked: RegExp; answered: RegExp; failed?: RegExp };

type Call = { exchange: RawExchange; id: string | undefined };

const MAX_OPEN = 50;
const MAX_LINE = 16_384;

/** The calls of a log, in the order in which they were asked; an answer belongs to the call of its id, or to the last one open. */
export function pairedCalls(text: string, shape: string, { asked, answered, failed }: PairedLog): RawExchange[] {
  const calls: Call[] = [];
  const openOf = (id: string | undefined): Call | undefined =>
    calls.slice(-MAX_OPEN).findLast((call) => !call.exchange.response && !call.exchange.failure && (id === undefined || call.id === id));
  for (const [i, whole] of text.split('\n').entries()) {
    const line = whole.slice(0, MAX_LINE);
    const source = { shape, line: i + 1 };
    const request = asked.exec(line);
    const at = timeIn(line.slice(0, 64));
    const time = at === undefined ? {} : { at };
    if (request) {
      const { method, url, id } = request.groups ?? {};
      calls.push({ exchange: { source, request: { method: method!, ...(url !== undefined && { url }), headers: [] }, ...time }, id });
      continue;
    }
    const answer = answered.exec(line) ?? failed?.exec(line);
    if (!answer) continue;
    const { status, failure, id } = answer.groups ?? {};
    let call = openOf(id);
    if (!call) calls.push((call = { exchange: { source, ...time }, id }));
    if (status !== undefined) call.exchange.response = { status: Number(status), headers: [] };
    else if (failure !== undefined) call.exchange.failure = failureOf(failure);
  }
  return calls.map(({ exchange }) => exchange);
}

/** One sentence for each call that a log tells no answer to. */
export const unanswered = (exchanges: readonly RawExchange[]): string[] =>
  exchanges
    .filter(({ response, failure }) => !response && !failure)
    .map(({ source }) => `The log holds no answer to the call on line ${source.line}.`);
