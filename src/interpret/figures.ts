/** The figures that an error names: what was asked, what is affordable, limit, used, and when it resets. */
import type { Figure, Wait } from '../model/reading.ts';
import { dateIn, durationSeconds } from './time.ts';

const N = String.raw`(\d[\d,_.]*\d|\d)`;

/**
 * Where a figure stands in the wording that vendors share; the unit is tokens unless the words say otherwise. one of `near` must
 * stand in the text, in small letters, before the expression is made: most errors name no figure at all.
 */
const PLACES: { name: Figure['name']; near: string[]; source: string }[] = [
  { name: 'requested', near: ['requested'], source: String.raw`\brequested (?:up to |about )?${N} tokens` },
  { name: 'affordable', near: ['afford'], source: String.raw`\bcan only afford ${N}` },
  {
    name: 'limit',
    near: ['maximum ', 'max context', 'max prompt', 'max input'],
    source: String.raw`\b(?:maximum|max) (?:context|prompt|input) (?:length|window|size)(?: (?:is|of))? (?:only )?${N}`,
  },
  {
    name: 'input',
    near: ['messages', 'prompt', 'input'],
    source: String.raw`\b(?:messages|prompt|input)[^.\d]{0,40}(?:resulted in|contains?|is|has|of) ${N} (?:input )?tokens`,
  },
  { name: 'output', near: ['the completion', 'the output'], source: String.raw`${N} (?:tokens )?(?:in|for) the (?:completion|output)` },
  { name: 'limit', near: ['limit ', 'limit:'], source: String.raw`\bLimit:? ${N}` },
  { name: 'used', near: ['used', 'usage'], source: String.raw`\b(?:Used|Usage):? ${N}` },
  { name: 'requested', near: ['requested'], source: String.raw`\bRequested:? ${N}` },
  { name: 'limit', near: ['>'], source: String.raw`\b\d[\d,_]* ?(?:tokens )?> ?${N}(?: maximum)?` },
  { name: 'input', near: ['>'], source: String.raw`(?:prompt|tokens?)[^.\d]{0,40}${N} ?(?:tokens )?> ?\d` },
  {
    name: 'input',
    near: ['exceed', 'is larger'],
    source: String.raw`\b(?:prompt token count|requested tokens|token count|request) (?:of |\()?${N}\)?[^.]{0,20}(?:exceeds?|is larger)`,
  },
  { name: 'limit', near: ['window'], source: String.raw`context window of ${N}` },
  { name: 'limit', near: ['exceed'], source: String.raw`exceeds? (?:the )?(?:context window|limit|maximum)[^.\d]{0,30}of ${N}` },
];

const UNITS = /\b(tokens?|requests?|credits?|usd|eur|cny|bytes|characters)\b|(\$)/i;

const toNumber = (text: string): number => Number(text.replace(/[,_]/g, ''));

/** The figures in the messages of an error; each name once, where it stands first. */
export function figuresOf(messages: readonly { where: string; value: string }[]): Figure[] {
  const figures: Figure[] = [];
  for (const { where, value } of messages) {
    const text = value.slice(0, 8000);
    if (!/\d/.test(text)) continue;
    const small = text.toLowerCase();
    for (const { name, near, source } of PLACES) {
      if (!near.some((word) => small.includes(word)) || figures.some((figure) => figure.name === name)) continue;
      const match = new RegExp(source, 'i').exec(text);
      if (!match) continue;
      figures.push({ name, value: toNumber(match[1]!), unit: unitAfter(text, match.index + match[0].length, match[0]), where });
    }
  }
  return figures;
}

/** The unit that the figure's own words name, or those right after it. */
function unitAfter(text: string, end: number, words: string): string {
  const unit = UNITS.exec(`${words}${text.slice(end, end + 16)}`);
  if (!unit) return 'tokens';
  if (unit[2]) return 'USD';
  const word = unit[1]!.toLowerCase();
  return word === 'token' ? 'tokens' : word;
}

const WAIT_WORDS =
  /\b(?:try again|retry(?:ing)?|wait|resets?|available again|come back|reset[s]?(?: after)?|regain access|renews?|refresh(?:es)?|until|back off)(?:\s+(?:in|after|for|at|on|by|about|approximately|least|another|again))*[:\s]{1,3}/gi;

/** When the error's own words say that waiting ends: "try again in 6m0s", "resets in 13 days", "regain access on 2026-02-01". */
export function waitInWords(messages: readonly { where: string; value: string }[], now: Date): Wait | undefined {
  for (const { where, value } of messages) {
    const text = value.slice(0, 8000).replace(/\s+/g, ' ');
    if (!/\d/.test(text)) continue;
    for (const match of text.matchAll(WAIT_WORDS)) {
      const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 80);
      const seconds = durationSeconds(rest);
      if (seconds !== undefined) return { seconds, where };
      const date = /^(?:the |on )?\(?\d{4}-\d\d-\d\d/.test(rest) ? dateIn(rest) : undefined;
      if (date !== undefined)
        return { seconds: Math.max(0, Math.round((date - now.getTime()) / 1000)), at: new Date(date).toISOString(), where };
    }
    const delay = /^(\d+(?:\.\d+)?)s$/.exec(text);
    if (delay && where.endsWith('retryDelay')) return { seconds: Number(delay[1]), where };
  }
  return undefined;
}
