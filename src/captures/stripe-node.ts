import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import {
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

const HEADING =
  /(?<![\w.'"[])(?:Error: )?_?Stripe[A-Z]\w{2,40}Error(?: \[\w{1,60}\])?: ([^\n]+)|(?<![\w.])Error: ([^\n]{1,500})(?=\n(?:[^\n]{0,500}\n)?\s+at [^\n]{0,120}(?:_?Stripe\w*Error\.generate|[\\/]stripe[\\/](?:lib|cjs|esm)[\\/]))|(?<!\n\s{1,40}at [^\n]{0,1000})\{\s{0,10}["']?(?:type["']?:\s?["']Stripe\w{2,40}Error["']|raw["']?:\s?\{)/;
const MARKS =
  /\bStripe(?:Card|RateLimit|InvalidRequest|API|Connection|Authentication|Permission|Idempotency|SignatureVerification|InvalidGrant|Unknown)?Error\b/;
/** Members that say where the error came from, and are none of the server's. */
const OWN = new Set(['headers', 'requestId', 'statusCode', 'exception', 'detail']);

/** The server's error object: `raw` without what the client put into it. */
function bodyFrom(raw: unknown): string | undefined {
  if (!isMembers(raw)) return undefined;
  const error = Object.fromEntries(Object.entries(raw).filter(([name, value]) => !OWN.has(name) && value !== null));
  return Object.keys(error).length === 0 ? undefined : JSON.stringify({ error });
}

function exchangeFrom({ heading, line, words, found }: PrintedError): RawExchange {
  const members = membersWith(found, 'rawType', 'raw', 'requestId', 'statusCode', 'type');
  const raw = memberOf(members, words, 'raw');
  const status =
    statusOf(members?.['statusCode']) ?? statusOf(raw?.['statusCode']) ?? statusOf(/\bstatusCode["']?: ([1-5]\d\d)\b/.exec(words)?.[1]);
  if (status === undefined && /StripeConnectionError|connection to Stripe/.test(words)) {
    return toldExchange('stripe-node', {
      words,
      line,
      url: failedUrl(words),
      failure: nodeFailure(words, (heading[1] ?? heading[2] ?? textOf(members?.['message']) ?? 'no response').trim()),
    });
  }
  const headers = headersOf(isMembers(members?.['headers']) ? members['headers'] : raw?.['headers']);
  const requestId = textOf(members?.['requestId']) ?? textOf(raw?.['requestId']);
  if (requestId !== undefined && !headers.some(({ name }) => name.toLowerCase() === 'request-id'))
    headers.push({ name: 'request-id', value: requestId });
  return toldExchange('stripe-node', { words, line, status, headers, body: bodyFrom(raw) });
}

export default {
  title: 'An exception of the Stripe client for JavaScript',
  madeBy: 'stripe (Node): StripeCardError, StripeInvalidRequestError, …',
  recognise(text) {
    if (!MARKS.test(text) || !HEADING.test(text)) return 0;
    return /\brawType["']?:|\braw["']?: ?\{/.test(text) ? 0.86 : 0.75;
  },
  read(text) {
    return { exchanges: printedErrors(plainText(text), HEADING).map(exchangeFrom), warnings: [] };
  },
} satisfies Capture;
