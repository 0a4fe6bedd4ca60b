import type { Comparison } from '../../model/comparison.ts';
import { visibleJson } from '../../model/format.ts';

/** The comparison itself, for programs; what a terminal or a build log would act on is written as JSON escapes. */
export function renderJson(comparison: Comparison): string {
  const json = visibleJson(JSON.stringify(comparison, null, 2));
  return `${json.replace(/##(?=\w{0,12}\[)/g, '#\\u0023')}\n`;
}
