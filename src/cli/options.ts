/** The options of the main command, as commander reads them. */
import { Option, type Command } from 'commander';
import type { CurlFlags } from './curl-flags.ts';

export type MainOptions = {
  format?: string;
  output?: string;
  clipboard?: boolean;
  url?: string;
  entry?: number;
  all?: boolean;
  list?: boolean;
  offline?: boolean;
  dryRun?: boolean;
  replay?: boolean;
  yes?: boolean;
  input?: boolean;
  only?: string[];
  skip?: string[];
  timeout: number;
  provider?: string;
  gateway?: string;
  interactive?: boolean;
  answer?: string[];
  logs?: string;
  gatewayLogs?: string;
  good?: string;
  saveEvidence?: string;
  evidence?: string;
  failOn?: string[];
  exitZero?: boolean;
  color: 'auto' | 'always' | 'never';
  bodies?: boolean;
  debug?: boolean;
} & CurlFlags;

const collect = (value: string, before: string[] = []): string[] => [...before, value];
const words = (value: string, before: string[] = []): string[] => [
  ...before,
  ...value
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
];

const positive =
  (name: string) =>
  (value: string): number => {
    const number = Number(value);
    if (!Number.isFinite(number) || number <= 0) throw new RangeError(`${name} takes a number above zero, not '${value}'.`);
    return number;
  };
const whole =
  (name: string) =>
  (value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < 1) throw new RangeError(`${name} takes a whole number from 1, not '${value}'.`);
    return number;
  };

/** Puts the main options on a command; `ticket` has the same ones but for the format. */
export function addMainOptions(command: Command, withFormat: boolean): Command {
  if (withFormat) command.option('-f, --format <name>', 'text, json, markdown or ticket');
  return command
    .option('-o, --output <file>', 'write the report to a file')
    .option('--clipboard', 'read what was copied')
    .option('--url <url>', 'what the piped response answered')
    .addOption(new Option('--entry <n>', 'the exchange of the input to look at, from 1').argParser(whole('--entry')))
    .option('--all', 'a report for each failing exchange of the input; with --format json one document a line (NDJSON)')
    .option('--list', 'a table of the failing exchanges of the input')
    .option('--offline', 'send nothing')
    .option('--dry-run', 'show the request that would be sent, and send nothing')
    .option('--replay', 'send the captured request again')
    .option('-y, --yes', 'do not ask before sending')
    .option('--no-input', 'never ask; fail instead')
    .option('--interactive', 'ask what only a person can see, one question at a time')
    .addOption(new Option('--answer <check=word>', 'the answer to a question, repeatable: account=expired').argParser(collect))
    .option('--logs <file>', "the application's log: what failed first, and since when")
    .option('--gateway-logs <file>', "the gateway's log: the same call, and what the upstream said")
    .option('--good <file>', 'the same call when it worked, to compare')
    .addOption(new Option('--only <checks>', 'walk these checks only').argParser(words))
    .addOption(new Option('--skip <checks>', 'leave these checks out').argParser(words))
    .addOption(new Option('--timeout <seconds>', 'for each question asked of the world').argParser(positive('--timeout')).default(10))
    .option('--provider <id>', 'the vendor that was called')
    .option('--gateway <id>', 'the gateway in between')
    .option('--save-evidence <file>', 'keep what was gathered')
    .option('--evidence <file>', 'judge by what was kept, and send nothing')
    .addOption(new Option('--fail-on <words>', 'exit 1 only for these causes, families or confidences').argParser(words))
    .option('--exit-zero', 'exit 0 whatever was found')
    .addOption(new Option('--color <when>', 'colour').choices(['auto', 'always', 'never']).default('auto'))
    .option('--bodies', 'put the bodies into a ticket')
    .option('--debug', 'print the stack of an error of this tool')
    .optionsGroup('A URL takes curl’s flags:')
    .option('-X, --request <method>', 'method')
    .addOption(new Option('-H, --header <field>', 'header field, repeatable').argParser(collect))
    .addOption(new Option('-d, --data <data>', 'body, repeatable; @file reads one').argParser(collect))
    .option('--json <data>', 'a JSON body')
    .option('-u, --user <user:password>', 'HTTP Basic credentials')
    .option('-m, --max-time <seconds>', 'for the whole call')
    .option('-k, --insecure', 'do not verify the certificate')
    .option('-x, --proxy <url>', 'proxy')
    .option('-L, --location', 'follow redirects');
}
