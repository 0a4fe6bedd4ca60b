import { causes } from '../model/cause.ts';
import type { Because, Check, Facts, Finding } from '../model/check.ts';
import type { ModelWindow } from '../model/context-parts.ts';
import { answerOf } from '../model/evidence.ts';
import { duration } from '../model/format.ts';
import { grouped, roundDown } from '../model/numbers.ts';
import type { Figure, RateLimit } from '../model/reading.ts';
import { aboutTokens, becauseOfParts, breakdown, cutSteps, scaleTo } from '../interpret/context-cut.ts';
import { contextOf, type Context, type ModelCall } from '../interpret/model-call.ts';

/** No model in use today has a smaller context window: what fits into this is not too long. */
const SMALL = 4000;
/** A smaller answer than this is no use to anybody, so it is not suggested. */
const USEFUL = 16;

type Sizes = Partial<Record<Figure['name'], number>>;
type Window = { tokens: number; because: Because[] };
/** What is judged: what the error says, what the request holds, and what is known of the model. */
type Case = { facts: Facts; sizes: Sizes; call?: ModelCall; context?: Context; window?: Window };

export default {
  phase: '4.2',
  title: 'Tokens asked for, and what fits',
  explains:
    'Compares the tokens of the request with what the error says is affordable or allowed, with the rate limit and with the ' +
    "model's context window, names the largest part and says what to send instead. Where the error names no figures it estimates " +
    'the input from its characters, as a range: every vendor counts differently. Windows are from a table of a day: a hint.',
  judge(facts) {
    if (facts.reading.verdict.cause === 'payload-too-large') return { outcome: 'skip', says: 'The limit is one of bytes, not of tokens' };
    const given = caseOf(facts);
    return (
      againstMoney(given) ?? againstLimit(given) ?? againstRate(given) ?? againstReserve(given) ?? againstWindow(given) ?? byEstimate(given)
    );
  },
} satisfies Check;

const isAboutSize = ({ facts }: Case): boolean => facts.reading.verdict.cause === 'context-too-long';

function caseOf(facts: Facts): Case {
  const answer = answerOf<ModelWindow>(facts.evidence, 'model-window');
  const known = answer?.outcome === 'answered' ? answer.data : undefined;
  const { call, context, ownWindow } = contextOf(facts.exchange.request, known?.counted);
  const window = windowOf(known, ownWindow);
  // What is no JSON for a model has a size in tokens only where the answer says so.
  const counts = context && (context.parts[0]?.kind !== 'body' || facts.reading.verdict.cause === 'context-too-long');
  return {
    facts,
    sizes: sizesOf(facts.reading.figures),
    ...(call && { call }),
    ...(counts && { context }),
    ...(window && { window }),
  };
}

/** The window that the request itself sets, or the one that was looked up. */
function windowOf(known: ModelWindow | undefined, own: { name: string; value: number } | undefined): Window | undefined {
  if (own) {
    const { name, value } = own;
    return { tokens: value, because: [{ where: 'request.body', value: `${name} ${value}`, says: 'the window that the request sets' }] };
  }
  if (!known?.window) return undefined;
  const { model, window, counted } = known;
  const because: Because[] = [
    {
      where: 'evidence.model-window.data.window',
      value: `${grouped(window.tokens)} tokens`,
      says: `context window of ${model}, ${window.known}: a hint`,
      source: window.source,
    },
  ];
  if (counted)
    because.push({ where: 'evidence.model-window.data.counted', value: counted.vocabulary, says: 'the texts are counted exactly' });
  return { tokens: window.tokens, because };
}

/** The first figure of each name that counts tokens. */
function sizesOf(figures: Figure[]): Sizes {
  const sizes: Sizes = {};
  for (const { name, value, unit } of figures) if (unit === 'tokens') sizes[name] ??= value;
  return sizes;
}

/** A size fails where the error is about size, and is a warning beside another cause, such as an empty account. */
const tooMuch = (given: Case, says: string, steps: string[], because: Because[] = []): Finding => ({
  outcome: isAboutSize(given) ? 'fail' : 'warn',
  says,
  steps,
  ...(because.length > 0 && { because }),
});

/** The same of an input, with its parts in the line and what of them to cut; `input` where the error tells the sum. */
function tooLong(
  given: Case,
  says: string,
  steps: string[],
  { cut, input, because = [] }: { cut: number; input?: number; because?: Because[] },
): Finding {
  const { context } = given;
  if (!context) return tooMuch(given, says, steps, because);
  const scale = scaleTo(context.total, input);
  const parts = breakdown(context, scale);
  return tooMuch(
    given,
    parts === '' ? says : `${says}: ${parts}`,
    [...steps, ...cutSteps(context, cut, scale)],
    [...because, ...becauseOfParts(context, scale, given.call?.outputLimit)],
  );
}

const limitName = (call: ModelCall | undefined): string => call?.outputLimit?.name ?? 'max_tokens';

