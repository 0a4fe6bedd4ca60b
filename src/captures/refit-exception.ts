import type { Capture } from '../model/capture.ts';
import { readExceptions, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

const WORDINGS: Wording[] = [
  { says: /\bRefit\.(?:Validation)?ApiException: Response status code does not indicate success: (?<status>[1-5]\d\d)\b/g },
];

export default {
  title: 'A Refit exception',
  madeBy: 'Refit for .NET',
  recognise: (text) => strengthOf(text, [[/\bRefit\.(?:Validation)?ApiException: /, 0.8]]),
  read: (text) => readExceptions(text, 'refit-exception', WORDINGS),
} satisfies Capture;
