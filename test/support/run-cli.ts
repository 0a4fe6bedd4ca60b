import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './units.ts';

export type RunOptions = {
  /** What is piped in; without it standard input is empty. */
  stdin?: string | Uint8Array;
  /** Put over the scrubbed environment: LC_ALL, TZ, NO_COLOR… */
  env?: Record<string, string>;
  /** The folder to run in: an absolute path. */
  cwd?: string;
  /** Options for node itself, as ["--require", FILE]. */
  nodeArgs?: string[];
  /** Standard input stays open and silent, as it does where a script runs without a terminal. */
  silentStdin?: boolean;
  /** The reader of standard output goes away before the first byte. */
  closeStdout?: boolean;
  /** A shell command that standard output is piped into; output and exit code are then that command's. */
  pipeInto?: string;
  /** Ctrl-C, sent when this settles. */
  interruptWhen?: Promise<unknown>;
};

/** `code` is null where the run was killed: it took longer than 20 s. */
export type Run = { code: number | null; stdout: string; stderr: string };

const PATIENCE = 20_000;

/**
 * Runs the built CLI as a shell would, in an environment of its own: an empty home folder, no proxies, no extra certificates,
 * nobody's keys and no colour settings.
 */
export async function runCli(args: string[], options: RunOptions = {}): Promise<Run> {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    USERPROFILE: home,
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    COLUMNS: '80',
    ...options.env,
  };
  try {
    return await new Promise<Run>((resolve, reject) => {
      const command = [process.execPath, ...(options.nodeArgs ?? []), join(root, 'bin/diagnose.cjs'), ...args];
      const [program = '', ...rest] = options.pipeInto ? ['sh', '-c', `"$@" | ${options.pipeInto}`, 'sh', ...command] : command;
      const child = spawn(program, rest, {
        cwd: options.cwd ?? home,
        env,
        stdio: 'pipe',
        timeout: PATIENCE,
        killSignal: 'SIGKILL',
      });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
      if (options.closeStdout) child.stdout.destroy();
      // A CLI that answers without reading its input closes the pipe.
      child.stdin.on('error', () => {});
      if (!options.silentStdin) child.stdin.end(options.stdin ?? '');
      void options.interruptWhen?.then(() => child.kill('SIGINT'));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }));
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
