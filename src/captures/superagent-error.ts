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

const STACK = /[\\/]node_modules[\\/](?:\.pnpm[\\/][^\\/\s]{1,80}[\\/]node_modules[\\/])?superagent[\\/]/;
const HEADING =
  /(?<![\w.])(?:Error|ResponseError): ([A-Z][A-Za-z '-]{2,60}|cannot [A-Z]+ \S{1,2000} \(([1-5]\d\d)\)|unsuccessful HTTP response)(?=\r?\n)/;

function exchangeFrom({ line, words, found, heading }: PrintedError): RawExchange {
  const members = membersWith(found, 'status', 'response');
  const response = memberOf(members, words, 'response');
  const request = [response?.['req'], response?.['request'], memberOf(undefined, words, 'req')].find(isMembers);
  const status = statusOf(members?.['status']) ?? statusOf(heading[2]) ?? statusOf(response?.['status']);
  const error = [response?.['error'], memberOf(undefined, words, 'error')].find(isMembers);
  const body = bodyOf(response?.['text']) ?? bodyOf(error?.['text']) ?? bodyOf(response?.['body']);
  const headers = headersOf(response?.['header'] ?? response?.['headers']);
  const called = [request, error].find((told) => textOf(told?.['method']) !== undefined && /^https?:/.test(textOf(told?.['url']) ?? ''));
  const url = textOf(called?.['url']) ?? /\b_?url: '(https?:\/\/[^'\s]{1,2000})'/.exec(words)?.[1];
  const method = textOf(called?.['method']) ?? (url === undefined ? undefined : /\bmethod: '([A-Z]{3,7})'/.exec(words)?.[1]);
  return toldExchange('superagent-error', {
    words,
    line,
    url,
    method,
    status,
    reason: heading[2] === undefined ? heading[1] : undefined,
    headers,
    body,
  });
}

export default {
  title: 'An error of superagent',
  madeBy: 'superagent, and supertest on it',
  recognise: (text) => (STACK.test(text) && HEADING.test(text) ? 0.75 : 0),
  read(text) {
    return { exchanges: printedErrors(plainText(text), HEADING).map(exchangeFrom), warnings: [] };
  },
} satisfies Capture;
