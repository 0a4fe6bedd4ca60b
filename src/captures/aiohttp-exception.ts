import type { Capture } from '../model/capture.ts';
import { aiohttpTellers } from '../parse/python-http-tellers.ts';
import { printedBy, printedExchanges } from '../parse/python-printed.ts';

const MARKS =
  /\b(?:ClientResponseError|ContentTypeError)\(RequestInfo\(url=|\bClientConnector\w{0,20}Error\(ConnectionKey\(host=|\baiohttp\.(?:client_exceptions|http_exceptions|ClientError|Client\w{1,40}Error)\b|(?<![\w.:-])[1-5]\d\d, message=(?:'[^'\n]{0,500}'|"[^"\n]{0,500}"), url=|\bCannot connect to host \S{1,300} ssl:/;

export default {
  title: 'An exception of aiohttp',
  madeBy: 'Python programs that call with aiohttp',
  recognise: (text) => printedBy(text, MARKS, 0.66),
  read: (text) => printedExchanges(text, 'aiohttp-exception', aiohttpTellers),
} satisfies Capture;
