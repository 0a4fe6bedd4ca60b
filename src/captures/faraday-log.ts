import type { Capture } from '../model/capture.ts';
import type { HeaderField, RawExchange } from '../model/exchange.ts';
import { failureOf, URL_WORD } from '../parse/exception-words.ts';
import { pastedExchange } from '../parse/pasted.ts';
import { unanswered } from '../parse/paired-log.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

/** What Ruby's Logger and Faraday's formatter put before their words. */
const MARK = /^(?:.{0,120}? -- (?:[^\n:]{0,40}: )?)?(request|response|error): (.*)$/;
const ASKED = new RegExp(`^([A-Z]{3,10}) (${URL_WORD})`);
const FIELD = /^([\w-]{1,100}): "(.*)"\s*$/;

type Part = { kind: string; words: string; line: number };

/** What was logged at once: a line with a mark, and those without one below it. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const match = MARK.exec(line.slice(0, 65_536));
    const last = parts.at(-1);
    if (match) parts.push({ kind: match[1]!, words: match[2]!, line: i + 1 });
    else if (last) last.words += `\n${line}`;
  }
  return parts;
}

/** The fields, where the words are nothing else; otherwise they are a body. */
function fieldsIn(words: string): HeaderField[] | undefined {
  const lines = words.trim().split('\n');
  const fields = lines.map((line) => FIELD.exec(line));
  return fields.every((field) => field !== null) ? fields.map((field) => ({ name: field[1]!, value: field[2]! })) : undefined;
}

export default {
  title: 'A log of Faraday',
  madeBy: "Ruby's Faraday with its logger middleware",
  recognise: (text) =>
    strengthOf(text, [
      [/(?:^| -- (?:[^\n:]{0,40}: )?)request: [A-Z]{3,10} https?:\/\//m, 0.84],
      [/(?:^| -- (?:[^\n:]{0,40}: )?)response: Status \d{3}\b/m, 0.84],
    ]),
  read(text) {
    const words = printed(text);
    const exchanges: RawExchange[] = [];
    for (const { kind, words: logged, line } of partsOf(words)) {
      const asked = kind === 'request' ? ASKED.exec(logged) : null;
      const status = kind === 'response' ? /^Status ([1-5]\d\d)\b/.exec(logged) : null;
      const source = { shape: 'faraday-log', line };
      if (asked) {
        exchanges.push({ source, request: { method: asked[1]!, url: asked[2]!, headers: [] } });
        continue;
      }
      const open = exchanges.findLast((exchange, i) => i >= exchanges.length - 20 && !exchange.response && !exchange.failure);
      if (status) {
        const exchange: RawExchange = open ?? { source };
        exchange.response = { status: Number(status[1]), headers: [] };
        if (!open) exchanges.push(exchange);
        continue;
      }
      const last = kind === 'response' ? exchanges.findLast(({ response }) => response) : exchanges.at(-1);
      if (kind === 'error' && open) open.failure = failureOf(logged.split('\n', 1)[0]!);
      const message = kind === 'request' ? last?.request : kind === 'response' ? last?.response : undefined;
      if (!message) continue;
      const fields = fieldsIn(logged);
      if (fields) message.headers.push(...fields);
      else if (logged.trim() !== '') message.body = logged.trim();
    }
    if (exchanges.length === 0) return { exchanges: [pastedExchange(words, 'faraday-log')], warnings: [] };
    return { exchanges, warnings: unanswered(exchanges) };
  },
} satisfies Capture;
