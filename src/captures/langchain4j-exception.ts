import type { Capture } from '../model/capture.ts';
import { pastedExchange } from '../parse/pasted.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

/** LangChain4j makes these of one status alone; of AuthenticationException it may have been 401 or 403. */
const STATUS_OF: [RegExp, number][] = [
  [/\bexception\.RateLimitException: /, 429],
  [/\bexception\.ModelNotFoundException: /, 404],
];

/** The message of the exception is the body that the server sent. */
export default {
  title: 'A LangChain4j exception',
  madeBy: 'LangChain4j',
  recognise: (text) => strengthOf(text, [[/\bdev\.(?:langchain4j\.exception|ai4j\.openai4j)\.\w{1,40}Exception: /, 0.8]]),
  read(text) {
    const exchange = pastedExchange(printed(text), 'langchain4j-exception');
    const status = exchange.toldStatus ?? STATUS_OF.find(([name]) => name.test(text))?.[1];
    return { exchanges: [{ ...exchange, ...(status !== undefined && { toldStatus: status }) }], warnings: [] };
  },
} satisfies Capture;
