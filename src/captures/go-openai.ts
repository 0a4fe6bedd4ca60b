import type { Capture } from '../model/capture.ts';
import { readExceptions, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

const START = String.raw`\berror, (?:reading response body, )?status code: (?<status>[1-5]\d\d), (?:status: [^\n,]{0,80}, )?`;

/** Where the answer was not OpenAI's error object, it follows as `body`; otherwise the message is all that is printed of it. */
const WORDINGS: Wording[] = [
  { says: new RegExp(`${START}(?:message|error): [^\n]{0,1000}?, body: `, 'g'), body: '' },
  { says: new RegExp(`${START}(?:message|error): `, 'g'), body: '\n' },
  { says: new RegExp(START, 'g') },
];

export default {
  title: 'A go-openai error',
  madeBy: 'programs in Go with go-openai',
  recognise: (text) => strengthOf(text, [[new RegExp(`${START}(?:message|error|body):`), 0.82]]),
  read: (text) => readExceptions(text, 'go-openai', WORDINGS),
} satisfies Capture;
