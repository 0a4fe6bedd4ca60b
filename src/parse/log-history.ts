/** One failure's history in a log, read line by line in bounded memory. */
import type { LogCause, LogHistory, LogMatch } from '../model/log-history.ts';
import { lineClock, type Moment } from './log-clock.ts';
import { logEvent, type LogEvent } from './log-event.ts';
import { entrySplitter, type LogEntryText } from './log-entries.ts';
import { addCall, momentOfPlace, patternsOf, reversed, type Place, type Run } from './log-runs.ts';
import type { Sought } from './log-sought.ts';

/** A call of the log, seen beside the one that is looked for. */
type Seen = {
  failed: boolean;
  good: boolean;
  /** Names the vendor; names another host. */
  named: boolean;
  elsewhere: boolean;
  words: boolean;
  status: boolean;
};

type Scope = { match: LogMatch; isFailure(seen: Seen): boolean; isGood(seen: Seen): boolean };

const known = (seen: Seen): boolean => seen.words || seen.status;

/** From the surest to the loosest. A program that names the vendor in errors alone has its good calls told without. */
const SCOPES: Scope[] = [
  { match: 'call', isFailure: (seen) => seen.named && known(seen), isGood: (seen) => seen.named },
  { match: 'call', isFailure: (seen) => seen.named && known(seen), isGood: (seen) => !seen.elsewhere },
  { match: 'words', isFailure: (seen) => seen.words && !seen.elsewhere, isGood: (seen) => !seen.elsewhere },
  { match: 'status', isFailure: (seen) => seen.status && !seen.elsewhere, isGood: (seen) => !seen.elsewhere },
  { match: 'vendor', isFailure: (seen) => seen.named, isGood: (seen) => seen.named },
];
const ANY: Scope = { match: 'any', isFailure: () => true, isGood: () => true };

type Tally = {
  scope: Scope;
  runs: Run[];
  failures: number;
  good: number;
  first?: string;
  last?: string;
  lastGoodLine: number;
  change?: { place: Place; says: string };
};

/** Lines that tell of a deploy, a restart, or a change of configuration. */
const CHANGE =
  /\b(?:(?:re)?deploy(?:ed|ing|ment)?|rolled (?:out|back)|release v?\d|released|new (?:version|release)|restart(?:ed|ing)?|booting|server (?:started|starting|listening)|application startup complete|started \S{1,60} (?:application )?in [\d.]+ seconds|listening (?:on|at)|(?:config(?:uration)?|settings|secrets?|key) (?:re)?(?:loaded|rotated|changed|updated)|SIGTERM|shutting down)\b/i;

/** A change so long before the first failure counts, even where a good call lies between. */
const CHANGE_WITHIN = 10 * 60_000;

const MOST_CAUSES = 300;
const SHOWN_CAUSES = 8;
/** More than a report shows: a credential is masked before the words are cut to length. */
const LONGEST_WORDS = 1000;

type Cause = { status?: number; says: string; count: number; first: Place; last: Place; isThis: boolean };

