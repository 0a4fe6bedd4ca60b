import type { Capture } from '../model/capture.ts';
import { URL_WORD } from '../parse/exception-words.ts';
import { pairedCalls, unanswered, type PairedLog } from '../parse/paired-log.ts';
import { pastedExchange } from '../parse/pasted.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

/** The inner handler's lines: the outer one ("Start processing", "End processing") tells the same call once more. */
const LOG: PairedLog = {
  asked: new RegExp(String.raw`\bSending HTTP request (?<method>[A-Z]{3,10}) "?(?<url>${URL_WORD})`),
  answered: /\bReceived HTTP response(?: headers)? after [\d.,]{1,20} ?ms - "?(?<status>[1-5]\d\d)\b/,
};
const OUTER: PairedLog = {
  asked: new RegExp(String.raw`\bStart processing HTTP request (?<method>[A-Z]{3,10}) "?(?<url>${URL_WORD})`),
  answered: /\bEnd processing HTTP request after [\d.,]{1,20} ?ms - "?(?<status>[1-5]\d\d)\b/,
};

export default {
  title: "A log of .NET's IHttpClientFactory",
  madeBy: 'System.Net.Http.HttpClient at Information',
  recognise: (text) =>
    strengthOf(text, [
      [/\b(?:Received HTTP response(?: headers)?|End processing HTTP request) after [\d.,]{1,20} ?ms - "?\d{3}\b/, 0.8],
      [/\bSending HTTP request [A-Z]{3,10} "?https?:\/\//, 0.75],
    ]),
  read(text) {
    const words = printed(text);
    const inner = pairedCalls(words, 'dotnet-http-log', LOG);
    const exchanges = inner.length > 0 ? inner : pairedCalls(words, 'dotnet-http-log', OUTER);
    if (exchanges.length === 0) return { exchanges: [pastedExchange(words, 'dotnet-http-log')], warnings: [] };
    // What else was logged (an exception below) may say why.
    if (exchanges.length === 1) exchanges[0]!.text = words.trim();
    return { exchanges, warnings: unanswered(exchanges) };
  },
} satisfies Capture;
