import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import { plainText, statusOf, toldExchange } from '../parse/js-error.ts';
import { failureKind } from '../parse/node-failure.ts';

const URL_WORDS = String.raw`(https?:\/\/[^\s"'‘’“”<>]{1,2000})`;

/** What browsers write by themselves into the console of the developer tools; the groups have names in `event`. */
const LINES: RegExp[] = [
  // Chrome: POST https://… 402 (Payment Required) · GET https://… net::ERR_NAME_NOT_RESOLVED
  new RegExp(
    String.raw`(?<![\w/])(?<method>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) {1,4}(?<url>https?:\/\/[^\s"'<>]{1,2000}) {1,4}(?:net::(?<net>ERR_[A-Z\d_]{2,60}) ?)?(?:(?<status>[1-5]\d\d) \((?<reason>[^()\n]{0,80})\)|(?=\n|$))`,
  ),
  /(?:(?<url>https?:\/\/[^\s"'<>]{1,2000}?|(?<![\w./-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?::\d{1,5})?\/[^\s"'<>]{0,500}?)(?::\d{1,6})?[ \t]{1,4})?Failed to load resource: (?:the server responded with a status of (?<status>[1-5]\d\d) \((?<reason>[^()\n]{0,80})\)|net::(?<net>ERR_[A-Z\d_]{2,60}))/,
  new RegExp(
    String.raw`Access to (?:fetch|XMLHttpRequest|resource|script|font|image) at '(?<url>https?:\/\/[^\s']{1,2000})' (?:\(redirected from '[^']{1,2000}'\) )?from origin '[^'\n]{0,300}' has been (?<cors>blocked by CORS policy[^\n]{0,600})`,
  ),
  // Firefox, Safari
  new RegExp(
    String.raw`(?<cors>Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at) ${URL_WORDS.replace('(', '(?<url>').replace('}', '}?')}\.? \((?<why>Reason: [^\n]{0,200}?)\)\.(?: Status code: (?<status>[1-5]\d\d|\(null\)))?`,
  ),
  new RegExp(
    String.raw`(?<cors>Fetch API cannot load|XMLHttpRequest cannot load) ${URL_WORDS.replace('(', '(?<url>').replace('}', '}?')} due to access control checks\.`,
  ),
  /(?:XHR ?)?(?<method>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s{0,4}(?<url>https?:\/\/[^\s"'<>]{1,2000})\s{0,4}\[HTTP\/\d(?:\.\d)? (?<status>[1-5]\d\d) ?(?<reason>[^\]\n]{0,60}?)(?: \d{1,9} ?ms)?\]/,
];
const ANY = new RegExp(LINES.map((line) => line.source.replaceAll(/\?<[a-z]+>/g, '?:')).join('|'), 'g');

/** Cheap, so that only what may be such lines is searched for them. */
const HINTS =
  /Failed to load resource|net::ERR_|blocked by CORS policy|Cross-Origin Request Blocked|access control checks|\[HTTP\/\d|\b[1-5]\d\d \([A-Za-z ]{0,60}\)/;

type Event = { at: number; method?: string; url?: string; status?: number; reason?: string; net?: string; cors?: string };

function eventAt(text: string, at: number, words: string): Event {
  const groups: Record<string, string | undefined> = {};
  for (const line of LINES)
    Object.assign(groups, Object.fromEntries(Object.entries(line.exec(words)?.groups ?? {}).filter(([, value]) => value)));
  const { method, url, reason, net, cors, why } = groups;
  const status = statusOf(groups['status']);
  const full = url === undefined || /^https?:/.test(url) ? url : `https://${url}`;
  return {
    at: text.lastIndexOf('\n', at) + 1,
    ...(method && { method }),
    ...(full && { url: full }),
    ...(status && { status }),
    ...(reason && { reason }),
    ...(net && { net }),
    ...(cors && { cors: why ? `Cross-Origin Request Blocked (${why})` : cors }),
  };
}

/** A refused preflight is told twice, by the policy and by the request that failed on it. */
const isSameCall = (before: Event, now: Event): boolean =>
  before.url === now.url
    ? before.status === undefined || now.status === undefined || now.method === undefined || before.method === undefined
    : now.url === undefined;

function exchangeOf(event: Event, line: number, words: string): RawExchange {
  const { method, url, status, net, cors } = event;
  const message = [net && `net::${net}`, cors].filter(Boolean).join(': ');
  const failure = message === '' ? undefined : { kind: net && net !== 'ERR_FAILED' ? failureKind(net) : ('other' as const), message };
  return toldExchange('browser-console', { words, line, method, ...(url !== undefined && { url }), status, failure });
}

export default {
  title: "Lines of a browser's console",
  madeBy: 'the developer tools of Chrome, Edge, Firefox, Safari',
  recognise(text) {
    return HINTS.test(text) && text.search(ANY) >= 0 ? 0.7 : 0;
  },
  read(text) {
    const words = plainText(text);
    const events: Event[] = [];
    for (const match of words.matchAll(ANY)) {
      const event = eventAt(words, match.index, match[0]);
      const before = events.at(-1);
      if (before && isSameCall(before, event)) events[events.length - 1] = { ...before, ...event, at: before.at };
      else if (events.length < 200) events.push(event);
    }
    const exchanges = events.map((event, i) => {
      const line = words.slice(0, event.at).split('\n').length;
      return exchangeOf(event, line, words.slice(i === 0 ? 0 : event.at, events[i + 1]?.at ?? words.length));
    });
    return { exchanges, warnings: [] };
  },
} satisfies Capture;
