/** Sending: the one place that touches the network, and where a secret's value stands in a request. */
import { setMaxListeners } from 'node:events';
import type { Dispatcher } from 'undici';
import { header, type HttpRequest, type HttpResponse, type SendOptions } from '../../model/exchange.ts';
import type { Replay } from '../../model/evidence.ts';
import { Secret } from '../../model/secret.ts';
import { isSecretName } from '../../parse/seal.ts';
import { expiryAfter } from './expiry.ts';
import { failureOf } from './failure.ts';
import { decoded, holdsMask, hostOf, masker, reveal, unresolvedMask } from './masks.ts';
import { nextHop, type Hop } from './redirect.ts';
import { dispatcherFor, headersOf, keptFor, proxyFor, readBody, sendHop, type Connections, type Environment } from './wire.ts';

export type SendSettings = {
  /** The hosts that may receive what the masks stand for, with the port where it is not the scheme's own. */
  credentialHosts: readonly string[];
  /** Header fields that carry a credential, whatever they look like: the vendor's key header. */
  credentialHeaders?: readonly string[];
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are looked up. */
  environment?: Environment;
  /** For the whole call, redirects included; the request's own `timeoutSeconds` goes first. Default 10. */
  timeoutSeconds?: number;
  /** Ends the call before its time. */
  signal?: AbortSignal;
  /** Bytes of a decoded response body that are read. Default 4 MiB. */
  maxBytes?: number;
  /** Connections to use where no proxy is in between; without them the call has one of its own. */
  connections?: Connections;
  /** Origins that are served elsewhere, by the demo and in tests: {"https://openrouter.ai": "http://127.0.0.1:8402"}. */
  origins?: Readonly<Record<string, string>>;
};

const MAX_REDIRECTS = 10;
/** Timers count milliseconds in 31 bits. */
const LONGEST_SECONDS = 2 ** 31 / 1000 - 1;

/**
 * Sends a request, its masks replaced by what they stand for, and gives the response or the failure, with masks in place of
 * every credential again. It never rejects. A request with masks for a host that is not in `credentialHosts` is not sent.
 * Redirects are followed only where the request says so (curl's -L), at most 10, and credentials stay behind (`nextHop`).
 */
export async function send(request: HttpRequest, secrets: readonly Secret[], settings: SendSettings): Promise<Replay> {
  const refusal = refusalOf(request, secrets, settings);
  if (refusal) return { failure: { kind: 'other', message: refusal } };
  const url = new URL(reveal(request.url ?? '', secrets));
  const basic = basicOf(url, request, secrets);
  const mask = masker(basic ? [...secrets, basic] : secrets);
  const first = firstHop(url, basic, request, secrets, settings);
  const { proxy, ...options } = request.send ?? {};
  const sent = await follow(
    first,
    { ...options, ...(proxy !== undefined && { proxy: reveal(proxy, secrets) }) },
    settings,
    (text) => mask(text) !== text,
  );
  return 'failure' in sent
    ? { failure: { ...sent.failure, message: mask(sent.failure.message) } }
    : { response: masked(sent.response, mask) };
}

function refusalOf(request: HttpRequest, secrets: readonly Secret[], { credentialHosts }: SendSettings): string | undefined {
  const unresolved = unresolvedMask(request, secrets);
  if (unresolved) return `what ${unresolved} stands for is not known`;
  const host = hostOf(request.url, secrets);
  if (!request.url || host === undefined) return 'the request has no http or https URL that can be called';
  const hasMasks = [request.url, request.body ?? '', ...request.headers.map(({ value }) => value)].some((text) => holdsMask(text, secrets));
  if (hasMasks && !credentialHosts.includes(host)) return `${host} may not receive the credentials of this call`;
  // A value that is no part of a URL's syntax here could make it lead elsewhere.
  const revealed = reveal(request.url, secrets);
  if (!URL.canParse(revealed) || new URL(revealed).host !== host) return 'the URL cannot be read with its credentials in place';
  return undefined;
}

/** User and password in a URL, as the Basic credential (RFC 7617) that curl makes of them; a field of the request goes before. */
function basicOf({ username, password }: URL, { url, headers }: HttpRequest, secrets: readonly Secret[]): Secret | undefined {
  if (username + password === '' || header(headers, 'authorization') !== undefined) return undefined;
  const inUrl = secrets.find(({ mask }) => url?.includes(mask));
  const value = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
  return new Secret('password', inUrl?.mask ?? '[password]', value);
}

