/** What no schema says of `notify:`: that an entry is of one kind, has no member of another, and has an id of its own. */
import type { Path } from '../types.ts';

export const KINDS = ['slack', 'pagerduty', 'webhook', 'email'] as const;
export type Kind = (typeof KINDS)[number];

/** Members that belong to one kind. */
const BESIDE: Record<Kind, readonly string[]> = { slack: [], pagerduty: ['severity', 'region'], webhook: ['headers'], email: ['from'] };

type Members = Record<string, unknown>;

/** Its name, or its kind where it has none. */
export const idOf = (entry: Members): string | undefined => {
  const kind = KINDS.find((each) => entry[each] !== undefined);
  return typeof entry['name'] === 'string' ? entry['name'] : kind;
};

export function contradictionsOfNotify(entries: readonly Members[], tell: (path: Path, says: string) => void): void {
  const ids = new Map<string, number>();
  for (const [i, entry] of entries.entries()) {
    const at: Path = ['notify', i];
    const [kind, ...others] = KINDS.filter((each) => entry[each] !== undefined);
    if (kind === undefined) {
      tell(at, `expected one of ${KINDS.join(', ')}, found none of them`);
      continue;
    }
    for (const other of others) tell([...at, other], `expected one of ${KINDS.join(', ')}, found ${other} beside ${kind}`);
    for (const owner of KINDS)
      for (const member of BESIDE[owner])
        if (owner !== kind && others.length === 0 && entry[member] !== undefined)
          tell([...at, member], `expected ${member} only beside ${owner}, found it beside ${kind}`);
    const id = idOf(entry)!;
    const before = ids.get(id);
    if (before !== undefined)
      tell([...at, entry['name'] === undefined ? kind : 'name'], `expected a name of its own, found ${id} in notify[${before}] as well`);
    else ids.set(id, i);
  }
}
