/** The entry of the command line: words to commands, errors to sentences, results to exit codes. */
import type { Command, CommanderError } from 'commander';
import { UnreadableInput } from '../model/capture.ts';
import type { ToolError } from '../model/diagnosis.ts';
import { UsageError } from './errors.ts';
import { EXIT } from './exit.ts';
import type { MainOptions } from './options.ts';
import { quickOptions } from './quick.ts';
import { writeAll } from './terminal.ts';

const EXAMPLES = `
Examples:
  $ curl -sS -i https://api.example.com/v1/chat -H @auth -d @body.json | diagnose
  $ diagnose curl https://api.example.com/v1/chat -H @auth -d @body.json
  $ diagnose call.har
  $ diagnose ticket call.txt
  $ diagnose explain 402
  $ diagnose demo
`;

const SHORT_HELP = `diagnose says who refused an API call and why.

  curl -sS -i https://… | diagnose     a response, piped: nothing is sent
  diagnose curl https://… -H …         put it in front of a failing curl command
  diagnose call.har                    a file: curl output, a HAR, an exception
  diagnose https://… -H … -d …         a URL, with curl's flags
  diagnose demo                        see it work

  diagnose --help                      all options
`;

const wantsJson = (argv: readonly string[]): boolean =>
  argv.some(
    (word, i) => word === '--format=json' || ((word === '--format' || word === '-f') && argv[i + 1] === 'json') || word === '-fjson',
  );

/** A curl command on the line: what stands before the word `curl` is ours, what follows is curl's. */
function splitCurl(argv: readonly string[]): { own: string[]; curl?: string[] } {
  const at = argv.indexOf('curl');
  if (at < 0 || ['explain', 'list', 'demo', 'help'].includes(argv[0] ?? '')) return { own: [...argv] };
  return { own: argv.slice(0, at), curl: argv.slice(at + 1) };
}

async function program(finish: (code: number) => void, curl: string[] | undefined): Promise<Command> {
  const [{ Command, Option }, { addMainOptions }] = await Promise.all([import('commander'), import('./options.ts')]);
  const command = new Command('diagnose');
  command
    .description('Says who refused an API call and why, walks the checklist, and writes the support ticket.')
    .argument('[input...]', 'a file, - for a pipe, a URL, or a curl command')
    .version(TOOL_VERSION, '-V, --version')
    .addHelpText('beforeAll', EXAMPLES)
    .enablePositionalOptions()
    .action(async (inputs: string[], options: MainOptions) => finish(await diagnose(inputs, options, curl)));
  addMainOptions(command, true);

  addMainOptions(command.command('ticket [input...]').description('the support-ticket draft'), false).action(
    async (inputs: string[], options: MainOptions) => finish(await diagnose(inputs, { ...options, format: 'ticket' }, curl)),
  );
  command
    .command('explain <word>')
    .description('a cause, a check, a status code, a provider')
    .action(async (word: string) => finish((await import('./reference.ts')).explainCommand(word)));
  command
    .command('list <what>')
    .description('causes, checks, providers, captures or reports')
    .action(async (what: string) => finish((await import('./reference.ts')).listCommand(what)));
  command
    .command('compare <good> <bad>')
    .description('what differs between a call that worked and one that failed')
    .addOption(new Option('-f, --format <name>').choices(['text', 'json', 'markdown']).default('text'))
    .addOption(new Option('--color <when>', 'colour').choices(['auto', 'always', 'never']).default('auto'))
    .action(async (good: string, bad: string, options: import('./compare.ts').CompareOptions) =>
      finish(await (await import('./compare.ts')).compareCommand(good, bad, options)),
    );
  command
    .command('client [name]')
    .description('the desktop and command-line clients on this machine: key, login, settings, last failures')
    .option('-f, --format <name>', 'text or json', 'text')
    .action(async (name: string | undefined, options: { format: string }) =>
      finish(await (await import('./client-command.ts')).clientCommand(name, options)),
    );
  const { addCheckOptions } = await import('./check/options.ts');
  addCheckOptions(
    command.command('check [file]').description('run the checks of a file: in a pipeline, before a deploy, every morning'),
  ).action(async (file: string | undefined, options: import('./check/options.ts').CheckOptions) =>
    finish(await (await import('./check/command.ts')).checkCommand(file, options, curl)),
  );
  command
    .command('demo [name]')
    .description('a failing call against a server on loopback, from end to end')
    .option('--list', 'name the scenarios')
    .option('--serve', 'keep the server, for a curl of your own')
    .option('-f, --format <name>', 'text, json, markdown or ticket', 'text')
    .option('--color <when>', 'auto, always or never', 'auto')
    .action(async (name: string | undefined, options: import('./demo.ts').DemoOptions) =>
      finish(await (await import('./demo.ts')).demoCommand(name, options)),
    );

  for (const one of [command, ...command.commands])
    one.exitOverride().configureOutput({ writeOut: (text) => writeAll(1, text), writeErr: () => {} });
  return command;
}

async function diagnose(inputs: string[], options: MainOptions, curl: string[] | undefined): Promise<number> {
  const { diagnoseCommand, hasInput } = await import('./diagnose-command.ts');
  if (!hasInput(inputs, options, curl)) {
    writeAll(1, SHORT_HELP);
    return EXIT.fine;
  }
  return diagnoseCommand(inputs, options, curl);
}

/** Says what is wrong: a sentence and a suggestion on stderr, and with --format json the same as one document on stdout. */
function complain(kind: ToolError['error']['kind'], message: string, suggestion: string | undefined, argv: readonly string[]): void {
  if (wantsJson(argv)) {
    const document: ToolError = { schema: 1, error: { kind, message, ...(suggestion !== undefined && { suggestion }) } };
    writeAll(1, `${JSON.stringify(document, null, 2)}\n`);
  }
  writeAll(2, `diagnose: ${message}\n${suggestion === undefined ? '' : `${suggestion}\n`}`);
}

/** By its name: its class may not have been loaded. */
const isOfCommander = (error: unknown): error is CommanderError =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');

/** commander's sentence without its prefix, and its "Did you mean" as the suggestion. */
function complainOfUsage(error: CommanderError, argv: readonly string[]): void {
  const [first = '', hint] = error.message.replace(/^error: /, '').split('\n');
  const sentence = `${first[0]?.toUpperCase() ?? ''}${first.slice(1)}`.replace(/\.?$/, '.');
  complain('usage', sentence, hint?.replace(/^\((.*)\)$/, '$1') ?? 'See diagnose --help.', argv);
}

async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.fine;
  const { own, curl } = splitCurl(argv);
  try {
    const quick = curl ? undefined : quickOptions(own);
    if (quick) return await diagnose(own.includes('-') ? ['-'] : [], quick, undefined);
    const command = await program((result) => (code = result), curl);
    await command.parseAsync(own, { from: 'user' });
    return code;
  } catch (error) {
    if (isOfCommander(error)) {
      if (error.exitCode === 0) return EXIT.fine;
      complainOfUsage(error, argv);
      return EXIT.usage;
    }
    if (error instanceof UsageError || error instanceof RangeError) {
      complain('usage', error.message, error instanceof UsageError ? error.suggestion : 'See diagnose --help.', argv);
      return EXIT.usage;
    }
    if (error instanceof UnreadableInput) {
      complain('input', error.message, error.suggestion, argv);
      return EXIT.usage;
    }
    const { reportBug } = await import('./bug.ts');
    const { message, suggestion } = reportBug(error, argv);
    complain('bug', message, suggestion, argv);
    return EXIT.bug;
  }
}

/** Runs the command line of this process. */
export function run(): void {
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