/** Prepaid vendors reserve the price of the whole answer before they start. */
function againstMoney(given: Case): Finding | undefined {
  const { sizes, call } = given;
  const { affordable } = sizes;
  if (affordable === undefined) return undefined;
  const requested = sizes.requested ?? sizes.output ?? call?.outputLimit?.value;
  if (requested !== undefined && requested <= affordable)
    return { outcome: 'pass', says: `Asked for up to ${grouped(requested)} tokens: affordable` };
  const name = limitName(call);
  const fits = affordable >= USEFUL ? roundDown(affordable) : undefined;
  const asked =
    requested === undefined
      ? `${grouped(affordable)} tokens are affordable`
      : `Asked for up to ${grouped(requested)} tokens, ${grouped(affordable)} are affordable`;
  return tooMuch(
    given,
    fits === undefined ? asked : `${asked}: send ${name} ${fits}`,
    fits === undefined
      ? ['What is left buys no answer: add credits, or raise the limit.']
      : [`Send ${name} ${fits} or less.`, 'Or add credits or raise the limit, and keep the request as it is.'],
  );
}

/** What the error says of input, output and limit, before any count of ours. */
function againstLimit(given: Case): Finding | undefined {
  const { sizes, call } = given;
  const { limit, output, requested } = sizes;
  if (limit === undefined) return undefined;
  // Errors that give the sum and the answer's share of it leave the input to be worked out.
  const input = sizes.input ?? (requested !== undefined && output !== undefined && output < requested ? requested - output : undefined);
  const name = limitName(call);
  const answer = output ?? call?.outputLimit?.value;
  if (input !== undefined && input >= limit) {
    const cut = Math.max(input - limit, 1);
    const shorter = `Shorten the input by ${grouped(cut)} tokens or more, and leave room for the answer.`;
    return tooLong(given, `Input ${grouped(input)} tokens, over the limit of ${grouped(limit)}`, [shorter], { cut, input });
  }
  if (input !== undefined && answer !== undefined && input + answer > limit) {
    const room = limit - input;
    const fits = room >= USEFUL ? roundDown(room) : undefined;
    const sum = `Input ${grouped(input)} + output ${grouped(answer)} tokens, over ${grouped(limit)}`;
    return fits === undefined
      ? tooLong(given, sum, ['Shorten the input: it leaves no room for an answer.'], { cut: answer - room, input })
      : tooMuch(given, `${sum}: send ${name} ${fits}`, [
          `Send ${name} ${fits} or less, or shorten the input by ${grouped(answer - room)} tokens.`,
        ]);
  }
  const asked = requested ?? (input === undefined ? undefined : input + (answer ?? 0));
  if (asked === undefined) return undefined;
  if (asked <= limit) return { outcome: 'pass', says: `Asked for ${grouped(asked)} of ${grouped(limit)} tokens: it fits` };
  const cut = asked - limit;
  return tooLong(
    given,
    `Asked for ${grouped(asked)} tokens, the limit is ${grouped(limit)}`,
    [`Make the request smaller by ${grouped(cut)} tokens or more: waiting does not help.`],
    { cut, ...(input !== undefined && { input }) },
  );
}

/** The tokens of a plan's rate limit, as the header fields tell it: a request that is larger than all of it never passes. */
function againstRate(given: Case): Finding | undefined {
  const { facts, context, call } = given;
  if (causes[facts.reading.verdict.cause].family !== 'limits') return undefined;
  const least = { input: context?.total.low ?? 0, output: call?.outputLimit?.value ?? 0 };
  const askedOf = ({ name }: RateLimit): number =>
    /output/i.test(name) ? least.output : /input/i.test(name) ? least.input : Math.max(least.input, least.output);
  const tokens = facts.reading.rateLimits.filter(({ name }) => /token/i.test(name));
  const never = tokens.find((rate) => rate.limit !== undefined && rate.limit > 0 && askedOf(rate) > rate.limit);
  if (never) {
    const asked = askedOf(never);
    const limit = never.limit!;
    const says = `At least ${grouped(asked)} tokens, over the rate limit of ${grouped(limit)}`;
    const where = `response.headers.${never.where}`;
    const because = [{ where, value: grouped(limit), says: `all that the plan allows of ${never.name} in its window` }];
    const link = facts.provider?.links.limits;
    const name = limitName(call);
    const found =
      asked === least.output && asked > least.input
        ? tooMuch(given, `${says}: send ${name} ${roundDown(limit)}`, [`Send ${name} ${roundDown(limit)} or less.`], because)
        : tooLong(given, says, [`Make the request smaller by ${grouped(asked - limit)} tokens or more: waiting does not help.`], {
            cut: asked - limit,
            because,
          });
    const steps = [...(found.steps ?? []), 'Or move to a plan or tier with a higher rate limit.'];
    return { ...found, outcome: 'fail', steps, ...(link !== undefined && { link: { title: 'rate limits', url: link } }) };
  }
  const later = tokens.find(({ remaining, ...rate }) => remaining !== undefined && askedOf(rate) > remaining);
  if (!later) return undefined;
  const { remaining, limit, resetSeconds } = later;
  return {
    outcome: 'warn',
    says: `At least ${grouped(askedOf(later))} tokens, ${grouped(remaining!)} are left${limit === undefined ? '' : ` of ${grouped(limit)}`}`,
    steps: [`Wait ${resetSeconds === undefined ? 'until the limit starts again' : duration(resetSeconds)}, or send a smaller request.`],
  };
}

