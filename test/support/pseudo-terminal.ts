/** A pseudo-terminal of 80 columns around the built CLI, by the command `script` of util-linux, which needs nothing installed. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { onTestFinished } from 'vitest';
import { root } from './units.ts';

export const ENTER = '\r';
export const DOWN = '\u001b[B';
export const CTRL_C = '\u0003';
export const CTRL_D = '\u0004';

/** Whether this machine has a `script` that takes a command and gives its exit code; that of the BSDs does neither. */
export const hasPseudoTerminal =
  spawnSync('script', ['-qec', 'test -t 0 && test -t 2', '/dev/null'], { stdio: ['pipe', 'ignore', 'ignore'], timeout: 10_000 }).status ===
  0;

type Session = {
  /** All that was shown so far, without colours and movements of the cursor. */
  shown(): string;
  /** Waits until the words are shown, after what `shown` held at the last call; a test's own time limit ends it. */
  until(words: string | RegExp): Promise<void>;
  press(...keys: string[]): void;
  /** The exit code. */
  ended: Promise<number | null>;
};

// oxlint-disable-next-line no-control-regex
const MOVES = /\u001b\[\d*(?:;\d*)?[A-HJ]/g;

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** Starts the CLI in the terminal; `pipe` is a file that is piped into it, so that the terminal is not its standard input. */
export function openSession(args: string[], { pipe, env = {} }: { pipe?: string; env?: Record<string, string> } = {}): Session {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  const command = [process.execPath, join(root, 'bin/diagnose.cjs'), ...args].map(quoted).join(' ');
  const line = `stty cols 80 rows 50; ${pipe === undefined ? '' : `cat ${quoted(pipe)} | `}${command}`;
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    cwd: home,
    env: { PATH: process.env['PATH'] ?? '', HOME: home, SHELL: '/bin/sh', TERM: 'xterm', LC_ALL: 'C.UTF-8', TZ: 'UTC', ...env },
    stdio: 'pipe',
  });
  let text = '';
  let seen = 0;
  const waiting = new Set<() => void>();
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  child.stdin.on('error', () => {});
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    for (const look of waiting) look();
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(home, { recursive: true, force: true });
  });
  // Where the cursor goes elsewhere, a line ends.
  const shown = (): string => stripVTControlCharacters(text.replace(MOVES, '\n')).replaceAll('\r', '');
  return {
    shown,
    press: (...keys) => keys.forEach((key) => child.stdin.write(key)),
    ended,
    until: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const fresh = shown().slice(seen);
          const found = typeof words === 'string' ? fresh.indexOf(words) : fresh.search(words);
          if (found < 0) return;
          seen += found + 1;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        void ended.then(() => reject(new Error(`It ended without showing ${String(words)}:\n${shown()}`)));
        look();
      }),
  };
}
