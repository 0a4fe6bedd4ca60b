/** What a request asks of a model: which one, how much output at most, and about how much input it brings, part by part. */
import { partName, type ContextPart, type ModelWindow, type PartKind, type TokenRange, type Work } from '../model/context-parts.ts';
import type { HttpRequest } from '../model/exchange.ts';
import { modelRequestOf, type Medium, type ModelRequest, type TextPart } from '../parse/model-request.ts';
import { imageTokens } from './image-tokens.ts';
import { estimateTokens } from './tokens.ts';

export type ModelCall = {
  model?: string;
  /** The member that limits the output, by the name it has in this body, and its value. */
  outputLimit?: { name: string; value: number };
  /** An estimate of the input. Undefined where the body brings none. */
  input?: TokenRange;
  /** Images, sounds and files inside the input, which the estimate leaves out. */
  media: number;
};

/** The input by its parts. */
export type Context = {
  /** Turns in their order. */
  parts: ContextPart[];
  total: TokenRange;
  /** Images and files that are not in the sum: neither their size nor their text can be told. */
  uncounted: { images: number; files: number };
  /** Members that stand for input which the request does not show. */
  unseen: string[];
  /** The body ends before its JSON does, so that this is the least it may be. */
  isCut: boolean;
  /** The page of the formula by which images were counted. */
  imageSource?: string;
  work: Work;
};

/** The role words, brackets and names around each piece of text cost a few tokens each. */
const AROUND = { low: 0, high: 6 };

/** Reads the body of a request to a model. Undefined where there is none, or where it is not a JSON object that names model, prompt or limit. */
export function modelCallOf(request: HttpRequest | undefined): ModelCall | undefined {
  const read = modelRequestOf(request);
  return read && callOf(read, contextIn(read));
}

/** The same, with the input by its parts; `counted` are exact counts of the parts' texts, where there are any. */
export function contextOf(
  request: HttpRequest | undefined,
  counted?: ModelWindow['counted'],
): { call?: ModelCall; context?: Context; ownWindow?: { name: string; value: number } } {
  const read = modelRequestOf(request);
  if (!read) return wholeBody(request?.body);
  const isApart = !read.isTooLarge && (read.parts.length > 0 || read.media.length > 0);
  const context = isApart ? contextIn(read, counted) : wholeBody(request?.body).context;
  const call = callOf(read, isApart ? context : undefined);
  return { call, ...(context && { context }), ...(read.ownWindow && { ownWindow: read.ownWindow }) };
}

function callOf({ model, outputLimit, media }: ModelRequest, context: Context | undefined): ModelCall {
  return {
    ...(model !== undefined && { model }),
    ...(outputLimit && { outputLimit }),
    ...(context && context.parts.length > 0 && { input: context.total }),
    media: context ? context.uncounted.images + context.uncounted.files : media.length,
  };
}

function contextIn(read: ModelRequest, counted?: ModelWindow['counted']): Context | undefined {
  if (read.isTooLarge) return undefined;
  const work = { ...read.work };
  const parts = read.parts.map((part) => sizeOf(part, counted, work));
  const known = read.media.filter((medium): medium is Required<Pick<Medium, 'size'>> & Medium => medium.size !== undefined);
  const images = known.map(({ size, detail }) => imageTokens(read.model, size, detail));
  if (images.length > 0) parts.push({ kind: 'images', count: images.length, tokens: sumOf(images.map(({ tokens }) => tokens)) });
  const imageSource = images[0]?.source;
  const uncounted = read.media.filter(({ size }) => size === undefined);
  const unknownImages = uncounted.filter(({ kind }) => kind === 'image').length;
  return {
    parts,
    total: sumOf(parts.map(({ tokens }) => tokens)),
    uncounted: { images: unknownImages, files: uncounted.length - unknownImages },
    unseen: read.unseen,
    isCut: read.isCut,
    ...(imageSource !== undefined && { imageSource }),
    work,
  };
}

function sizeOf({ texts, ...part }: TextPart, counted: ModelWindow['counted'], work: Work): ContextPart {
  const exact = counted?.parts[partName(part)];
  const tokens = exact === undefined ? sumOf(texts.map((text) => estimateTokens(text, work))) : { low: exact, high: exact };
  const { low, high } = tokens;
  return { ...part, count: texts.length, tokens: { low: low + AROUND.low * texts.length, high: high + AROUND.high * texts.length } };
}

/** A body that cannot be taken apart is one part: no more than a guess by its characters. */
function wholeBody(body: string | undefined): { context?: Context } {
  if (body === undefined || body.trim() === '') return {};
  const work: Work = { characters: 0, pieces: 1 };
  const tokens = estimateTokens(body, work);
  const part: ContextPart = { kind: 'body', count: 1, tokens };
  return { context: { parts: [part], total: tokens, uncounted: { images: 0, files: 0 }, unseen: [], isCut: false, work } };
}

const sumOf = (ranges: TokenRange[]): TokenRange =>
  ranges.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });

/** All parts of one kind together. */
export type PartGroup = { kind: PartKind; count: number; tokens: TokenRange; largest?: ContextPart };

const ORDER: PartKind[] = ['system', 'tools', 'files', 'turn', 'images', 'body'];

/** The parts by their kinds, always in the same order; turns are one group, with the largest of them. */
export function groupsOf(parts: readonly ContextPart[]): PartGroup[] {
  const groups = new Map<PartKind, PartGroup>();
  for (const part of parts) {
    const { kind, tokens } = part;
    const group = groups.get(kind);
    const count = kind === 'turn' ? 1 : part.count;
    if (!group) groups.set(kind, { kind, count, tokens, largest: part });
    else {
      group.count += count;
      group.tokens = sumOf([group.tokens, tokens]);
      if (tokens.high > group.largest!.tokens.high) group.largest = part;
    }
  }
  return ORDER.flatMap((kind) => groups.get(kind) ?? []);
}
