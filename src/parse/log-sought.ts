/** By what a failure is known again in a log: its status, its vendor, its codes and words. */
import type { Exchange } from '../model/exchange.ts';
import type { Provider } from '../model/provider.ts';
import { membersOf } from './json-lines.ts';
import { strictJson } from './loose-json.ts';

export type Sought = {
  status?: number;
  /** The call that is looked for got no response. */
  noAnswer?: boolean;
  /** Whatever names the vendor in a line, in lower case: hosts, and names as whole words. */
  hosts: string[];
  names?: RegExp;
  /** The path that was called, where it is more than "/". */
  path?: string;
  /** Codes and beginnings of messages, in lower case. */
  words: string[];
};

const CODES = new Set('code type error_code errorcode error_type errortype reason status __type'.split(' '));
const TEXTS = new Set('message error detail title error_description errormessage msg'.split(' '));

/** A code that is no common word: "insufficient_quota", "RESOURCE_EXHAUSTED", "ThrottlingException". */
const isCode = (text: string): boolean =>
  text.length <= 80 && /^[A-Za-z][\w.-]{5,}$/.test(text) && /[_-]|[a-z][A-Z]|^[A-Z_]{8,}$/.test(text);

/** So much of a message as is likely to stand in a log as it is: up to a number, a quote or an id. */
function startOf(message: string): string | undefined {
  const start = message
    .split(/[\n"'`\d[{(]/, 1)[0]!
    .trim()
    .slice(0, 60);
  return start.length >= 16 ? start : undefined;
}

function wordsIn(value: unknown, into: Set<string>, depth = 0): void {
  if (depth > 4 || into.size >= 12) return;
  const members = Array.isArray(value) ? Object.fromEntries(value.slice(0, 5).entries()) : membersOf(value);
  for (const [name, member] of Object.entries(members).slice(0, 50)) {
    const key = name.toLowerCase();
    if (typeof member !== 'string') wordsIn(member, into, depth + 1);
    else if (CODES.has(key) && isCode(member)) into.add(member.toLowerCase());
    else if (TEXTS.has(key)) {
      const start = isCode(member) ? member : startOf(member);
      if (start !== undefined) into.add(start.toLowerCase());
    }
  }
}

/** Codes and words that many errors share, whoever sends them. */
const COMMON = new Set([
  'invalid_request_error',
  'api_error',
  'internal_error',
  'internal server error',
  'too many requests',
  'payment required',
]);

/** The words by which the failure of an exchange is known again. */
export function errorWords({ response, failure, text }: Exchange): string[] {
  const words = new Set<string>();
  if (response?.body !== undefined) wordsIn(strictJson(response.body.slice(0, 262_144)), words);
  for (const [code] of (text ?? '').slice(0, 20_000).matchAll(/\b[a-z]{3,30}(?:_[a-z]{2,30}){1,5}\b/g)) {
    if (words.size < 12 && isCode(code)) words.add(code);
  }
  if (failure) {
    const code = /\b(?:E[A-Z]{5,20}|UND_ERR_\w{3,40}|ERR_\w{3,40})\b/.exec(failure.message)?.[0];
    if (code !== undefined) words.add(code.toLowerCase());
  }
  return [...words].filter((word) => !COMMON.has(word));
}

/** A host and a path, where a text is an absolute URL. */
export function placeOf(url: string | undefined): { host?: string; path?: string } {
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:@[\]]{1,253})(?::\d{1,5})?(\/[^?#\s]*)?/i.exec(url ?? '');
  const path = match?.[2] ?? /^\/[^?#\s]*/.exec(url ?? '')?.[0];
  return { ...(match && { host: match[1]!.toLowerCase() }), ...(path !== undefined && path !== '/' && { path }) };
}

const escaped = (text: string): string => text.replace(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`);

type Known = (Provider & { id: string }) | undefined;

/** What to look for in a log, by the exchange and by the profiles of the vendor and the gateway that were called. */
export function soughtOf(exchange: Exchange, profiles: readonly Known[]): Sought {
  const { host, path } = placeOf(exchange.request?.url ?? exchange.toldUrl);
  const status = exchange.response?.status ?? exchange.toldStatus;
  const known = profiles.filter((profile) => profile !== undefined);
  const hosts = new Set([...(host === undefined ? [] : [host]), ...known.flatMap((profile) => profile.hosts)]);
  const names = known.flatMap(({ id, title, names: own = [] }) => [id, title.toLowerCase(), ...own]).filter((name) => name.length >= 4);
  return {
    ...(status !== undefined && { status }),
    ...(exchange.failure && { noAnswer: true }),
    hosts: [...hosts].map((name) => name.toLowerCase()),
    ...(names.length > 0 && { names: new RegExp(`(?<![\\w.-])(?:${[...new Set(names)].map(escaped).join('|')})(?![\\w-])`) }),
    ...(path !== undefined && path.length >= 4 && !path.includes('[') && { path: path.toLowerCase() }),
    words: errorWords(exchange),
  };
}
