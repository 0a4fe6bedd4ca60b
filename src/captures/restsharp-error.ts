import type { Capture } from '../model/capture.ts';
import { readExceptions, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

/** RestSharp names the status by its member of HttpStatusCode. */
const WORDINGS: Wording[] = [{ says: /\bRequest failed with status code (?<name>[A-Z][A-Za-z]{2,40})\b/g }];

export default {
  title: 'A RestSharp error',
  madeBy: 'RestSharp for .NET',
  recognise: (text) => strengthOf(text, [[/\bRequest failed with status code [A-Z][A-Za-z]{2,40}\b/, 0.75]]),
  read: (text) => readExceptions(text, 'restsharp-error', WORDINGS),
} satisfies Capture;
