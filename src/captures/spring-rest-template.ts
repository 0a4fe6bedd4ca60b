import type { Capture } from '../model/capture.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

const NAME = String.raw`\borg\.springframework\.web\.client\.(?:Http(?:Client|Server)ErrorException|UnknownHttpStatusCodeException|RestClientResponseException)(?:\$\w{1,40})?: `;
const ASKED = String.raw`(?: on (?<method>[A-Z]{3,10}) request for "(?<url>${URL_WORD})")`;

/** The body stands in quotes, in older versions in brackets; "[no body]" stands for none. */
const WORDINGS: Wording[] = [
  { says: new RegExp(String.raw`${NAME}(?<status>[1-5]\d\d)[^\n:"]{0,80}?${ASKED}?: "`, 'g'), body: '"' },
  { says: new RegExp(String.raw`${NAME}(?<status>[1-5]\d\d)[^\n:"]{0,80}?${ASKED}?: \[(?=[{[<])`, 'g'), body: ']' },
  { says: new RegExp(String.raw`(?<![\w.:/])(?<status>[1-5]\d\d) [A-Z][\w' -]{1,60}?${ASKED}: (?:"|\[(?=[{[<]))`, 'g'), body: '"' },
  { says: new RegExp(String.raw`${NAME}(?:Unknown status code \[)?(?<status>[1-5]\d\d)\b(?:[^\n:"]{0,80}?${ASKED})?`, 'g') },
  {
    says: new RegExp(String.raw`\bI/O error on (?<method>[A-Z]{3,10}) request for "(?<url>${URL_WORD})": ?(?<failure>[^\n]{0,1000})`, 'g'),
  },
  { says: /^Caused by: (?<failure>(?:java|javax|org\.apache)\.[\w.]{1,100}(?:Exception|Error)(?:: [^\n]{1,1000})?)/gm },
];

/** Line ends of the body, as Spring writes them to keep a message on one line. */
const LINE_END = /<(?:EOL|LF)>/g;

export default {
  title: 'An exception of RestTemplate or RestClient',
  madeBy: "Spring's RestTemplate and RestClient",
  recognise: (text) =>
    strengthOf(text, [
      [new RegExp(`${NAME}\\d`), 0.8],
      [/\bI\/O error on [A-Z]{3,10} request for "http/, 0.8],
      [new RegExp(`(?<![\\w.:/])[45]\\d\\d [A-Z][\\w' -]{1,60}?${ASKED}: `), 0.78],
    ]),
  read: (text) => readExceptions(text.replace(LINE_END, '\n'), 'spring-rest-template', WORDINGS),
} satisfies Capture;