function firstHop(
  asked: URL,
  basic: Secret | undefined,
  request: HttpRequest,
  secrets: readonly Secret[],
  { credentialHeaders = [] }: SendSettings,
): Hop {
  const url = new URL(asked);
  url.username = '';
  url.password = '';
  const always = new Set(['authorization', 'cookie', ...credentialHeaders].map((name) => name.toLowerCase()));
  const headers = request.headers.map(({ name, value }) => ({
    name,
    value: reveal(value, secrets),
    secret: always.has(name.toLowerCase()) || isSecretName(name) || holdsMask(value, secrets),
  }));
  if (basic) headers.push({ name: 'Authorization', value: `Basic ${basic.reveal()}`, secret: true });
  return {
    method: request.method,
    url,
    headers,
    ...(request.body !== undefined && { body: reveal(request.body, secrets) }),
    secretBody: request.body !== undefined && holdsMask(request.body, secrets),
  };
}

type Trip = {
  undici: typeof import('undici');
  options: SendOptions;
  environment: Environment;
  seconds: number;
  signal: AbortSignal;
  connections?: Connections;
};

async function follow(first: Hop, options: SendOptions, settings: SendSettings, holdsSecret: (text: string) => boolean): Promise<Replay> {
  const { environment = {}, maxBytes = 4 * 2 ** 20, origins = {} } = settings;
  const seconds = Math.min(options.timeoutSeconds || settings.timeoutSeconds || 10, LONGEST_SECONDS);
  const undici = await import('undici');
  const expiry = expiryAfter(seconds * 1000);
  const signal = settings.signal ? AbortSignal.any([expiry, settings.signal]) : expiry;
  // Each hop listens to it, twice; Node would take that for a leak.
  setMaxListeners(2 * MAX_REDIRECTS + 2, signal);
  const { connections } = settings;
  const trip: Trip = { undici, options, environment, seconds, signal, ...(connections && { connections }) };

  const visit = async (hop: Hop, redirects: number): Promise<Replay> => {
    const next = await askAt(hop, origins[hop.url.origin], trip, async (head): Promise<Replay | Hop> => {
      const headers = headersOf(head);
      const location = header(headers, 'location');
      const redirected = options.followRedirects && nextHop(hop, { status: head.statusCode, ...(location && { location }) }, holdsSecret);
      if (redirected) return redirected;
      const body = await readBody(head.body, header(headers, 'content-encoding') ?? '', maxBytes);
      return { response: { status: head.statusCode, ...(head.statusText && { reason: head.statusText }), headers, ...body } };
    });
    if (!('url' in next)) return next;
    if (redirects === MAX_REDIRECTS) return { failure: { kind: 'other', message: `more than ${MAX_REDIRECTS} redirects` } };
    return visit(next, redirects + 1);
  };
  return visit(first, 0);
}

/** Sends one hop, at the origin that serves it instead where there is one, and lets `use` read the response. */
async function askAt<T>(
  hop: Hop,
  instead: string | undefined,
  trip: Trip,
  use: (head: Dispatcher.ResponseData) => Promise<T>,
): Promise<T | Replay> {
  const { undici, options, environment, seconds, signal, connections } = trip;
  const proxy = instead === undefined ? proxyFor(hop.url, options, environment) : undefined;
  if (proxy && 'kind' in proxy) return { failure: proxy };
  const kept = proxy ? undefined : connections;
  let dispatcher: Dispatcher | undefined;
  try {
    const target = instead === undefined ? hop.url : new URL(`${hop.url.pathname}${hop.url.search}`, instead);
    dispatcher = kept
      ? keptFor(undici, target.origin, options, kept)
      : dispatcherFor(undici, target.origin, proxy, options, environment, seconds * 1000);
    return await use(await sendHop(undici, hop, target, dispatcher, signal));
  } catch (error) {
    const failure = failureOf(error, proxy);
    return { failure: failure.kind === 'timeout' ? { ...failure, message: `no answer within ${seconds} s` } : failure };
  } finally {
    if (!kept) await dispatcher?.destroy();
  }
}

function masked(response: HttpResponse, mask: (text: string, cut?: boolean) => string): HttpResponse {
  const { status, reason, headers, body, truncated } = response;
  return {
    status,
    ...(reason !== undefined && { reason: mask(reason) }),
    headers: headers.map(({ name, value }) => ({ name: mask(name), value: mask(value) })),
    ...(body !== undefined && { body: mask(body, truncated) }),
    ...(truncated && { truncated }),
  };
}
