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
  textOf,
  toldExchange,
  type Members,
  type PrintedError,
} from '../parse/js-error.ts';
import { failedUrl, nodeFailure } from '../parse/node-failure.ts';
import { toldStatus } from '../parse/told-status.ts';

const STATUS_WORDS = String.raw`Request failed with status code [1-5]\d\d(?! [A-Z(][^\n:]{0,60}: [A-Z]{3,7} http)`;
const FAILURE_WORDS = String.raw`Network Error|timeout of \d{1,9} ?ms exceeded|getaddrinfo E[A-Z]+|(?:connect|read|write) E[A-Z]+|socket hang up|Request aborted|stream has been aborted|self[- ]signed certificate|unable to verify the first certificate|certificate has expired`;
const MARKS = /\bAxiosError\b|\bisAxiosError["']?: ?true|[\\/]axios[\\/](?:lib|dist)[\\/]/;
const HEADING = new RegExp(
  String.raw`(?<![\w.'"])(?:Axios)?Error(?: \[\w{1,60}\])?: (?:${STATUS_WORDS}|${FAILURE_WORDS})|(?<![\w.'"])AxiosError(?=:|\s?\{| (?:code|message)\s?:)|\{\s{0,10}"message":\s{0,4}"[^"\n]{0,300}",\s{0,10}"name":\s{0,4}"AxiosError"`,
);
/** Only what an application printed of it. */
const MESSAGE = new RegExp(STATUS_WORDS);

const urlOf = (config: Members | undefined, words: string): string | undefined => {
  const [path, base] = [textOf(config?.['url']), textOf(config?.['baseURL'])];
  const joined =
    path !== undefined && base !== undefined && !/^[a-z][a-z\d+.-]*:\/\//i.test(path)
      ? `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`
      : (path ?? base);
  if (joined !== undefined && URL.canParse(joined)) return joined;
  const sent = /\b(?:responseUrl|responseURL|_currentUrl)["']?: ["'](https?:\/\/[^\s"']{1,2000})["']/.exec(words)?.[1];
  return sent ?? joined;
};

function exchangeFrom({ heading, line, words, found }: PrintedError): RawExchange {
  const members = membersWith(found, 'config', 'response', 'isAxiosError', 'code', 'request');
  const config = memberOf(members, words, 'config');
  const response = memberOf(members, words, 'response');
  const status =
    statusOf(response?.['status']) ??
    statusOf(members?.['status']) ??
    statusOf(/Request failed with status code (\d{3})/.exec(words)?.[1]) ??
    statusOf(/\bstatus ?: (\d{3})\b/.exec(words)?.[1]);
  const url = urlOf(config, words) ?? (status === undefined ? failedUrl(words) : undefined);
  const method = textOf(config?.['method']);
  const common = { words, line, url, method, requestHeaders: headersOf(config?.['headers']), requestBody: bodyOf(config?.['data']) };
  if (status === undefined) {
    const outer = textOf(members?.['message']) ?? heading[0].replace(/^\s*(?:Axios)?Error(?: \[\w+\])?(?:: )?/, '');
    const told = /^[\s{]*$|^AxiosError/.test(outer) ? (new RegExp(FAILURE_WORDS).exec(words)?.[0] ?? 'no response') : outer;
    return toldExchange('axios-error', { ...common, failure: nodeFailure(words, told) });
  }
  const reason = textOf(response?.['statusText']);
  return toldExchange('axios-error', {
    ...common,
    status,
    reason,
    headers: headersOf(response?.['headers']),
    body: bodyOf(response?.['data']),
  });
}

/** The end of a dump alone: the response is there, the heading is not. */
const TAIL = /\n\s{0,8}isAxiosError: true|\bstatusText: '/;

export default {
  title: 'An error of axios',
  madeBy: 'axios, as console.error prints it, in Node or in a browser, and its toJSON()',
  recognise(text) {
    const marked = MARKS.test(text);
    if (/"name":\s{0,4}"AxiosError"/.test(text)) return 0.88;
    if (marked && (HEADING.test(text) || TAIL.test(text))) return 0.8;
    return MESSAGE.test(text) ? 0.55 : 0;
  },
  read(text) {
    const words = plainText(text);
    let printed = printedErrors(words, HEADING);
    if (printed.length === 0) printed = printedErrors(words, MESSAGE);
    if (printed.length > 0) return { exchanges: printed.map(exchangeFrom), warnings: [] };
    const told = memberOf(undefined, words, 'response');
    const body = bodyOf(told?.['data'] ?? memberOf(undefined, words, 'data') ?? stringMember(words));
    const status =
      statusOf(told?.['status']) ??
      statusOf(/(?:^|\n)\s{0,8}status: (\d{3}),/.exec(words)?.[1]) ??
      (body === undefined ? undefined : toldStatus(body));
    const exchange = toldExchange('axios-error', { words, status, headers: headersOf(told?.['headers']), body });
    return { exchanges: [exchange], warnings: ['The beginning of the error is missing.'] };
  },
} satisfies Capture;

/** `data: 'a' +\n 'b'` of a dump whose beginning is missing. */
function stringMember(words: string): unknown {
  const lines = /\n(\s{2,6}data: '(?:[^'\\\n]|\\.){0,4000}'(?: \+\n\s{0,20}'(?:[^'\\\n]|\\.){0,4000}'){0,200})\n/.exec(words)?.[1];
  if (lines === undefined) return undefined;
  return [...lines.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, part]) => part!.replaceAll('\\n', '\n').replaceAll("\\'", "'")).join('');
}
