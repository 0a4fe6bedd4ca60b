import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './units.ts';

const inputs = ['src', 'build.mjs', 'package.json'];

/** When a file, or anything below a folder, was last changed; a folder itself changes when a file in it goes. Milliseconds. */
function changedAt(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  const below = stat.isDirectory() ? readdirSync(path).map((name) => changedAt(join(path, name))) : [];
  return Math.max(stat.mtimeMs, ...below);
}

/**
 * Builds dist/ once before the tests, where a source is newer than it. A source that does not build is told here and fails
 * the tests that start the CLI; the tests of single units can still say what is wrong.
 */
export default function buildOnce(): void {
  const built = Math.min(...['main.cjs', 'index.cjs'].map((name) => changedAt(join(root, 'dist', name))));
  if (built > Math.max(...inputs.map((path) => changedAt(join(root, path))))) return;
  try {
    execFileSync(process.execPath, [join(root, 'build.mjs')], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer };
    console.error(`dist/ could not be built:\n${stderr?.toString().slice(0, 2000)}`);
  }
}
