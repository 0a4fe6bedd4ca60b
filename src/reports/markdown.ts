import { causes } from '../model/cause.ts';
import type { ChecklistEntry, Diagnosis } from '../model/diagnosis.ts';
import { cut, utc, visible, withoutCommands } from '../model/format.ts';
import { retrySentence, whoAnswered } from '../model/phrases.ts';
import type { Report } from '../model/report.ts';

export default {
  title: 'Markdown, for a comment or an issue: the verdict first',
  render(diagnosis) {
    const { verdict, because, alternatives, steps, prevention, checklist, warnings, tool } = diagnosis;
    const blocks = [
      `### ${verdict.status === undefined ? '' : `${verdict.status}: `}${prose(verdict.title)}`,
      `${prose(verdict.summary)} ${confidenceWords[verdict.confidence]}`,
      bullets(callOf(diagnosis)),
      section('Why', because.map(reasonOf)),
      section(
        'It may also be',
        alternatives.map(({ cause, confidence, says }) => `${causes[cause].title} (${confidence}): ${prose(says)}`),
      ),
      section('What to do', steps.map(prose), true),
      verdict.link && linkOf(verdict.link),
      section('Steps taken', checklist.flatMap(taken)),
      section('Checklist', checklist.filter(({ phase }) => phase !== '5').map(checked)),
      section('To prevent it', prevention.map(prose)),
      section('Not understood in the input', warnings.map(prose)),
      `Diagnosed by ${prose(`${tool.name} ${tool.version}`)}.`,
    ];
    return withoutCommands(`${blocks.filter((block) => block !== undefined).join('\n\n')}\n`);
  },
} satisfies Report;

const confidenceWords: Record<Diagnosis['verdict']['confidence'], string> = {
  certain: 'This is certain.',
  likely: 'This is likely, and not certain.',
  possible: 'This is possible, and no more than that.',
};

const outcomeWords: Record<ChecklistEntry['outcome'], string> = {
  pass: '✓ passed',
  fail: '✗ failed',
  warn: '! warning',
  ask: '? to be looked at',
  skip: '– skipped',
};

const LONGEST_WORDS = 400;
const LONGEST_VALUE = 200;
const LONGEST_LIST = 20;

function callOf({ verdict, exchange: { request, requestId, at } }: Diagnosis): string[] {
  const retry = retrySentence(verdict);
  const answered = whoAnswered(verdict);
  return [
    ...(request ? [`Call: ${code(request.url === undefined ? request.method : `${request.method} ${request.url}`)}`] : []),
    ...(verdict.provider ? [`Provider: ${prose(verdict.provider.name)}`] : []),
    ...(answered === verdict.provider?.name ? [] : [`Answered by: ${prose(answered)}`]),
    ...(requestId === undefined ? [] : [`Request id: ${code(requestId)}`]),
    ...(at === undefined ? [] : [`Time: ${prose(utc(at, 'second'))}`]),
    ...(retry === undefined ? [] : [prose(retry)]),
  ];
}

function reasonOf({ where, value, says, source }: Diagnosis['because'][number]): string {
  return `${code(where)} is ${code(value)}: ${prose(says)}${source === undefined ? '' : ` (${url(source)})`}`;
}

function checked({ outcome, title, says, steps = [], link }: ChecklistEntry): string {
  const todo = steps.map((step) => `\n  - ${prose(step)}`).join('');
  return `${outcomeWords[outcome]}: **${prose(title)}**: ${prose(says)}${link ? ` (${linkOf(link)})` : ''}${todo}`;
}

/** A check that a person has answered, and where they looked. */
function taken({ title, because = [], link }: ChecklistEntry): string[] {
  const answer = because.find(({ where }) => where === 'evidence.person');
  return answer ? [`${prose(title)}: ${prose(answer.value)}${link ? ` (${linkOf(link)})` : ''}`] : [];
}

const linkOf = ({ title, url: target }: { title: string; url: string }): string => `${prose(title)}: ${url(target)}`;

function section(heading: string, items: readonly string[], numbered = false): string | undefined {
  return items.length === 0 ? undefined : `**${heading}**\n\n${bullets(items, numbered)}`;
}

function bullets(items: readonly string[], numbered = false): string {
  const shown = items.slice(0, LONGEST_LIST).map((item, i) => (numbered ? `${i + 1}. ${item}` : `- ${item}`));
  const more = items.length - shown.length;
  return [...shown, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

/** A value as it was sent, in a code span: nothing in there is Markdown, HTML, a mention or a link. */
function code(value: string): string {
  const text = visible(cut(value, LONGEST_VALUE));
  if (text === '') return '(empty)';
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A URL that can be clicked where it is plain https and hides nothing; the text is the target, host and all. */
function url(target: string): string {
  return /^https:\/\/[a-z0-9.-]{1,253}(?::\d{1,5})?(?:\/[\w./?=&%:~+,;-]{0,300})?$/i.test(target) ? `<${target}>` : code(target);
}

/**
 * What renderers act on inside a word: Markdown's and HTML's own characters, mentions, references to issues, commits and merge
 * requests, mathematics, emoji names, addresses. A backslash would stop Markdown alone: GitHub links mentions and references in
 * the rendered text. A code span stops all of it, and suits what such words are: names, codes, addresses.
 */
const ACTIVE = /[\\`*_{}[\]<>#@|~$^&]|::|:[a-z+-][\w+-]*:|\/\/|\w\.[a-z]{2}|[!%]\w|[a-z]-\d|\b[0-9a-f]{7,64}\b/i;

/** Words of a sentence: active ones stand in code spans, and nothing at the start opens a list or a heading. */
function prose(sentence: string): string {
  const runs: { active: boolean; words: string[] }[] = [];
  for (const word of visible(cut(sentence, LONGEST_WORDS)).split(' ')) {
    const last = runs.at(-1);
    const active = ACTIVE.test(word);
    if (last?.active === active) last.words.push(word);
    else runs.push({ active, words: [word] });
  }
  const text = runs.map(({ active, words }) => (active ? quoted(words.join(' ')) : words.join(' '))).join(' ');
  return text.replace(/^(?=[-+=])|^(\d{1,9})(?=[.)])/, '$1\\');
}

/** Brackets before the words and punctuation after them stay outside the code span. */
function quoted(words: string): string {
  const before = /^["'(]*/.exec(words)?.[0] ?? '';
  const after = /["').,;:!?]*$/.exec(words.slice(before.length))?.[0] ?? '';
  const core = words.slice(before.length, words.length - after.length);
  return core === '' ? code(words) : `${before}${code(core)}${after}`;
}
