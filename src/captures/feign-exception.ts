import type { Capture } from '../model/capture.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

const DURING = String.raw`\[(?<status>[1-5]\d\d)(?: [^\]\n]{1,60})?\] during \[(?<method>[A-Z]{3,10})\] to \[(?<url>${URL_WORD})\]`;

const WORDINGS: Wording[] = [
  { says: new RegExp(String.raw`${DURING} \[[^\]\n]{1,400}\]: \[(?!\])`, 'g'), body: ']' },
  { says: new RegExp(DURING, 'g') },
  { says: /\bfeign\.[\w.$]{0,60}Exception: status (?<status>[1-5]\d\d) reading \S{1,200}(?:; content:\n)/g, body: '' },
  { says: /\bfeign\.[\w.$]{0,60}Exception: status (?<status>[1-5]\d\d) reading /g },
  {
    says: new RegExp(
      String.raw`\bfeign\.RetryableException: (?<failure>[^\n]{1,400}?) executing (?<method>[A-Z]{3,10}) (?<url>${URL_WORD})`,
      'g',
    ),
  },
  { says: /^Caused by: (?<failure>(?:java|javax)\.[\w.]{1,100}(?:Exception|Error)(?:: [^\n]{1,1000})?)/gm },
];

export default {
  title: 'A Feign exception',
  madeBy: 'OpenFeign, Spring Cloud',
  recognise: (text) =>
    strengthOf(text, [
      [/\bfeign\.(?:\w{1,40}\.)?(?:Feign|Retryable)Exception(?:\$\w{1,40})?: /, 0.84],
      [/\[[1-5]\d\d(?: [^\]\n]{1,60})?\] during \[[A-Z]{3,10}\] to \[http/, 0.84],
    ]),
  read: (text) => readExceptions(text, 'feign-exception', WORDINGS),
} satisfies Capture;
