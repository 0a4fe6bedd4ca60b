/** The input of a model call in words: its parts with their figures, and what to leave out of it so that it fits. */
import type { Because } from '../model/check.ts';
import type { ContextPart, TokenRange } from '../model/context-parts.ts';
import { grouped } from '../model/numbers.ts';
import { UNKNOWN_IMAGE } from './image-tokens.ts';
import { groupsOf, type Context, type PartGroup } from './model-call.ts';

/** Where the error tells the sum, the estimates of the parts are made to add up to it. */
export type Scale = (tokens: TokenRange) => number;

const middle = ({ low, high }: TokenRange): number => (low + high) / 2;

/** Gives a part's tokens as one figure: the middle of its range, in proportion to the sum where that is known. */
export function scaleTo(total: TokenRange, known: number | undefined): Scale {
  const factor = known === undefined || middle(total) === 0 ? 1 : known / middle(total);
  return (tokens) => middle(tokens) * factor;
}

/** An estimate as it is written: two figures that count, three from 100,000 on. */
export function rounded(value: number): string {
  const whole = Math.round(value);
  if (whole < 100) return grouped(whole);
  const step = 10 ** Math.max(String(whole).length - 2 - (whole >= 100_000 ? 1 : 0), 0);
  return grouped(Math.round(whole / step) * step);
}

/** "About 1,200 to 2,400 tokens", or the number alone where both ends are one. */
export const aboutTokens = ({ low, high }: TokenRange): string =>
  low === high ? `${grouped(low)} tokens` : `About ${grouped(low)} to ${grouped(high)} tokens`;

const MOST_GROUPS = 3;
/** A turn is named where it has this share of all turns. */
const SHARE = 1 / 3;

const NAMES: Record<PartGroup['kind'], (count: number) => string> = {
  system: () => 'system',
  tools: () => 'tools',
  turn: (count) => (count === 1 ? '1 turn' : `${grouped(count)} turns`),
  images: (count) => (count === 1 ? '1 image' : `${grouped(count)} images`),
  files: () => 'files',
  body: () => 'body',
};

function groupInWords({ kind, count, tokens, largest }: PartGroup, scale: Scale): string {
  const words = `${NAMES[kind](count)} ${rounded(scale(tokens))}`;
  const isLarge = kind === 'turn' && count > 1 && largest && scale(largest.tokens) >= scale(tokens) * SHARE;
  return isLarge ? `${words} (turn ${largest.number} alone ${rounded(scale(largest.tokens))})` : words;
}

/** "system 1,200, tools 9,800, 41 turns 176,000 (turn 12 alone 90,000)": the three largest kinds; '' where there is but one part. */
export function breakdown({ parts }: Context, scale: Scale): string {
  if (parts.length < 2) return '';
  const groups = groupsOf(parts);
  const largest = groups.toSorted((a, b) => b.tokens.high - a.tokens.high).slice(0, MOST_GROUPS);
  return groups
    .filter((group) => largest.includes(group))
    .map((group) => groupInWords(group, scale))
    .join(', ');
}

const MEMBERS: Partial<Record<PartGroup['kind'], string>> = { system: 'the system prompt', tools: 'the tools', files: 'the files' };

/** What the breakdown says, part by part, and what is not in the sum. */
export function becauseOfParts(context: Context, scale: Scale, output?: { name: string; value: number }): Because[] {
  const { parts, uncounted, unseen, imageSource } = context;
  const entries: Because[] = groupsOf(parts).map((group) => ({
    where: 'request.body',
    value: groupInWords(group, scale),
    says: group.kind === 'images' ? 'tokens by the formula for images, about' : 'tokens, about',
    ...(group.kind === 'images' && imageSource !== undefined && { source: imageSource }),
  }));
  if (uncounted.images > 0) {
    const value = NAMES.images(uncounted.images);
    const each = `${grouped(UNKNOWN_IMAGE.low)} to ${grouped(UNKNOWN_IMAGE.high)} tokens each`;
    entries.push({ where: 'request.body', value, says: `not in the sum, for the size cannot be read: ${each}` });
  }
  if (uncounted.files > 0)
    entries.push({
      where: 'request.body',
      value: `${uncounted.files} ${uncounted.files === 1 ? 'file' : 'files'}`,
      says: 'not in the sum: their pages or seconds cannot be told',
    });
  for (const name of unseen)
    entries.push({ where: `request.body.${name}`, value: name, says: 'stands for input that the request does not show' });
  if (output) entries.push({ where: 'request.body', value: `${output.name} ${grouped(output.value)}`, says: 'tokens of output at most' });
  return entries;
}

/** The turns from the oldest on, without the last, that together have so many tokens; undefined where all are not enough. */
function oldestTurns(turns: ContextPart[], cut: number, scale: Scale): { last: number; tokens: number } | undefined {
  let tokens = 0;
  for (const { number, tokens: range } of turns.slice(0, -1)) {
    tokens += scale(range);
    if (tokens >= cut && number !== undefined) return { last: number, tokens };
  }
  return undefined;
}

/** What to leave out so that the input is `cut` tokens shorter, the largest part first. At most three steps. */
export function cutSteps({ parts, unseen }: Context, cut: number, scale: Scale): string[] {
  const steps = unseen.slice(0, 1).map((name) => `Count what ${name} stands for too, or start without it: the request does not show it.`);
  const turns = parts.filter(({ kind }) => kind === 'turn');
  const largest = parts.filter(({ kind }) => kind !== 'body').toSorted((a, b) => b.tokens.high - a.tokens.high)[0];
  if (!largest || parts.length < 2) return steps;
  const about = `about ${rounded(scale(largest.tokens))} tokens`;
  if (largest.kind === 'turn') steps.push(`Shorten turn ${largest.number}, the largest: it has ${about}.`);
  else if (largest.kind === 'images') steps.push(`Send fewer or smaller images: they have ${about}.`);
  else if (largest.kind === 'tools') steps.push(`Send fewer tools, or shorter descriptions: they have ${about}.`);
  else steps.push(`Shorten ${MEMBERS[largest.kind]}: it has ${about}.`.replace('files: it has', 'files: they have'));
  const oldest = oldestTurns(turns, cut, scale);
  if (oldest && !(largest.number === 1 && oldest.last === 1)) {
    const which = oldest.last === turns[0]!.number ? `turn ${oldest.last} has` : `turns ${turns[0]!.number} to ${oldest.last} have`;
    steps.push(`Or leave out the oldest turns: ${which} about ${rounded(oldest.tokens)} tokens.`);
  }
  return steps;
}
