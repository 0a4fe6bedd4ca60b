/** Names and values as .env files, start files of shells and configuration files write them. */
import type { WrittenFault } from '../../model/keys-here.ts';

export type Pair = { name: string; value: string };

const LONGEST_LINE = 20_000;
const MOST_PAIRS = 2_000;

/**
 * One assignment on a line: NAME=value and export NAME=value (POSIX shells, .env, npm's rc files), set -gx NAME value (fish),
 * $env:NAME = value (PowerShell). In fish's own store the line is SETUVAR --export NAME:value.
 */
const ASSIGNMENTS = [
  /^\s{0,40}(?:export\s{1,10}|declare\s{1,10}-x\s{1,10})?([A-Za-z_/][\w./:@-]{0,200})\s{0,10}=(.*)$/,
  /^\s{0,40}set\s{1,10}(?:(?:-\w{1,5}|--\w{1,12})\s{1,10}){1,4}([A-Za-z_]\w{0,80})\s{1,10}(.*)$/,
  /^\s{0,40}\$env:([A-Za-z_]\w{0,80})\s{0,10}=(.*)$/i,
  /^\s{0,40}SETUVAR\s{1,10}(?:--\w{1,12}\s{1,10}){0,4}([A-Za-z_]\w{0,80}):(.*)$/,
];

/** A member of JSON, TOML or YAML, wherever it stands on a line. */
const MEMBER =
  /(?:^|[\s{,])["']?([A-Za-z_$][\w.$/-]{0,80})["']?[^\S\n]{0,10}[:=][^\S\n]{0,10}(?:"((?:[^"\\\n]|\\.){0,4096})"|'([^'\n]{0,4096})'|([^\s"',{}[\]#]{1,4096}))/g;

/** The names and values of a text: one assignment to a line, or members anywhere. Comments are left out; so is what is too long to be one. */
export function pairsOf(text: string, isLines: boolean): Pair[] {
  const pairs: Pair[] = [];
  for (const raw of text.split('\n')) {
    if (raw.length > LONGEST_LINE || /^\s*(?:#|\/\/\s|;)/.test(raw)) continue;
    if (pairs.length >= MOST_PAIRS) break;
    if (isLines) {
      const pair = assignmentOf(raw);
      if (pair) pairs.push(pair);
      continue;
    }
    for (const [, name, double, single, bare] of raw.matchAll(MEMBER)) pairs.push({ name: name!, value: double ?? single ?? bare ?? '' });
  }
  return pairs;
}

function assignmentOf(line: string): Pair | undefined {
  for (const pattern of ASSIGNMENTS) {
    const [, name, value] = pattern.exec(line.replace(/\r$/, '')) ?? [];
    // npm: //registry.example.com/:_authToken=value
    if (name !== undefined && value !== undefined) return { name: name.slice(name.lastIndexOf(':') + 1), value: withoutComment(value) };
  }
  return undefined;
}

/** What stands before a comment; a # in quotes, or without a blank before it, is part of the value. */
function withoutComment(value: string): string {
  const quoted = /^\s*("(?:[^"\\]|\\.){0,4096}"|'[^']{0,4096}')\s*(?:[;#].*)?$/.exec(value);
  if (quoted) return quoted[1]!;
  const comment = /\s#/.exec(value);
  return comment ? value.slice(0, comment.index) : value;
}

const QUOTES = '"\'`‘’“”';

/** A value without the quotes, blanks, line ends and scheme word around it: the key itself. */
export function cleaned(value: string): string {
  let text = value.trim().replace(/(?:\\[nrt])+$/, '');
  for (let i = 0; i < 3 && text !== ''; i++) {
    if (QUOTES.includes(text[0]!)) text = text.slice(1);
    if (QUOTES.includes(text.at(-1) ?? ' ')) text = text.slice(0, -1);
    text = text
      .trim()
      .replace(/^Bearer\s{1,4}/i, '')
      .replace(/(?:\\[nrt])+$/, '');
  }
  return text;
}

/**
 * What around a key would be sent along with it. In a file one pair of plain quotes is taken off by whoever reads it, and blanks
 * around the value too; in the environment all is part of the value.
 */
export function writtenFaults(value: string, isEnvironment: boolean): WrittenFault[] {
  const bare = value.trim();
  const inner = isEnvironment
    ? value
    : (/^"([^"]*)"$|^'([^']*)'$/
        .exec(bare)
        ?.slice(1)
        .find((part) => part !== undefined) ?? bare);
  const faults: WrittenFault[] = [];
  if (/[\r\n]|\\[nr]$/.test(inner)) faults.push('line end');
  const text = inner.trim();
  if (inner.replace(/[\r\n]+$/, '') !== inner.replace(/[\r\n]+$/, '').trim() || /^\S+ \S+$/.test(text.replace(/^Bearer\s+/i, '')))
    faults.push('blank');
  if (QUOTES.includes(text[0] ?? ' ') || QUOTES.includes(text.at(-1) ?? ' ')) faults.push('quotes');
  if (/^["']?Bearer\s/i.test(text)) faults.push('scheme');
  return faults;
}