/** An empty account, and an answer whose price has to be there beforehand. */
function againstReserve({ facts, call }: Case): Finding | undefined {
  const output = call?.outputLimit?.value ?? 0;
  if (facts.reading.verdict.cause !== 'credits-exhausted' || output <= SMALL) return undefined;
  const name = limitName(call);
  return {
    outcome: 'warn',
    says: `Asks for up to ${grouped(output)} tokens: a lower ${name} may pass`,
    steps: [`Send a lower ${name}: prepaid vendors reserve the price of the whole answer first.`],
  };
}

/** The model's window, as a table of a day has it or as the request sets it. */
function againstWindow(given: Case): Finding | undefined {
  const { facts, context, window, call, sizes } = given;
  if (!context || !window || sizes.limit !== undefined || context.parts.length === 0) return undefined;
  const { total } = context;
  const { tokens: room, because } = window;
  const output = call?.outputLimit?.value ?? 0;
  const about = aboutTokens(total);
  const known = `window ${grouped(room)}`;
  const rest = beside(context);
  if (rest === '' && total.high + output <= room) return { outcome: 'pass', says: `${about} in, ${known}: it fits`, because };
  // A window is a hint: it does not explain an answer that is about something else.
  const { cause } = facts.reading.verdict;
  if (!isAboutSize(given) && cause !== 'unknown' && causes[cause].family !== 'request') return undefined;
  if (total.low >= room) {
    const cut = total.low - room + Math.min(output, room);
    const steps = [`Shorten the input by about ${grouped(cut)} tokens or more, or use a model with a larger window.`];
    return tooLong(given, `${about}, ${known}`, steps, { cut, because });
  }
  if (total.low + output > room) {
    const left = room - total.high;
    const name = limitName(call);
    const says = `${about} in and ${grouped(output)} out, ${known}`;
    if (left < USEFUL) return tooLong(given, says, [`Shorten the input, or lower ${name}.`], { cut: total.high + output - room, because });
    return tooMuch(
      given,
      `${says}: send ${name} ${roundDown(left)}`,
      [`Send ${name} ${roundDown(left)} or less, or shorten the input.`],
      because,
    );
  }
  if (!isAboutSize(given)) return undefined;
  const steps = ['Shorten the input, or use a model with a larger window.'];
  return { ...tooLong(given, `${about} in${rest}, ${known}`, steps, { cut: total.high + output - room, because }), outcome: 'warn' };
}

/** Without any figure but our own: what is small is told, and what is long where the error is about that. */
function byEstimate(given: Case): Finding {
  const { sizes, call, context } = given;
  const { limit } = sizes;
  const output = call?.outputLimit?.value ?? 0;
  if (!context || context.parts.length === 0) return { outcome: 'skip', says: 'Nothing is known of the size in tokens' };
  const { total } = context;
  const about = `${aboutTokens(total)} in`;
  const rest = beside(context);
  if (rest === '' && total.high + output <= Math.min(limit ?? SMALL, SMALL))
    return { outcome: 'pass', says: `${about}${output > 0 ? `, ${grouped(output)} out` : ''}: small` };
  if (!isAboutSize(given)) return { outcome: 'skip', says: `${about}${rest}; the error is not about size` };
  if (limit !== undefined && rest === '' && total.high + output <= limit)
    return { outcome: 'pass', says: `${about}, under the limit of ${grouped(limit)}` };
  if (limit !== undefined && total.low > limit) {
    const cut = total.low - limit;
    const steps = [`Shorten the input by about ${grouped(cut)} tokens or more, or use a model with a longer context window.`];
    return tooLong(given, `${about}, over the limit of ${grouped(limit)}`, steps, { cut });
  }
  const steps = ["Compare it with the model's context window, and shorten the input."];
  return { ...tooLong(given, `${about}${rest}`, steps, { cut: total.low / 2 }), outcome: 'warn' };
}

/** What there is besides the sum, as the line's end: files that are not counted, earlier turns, the rest of a body; '' where that is all. */
function beside({ uncounted, unseen, isCut }: Context): string {
  const files = uncounted.images + uncounted.files;
  if (files > 0) return `, and ${grouped(files)} ${files === 1 ? 'file' : 'files'} beside`;
  if (unseen.length > 0) return `, and what ${unseen[0]} stands for`;
  return isCut ? ' of a body that is cut off' : '';
}