const NAMED = /\b(?:code|type|error_code|error_type|errorCode|error)["']?\s{0,2}[:=]\s{0,2}\\?["']?([A-Za-z][\w.-]{4,80})(?![\w.-])/g;

/** A machine-readable code in an entry: a word that is no word of a sentence. */
function codeIn(entry: string): string | undefined {
  let looked = 0;
  for (const [, word] of entry.slice(0, 16_384).matchAll(NAMED)) {
    if (/\w[_.-]\w|[a-z][A-Z]/.test(word!)) return word!;
    if (++looked === 10) break;
  }
  return undefined;
}

/** Words without what differs from call to call. */
const shapeOf = (words: string): string =>
  words
    .slice(0, 300)
    .replace(/\b[0-9a-f]{8,}(?:-[0-9a-f]{4,}){0,5}\b|\d+/gi, '#')
    .replace(/\s+/g, ' ')
    .slice(0, 80);

/** An entry's first line. What is cut ends before a word: half of a credential would not be known as one. */
function firstLine(words: string): string {
  const line = words.trimStart().slice(0, LONGEST_WORDS).split('\n', 1)[0]!.trimEnd();
  return line.length < LONGEST_WORDS ? line : line.replace(/\S{1,1000}$/, '');
}

export type HistoryReader = {
  /** Takes the next line, without its line end. */
  take(line: string): void;
  /** What the log tells; `file` and `truncated` are left to the caller. */
  done(): Omit<LogHistory, 'file' | 'truncated'>;
};

/** Makes a reader of one log. `reference`, in milliseconds since 1970, is a time at or after the log's end: now. */
export function historyReader(sought: Sought, reference: number): HistoryReader {
  const clock = lineClock(reference);
  const isKnown = sought.status !== undefined || sought.noAnswer === true || sought.words.length > 0;
  const scopes = isKnown ? SCOPES : sought.hosts.length > 0 ? [SCOPES.at(-1)!, ANY] : [ANY];
  const tallies: Tally[] = scopes.map((scope) => ({ scope, runs: [], failures: 0, good: 0, lastGoodLine: 0 }));
  const causes = new Map<string, Cause>();
  const zones = new Set<Moment['zone']>();
  const order = { up: 0, down: 0, last: Number.NaN };
  let failed = 0;
  let change: { place: Place; says: string } | undefined;

  function see(event: LogEvent, entry: string): Seen {
    const small = entry.toLowerCase();
    const hosts = [...small.matchAll(/\bhttps?:\/\/([a-z\d.-]{3,253})/g)].slice(0, 5).map((match) => match[1]!);
    const isOwn = (host: string): boolean => sought.hosts.some((own) => host === own || (own.startsWith('.') && host.endsWith(own)));
    const namesHost = hosts.some(isOwn) || sought.hosts.some((host) => small.includes(host)) || sought.names?.test(small) === true;
    const elsewhere = !namesHost && hosts.length > 0;
    const words = sought.words.some((word) => small.includes(word));
    const isStatus =
      (event.status !== undefined && event.status === sought.status) || (sought.noAnswer === true && event.noAnswer === true);
    const failing = (event.status ?? 0) >= 400 || event.noAnswer === true || (words && event.status === undefined && event.doubtful);
    return {
      failed: failing,
      good: !failing && event.status !== undefined && event.status < 400,
      named: namesHost || (!elsewhere && sought.path !== undefined && small.includes(sought.path)),
      elsewhere,
      words,
      status: isStatus,
    };
  }

  function count(seen: Seen, place: Place, says: string): void {
    for (const tally of tallies) {
      const isFailure = seen.failed && tally.scope.isFailure(seen);
      if (!isFailure && !(seen.good && tally.scope.isGood(seen))) continue;
      addCall(tally.runs, !isFailure, place);
      if (!isFailure) {
        tally.good++;
        tally.lastGoodLine = place.line;
        continue;
      }
      if (tally.failures++ === 0) {
        tally.first = says;
        if (change && (change.place.line > tally.lastGoodLine || isSoon(change.place, place))) tally.change = change;
      }
      tally.last = says;
    }
  }

  function addCause(event: LogEvent, seen: Seen, entry: string, place: Place): void {
    const code = codeIn(entry);
    const says = code ?? (/^[A-Z]{3,10} \//.test(event.said) ? '' : firstLine(event.said));
    const key = `${event.status ?? ''} ${code ?? shapeOf(says)}`;
    const cause = causes.get(key);
    if (cause) {
      cause.count++;
      cause.last = place;
    } else if (causes.size < MOST_CAUSES) {
      const status = event.status === undefined ? {} : { status: event.status };
      causes.set(key, { ...status, says, count: 1, first: place, last: place, isThis: !seen.elsewhere });
    }
  }

  function read({ text, line }: LogEntryText): void {
    const event = logEvent(text, clock);
    const { moment } = event;
    if (moment) {
      zones.add(moment.zone);
      if (moment.ms > order.last) order.up++;
      else if (moment.ms < order.last) order.down++;
      order.last = moment.ms;
    }
    const place: Place = { line, ...(moment && { moment }) };
    const tells = event.status !== undefined || event.doubtful;
    const seen = tells ? see(event, text) : undefined;
    if (seen?.failed) {
      failed++;
      count(seen, place, firstLine(event.said));
      addCause(event, seen, text, place);
    } else if (seen?.good) count(seen, place, '');
    else if (CHANGE.test(event.said.slice(0, 500))) change = { place, says: firstLine(event.said) };
  }

  const entries = entrySplitter(clock, read);
  return {
    take: (line) => entries.take(line),
    done() {
      const lines = entries.done();
      const found = tallies.find(({ failures, good }) => failures > 0 && good > 0) ?? tallies.find(({ failures }) => failures > 0);
      const best = tallies.find(({ failures }) => failures > 0);
      // good calls of a wider kind are no measure for failures of a narrower one
      const tally = found && best && found.scope.match !== best.scope.match ? best : found;
      const isNewestFirst = order.down > 2 * order.up;
      const all = tally?.runs ?? tallies.find(({ good }) => good > 0)?.runs ?? [];
      const runs = isNewestFirst ? reversed(all) : all;
      const failures = runs.filter(({ good }) => !good);
      const start = runs.findIndex(({ good }) => !good);
      const before = start < 0 ? runs : runs.slice(0, start);
      const sum = (of: readonly Run[]): number => of.reduce((total, { good, count: calls }) => total + (good ? calls : 0), 0);
      const [firstSays, lastSays] = isNewestFirst ? [tally?.last, tally?.first] : [tally?.first, tally?.last];
      return {
        lines,
        zone: zoneOf(zones),
        match: tally?.scope.match ?? 'none',
        failures: tally?.failures ?? 0,
        good: sum(runs),
        goodBefore: sum(before),
        goodSince: sum(runs) - sum(before),
        others: failed - (tally?.failures ?? 0),
        ...(failures[0] && { first: { ...momentOfPlace(failures[0].first), ...(firstSays && { says: firstSays }) } }),
        ...(failures.length > 0 && { last: { ...momentOfPlace(failures.at(-1)!.last), ...(lastSays && { says: lastSays }) } }),
        ...(start > 0 && { lastGood: momentOfPlace(runs[start - 1]!.last) }),
        onsets: runs.filter(({ good }, i) => !good && i > 0).length,
        patterns: patternsOf(runs),
        ...(!isNewestFirst && tally?.change && { change: { ...momentOfPlace(tally.change.place), says: tally.change.says } }),
        causes: causesOf([...causes.values()], isNewestFirst),
      };
    },
  };
}

const isSoon = (change: Place, failure: Place): boolean =>
  change.moment !== undefined && failure.moment !== undefined && failure.moment.ms - change.moment.ms <= CHANGE_WITHIN;

function zoneOf(zones: ReadonlySet<Moment['zone']>): LogHistory['zone'] {
  if (zones.size === 0) return 'untimed';
  return zones.has('none') ? 'none' : zones.has('offset') ? 'offset' : 'UTC';
}

/** The most frequent failures at the vendor or at nobody known, in the order in which they first came. */
function causesOf(all: readonly Cause[], isNewestFirst: boolean): LogCause[] {
  const own = all.some(({ isThis }) => isThis) ? all.filter(({ isThis }) => isThis) : all;
  return [...own]
    .sort((a, b) => b.count - a.count)
    .slice(0, SHOWN_CAUSES)
    .map(({ status, says, count, first, last }) => ({
      ...(status !== undefined && { status }),
      says,
      count,
      first: momentOfPlace(isNewestFirst ? last : first),
      last: momentOfPlace(isNewestFirst ? first : last),
    }))
    .sort((a, b) => (isNewestFirst ? b.first.line - a.first.line : a.first.line - b.first.line));
}
