import type { Capture } from '../model/capture.ts';
import { httpTellers } from '../parse/python-http-tellers.ts';
import { printedBy, printedExchanges } from '../parse/python-printed.ts';
import { oldOpenaiTellers, openaiTellers } from '../parse/python-sdk-tellers.ts';

const MARKS =
  /\bError code: [1-5]\d\d - |\bAPI(?:Connection|Timeout)Error\('|\b\w{1,40}Error\(['"]Error code: [1-5]\d\d['"]\)|\bopenai\.(?:error\.)?[A-Z]\w{1,40}(?:Error|Timeout): |\bopenai\.(?:API\w{1,20}Error|\w{1,20}Error)\b(?:\(|\s*$)/m;
const tellers = [...openaiTellers, ...oldOpenaiTellers, ...httpTellers];

export default {
  title: 'An exception of the OpenAI SDK for Python, or of an SDK made like it',
  madeBy: 'openai-python (1.x and 0.x), groq, together, cerebras; a log line with its message',
  recognise: (text) => printedBy(text, MARKS, 0.72),
  read: (text) => printedExchanges(text, 'openai-python', tellers),
} satisfies Capture;
