import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import {
  bodyOf,
  headersOf,
  isMembers,
  memberOf,
  membersWith,
  plainText,
  printedErrors,
  statusOf,
  textOf,
  toldExchange,
  type PrintedError,
} from '../parse/js-error.ts';
import { failedUrl, nodeFailure } from '../parse/node-failure.ts';

const ANSWERED = String.raw`HTTPError(?: \[\w{1,60}\])?: (?:Response code ([1-5]\d\d) \(([^()\n]{0,80})\)|Request failed with status code ([1-5]\d\d) \(([^()\n]{0,80})\): ([A-Z]{3,7}) (https?:\/\/\S{1,2000}))`;
const FAILED = String.raw`(RequestError|TimeoutError|ReadError|UploadError)(?: \[\w{1,60}\])?: ([^\n]{1,500})`;
const HEADING = new RegExp(String.raw`(?<![\w.])(?:${ANSWERED}|${FAILED})`);
const STACK = /[\\/]got[\\/]dist[\\/]|\bERR_GOT_REQUEST_ERROR\b|\bERR_NON_2XX_3XX_RESPONSE\b/;

function exchangeFrom({ heading, line, words, found }: PrintedError): RawExchange {
  const members = membersWith(found, 'code', 'options', 'timings', 'response', 'name');
  const options = memberOf(members, words, 'options');
  const response = memberOf(members, words, 'response');
  const href = isMembers(options?.['url']) ? textOf(options['url']['href']) : textOf(options?.['url']);
  const url = heading[6] ?? href ?? textOf(response?.['requestUrl']) ?? textOf(response?.['url']);
  const method = heading[5] ?? textOf(options?.['method']);
  if (heading[7] !== undefined) {
    const failure = nodeFailure(words, heading[8]!.replace(/\s*\{$/, ''));
    return toldExchange('got-error', { words, line, url: url ?? failedUrl(words), method, failure });
  }
  const body = bodyOf(response?.['body']) ?? bodyOf(response?.['rawBody']);
  return toldExchange('got-error', {
    words,
    line,
    url,
    method,
    requestHeaders: headersOf(options?.['headers']),
    status: statusOf(heading[1] ?? heading[3]),
    reason: heading[2] ?? heading[4],
    headers: headersOf(response?.['headers']),
    body,
  });
}

export default {
  title: 'An error of got',
  madeBy: 'got: HTTPError, RequestError, TimeoutError',
  recognise(text) {
    const heading = HEADING.exec(text);
    if (!heading) return 0;
    if (heading[7] === undefined) return 0.8;
    return STACK.test(text) ? 0.75 : 0;
  },
  read(text) {
    return { exchanges: printedErrors(plainText(text), HEADING).map(exchangeFrom), warnings: [] };
  },
} satisfies Capture;
