/** How many tokens a text may be: a range, because every vendor counts by its own vocabulary. */
import type { TokenRange, Work } from '../model/context-parts.ts';

/** Longer texts are judged by samples, so that no size and no pattern of text costs more than another. */
const WHOLE_UP_TO = 8192;
const SAMPLES = 32;
const SAMPLE_LENGTH = 256;

/** Tokens per UTF-16 unit, least and most, by what a unit is. Checked against o200k and cl100k on prose, code, CJK and base64. */
const RATES = {
  /** Letters and blanks of text that has blanks: three to six letters make a token. */
  word: { low: 1 / 6, high: 1 / 3 },
  /** Digits, punctuation, line ends. */
  mark: { low: 1 / 4, high: 1 },
  /** ASCII without any blank: a long run of one letter at one end, base64 at the other. */
  dense: { low: 1 / 10, high: 0.85 },
  /** Beyond ASCII: from Cyrillic words to a rare ideograph. */
  other: { low: 1 / 5, high: 1.5 },
};

/**
 * An estimate of a text's tokens, without any vocabulary: `low` and `high` whole numbers, between which the count of today's
 * tokenisers lies for prose, code and JSON in any script. 0 to 0 for an empty text. No more than 8,192 characters of it are
 * looked at, as `work` tells where it is given.
 */
export function estimateTokens(text: string, work?: Work): TokenRange {
  const samples = text.length <= WHOLE_UP_TO ? [text] : samplesOf(text);
  let low = 0;
  let high = 0;
  let length = 0;
  for (const sample of samples) {
    const rate = rateOf(sample);
    low += rate.low * sample.length;
    high += rate.high * sample.length;
    length += sample.length;
  }
  if (work) work.characters += length;
  const scale = length === 0 ? 0 : text.length / length;
  return { low: Math.floor(low * scale), high: Math.ceil(high * scale) };
}

function samplesOf(text: string): string[] {
  const stride = (text.length - SAMPLE_LENGTH) / (SAMPLES - 1);
  return Array.from({ length: SAMPLES }, (_, i) => text.slice(Math.floor(i * stride), Math.floor(i * stride) + SAMPLE_LENGTH));
}

function rateOf(sample: string): TokenRange {
  let words = 0;
  let others = 0;
  let blanks = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code > 0x7f) others++;
    else if (code === 0x20) blanks++;
    else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) words++;
  }
  const { word, mark, dense, other } = RATES;
  const length = Math.max(sample.length, 1);
  const ascii = sample.length - others;
  const isDense = blanks === 0 && ascii > 40;
  const rate = (end: keyof TokenRange) =>
    others * other[end] + (isDense ? ascii * dense[end] : (words + blanks) * word[end] + (ascii - words - blanks) * mark[end]);
  return { low: rate('low') / length, high: rate('high') / length };
}
