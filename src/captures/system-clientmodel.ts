import type { Capture } from '../model/capture.ts';
import { readExceptions, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

/** The error's type and code stand in brackets behind the status; without an error object there is only a status line. */
const WORDINGS: Wording[] = [
  { says: /\bClientResultException(?: \([^)\n]{1,40}\))?: HTTP (?<status>[1-5]\d\d)\b/g },
  { says: /\bClientResultException(?: \([^)\n]{1,40}\))?: [^\n]{0,400}\n(?:[^\n]{0,200}\n){0,3}?Status: (?<status>[1-5]\d\d)\b/g },
];

export default {
  title: 'An exception of System.ClientModel',
  madeBy: "OpenAI's and Azure OpenAI's libraries for .NET",
  recognise: (text) => strengthOf(text, [[/\bClientResultException(?: \([^)\n]{1,40}\))?: /, 0.84]]),
  read: (text) => readExceptions(text, 'system-clientmodel', WORDINGS),
} satisfies Capture;
