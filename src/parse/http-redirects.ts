/** What a redirect took from a request (RFC 9110 §15.4): its method, or the credentials that another host must not see. */
import { header, type RawExchange } from '../model/exchange.ts';

const CREDENTIAL = /^(?:authorization|cookie|(?:x-)?(?:goog-)?api-key)$/i;

/** The redirect between two calls that follow each other, where the second went to the Location of the first. */
function redirectOf(first: RawExchange, second: RawExchange): { from: URL; to: URL } | undefined {
  const { request, response } = first;
  const location = header(response?.headers, 'location');
  if (!response || response.status < 301 || response.status > 308 || location === undefined) return undefined;
  if (!request?.url || !second.request?.url || !URL.canParse(location, request.url) || !URL.canParse(second.request.url)) return undefined;
  const [to, called] = [new URL(location, request.url), new URL(second.request.url)];
  return to.host === called.host && to.pathname === called.pathname ? { from: new URL(request.url), to } : undefined;
}

function lost(first: RawExchange, second: RawExchange): string[] {
  const redirect = redirectOf(first, second);
  if (!redirect) return [];
  const { from, to } = redirect;
  const { status } = first.response!;
  // Paths and queries may hold keys, and a warning is shown as it is.
  const way =
    from.origin === to.origin
      ? `The redirect (${status}) at ${from.origin}`
      : `The redirect (${status}) from ${from.origin} to ${to.origin}`;
  const [sent, sentAgain] = [first.request!, second.request!];
  const turned = status < 303 && sent.method !== 'HEAD' && sent.method !== sentAgain.method;
  const kept = new Set(sentAgain.headers.map(({ name }) => name.toLowerCase()));
  const dropped = from.host === to.host ? [] : sent.headers.filter(({ name }) => CREDENTIAL.test(name) && !kept.has(name.toLowerCase()));
  return [
    ...(turned ? [`${way} turned ${sent.method} into ${sentAgain.method}: call the final URL.`] : []),
    ...dropped.map(({ name }) => `${way}, another host, dropped the ${name} field: call the final URL.`),
  ];
}

/** One sentence for each thing that a redirect between two of the exchanges changed and the caller did not mean to change. */
export const redirectWarnings = (exchanges: readonly RawExchange[]): string[] =>
  exchanges.slice(1).flatMap((exchange, i) => lost(exchanges[i]!, exchange));
