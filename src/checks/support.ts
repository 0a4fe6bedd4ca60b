import type { Because, Check, Facts, Finding } from '../model/check.ts';
import { header } from '../model/exchange.ts';
import { cut } from '../model/format.ts';
import { modelCallOf } from '../interpret/model-call.ts';
import { credentialsOf } from '../interpret/sent-credentials.ts';
import { accountHolder, linkTo } from '../interpret/whose-account.ts';

/** One thing that support asks for: what it is, where it was found, or how to get it. */
type Wanted = { what: string; found?: { where: string; value: string }; how: string };

/** Paths that are calls to a model, where support wants its name. */
const MODEL_CALL =
  /\/(?:chat|completions|messages|responses|embeddings|generate|generations|models|deployments|invoke|converse|predictions|images|audio)\b/i;

export default {
  phase: '3.3',
  title: 'What support will ask for',
  explains:
    'Whether the input holds what a support ticket needs: the request id, the time, the method and URL, which key (by its mask), ' +
    'the model, the status with its message, and what this vendor asks for beside them (an account or project id, a region). For what ' +
    'is missing it says how to get it.',
  judge(facts) {
    if (facts.reading.verdict.cause === 'success') return { outcome: 'skip', says: 'The call went through: there is nothing to report' };
    const basic = [requestId(facts), time(facts), call(facts), key(facts), model(facts), message(facts)].filter((one) => one !== undefined);
    if (basic.every(({ found }) => !found)) return { outcome: 'skip', says: 'The input holds nothing that support could trace' };
    const own = asksOf(facts);
    const missing = basic.filter(({ found }) => !found);
    const open = own.filter(({ found }) => !found);
    const link = linkTo(accountHolder(facts), 'support', 'support');
    const common: Pick<Finding, 'because' | 'link'> = { ...(link && { link }), ...becauseOf([...basic, ...own]) };
    const steps = [...new Set([...missing, ...open].map(({ how }) => how))];
    if (missing.length > 0) return { ...common, outcome: 'warn', says: `Missing: ${namesOf([...missing, ...open])}`, steps };
    if (open.length > 0) return { ...common, outcome: 'ask', says: `In hand, but for: ${namesOf(open)}`, steps };
    return { ...common, outcome: 'pass', says: `All in hand: ${namesOf([...basic, ...own])}` };
  },
  question(facts) {
    const open = asksOf(facts).filter(({ found }) => !found);
    if (open.length === 0) return undefined;
    const names = namesOf(open);
    return {
      says: `Do you have at hand what this vendor's support asks for: ${names}?`,
      choices: [
        { value: 'ready', says: 'Yes', outcome: 'pass', found: `All in hand; add to the ticket: ${names}` },
        { value: 'missing', says: 'No', outcome: 'warn', found: `Still missing: ${names}`, steps: open.map(({ how }) => how) },
      ],
    };
  },
} satisfies Check;

const namesOf = (wanted: readonly Wanted[]): string => wanted.map(({ what }) => what).join(', ');

function becauseOf(wanted: Wanted[]): { because?: Because[] } {
  const because = wanted.flatMap(({ what, found }) => (found ? [{ where: found.where, value: cut(found.value, 160), says: what }] : []));
  return because.length > 0 ? { because } : {};
}

/** What the vendor's support asks for beside what every support does, and what of it the exchange holds. */
function asksOf(facts: Facts): Wanted[] {
  const holder = accountHolder(facts);
  return (holder?.supportAsks ?? []).slice(0, 5).map((ask): Wanted => {
    const what = cut(ask.replace(/^the /, ''), 60);
    const found = foundFor(ask, facts);
    return { what, ...(found && { found }), how: `Have ready for ${holder!.title}: ${cut(ask, 120)}.` };
  });
}

/** What of an exchange meets an ask that names no field; the first that fits the ask. */
const MEETS: [RegExp, (facts: Facts) => Wanted['found']][] = [
  [/\b(?:request|trace|correlation)[ _-]?id\b/i, ({ reading }) => reading.requestId],
  [
    /\bregion\b/i,
    ({ exchange: { request } }) => placed('request.url', /\b[a-z]{2}(?:-[a-z]{2,9}){1,2}-\d\b/.exec(request?.url ?? '')?.[0]),
  ],
  [/\b(?:base )?URL\b|\baddress of the\b/, ({ exchange: { request } }) => placed('request.url', request?.url)],
  [/\bmodel\b/i, ({ exchange: { request } }) => placed('request.body.model', modelCallOf(request)?.model)],
  [/\b(?:message|phrase|type|code) of the (?:error|answer)\b|\berror code\b/i, ({ reading }) => reading.problems[0]?.messages[0]],
  [/\bparameters of the request\b/i, ({ exchange: { request } }) => placed('request.body', request?.body)],
  [/\b(?:organi[sz]ation|project|workspace|team|tenant|account|subscription)\b/i, scopeIn],
];

