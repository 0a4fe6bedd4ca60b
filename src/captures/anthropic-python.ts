import type { Capture } from '../model/capture.ts';
import { httpTellers } from '../parse/python-http-tellers.ts';
import { printedBy, printedExchanges } from '../parse/python-printed.ts';
import { anthropicTellers } from '../parse/python-sdk-tellers.ts';

const MARKS = /\banthropic\.(?:_exceptions\.)?[A-Z]\w{1,40}Error\b(?::|\(|\s*$)|\bError code: [1-5]\d\d - \{'type': 'error', 'error': \{/m;
const tellers = [...anthropicTellers, ...httpTellers];

export default {
  title: 'An exception of the Anthropic SDK for Python',
  madeBy: 'anthropic-python; a log line with its message',
  recognise: (text) => printedBy(text, MARKS, 0.74),
  read: (text) => printedExchanges(text, 'anthropic-python', tellers),
} satisfies Capture;
