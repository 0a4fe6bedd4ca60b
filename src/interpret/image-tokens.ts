/** What an image costs in tokens, by the formulas that vendors document for their models; a range where they leave it open. */
import type { TokenRange } from '../model/context-parts.ts';

type Size = { width: number; height: number };

const range = (low: number, high = low): TokenRange => ({ low: Math.ceil(Math.min(low, high)), high: Math.ceil(Math.max(low, high)) });

/** An image whose size is not known: from a thumbnail at the least detail to the most that a model of today takes. */
export const UNKNOWN_IMAGE: TokenRange = { low: 64, high: 5000 };

const cells = ({ width, height }: Size, side: number): number => Math.ceil(width / side) * Math.ceil(height / side);

/** Made smaller, never larger, until the edges are no longer than these. */
function within({ width, height }: Size, longest: number, shortest = longest): Size {
  const scale = Math.min(1, longest / Math.max(width, height), shortest / Math.min(width, height));
  return { width: width * scale, height: height * scale };
}

/** OpenAI's older way: fitted into 2048 px, the shorter edge to 768 px, cut into tiles of 512 px. */
const tiled = (size: Size, base: number, tile: number): TokenRange => range(base + tile * cells(within(size, 2048, 768), 512));

/** Patches of a side, no more than a budget of them, each worth some tokens. */
const patched = (size: Size, side: number, most: number, worth = 1): number => Math.min(cells(size, side), most) * worth;

const OPENAI = 'https://developers.openai.com/api/docs/guides/images-vision';
const CLAUDE = 'https://platform.claude.com/docs/en/build-with-claude/vision';
const GEMINI = 'https://ai.google.dev/gemini-api/docs/tokens';
const MISTRAL = 'https://docs.mistral.ai/capabilities/vision';

type Formula = { models: RegExp; source: string; low?: number; count: (size: Size) => TokenRange };

/** The first whose expression matches the model's name; `low` is what it costs with "detail": "low". */
const FORMULAS: Formula[] = [
  { models: /gpt-4o-mini/, source: OPENAI, low: 2833, count: (size) => tiled(size, 2833, 5667) },
  { models: /(?:gpt-4\.1|gpt-5)-mini/, source: OPENAI, count: (size) => range(patched(size, 32, 1536, 1.62)) },
  { models: /(?:gpt-4\.1|gpt-5)-nano/, source: OPENAI, count: (size) => range(patched(size, 32, 1536, 2.46)) },
  { models: /\bo4-mini/, source: OPENAI, count: (size) => range(patched(size, 32, 1536, 1.72)) },
  { models: /gpt-4(?:o|\.1|\.5)/, source: OPENAI, low: 85, count: (size) => tiled(size, 85, 170) },
  { models: /gpt-5(?:\.1)?(?:-|$)/, source: OPENAI, low: 70, count: (size) => tiled(size, 70, 140) },
  { models: /\bo[13](?:-|$)/, source: OPENAI, low: 75, count: (size) => tiled(size, 75, 150) },
  // Models before Opus 4.7 see up to 1568 px and as many tokens, those from then on up to 2576 px and 4784 tokens.
  {
    models: /claude/,
    source: CLAUDE,
    count: (size) => range(patched(within(size, 1568), 28, 1568), patched(within(size, 2576), 28, 4784)),
  },
  // By tiles of 768 px up to Gemini 2.5; a budget of up to 1120 from Gemini 3 on.
  {
    models: /gemini-[3-9]/,
    source: GEMINI,
    count: () => range(258, 1120),
  },
  { models: /gemini/, source: GEMINI, count: (size) => range(Math.max(size.width, size.height) <= 384 ? 258 : 258 * cells(size, 768)) },
  // Patches of 16 px in Pixtral, of 28 px in what followed, of an image of up to 1024 or 1540 px.
  {
    models: /pixtral|mistral|ministral|magistral/,
    source: MISTRAL,
    count: (size) => range(cells(within(size, 1540), 28), cells(within(size, 1024), 16) + Math.ceil(within(size, 1024).height / 16)),
  },
];

/** The tokens of an image, and the page that says so; without a formula for the model, a range that holds for those of today. */
export function imageTokens(model: string | undefined, size: Size, detail?: string): { tokens: TokenRange; source?: string } {
  const name = (model ?? '').slice(0, 200).toLowerCase();
  const formula = FORMULAS.find(({ models }) => models.test(name));
  if (!formula) return { tokens: range(UNKNOWN_IMAGE.low, Math.max(UNKNOWN_IMAGE.low, Math.min(UNKNOWN_IMAGE.high, cells(size, 14)))) };
  const { count, low, source } = formula;
  return { tokens: detail === 'low' && low !== undefined ? range(low) : count(size), source };
}
