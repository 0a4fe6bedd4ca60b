/** The text on the system's clipboard, by the tool that the system has for it. */
import { spawnSync } from 'node:child_process';
import { UnreadableInput } from '../model/capture.ts';

type Tool = { command: string; args: string[] };

const MAX_BYTES = 64 * 2 ** 20;
/** A clipboard whose owner hangs must not hang us. Milliseconds. */
const PATIENCE = 10_000;

const POWERSHELL = ['-NoProfile', '-NonInteractive', '-Command', '[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw'];

const TOOLS: Tool[] = [
  { command: 'pbpaste', args: [] },
  { command: 'wl-paste', args: ['--no-newline'] },
  { command: 'xclip', args: ['-o', '-selection', 'clipboard'] },
  { command: 'xsel', args: ['-b', '-o'] },
  // From within the Windows Subsystem for Linux.
  { command: 'powershell.exe', args: POWERSHELL },
];

/** By its path: on Windows a bare name is looked for in the current folder first. */
const windowsTool = (): Tool => ({
  command: `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`,
  args: POWERSHELL,
});

const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'macOS has pbpaste in /usr/bin: check the PATH.',
  win32: 'Save the text to a file, and give its name.',
};

/** Reads the clipboard with the first tool that there is. Throws `UnreadableInput` where there is none, or no text. */
export function readClipboard(): string {
  let refusal: string | undefined;
  for (const { command, args } of process.platform === 'win32' ? [windowsTool()] : TOOLS) {
    const run = spawnSync(command, args, {
      encoding: 'utf8',
      maxBuffer: MAX_BYTES,
      timeout: PATIENCE,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const { code } = (run.error ?? {}) as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES') continue;
    if (code === 'ENOBUFS') throw new UnreadableInput('The clipboard holds more than 64 MiB.', 'Save it to a file, and give its name.');
    const text = run.status === 0 ? run.stdout.replace(/^\uFEFF/, '') : '';
    if (text.trim() !== '') return text;
    const words =
      code === 'ETIMEDOUT'
        ? 'it did not answer'
        : run.stderr
            .trim()
            .split('\n', 1)[0]!
            .replaceAll(/[^\x20-\x7e]/g, '')
            .slice(0, 200);
    refusal ??=
      run.status === 0 || words === '' ? 'The clipboard holds no text.' : `The clipboard could not be read: ${command} says "${words}".`;
  }
  if (refusal !== undefined) throw new UnreadableInput(refusal, 'Copy the failing call once more, or pipe it: … | diagnose');
  throw new UnreadableInput(
    'No tool that reads the clipboard was found.',
    INSTALL[process.platform] ?? 'Install wl-clipboard (Wayland), or xclip or xsel (X11).',
  );
}
