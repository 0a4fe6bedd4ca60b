import { wrapAnsi } from 'fast-wrap-ansi';
import { causes } from '../model/cause.ts';
import type { ChecklistEntry, Diagnosis } from '../model/diagnosis.ts';
import { cut, utc, visible, withoutCommands } from '../model/format.ts';
import { whoAnswered } from '../model/phrases.ts';
import type { Report } from '../model/report.ts';
import { statusOf } from '../model/status.ts';
import { errorOf, isObject, json } from './ticket/error-words.ts';
import { expected, isOthersGateway, questionsFor } from './ticket/questions.ts';

export default {
  title: 'A draft of a support ticket: plain text for a mail or a web form',
  render(diagnosis, options) {
    const { tool, exchange } = diagnosis;
    const leavesOut = !options.bodies && (exchange.request?.body || exchange.response?.body);
    const blocks = [
      [field('To', addressee(diagnosis.verdict)), field('Subject', subject(diagnosis))].join('\n'),
      wrapped(opening(diagnosis)),
      section('WHAT HAPPENED', facts(diagnosis)),
      section('WHAT IT SEEMS TO BE', reading(diagnosis)),
      section('WHAT WE EXPECT', [wrapped(expected[diagnosis.verdict.family])]),
      // What would help next time is nothing to support.
      section('WHAT WE HAVE CHECKED', diagnosis.checklist.filter(({ phase }) => phase !== '5').map(checked)),
      section('STEPS ALREADY TAKEN ([x] done, [ ] not done)', [
        ...diagnosis.checklist.flatMap(taken),
        ...diagnosis.steps.map((step) => item('[ ]', line(step))),
      ]),
      section(
        'OUR QUESTIONS',
        questionsFor(diagnosis.verdict).map((question, i) => item(`${i + 1}.`, question)),
      ),
      ...(options.bodies ? bodies(diagnosis) : []),
      wrapped(
        `Prepared with ${line(tool.name)} ${line(tool.version)}. Keys are masked.${leavesOut ? ' The bodies are left out; we can send them.' : ''}`,
      ),
    ];
    return withoutCommands(`${blocks.filter((block) => block !== undefined).join('\n\n')}\n`);
  },
} satisfies Report;

type Verdict = Diagnosis['verdict'];

const WIDTH = 78;
const LONGEST_WORDS = 500;
const LONGEST_SUBJECT = 120;
const LONGEST_BODY = 8_192;

/** Words from outside as one visible line. */
const line = (text: string, max = LONGEST_WORDS): string => withoutCommands(visible(cut(text, max)));

function wrapped(text: string, indent = ''): string {
  return wrapAnsi(text, WIDTH - indent.length, { hard: true })
    .split('\n')
    .map((row) => indent + row)
    .join('\n');
}

function item(mark: string, text: string): string {
  const indent = ' '.repeat(mark.length + 1);
  return mark + wrapped(text, indent).slice(mark.length);
}

/** A labelled value on a line of its own, which is not wrapped: it is there to be copied. */
const field = (label: string, value: string): string => `${label}: ${value}`;

function section(heading: string, lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : [heading, ...lines].join('\n');
}

function addressee(verdict: Verdict): string {
  const { answeredBy, provider } = verdict;
  if (isOthersGateway(verdict)) return `the administrator of ${answeredBy.name === undefined ? 'the gateway' : line(answeredBy.name, 60)}`;
  if (answeredBy.layer === 'proxy') return 'the administrator of the network';
  const name = provider?.name ?? (answeredBy.layer === 'provider' ? answeredBy.name : undefined);
  return name === undefined ? 'support' : `${line(name, 60)} support`;
}

/** "402 on POST /v1/chat/completions: Out of credits (request id gen-1)". */
function subject({ verdict, exchange }: Diagnosis): string {
  const call = callWords(exchange.request);
  const answer = verdict.status === undefined ? undefined : String(verdict.status);
  const what = [answer, call].filter((part) => part !== undefined).join(' on ');
  const id = exchange.requestId === undefined ? '' : ` (request id ${exchange.requestId})`;
  return line(`${what === '' ? '' : `${what}: `}${verdict.title}`, LONGEST_SUBJECT) + line(id, LONGEST_SUBJECT).replace(/^(?=.)/, ' ');
}

