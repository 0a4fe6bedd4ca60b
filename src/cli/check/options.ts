/** The options of `diagnose check`, as commander reads them. */
import { Option, type Command } from 'commander';

export type CheckOptions = {
  init?: boolean;
  validate?: boolean;
  only?: string[];
  tag?: string[];
  jobs: number;
  timeout: number;
  retries: number;
  format: Format;
  output?: string;
  failOn?: string[];
  baseline?: string;
  state?: string;
  exitZero?: boolean;
  color: 'auto' | 'always' | 'never';
};

const FORMATS = ['text', 'json', 'junit', 'github'] as const;
export type Format = (typeof FORMATS)[number];

const collect = (value: string, before: string[] = []): string[] => [...before, value];
const words = (value: string, before: string[] = []): string[] => [
  ...before,
  ...value
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
];

const between =
  (name: string, least: number, most: number, isWhole: boolean) =>
  (value: string): number => {
    const number = Number(value);
    if (value.trim() === '' || Number.isNaN(number) || number < least || number > most || (isWhole && !Number.isInteger(number)))
      throw new RangeError(`${name} takes a ${isWhole ? 'whole number' : 'number'} from ${least} to ${most}, not '${value}'.`);
    return number;
  };

const EXAMPLES = `
Examples:
  $ diagnose check --init
  $ diagnose check
  $ diagnose check --tag smoke --jobs 10 --format junit --output result.xml
  $ diagnose check diagnose.yaml --validate
`;

/** Puts the options on the command. */
export function addCheckOptions(command: Command): Command {
  return command
    .addHelpText('beforeAll', EXAMPLES)
    .option('--init', 'write a first file, from the keys in the environment or from a curl command')
    .option('--validate', 'check the file, and send nothing')
    .addOption(new Option('--only <name>', 'run this check, repeatable').argParser(collect))
    .addOption(new Option('--tag <words>', 'run the checks with one of these tags').argParser(words))
    .addOption(new Option('--jobs <n>', 'how many at a time').argParser(between('--jobs', 1, 1000, true)).default(4))
    .addOption(new Option('--timeout <seconds>', 'for each request').argParser(between('--timeout', 0.001, 86_400, false)).default(10))
    .addOption(
      new Option('--retries <n>', 'try again where the verdict advises it, never after a 402')
        .argParser(between('--retries', 0, 20, true))
        .default(0),
    )
    .addOption(new Option('-f, --format <name>', 'how the result is printed').choices(FORMATS).default('text'))
    .option('-o, --output <file>', 'write the result to a file')
    .addOption(new Option('--fail-on <words>', 'count these causes, families or confidences only').argParser(words))
    .option('--baseline <file>', 'the JSON result of an earlier run: what failed then does not count')
    .option('--state <file>', 'keep what was found: notify of changes alone, and show how long the balance lasts')
    .option('--exit-zero', 'exit 0 whatever was found')
    .addOption(new Option('--color <when>', 'colour').choices(['auto', 'always', 'never']).default('auto'));
}
