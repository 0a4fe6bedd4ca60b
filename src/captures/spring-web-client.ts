import type { Capture } from '../model/capture.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

const NAME = String.raw`\bWebClientResponseException(?:\$\w{1,40})?: (?<status>[1-5]\d\d)\b[^\n]{0,80}? from (?<method>[A-Z]{3,10}) (?<url>${URL_WORD})`;

const WORDINGS: Wording[] = [
  { says: new RegExp(NAME, 'g') },
  {
    says: new RegExp(
      String.raw`(?<![\w.:/])(?<!⇢ )(?<status>[45]\d\d) [A-Z][\w' -]{1,60}? from (?<method>[A-Z]{3,10}) (?<url>${URL_WORD})`,
      'g',
    ),
  },
  { says: /\bWebClientResponseException(?:\$\w{1,40})?: (?<status>[1-5]\d\d)\b/g },
  { says: /\bWebClientRequestException: (?<failure>[^\n]{1,1000})/g },
  {
    says: new RegExp(
      String.raw`checkpoint ⇢ (?:(?<status>[1-5]\d\d)\b[^\n]{0,60}? from |Request to )(?<method>[A-Z]{3,10}) (?<url>${URL_WORD})`,
      'g',
    ),
  },
  { says: /^Caused by: (?<failure>(?:java|javax|io\.netty)\.[\w.$]{1,100}(?:Exception|Error)(?:: [^\n]{1,1000})?)/gm },
];

export default {
  title: 'An exception of WebClient',
  madeBy: "Spring's reactive WebClient",
  recognise: (text) =>
    strengthOf(text, [
      [/\bWebClientRe(?:sponse|quest)Exception(?:\$\w{1,40})?: /, 0.82],
      [/(?<![\w.:/])[45]\d\d [A-Z][a-z][\w' -]{1,60}? from (?:GET|POST|PUT|PATCH|DELETE|HEAD) https?:\/\//, 0.7],
      [/checkpoint ⇢ [^\n]{1,80}\[DefaultWebClient\]/, 0.7],
    ]),
  read: (text) => readExceptions(text, 'spring-web-client', WORDINGS),
} satisfies Capture;
