import type { Capture } from '../model/capture.ts';
import { readExceptions, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

const WORDINGS: Wording[] = [
  { says: /\(Service: [^;,()\n]{1,80}[;,] Status Code: (?<status>[1-5]\d\d)[;,] /g },
  { says: /\bUnable to execute HTTP request: (?<failure>[^\n]{1,1000})/g },
  { says: /^Caused by: (?<failure>(?:java|javax|org\.apache)\.[\w.]{1,100}(?:Exception|Error)(?:: [^\n]{1,1000})?)/gm },
];

export default {
  title: 'An exception of the AWS SDK for Java',
  madeBy: 'AWS SDK for Java 1 and 2',
  recognise: (text) =>
    strengthOf(text, [
      [/\(Service: [^;,()\n]{1,80}[;,] Status Code: \d{3}[;,] /, 0.85],
      [/\b(?:software\.amazon\.awssdk|com\.amazonaws)\.[\w.]{1,120}Exception: /, 0.78],
    ]),
  read: (text) => readExceptions(text, 'aws-sdk-java', WORDINGS),
} satisfies Capture;
