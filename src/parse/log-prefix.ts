/** What a logger puts before each line: read off one line, taken off the others, in which its numbers are others. */

const MAX_PREFIX = 300;

/**
 * Makes the function that takes a logger's prefix off a line: the time, the process and the thread may change from line to
 * line, the rest may not. A line without it stays as it is.
 */
export function withoutPrefix(prefix: string): (line: string) => string {
  const known = prefix.trimEnd();
  if (known === '' || known.length > MAX_PREFIX) return (line) => line;
  const source = known
    .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/\d+/g, String.raw`\d{1,20}`)
    .replace(/\s+/g, String.raw`\s{1,80}`);
  const pattern = new RegExp(`^${source}(?: {1,8}|$)`);
  return (line) => {
    const found = pattern.exec(line.slice(0, 2 * MAX_PREFIX));
    return found ? line.slice(found[0].length) : line;
  };
}
