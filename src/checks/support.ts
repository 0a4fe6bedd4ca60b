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
    'the model, and the status with its message. For what is missing it says how to get it.',
  judge(facts) {
    if (facts.reading.verdict.cause === 'success') return { outcome: 'skip', says: 'The call went through: there is nothing to report' };
    const wanted = [requestId(facts), time(facts), call(facts), key(facts), model(facts), message(facts)].filter(
      (one) => one !== undefined,
    );
    const missing = wanted.filter(({ found }) => !found);
    const link = linkTo(accountHolder(facts), 'support', 'support');
    const common: Pick<Finding, 'because' | 'link'> = { ...(link && { link }), ...becauseOf(wanted) };
    if (missing.length === 0) return { ...common, outcome: 'pass', says: `All in hand: ${wanted.map(({ what }) => what).join(', ')}` };
    if (missing.length === wanted.length) return { outcome: 'skip', says: 'The input holds nothing that support could trace' };
    return {
      ...common,
      outcome: 'warn',
      says: `Missing: ${missing.map(({ what }) => what).join(', ')}`,
      steps: [...new Set(missing.map(({ how }) => how))],
    };
  },
} satisfies Check;

function becauseOf(wanted: Wanted[]): { because?: Because[] } {
  const because = wanted.flatMap(({ what, found }) => (found ? [{ where: found.where, value: cut(found.value, 160), says: what }] : []));
  return because.length > 0 ? { because } : {};
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
