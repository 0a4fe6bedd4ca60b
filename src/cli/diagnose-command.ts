/** The main command: an input in, a report out. */
import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import checks from '#units/heads/checks';
import reports from '#units/lazy/reports';
import catalogue from '#units/signs/providers';
import { captureText, chooseExchange, interpret, judge, labelOf, noEvidence, type InterpretOptions } from '../diagnose.ts';
import { UnreadableInput } from '../model/capture.ts';
import { causeIds, causes, type CauseId } from '../model/cause.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { callingClient } from '../model/calling-client.ts';
import { answerOf, type Evidence, type Replay } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import { visible } from '../model/format.ts';
import type { RenderOptions } from '../model/report.ts';
import { sealExchange } from '../parse/seal.ts';
import { UsageError } from './errors.ts';
import { isPiped, readInputFile, readStdin } from './input.ts';
import { COMMANDS, EXIT } from './exit.ts';
import { nearest } from './nearest.ts';
import { curlArguments, strayCurlFlag } from './curl-flags.ts';
import type { MainOptions } from './options.ts';
import { colorLevel, stdoutStream, widthOf, writeAll } from './terminal.ts';

/** What is to be looked at: exchanges that were captured, or a request that is to be sent as given. */
export type Input = {
  exchanges: Exchange[];
  /** Of an archive that is too large to keep: the number of each of these exchanges in it, from 1, and how many it has. */
  numbers?: number[];
  total?: number;
  warnings: string[];
  given: boolean;
  name: string;
};

const numberOf = ({ numbers }: Input, index: number): number => numbers?.[index] ?? index + 1;
const totalOf = ({ exchanges, total }: Input): number => total ?? exchanges.length;

const isUrl = (word: string): boolean => /^https?:\/\//i.test(word);

/** Whether anything was named or piped; a terminal with nothing gets the short help. */
export function hasInput(inputs: readonly string[], options: MainOptions, curl: string[] | undefined): boolean {
  if (options.clipboard) return true;
  return inputs.length > 0 || curl !== undefined || options.evidence !== undefined || strayCurlFlag(options) !== undefined || isPiped();
}

async function readInput(inputs: readonly string[], options: MainOptions, curl: string[] | undefined): Promise<Input | undefined> {
  const [word] = inputs;
  const meant = inputs.length > 1 && !isUrl(word!) ? nearest(word!, COMMANDS) : undefined;
  if (meant !== undefined)
    throw new UsageError(`There is no command '${word!}'.`, `Did you mean: diagnose ${[meant, ...inputs.slice(1)].join(' ')}`);
  if (inputs.length + (curl ? 1 : 0) > 1)
    throw new UsageError(
      `Two inputs were given: ${inputs.slice(0, 2).join(' and ') || 'a file and a curl command'}.`,
      'Give one. A word with spaces in it needs quotes.',
    );
  if (options.clipboard) {
    if (word !== undefined || curl) throw new UsageError('Two inputs were given: the clipboard and another one.', 'Give one.');
    const { readClipboard } = await import('./clipboard.ts');
    return { ...(await captured(readClipboard(), options)), given: false, name: '--clipboard' };
  }
  const url = word !== undefined && isUrl(word) ? word : undefined;
  const stray = url === undefined ? strayCurlFlag(options) : undefined;
  if (stray)
    throw new UsageError(
      `${stray} belongs to a URL, and none was given.`,
      'Put the URL first, or the word curl: diagnose curl https://… -H …',
    );
  if (curl || url !== undefined) return readGiven(curl ?? curlArguments(url!, options));
  if (word !== undefined && /^\s*curl\s/.test(word)) return { ...(await captured(word, {})), given: true, name: 'curl …' };
  if (word === undefined && options.evidence !== undefined) return undefined;
  if (word === undefined || word === '-') return { ...(await captured(readStdin(), options)), given: false, name: '-' };
  const archive = await (await import('./archives.ts')).readArchive(word, options.entry);
  return { ...(archive ?? (await captured(readNamed(word), options, word))), given: false, name: word };
}

const captured = (text: string, { url }: Pick<MainOptions, 'url'>, file?: string): Promise<Pick<Input, 'exchanges' | 'warnings'>> =>
  captureText(text, { ...(url !== undefined && { url }), ...(file !== undefined && { file }) });

/** A file; a word that is none and looks like a command gets the nearest command's name. */
function readNamed(word: string): string {
  if (!/^[a-z-]+$/i.test(word) || existsSync(word)) return readInputFile(word);
  const near = nearest(word, COMMANDS);
  throw new UsageError(`There is no command and no file '${word}'.`, near ? `Did you mean: diagnose ${near}` : 'See diagnose --help.');
}

