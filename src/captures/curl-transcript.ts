import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import { readCurl } from '../parse/curl-arguments.ts';
import { readTranscript } from '../parse/curl-transcript.ts';
import { exchangesIn } from '../parse/http-exchanges.ts';
import { startsWithMessage } from '../parse/http-head.ts';

export default {
  title: 'A terminal: curl commands, and the responses they printed',
  madeBy: 'curl -i, copied with its command line',
  recognise(text) {
    if (startsWithMessage(text) || !/\bcurl\b/.test(text) || !/(?:^|\n)HTTP\/\d/.test(text)) return 0;
    return readTranscript(text.slice(0, 65_536)).runs.some(({ output }) => startsWithMessage(output)) ? 0.85 : 0;
  },
  read(text): Captured {
    const warnings: string[] = [];
    const { before, runs } = readTranscript(text);
    const first = exchangesIn({ text: before, line: 1, shape: 'curl-transcript' }, warnings);
    const answered = runs.flatMap((run) => {
      const { request } = readCurl(run.words, { readFile: (name) => (name === '-' ? run.stdin : undefined) }).exchanges[0];
      const printed = {
        text: run.output,
        line: run.outputLine,
        shape: 'curl-transcript',
        around: before,
        ...(request && { commanded: request }),
      };
      const exchanges = exchangesIn(printed, warnings);
      if (exchanges[0]) exchanges[0].source.line = run.line;
      return exchanges;
    });
    const exchanges = [...first, ...answered];
    if (exchanges.length === 0) throw new UnreadableInput('There is no HTTP message in the input.', 'Give the output of curl -i.');
    return { exchanges, warnings };
  },
} satisfies Capture;
