/** `--clipboard`, with a tool of our own in the place of the system's. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from './support/run-cli.ts';

const copied = 'HTTP/1.1 402 Payment Required\ncontent-type: application/json\n\n{"error":"No credits left on this account"}\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipboard-'));
  writeFileSync(join(folder, 'copied.txt'), copied);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a tool on the PATH, which has no other one. */
function tool(name: string, script: string): void {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

const diagnose = (...args: string[]) => runCli([...args, '--clipboard', '--offline'], { cwd: folder, env: { PATH: folder } });

describe.skipIf(process.platform === 'win32')('diagnose --clipboard', () => {
  test('reads what xclip gives, if it is asked for the clipboard', async () => {
    tool('xclip', `[ "$*" = "-o -selection clipboard" ] && exec /bin/cat '${folder}/copied.txt'`);
    const run = await diagnose('--format', 'json');
    expect(run.code, run.stderr).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ verdict: { status: 402, family: 'payment' } });
  });

  test('goes on to the next tool where the first one cannot', async () => {
    tool('xclip', 'echo "Error: no display" >&2; exit 1');
    tool('xsel', `[ "$*" = "-b -o" ] && exec /bin/cat '${folder}/copied.txt'`);
    expect((await diagnose()).code).toBe(1);
  });

  test('says what to install where there is no tool', async () => {
    const run = await diagnose();
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^diagnose: No tool that reads the clipboard was found\.\n.+\n$/);
  });

  test('says what the tool said where none could', async () => {
    tool('wl-paste', 'echo "No Wayland \u001b[31mserver" >&2; exit 1');
    const run = await diagnose();
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('wl-paste says "No Wayland');
    expect(run.stderr).not.toContain('\u001b');
  });

  test('says that an empty clipboard is empty', async () => {
    tool('xclip', 'exit 0');
    expect((await diagnose()).stderr).toContain('holds no text');
  });

  test('takes no other input beside it', async () => {
    expect(await diagnose('copied.txt')).toMatchObject({ code: 2, stdout: '' });
  });

  test('is an input for a ticket too', async () => {
    tool('xclip', `exec /bin/cat '${folder}/copied.txt'`);
    const run = await diagnose('ticket');
    expect(run.stdout).toContain('402');
  });
});
