import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import {
  bodyOf,
  headersOf,
  isMembers,
  membersWith,
  plainText,
  printedErrors,
  statusOf,
  toldExchange,
  type PrintedError,
} from '../parse/js-error.ts';
import { failedUrl, nodeFailure } from '../parse/node-failure.ts';
import { toldStatus } from '../parse/told-status.ts';

/** https://js.langchain.com/docs/troubleshooting/errors: the codes stand in the error's members and in the link below it. */
const MARKS =
  /\blc_error_code["']?: |Troubleshooting URL: https:\/\/(?:js\.langchain\.com|docs\.langchain\.com\/oss\/javascript)\/|[\\/]node_modules[\\/](?:\.pnpm[\\/][^\\/\s]{1,80}[\\/]node_modules[\\/])?@langchain[\\/]|Error in handler [A-Za-z]{1,60}, handle\w+Error: |\battemptNumber: \d{1,3},\n\s{1,8}retriesLeft: \d/;
const HEADING =
  /(?<![\w.])(?:\[\w{1,40}\/error\] [^\n]{0,300}?|Error in handler \w{1,60}, handle\w{1,40}Error: )?_?[A-Z]?\w{0,40}(?:Error|Exception)(?: \[\w{1,60}\])?: (?:([1-5]\d\d) )?(?=\S)[^\n]+/;

function exchangeFrom({ heading, line, words, found }: PrintedError): RawExchange {
  const members = membersWith(found, 'lc_error_code', 'status', 'attemptNumber');
  const status = statusOf(heading[1]) ?? statusOf(members?.['status']) ?? toldStatus(words);
  if (status === undefined) {
    const failed = /fetch failed|Connection error\.|Request timed out|\bE(?:CONN|NOTFOUND|AI_|TIMEDOUT)\w*/.exec(words)?.[0];
    return toldExchange('langchain-js', {
      words,
      line,
      ...(failed !== undefined && { failure: nodeFailure(words, failed), url: failedUrl(words) }),
    });
  }
  const error = members?.['error'];
  const whole = isMembers(error) && 'error' in error ? bodyOf(error) : bodyOf(error) === undefined ? undefined : JSON.stringify({ error });
  const message = found.find(({ value }) => isMembers(value) && value['error'] !== undefined && value !== members)?.value;
  return toldExchange('langchain-js', { words, line, status, headers: headersOf(members?.['headers']), body: whole ?? bodyOf(message) });
}

export default {
  title: 'An exception inside LangChain.js',
  madeBy: '@langchain/*: lc_error_code, "Troubleshooting URL", "Error in handler"',
  recognise: (text) => (MARKS.test(text) && HEADING.test(text) ? 0.86 : 0),
  read(text) {
    return { exchanges: printedErrors(plainText(text), HEADING).map(exchangeFrom), warnings: [] };
  },
} satisfies Capture;
