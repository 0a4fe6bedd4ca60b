import type { Capture } from '../model/capture.ts';
import { httpxTellers } from '../parse/python-http-tellers.ts';
import { printedBy, printedExchanges } from '../parse/python-printed.ts';

const MARKS =
  /\b(?:Client error|Server error|Redirect response) '[1-5]\d\d[^'\n]{0,200}' for url '|\b(?:httpx|httpcore)2?\.(?:_\w{1,20}\.)?\w{1,40}(?:Error|Timeout|Exception|Protocol|Redirects|URL)\b/;

export default {
  title: 'An exception of httpx',
  madeBy: 'Python programs that call with httpx',
  recognise: (text) => printedBy(text, MARKS, 0.66),
  read: (text) => printedExchanges(text, 'httpx-exception', httpxTellers),
} satisfies Capture;
