import type { Capture } from '../model/capture.ts';
import { httpTellers } from '../parse/python-http-tellers.ts';
import { genaiTellers } from '../parse/python-google-tellers.ts';
import { printedBy, printedExchanges } from '../parse/python-printed.ts';
import { attemptTellers } from '../parse/python-sdk-tellers.ts';

const MARKS =
  /\bgoogle\.genai\.errors\.\w{1,40}Error: |(?<![\w.:-])[45]\d\d (?:[A-Z][A-Z_]{2,40}|None|[A-Z][a-z]+(?: [A-Z][a-z]+){0,4})\. \{'error': \{|Retrying google\.genai\.[\w.]{1,200} in [\d.]{1,20} seconds as it raised /;
const tellers = [...attemptTellers, ...genaiTellers, ...httpTellers];

export default {
  title: 'An exception of the Google Gen AI SDK for Python',
  madeBy: 'google-genai: google.genai.errors.ClientError, ServerError',
  recognise: (text) => printedBy(text, MARKS, 0.74),
  read: (text) => printedExchanges(text, 'google-genai', tellers),
} satisfies Capture;
