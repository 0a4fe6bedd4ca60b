import { causes } from '../model/cause.ts';
import type { Because, Check, Facts, Finding, PersonQuestion } from '../model/check.ts';
import { answerOf } from '../model/evidence.ts';
import { cut } from '../model/format.ts';
import type { LogHistory, LogMoment } from '../model/log-history.ts';
import { grouped } from '../model/numbers.ts';
import { stepsOf } from '../interpret/log-signs.ts';

export default {
  phase: '2.1',
  title: "Your application's log",
  explains:
    'When this failure began, what went well before it and how often it came since, from the log that --logs FILE names. A beginning at ' +
    'the start of a day or a month, or after the same number of calls each time, points at a quota; one after a deploy at the deploy; ' +
    'one that comes and goes at a rate limit, or at one of several keys or servers.',
  needs: { oneOf: ['answer application-logs'], otherwise: 'No log was given (--logs FILE)' },
  judge(facts) {
    const answer = answerOf<LogHistory>(facts.evidence, 'application-logs');
    if (answer?.outcome === 'answered') return judged(answer.data);
    if (answer?.outcome === 'failed') return { outcome: 'skip', says: `The log: ${cut(answer.why, 50)}` };
    if (isOpen(facts)) return { outcome: 'ask', says: 'When did it begin? --logs FILE tells from a log' };
    return { outcome: 'skip', says: 'No log was given (--logs FILE)' };
  },
  question(facts): PersonQuestion | undefined {
    if (!isOpen(facts)) return undefined;
    const { status } = facts.reading;
    return {
      says: 'when did this failure begin?',
      choices: [
        {
          value: 'always',
          says: 'With the very first call',
          outcome: 'warn',
          found: 'It never worked',
          steps: ['Compare key, host, path and header fields with an example of the reference.'],
        },
        {
          value: 'suddenly',
          says: 'All of a sudden, and it fails each time since',
          outcome: 'warn',
          found: 'It worked, and fails each time since',
          steps: ["Look at the account, and at the vendor's mail of that day."],
        },
        {
          value: 'period',
          says: 'At the start of a day or a month, or it ends there',
          outcome: 'warn',
          found: "It begins or ends with a day or a month: a quota's period",
          ...(status !== undefined && /^(?:402|403|429)$/.test(String(status)) && { cause: 'quota-exhausted' as const }),
        },
        {
          value: 'change',
          says: 'After a deploy, a new key or a changed setting',
          outcome: 'warn',
          found: 'It began with a change of ours',
          steps: ['Undo the change once, or compare key, host and model before and after it.'],
        },
        {
          value: 'sometimes',
          says: 'It comes and goes',
          outcome: 'warn',
          found: 'It comes and goes',
          steps: ['Count the calls per minute, and see whether one key, server or model fails alone.'],
          ...(status === 429 && { cause: 'rate-limited' as const }),
        },
      ],
    };
  },
} satisfies Check;

/** Whether the time of the beginning would help: a refusal of which it is not clear whether money, plan or speed is the reason. */
function isOpen({ reading, exchange }: Facts): boolean {
  const { cause, confidence } = reading.verdict;
  if (exchange.failure || (reading.status ?? 0) < 400) return false;
  return (
    /^(?:unknown|payment-unspecified)$/.test(cause) || (confidence === 'possible' && /^(?:payment|limits)$/.test(causes[cause].family))
  );
}

const calls = (count: number): string => `${grouped(count)} good ${count === 1 ? 'call' : 'calls'}`;

/** To the second; without a time, the line. */
const timeOf = ({ at, line }: LogMoment): string => (at === undefined ? `at line ${grouped(line)}` : at.replace(/\.\d+(?=Z?$)/, ''));

function judged(history: LogHistory): Finding {
  const { failures, others, good, lines, match, first } = history;
  if (lines === 0) return { outcome: 'skip', says: 'The log is empty' };
  if (failures === 0 || match === 'vendor' || !first) return notThere(history);
  const steps = stepsOf(history);
  const because = becauseOf(history);
  if (failures + good === 1)
    return { outcome: 'warn', says: `Once in the log, ${timeOf(first)}; no other call`, because, ...ofSteps(steps) };
  const what = match === 'any' ? 'HTTP failures' : 'failures';
  return {
    outcome: others === 0 && steps.length === 0 && failures === 1 ? 'pass' : 'warn',
    says: saysOf(history, what),
    because,
    ...ofSteps(steps),
  };
}

const ofSteps = (steps: string[]): Pick<Finding, 'steps'> => (steps.length > 0 ? { steps } : {});

function saysOf({ failures, good, goodBefore, goodSince, first }: LogHistory, what: string): string {
  const began = timeOf(first!);
  if (goodSince === 0 && goodBefore > 0) return `Began ${began} after ${calls(goodBefore)}; ${grouped(failures)} since`;
  if (good === 0) return `No good call in the log; ${grouped(failures)} ${what}, first ${began}`;
  return `${grouped(failures)} of ${grouped(failures + good)} calls failed, first ${began}`;
}

function notThere({ failures, others, good, lines, first, file }: LogHistory): Finding {
  const name = cut(file, 30);
  const other = failures + others;
  const steps = ['Give the log of the program that made this call, from before it failed for the first time.'];
  if (other > 0) {
    const since = first ? `, first ${timeOf(first)}` : '';
    return { outcome: 'warn', says: `Not this failure; ${grouped(other)} other${since}`, steps };
  }
  if (good > 0) return { outcome: 'pass', says: `No failure in ${calls(good)} of ${name}`, steps };
  return { outcome: 'skip', says: `No line of ${grouped(lines)} in ${name} tells of an HTTP call`, steps };
}

const MATCHES: Record<LogHistory['match'], string> = {
  call: 'lines that name this vendor, with this status or these words',
  words: "lines with this error's words",
  status: 'lines with this status',
  vendor: 'failures of this vendor',
  any: 'all HTTP failures: nothing is known of this one',
  none: '',
};

const ZONES: Record<LogHistory['zone'], string> = {
  UTC: 'times in UTC',
  offset: 'times counted back to UTC',
  none: "the log tells no zone: times are its own clock's",
  untimed: 'the log tells no times',
};

function becauseOf(history: LogHistory): Because[] {
  const { match, zone, first, last, lastGood, change, causes: kinds, truncated, failures } = history;
  const where = 'evidence.application-logs';
  const known = `${MATCHES[match]}; ${ZONES[zone]}${truncated ? '; the log is longer than what was read' : ''}`;
  return [
    ...(first
      ? [{ where: `${where}.first`, value: cut(`${timeOf(first)} ${first.says ?? ''}`, 160), says: `the first failure, by ${known}` }]
      : []),
    ...(lastGood ? [{ where: `${where}.lastGood`, value: timeOf(lastGood), says: 'the last good call before it' }] : []),
    ...(last && failures > 1 ? [{ where: `${where}.last`, value: timeOf(last), says: 'the last failure' }] : []),
    ...(change
      ? [{ where: `${where}.change`, value: cut(`${timeOf(change)} ${change.says ?? ''}`, 160), says: 'shortly before it began' }]
      : []),
    ...(kinds.length > 1 ? kinds.slice(0, 5) : []).map(({ status, says, count, first: from, last: to }) => ({
      where: `${where}.causes`,
      value: cut([status, says].filter(Boolean).join(' '), 80),
      says: `${grouped(count)} times, from ${timeOf(from)} to ${timeOf(to)}`,
    })),
  ];
}
