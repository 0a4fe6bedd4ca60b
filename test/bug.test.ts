/** An error of the tool itself: exit code 4, one document, and a debug file that holds no secret. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from './support/run-cli.ts';

test('a bug is said in a sentence, and its debug file is redacted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bug-'));
  try {
    const key = `sk-proj-${'7'.repeat(40)}beef`;
    const preload = join(folder, 'broken.cjs');
    writeFileSync(preload, `Array.prototype.toSorted = () => { throw new Error('broken on purpose, with ${key}'); };`);
    const run = await runCli(['-', '--format', 'json'], {
      stdin: 'HTTP/1.1 402 Payment Required\r\n\r\n',
      nodeArgs: ['--require', preload],
      env: { TMPDIR: folder, TEMP: folder },
    });
    expect(run.code).toBe(4);
    expect(JSON.parse(run.stdout)).toMatchObject({ schema: 1, error: { kind: 'bug' } });
    expect(run.stderr).not.toMatch(/^\s+at /m);
    const [file = ''] = readdirSync(folder).filter((name) => name.startsWith('diagnose-debug-'));
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain('broken on purpose');
    expect(text).not.toContain(key.slice(-16));
    expect(text).not.toContain(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
