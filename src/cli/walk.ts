/** What only a person can see: asked one question at a time, or answered on the command line. */
import checks from '#units/checks';
import { openQuestions, type Interpreted, type OpenQuestion } from '../diagnose.ts';
import { PERSON, personAnswers, type Evidence, type PersonAnswers } from '../model/evidence.ts';
import { UsageError } from './errors.ts';
import { nearest } from './nearest.ts';
import type { MainOptions } from './options.ts';

type WalkOptions = Pick<MainOptions, 'answer' | 'interactive' | 'input' | 'only' | 'skip'>;

const withPerson = (evidence: Evidence, answers: PersonAnswers, now: Date): Evidence => ({
  ...evidence,
  answers: { ...evidence.answers, [PERSON]: { outcome: 'answered', at: now.toISOString(), asked: 'you', data: answers } },
});

/** `account=expired` as its check and its word. Throws UsageError where the check is unknown or asks no such thing. */
function given(read: Interpreted, evidence: Evidence, options: WalkOptions, now: Date): PersonAnswers {
  const answers: PersonAnswers = {};
  const open = new Map(openQuestions(read, evidence, { now }).map((question) => [question.id, question.question]));
  for (const answer of options.answer ?? []) {
    const [, id = '', value = ''] = /^([\w-]+)=(.+)$/.exec(answer.trim()) ?? [];
    if (id === '') throw new UsageError(`--answer takes check=word, not '${answer}'.`, 'For example: --answer account=expired');
    if (!(id in checks)) {
      const near = nearest(id, Object.keys(checks));
      throw new UsageError(`--answer does not know the check '${id}'.`, near ? `Did you mean ${near}?` : 'See diagnose list checks.');
    }
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

/**
 * The evidence with what a person answered: on the command line, and with --interactive at the keyboard, in the order that is
 * likeliest to settle the case. Ctrl-C ends the asking and keeps what was answered.
 */
export async function withAnswers(read: Interpreted, evidence: Evidence, options: WalkOptions, now: Date): Promise<Evidence> {
  let answers = { ...personAnswers(evidence), ...given(read, evidence, options, now) };
  if (!options.interactive) return withPerson(evidence, answers, now);
  if (options.input === false || !process.stdin.isTTY || !process.stderr.isTTY)
    throw new UsageError('Nobody can be asked here: --interactive needs a terminal.', 'Answer with --answer check=word instead.');
  const passed = new Set<string>();
  for (;;) {
    const [next] = openQuestions(read, withPerson(evidence, answers, now), {
      now,
      ...(options.only && { only: new Set(options.only) }),
      skip: new Set([...(options.skip ?? []), ...passed]),
    });
    const answer = next && (await askPerson(next));
    if (answer === undefined || !next) return withPerson(evidence, answers, now);
    if (answer === PASS) passed.add(next.id);
    else answers = { ...answers, [next.id]: answer };
  }
}

const PASS = ' pass';

/** One question; undefined where the person ends the walk. */
async function askPerson({ title, question, finding }: OpenQuestion): Promise<string | undefined> {
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  try {
    const { answer } = await prompt<{ answer: string }>([
      {
        type: 'select',
        name: 'answer',
        message: `${title}: ${question.says}${finding.link ? `\n  See ${finding.link.url}\n ` : ''}`,
        choices: [...question.choices.map(({ value, says }) => ({ value, name: says })), { value: PASS, name: 'I cannot tell' }],
      },
    ]);
    return answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  }
}
