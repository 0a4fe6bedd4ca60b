import type { Capture } from '../model/capture.ts';
import type { HeaderField, NetworkFailure, RawExchange } from '../model/exchange.ts';
import { objectsIn } from '../parse/loose-json.ts';
import { pastedExchange } from '../parse/pasted.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

const STRUCT = /%(Req\.Response|HTTPoison\.Response|Tesla\.Env|Finch\.Response)\{/g;
const FAILED =
  /%(?:Req\.TransportError|HTTPoison\.Error|Mint\.TransportError|Finch\.TransportError)\{[^\n]{0,200}?reason: (?<reason>:\w{1,40}|\{[^\n]{1,400}?\})[^\n}]{0,40}\}?/g;

/** The reasons that Erlang's sockets give, by what they are. */
const KIND_OF: Record<string, NetworkFailure['kind']> = {
  nxdomain: 'dns',
  econnrefused: 'refused',
  econnreset: 'reset',
  closed: 'reset',
  timeout: 'timeout',
  connect_timeout: 'timeout',
  etimedout: 'timeout',
  ehostunreach: 'unreachable',
  enetunreach: 'unreachable',
};

type Members = Record<string, unknown>;
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A term as inspect prints it, in the way of other languages: maps without "%", a list of pairs as a list of lists. */
function asObject(term: string): unknown {
  const [found] = objectsIn(
    term.replace(/%(?:[A-Z][\w.]{0,60})?\{/g, '{').replace(/\{("(?:[^"\\\n]|\\.){0,400}"), ("(?:[^"\\\n]|\\.){0,8000}")\}/g, '[$1, $2]'),
  );
  return found?.value;
}

/** Headers come as a map of lists, or as a list of pairs. */
function headersOf(value: unknown): HeaderField[] {
  const pairs: unknown[] = Array.isArray(value) ? value : isMembers(value) ? Object.entries(value) : [];
  return pairs.flatMap((pair) => {
    const [name, field] = Array.isArray(pair) ? (pair as unknown[]) : [];
    const values = Array.isArray(field) ? (field as unknown[]) : [field];
    return typeof name === 'string' ? values.flatMap((one) => (typeof one === 'string' ? [{ name, value: one }] : [])) : [];
  });
}

function exchangeOf(term: string, line: number): RawExchange | undefined {
  const value = asObject(term.slice(0, 65_536));
  if (!isMembers(value)) return undefined;
  const status = value['status'] ?? value['status_code'];
  if (typeof status !== 'number' || !(status >= 100 && status <= 599)) return undefined;
  const body = typeof value['body'] === 'string' ? value['body'] : isMembers(value['body']) ? JSON.stringify(value['body']) : '';
  const url = value['request_url'] ?? value['url'];
  const method = typeof value['method'] === 'string' ? value['method'].replace(/^:/, '').toUpperCase() : undefined;
  const called = typeof url === 'string' && /^https?:/.test(url) ? url : undefined;
  return {
    source: { shape: 'elixir-response', line },
    ...(method !== undefined && { request: { method, ...(called !== undefined && { url: called }), headers: [] } }),
    ...(method === undefined && called !== undefined && { toldUrl: called }),
    response: { status, headers: headersOf(value['headers']), ...(body !== '' && { body }) },
  };
}

export default {
  title: 'An inspected response of Elixir',
  madeBy: 'Elixir: IO.inspect of what Req, HTTPoison, Tesla or Finch gave',
  recognise: (text) =>
    strengthOf(text, [
      [/%(?:Req|HTTPoison|Finch)\.Response\{|%Tesla\.Env\{/, 0.82],
      [/%(?:Req\.TransportError|HTTPoison\.Error|Mint\.TransportError|Finch\.TransportError)\{/, 0.82],
    ]),
  read(text) {
    const words = printed(text);
    const lineAt = (index: number): number => words.slice(0, index).split('\n').length;
    const starts = [...words.matchAll(STRUCT)].slice(0, 50);
    const answered = starts.flatMap((match, i) => exchangeOf(words.slice(match.index, starts[i + 1]?.index), lineAt(match.index)) ?? []);
    const failed = [...words.matchAll(FAILED)].slice(0, 50).map((match): RawExchange => {
      const reason = match.groups!['reason']!;
      const kind = KIND_OF[reason.replace(/^:/, '')] ?? (/tls|ssl|certificate/.test(reason) ? 'tls' : 'other');
      return { source: { shape: 'elixir-response', line: lineAt(match.index) }, failure: { kind, message: match[0] } };
    });
    const exchanges = [...answered, ...failed].toSorted((a, b) => (a.source.line ?? 0) - (b.source.line ?? 0));
    if (exchanges.length === 0) return { exchanges: [pastedExchange(words, 'elixir-response')], warnings: [] };
    if (exchanges.length === 1) exchanges[0]!.text = words.trim();
    return { exchanges, warnings: [] };
  },
} satisfies Capture;
