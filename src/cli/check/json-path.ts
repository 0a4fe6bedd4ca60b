/** Paths to one place in a JSON body: `choices[0].message.content`, with or without `$.` in front. */

/** RFC 9535's names and indexes of one place each: `.name`, `['any name']`, `[0]`, `[-1]`; a bare number counts as an index too. */
const SEGMENT = /\.?([A-Za-z_$\d][\w$-]*)|\[(-?\d{1,9})\]|\[(?:'([^'\]]*)'|"([^"\]]*)")\]/y;

/** The steps of a path, or undefined where it cannot be read. `$` alone is the whole body, and has no steps. */
export function parseJsonPath(path: string): (string | number)[] | undefined {
  const steps: (string | number)[] = [];
  let at = /^\$(?=[.[]|$)/.test(path) ? 1 : 0;
  if (path === '') return undefined;
  while (at < path.length) {
    // Two names need a dot between them; the first may have none.
    SEGMENT.lastIndex = at;
    const match = SEGMENT.exec(path);
    if (!match || (at > 0 && match[1] !== undefined && !match[0].startsWith('.'))) return undefined;
    const [whole, name, index, single, double] = match;
    steps.push(index === undefined ? (name ?? single ?? double)! : Number(index));
    at += whole.length;
  }
  return steps;
}

/** What stands at a path; undefined where nothing does. Own members alone: a body cannot reach into objects of the language. */
export function valueAt(body: unknown, steps: readonly (string | number)[]): unknown {
  let value = body;
  for (const step of steps) {
    if (Array.isArray(value)) {
      const index = typeof step === 'number' ? step : /^\d{1,9}$/.test(step) ? Number(step) : Number.NaN;
      value = value.at(index);
      if (Number.isNaN(index)) return undefined;
    } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, step)) {
      value = (value as Record<string | number, unknown>)[step];
    } else return undefined;
  }
  return value;
}
