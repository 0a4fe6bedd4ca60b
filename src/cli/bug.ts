/** An error of this tool: a file that can be sent to us, with nothing secret in it. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealExchange } from '../parse/seal.ts';
import { writeAll } from './terminal.ts';

/** Everything in it is masked as an input would be; folders of this machine are left out of the stack. */
function redacted(error: unknown, argv: readonly string[]): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const text = [
    `diagnose-http ${TOOL_VERSION}, node ${process.version}, ${process.platform}`,
    `arguments: ${argv.join(' ')}`,
    '',
    stack,
  ].join('\n');
  const sealed = sealExchange({ source: { shape: 'debug' }, text }).text ?? '';
  return sealed.replace(/(?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:[^\s()\\/:]+[\\/])+(?=[^\s()\\/]+)/g, '…/');
}

/** Writes the debug file and says where it is; prints the stack where --debug asks for it. */
export function reportBug(error: unknown, argv: readonly string[]): { message: string; suggestion: string } {
  const text = redacted(error, argv);
  if (argv.includes('--debug')) writeAll(2, `${text}\n`);
  const message = 'Something is wrong in this tool itself; your input is untouched.';
  try {
    const file = join(tmpdir(), `diagnose-debug-${process.pid}.txt`);
    writeFileSync(file, `${text}\n`, { mode: 0o600 });
    return { message, suggestion: `Please send us this file (it holds no secrets): ${file}` };
  } catch {
    return { message, suggestion: 'Run it again with --debug and send us what it prints.' };
  }
}
