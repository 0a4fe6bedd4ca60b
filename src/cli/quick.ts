/** The commonest call, a pipe and no more than a format: read without commander, whose loading the start would notice. */
import type { MainOptions } from './options.ts';

/** The options of `diagnose`, `diagnose -` and these with --format or --offline; undefined for everything else. */
export function quickOptions(argv: readonly string[]): MainOptions | undefined {
  const options: MainOptions = { timeout: 10, color: 'auto' };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (word === '-' && argv.indexOf('-') === i) continue;
    if (word === '--offline') options.offline = true;
    else if (word === '--format' && argv[i + 1] !== undefined && !argv[i + 1]!.startsWith('-')) options.format = argv[++i]!;
    else return undefined;
  }
  return options;
}
