import type { Capture } from '../model/capture.ts';
import { requestsTellers } from '../parse/python-http-tellers.ts';
import { printedBy, printedExchanges } from '../parse/python-printed.ts';

const MARKS =
  /\brequests\.exceptions\.\w{1,60}|\burllib3\.exceptions\.\w{1,60}|(?<![\w.])[45]\d\d (?:Client|Server) Error:[^\n]{0,300}? for url: |\bHTTPS?ConnectionPool\(host=/;

export default {
  title: 'An exception of requests or urllib3',
  madeBy: 'Python programs that call with requests',
  recognise: (text) => printedBy(text, MARKS, 0.66),
  read: (text) => printedExchanges(text, 'requests-exception', requestsTellers),
} satisfies Capture;
