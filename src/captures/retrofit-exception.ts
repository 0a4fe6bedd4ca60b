import type { Capture } from '../model/capture.ts';
import { readExceptions, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

/** HTTP/2 has no reason phrase, so "HTTP 402 " may end behind the code. */
const WORDINGS: Wording[] = [
  { says: /\bretrofit2?\.(?:[\w.]{1,60}\.)?HttpException: HTTP (?<status>[1-5]\d\d)\b/g },
  { says: /^Caused by: (?<failure>(?:java|javax)\.[\w.]{1,100}(?:Exception|Error): [^\n]{1,1000})/gm },
];

export default {
  title: 'A Retrofit exception',
  madeBy: 'Retrofit on Android and the JVM',
  recognise: (text) => strengthOf(text, [[/\bretrofit2?\.(?:[\w.]{1,60}\.)?HttpException\b/, 0.8]]),
  read: (text) => readExceptions(text, 'retrofit-exception', WORDINGS),
} satisfies Capture;