const placed = (where: string, value: string | undefined): Wanted['found'] => (value === undefined ? undefined : { where, value });

/** The organisation or project that the request itself names. */
function scopeIn({ exchange: { request }, provider, gateway }: Facts): Wanted['found'] {
  const scope = (provider ?? gateway)?.scopeHeaders?.find((name) => header(request?.headers, name) !== undefined);
  return scope === undefined ? undefined : placed(`request.headers.${scope}`, header(request?.headers, scope));
}

/** An ask that names a header field or a member of the body is met where the exchange has that. */
function foundFor(ask: string, facts: Facts): Wanted['found'] {
  const { request, response } = facts.exchange;
  const names: string[] = ask.match(/\b[A-Za-z]+(?:[-_][A-Za-z]+)+\b|\b[A-Za-z]*[a-z][A-Z][A-Za-z]*\b/g) ?? [];
  for (const name of names) {
    const field = header(response?.headers, name) ?? header(request?.headers, name);
    if (field !== undefined) return { where: `headers.${name.toLowerCase()}`, value: field };
    const member = new RegExp(`"${name}"\\s{0,4}:\\s{0,4}"?([^",}\\s]{1,120})`, 'i').exec((response?.body ?? '').slice(0, 20_000))?.[1];
    if (member !== undefined && member !== 'null') return { where: `response.body.${name}`, value: member };
  }
  return MEETS.find(([pattern]) => pattern.test(ask))?.[1](facts);
}

const CURL_I = 'Run curl with -i, and keep the whole response: status line, header fields and body.';

/** A vendor that documents no request id is asked by time; a call without a response has none. */
function requestId({ reading, provider, gateway, exchange }: Facts): Wanted | undefined {
  if (reading.requestId) return { what: 'request id', found: reading.requestId, how: '' };
  if (exchange.failure) return undefined;
  const names = (provider ?? gateway)?.requestIdHeaders ?? ['x-request-id'];
  if (names.length === 0) return undefined;
  const shown = (exchange.response?.headers.length ?? 0) > 0;
  const how = `The request id stands in the response field ${names.slice(0, 2).join(' or ')}: run curl with -i.`;
  return { what: 'request id', how: shown ? `${how} This response shows none.` : how };
}

function time({ exchange }: Facts): Wanted {
  const date = header(exchange.response?.headers, 'date');
  const found =
    exchange.at !== undefined
      ? { where: 'at', value: exchange.at }
      : date !== undefined
        ? { where: 'response.headers.date', value: date }
        : undefined;
  return {
    what: 'time',
    ...(found && { found }),
    how: 'Note when the call was made, with its time zone: the response field Date says it (curl -i).',
  };
}

function call({ exchange: { request, toldUrl } }: Facts): Wanted {
  const what = 'method and URL';
  const how = 'Note the method and the whole URL: curl -v shows both, and --url URL tells them to diagnose.';
  if (request?.url !== undefined) return { what, found: { where: 'request', value: `${request.method} ${request.url}` }, how };
  return toldUrl === undefined ? { what, how } : { what, found: { where: 'url', value: toldUrl }, how };
}

/** A call that was refused because it had no key has none to name. */
function key({ exchange, reading }: Facts): Wanted | undefined {
  if (reading.verdict.cause === 'credentials-missing' || reading.verdict.cause === 'payment-challenge') return undefined;
  const sent = credentialsOf(exchange).find(({ secret }) => secret);
  const found = sent?.secret && { where: sent.where, value: sent.secret.mask };
  return {
    what: 'key',
    ...(found && { found }),
    how: "Note the last four characters of the key, never the whole key: the vendor's page of keys shows the same four.",
  };
}

function model({ exchange }: Facts): Wanted | undefined {
  const { request, toldUrl } = exchange;
  const name = modelCallOf(request)?.model;
  if (name !== undefined) return { what: 'model', found: { where: 'request.body.model', value: name }, how: '' };
  if (request?.body !== undefined || !MODEL_CALL.test((request?.url ?? toldUrl ?? '').slice(0, 2000))) return undefined;
  return { what: 'model', how: 'Note the name of the model: it stands in the request body.' };
}

/** The status of a whole response is the message where its body is empty. */
function message({ exchange, reading }: Facts): Wanted {
  const { response, failure, text } = exchange;
  const said = reading.problems.flatMap(({ messages }) => messages)[0];
  const words = said?.value ?? failure?.message ?? text ?? response?.body ?? '';
  const status = reading.status === undefined ? '' : String(reading.status);
  const what = failure ? 'message' : 'status and message';
  const isWhole = failure ? words !== '' : status !== '' && (words.trim() !== '' || (response?.headers.length ?? 0) > 0);
  return {
    what,
    ...(isWhole && { found: { where: said?.where ?? (response ? 'response' : 'text'), value: `${status} ${words}`.trim() } }),
    how: CURL_I,
  };
}
