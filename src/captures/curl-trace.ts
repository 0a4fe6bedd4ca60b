import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import { callsOf, exchangeOf, isTunnel } from '../parse/curl-calls.ts';
import { TRACE_BLOCK, TRACE_HEAD, TRACE_TOLD, traceLines } from '../parse/curl-trace.ts';
import { readableBodies } from '../parse/http-exchanges.ts';
import { redirectWarnings } from '../parse/http-redirects.ts';

export default {
  title: 'curl --trace',
  madeBy: 'curl --trace-ascii FILE, curl --trace FILE, also with --trace-time',
  recognise(text) {
    const start = text.slice(0, 1_000_000);
    if (TRACE_BLOCK.test(start) || TRACE_HEAD.test(start)) return 0.97;
    return TRACE_TOLD.test(start) ? 0.93 : 0;
  },
  read(text): Captured {
    const warnings: string[] = [];
    const calls = callsOf(traceLines(text));
    const context = { shape: 'curl-trace', others: '' };
    const exchanges = calls.flatMap((call, i) =>
      isTunnel(call) && calls[i + 1]?.request ? [] : (exchangeOf(call, context, warnings) ?? []),
    );
    if (exchanges.length === 0)
      throw new UnreadableInput('The trace of curl holds no request and no failure.', 'Give the whole file that --trace-ascii wrote.');
    return { exchanges: readableBodies(exchanges, warnings), warnings: [...warnings, ...redirectWarnings(exchanges)] };
  },
} satisfies Capture;
