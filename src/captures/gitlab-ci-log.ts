import type { Capture } from '../model/capture.ts';
import { loggedCalls, type LogLine } from '../parse/ci-log.ts';
import { pastedExchange } from '../parse/pasted.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

/** With timestamps on: the time, and the stream with its number. */
const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\d{3}Z \d{2}[OE][ +]?/;
const SECTION = /^section_(start|end):\d{9,11}:[\w.-]{1,200}(?:\[[^\]\n]{0,200}\])?/;

/** What the runner itself says of how the job ended is no tool's message. */
const RUNNER = /^ERROR: Job failed(?:: |$)/;

/** The runner hides its section marks behind a carriage return. */
const HIDDEN = '\r\u001b[0K';

function linesOf(text: string): LogLine[] {
  const lines: LogLine[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const stamp = STAMP.exec(raw);
    let words = stamp ? raw.slice(stamp[0].length) : raw;
    let opens = false;
    for (let mark = SECTION.exec(words); mark; mark = SECTION.exec(words)) {
      opens ||= mark[1] === 'start';
      words = words.slice(mark[0].length).trimStart();
    }
    if (RUNNER.test(words)) continue;
    const at = stamp ? `${stamp[1]!}Z` : undefined;
    lines.push({ text: words, line: i + 1, ...(at !== undefined && { at }), ...(opens && { opens }) });
  }
  return lines;
}

export default {
  title: 'The log of a GitLab CI job',
  madeBy: 'GitLab: "Complete raw", gitlab-runner',
  recognise: (text) =>
    strengthOf(text, [
      [/^(?:\d{4}-\d\d-\d\dT[\d:.]{8,20}Z \d{2}[OE][ +]?)?section_(?:start|end):\d{9,11}:/m, 0.86],
      [/^Running with gitlab-runner \d/m, 0.86],
    ]),
  read(text) {
    const lines = linesOf(printed(text.replaceAll(HIDDEN, ' ')));
    const exchanges = loggedCalls(lines, 'gitlab-ci-log');
    if (exchanges.length > 0) return { exchanges, warnings: [] };
    const words = lines
      .slice(-60)
      .map((line) => line.text)
      .join('\n');
    return { exchanges: [pastedExchange(words, 'gitlab-ci-log')], warnings: ['No line of the log tells a call that failed.'] };
  },
} satisfies Capture;
