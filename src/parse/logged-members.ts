/** The HTTP call in the members of a structured log's entry: loggers and clients differ in the names that they give its parts. */
import type { HeaderField, HttpRequest, RawExchange } from '../model/exchange.ts';
import { dumped, membersOf, textOf, type Members } from './json-lines.ts';
import { loggedUrl } from './log-lines.ts';
import { objectsIn } from './loose-json.ts';

const names = (list: string): string[] => list.split(' ');

const STATUS = names(
  'status statusCode status_code StatusCode httpStatus http_status httpStatusCode http_status_code response_code responseStatus response_status errorStatus error_status errorStatusCode http.status_code http.response.status_code http.response.status',
);
const METHOD = names('method Method httpMethod http_method http.method http.request.method request_method requestMethod RequestMethod');
const URLS = names(
  'url uri Url Uri request_url requestUrl http.url url.full url.original endpoint api_base RequestUri request_uri path RequestPath http.target url.path',
);
const HOSTS = names('host Host headers.host headers.Host http.host server_name url.domain');
const BODIES = names('response.data response.body body responseBody response_body data');
const OWN_BODIES = names('response_body responseBody response http.response.body.content');
const IDS = names('request_id requestId x-request-id x_request_id req.id reqId RequestId');

/** By these an object in a message is known as what a server sent. */
const ERROR_MEMBERS = names('error errors message detail code');

/** The member behind a dotted name: of that very name, or one inside the other. */
function member(of: Members, name: string): unknown {
  if (name in of) return of[name];
  const dot = name.indexOf('.');
  return dot < 0 ? undefined : member(membersOf(of[name.slice(0, dot)]), name.slice(dot + 1));
}

function first<Value>(of: readonly string[], read: (name: string) => Value | undefined): Value | undefined {
  for (const name of of) {
    const value = read(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

const firstText = (holder: Members, of: readonly string[]): string | undefined => first(of, (name) => textOf(member(holder, name)));

function asStatus(value: unknown): number | undefined {
  const status = typeof value === 'string' && /^[1-5]\d\d$/.test(value) ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}

/** The status code that one object names as such. */
export const statusMember = (holder: Members): number | undefined => first(STATUS, (name) => asStatus(member(holder, name)));

/** The `code` of an error, where it is the status code of a refusal, as some vendors have it. */
export function codeMember(error: Members): number | undefined {
  const code = asStatus(error['code']);
  return code !== undefined && code >= 400 ? code : undefined;
}

/** The id of the request, as a program or its framework names it. */
export const requestIdMember = (fields: Members): string | undefined => firstText(fields, IDS);

/** Header fields as programs keep them: an object of texts, numbers, or lists of them. */
export function fieldsOf(value: unknown): HeaderField[] {
  return Object.entries(membersOf(value))
    .slice(0, 200)
    .flatMap(([name, values]) =>
      (Array.isArray(values) ? values : [values]).flatMap((one) =>
        typeof one === 'string' || typeof one === 'number' ? [{ name, value: String(one) }] : [],
      ),
    );
}

/** Method and URL as one object tells them; a path is joined to the host that is told beside it. */
function requestIn(holder: Members): { method?: string; url?: string } {
  const method = firstText(holder, METHOD);
  const base = textOf(holder['baseURL']);
  const told = first(URLS, (name) => {
    const text = textOf(member(holder, name));
    return text !== undefined && /^(?:https?:\/\/|\/)\S*$/.test(text) ? text : undefined;
  });
  const url = told?.startsWith('/') && base !== undefined ? base.replace(/\/$/, '') + told : (told ?? base);
  return {
    ...(method !== undefined && /^[A-Za-z]{3,10}$/.test(method) && { method: method.toUpperCase() }),
    ...(url !== undefined && { url: loggedUrl(url, url.startsWith('/') ? firstText(holder, HOSTS) : undefined) }),
  };
}

/** The request that the first of these objects with a method tells of; a URL alone where none names a method. */
export function requestMember(holders: readonly Members[]): Pick<RawExchange, 'request' | 'toldUrl'> {
  let told: Pick<RawExchange, 'request' | 'toldUrl'> = {};
  for (const holder of holders) {
    const { method, url } = requestIn(holder);
    if (method !== undefined) {
      const request: HttpRequest = { method, ...(url !== undefined && { url }), headers: fieldsOf(holder['headers']) };
      return { request };
    }
    if (url !== undefined && !url.startsWith('/') && told.toldUrl === undefined) told = { toldUrl: url };
  }
  return told;
}

const asBody = (value: unknown): string | undefined =>
  typeof value === 'string' ? textOf(value.trim()) : typeof value === 'object' && value !== null ? dumped(value) : undefined;

/** The body that the server sent: a member that is one, or the `error` that an SDK keeps of it. */
export function bodyMember(errors: readonly Members[], answers: readonly Members[], fields: Members): string | undefined {
  for (const error of errors) {
    const body = first(BODIES, (name) => asBody(member(error, name)));
    if (body !== undefined) return body;
    if (typeof error['error'] === 'object' && error['error'] !== null) return dumped({ error: error['error'] });
  }
  for (const answer of answers) {
    // the Elastic Common Schema counts the body's bytes there
    const body = Object.keys(membersOf(answer['body'])).join() === 'bytes' ? undefined : asBody(answer['body'] ?? answer['data']);
    if (body !== undefined) return body;
  }
  return firstText(fields, OWN_BODIES);
}

/** The object of a server's error inside a message, as JSON. */
export function bodyInWords(words: string): string | undefined {
  if (!words.includes('{')) return undefined;
  const found = objectsIn(words.slice(0, 65_536)).find(
    ({ value, truncated }) => !truncated && ERROR_MEMBERS.some((name) => name in membersOf(value)),
  );
  return found && dumped(found.value);
}
