import type { Capture } from '../model/capture.ts';
import { loggedCalls, type LogLine } from '../parse/ci-log.ts';
import { pastedExchange } from '../parse/pasted.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

/** A downloaded log of several jobs has the job's and the step's name before the time. */
const STAMP = /^\uFEFF?(?:[^\t\n]{1,200}\t[^\t\n]{1,200}\t)?\uFEFF?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\d{4}Z ?/;
const COMMAND =
  /^(?:##\[(?:error|warning|notice|command|debug)\]|::(?:error|warning|notice|debug)(?: [^\n:]{0,500}(?::[^\n:]{0,500}){0,5}?)?::|\[command\])/;
const OPENS = /^(?:##\[group\]|::group::)/;
const CLOSES = /^(?:##\[endgroup\]|::endgroup::)/;

/** What the runner itself says of how a step ended is no tool's message. */
const RUNNER = /^Process completed with exit code \d+\.?$/;

function linesOf(text: string): LogLine[] {
  const lines: LogLine[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const stamp = STAMP.exec(raw);
    const words = stamp ? raw.slice(stamp[0].length) : raw;
    if (CLOSES.test(words)) continue;
    const opens = OPENS.test(words);
    const said = words.replace(OPENS, '').replace(COMMAND, '');
    if (RUNNER.test(said)) continue;
    const isError = /^(?:##\[error\]|::error[ :])/.test(words);
    const at = stamp ? `${stamp[1]!}Z` : undefined;
    lines.push({ text: said, line: i + 1, ...(at !== undefined && { at }), ...(opens && { opens }), ...(isError && { isError }) });
  }
  return lines;
}

export default {
  title: 'The log of a GitHub Actions job',
  madeBy: 'GitHub Actions: "View raw logs", gh run view --log',
  recognise: (text) =>
    strengthOf(text, [
      [/^\uFEFF?(?:[^\t\r\n]{1,200}\t[^\t\r\n]{1,200}\t)?\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z /m, 0.86],
      [/^(?:##\[(?:group|error|endgroup)\]|::error(?: [^\n]{0,500})?::)/m, 0.84],
    ]),
  read(text) {
    const lines = linesOf(printed(text));
    const exchanges = loggedCalls(lines, 'github-actions-log');
    if (exchanges.length > 0) return { exchanges, warnings: [] };
    const words = lines
      .slice(-60)
      .map((line) => line.text)
      .join('\n');
    return { exchanges: [pastedExchange(words, 'github-actions-log')], warnings: ['No line of the log tells a call that failed.'] };
  },
} satisfies Capture;
