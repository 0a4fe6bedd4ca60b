import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import { header, type HeaderField, type HttpRequest, type RawExchange } from '../model/exchange.ts';
import { exchangesIn } from '../parse/http-exchanges.ts';
import { statusLine } from '../parse/http-head.ts';
import { basic } from '../parse/request-parts.ts';
import { fill, unknownWarning, type Variables } from '../parse/templates.ts';

const METHODS = 'GET|HEAD|POST|PUT|DELETE|CONNECT|PATCH|OPTIONS|TRACE|QUERY';
/** A request line: a method and a target, or a URL alone, which is a GET; the version is mostly left out. */
const REQUEST_LINE = new RegExp(
  String.raw`^(?:(${METHODS})[ \t]{1,8})?((?:https?:\/\/|\{\{|(?<=[ \t])[/*]|(?<=[ \t])[\w.-]{1,253}(?::\d{1,5})?(?:\/|$)).*)$`,
);
const VERSION = /[ \t]{1,8}HTTP\/\d(?:\.\d)?$/;
const VARIABLE = /^@([\w.-]{1,100})[ \t]*=[ \t]*(.*)$/;
const SEPARATOR = /^###/;
const COMMENT = /^(?:#(?!##)|\/\/)/;
const FIELD = /^([!#$%&'*+\-.^_`|~\w]{1,256})[ \t]*:[ \t]*(.*)$/;
const MAX_REQUESTS = 5000;

/** The method and the target of a request line; undefined where the line is none. */
function requestLineOf(line: string): { method?: string; target: string } | undefined {
  const match = REQUEST_LINE.exec(line.slice(0, 16_384).trimEnd());
  if (!match) return undefined;
  return { ...(match[1] !== undefined && { method: match[1] }), target: match[2]!.replace(VERSION, '').trim() };
}

/** From one separator to the next; `line` is the number of its first line, from 1. */
type Section = { lines: string[]; line: number };

function sectionsOf(text: string): Section[] {
  const sections: Section[] = [{ lines: [], line: 1 }];
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (SEPARATOR.test(line)) sections.push({ lines: [], line: i + 2 });
    else sections.at(-1)!.lines.push(line);
  }
  return sections;
}

/** Variables count in the whole file, wherever they stand. */
function variablesOf(sections: readonly Section[]): Variables {
  const values = new Map<string, string>();
  for (const { lines } of sections) {
    for (const line of lines) {
      const match = VARIABLE.exec(line);
      if (match) values.set(match[1]!, match[2]!.trim().replace(/^(["'])(.*)\1$/, '$2'));
      else if (requestLineOf(line)) break;
    }
  }
  return { values, unknown: new Set() };
}

/** The offset of the request line among the lines, behind comments, variables and a script. */
function startOf(lines: readonly string[]): number {
  let inScript = false;
  for (const [i, line] of lines.entries()) {
    if (inScript || /^<\s*\{%/.test(line)) {
      inScript = !/%\}/.test(line);
      continue;
    }
    if (line.trim() === '' || COMMENT.test(line) || VARIABLE.test(line) || /^<\s/.test(line)) continue;
    return requestLineOf(line) ? i : -1;
  }
  return -1;
}

type Read = { request: HttpRequest; /** Index of the first line that is no part of the request. */ end: number };

function requestOf({ lines }: Section, from: number, variables: Variables, warnings: string[]): Read {
  const { method = 'GET', target: first } = requestLineOf(lines[from]!)!;
  let target = first;
  let at = from + 1;
  // A long query goes on over further lines.
  for (; at < lines.length && /^[ \t]*[?&]/.test(lines[at]!); at += 1) target += lines[at]!.trim();
  const headers: HeaderField[] = [];
  for (; at < lines.length && lines[at]!.trim() !== ''; at += 1) {
    const line = lines[at]!;
    if (statusLine(line)) break;
    if (COMMENT.test(line)) continue;
    const field = FIELD.exec(line.slice(0, 16_384));
    if (!field) break;
    headers.push({ name: field[1]!, value: authorization(field[1]!, fill(field[2]!.trimEnd(), variables)) });
  }
  const bodyFrom = lines[at]?.trim() === '' ? at + 1 : at;
  let end = bodyFrom;
  while (end < lines.length && !statusLine(lines[end]!) && !/^(?:>|<>)(?:>!?)?\s/.test(lines[end]!)) end += 1;
  const written = lines.slice(bodyFrom, end);
  const isForm = /^application\/x-www-form-urlencoded/i.test(header(headers, 'content-type') ?? '');
  const file = written.find((line) => /^<@?(?:[ \t]|\w+ )/.test(line));
  let body: string | undefined = written.join('\n').trimEnd();
  if (isForm) body = body.replace(/\n[ \t]*(?=&)/g, '');
  if (file !== undefined) {
    warnings.push(`What the body's file (${file.replace(/^<@?\s*/, '').slice(0, 100)}) holds is not known here.`);
    body = undefined;
  }
  const url = urlOf(fill(target, variables), headers);
  return {
    request: {
      method,
      ...(url !== undefined && { url }),
      headers,
      ...(body !== undefined && body !== '' && { body: fill(body, variables) }),
    },
    end,
  };
}

/** The editors take `Basic user password` and `Basic user:password`, and encode it. */
function authorization(name: string, value: string): string {
  if (name.toLowerCase() !== 'authorization') return value;
  const match = /^Basic[ \t]+(?:([^\s:]+):(\S*)|(\S+)[ \t]+(\S+))$/i.exec(value);
  return match ? basic(match[1] ?? match[3]!, match[2] ?? match[4]!) : value;
}

function urlOf(target: string, headers: readonly HeaderField[]): string | undefined {
  const host = header(headers, 'host');
  const url = target.startsWith('/') ? (host === undefined ? undefined : `https://${host}${target}`) : target;
  return url === undefined || /^(?:[a-z][a-z\d+.-]*:\/\/|\{\{)/i.test(url) ? url : `http://${url}`;
}

export default {
  title: 'A file of HTTP requests for an editor',
  madeBy: 'the REST Client of VS Code, the HTTP Client of IntelliJ, .http and .rest files',
  recognise(text) {
    const sections = sectionsOf(text.slice(0, 65_536).replace(/^\ufeff/, ''));
    const requests = sections.map(({ lines }) => ({ lines, at: startOf(lines) })).filter(({ at }) => at >= 0);
    const first = requests[0];
    if (!first) return 0;
    const line = first.lines[first.at]!;
    const own = sections.length > 1 || first.lines.slice(0, first.at).some((before) => VARIABLE.test(before)) || line.includes('{{');
    if (own) return 0.93;
    // A request line with a whole URL and no version, and then header fields: neither a message nor a log line.
    const next = first.lines[first.at + 1];
    const alone = first.lines.slice(0, first.at).every((before) => before.trim() === '' || COMMENT.test(before));
    return alone &&
      /^[A-Z]+ https?:/.test(line) &&
      !/\sHTTP\/\d/.test(line) &&
      next !== undefined &&
      FIELD.test(next) &&
      !/ /.test(line.replace(/^\S+ +/, '').trimEnd())
      ? 0.7
      : 0;
  },
  read(text): Captured {
    const warnings: string[] = [];
    const exchanges: RawExchange[] = [];
    const sections = sectionsOf(text.replace(/^\ufeff/, ''));
    const variables = variablesOf(sections);
    for (const section of sections) {
      if (exchanges.length >= MAX_REQUESTS) break;
      const from = startOf(section.lines);
      const shape = 'http-file';
      if (from < 0) {
        // A section of its own may hold the response that was saved for the request before.
        const response = section.lines.findIndex((line) => statusLine(line) !== undefined);
        if (response >= 0) answer(exchanges, section, response, warnings);
        continue;
      }
      const { request, end } = requestOf(section, from, variables, warnings);
      exchanges.push({ source: { shape, line: section.line + from }, request });
      const response = section.lines.findIndex((line, i) => i >= end && statusLine(line) !== undefined);
      if (response >= 0) answer(exchanges, section, response, warnings);
    }
    if (exchanges.length === 0)
      throw new UnreadableInput('The file holds no HTTP request.', 'A request starts with its method and URL: GET https://…');
    return { exchanges, warnings: [...new Set([...warnings, ...unknownWarning(variables)])] };
  },
} satisfies Capture;

/** Adds the responses that stand from a line on, the first to the request before it. */
function answer(exchanges: RawExchange[], { lines, line }: Section, from: number, warnings: string[]): void {
  const last = exchanges.at(-1);
  const commanded = last && !last.response ? last.request : undefined;
  const text = lines.slice(from).join('\n').trimEnd();
  const found = exchangesIn({ text, line: line + from, shape: 'http-file', ...(commanded && { commanded }) }, warnings);
  const [first, ...more] = found;
  if (commanded && first?.response) last!.response = first.response;
  else if (first) exchanges.push(first);
  exchanges.push(...more);
}