async function readGiven(argv: string[]): Promise<Input> {
  const { readCurl } = await import('../parse/curl-arguments.ts');
  const { exchanges, warnings } = readCurl(argv, { readFile: readOperand });
  if (!exchanges[0].request?.url)
    throw new UsageError('The curl command names no URL.', 'Put the URL after curl: diagnose curl https://… -H …');
  return { exchanges: exchanges.map(sealExchange), warnings, given: true, name: 'curl …' };
}

/** A file that a curl option names with @, "-" for stdin; undefined where it cannot be read. */
function readOperand(name: string): string | undefined {
  try {
    return name === '-' ? readStdin() : readFileSync(name, 'utf8');
  } catch {
    return undefined;
  }
}

/** Words that must name something there is: a typing error is told at once, before anything is sent. */
function checkWords(options: MainOptions): void {
  const providers = Object.keys(catalogue.profiles);
  const known = (flag: string, word: string | undefined, names: string[]): void => {
    if (word === undefined || names.includes(word)) return;
    const near = nearest(word, names);
    throw new UsageError(
      `${flag} does not know '${word}'.`,
      near ? `Did you mean ${near}?` : `It takes: ${names.length > 30 ? 'see diagnose list providers' : names.join(', ')}.`,
    );
  };
  known('--format', options.format, Object.keys(reports));
  for (const check of [...(options.only ?? []), ...(options.skip ?? [])]) known('--only and --skip', check, Object.keys(checks));
  known('--provider', options.provider, providers);
  known('--gateway', options.gateway, providers);
  const families = [...new Set(causeIds.map((id) => causes[id].family))];
  for (const word of options.failOn ?? []) known('--fail-on', word, [...families, ...causeIds, 'certain', 'likely', 'possible']);
}

/** Whether a call was made: a script or a collection holds requests alone. */
const wasAnswered = ({ response, failure, text, toldStatus }: Exchange): boolean =>
  response !== undefined || failure !== undefined || text !== undefined || toldStatus !== undefined;

/** Which exchange of several, and what to say of the others. */
async function pick(input: Input, entry: number | undefined, options: InterpretOptions): Promise<{ exchange: Exchange; note?: string }> {
  const { exchanges } = input;
  const total = totalOf(input);
  if (entry !== undefined) {
    const exchange = exchanges[input.numbers ? input.numbers.indexOf(entry) : entry - 1];
    if (exchange) return { exchange };
    if (entry <= total) throw new UnreadableInput(`Entry ${entry} of the input cannot be read.`, 'Choose another one.');
    throw new UsageError(`There is no entry ${entry}: the input has ${total}.`, `Give --entry 1 to ${total}.`);
  }
  const { index, alsoFailing } = await chooseExchange(exchanges, options);
  const exchange = exchanges[index]!;
  if (total === 1) return { exchange };
  const others = alsoFailing.slice(0, 5).map((i) => `${numberOf(input, i)} (${labelOf(exchanges[i]!)})`);
  const more = alsoFailing.length > 5 ? ` and ${alsoFailing.length - 5} more` : '';
  return {
    exchange,
    note: `This is entry ${numberOf(input, index)} of ${total}. ${others.length > 0 ? `Also failing: ${others.join(', ')}${more}. Choose one with --entry N.` : exchanges.every(wasAnswered) ? 'No other one fails.' : 'Choose another one with --entry N.'}`,
  };
}

function readEvidenceText(file: string): string {
  try {
    return readInputFile(file);
  } catch (error) {
    if (error instanceof UnreadableInput) throw new UnreadableInput(error.message, 'Give a file that --save-evidence wrote.');
    throw error;
  }
}

/** The exchange with the answer that sending it brought. */
export function answered(exchange: Exchange, evidence: Evidence): Exchange {
  const answer = answerOf<Replay>(evidence, 'replay');
  if (answer?.outcome !== 'answered') return exchange;
  const { text: _text, toldStatus: _toldStatus, response: _response, failure: _failure, ...asked } = exchange;
  const sealed = sealExchange({
    ...asked,
    ...('response' in answer.data ? { response: answer.data.response } : { failure: answer.data.failure }),
    at: answer.at,
  });
  return { ...sealed, secrets: [...exchange.secrets, ...sealed.secrets] };
}

/** What came of a request that was not sent, said where a reader would otherwise wonder. */
function unsentNote(exchange: Exchange, evidence: Evidence): string | undefined {
  if (!exchange.request || exchange.response || exchange.failure || exchange.text !== undefined) return undefined;
  const answer = answerOf<Replay>(evidence, 'replay');
  return `The request was not sent${answer && 'why' in answer ? ` (${answer.why})` : ''}, so there is no answer to judge. Add --replay to send it.`;
}

