/** The call that an entry of a structured log tells of: what pino, zap, Serilog and the rest write about one differs by names alone. */
import type { NetworkFailure } from '../model/exchange.ts';
import { dumped, membersOf, textOf, type Members } from './json-lines.ts';
import type { Told } from './log-lines.ts';
import { bodyInWords, bodyMember, codeMember, fieldsOf, requestIdMember, requestMember, statusMember } from './logged-members.ts';
import { calledUrl } from './pasted.ts';
import { toldFailure } from './told-failure.ts';
import { toldStatus } from './told-status.ts';

export type Severity = 'error' | 'warning' | 'fine';

export type LogEntry = {
  shape: string;
  line: number;
  at?: string | undefined;
  severity: Severity;
  message?: string | undefined;
  /** The error that was logged along: an object, a text. */
  errors?: unknown[];
  /** All members of the entry. */
  fields: Members;
};

/** What a level means: the words of all loggers, and the numbers of pino and bunyan (50 is error, 40 is warn). */
export function severityOf(level: unknown): Severity {
  if (typeof level === 'number') return level >= 50 ? 'error' : level >= 40 ? 'warning' : 'fine';
  const word = typeof level === 'string' ? level.trim().slice(0, 12).toLowerCase() : '';
  if (/^(?:e|f|err|eror|error|ftl|fatal|crit|critical|severe|panic|dpanic|alert|emerg|emergency|exception|fail)$/.test(word))
    return 'error';
  return /^(?:w|wrn|warn|warning)$/.test(word) ? 'warning' : 'fine';
}

/** What of a logged error is no word about it: its stack, and what it quotes of the call. */
const NO_WORDS = new Set('stack stacktrace stack_trace config request response headers rawHeaders'.split(' '));

/** Members beside the message that say more of why. */
const REASONS = 'reason detail details description error_description error_type errorType errorCode error_code'.split(' ');

/** Members that hold an error's words at the top of an entry. */
const ERROR_WORDS = 'errorMessage error_message errorMsg error_msg exception.message err.message err.detail'.split(' ');

/** An error in the text of an exchange: as it is, or as JSON. */
function written(error: unknown): string {
  if (typeof error === 'string') return error;
  const members = Object.entries(membersOf(error)).filter(([name]) => !NO_WORDS.has(name));
  return members.length === 0 ? '' : (dumped(Object.fromEntries(members)) ?? '');
}

/** The texts of an error, its own and those inside it: what it says, its message first, without names and numbers. */
function said(error: unknown, depth = 0): string[] {
  if (typeof error === 'string') return [error];
  if (depth > 3) return [];
  return Object.entries(membersOf(error))
    .filter(([name]) => !NO_WORDS.has(name))
    .slice(0, 50)
    .sort(([a], [b]) => Number(b === 'message') - Number(a === 'message'))
    .flatMap(([, value]) => said(value, depth + 1));
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join('\n');

/** axios and undici word a time-out in their own way. */
const NODE_TIMEOUT = /UND_ERR_\w*TIMEOUT|timeout of \d+ ?ms exceeded/;

function failureIn(words: string): NetworkFailure | undefined {
  const text = words.slice(0, 8192);
  return toldFailure(text) ?? (NODE_TIMEOUT.test(text) ? { kind: 'timeout', message: text.split('\n', 1)[0]!.slice(0, 500) } : undefined);
}

/** .NET's HttpClient, which puts the status into no place that other programs use. */
const DOTNET = /does not indicate success: ([1-5]\d\d)\b/;

/** A status line in the words of any level, as httpx and many servers log every call. */
const STATUS_LINE = /\bHTTP\/\d(?:\.\d)?["']? ([1-5]\d\d)\b/;

function statusInWords(words: string): number | undefined {
  return asNumber(DOTNET.exec(words)?.[1]) ?? toldStatus(words);
}

const asNumber = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits));

function firstOf<Item, Value>(items: readonly Item[], read: (item: Item) => Value | undefined): Value | undefined {
  for (const item of items) {
    const value = read(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * Takes an entry and gives the call that it tells of, where that call failed: a status of 400 or more, a connection that came
 * to nothing, an error logged along, or a level of error and worse. Otherwise 'quiet'.
 */
export function loggedCall({ shape, line, at, severity, message = '', errors = [], fields }: LogEntry): Told {
  const given = [...new Set([...errors, ...ERROR_WORDS.map((name) => fields[name])])].filter((error) =>
    typeof error === 'string' ? error.trim() !== '' : typeof error === 'object' && error !== null,
  );
  const chain = given.map(membersOf).flatMap((error) => [error, membersOf(error['cause'])]);
  const answers = [fields['res'], fields['response'], membersOf(fields['http'])['response']].map(membersOf);
  const holders = [...chain.flatMap((error) => [membersOf(error['response']), error]), ...answers, fields];
  const words = joined([message, ...given.flatMap((error) => said(error))]);
  const doubtful = severity !== 'fine' || given.length > 0;
  const status =
    firstOf(holders, statusMember) ??
    (doubtful ? (firstOf(chain, codeMember) ?? statusInWords(words)) : asNumber(STATUS_LINE.exec(words)?.[1]));
  const failure = status === undefined && doubtful ? failureIn(words) : undefined;
  if (!((status ?? 0) >= 400 || failure || severity === 'error' || given.length > 0)) return 'quiet';

  const headers = holders
    .slice(0, -1)
    .map((holder) => fieldsOf(holder['headers']))
    .find((list) => list.length > 0);
  const body = bodyMember(chain, answers, fields) ?? bodyInWords(words);
  const asked = requestMember([
    ...chain.flatMap((error) => [membersOf(error['config']), membersOf(error['request'])]),
    membersOf(fields['req']),
    membersOf(fields['request']),
    fields,
  ]);
  const reasons = REASONS.map((name) => textOf(fields[name]) ?? '').filter((reason) => !words.includes(reason));
  const beside = [
    ['request_id', requestIdMember(fields)],
    ['provider', textOf(fields['provider'])],
  ].flatMap(([name, value]) => (value === undefined || words.includes(value) ? [] : [`${name}: ${value}`]));
  const text = joined([message, ...given.map(written), ...reasons, ...beside]);
  return {
    source: { shape, line },
    ...(asked.request || asked.toldUrl !== undefined ? asked : calledUrl(words)),
    ...(status !== undefined && (body !== undefined || headers)
      ? { response: { status, headers: headers ?? [], ...(body !== undefined && { body }) } }
      : status !== undefined && { toldStatus: status }),
    ...(failure && { failure }),
    ...(text !== '' && { text }),
    ...(at !== undefined && { at }),
  };
}
