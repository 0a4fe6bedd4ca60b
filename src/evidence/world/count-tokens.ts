/** Tokens counted by the vocabulary o200k, where the package gpt-tokenizer is installed beside this tool; it is never needed. */
import { createRequire } from 'node:module';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Counts the tokens of a text. */
export type Counter = (text: string) => number;

/** Longer runs of one class of characters are cut: what a tokeniser does with a run grows with the square of its length. */
export const LONGEST_RUN = 128;
/** A piece ends before the next word after so many characters, and at twice as many wherever that is. */
const PIECE = 16_384;
/** More characters than this are left to the estimate. */
const MOST_CHARACTERS = 2_000_000;

/** The letters and the marks of Chinese, Japanese and Korean text, which has no blanks to end a run. */
const WIDE_LETTER = /[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/;
const WIDE_MARK = /[\u3001-\u3003\u3008-\u3011\uff01-\uff0f\uff1a-\uff20]/;

/** Letters 1, digits 2, blanks 3, marks 4; 0 what else is beyond ASCII, which goes with whatever stands before it. */
function classOf(code: number): number {
  if (code > 0x7f) {
    if (code < 0x3001) return 0;
    const char = String.fromCharCode(code);
    return WIDE_LETTER.test(char) ? 1 : WIDE_MARK.test(char) ? 4 : 0;
  }
  if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) return 1;
  if (code >= 0x30 && code <= 0x39) return 2;
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) ? 3 : 4;
}

/**
 * Cuts a text into pieces, in order and complete, in none of which a run of one class is longer than LONGEST_RUN. Text as people
 * write it is cut before words alone, where a token ends anyway, so that the sum of the pieces' counts is the count of the text.
 */
export function* piecesOf(text: string): Generator<string> {
  let from = 0;
  let run = 0;
  let current = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = classOf(code);
    if (kind !== 0 && kind !== current) {
      run = i;
      current = kind;
    }
    const isInside = code >= 0xdc00 && code <= 0xdfff;
    const isWord = code === 0x20 && i > 0 && classOf(text.charCodeAt(i - 1)) === 1 && classOf(text.charCodeAt(i + 1)) === 1;
    const long = i - from;
    if (isInside || !(i - run >= LONGEST_RUN || (long >= PIECE && isWord) || long >= 2 * PIECE)) continue;
    yield text.slice(from, i);
    from = i;
    run = i;
  }
  if (from < text.length) yield text.slice(from);
}

/** The counter of the installed package; undefined where it is not installed, or is not what it was. */
export function loadCounter(): Counter | undefined {
  try {
    // The package is the caller's choice, so that it is looked for when it is needed and not made part of this one.
    const { countTokens } = createRequire(import.meta.url)('gpt-tokenizer/encoding/o200k_base') as {
      countTokens: (text: string, options: { disallowedSpecial: Set<string> }) => number;
    };
    const plain = { disallowedSpecial: new Set<string>() };
    return countTokens('a', plain) === 1 ? (text) => countTokens(text, plain) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The tokens of the texts of each part, by the parts' names. Undefined where there is no counter or more text than is counted;
 * others get their turn between the pieces, and an aborted signal ends it.
 */
export async function countParts(
  parts: ReadonlyMap<string, readonly string[]>,
  load: () => Counter | undefined,
  signal?: AbortSignal,
): Promise<Record<string, number> | undefined> {
  const characters = [...parts.values()].flat().reduce((sum, text) => sum + text.length, 0);
  if (characters === 0 || characters > MOST_CHARACTERS) return undefined;
  const count = load();
  if (!count) return undefined;
  const counts: Record<string, number> = {};
  let since = 0;
  for (const [name, texts] of parts) {
    let tokens = 0;
    for (const text of texts) {
      for (const piece of piecesOf(text)) {
        tokens += count(piece);
        since += piece.length;
        if (since < PIECE) continue;
        since = 0;
        await nextTurn();
        if (signal?.aborted) return undefined;
      }
    }
    counts[name] = tokens;
  }
  return counts;
}
