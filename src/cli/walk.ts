/** What only a person can see: asked one question at a time, or answered on the command line. */
import { closeSync, openSync } from 'node:fs';
import { isatty, ReadStream } from 'node:tty';
import checks from '#units/checks';
import { wrapAnsi } from 'fast-wrap-ansi';
import { openQuestions, type Interpreted, type OpenQuestion } from '../diagnose.ts';
import { answersIn } from '../interpret/revise.ts';
import { PERSON, type Evidence, type PersonAnswers } from '../model/evidence.ts';
import { visible } from '../model/format.ts';
import { UsageError } from './errors.ts';
import { nearest } from './nearest.ts';
import type { MainOptions } from './options.ts';
import { widthOf, writeAll } from './terminal.ts';

type WalkOptions = Pick<MainOptions, 'answer' | 'interactive' | 'input' | 'only' | 'skip' | 'color'>;

/** The evidence with the answers in it, and whether Ctrl-C ended the asking. */
export type Walked = { evidence: Evidence; interrupted: boolean };

function withPerson(evidence: Evidence, data: PersonAnswers, now: Date): Evidence {
  if (Object.keys(data).length === 0) return evidence;
  return {
    ...evidence,
    answers: { ...evidence.answers, [PERSON]: { outcome: 'answered', at: now.toISOString(), asked: 'a person', data } },
  };
}

type GivenAnswer = { id: string; value: string };

/** `account=expired` as its check and its word. Throws UsageError where it is not of that form, or there is no such check. */
function readAnswer(answer: string): GivenAnswer {
  const [, id = '', value = ''] = /^([\w-]+)=(.+)$/.exec(answer.trim()) ?? [];
  if (id === '') throw new UsageError(`--answer takes check=word, not '${answer}'.`, 'For example: --answer payment-method=expired');
  if (Object.hasOwn(checks, id)) return { id, value };
  const near = nearest(id, Object.keys(checks));
  throw new UsageError(`--answer does not know the check '${id}'.`, near ? `Did you mean ${near}?` : 'See diagnose list checks.');
}

/** The answers of the command line. Throws UsageError where a check asks nothing about this call, or does not take the word. */
async function given(read: Interpreted, evidence: Evidence, options: WalkOptions, now: Date): Promise<PersonAnswers> {
  const answers: PersonAnswers = {};
  // An answer on the command line may replace one that was kept.
  const { [PERSON]: _kept, ...others } = evidence.answers;
  const asked = await openQuestions(read, { ...evidence, answers: others }, { now });
  const open = new Map(asked.map(({ id, question }) => [id, question]));
  for (const { id, value } of (options.answer ?? []).map(readAnswer)) {
    const question = open.get(id);
    if (!question)
      throw new UsageError(
        `The check '${id}' asks nothing about this call.`,
        open.size > 0 ? `These do: ${[...open.keys()].join(', ')}.` : 'No check does.',
      );
    const words = question.choices.map((choice) => choice.value);
    if (!words.includes(value)) throw new UsageError(`--answer ${id} does not take '${value}'.`, `It takes: ${words.join(', ')}.`);
    answers[id] = value;
  }
  return answers;
}

/** The terminal that a person types at: standard input, or where that is a pipe, the one that the process was started from. */
function keyboard(): number | undefined {
  if (isatty(0)) return 0;
  try {
    return openSync('/dev/tty', 'r');
  } catch {
    return undefined;
  }
}

/** Throws UsageError where --interactive has nobody to ask, or an answer cannot be one, so that this is told before anything is sent. */
export function checkWalk({ interactive, input, answer = [] }: Pick<MainOptions, 'interactive' | 'input' | 'answer'>): void {
  answer.forEach(readAnswer);
  if (!interactive) return;
  if (input === false) throw new UsageError('--interactive asks, and --no-input forbids it.', 'Give one of them, or --answer check=word.');
  const descriptor = isatty(2) ? keyboard() : undefined;
  if (descriptor !== undefined && descriptor !== 0) closeSync(descriptor);
  if (descriptor === undefined)
    throw new UsageError('Nobody can be asked here: --interactive needs a terminal.', 'Answer with --answer check=word instead.');
}

/**
 * The evidence with what a person answered: on the command line, and with --interactive at the keyboard, in the order that is
 * likeliest to settle the case. Ctrl-C ends the asking and keeps what was answered.
 */
