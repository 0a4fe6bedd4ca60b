import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import { plainText, printedErrors, toldExchange, type PrintedError } from '../parse/js-error.ts';
import { failedUrl, nodeFailure } from '../parse/node-failure.ts';

/** Node and undici, node-fetch, Bun, Deno, and the browsers' words for the same. */
const HEADING =
  /(?<![\w.])(?:TypeError(?: \[\w{1,60}\])?: (?:fetch failed|terminated|Failed to fetch|NetworkError when attempting to fetch resource\.?|Load failed|error sending request for url \([^()\s]{1,2000}\)[^\n]{0,300})|FetchError: (?:request to (https?:\/\/[^\s,]{1,2000}) failed, reason: ?([^\n]{0,500})|network timeout at: (https?:\/\/\S{1,2000})|Invalid response body while trying to fetch (https?:\/\/\S{1,2000}): ([^\n]{0,300}))|(?:ConnectTimeoutError|HeadersTimeoutError|BodyTimeoutError|SocketError)(?: \[\w{1,60}\])?: ([^\n]{1,300})|ConnectionRefused: ([^\n]{1,300}))/;

function exchangeFrom({ heading, line, words }: PrintedError): RawExchange {
  const sent = /error sending request for url \((https?:\/\/[^()\s]{1,2000})\)/.exec(words)?.[1];
  const url =
    (heading[1] ?? heading[3] ?? heading[4])?.replace(/:$/, '') ??
    sent ??
    /\bpath: "(https?:\/\/[^\s"]{1,2000})"/.exec(words)?.[1] ??
    failedUrl(words);
  const outer = heading[0].replace(/^(?:TypeError|FetchError)(?: \[\w+\])?: /, '').replace(/\s*\{\s*$/, '');
  return toldExchange('node-fetch-failure', { words, line, ...(url !== undefined && { url }), failure: nodeFailure(words, outer) });
}

export default {
  title: 'A fetch that got no response',
  madeBy: 'fetch in Node, Deno or Bun, undici, node-fetch: "TypeError: fetch failed"',
  recognise: (text) => (HEADING.test(text) ? 0.66 : 0),
  read(text) {
    return { exchanges: printedErrors(plainText(text), HEADING).map(exchangeFrom), warnings: [] };
  },
} satisfies Capture;
