/** JSON as Wireshark's packet details print it: "Member: error", "String value: …", one below the other, by indentation. */

type Step = { indent: number; key: string | number };
type Container = Record<string, unknown> | unknown[];

const MAX_DEPTH = 60;
const MEMBER = /^(\s*)Member(?: Key)?: (.{1,400})$/;
const VALUE = /^(\s*)(String|Number|True|False|Null|true|false|null)(?: value)?(?:: (.*))?$/;
const HOLDER = /^(\s*)(Object|Array)$/;

const unquoted = (name: string): string => name.replace(/^"(.*)"$/, '$1');

function valueOf(kind: string, words: string): unknown {
  const small = kind.toLowerCase();
  if (small === 'number') return Number(words);
  if (small === 'string') return words;
  return small === 'null' ? null : small === 'true';
}

/** Puts a value at its path; what stands in an array comes one behind the other. */
function put(root: Container, path: readonly (string | number)[], value: unknown): void {
  let at = root as Record<string | number, unknown>;
  for (const [i, key] of path.entries()) {
    if (i === path.length - 1) at[key] = value;
    else at = (Object.hasOwn(at, key) ? at[key] : (at[key] = typeof path[i + 1] === 'number' ? [] : Object.create(null))) as typeof at;
    if (typeof at !== 'object' || at === null) return;
  }
}

/** The JSON text that the lines of a tree stand for; undefined where they stand for none. */
export function jsonOfTree(lines: readonly string[]): string | undefined {
  const steps: Step[] = [];
  const counts = new Map<number, number>();
  let root: Container | undefined;
  for (const line of lines) {
    const found = MEMBER.exec(line) ?? VALUE.exec(line) ?? HOLDER.exec(line);
    if (!found) continue;
    const indent = found[1]!.length;
    while (steps.length > 0 && steps.at(-1)!.indent >= indent) steps.pop();
    if (steps.length >= MAX_DEPTH) continue;
    const parent = steps.at(-1);
    if (MEMBER.test(line)) {
      steps.push({ indent, key: unquoted(found[2]!) });
      continue;
    }
    // A list is told by its line; each thing below it is one item.
    const inList = parent !== undefined && counts.has(parent.indent) && parent.key === -1;
    const item = inList ? (counts.get(parent.indent) ?? 0) : undefined;
    if (inList) counts.set(parent.indent, item! + 1);
    const path = steps.filter(({ key }) => key !== -1).map(({ key }) => key);
    if (item !== undefined) path.push(item);
    if (found[2] === 'Array') {
      root ??= path.length === 0 ? [] : undefined;
      if (item !== undefined) steps.push({ indent: indent - 0.5, key: item });
      steps.push({ indent, key: -1 });
      counts.set(indent, 0);
      if (root && path.length > 0) put(root, path, []);
    } else if (found[2] === 'Object') {
      root ??= Object.create(null) as Record<string, unknown>;
      if (item !== undefined) steps.push({ indent, key: item });
      if (path.length > 0) put(root, path, Object.create(null));
    } else if (root && path.length > 0) put(root, path, valueOf(found[2]!, found[3] ?? ''));
  }
  return root && Object.keys(root).length > 0 ? JSON.stringify(root) : undefined;
}
