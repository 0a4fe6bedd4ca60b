/** What a request to a model is made of, in tokens, and what is known of the model's room for it. */

/** Whole numbers between which a count lies; the same number twice where it was counted. */
export type TokenRange = { low: number; high: number };

/** How much was looked at to estimate: characters of texts and of image heads, and nodes of the body. */
export type Work = { characters: number; pieces: number };

/** `body`: a body that is no JSON, and so cannot be taken apart. */
export type PartKind = 'system' | 'tools' | 'turn' | 'images' | 'files' | 'body';

/** One part of the input. A turn has its place among its siblings, from 1; images and files are those of all turns together. */
export type ContextPart = { kind: PartKind; number?: number; count: number; tokens: TokenRange };

/** A part's name, by which a count is matched with it: "system", "turn 12". */
export const partName = ({ kind, number }: Pick<ContextPart, 'kind' | 'number'>): string =>
  number === undefined ? kind : `${kind} ${number}`;

/**
 * What the probe "model-window" brings: a hint and never a proof, for the data are of a day and models change. `counted` is
 * there where a tokeniser is installed and its vocabulary is the model's: the tokens of the parts' texts by the parts' names.
 */
export type ModelWindow = {
  model: string;
  /** Tokens that the model has room for, and where that is from. */
  window?: { tokens: number; known: string; source: string };
  counted?: { vocabulary: string; parts: Record<string, number> };
};
