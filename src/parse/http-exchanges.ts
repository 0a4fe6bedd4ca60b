/** From HTTP messages to exchanges: each response with its request, and what curl wrote around them taken off. */
import { header, type HttpRequest, type HttpResponse, type RawExchange } from '../model/exchange.ts';
import { curlExit } from './curl-failure.ts';
import { codingsOf, contentLength, isGarbled } from './http-body.ts';
import { parseHttpMessages, requestUrl, type HttpMessage, type RequestLine, type StatusLine } from './http-head.ts';
import { redirectWarnings } from './http-redirects.ts';

type Message<Start> = HttpMessage & { start: Start };

/** A stretch of text that holds messages: where it starts, and what is known of it. */
export type Printed = {
  text: string;
  /** The first line's number in the input, from 1. */
  line: number;
  /** The capture's id. */
  shape: string;
  /** The request that the first response answers, where it is known from elsewhere. */
  commanded?: HttpRequest;
  /** What stands before the stretch, for the fence of a Markdown block around it all. */
  around?: string;
};

const isResponse = (message: HttpMessage | undefined): message is Message<StatusLine> => message !== undefined && 'status' in message.start;

/** Interim responses (RFC 9110 §15.2), and a proxy's word that its tunnel stands (§9.3.6), answer nothing by themselves. */
function isPreamble(
  { start, headers, body }: Message<StatusLine>,
  next: HttpMessage | undefined,
  pending: HttpMessage | undefined,
): boolean {
  if (!next) return false;
  if (start.status < 200 && start.status !== 101) return true;
  if (start.status > 299 || body !== '') return false;
  if (pending) return 'method' in pending.start && pending.start.method === 'CONNECT';
  return (
    isResponse(next) &&
    (/^connection established$/i.test(start.reason ?? '') || headers.every(({ name }) => /^(?:proxy-|via$|connection$)/i.test(name)))
  );
}

function requestOf({ start, headers, body }: Message<RequestLine>): HttpRequest {
  const url = requestUrl(start, headers);
  return { method: start.method, ...(url !== undefined && { url }), headers, ...(body !== '' && { body }) };
}

function responseOf({ start, headers, body, truncated }: Message<StatusLine>): HttpResponse {
  return { ...start, headers, ...(body !== '' && { body }), ...(truncated && { truncated }) };
}

/** The request that curl sends after a redirect: another host gets no credentials, and a POST may become a GET (RFC 9110 §15.4). */
function redirected(request: HttpRequest, { status, headers }: HttpResponse): HttpRequest | undefined {
  const location = header(headers, 'location');
  if (request.url === undefined || location === undefined || !URL.canParse(location, request.url)) return undefined;
  const [from, to] = [new URL(request.url), new URL(location, request.url)];
  const keepsBody = status > 303 || !['POST', 'PUT', 'PATCH'].includes(request.method);
  const lost = [...(from.host === to.host ? [] : ['authorization', 'cookie']), ...(keepsBody ? [] : ['content-type', 'content-length'])];
  const { body, send } = request;
  return {
    method: keepsBody ? request.method : 'GET',
    url: to.href,
    headers: request.headers.filter(({ name }) => !lost.includes(name.toLowerCase())),
    ...(keepsBody && body !== undefined && { body }),
    ...(send && { send }),
  };
}

/** Pairs each response with the request before it, or with the command that was answered. */
function pair(messages: readonly HttpMessage[], { commanded, line: firstLine, shape }: Printed): RawExchange[] {
  const exchanges: RawExchange[] = [];
  let pending: Message<RequestLine> | undefined;
  let expected = commanded;
  const add = (message: HttpMessage, request: HttpRequest | undefined, response?: HttpResponse): void => {
    const source = { shape, line: firstLine + message.line - 1 };
    exchanges.push({ source, ...(request && { request }), ...(response && { response }) });
  };
  for (const [i, message] of messages.entries()) {
    if (!isResponse(message)) {
      if (pending) add(pending, requestOf(pending));
      pending = message as Message<RequestLine>;
      continue;
    }
    if (isPreamble(message, messages[i + 1], pending)) {
      if (message.start.status >= 200) pending = undefined;
      // On the wire, a body that waited for 100 (Continue) comes behind it.
      else if (pending?.body === '') pending = { ...pending, body: message.body };
      continue;
    }
    const request = pending ? requestOf(pending) : expected;
    const response = responseOf(message);
    add(pending ?? message, request, response);
    pending = undefined;
    expected = request && response.status > 300 && response.status < 400 ? redirected(request, response) : undefined;
  }
  if (pending) add(pending, requestOf(pending));
  return exchanges;
}

