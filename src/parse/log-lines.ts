/** What all logs have in common: lines with numbers, at most so many exchanges, and one sentence on what was left out. */
import { UnreadableInput, type Captured } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import { requestUrl } from './http-head.ts';

/** At most this many exchanges of a log are kept, the last ones. */
const MOST = 20_000;

/** No log line that tells something is longer than this; what is behind it is cut. */
const MAX_LINE = 65_536;

export type LogLine = { line: number; text: string };

/** What a reader makes of a line: an exchange, a line that tells of no failed call, a line it does not know. */
export type Told = RawExchange | 'quiet' | 'unknown';

/** The lines of a text that are not blank, each with its number, from 1. */
export function* numberedLines(text: string): Generator<LogLine> {
  let from = 0;
  for (let line = 1; from < text.length; line++) {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    const content = text.slice(from, Math.min(stop, from + MAX_LINE)).trimEnd();
    if (content !== '') yield { line, text: content };
    from = stop + 1;
  }
}

/** Entries of several lines: each starts with a line that `starts` matches; what comes before the first is given as it is. */
export function* entriesOf(text: string, starts: RegExp): Generator<LogLine> {
  let open: LogLine | undefined;
  for (const next of numberedLines(text)) {
    if (open && !starts.test(next.text)) {
      if (open.text.length < MAX_LINE) open.text += `\n${next.text}`;
      continue;
    }
    if (open) yield open;
    open = next;
  }
  if (open) yield open;
}

/** How many of the first lines (at most 50) match; 0 to 1. The blank ones do not count. */
export function shareOf(text: string, matches: (line: string) => boolean): number {
  let [all, matching] = [0, 0];
  for (const { text: line } of numberedLines(text.slice(0, 65_536))) {
    all++;
    if (matches(line)) matching++;
    if (all === 50) break;
  }
  return all === 0 ? 0 : matching / all;
}

const lines = (count: number): string => (count === 1 ? '1 line' : `${count.toLocaleString('en')} lines`);

/**
 * What a reader makes of a log's items: the exchanges in their order, the last 20,000 of them, with a warning for each kind of
 * thing left out. Throws `UnreadableInput` where no item tells of a call.
 */
export function gathered<Item>(items: Iterable<Item>, read: (item: Item) => Told): Captured {
  let kept: RawExchange[] = [];
  let [all, quiet, unknown] = [0, 0, 0];
  for (const item of items) {
    const one = read(item);
    if (one === 'quiet') quiet++;
    else if (one === 'unknown') unknown++;
    else {
      all++;
      kept.push(one);
      if (kept.length >= 2 * MOST) kept = kept.slice(-MOST);
    }
  }
  if (all === 0)
    throw new UnreadableInput(
      'No line of the log tells of a failed call.',
      'Give the part of the log that was written when the call failed.',
    );
  const warnings = [
    all > MOST ? `The log tells of ${all.toLocaleString('en')} calls; the last ${MOST.toLocaleString('en')} were read.` : '',
    quiet > 0 ? `${lines(quiet)} of the log ${quiet === 1 ? 'tells' : 'tell'} of no failed call.` : '',
    unknown > 0
      ? `${lines(unknown)} of the log ${unknown === 1 ? 'is' : 'are'} of another format and ${unknown === 1 ? 'was' : 'were'} left out.`
      : '',
  ];
  return { exchanges: kept.slice(-MOST), warnings: warnings.filter((warning) => warning !== '') };
}

/** The URL of a logged request: its target, joined to the host where one is told; the port that a scheme implies is left out. */
export function loggedUrl(target: string, host?: string, scheme?: 'http' | 'https'): string {
  if (host === undefined || host === '-' || host === '') return target;
  const headers = [{ name: 'host', value: host.replace(/[.,]$/, '') }];
  const url = requestUrl({ method: 'GET', target, version: '1.1' }, headers, scheme) ?? target;
  return plainPort(url);
}

/** A URL without the port that its scheme implies. */
export const plainPort = (url: string): string =>
  url.replace(/^(https:\/\/[^/?#]+):443(?=[/?#]|$)|^(http:\/\/[^/?#]+):80(?=[/?#]|$)/i, '$1$2');

/** The exchange of an access log's line; a status of 0 or -1 means that none was sent. */
export function accessExchange(of: {
  shape: string;
  line: number;
  method?: string | undefined;
  url?: string | undefined;
  status: number;
  at?: string | undefined;
  text?: string | undefined;
}): RawExchange {
  const { method, url } = of;
  return {
    source: { shape: of.shape, line: of.line },
    ...(method !== undefined
      ? { request: { method, ...(url !== undefined && { url }), headers: [] } }
      : url !== undefined && { toldUrl: url }),
    ...(of.status >= 100 && { toldStatus: of.status }),
    ...(of.text !== undefined && of.text !== '' && { text: of.text }),
    ...(of.at !== undefined && { at: of.at }),
  };
}
