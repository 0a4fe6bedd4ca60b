/** What an exchange itself says, before anything else is asked: the whole interpretation in one function, pure but for loading its own parts. */
import type { ChallengeProtocol } from '../model/challenge.ts';
import { header, type Exchange } from '../model/exchange.ts';
import type { Catalogue } from '../model/provider.ts';
import type { RateLimit, Reading, Wait } from '../model/reading.ts';
import { figuresOf, waitInWords } from './figures.ts';
import { cacheOf, rateLimitsOf, requestIdOf, waitOf } from './headers.ts';
import { paymentsIn } from './payment.ts';
import { problemsOf } from './problems.ts';
import { dateIn } from './time.ts';
import { verdictOf } from './verdict.ts';
import { identify, speakerOf, type Hints, type Who } from './who.ts';

export type ReadOptions = { now: Date; catalogue: Catalogue; challenges: Record<string, ChallengeProtocol> } & Hints;

/** A limit of which nothing is left is reset when its field says; Retry-After comes before it where both are sent (the RateLimit draft). */
function resetOf(limits: readonly RateLimit[]): Wait | undefined {
  const spent = limits.find(({ remaining, resetSeconds }) => remaining === 0 && resetSeconds !== undefined);
  return spent && { seconds: spent.resetSeconds!, where: spent.where };
}

/** The status with which a proxy refused the tunnel, where a client's error tells it: there was no other response. */
function statusOfTunnel({ failure }: Exchange): number | undefined {
  const told =
    failure?.kind === 'proxy'
      ? /\b(?:status ?code|status|failed:?|HTTP code)\s?[=:]?\s?([45]\d\d)\b/i.exec(failure.message)?.[1]
      : undefined;
  return told === undefined ? undefined : Number(told);
}

/** Takes a sealed exchange and the catalogue of profiles; gives the reading with its verdict, and who is who. */
export async function readExchange(exchange: Exchange, options: ReadOptions): Promise<{ reading: Reading; who: Who }> {
  const headers = exchange.response?.headers ?? [];
  // Times in a response count from when it was made.
  const made = dateIn(header(headers, 'date') ?? exchange.at ?? '');
  const then = made === undefined ? options.now : new Date(made);
  const problems = problemsOf(exchange);
  const who = await identify(exchange, options.catalogue, options);
  const status = exchange.response?.status ?? exchange.toldStatus ?? statusOfTunnel(exchange);
  const messages = [
    ...problems.flatMap((problem) => problem.messages),
    ...(exchange.text === undefined ? [] : [{ where: 'text', value: exchange.text }]),
  ];
  const rateLimits = rateLimitsOf(headers, then);
  const wait = waitOf(headers, then) ?? waitInWords(messages, then) ?? resetOf(rateLimits);
  const figures = figuresOf(messages);
  const cache = cacheOf(headers);
  const requestId = requestIdOf(exchange, who.provider?.requestIdHeaders ?? who.gateway?.requestIdHeaders ?? []);
  const payments = paymentsIn(exchange, status, options.challenges);
  const verdict = await verdictOf({ exchange, status, problems, who, figures, cache, wait, payments }, then);
  return {
    who,
    reading: {
      ...(status !== undefined && { status }),
      problems,
      ...(wait && { wait }),
      rateLimits,
      figures,
      payments,
      ...(cache && { cache }),
      ...(requestId && { requestId }),
      answeredBy: speakerOf(exchange, problems, who),
      verdict,
    },
  };
}
