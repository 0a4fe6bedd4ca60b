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
  'RateLimitError|AuthenticationError|BadRequestError|PermissionDeniedError|NotFoundError|ConflictError|UnprocessableEntityError|InternalServerError|APIError';
const STACK =
  /[\\/]node_modules[\\/](?:\.pnpm[\\/][^\\/\s]{1,80}[\\/]node_modules[\\/])?(?:openai|groq-sdk|together-ai|@cerebras)[\\/]|\bat (?:(?:async )?(?:OpenAI|AzureOpenAI|Groq|Together)\.make(?:StatusError|Request)|(?:Function|_?APIError)\.generate) /;
/** Its sibling client for Anthropic keeps the whole body, and prints it in the message. */
const SIBLING = /@anthropic-ai[\\/]|[45]\d\d \{"type":"error"/;

const HEADING = new RegExp(
  String.raw`(?<![\w.]|API )(?:(?:${CLASSES}|Error): ([1-5]\d\d) (?!status code \(no body\))([^\n]*)|(?:${CLASSES}|Error): ([1-5]\d\d) status code \(no body\)|(APIConnection(?:Timeout)?Error): ([^\n]+))`,
);
const NAMED = new RegExp(String.raw`(?<![\w.]|API )(?:${CLASSES}): [1-5]\d\d |(?<![\w.]|API )APIConnection(?:Timeout)?Error: `);
const DUMP =
  /\n\s{2,4}request_?id: [^\n]+\n(?:[^\n]*\n){0,60}?\s{2,4}(?:param|code|error|type): |\n\s{2,4}headers: [^\n]*\n(?:[^\n]*\n){0,60}?\s{2,4}(?:request_?id|requestID): /i;

/** openai keeps the body's `error` member alone; clients generated like it keep the whole body. */
function bodyFrom(error: unknown): string | undefined {
  if (isMembers(error) && 'error' in error) return bodyOf(error);
  return bodyOf(error) === undefined ? undefined : JSON.stringify({ error });
}

function exchangeFrom({ heading, line, words, found }: PrintedError) {
  const members = membersWith(found, 'status', 'request_id', 'requestID');
  if (heading[4] !== undefined) {
    const failure = nodeFailure(words, heading[5]!.replace(/\s*\{$/, ''));
    return toldExchange('openai-node', { words, line, failure, ...(words.includes('request to http') ? {} : { url: failedUrl(words) }) });
  }
  const status = statusOf(Number(heading[1] ?? heading[3]));
  const printed = found.find(({ start }) => start > 0 && words.includes(`${heading[1]} {`) && start < words.indexOf('\n    at '))?.value;
  const body = members ? bodyFrom(members['error']) : bodyOf(printed);
  return toldExchange('openai-node', { words, line, status, headers: headersOf(members?.['headers']), body });
}

export default {
  title: 'An exception of the openai client for JavaScript, and of clients generated like it',
  madeBy: 'openai (Node), groq-sdk, together-ai',
  recognise(text) {
    if (SIBLING.test(text) || !HEADING.test(text)) return 0;
    if (STACK.test(text)) return 0.8;
    if (!NAMED.test(text)) return 0;
    return DUMP.test(text) ? 0.75 : 0.65;
  },
  read(text) {
    const printed = printedErrors(plainText(text), HEADING);
    return { exchanges: printed.map(exchangeFrom), warnings: [] };
  },
} satisfies Capture;
