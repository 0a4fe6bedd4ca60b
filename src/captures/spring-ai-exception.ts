import type { Capture } from '../model/capture.ts';
import { readExceptions, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

const WORDINGS: Wording[] = [{ says: /\b(?:Non)?TransientAiException: (?:HTTP )?(?<status>[1-5]\d\d) - ?/g, body: '' }];

export default {
  title: 'A Spring AI exception',
  madeBy: "Spring AI's retry and error handler",
  recognise: (text) => strengthOf(text, [[/\b(?:Non)?TransientAiException: /, 0.83]]),
  read: (text) => readExceptions(text, 'spring-ai-exception', WORDINGS),
} satisfies Capture;
