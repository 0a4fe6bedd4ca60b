/** How reports and pages write times and words from outside: the same in every locale and time zone, and without Intl. */

const UNITS: [string, number][] = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
];

/**
 * A length of time in its two largest units: 63720 gives "17 h 42 min", 90 gives "1 min 30 s", 1.25 gives "1.3 s". Takes seconds;
 * rounds up to the smallest unit shown, so that whoever waits that long has waited long enough. Nothing negative: less than 0 is "0 s".
 */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'an unknown time';
  if (seconds <= 0) return '0 s';
  // By way of whole milliseconds: 1.1 * 10 is more than 11.
  if (seconds < 10) return `${Math.ceil(Math.ceil(seconds * 1000) / 100) / 10} s`;
  const finest = seconds < 3_600 ? 1 : seconds < 86_400 ? 60 : 3_600;
  let rest = Math.ceil(seconds / finest) * finest;
  const parts: string[] = [];
  for (const [unit, length] of UNITS) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(`${count} ${unit}`);
    else if (parts.length > 0) break;
  }
  return parts.slice(0, 2).join(' ');
}

const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

/**
 * A point in time: "2026-11-20 13:05 UTC", or "2026-11-20 13:05:42 UTC" to the second, for a search in somebody's log. Takes
 * ISO 8601; without a zone it is taken as UTC. Anything else comes back as a visible line of its own characters.
 */
export function utc(iso: string, to: 'minute' | 'second' = 'minute'): string {
  const match = ISO.exec(iso);
  const withZone = iso.length > 10 && match?.[1] === undefined ? `${iso}Z` : iso;
  const at = match ? Date.parse(withZone.replace(' ', 'T')) : Number.NaN;
  if (Number.isNaN(at)) return visible(cut(iso, 40));
  return `${new Date(at)
    .toISOString()
    .slice(0, to === 'minute' ? 16 : 19)
    .replace('T', ' ')} UTC`;
}

/** When to try again, relative and absolute: "in 17 h 42 min (2026-11-21 06:47 UTC)"; undefined where neither is known. */
export function when(retry: { afterSeconds?: number | undefined; at?: string | undefined }): string | undefined {
  const { afterSeconds, at } = retry;
  if (afterSeconds === undefined) return at === undefined ? undefined : `at ${utc(at)}`;
  const relative = `in ${duration(afterSeconds)}`;
  return at === undefined ? relative : `${relative} (${utc(at)})`;
}

/**
 * Words as part of one line: white space, line breaks included, becomes single spaces, and what is longer than `max` characters
 * ends in an ellipsis. It looks at no more than it can show, so the size of the text costs nothing.
 */
export function cut(text: string, max: number): string {
  const head = text.slice(0, max * 4);
  const points = [...head.replace(/\s+/g, ' ').trim()];
  if (points.length <= max && head.length === text.length) return points.join('');
  return `${points
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}

/**
 * What a terminal, an editor or a web page would act on and not show: control characters (C0, DEL, C1), separators of lines and
 * paragraphs, bidirectional controls, zero-width and other ignorable characters (Unicode: Default_Ignorable_Code_Point, but not
 * the variation selectors that belong to emoji), and halves of surrogate pairs.
 */
const UNSEEN = /(?![\ufe00-\ufe0f])[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb\p{DI}\p{Cs}]/gu;

const SHORT: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Shows control characters and escape sequences instead of executing them: ESC gives `\x1b`, a right-to-left override gives
 * `\u202e`. The characters in `keep`, "\n\t" for a text of several lines, stay as they are.
 */
export function visible(text: string, keep = ''): string {
  // Mostly there is nothing to show, and the expression for the rest is costly to compile.
  if (/^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]*$/.test(text)) return text;
  return text.replace(UNSEEN, (character) => {
    if (keep.includes(character)) return character;
    const code = character.codePointAt(0) as number;
    if (code > 0xffff) return `\\u{${code.toString(16)}}`;
    return SHORT[character] ?? (code <= 0xff ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`);
  });
}

/** The same characters as the escapes of a JSON string: JSON that is printed with them means what it meant before. */
export function visibleJson(json: string): string {
  return json.replace(UNSEEN, (character) => {
    if (character === '\n') return character;
    return character
      .split('')
      .map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
      .join('');
  });
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/**
 * Text in which a build log finds no commands: neither `::error::` at the start of a line (GitHub Actions) or of a word, where a
 * line may yet be wrapped, nor `##[error]`, `##vso[…]`, `##teamcity[…]` anywhere, which some runners read. They stay readable.
 */
export function withoutCommands(text: string): string {
  return text.replace(/(^|\s):(?=:)/g, '$1: ').replace(/##(?=\w{0,12}\[)/g, '# #');
}
