/**
 * Reads HTTP messages as people keep them (RFC 9112, and HTTP/2 and HTTP/3 as tools write them in the form of HTTP/1.1):
 * status lines without a reason phrase, bare LF, folded field lines, several messages in a row, bodies already decoded.
 */
import { header, type HeaderField } from '../model/exchange.ts';
import { chunkReader, contentLength, isCutShort } from './http-body.ts';

export type StatusLine = { version: string; status: number; reason?: string };
export type RequestLine = { version: string; method: string; target: string };

export type HttpMessage = {
  start: StatusLine | RequestLine;
  headers: HeaderField[];
  /** "" where there is none. */
  body: string;
  /** The text ended before the body did. */
  truncated: boolean;
  /** The text ended before the head did: with a field line, and no blank line behind it. */
  endsInHead: boolean;
  /** Of the start line, from 1. */
  line: number;
};

export type HttpMessages = {
  messages: HttpMessage[];
  /** What stands before the first message. */
  before: string;
};

/** A place in the text: its offset, the bytes of UTF-8 before it, and how many of the line ends before it have a CR, or none. */
type Place = { offset: number; byte: number; crlf: number; lf: number };

/**
 * A place where a message may start. `sure`: a field line follows, and nothing before it makes it a quotation; the others
 * are messages only where something else says so.
 */
type Candidate = Place & { start: StatusLine | RequestLine; sure: boolean; line: number };

/** Lengths as they were sent, if the text is as it was sent, if its line ends were given a CR, and if they lost it. */
const MEASURES: ((place: Place) => number)[] = [({ byte }) => byte, ({ byte, crlf }) => byte - crlf, ({ byte, lf }) => byte + lf];

const MAX_LINE = 65_536;
/** What stands before a status line that a text quotes. */
const QUOTES = /[\s"'`(/:,]/;
const FIELD_LINE = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]{1,256})[ \t]*:[ \t]*(.*)$/s;
const FIELD_NAME = /^[A-Za-z][\w-]{0,255}$/;
const PSEUDO_FIELD = /^:(authority|method|path|scheme|status)[ \t]*:?[ \t]*(.*)$/s;

/** A status line (RFC 9112 §4): "HTTP/1.1 402 Payment Required", "HTTP/2 402". */
export function statusLine(line: string): StatusLine | undefined {
  const match = /^HTTP\/(\d(?:\.\d)?)[ \t]+([1-9]\d\d)(?:[ \t]+(.*))?$/s.exec(line.slice(0, MAX_LINE));
  if (!match) return undefined;
  const reason = match[3]?.trim();
  return { version: match[1]!, status: Number(match[2]), ...(reason && { reason }) };
}

/** A request line (RFC 9112 §3): "POST /v1/chat/completions HTTP/1.1". */
export function requestLine(line: string): RequestLine | undefined {
  const match = /^([A-Za-z][A-Za-z-]{1,24}) (\S+) HTTP\/(\d(?:\.\d)?)[ \t]*$/.exec(line.slice(0, MAX_LINE));
  return match ? { method: match[1]!, target: match[2]!, version: match[3]! } : undefined;
}

/**
 * Adds a line of a head to its header fields: a field line, or the rest of the one before (obs-fold, RFC 9112 §5.2). Of the
 * pseudo-header fields (RFC 9113 §8.3) `:authority` becomes Host, and the others say what the start line says. Returns false
 * where the line belongs to no head.
 */
export function addFieldLine(headers: HeaderField[], line: string): boolean {
  const text = line.slice(0, MAX_LINE);
  const field = FIELD_LINE.exec(text);
  if (field) {
    headers.push({ name: field[1]!, value: field[2]!.trimEnd() });
    return true;
  }
  const pseudo = PSEUDO_FIELD.exec(text);
  if (pseudo) {
    if (pseudo[1] === 'authority' && header(headers, 'host') === undefined) headers.push({ name: 'Host', value: pseudo[2]!.trim() });
    return true;
  }
  const last = headers.at(-1);
  if (!last || !/^[ \t]+\S/.test(text)) return false;
  last.value = last.value === '' ? text.trim() : `${last.value} ${text.trim()}`;
  return true;
}

