/** `--format json`: the result itself, in which a terminal and a build log find nothing to act on. */
import { visibleJson } from '../../../model/format.ts';
import type { RunResult } from '../types.ts';

export const renderJson = (run: RunResult): string =>
  `${visibleJson(JSON.stringify(run, null, 2)).replace(/##(?=\w{0,12}\[)/g, '#\\u0023')}\n`;
