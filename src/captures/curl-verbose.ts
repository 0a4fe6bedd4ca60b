import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import { readCurl } from '../parse/curl-arguments.ts';
import { callsOf, exchangeOf, isTunnel } from '../parse/curl-calls.ts';
import { curlLines, HEAD_LINE, TOLD_LINE } from '../parse/curl-lines.ts';
import { readTranscript } from '../parse/curl-transcript.ts';
import { redirectWarnings } from '../parse/http-redirects.ts';

const startsWithExit = (text: string): boolean =>
  curlLines(text.slice(0, 8192)).find(({ written }) => written.trim() !== '')?.kind === 'exit';

export default {
  title: 'curl -v',
  madeBy: 'curl -v, or the line with which curl gives up',
  recognise(text) {
    const start = text.slice(0, 1_000_000);
    if (HEAD_LINE.test(start)) return 0.95;
    if (TOLD_LINE.test(start)) return 0.92;
    if (!/(?:^|\d)curl: \(\d{1,3}\) /m.test(start)) return 0;
    const alone = startsWithExit(text) || readTranscript(text.slice(0, 65_536)).runs.some(({ output }) => startsWithExit(output));
    return alone ? 0.87 : 0.5;
  },
  read(text): Captured {
    const warnings: string[] = [];
    const { before, runs } = readTranscript(text);
    const commands = runs.map((run) => ({
      ...run,
      commanded: readCurl(run.words, { readFile: (name) => (name === '-' ? run.stdin : undefined) }).exchanges[0].request,
    }));
    const exchanges = [{ output: before, outputLine: 1, line: 1, commanded: undefined }, ...commands].flatMap((part) => {
      const lines = curlLines(part.output, part.outputLine);
      const calls = callsOf(lines);
      if (part.commanded && calls[0]) calls[0].line = part.line;
      // The words of several calls belong to none of them more than to another.
      const others =
        calls.length > 1
          ? ''
          : lines
              .flatMap(({ kind, written }) => (kind === 'other' ? [written] : []))
              .join('\n')
              .trim();
      return calls.flatMap((call, i) => {
        const led = isTunnel(call) && calls[i + 1]?.request !== undefined;
        return led ? [] : (exchangeOf(call, { shape: 'curl-verbose', commanded: part.commanded, others }, warnings) ?? []);
      });
    });
    if (exchanges.length > 0) return { exchanges, warnings: [...warnings, ...redirectWarnings(exchanges)] };
    throw new UnreadableInput(
      'The output of curl -v holds no request and no failure.',
      'Give all of it, with what it wrote to stderr: curl -v … 2>&1.',
    );
  },
} satisfies Capture;
