import type { Capture } from '../model/capture.ts';
import { objectsIn } from '../parse/loose-json.ts';
import { awsTellers } from '../parse/python-aws-tellers.ts';
import { apiCoreTellers, genaiTellers, grpcTellers } from '../parse/python-google-tellers.ts';
import { httpTellers } from '../parse/python-http-tellers.ts';
import { printedBy, printedExchanges, type Teller } from '../parse/python-printed.ts';
import { anthropicTellers, attemptTellers, oldOpenaiTellers, openaiTellers } from '../parse/python-sdk-tellers.ts';

const MARKS =
  /\bRetrying langchain[\w.<>]{1,300} in [\d.]{1,20} seconds as it raised |(?<![\w.])langchain(?!4j)\w{0,40}\.(?:\w{1,60}\.){0,4}\w{1,60}(?:Error|Exception): |(?:^|\n)(?:ChatGoogleGenerativeAIError|GoogleGenerativeAIError): |\bError raised by (?:bedrock service|inference (?:API|endpoint))\b|\b(?:Ollama call failed with status code|Error calling model '[^'\n]{1,100}' \()/;

/** The status that a package of LangChain puts into its own sentence. */
const wrapped: Teller[] = [
  {
    mark: /\b(?:Ollama call failed with status code|Error raised by inference (?:API|endpoint)[^\n]{0,200}? status code:?) ([45]\d\d)\b/g,
    read: ([, status], rest) => {
      const object = objectsIn(rest.slice(0, 5000))[0];
      return {
        end: object?.end ?? rest.split('\n', 1)[0]!.length,
        status: Number(status),
        ...(object && { body: JSON.stringify(object.value) }),
      };
    },
  },
];

const tellers = [
  ...attemptTellers,
  ...wrapped,
  ...openaiTellers,
  ...anthropicTellers,
  ...oldOpenaiTellers,
  ...genaiTellers,
  ...apiCoreTellers,
  ...awsTellers,
  ...grpcTellers,
  ...httpTellers,
];

export default {
  title: 'A failure that LangChain for Python retries or wraps',
  madeBy: 'langchain and its packages for vendors',
  recognise: (text) => printedBy(text, MARKS, 0.78),
  read: (text) => printedExchanges(text, 'langchain-python', tellers),
} satisfies Capture;
