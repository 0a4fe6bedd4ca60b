/**
 * What differs between a call that worked and one that failed: what `diagnose compare --format json` prints, and what its other
 * renderings show. The schema is published as schema/comparison.schema.json; within a schema number there are additions only.
 */
import * as v from 'valibot';
import type { RawExchange } from './exchange.ts';

const text = v.string();
const optionalText = v.optional(v.string());

/** How much a difference may matter: `likely` is worth a look first, `minor` last. */
const weight = v.picklist(['likely', 'possible', 'minor']);

const difference = v.object({
  /** Of what was sent, or of what came back. */
  part: v.picklist(['request', 'response']),
  /** "request.headers.content-type", "request.body.messages[0].role". */
  where: text,
  /** As a person calls it: "API key", "model". */
  name: text,
  weight,
  /** The value in each, cut and with masks in place of credentials; absent where that call has none. */
  good: optionalText,
  bad: optionalText,
  /** Why it may matter. */
  says: text,
});

const side = v.object({
  source: v.object({ shape: text, file: optionalText, line: v.optional(v.pipe(v.number(), v.integer())) }),
  /** Which one it is, of an input with several exchanges. */
  entry: v.optional(v.object({ number: v.pipe(v.number(), v.integer()), of: v.pipe(v.number(), v.integer()) })),
  request: v.optional(v.object({ method: text, url: optionalText })),
  status: v.optional(v.pipe(v.number(), v.integer())),
});

/** The contract, schema 1. */
export const comparisonSchema = v.object({
  schema: v.literal(1),
  tool: v.object({ name: text, version: text }),
  /** Whether nothing differs that could matter; exit code 0. */
  same: v.boolean(),
  /** Whether both calls carry the same credential; `unknown` where an input does not tell, `none` where neither carries one. */
  key: v.picklist(['same', 'different', 'unknown', 'none']),
  good: side,
  bad: side,
  /** What was sent before what came back, and of each what may matter most first. */
  differences: v.array(difference),
  warnings: v.array(text),
});

export type Comparison = v.InferOutput<typeof comparisonSchema>;
export type ComparedSide = Comparison['good'];
export type Difference = Comparison['differences'][number];
export type Weight = Difference['weight'];

/** The evidence of `--good FILE`: the exchange that worked, sealed and with the failing one's masks, and what differs. */
export type GoodExchange = Pick<Comparison, 'key' | 'differences' | 'warnings'> & { exchange: RawExchange };
