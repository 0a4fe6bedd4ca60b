import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import {
  bodyOf,
  isMembers,
  membersWith,
  plainText,
  printedErrors,
  statusOf,
  textOf,
  toldExchange,
  type PrintedError,
} from '../parse/js-error.ts';
import { objectsIn } from '../parse/loose-json.ts';
import { failedUrl, nodeFailure } from '../parse/node-failure.ts';

const FETCHING = String.raw`\[(?:GoogleGenerativeAI|VertexAI\.\w{1,40}) ?Error\]: ([^\n]*)`;
const API_ERROR = String.raw`(?<![\w.])(?:Api|Client|Server)Error: (?:got status: ([1-5]\d\d)[^\n{]{0,80}\. )?(?=\{"error":\s?\{)`;
const HEADING = new RegExp(`${FETCHING}|${API_ERROR}`);
const CALLED = /Error fetching from (?:(https?:\/\/[^\s\]]{1,2000}?):? )?\[([1-5]\d\d) ?([^\]\n]{0,80})\] ?/;

/** google.rpc's error object, put together from the parts that the exception prints. */
function errorBody(code: number | undefined, message: string, details: unknown): string | undefined {
  if (code === undefined || message === '') return undefined;
  return JSON.stringify({ error: { code, message, ...(Array.isArray(details) && { details: details as unknown[] }) } });
}

function exchangeFrom({ heading, line, words, found }: PrintedError): RawExchange {
  if (heading[1] === undefined) {
    const value = found.find((object) => isMembers(object.value) && object.value['error'] !== undefined)?.value;
    const inner = isMembers(value) && isMembers(value['error']) ? value['error'] : undefined;
    const nested = textOf(inner?.['message'])?.trimStart().startsWith('{') ? objectsIn(inner!['message'] as string)[0]?.value : undefined;
    const status = statusOf(heading[2]) ?? statusOf(inner?.['code']) ?? statusOf(membersWith(found, 'status')?.['status']);
    return toldExchange('google-generative-ai-js', { words, line, status, body: bodyOf(nested) ?? bodyOf(value) });
  }
  const called = CALLED.exec(words);
  const url = called?.[1] ?? /Error fetching from (https?:\/\/[^\s\]]{1,2000}?):? /.exec(words)?.[1];
  const members = membersWith(found, 'status', 'statusText', 'errorDetails');
  const status = statusOf(called?.[2]) ?? statusOf(members?.['status']);
  // The client calls a model with POST, and with nothing else.
  const common = { words, line, url, method: url !== undefined && /:\w+(?:\?|$)/.test(url) ? 'POST' : undefined };
  if (status === undefined) {
    if (!/fetch failed|timed out|aborted/i.test(words)) return toldExchange('google-generative-ai-js', common);
    return toldExchange('google-generative-ai-js', {
      ...common,
      url: url ?? failedUrl(words),
      failure: nodeFailure(words, heading[1].replace(/^Error fetching from \S+ /, '')),
    });
  }
  const from = called ? called.index + called[0].length : words.length;
  const list = found.find(({ value }) => Array.isArray(value) && isMembers(value[0]) && '@type' in value[0]);
  const listAt = list ? words.indexOf('[{"@type"', from) : -1;
  const stack = words.slice(from).search(/\n\s{1,20}at /);
  const end = listAt >= 0 ? listAt : stack >= 0 ? from + stack : words.length;
  const details = list?.value ?? members?.['errorDetails'];
  const body = errorBody(status, words.slice(from, end).trim(), details);
  return toldExchange('google-generative-ai-js', { ...common, status, reason: called?.[3], body });
}

export default {
  title: 'An exception of a Google AI client for JavaScript',
  madeBy: '@google/generative-ai, @google/genai, @google-cloud/vertexai',
  recognise(text) {
    const heading = HEADING.exec(text);
    if (!heading) return 0;
    return heading[1] === undefined ? 0.75 : 0.82;
  },
  read(text) {
    return { exchanges: printedErrors(plainText(text), HEADING).map(exchangeFrom), warnings: [] };
  },
} satisfies Capture;
