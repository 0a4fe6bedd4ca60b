/** Tables of what there is, for `diagnose list`. */
import type { Units } from './explain.ts';

export type Listable = 'causes' | 'checks' | 'providers' | 'captures' | 'reports';

export type Table = { columns: string[]; rows: string[][] };

const tables: Record<Listable, (units: Units) => Table> = {
  causes: ({ causes }) => ({
    columns: ['cause', 'family', 'retry', 'title'],
    rows: Object.entries(causes).map(([id, { family, retry, title }]) => [id, family, retry, title]),
  }),
  checks: ({ checks }) => ({
    columns: ['phase', 'check', 'title'],
    rows: Object.entries(checks)
      .map(([id, { phase, title }]) => [phase, id, title])
      .sort(([a = ''], [b = '']) => comparePhases(a, b)),
  }),
  providers: ({ providers }) => ({
    columns: ['provider', 'kind', 'title', 'hosts'],
    rows: Object.entries(providers).map(([id, { kind, title, hosts }]) => [id, kind, title, hosts.join(' ')]),
  }),
  captures: ({ captures }) => ({
    columns: ['capture', 'title', 'made by'],
    rows: Object.entries(captures).map(([id, { title, madeBy }]) => [id, title, madeBy]),
  }),
  reports: ({ reports }) => ({ columns: ['report'], rows: reports.map((id) => [id]) }),
};

/** What can be listed. */
export const listables = Object.keys(tables) as Listable[];

/** The table of one kind of unit: the columns' names, and a row for each, checks in the order of their phases. */
export function list(what: Listable, units: Units): Table {
  return tables[what](units);
}

/** "1.2" comes before "1.10". */
function comparePhases(a: string, b: string): number {
  const [left, right] = [a, b].map((phase) => phase.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
