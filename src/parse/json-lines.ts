/** Logs in JSON: one object to a line, also behind a collector's prefix, pretty-printed ones, and lists of them. */

export type Members = Record<string, unknown>;

/** One object of a log with the number of its first line; without `value` the line holds none. */
export type JsonLine = { line: number; value?: Members };

/** `docker compose logs`, `kubectl logs --prefix` and syslog put so many characters before the object at most. */
const MAX_PREFIX = 200;

export const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A value as JSON; undefined where it nests too deep to be written. */
export function dumped(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

const objectsOf = (value: unknown): Members[] => (Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : []);

/** Where the object or list that starts at `from` ends; -1 where the text ends first. */
function endOf(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '\\') i++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && --depth === 0) return i + 1;
  }
  return -1;
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) count++;
  return count;
}

/** The objects on one line: the line's own, those of a list, or the one behind a prefix. */
function onLine(line: string): Members[] {
  const json = line.trim().replace(/,$/, '');
  const start = json.indexOf('{');
  if (start < 0 || !/[}\]]$/.test(json)) return [];
  const whole = /^[{[]/.test(json) ? objectsOf(parsed(json)) : [];
  if (whole.length > 0 || start === 0 || start > MAX_PREFIX) return whole;
  return objectsOf(parsed(json.slice(start)));
}

/**
 * The objects of a log, in order; a line that holds none and is not blank is given without a value. The brackets around a
 * pretty-printed list are no lines of their own. Time is linear: objects over several lines are sought for as long as the
 * search has not read the text four times.
 */
export function* jsonLines(text: string): Generator<JsonLine> {
  let budget = 4 * text.length;
  let from = 0;
  for (let line = 1; from < text.length; line++) {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    const content = text.slice(from, stop);
    const found = onLine(content);
    for (const value of found) yield { line, value };
    const start = content.search(/\S/);
    if (found.length === 0 && start >= 0) {
      const opens = /^(?:\{|\[\s*(?:\{|$))/.test(content.slice(start, start + 40).trimEnd()) && budget > 0;
      const close = opens ? endOf(text, from + start) : -1;
      if (opens) budget -= (close < 0 ? text.length : close) - from;
      const objects = close > 0 ? objectsOf(parsed(text.slice(from + start, close))) : [];
      if (objects.length > 0) {
        const isList = content[start] === '[';
        let at = from + start;
        for (const value of objects) {
          if (isList) at = text.indexOf('{', at);
          const first = at;
          if (isList) at = endOf(text, at);
          yield { line: line + countLines(text, from, first), value };
        }
        line += countLines(text, from, close);
        const rest = text.indexOf('\n', close);
        from = (rest < 0 ? text.length : rest) + 1;
        continue;
      }
      if (!/^[[\]{},\s]*$/.test(content)) yield { line };
    }
    from = stop + 1;
  }
}

let lastText = '';
let lastSample: Members[] = [];

/** The first objects of a log, at most 20, by which a capture recognises whose it is: each asks in turn, so the last ones are kept. */
export function jsonSample(text: string): Members[] {
  if (text !== lastText) [lastText, lastSample] = [text, sampleOf(text)];
  return lastSample;
}

function sampleOf(text: string): Members[] {
  const start = text.slice(0, 262_144);
  if (!/^[^{\n]{0,200}\{\s*"|^[ \t]*\[\s*\{/m.test(start)) return [];
  const sample: Members[] = [];
  for (const { value } of jsonLines(start)) {
    if (value) sample.push(value);
    if (sample.length === 20) break;
  }
  return sample;
}

/** Whether at least half of a log's first objects are such entries. */
export function mostAre(text: string, isEntry: (entry: Members) => boolean): boolean {
  const sample = jsonSample(text);
  return sample.length > 0 && sample.filter(isEntry).length * 2 >= sample.length;
}
