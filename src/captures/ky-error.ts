import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import {
  bodyOf,
  headersOf,
  memberOf,
  membersWith,
  plainText,
  printedErrors,
  statusOf,
  toldExchange,
  type PrintedError,
} from '../parse/js-error.ts';

const HEADING =
  /(?<![\w.])(?:HTTPError: )?Request failed with (?:status code ([1-5]\d\d)(?: ([A-Z][^\n:()]{0,80}?))?|an unknown error): ([A-Z]{3,7}) (https?:\/\/[^\s"'<>)\]}]{1,2000})|(?<![\w.])TimeoutError: (Request timed out): ([A-Z]{3,7}) (https?:\/\/[^\s"'<>)\]}]{1,2000})/;

function exchangeFrom({ heading, line, words, found }: PrintedError): RawExchange {
  const members = membersWith(found, 'response', 'request', 'options');
  const request = memberOf(members, words, 'request');
  const response = memberOf(members, words, 'response');
  const common = {
    words,
    line,
    method: heading[3] ?? heading[6],
    url: heading[4] ?? heading[7],
    requestHeaders: headersOf(request?.['headers']),
  };
  if (heading[5] !== undefined) return toldExchange('ky-error', { ...common, failure: { kind: 'timeout', message: heading[5] } });
  return toldExchange('ky-error', {
    ...common,
    status: statusOf(heading[1]),
    reason: heading[2],
    headers: headersOf(response?.['headers']),
    body: bodyOf(members?.['data']),
  });
}

export default {
  title: 'An error of ky',
  madeBy: 'ky: HTTPError, TimeoutError',
  recognise(text) {
    const heading = HEADING.exec(text);
    if (!heading) return 0;
    return heading[0].startsWith('Request failed') ? 0.7 : 0.8;
  },
  read(text) {
    return { exchanges: printedErrors(plainText(text), HEADING).map(exchangeFrom), warnings: [] };
  },
} satisfies Capture;
