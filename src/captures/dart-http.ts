import type { Capture } from '../model/capture.ts';
import type { HeaderField, RawExchange } from '../model/exchange.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { addFieldLine } from '../parse/http-head.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

/** What Android's log and the console of Flutter put before each line. */
const FLUTTER = /^(?:[A-Z]\/flutter \(\s{0,4}\d{1,7}\): |flutter: )/gm;
const BAD_RESPONSE = String.raw`\bDio(?:Error|Exception) \[[^\]\n]{1,40}\]: [^\n]{0,120}?status (?:code of |error \[)(?<status>[1-5]\d\d)\b`;

/** Dio has been DioError and then DioException; its LogInterceptor puts the URI on a line before it. */
const WORDINGS: Wording[] = [
  { says: new RegExp(String.raw`^\*{3} Dio\w{5,9} \*{3}:?\s?\nuri: (?<url>${URL_WORD})\n${BAD_RESPONSE}`, 'gm') },
  { says: new RegExp(BAD_RESPONSE, 'g') },
  { says: new RegExp(String.raw`\bClientException(?: with SocketException)?: (?<failure>[^\n]{1,800}?), uri=(?<url>${URL_WORD})`, 'g') },
  { says: /\bDio(?:Error|Exception) (?<failure>\[(?!bad response|DioErrorType\.response)[^\n]{1,800})/g },
  {
    says: /^\s{0,8}(?:Error: |Caused by: )?(?<failure>(?:SocketException|HandshakeException|TimeoutException|HttpException)[: ][^\n]{1,800})/gm,
  },
];

/** The response as Dio's LogInterceptor prints it: "statusCode:", "headers:" with a blank before each, "Response Text:". */
function loggedResponse(words: string): RawExchange['response'] {
  const lines = words.split('\n');
  const start = lines.findIndex((line) => /^statusCode: [1-5]\d\d\s*$/.test(line));
  if (start < 0) return undefined;
  const headers: HeaderField[] = [];
  let at = start + 1;
  while (at < lines.length && !/^(?:headers:|Response Text:)/.test(lines[at]!)) at += 1;
  for (at += 1; at < lines.length && lines[at]!.startsWith(' '); at += 1) addFieldLine(headers, lines[at]!.trim());
  const text = lines.findIndex((line, i) => i >= start && line.startsWith('Response Text:'));
  const rest = text < 0 ? [] : lines.slice(text + 1);
  const end = rest.findIndex((line) => line.trim() === '' || line.startsWith('#0 '));
  const body = (end < 0 ? rest : rest.slice(0, end)).join('\n').trim();
  return { status: Number(lines[start]!.slice(12, 15)), headers, ...(body !== '' && { body }) };
}

export default {
  title: "An exception of Dart's Dio or http",
  madeBy: 'Dart and Flutter: Dio, package:http',
  recognise: (text) =>
    strengthOf(text, [
      [/\bDio(?:Error|Exception) \[[^\]\n]{1,40}\]: /, 0.82],
      [/\bClientException(?: with SocketException)?: [^\n]{1,800}, uri=http/, 0.78],
      [/\bSocketException: [^\n]{1,300}\(OS Error: /, 0.7],
    ]),
  read(text) {
    const words = printed(text).replace(FLUTTER, '');
    const read = readExceptions(words, 'dart-http', WORDINGS);
    const [first] = read.exchanges;
    const response = read.exchanges.length === 1 ? loggedResponse(words) : undefined;
    if (!first || !response) return read;
    const { toldStatus: _, ...rest } = first;
    return { exchanges: [{ ...rest, response }], warnings: [] };
  },
} satisfies Capture;