/** Takes off what is no part of the last body: curl's own last line, and the fence of a Markdown block around it all. */
function cleanLast(messages: HttpMessage[], before: string, warnings: string[]): void {
  const last = messages.at(-1)!;
  const fence = /(?:^|\n)```/.test(before) ? last.body.search(/(?:^|\n)```/) : -1;
  if (fence >= 0) last.body = last.body.slice(0, fence);
  const at = Math.max(0, last.body.length - 2000);
  const exit = /(?:^|\n)(curl: \(\d{1,3}\)[^\n]*)\s*$/.exec(last.body.slice(at));
  if (!exit) return;
  last.body = last.body.slice(0, at + exit.index);
  const { code, message } = curlExit(exit[1]!)!;
  if ([16, 18, 28, 56, 92].includes(code)) last.truncated = true;
  warnings.push(`curl ended with: ${message}`);
}

/** What the last message lacks, in a sentence; undefined where it is whole as far as it says. */
function lackOf({ start, headers, body, endsInHead, line }: HttpMessage, asked: HttpRequest | undefined, at: number): string | undefined {
  const place = `on line ${at + line - 1}`;
  if (!('status' in start)) return `The input ends before the response to the request ${place}.`;
  const length = contentLength(headers);
  const hasNone = length === 0 || start.status < 200 || start.status === 204 || start.status === 304 || asked?.method === 'CONNECT';
  if (hasNone) return undefined;
  if (body === '' && length !== undefined)
    return `The response ${place} comes without its body (${length} ${length === 1 ? 'byte' : 'bytes'}): curl -i shows it.`;
  return endsInHead ? `The input ends in the head of the response ${place}: what follows it is missing.` : undefined;
}

/** The same exchanges without the bodies that are still compressed, each of which is told in `warnings`. */
export function readableBodies(exchanges: readonly RawExchange[], warnings: string[]): RawExchange[] {
  return exchanges.map((exchange) => {
    const { response } = exchange;
    const codings = codingsOf(response?.headers ?? []);
    if (response?.body === undefined || codings.length === 0 || !isGarbled(response.body)) return exchange;
    warnings.push(
      `The body of the response is compressed (${codings.join(', ').slice(0, 60)}) and could not be decoded: curl --compressed shows it.`,
    );
    const { body: _body, ...rest } = response;
    return { ...exchange, response: rest };
  });
}

/** The exchanges of a stretch of text, [] where it holds no message; what did not count goes to `warnings`. */
export function exchangesIn(printed: Printed, warnings: string[]): RawExchange[] {
  const { messages, before } = parseHttpMessages(printed.text);
  if (messages.length === 0) return [];
  cleanLast(messages, (printed.around ?? '') + before, warnings);
  const lines = before.split('\n').filter((words) => words.trim() !== '' && !words.startsWith('```')).length;
  if (lines > 0) {
    const at = printed.line + messages[0]!.line - 1;
    warnings.push(`${lines === 1 ? 'A line' : `${lines} lines`} before the HTTP message on line ${at} did not count.`);
  }
  const exchanges = readableBodies(pair(messages, printed), warnings);
  const lack = lackOf(messages.at(-1)!, exchanges.at(-1)?.request, printed.line);
  if (lack !== undefined) warnings.push(lack);
  warnings.push(...redirectWarnings(exchanges));
  return exchanges;
}