/**
 * The URL of a request as its request target and Host field tell it (RFC 9112 §3.3); undefined where neither names a host.
 * The scheme is in no head: https is assumed, except for a host of this machine.
 */
export function requestUrl(
  { method, target }: RequestLine,
  headers: readonly HeaderField[],
  scheme?: 'http' | 'https',
): string | undefined {
  if (/^https?:\/\//i.test(target)) return target;
  const authority = method === 'CONNECT' ? target.replace(/:443$/, '') : header(headers, 'host');
  if (!authority || /[\s/?#@]/.test(authority)) return undefined;
  const local = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$|:80$/.test(authority);
  const path = target.startsWith('/') && method !== 'CONNECT' ? target : '/';
  return `${scheme ?? (local ? 'http' : 'https')}://${authority}${path}`;
}

/** Whether a text starts with a message, blank lines aside. */
export function startsWithMessage(text: string): boolean {
  const first = /\S[^\n]*/.exec(text.slice(0, MAX_LINE))?.[0].trimEnd() ?? '';
  return statusLine(first) !== undefined || requestLine(first) !== undefined;
}

/**
 * The messages of a text, in order. A body ends where its Content-Length says, if a message or the text's end is there, and
 * otherwise at the next line that starts a message: a start line before a field line, so that a status line quoted in a
 * body is left in it. A chunked body that still has its framing loses it (RFC 9112 §7.1). Time and space are linear.
 */
export function parseHttpMessages(text: string): HttpMessages {
  const blankStart = text.length - text.trimStart().length;
  const places = placesOf(text);
  const candidates = candidatesOf(text, blankStart, places);
  const contentEnd = places(text.trimEnd().length);
  const textEnd = places(text.length);
  const first = candidates.findIndex(({ sure, offset }) => sure || offset === blankStart);
  if (first < 0) return { messages: [], before: text };

  const chunkedAt = chunkReader(text);
  const lastSure = candidates.findLastIndex(({ sure }) => sure);
  type Body = { body: string; truncated: boolean; next: number };

  const chunkedBody = (headers: readonly HeaderField[], i: number, at: Place): Body | undefined => {
    const chunked = chunkedAt(headers, at.byte, lastSure <= i);
    return chunked && { ...chunked, next: firstAtOrAfter(candidates, i + 1, ({ byte }) => byte, chunked.end) };
  };
  const measuredBody = (headers: readonly HeaderField[], i: number, at: Place): Body | undefined => {
    const length = contentLength(headers);
    const found = length === undefined ? undefined : exactEnd(text, candidates, i + 1, at, length, contentEnd, textEnd);
    return found && { body: text.slice(at.offset, found.end), truncated: false, next: found.next };
  };
  const openBody = (headers: readonly HeaderField[], i: number, { offset }: Place): Body => {
    let next = i + 1;
    const isRequest = 'method' in candidates[i]!.start;
    const goesOn = ({ sure, start, offset: at }: Candidate): boolean =>
      !sure && !(isRequest && 'status' in start) && !isBlank(text, offset, at);
    while (next < candidates.length && goesOn(candidates[next]!)) next += 1;
    if (next < candidates.length)
      return { body: text.slice(offset, candidates[next]!.offset).replace(/[\r\n]{1,8}$/, ''), truncated: false, next };
    const body = text.slice(offset);
    return { body, truncated: isCutShort(body, headers), next };
  };

  const messages: HttpMessage[] = [];
  for (let i = first; i < candidates.length;) {
    const { start, line, ...at } = candidates[i]!;
    const head = readHead(text, at.offset);
    const bodyAt = placesOf(text, at)(head.end);
    const { body, truncated, next } =
      chunkedBody(head.headers, i, bodyAt) ?? measuredBody(head.headers, i, bodyAt) ?? openBody(head.headers, i, bodyAt);
    messages.push({ start, headers: head.headers, body: body.trim() === '' ? '' : body, truncated, endsInHead: head.isOpen, line });
    i = next;
  }
  return { messages, before: text.slice(0, candidates[first]!.offset) };
}

/** Gives the place of each offset; the offsets must come in ascending order, so that the text is counted once. */
function placesOf(text: string, from: Place = { offset: 0, byte: 0, crlf: 0, lf: 0 }): (offset: number) => Place {
  let { offset: counted, byte, crlf, lf } = from;
  return (offset) => {
    const part = text.slice(counted, offset);
    byte += Buffer.byteLength(part);
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) {
      if (text[counted + at - 1] === '\r') crlf += 1;
      else lf += 1;
    }
    counted = offset;
    return { offset, byte, crlf, lf };
  };
}

/** Every place of the text where a message may start, found in one pass. */
function candidatesOf(text: string, blankStart: number, placeAt: (offset: number) => Place): Candidate[] {
  const candidates: Candidate[] = [];
  for (let at = 0, line = 1; at < text.length; line += 1) {
    const lineBreak = text.indexOf('\n', at);
    const end = lineBreak < 0 ? text.length : lineBreak;
    const content = lineAt(text, at);
    const inside = content.lastIndexOf('HTTP/');
    if (inside >= 0) {
      const next = lineAt(text, end + 1);
      const sure = addFieldLine([], next);
      const start = statusLine(content) ?? requestLine(content);
      // curl writes no line break after a body, so the next status line may stand right behind it.
      const behind = !start && inside > 0 && sure ? statusLine(content.slice(inside)) : undefined;
      const isCut = FIELD_NAME.test(next) && !text.includes('\n', end + 1);
      if (start && (sure || next.trim() === '' || isCut || at === blankStart)) candidates.push({ ...placeAt(at), start, sure, line });
      else if (behind) candidates.push({ ...placeAt(at + inside), start: behind, sure: !QUOTES.test(content[inside - 1]!), line });
    }
    at = end + 1;
  }
  return candidates;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  const line = text.slice(at, end < 0 ? text.length : end);
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

const isBlank = (text: string, from: number, to: number): boolean => to - from < 64 && text.slice(from, to).trim() === '';

/**
 * The header fields of a message, and the offset at which its body starts: after a blank line, or at a line of no head.
 * `isOpen`: neither came before the text ended, or its last line may be the start of a field's name.
 */
function readHead(text: string, start: number): { headers: HeaderField[]; end: number; isOpen: boolean } {
  const headers: HeaderField[] = [];
  let at = text.indexOf('\n', start) + 1;
  while (at > 0 && at < text.length) {
    const line = lineAt(text, at);
    const lineBreak = text.indexOf('\n', at);
    const next = lineBreak < 0 ? text.length : lineBreak + 1;
    if (line.trim() === '') return { headers, end: next, isOpen: false };
    if (!addFieldLine(headers, line)) return { headers, end: at, isOpen: lineBreak < 0 && FIELD_NAME.test(line) };
    at = next;
  }
  return { headers, end: text.length, isOpen: true };
}

/**
 * Where a body of that length ends, if a message or nothing but blank lines follows there, and which candidate is the next
 * message; undefined where the length does not fit the text.
 */
function exactEnd(
  text: string,
  candidates: readonly Candidate[],
  from: number,
  body: Place,
  length: number,
  contentEnd: Place,
  textEnd: Place,
): { end: number; next: number } | undefined {
  for (const measure of MEASURES) {
    const target = measure(body) + length;
    if (target >= measure(contentEnd) && target <= measure(textEnd)) return { end: text.length, next: candidates.length };
    const next = firstAtOrAfter(candidates, from, measure, target);
    const found = candidates[next];
    const surplus = found ? measure(found) - target : Infinity;
    if (!found || surplus > 8 || text.slice(found.offset - surplus, found.offset).trim() !== '') continue;
    return { end: found.offset - surplus, next };
  }
  return undefined;
}

function firstAtOrAfter(candidates: readonly Candidate[], from: number, measure: (place: Place) => number, target: number): number {
  let low = from;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (measure(candidates[middle]!) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}
