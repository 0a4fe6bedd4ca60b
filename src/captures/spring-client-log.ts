import type { Capture } from '../model/capture.ts';
import { URL_WORD } from '../parse/exception-words.ts';
import { pairedCalls, unanswered, type PairedLog } from '../parse/paired-log.ts';
import { pastedExchange } from '../parse/pasted.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

/** The logger's name, which Spring Boot shortens; WebClient puts an id before its words, and a longer one before the answer. */
const LOGGER = String.raw`(?:\.RestTemplate|\.DefaultRestClient|\.ExchangeFunctions)\b[^\n:]{0,40}[:\-] {1,4}`;

const LOG: PairedLog = {
  asked: new RegExp(String.raw`${LOGGER}(?:\[(?<id>[\w-]{4,20})\] )?HTTP (?<method>[A-Z]{3,10}) (?<url>${URL_WORD})`),
  answered: new RegExp(
    String.raw`${LOGGER}(?:\[(?<id>[\w-]{4,20})\] )?(?:\[[\w-]{4,30}\] )?Response (?<status>[1-5]\d\d)(?: [A-Z][A-Z_]{1,40})?\s*$`,
  ),
};

export default {
  title: "A log of Spring's HTTP clients",
  madeBy: 'RestTemplate, RestClient or WebClient at DEBUG',
  recognise: (text) =>
    strengthOf(text, [[new RegExp(String.raw`${LOGGER}(?:\[[\w-]{4,30}\] ){0,2}(?:HTTP [A-Z]{3,10} https?://|Response \d{3}\b)`), 0.79]]),
  read(text) {
    const words = printed(text);
    const exchanges = pairedCalls(words, 'spring-client-log', LOG);
    if (exchanges.length === 0) return { exchanges: [pastedExchange(words, 'spring-client-log')], warnings: [] };
    if (exchanges.length === 1) exchanges[0]!.text = words.trim();
    return { exchanges, warnings: unanswered(exchanges) };
  },
} satisfies Capture;
