/** `diagnose check`: reads the file, runs its checks, prints the result. */
import { verdictWords } from './schema.ts';
import { visible } from '../../model/format.ts';
import type { RenderOptions } from '../../model/report.ts';
import { writeOut } from '../diagnose-command.ts';
import { UsageError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import { nearest } from '../nearest.ts';
import { colorLevel, stdoutStream, widthOf, writeAll } from '../terminal.ts';
import { readBaseline, withBaseline } from './baseline.ts';
import { exitOf } from './fail-on.ts';
import type { CheckOptions, Format } from './options.ts';
import { BadCheckFile, lineOf } from './problems.ts';
import { findCheckFile, readCheckFile } from './read-file.ts';
import { githubProblems, renderGithub } from './render/github.ts';
import { renderJson } from './render/json.ts';
import { renderJunit } from './render/junit.ts';
import { renderText } from './render/text.ts';
import { prepare } from './request.ts';
import { runChecks } from './run.ts';
import type { State } from './state.ts';
import type { CheckSpec, LoadedFile, RunResult } from './types.ts';
import { openVault, type Environment, type Vault } from './variables.ts';

/** Runs the command, and gives the exit code. `curl` holds the words of a curl command on the line, for --init. */
export async function checkCommand(path: string | undefined, options: CheckOptions, curl: string[] | undefined): Promise<number> {
  checkWords(options, curl);
  if (options.init) return (await import('./init.ts')).initCommand(path, curl, process.env);
  try {
    const file = await readCheckFile(path ?? findCheckFile());
    return await (options.validate ? validate(file, options) : runFile(file, options));
  } catch (error) {
    if (error instanceof BadCheckFile) return complain(error, options);
    throw error;
  }
}

function checkWords({ init, validate: validates, failOn }: CheckOptions, curl: string[] | undefined): void {
  if (curl && !init) throw new UsageError('A curl command goes with --init alone.', 'diagnose check --init curl https://… -H …');
  if (init && validates) throw new UsageError('--init and --validate do not go together.', 'Give one of them.');
  const known = [...verdictWords, 'certain', 'likely', 'possible'];
  for (const word of failOn ?? []) {
    if (known.includes(word)) continue;
    const near = nearest(word, known);
    throw new UsageError(
      `--fail-on does not know '${word}'.`,
      near ? `Did you mean ${near}?` : 'It takes causes, families and confidences: see diagnose list causes.',
    );
  }
}

/** Every mistake on its line, on stderr; with --format json the same as one document on stdout. Nothing was sent. */
function complain({ file, problems, message }: BadCheckFile, { format }: CheckOptions): number {
  if (format === 'json')
    writeAll(
      1,
      `${JSON.stringify({ schema: 1, error: { kind: 'input', message, suggestion: 'Nothing was sent.', file, problems } }, null, 2)}\n`,
    );
  if (format === 'github') writeAll(1, githubProblems(file, problems));
  writeAll(2, `${problems.map((problem) => lineOf(file, problem)).join('\n')}\ndiagnose: ${message} Nothing was sent.\n`);
  return EXIT.usage;
}

type Chosen = { spec: CheckSpec; index: number };

/** The checks that --only and --tag choose; all without them. Throws UsageError for a name or a tag that no check has. */
function choose({ content: { checks } }: LoadedFile, { only, tag }: Pick<CheckOptions, 'only' | 'tag'>): Chosen[] {
  const mustBeKnown = (flag: string, given: readonly string[] = [], known: readonly string[]): void => {
    for (const word of given) {
      if (known.includes(word)) continue;
      const near = nearest(word, known);
      throw new UsageError(
        `${flag}: no check of the file has '${word}'.`,
        near ? `Did you mean '${near}'?` : known.length === 0 ? 'The file has none.' : `There are: ${known.slice(0, 20).join(', ')}.`,
      );
    }
  };
  mustBeKnown(
    '--only',
    only,
    checks.map(({ name }) => name),
  );
  mustBeKnown('--tag', tag, [...new Set(checks.flatMap(({ tags }) => tags ?? []))]);
  return checks
    .map((spec, index) => ({ spec, index }))
    .filter(({ spec }) => (!only || only.includes(spec.name)) && (!tag || (spec.tags ?? []).some((each) => tag.includes(each))));
}

/** Sends nothing. A variable that is not set here may be set where the checks run: it is named, and is no mistake. */
async function validate(file: LoadedFile, options: CheckOptions): Promise<number> {
  const chosen = choose(file, options);
  const vault = openVault(process.env);
  const problems = [...(await prepare(file, chosen, vault)).problems, ...(await notifiersOf(file, vault)).problems];
  const mistakes = problems.filter(({ variable }) => variable === undefined);
  if (mistakes.length > 0) throw new BadCheckFile(file.path, mistakes);
  const unset = [...new Set(problems.map(({ variable }) => variable))];
  const count = `${chosen.length} ${chosen.length === 1 ? 'check' : 'checks'}`;
  if (options.format === 'json') writeAll(1, `${JSON.stringify({ schema: 1, file: file.path, checks: chosen.length, unset }, null, 2)}\n`);
  else
    writeAll(1, `${file.path}: ${count}, no mistakes. Nothing was sent.\n${unset.length > 0 ? `Not set here: ${unset.join(', ')}\n` : ''}`);
  return EXIT.fine;
}

async function runFile(file: LoadedFile, options: CheckOptions): Promise<number> {
  const earlier = options.baseline === undefined ? undefined : readBaseline(options.baseline);
  const keeping =
    options.state === undefined ? undefined : { path: options.state, before: (await import('./state.ts')).readState(options.state) };
  if (!keeping && file.content.notify) writeAll(2, 'diagnose: Nobody is notified without --state FILE.\n');
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once('SIGINT', interrupt);
  try {
    const result = await runLoaded(file, {
      ...options,
      environment: process.env,
      signal: interruption.signal,
      ...(earlier && { earlier }),
      ...(keeping && { keeping }),
    });
    await print(result, options);
    const troubles = troublesOf(result);
    writeAll(2, troubles.map((each) => `diagnose: ${visible(each)}\n`).join(''));
    if (interruption.signal.aborted) return EXIT.interrupted;
    if (options.exitZero) return EXIT.fine;
    const code = exitOf(result, options.failOn);
    return code === EXIT.fine && troubles.length > 0 ? EXIT.unknown : code;
  } finally {
    process.off('SIGINT', interrupt);
  }
}

/** Loaded where somebody may have to be told. */
const notifiersOf = async (file: LoadedFile, vault: Vault) => (await import('./notify/notifiers.ts')).prepareNotifiers(file, vault);

/** What went wrong beside the checks: a notifier that was not reached, a state that was not kept. */
const troublesOf = ({ notifications = [], warnings = [] }: RunResult): string[] => [
  ...notifications.filter(({ outcome }) => outcome === 'failed').map(({ notifier, says }) => `Not notified: ${notifier}: ${says}.`),
  ...warnings,
];

export type RunLoadedOptions = Pick<CheckOptions, 'only' | 'tag' | 'jobs' | 'timeout' | 'retries' | 'failOn'> & {
  environment: Environment;
  signal: AbortSignal;
  /** Origins that a server on loopback stands in for. */
  origins?: Readonly<Record<string, string>>;
  /** Of a baseline: what failed before. */
  earlier?: ReadonlyMap<string, readonly string[]>;
  /** The state file, and what was in it. */
  keeping?: { path: string; before: State };
};

/** Runs the chosen checks of a file. Throws `BadCheckFile`, before anything is sent, where one of them cannot be made. */
export async function runLoaded(file: LoadedFile, options: RunLoadedOptions): Promise<RunResult> {
  const { environment, jobs, timeout, retries, signal, origins, earlier, keeping, failOn } = options;
  const vault = openVault(environment);
  const { prepared, problems } = await prepare(file, choose(file, options), vault);
  const notify = keeping ? await notifiersOf(file, vault) : { notifiers: [], problems: [] };
  if (problems.length + notify.problems.length > 0) throw new BadCheckFile(file.path, [...problems, ...notify.problems]);
  const progress = await startProgress(prepared.length);
  try {
    const run = await runChecks(prepared, {
      file,
      environment,
      timeoutSeconds: timeout,
      retries,
      signal,
      ...(origins && { origins }),
      jobs,
      vault,
      onAnswered: (done) => progress?.show(done),
    });
    const judged = earlier ? withBaseline(run, earlier) : run;
    const elsewhere = { environment, signal, ...(origins && { origins }) };
    return keeping
      ? await (await import('./keep-state.ts')).keepState(judged, { ...elsewhere, ...keeping, notifiers: notify.notifiers, failOn })
      : judged;
  } finally {
    progress?.stop();
  }
}

/** On a terminal alone: how many are done. */
async function startProgress(total: number): Promise<{ show(done: number): void; stop(): void } | undefined> {
  if (!process.stderr.isTTY) return undefined;
  const words = (done: number): string => `${done} of ${total} checks`;
  const spinner = (await import('ora')).default({ stream: process.stderr, discardStdin: false, text: words(0) }).start();
  return { show: (done) => void (spinner.text = words(done)), stop: () => void spinner.stop() };
}

async function print(run: RunResult, { format, output, color, failOn }: CheckOptions): Promise<void> {
  const stdout = stdoutStream();
  const toFile = output !== undefined;
  const how: RenderOptions = { color: toFile ? 0 : colorLevel(color, stdout, process.env), width: toFile ? 80 : widthOf(stdout) };
  const text = await rendered(run, format, how, failOn);
  if (output === undefined) writeAll(1, text);
  else writeOut(output, text);
}

/** A run in one of the formats. */
export async function rendered(run: RunResult, format: Format, how: RenderOptions, failOn?: readonly string[]): Promise<string> {
  if (format === 'json') return renderJson(run);
  if (format === 'junit') return renderJunit(run);
  return format === 'github' ? renderGithub(run, how, failOn) : renderText(run, how);
}
