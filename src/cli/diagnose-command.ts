/** The main command: an input in, a report out. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import checks from '#units/checks';
import reports from '#units/lazy/reports';
import catalogue from '#units/signs/providers';
import { captureText, chooseExchange, interpret, judge, labelOf, noEvidence, type InterpretOptions } from '../diagnose.ts';
import { UnreadableInput } from '../model/capture.ts';
import { causeIds, causes, type CauseId } from '../model/cause.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { answerOf, type Evidence, type Replay } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
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
export type Input = { exchanges: Exchange[]; warnings: string[]; given: boolean; name: string };

const isUrl = (word: string): boolean => /^https?:\/\//i.test(word);

/** Whether anything was named or piped; a terminal with nothing gets the short help. */
export function hasInput(inputs: readonly string[], options: MainOptions, curl: string[] | undefined): boolean {
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
  return { ...(await captured(readNamed(word), options, word)), given: false, name: word };
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
  const { exchange, warnings } = readCurl(argv, { readFile: readOperand });
  if (!exchange.request?.url)
    throw new UsageError('The curl command names no URL.', 'Put the URL after curl: diagnose curl https://… -H …');
  return { exchanges: [sealExchange({ ...exchange, source: { shape: 'curl-command' } })], warnings, given: true, name: 'curl …' };
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
  const providers = Object.keys(catalogue);
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

/** Which exchange of several, and what to say of the others. */
async function pick(input: Input, entry: number | undefined, options: InterpretOptions): Promise<{ exchange: Exchange; note?: string }> {
  const { exchanges } = input;
  if (entry !== undefined) {
    const exchange = exchanges[entry - 1];
    if (!exchange)
      throw new UsageError(`There is no entry ${entry}: the input has ${exchanges.length}.`, `Give --entry 1 to ${exchanges.length}.`);
    return { exchange };
  }
  const { index, alsoFailing } = await chooseExchange(exchanges, options);
  const exchange = exchanges[index]!;
  if (exchanges.length === 1) return { exchange };
  const others = alsoFailing.slice(0, 5).map((i) => `${i + 1} (${labelOf(exchanges[i]!)})`);
  const more = alsoFailing.length > 5 ? ` and ${alsoFailing.length - 5} more` : '';
  return {
    exchange,
    note: `This is entry ${index + 1} of ${exchanges.length}. ${others.length > 0 ? `Also failing: ${others.join(', ')}${more}. Choose one with --entry N.` : 'No other one fails.'}`,
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
  const input = await readInput(inputs, options, curl);
  const now = new Date();
  const hints: InterpretOptions = {
    now,
    ...(options.provider !== undefined && { providerId: options.provider }),
    ...(options.gateway !== undefined && { gatewayId: options.gateway }),
  };

  const kept =
    options.evidence === undefined
      ? undefined
      : (await import('../evidence/world/evidence-file.ts')).readEvidence(readEvidenceText(options.evidence));
  const { exchange, note } = input ? await pick(input, options.entry, hints) : { exchange: keptExchange(kept!), note: undefined };
  const { evidence, interrupted } = kept ? { evidence: kept, interrupted: false } : await ask(exchange, input!, options, hints);
  const whole = kept && input ? exchange : answered(exchange, evidence);
  if (options.saveEvidence !== undefined) await save(options.saveEvidence, evidence, whole);

  const warnings = [...(input?.warnings ?? []), note, unsentNote(whole, evidence)].filter((line) => line !== undefined);
  const diagnosis = judge(await interpret(whole, hints), evidence, {
    now,
    warnings,
    ...(options.only && { only: new Set(options.only) }),
    ...(options.skip && { skip: new Set(options.skip) }),
  });
  await print(
    diagnosis,
    options,
    input?.name === undefined || input.name === '-' ? '… | diagnose ticket' : `diagnose ticket ${input.name}`,
  );
  return interrupted ? EXIT.interrupted : exitCode(diagnosis, options);
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

/** Asks the world where that is wanted: for a request that was given, or with --replay; a pipe or a file by itself sends nothing. */
async function ask(exchange: Exchange, input: Input, options: MainOptions, hints: InterpretOptions): Promise<Asked> {
  if (options.offline) return { evidence: noEvidence(hints.now, 'offline'), interrupted: false };
  if (!input.given && !options.replay) return { evidence: noEvidence(hints.now, 'a pipe or a file sends nothing'), interrupted: false };
  const { gatherLive } = await import('./live.ts');
  return gatherLive(exchange, { given: input.given, options, hints });
}

async function save(file: string, evidence: Evidence, exchange: Exchange): Promise<void> {
  const { writeEvidence } = await import('../evidence/world/evidence-file.ts');
  const { secrets: _secrets, ...shown } = exchange;
  writeOut(file, writeEvidence({ ...evidence, exchange: shown }));
}

function writeOut(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(
      `The file ${file} cannot be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`,
      'Name a file in a folder that exists and that you may write to.',
    );
  }
}

/** Renders the report to stdout or to --output. */
export async function print(
  diagnosis: Diagnosis,
  options: Pick<MainOptions, 'format' | 'output' | 'color' | 'bodies'>,
  ticketCommand: string,
): Promise<void> {
  const report = await reports[options.format ?? 'text']!();
  const toFile = options.output !== undefined;
  const stdout = stdoutStream();
  const render: RenderOptions = {
    color: toFile ? 0 : colorLevel(options.color, stdout, process.env),
    width: toFile ? 80 : widthOf(stdout),
    ...(options.bodies && { bodies: true }),
    ticketCommand,
  };
  const text = await report.render(diagnosis, render);
  if (toFile) writeOut(options.output!, text);
  else writeAll(1, text);
}

/** The contract's exit code; --fail-on narrows what counts, --exit-zero turns it off. */
export function exitCode({ verdict }: Diagnosis, { failOn, exitZero }: Pick<MainOptions, 'failOn' | 'exitZero'>): number {
  if (exitZero || verdict.cause === 'success') return EXIT.fine;
  if (failOn && failOn.length > 0 && ![verdict.cause, verdict.family, verdict.confidence].some((word) => failOn.includes(word)))
    return EXIT.fine;
  return verdict.cause === ('unknown' satisfies CauseId) ? EXIT.unknown : EXIT.found;
}
