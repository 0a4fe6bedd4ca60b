import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import {
  bodyOf,
  headersOf,
  isMembers,
  plainText,
  printedErrors,
  statusOf,
  textOf,
  toldExchange,
  type Members,
  type PrintedError,
} from '../parse/js-error.ts';
import { failedUrl, nodeFailure } from '../parse/node-failure.ts';

const MARKS =
  /\bAI_(?:APICall|Retry|LoadAPIKey|NoSuchModel|InvalidResponseData|EmptyResponseBody|JSONParse|TypeValidation|NoOutputGenerated)Error\b|\brequestBodyValues["']?:/;
const HEADING =
  /(?<![\w.[])_?[\w$]{0,40}Error \[AI_\w{3,60}\]:? ?|(?<![\w.[])AI_\w{3,40}Error: |(?<!\w)\{\s{0,20}["']?(?:name["']?:\s?["']AI_\w{3,40}Error|url["']?:\s?[^\n]{1,2000}\n?\s{0,20}["']?requestBodyValues)/;

/** The calls that failed, the innermost: of an `AI_RetryError` the last of its attempts. */
function apiCall(value: unknown, depth = 0): Members | undefined {
  if (typeof value !== 'object' || value === null || depth > 6) return undefined;
  const members = value as Members;
  const called =
    !Array.isArray(value) &&
    (members['statusCode'] !== undefined || members['responseBody'] !== undefined || members['requestBodyValues'] !== undefined);
  if (called && !('lastError' in members)) return members;
  const inside = Array.isArray(value)
    ? value.slice(-20).toReversed()
    : [members['lastError'], members['errors'], members['cause'], members['error']];
  for (const one of inside) {
    const found = apiCall(one, depth + 1);
    if (found) return found;
  }
  return called ? members : undefined;
}

function exchangeFrom({ line, words, found }: PrintedError): RawExchange {
  let call: Members | undefined;
  for (const { value } of found) call ??= apiCall(value);
  const url = textOf(call?.['url']);
  const status = statusOf(call?.['statusCode']);
  if (status === undefined && /Cannot connect to API|fetch failed|Failed to process successful response|Timeout Error/.test(words)) {
    const outer = /(?:Cannot connect to API|fetch failed|Failed to process successful response)[^\n{]{0,300}/.exec(words)?.[0].trim();
    return toldExchange('vercel-ai-sdk', {
      words,
      line,
      url: url ?? failedUrl(words),
      failure: nodeFailure(words, outer ?? 'no response'),
    });
  }
  const sent = call?.['requestBodyValues'];
  // What was undefined was not sent, and is read as null.
  const requestBody = isMembers(sent) ? bodyOf(Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null))) : undefined;
  // The SDK sends a prompt with POST, and with nothing else.
  const method = url !== undefined && isMembers(sent) ? 'POST' : undefined;
  const body = bodyOf(call?.['responseBody']) ?? bodyOf(call?.['data']);
  return toldExchange('vercel-ai-sdk', {
    words,
    line,
    url,
    method,
    requestBody,
    status: status ?? toldBy(words),
    headers: headersOf(call?.['responseHeaders']),
    body,
  });
}

/** The status where the members were cut off. */
const toldBy = (words: string): number | undefined => statusOf(/\bstatusCode["']?: ([45]\d\d)\b/.exec(words)?.[1]);

export default {
  title: 'An error of the AI SDK',
  madeBy: 'ai and @ai-sdk/* (AI_APICallError, AI_RetryError)',
  recognise(text) {
    if (!MARKS.test(text) || !HEADING.test(text)) return 0;
    if (/^\s*\{/.test(text)) return 0.88;
    return /\bAI_\w+Error\b/.test(text) ? 0.84 : 0.7;
  },
  read(text) {
    const words = plainText(text);
    const printed = printedErrors(words, HEADING);
    return { exchanges: printed.map(exchangeFrom), warnings: [] };
  },
} satisfies Capture;
