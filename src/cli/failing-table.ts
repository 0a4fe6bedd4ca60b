/** The table of `--list`: one line for each failing exchange, as wide as the terminal and no wider. */
import { visible } from '../model/format.ts';

export type FailingRow = {
  /** The exchange's number in the input, from 1. */
  number: number;
  /** ISO 8601, UTC. */
  at?: string;
  method?: string;
  url?: string;
  status?: number;
  cause: string;
};

type Column = { title: string; cell: (row: FailingRow) => string; right?: boolean; least?: number };

/** No wider than so much, where there is room. */
const MAX_HOST = 40;

/** From outside, one column for each character, nothing in it executed. */
const plain = (text: string): string =>
  visible(text.slice(0, 2000)).replace(/[^\x20-\x7e…]/gu, (character) => {
    try {
      return encodeURIComponent(character);
    } catch {
      return '?';
    }
  });

/** Cuts the middle out: both ends of a path tell something. */
function cutMiddle(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = Math.floor((max - 1) / 2);
  return `${text.slice(0, max - 1 - end)}…${end > 0 ? text.slice(-end) : ''}`;
}

function placeOf(url: string | undefined): { host: string; path: string } {
  const match = /^(?:[a-z][a-z0-9+.-]{0,20}:)?\/\/(?:[^/?#@]*@)?([^/?#]*)([^?#]*)/i.exec(url ?? '');
  return match ? { host: plain(match[1]!.toLowerCase()), path: plain(match[2]! || '/') } : { host: '', path: plain(url ?? '') };
}

const withSpaces = (text: string | undefined): string => text?.replace('T', ' ').slice(0, 19) ?? '–';

/**
 * The lines of the table at a width in columns. The path gives way first, then the host; where that is not enough, the time, the
 * host and the method are left out, in this order.
 */
export function failingTable(rows: readonly FailingRow[], width: number): string[] {
  const days = new Set(rows.map(({ at }) => at?.slice(0, 10)).filter((day) => day !== undefined));
  const time = ({ at }: FailingRow): string => (days.size > 1 ? withSpaces(at) : withSpaces(at?.slice(11)).slice(0, 8));
  const columns: Column[] = [
    { title: 'n', cell: ({ number }) => String(number), right: true },
    { title: 'time', cell: time },
    { title: 'method', cell: ({ method }) => cutMiddle(plain(method ?? '–'), 8) },
    { title: 'host', cell: ({ url }) => cutMiddle(placeOf(url).host || '–', MAX_HOST), least: 12 },
    { title: 'path', cell: ({ url }) => placeOf(url).path || '–', least: 8 },
    { title: 'status', cell: ({ status }) => String(status ?? '–'), right: true },
    { title: 'cause', cell: ({ cause }) => cause },
  ];
  for (const dropped of [[], ['time'], ['time', 'host'], ['time', 'host', 'method'], ['time', 'host', 'method', 'path']]) {
    const lines = linesOf(
      columns.filter(({ title }) => !dropped.includes(title)),
      rows,
      width,
    );
    if (lines) return lines;
  }
  return rows.map(({ number, cause }) => `${number} ${cause}`.slice(0, width));
}

/** The lines, or undefined where the columns do not fit even when they are cut as far as they may be. */
function linesOf(columns: readonly Column[], rows: readonly FailingRow[], width: number): string[] | undefined {
  const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
  const widths = columns.map(({ title }, i) => cells.reduce((most, row) => Math.max(most, row[i]!.length), title.length));
  let over = widths.reduce((sum, each) => sum + each + 2, -2) - width;
  for (const title of ['path', 'host']) {
    const i = columns.findIndex((column) => column.title === title);
    if (over <= 0 || i < 0) continue;
    const less = Math.max(0, Math.min(over, widths[i]! - columns[i]!.least!));
    widths[i]! -= less;
    over -= less;
  }
  if (over > 0) return undefined;
  const line = (row: readonly string[]): string =>
    row
      .map((text, i) => {
        const cell = cutMiddle(text, widths[i]!);
        return columns[i]!.right ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!);
      })
      .join('  ')
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...cells.map(line)];
}
