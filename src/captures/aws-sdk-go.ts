import type { Capture } from '../model/capture.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

/** A call that got no response has status code 0, and says why behind it; version 1 ends with the status on a line of its own. */
const WORDINGS: Wording[] = [
  { says: /\bhttps? response error StatusCode: (?<status>[1-5]\d\d), /g },
  {
    says: new RegExp(
      String.raw`\brequest send failed, (?<method>Get|Post|Put|Patch|Delete|Head) \\?"(?<url>${URL_WORD})\\?": (?<failure>[^\n]{1,1000})`,
      'g',
    ),
  },
  { says: /\b\w{1,80}: [^\n]{0,600}\n\s{1,8}status code: (?<status>[1-5]\d\d), request id: /g },
];

export default {
  title: 'An error of the AWS SDK for Go',
  madeBy: 'AWS SDK for Go 1 and 2, and what is built with it',
  recognise: (text) =>
    strengthOf(text, [
      [/\boperation error [\w ]{1,60}: \w{1,80}, /, 0.85],
      [/\bhttps? response error StatusCode: \d{1,3}, RequestID:/, 0.85],
      [/\bstatus code: \d{3}, request id: [\w-]{4,}/, 0.75],
    ]),
  read: (text) => readExceptions(text, 'aws-sdk-go', WORDINGS),
} satisfies Capture;
