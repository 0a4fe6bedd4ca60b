import type { ComparedSide, Comparison } from '../../model/comparison.ts';
import { cut, visible } from '../../model/format.ts';

/** From outside, on one line, nothing in it executed. */
export const safe = (text: string, max = 200): string => visible(cut(text, max));

/** `POST https://api.example.com/v1/chat, status 402`. */
export function callWords({ request, status }: ComparedSide): string {
  const call = request
    ? safe(request.url === undefined ? request.method : `${request.method} ${request.url}`)
    : 'a call whose request is not shown';
  return status === undefined ? call : `${call}, status ${status}`;
}

/** Where a side was found: the file, or the pipe, and which entry of it. */
export function placeWords({ source, entry }: ComparedSide): string {
  const place = source.file === undefined ? 'standard input' : safe(source.file, 120);
  return entry ? `${place}, entry ${entry.number} of ${entry.of}` : place;
}

/** One sentence on the key. */
export const keyWords: Readonly<Record<Comparison['key'], string>> = {
  same: 'The key is the same in both.',
  different: 'The key is not the same.',
  unknown: 'Whether the key is the same cannot be told.',
  none: 'Neither call carries a key.',
};

/** One sentence on how much differs. */
export function countWords({ differences, warnings }: Comparison): string {
  if (differences.length === 0) return warnings.length > 0 ? 'Nothing differs in what can be compared.' : 'Nothing differs that matters.';
  return differences.length === 1 ? 'One difference:' : `${differences.length} differences, those that may matter most first:`;
}
