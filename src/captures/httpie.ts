import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import { exchangesIn } from '../parse/http-exchanges.ts';
import { startsWithMessage } from '../parse/http-head.ts';
import { withoutTerminal } from '../parse/pasted.ts';
import { toldFailure } from '../parse/told-failure.ts';

/** What the two say for themselves, beside the messages: "http: error: …", "xh: warning: HTTP 402 Payment Required". */
const OWN_LINE = /^(?:https?|httpie|xhs?): (error|warning|LogLevel\.\w{1,10}): ([^\n]*)$/gm;
/** With -vv or --meta (HTTPie 3, xh). */
const META = /\n(?:(?:Elapsed time|Remote (?:IP )?address): [^\n]{1,100}\s{0,20}){1,3}$/;
/** What both print in place of a body that is no text. */
const BINARY = /\n?\+-{20,60}\+\s*\n\| NOTE: binary data not shown in terminal \|\s*\n\+-{20,60}\+\s*/g;
const AGENT = /^User-Agent: (?:HTTPie|xh)\/\d/im;

const hasColours = (text: string): boolean => text.slice(0, 4096).includes('\u001b[');

/** A message of the tool's own, where no response was shown: a warning names the status, an error says what failed. */
function told(line: number, kind: string, words: string): RawExchange | undefined {
  const source = { shape: 'httpie', line };
  const status = /^HTTP ([1-5]\d\d)\b/.exec(words)?.[1];
  if (status !== undefined) return { source, toldStatus: Number(status) };
  if (kind !== 'error') return undefined;
  const failure = toldFailure(words) ?? { kind: 'other' as const, message: words.slice(0, 500) };
  const [, method, url] = /while doing an? ([A-Z]{1,20}) request to URL: (https?:\/\/\S{1,4000})/.exec(words) ?? [];
  if (method !== undefined && url !== undefined) return { source, request: { method, url, headers: [] }, failure };
  const called = /for url \((https?:\/\/[^\s)]{1,4000})\)/.exec(words)?.[1];
  return { source, ...(called !== undefined && { toldUrl: called }), failure };
}

export default {
  title: 'HTTPie and xh',
  madeBy: 'http --verbose, xh --verbose, in colour or not, and what they say when a call fails',
  recognise(text) {
    const start = withoutTerminal(text.slice(0, 65_536));
    const own = /^\s*(?:https?|httpie|xhs?): (?:error|warning): \S/.test(start);
    if (startsWithMessage(start)) return AGENT.test(start.slice(0, 8192)) || hasColours(text) || META.test(`\n${start}`) ? 0.94 : 0;
    return own ? 0.88 : 0;
  },
  read(text): Captured {
    const warnings: string[] = [];
    const plain = withoutTerminal(text);
    const meta = META.exec(plain);
    const messages = (meta ? `${plain.slice(0, meta.index).trimEnd()}\n` : plain).replaceAll(OWN_LINE, '').replaceAll(BINARY, () => {
      warnings.push('A body is not shown, since it is no text.');
      return '\n';
    });
    const exchanges = exchangesIn({ text: messages, line: 1, shape: 'httpie' }, warnings);
    const last = exchanges.at(-1);
    for (const match of plain.matchAll(OWN_LINE)) {
      const said = told(plain.slice(0, match.index).split('\n').length, match[1]!, match[2]!);
      if (last && !last.response && said?.failure) {
        last.failure = said.failure;
        return { exchanges, warnings: warnings.filter((warning) => !warning.includes('before the response')) };
      }
      if (exchanges.length === 0 && said) return { exchanges: [said], warnings };
    }
    if (exchanges.length === 0) throw new UnreadableInput('There is no HTTP message in the input.', 'Give the output of http --verbose.');
    return { exchanges, warnings };
  },
} satisfies Capture;