/** Method and path: the host stands further down, and a query would only lengthen a subject. */
function callWords(request: Diagnosis['exchange']['request']): string | undefined {
  if (!request) return undefined;
  const path = /^[a-z][a-z0-9+.-]{0,20}:\/\/[^/?#]{1,300}([^?#]{0,300})/i.exec(request.url ?? '')?.[1];
  return path ? `${request.method} ${path}` : request.method;
}

function opening({ verdict }: Diagnosis): string {
  const called = verdict.provider ? `Our call to ${line(verdict.provider.name, 60)}` : 'A call of ours';
  const through = isOthersGateway(verdict) ? ' through your gateway' : '';
  return `Hello,\n\n${called}${through} fails, and we ask for your help. The facts are below.`;
}

function facts(diagnosis: Diagnosis): string[] {
  const { verdict, exchange } = diagnosis;
  const { request, requestId, at } = exchange;
  const status = verdict.status;
  const name = status === undefined ? undefined : statusOf(status)?.name;
  const error = errorOf(diagnosis);
  const model = modelOf(request?.body);
  const masks = keyMasks(request);
  const noId = exchange.response ? 'none was found in the response' : 'not known';
  return [
    ...(request ? [field('Request', line(request.url === undefined ? request.method : `${request.method} ${request.url}`))] : []),
    ...(model === undefined ? [] : [field('Model', line(model, 120))]),
    ...(masks.length > 0 ? [field('Key (masked)', masks.join(', '))] : []),
    field('Time', at === undefined ? 'not known' : utc(at, 'second')),
    field('Status', status === undefined ? 'not known' : name ? `${status} ${name}` : String(status)),
    wrapped(field('Answered by', line(whoAnswered(verdict)))),
    field('Request id', requestId === undefined ? noId : line(requestId, 200)),
    ...(error.code === undefined ? [] : [wrapped(`Error code: "${line(error.code, 200)}"`)]),
    ...(error.message === undefined ? [] : [wrapped(`Error message: "${line(error.message)}"`)]),
  ];
}

function reading(diagnosis: Diagnosis): string[] {
  const { verdict, because, alternatives } = diagnosis;
  const quotedAbove = Object.values(errorOf(diagnosis));
  const quote = (value: string) => (quotedAbove.includes(value) ? '' : ` is "${line(value, 200)}"`);
  return [
    wrapped(`${line(verdict.title)} (${verdict.confidence}). ${line(verdict.summary)}`),
    ...because.slice(0, 10).map(({ where, value, says }) => item('-', `${line(where, 120)}${quote(value)}: ${line(says)}`)),
    ...alternatives
      .slice(0, 5)
      .map(({ cause, confidence, says }) => item('-', `It may also be ${causes[cause].title} (${confidence}): ${line(says)}`)),
  ];
}

const outcomeSentences: Record<ChecklistEntry['outcome'], string> = {
  pass: 'This is in order.',
  fail: 'This fails.',
  warn: 'This may be part of it.',
  ask: 'This is open: a person has to look.',
  skip: 'This was not checked.',
};

const checked = ({ title, outcome, says }: ChecklistEntry): string =>
  item('-', `${line(title, 120)}: ${sentence(line(says))} ${outcomeSentences[outcome]}`);

/** A check that a person has answered: that somebody looked, and what they found. */
function taken({ title, because = [], link }: ChecklistEntry): string[] {
  const answer = because.find(({ where }) => where === 'evidence.person');
  if (!answer) return [];
  return [item('[x]', `${line(title, 120)}: looked${link ? ` at ${line(link.url, 200)}` : ''}. ${sentence(line(answer.value))}`)];
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** What masks stand in the request, the key's or the token's: never a value, even where one was left unmasked. */
function keyMasks(request: Diagnosis['exchange']['request']): string[] {
  const texts = [request?.url ?? '', ...(request?.headers ?? []).map(({ value }) => value)];
  const masks = texts.flatMap((text) => text.slice(0, 8_192).match(/\[(?:key|token|password|secret)#\d{1,4}(?: [^\][\s]{1,60})?\]/g) ?? []);
  return [...new Set(masks)].slice(0, 5).map((mask) => line(mask));
}

function modelOf(body: string | undefined): string | undefined {
  const parsed = json(body);
  return isObject(parsed) && typeof parsed['model'] === 'string' ? parsed['model'] : undefined;
}

function bodies({ exchange: { request, response } }: Diagnosis): (string | undefined)[] {
  return [bodyBlock('REQUEST BODY', request?.body), bodyBlock('RESPONSE BODY', response?.body)];
}

/** A body as it came, indented, so that no line of it can pass for one of the ticket. */
function bodyBlock(heading: string, body: string | undefined): string | undefined {
  if (body === undefined || body === '') return undefined;
  const shown = visible(body.slice(0, LONGEST_BODY).replaceAll('\r\n', '\n'), '\n\t').split('\n');
  const left = body.length - LONGEST_BODY;
  return [heading, ...shown.map((row) => `    ${row}`), ...(left > 0 ? [`    (cut here: ${left} more characters)`] : [])].join('\n');
}
