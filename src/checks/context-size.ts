import type { Check, Facts, Finding } from '../model/check.ts';
import { grouped, roundDown } from '../model/numbers.ts';
import type { Figure } from '../model/reading.ts';
import { modelCallOf, type ModelCall } from '../interpret/model-call.ts';

/** No model in use today has a smaller context window: what fits into this is not too long. */
const SMALL = 4000;
/** A smaller answer than this is no use to anybody, so it is not suggested. */
const USEFUL = 16;

type Sizes = Partial<Record<Figure['name'], number>>;

export default {
  phase: '4.2',
  title: 'Tokens asked for, and what fits',
  explains:
    'Compares the tokens of the request with what the error says is affordable or allowed, and says what to send instead. Where ' +
    'the error names no figures it estimates the input from its characters, as a range: every vendor counts differently.',
  judge(facts) {
    const { cause } = facts.reading.verdict;
    const sizes = sizesOf(facts.reading.figures);
    const call = modelCallOf(facts.exchange.request);
    if (cause === 'payload-too-large') return { outcome: 'skip', says: 'The limit is one of bytes, not of tokens' };
    return againstMoney(sizes, call, facts) ?? againstLimit(sizes, call, facts) ?? byEstimate(sizes, call, facts);
  },
} satisfies Check;

/** The first figure of each name that counts tokens. */
function sizesOf(figures: Figure[]): Sizes {
  const sizes: Sizes = {};
  for (const { name, value, unit } of figures) if (unit === 'tokens') sizes[name] ??= value;
  return sizes;
}

/** A size fails where the error is about size, and is a warning beside another cause, such as an empty account. */
function tooMuch({ reading }: Facts, says: string, steps: string[]): Finding {
  return { outcome: reading.verdict.cause === 'context-too-long' ? 'fail' : 'warn', says, steps };
}

const limitName = (call: ModelCall | undefined): string => call?.outputLimit?.name ?? 'max_tokens';

/** Prepaid vendors reserve the price of the whole answer before they start. */
function againstMoney(sizes: Sizes, call: ModelCall | undefined, facts: Facts): Finding | undefined {
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
    facts,
    fits === undefined ? asked : `${asked}: send ${name} ${fits}`,
    fits === undefined
      ? ['What is left buys no answer: add credits, or raise the limit.']
      : [`Send ${name} ${fits} or less.`, 'Or add credits or raise the limit, and keep the request as it is.'],
  );
}

function againstLimit(sizes: Sizes, call: ModelCall | undefined, facts: Facts): Finding | undefined {
  const { limit, output, requested } = sizes;
  if (limit === undefined) return undefined;
  // Errors that give the sum and the answer's share of it leave the input to be worked out.
  const input = sizes.input ?? (requested !== undefined && output !== undefined && output < requested ? requested - output : undefined);
  const name = limitName(call);
  const answer = output ?? call?.outputLimit?.value;
  if (input !== undefined && input >= limit) {
    return tooMuch(facts, `Input ${grouped(input)} tokens, over the limit of ${grouped(limit)}`, [
      `Shorten the input by ${grouped(Math.max(input - limit, 1))} tokens or more, and leave room for the answer.`,
    ]);
  }
  if (input !== undefined && answer !== undefined && input + answer > limit) {
    const room = limit - input;
    const fits = room >= USEFUL ? roundDown(room) : undefined;
    const sum = `Input ${grouped(input)} + output ${grouped(answer)} tokens, over ${grouped(limit)}`;
    return tooMuch(
      facts,
      fits === undefined ? sum : `${sum}: send ${name} ${fits}`,
      fits === undefined
        ? ['Shorten the input: it leaves no room for an answer.']
        : [`Send ${name} ${fits} or less, or shorten the input.`],
    );
  }
  const asked = requested ?? (input === undefined ? undefined : input + (answer ?? 0));
  if (asked === undefined) return undefined;
  if (asked <= limit) return { outcome: 'pass', says: `Asked for ${grouped(asked)} of ${grouped(limit)} tokens: it fits` };
  return tooMuch(facts, `Asked for ${grouped(asked)} tokens, the limit is ${grouped(limit)}`, [
    `Make the request smaller by ${grouped(asked - limit)} tokens or more: waiting does not help.`,
  ]);
}

function byEstimate({ limit }: Sizes, call: ModelCall | undefined, facts: Facts): Finding {
  const { cause } = facts.reading.verdict;
  const input = call?.input;
  const output = call?.outputLimit?.value ?? 0;
  if (cause === 'credits-exhausted' && output > SMALL) {
    const name = limitName(call);
    return {
      outcome: 'warn',
      says: `Asks for up to ${grouped(output)} tokens: a lower ${name} may pass`,
      steps: [`Send a lower ${name}: prepaid vendors reserve the price of the whole answer first.`],
    };
  }
  if (!input) return { outcome: 'skip', says: 'Nothing is known of the size in tokens' };
  const about = `About ${grouped(input.low)} to ${grouped(input.high)} tokens in`;
  const media = call.media > 0 ? `, and ${grouped(call.media)} ${call.media === 1 ? 'file' : 'files'} beside` : '';
  const isSmall = call.media === 0 && input.high + output <= Math.min(limit ?? SMALL, SMALL);
  if (isSmall) return { outcome: 'pass', says: `${about}${output > 0 ? `, ${grouped(output)} out` : ''}: small` };
  if (cause !== 'context-too-long') return { outcome: 'skip', says: `${about}${media}; the error is not about size` };
  if (limit !== undefined && call.media === 0 && input.high + output <= limit)
    return { outcome: 'pass', says: `${about}, under the limit of ${grouped(limit)}` };
  if (limit !== undefined && input.low > limit)
    return tooMuch(facts, `${about}, over the limit of ${grouped(limit)}`, [
      'Shorten the input, or use a model with a longer context window.',
    ]);
  return { outcome: 'warn', says: `${about}${media}`, steps: ["Compare it with the model's context window, and shorten the input."] };
}
