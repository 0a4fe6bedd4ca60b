import { visibleJson } from '../model/format.ts';
import type { Report } from '../model/report.ts';

export default {
  title: 'JSON: the diagnosis itself, for programs',
  /** What a terminal would act on is written as JSON escapes, so that the document means the same and can be shown as it is. */
  render(diagnosis) {
    const json = visibleJson(JSON.stringify(diagnosis, null, 2));
    // The one way into a build log's commands that JSON leaves open; the rest needs the start of a line.
    return `${json.replace(/##(?=\w{0,12}\[)/g, '#\\u0023')}\n`;
  },
} satisfies Report;
