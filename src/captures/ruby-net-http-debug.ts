import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import { header } from '../model/exchange.ts';
import { failureOf } from '../parse/exception-words.ts';
import { exchangesIn } from '../parse/http-exchanges.ts';
import { objectsIn } from '../parse/loose-json.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

/** Net::HTTP prints what it sends behind "<-" and what it gets behind "->", as Ruby inspects a string. */
const LINE = /^\s{0,8}(?:<-|->) (".*)$/;
const CLOSED = /^\s{0,8}Conn close because of error ([^\n]{1,600}?)(?:, and retry)?\s*$/;

/** The text of an inspected string; "" where the line is none. */
function inspected(shown: string): string {
  const [found] = objectsIn(`[${shown}]`);
  const [text] = Array.isArray(found?.value) ? (found.value as unknown[]) : [];
  return typeof text === 'string' ? text : '';
}

export default {
  title: 'The debug output of Net::HTTP',
  madeBy: "Ruby's Net::HTTP#set_debug_output, HTTParty's debug_output",
  recognise: (text) =>
    strengthOf(text, [
      [/^\s{0,8}<- "[A-Z]{3,10} \S{1,4000} HTTP\/1\.1\\r\\n/m, 0.9],
      [/^\s{0,8}-> "HTTP\/1\.[01] \d{3}\b[^\n]{0,80}\\r\\n"/m, 0.9],
    ]),
  read(text): Captured {
    const warnings: string[] = [];
    let messages = '';
    const lines: number[] = [];
    let secure = true;
    let closed: string | undefined;
    for (const [i, line] of printed(text).split('\n').entries()) {
      if (/^\s{0,8}opening connection to \S{1,253}:80\b/.test(line)) secure = false;
      closed = CLOSED.exec(line)?.[1] ?? closed;
      const match = LINE.exec(line.slice(0, 262_144));
      if (!match) continue;
      const bytes = inspected(match[1]!);
      messages += bytes;
      for (const _ of bytes.matchAll(/\n/g)) lines.push(i + 1);
    }
    // Its warnings name lines of the messages, not of the input.
    const exchanges = exchangesIn({ text: messages, line: 1, shape: 'ruby-net-http-debug' }, []);
    for (const exchange of exchanges) {
      exchange.source.line = lines[(exchange.source.line ?? 1) - 1] ?? 1;
      const { request, response } = exchange;
      if (!secure && request?.url !== undefined) request.url = request.url.replace(/^https:/, 'http:');
      if (response?.body !== undefined && /gzip|deflate|br/i.test(header(response.headers, 'content-encoding') ?? '')) {
        delete response.body;
        delete response.truncated;
        warnings.push('The body is not readable: the output shows it compressed.');
      }
      if (!response && closed !== undefined && exchange === exchanges.at(-1)) exchange.failure = failureOf(closed);
      else if (!response) warnings.push(`The output ends before the answer to the call on line ${exchange.source.line}.`);
    }
    if (exchanges.length > 0) return { exchanges, warnings };
    throw new UnreadableInput(
      'The debug output of Net::HTTP holds no request and no response.',
      'Give all that set_debug_output writes, from "opening connection" on.',
    );
  },
} satisfies Capture;