/** Runs the main command, and gives the exit code. */
export async function diagnoseCommand(inputs: string[], options: MainOptions, curl: string[] | undefined): Promise<number> {
  checkWords(options);
  checkSeveral(options);
  if (options.interactive || options.answer) (await import('./walk.ts')).checkWalk(options);
  const input = await readInput(inputs, options, curl);
  const now = new Date();
  const hints: InterpretOptions = {
    now,
    ...(options.provider !== undefined && { providerId: options.provider }),
    ...(options.gateway !== undefined && { gatewayId: options.gateway }),
  };
  if (input && (options.all || options.list)) return several(input, options, hints);

  const kept =
    options.evidence === undefined
      ? undefined
      : (await import('../evidence/world/evidence-file.ts')).readEvidence(readEvidenceText(options.evidence));
  const { exchange, note } = input ? await pick(input, options.entry, hints) : { exchange: keptExchange(kept!), note: undefined };
  if (options.dryRun)
    return dryRun(
      exchange,
      [...(input?.warnings ?? []), note].filter((line) => line !== undefined),
      options,
    );
  const { evidence: gathered, interrupted } = kept ? { evidence: kept, interrupted: false } : await ask(exchange, input!, options, hints);
  const whole = kept && input ? exchange : answered(exchange, gathered);
  const read = await interpret(whole, hints);
  const known = options.good === undefined ? gathered : await (await import('./good.ts')).withGood(gathered, options.good, read, hints);
  const walk = options.answer || options.interactive ? await import('./walk.ts') : undefined;
  const walked = await walk?.withAnswers(read, known, interrupted ? { ...options, interactive: false } : options, now);
  const evidence = walked?.evidence ?? known;
  if (options.saveEvidence !== undefined) await save(options.saveEvidence, evidence, whole);

  const warnings = [...(input?.warnings ?? []), note, unsentNote(whole, evidence)].filter((line) => line !== undefined);
  const diagnosis = await judge(read, evidence, {
    now,
    warnings,
    ...(options.only && { only: new Set(options.only) }),
    ...(options.skip && { skip: new Set(options.skip) }),
  });
  await print(
    diagnosis,
    options,
    `${input?.name === undefined || input.name === '-' ? '… | diagnose ticket' : `diagnose ticket ${input.name}`}${walk?.flagsOf(evidence) ?? ''}`,
  );
  return interrupted || walked?.interrupted ? EXIT.interrupted : exitCode(diagnosis, options);
}

/** Prints the request that would be sent, and what of the input it leaves out. */
async function dryRun(exchange: Exchange, warnings: string[], options: MainOptions): Promise<number> {
  const { renderRequest } = await import('./dry-run.ts');
  const text = renderRequest(exchange, warnings, options.format);
  if (options.output === undefined) writeAll(1, text);
  else writeOut(options.output, text);
  if (options.format !== 'json') for (const warning of warnings) writeAll(2, `diagnose: ${visible(warning)}\n`);
  return EXIT.fine;
}

/** What --all and --list do not go with is told at once. */
function checkSeveral(options: MainOptions): void {
  const flag = options.all ? '--all' : options.list ? '--list' : undefined;
  if (flag === undefined) return;
  const rivals: [boolean, string][] = [
    [options.all === true && options.list === true, '--list'],
    [options.entry !== undefined, '--entry'],
    [options.dryRun === true, '--dry-run'],
    [options.replay === true, '--replay'],
    [options.evidence !== undefined, '--evidence'],
    [options.saveEvidence !== undefined, '--save-evidence'],
    [options.good !== undefined, '--good'],
    [options.interactive === true, '--interactive'],
    [options.answer !== undefined, '--answer'],
  ];
  const rival = rivals.find(([isGiven]) => isGiven)?.[1];
  if (rival !== undefined)
    throw new UsageError(
      `${flag} and ${rival} do not go together.`,
      rival === '--list' ? 'Give one of them.' : `${rival} is for one exchange: choose it with --entry N.`,
    );
  const format = options.format ?? 'text';
  if (options.list && format !== 'text')
    throw new UsageError('--list prints a table, as text alone.', 'For programs there is --all --format json.');
  if (options.all && !SEPARATED.has(format))
    throw new UsageError(`--all does not go with --format ${format}.`, `It takes: ${[...SEPARATED].join(', ')}.`);
}

/** Formats of which several documents may follow each other. */
const SEPARATED = new Set(['text', 'json', 'markdown', 'ticket']);

