import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import { exchangesIn } from '../parse/http-exchanges.ts';
import { startsWithMessage } from '../parse/http-head.ts';

const HEAD_INSIDE = /(?:^|\n)HTTP\/\d(?:\.\d)? [1-9]\d\d(?: [^\r\n]{0,200})?\r?\n[\w-]{1,100}:/;

export default {
  title: 'HTTP messages',
  madeBy: 'curl -i, curl -I, curl -D -, Wireshark (Follow HTTP stream), a proxy or a log that keeps whole messages',
  recognise(text) {
    if (startsWithMessage(text)) return 0.9;
    return HEAD_INSIDE.test(text) ? 0.5 : 0;
  },
  read(text): Captured {
    const warnings: string[] = [];
    const exchanges = exchangesIn({ text, line: 1, shape: 'http-message' }, warnings);
    if (exchanges.length === 0) throw new UnreadableInput('There is no HTTP message in the input.', 'Give the output of curl -i.');
    return { exchanges, warnings };
  },
} satisfies Capture;
