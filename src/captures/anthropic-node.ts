import type { Capture } from '../model/capture.ts';
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

const CLASSES =
  'RateLimitError|AuthenticationError|BadRequestError|PermissionDeniedError|NotFoundError|ConflictError|UnprocessableEntityError|InternalServerError|APIError|AnthropicError|Error';
const OWN_WORDS = new RegExp(String.raw`(?<![\w.]|API )(?:${CLASSES}): (?:[1-5]\d\d )?\{"type":"error","error":\{`);
const STACK = /@anthropic-ai[\\/](?:sdk|bedrock-sdk|vertex-sdk)[\\/]|\bat (?:async )?Anthropic\w{0,12}\.make(?:StatusError|Request) /;
const HEADING = new RegExp(
  String.raw`(?<![\w.]|API )(?:(?:${CLASSES}): (?:([1-5]\d\d) )?(?=\{"type":"error")|(?:${CLASSES}): ([1-5]\d\d) |(APIConnection(?:Timeout)?Error): ([^\n]+))`,
);

function exchangeFrom({ heading, line, words, found }: PrintedError) {
  if (heading[3] !== undefined) {
    const failure = nodeFailure(words, heading[4]!.replace(/\s*\{$/, ''));
    return toldExchange('anthropic-node', { words, line, failure, url: failedUrl(words) });
  }
  const members = membersWith(found, 'status', 'headers', 'requestID');
  const message = found.find(({ value }) => isMembers(value) && value['type'] === 'error')?.value;
  const status = statusOf(Number(heading[1] ?? heading[2])) ?? statusOf(members?.['status']);
  const body = bodyOf(members?.['error']) ?? bodyOf(message);
  return toldExchange('anthropic-node', { words, line, status, headers: headersOf(members?.['headers']), body });
}

export default {
  title: 'An exception of the Anthropic client for JavaScript',
  madeBy: '@anthropic-ai/sdk',
  recognise(text) {
    if (!HEADING.test(text)) return 0;
    if (OWN_WORDS.test(text)) return 0.82;
    return STACK.test(text) ? 0.8 : 0;
  },
  read(text) {
    const printed = printedErrors(plainText(text), HEADING);
    return { exchanges: printed.map(exchangeFrom), warnings: [] };
  },
} satisfies Capture;