/** Every failing exchange of the input: a table, or a report for each. */
async function several(input: Input, options: MainOptions, hints: InterpretOptions): Promise<number> {
  if (input.given)
    throw new UsageError(
      `${options.all ? '--all' : '--list'} is for an input with several exchanges, and this is one request.`,
      'Leave it out.',
    );
  const { reportAll, printTable } = await import('./several.ts');
  const numbered = input.exchanges.map((exchange, i) => ({ number: numberOf(input, i), exchange }));
  return options.list
    ? printTable(numbered, { options, hints, total: totalOf(input), warnings: input.warnings })
    : reportAll(numbered, { options, hints, total: totalOf(input), warnings: input.warnings, name: input.name });
}

function keptExchange(kept: Evidence): Exchange {
  if (!kept.exchange)
    throw new UnreadableInput(
      'The evidence file does not hold the exchange.',
      'Give the input beside it: diagnose call.txt --evidence FILE',
    );
  return { ...kept.exchange, secrets: [] };
}

type Asked = { evidence: Evidence; interrupted: boolean };

/** Why nothing is sent: a request that was given is sent, and a captured one with --replay; a pipe or a file by itself sends nothing. */
function reasonNotToSend({ given }: Input, { offline, replay }: MainOptions): string | undefined {
  if (offline) return 'offline';
  return given || replay ? undefined : 'a pipe or a file sends nothing';
}

/** Asks the world where that is wanted, and looks at this machine where the exchange has a key or a file was named. */
async function ask(exchange: Exchange, input: Input, options: MainOptions, hints: InterpretOptions): Promise<Asked> {
  const offline = reasonNotToSend(input, options);
  const isNamed = [options.logs, options.gatewayLogs, options.good].some((file) => file !== undefined);
  const { request, secrets } = exchange;
  const looks =
    isNamed ||
    options.interactive ||
    (request !== undefined && (secrets.length > 0 || request.body !== undefined)) ||
    callingClient(exchange) !== undefined;
  if (offline !== undefined && !looks) return { evidence: noEvidence(hints.now, offline), interrupted: false };
  for (const file of [options.logs, options.gatewayLogs, options.good]) if (file !== undefined) mustBeReadable(file);
  const { gatherLive } = await import('./live.ts');
  return gatherLive(exchange, { given: input.given, options, hints, ...(offline !== undefined && { offline }) });
}

/** A file that was named and is not there is told at once, as for an input. */
function mustBeReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
    if (statSync(file).isDirectory()) throw new UnreadableInput(`${file} is a folder.`, 'Name a file.');
  } catch (error) {
    if (error instanceof UnreadableInput) throw error;
    throw new UnreadableInput(
      `The file ${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`,
      'Name a file that exists and that you may read.',
    );
  }
}

async function save(file: string, evidence: Evidence, exchange: Exchange): Promise<void> {
  const { writeEvidence } = await import('../evidence/world/evidence-file.ts');
  const { secrets: _secrets, ...shown } = exchange;
  writeOut(file, writeEvidence({ ...evidence, exchange: shown }));
}

export function writeOut(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(
      `The file ${file} cannot be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`,
      'Name a file in a folder that exists and that you may write to.',
    );
  }
}

type PrintOptions = Pick<MainOptions, 'format' | 'output' | 'color' | 'bodies'>;

/** The report as it is to be shown on stdout or kept in --output. */
export async function rendered(diagnosis: Diagnosis, options: PrintOptions, ticketCommand: string): Promise<string> {
  const report = await reports[options.format ?? 'text']!();
  const toFile = options.output !== undefined;
  const stdout = stdoutStream();
  const render: RenderOptions = {
    color: toFile ? 0 : colorLevel(options.color, stdout, process.env),
    width: toFile ? 80 : widthOf(stdout),
    ...(options.bodies && { bodies: true }),
    ticketCommand,
  };
  return report.render(diagnosis, render);
}

/** Renders the report to stdout or to --output. */
export async function print(diagnosis: Diagnosis, options: PrintOptions, ticketCommand: string): Promise<void> {
  const text = await rendered(diagnosis, options, ticketCommand);
  if (options.output === undefined) writeAll(1, text);
  else writeOut(options.output, text);
}

/** The contract's exit code; --fail-on narrows what counts, --exit-zero turns it off. */
export function exitCode(
  { verdict }: { verdict: Pick<Diagnosis['verdict'], 'cause' | 'family' | 'confidence'> },
  { failOn, exitZero }: Pick<MainOptions, 'failOn' | 'exitZero'>,
): number {
  if (exitZero || verdict.cause === 'success') return EXIT.fine;
  if (failOn && failOn.length > 0 && ![verdict.cause, verdict.family, verdict.confidence].some((word) => failOn.includes(word)))
    return EXIT.fine;
  return verdict.cause === ('unknown' satisfies CauseId) ? EXIT.unknown : EXIT.found;
}