export async function withAnswers(read: Interpreted, evidence: Evidence, options: WalkOptions, now: Date): Promise<Walked> {
  const answers = { ...answersIn(evidence), ...(await given(read, evidence, options, now)) };
  if (!options.interactive) return { evidence: withPerson(evidence, answers, now), interrupted: false };
  const descriptor = keyboard() ?? 0;
  const input = descriptor === 0 ? process.stdin : new ReadStream(descriptor);
  try {
    const walked = await walk(read, evidence, answers, { options, now, input });
    say('');
    return walked;
  } finally {
    if (descriptor !== 0) input.destroy();
  }
}

type Setting = { options: WalkOptions; now: Date; input: NodeJS.ReadStream };

async function walk(read: Interpreted, evidence: Evidence, known: PersonAnswers, { options, now, input }: Setting): Promise<Walked> {
  let answers = known;
  const passed = new Set<string>();
  const left = (): Promise<OpenQuestion[]> =>
    openQuestions(read, withPerson(evidence, answers, now), {
      now,
      ...(options.only && { only: new Set(options.only) }),
      skip: new Set([...(options.skip ?? []), ...passed]),
    });
  const count = (await left()).length;
  say(count === 0 ? 'There is nothing to ask a person about this call.' : opening(count));
  if (options.color === 'never') {
    // Inquirer colours by the environment alone.
    delete process.env['FORCE_COLOR'];
    process.env['NO_COLOR'] = '1';
  }
  for (let number = 1; ; number++) {
    const open = await left();
    const [next] = open;
    if (!next) return { evidence: withPerson(evidence, answers, now), interrupted: false };
    say(heading(next, `${number} of ${number - 1 + open.length}`));
    const answer = await askPerson(next, input);
    if (answer === undefined) return { evidence: withPerson(evidence, answers, now), interrupted: true };
    if (answer === PASS) passed.add(next.id);
    else answers = { ...answers, [next.id]: answer };
  }
}

const opening = (count: number): string =>
  `${count === 1 ? 'There is one question' : `There are ${count} questions`} that only a person can answer. Ctrl-C prints the report with what was answered.`;

/** What the question is about: the check, what it could not see, what to do, and where. */
function heading({ title, finding }: OpenQuestion, place: string): string {
  const where = finding.link ? [`See ${finding.link.url}`] : [];
  return ['', `${title} (${place})`, ...[`${finding.says}.`, ...(finding.steps ?? []), ...where].map((line) => `  ${line}`)].join('\n');
}

const upperFirst = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Lines for a person, on stderr, wrapped under their own indent. */
function say(text: string): void {
  const width = widthOf(process.stderr);
  for (const line of text.split('\n')) {
    const indent = /^ */.exec(line)![0];
    const wrapped = wrapAnsi(visible(line.slice(indent.length)), width - indent.length).split('\n');
    writeAll(2, `${wrapped.map((part) => `${indent}${part}`.trimEnd()).join('\n')}\n`);
  }
}

/** The flags that give the same answers again. */
export const flagsOf = (evidence: Evidence): string =>
  Object.entries(answersIn(evidence))
    .filter((pair) => pair.every((word) => /^[\w-]+$/.test(word)))
    .map(([id, value]) => ` --answer ${id}=${value}`)
    .join('');

/** No check's word begins with a space. */
const PASS = ' pass';

/** One question; undefined where the person ends the walk. */
async function askPerson({ question }: OpenQuestion, input: NodeJS.ReadStream): Promise<string | undefined> {
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ input, output: process.stderr });
  // The end of the input (Ctrl-D) leaves a prompt unanswered for ever, and nothing to wait for.
  let end = (): void => {};
  const ended = new Promise<undefined>((resolve) => {
    end = () => resolve(undefined);
    process.once('beforeExit', end);
  });
  try {
    const asked = prompt<{ answer: string }>([
      {
        type: 'select',
        name: 'answer',
        message: visible(upperFirst(question.says)),
        choices: [...question.choices.map(({ value, says }) => ({ value, name: visible(says) })), { value: PASS, name: 'I cannot tell' }],
      },
    ]);
    return (await Promise.race([asked, ended]))?.answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  } finally {
    process.off('beforeExit', end);
  }
}
