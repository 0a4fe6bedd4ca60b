import type { Capture } from '../model/capture.ts';
import { accessExchange, gathered, numberedLines, plainPort, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html, the order of the fields. */
const LINE =
  /^(?:https?|h2|grpcs|wss?) (\d{4}-\d\d-\d\dT[\d:.]+Z) \S+ \S+:\d+ (?:\S+:\d+|-) -?[\d.]+ -?[\d.]+ -?[\d.]+ ([1-5]\d\d|-) ([1-5]\d\d|-) \S+ \S+ "([A-Z]{3,16}|-) (\S+) [^"]*"(.*)$/;

/** Of the quoted fields behind the request: user agent, trace, domain, certificate, actions, redirect, error reason. */
const ERROR_REASON = 6;

function wordsOf(status: string, target: string, rest: string): string {
  if (!/^[45]/.test(status)) return '';
  const said =
    target === '-'
      ? 'The load balancer answered by itself: no target answered.'
      : target === status
        ? 'The load balancer passed on what its target answered.'
        : `The load balancer answered by itself; its target had answered ${target}.`;
  const reason = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/g)][ERROR_REASON]?.[1];
  return reason === undefined || reason === '-' || reason === '' ? said : `${said}\nerror_reason: ${reason}`;
}

function told({ line, text }: LogLine): Told {
  const match = LINE.exec(text);
  if (!match) return 'unknown';
  const [, time, status, target, method, url, rest] = match;
  return accessExchange({
    shape: 'aws-alb-log',
    line,
    method: method === '-' ? undefined : method,
    url: method === '-' ? undefined : plainPort(url!),
    status: status === '-' ? 0 : Number(status),
    at: logTime(time),
    text: wordsOf(status!, target!, rest!),
  });
}

export default {
  title: 'An access log of an AWS Application Load Balancer',
  madeBy: 'Elastic Load Balancing, in the S3 bucket (unpacked)',
  recognise: (text) => (shareOf(text, (line) => LINE.test(line)) >= 0.5 ? 0.88 : 0),
  read: (text) => gathered(numberedLines(text), told),
} satisfies Capture;
