import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unitsOf } from '../../build.mjs';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The rooms whose files are units. */
export const rooms = ['captures', 'challenges', 'checks', 'evidence', 'providers', 'reports'];

export { unitsOf };

/** The ids of a room's units that have their fixture; that the others have none is what test/rooms.test.ts says. */
export function unitsWithFixture(room: string): string[] {
  const fixtures = fixtureIdsOf(room);
  return unitsOf(room).filter((unit) => fixtures.includes(unit));
}

/** The names in a folder below the project's, sorted; [] where there is no such folder. */
export function namesIn(...folder: string[]): string[] {
  try {
    return readdirSync(join(root, ...folder)).sort();
  } catch {
    return [];
  }
}

/** The ids that a room's fixtures stand for: the names up to the first dot. What starts with _ is shared by several. */
export function fixtureIdsOf(room: string): string[] {
  const names = namesIn('fixtures', room).filter((name) => !name.startsWith('_') && !name.startsWith('.'));
  return [...new Set(names.map((name) => name.split('.')[0] as string))];
}
