/** The notifiers of a check file, ready to send: their variables filled in, each with its time limit. */
import { expiryAfter } from '../../../evidence/world/expiry.ts';
import { post, sendmail, type NoticeSettings } from '../../../evidence/world/notify.ts';
import type { HeaderField, NetworkFailure } from '../../../model/exchange.ts';
import type { Replay } from '../../../model/evidence.ts';
import { cut, visible } from '../../../model/format.ts';
import { nameOf } from '../problems.ts';
import type { NotifySpec } from '../schema.ts';
import type { LoadedFile, Path, Problem } from '../types.ts';
import { MissingVariable, UnusableVariable, type Vault } from '../variables.ts';
import type { Change, Notice } from './changes.ts';
import { idOf, type Kind } from './contradictions.ts';
import { emailMessage } from './email.ts';
import { ENQUEUE, pagerdutyEvent } from './pagerduty.ts';
import { slackPayload } from './slack.ts';
import { webhookPayload } from './webhook.ts';

/** What reached it, and what went wrong with the rest. */
export type Delivered = { changes: readonly Change[]; problem?: string };

export type Notifier = {
  id: string;
  kind: Kind;
  /** Never rejects, and ends within its time limit. */
  deliver(notice: Notice, settings: Omit<NoticeSettings, 'seconds'>): Promise<Delivered>;
};

const SECONDS = 10;
/** Events that are under way at a time. */
const SIDE_BY_SIDE = 5;

/** Makes the notifiers of a file, and gives what is wrong with their variables: nothing is to be sent then. */
export function prepareNotifiers(file: LoadedFile, vault: Vault): { notifiers: Notifier[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const notifiers = (file.content.notify ?? []).map((spec, i) => {
    const fill = (member: string, make: () => string): string => {
      try {
        return make();
      } catch (error) {
        if (!(error instanceof UnusableVariable)) throw error;
        const at: Path = ['notify', i, ...member.split('.')];
        const variable = error instanceof MissingVariable ? { variable: error.variable } : {};
        problems.push({ ...file.placeOf(at), at: nameOf(at), says: error.message, ...variable });
        return '';
      }
    };
    return notifierOf(spec, vault, fill);
  });
  return { notifiers, problems };
}

type Fill = (member: string, make: () => string) => string;

function notifierOf(spec: NotifySpec, vault: Vault, fill: Fill): Notifier {
  const seconds = spec.timeout ?? SECONDS;
  const id = idOf(spec)!;
  if (spec.slack !== undefined) {
    const url = fill('slack', () => secretUrl(spec.slack!, vault));
    return { id, kind: 'slack', deliver: atOnce((notice) => ({ url, headers: [], body: slackPayload(notice) }), vault, seconds, ofSlack) };
  }
  if (spec.webhook !== undefined) {
    const url = fill('webhook', () => secretUrl(spec.webhook!, vault));
    const headers = Object.entries(spec.headers ?? {}).map(([name, value]) => ({
      name,
      value: fill(`headers.${name}`, () => vault.fill(value)),
    }));
    return { id, kind: 'webhook', deliver: atOnce((notice) => ({ url, headers, body: webhookPayload(notice) }), vault, seconds) };
  }
  if (spec.pagerduty !== undefined) {
    const key = fill('pagerduty', () => vault.fill(spec.pagerduty!, 'json'));
    return { id, kind: 'pagerduty', deliver: eachByItself(spec, key, vault, seconds) };
  }
  const to = [spec.email!].flat();
  const deliver: Notifier['deliver'] = async (notice, settings) => {
    const failure = await sendmail(emailMessage(notice, to, spec.from), vault.all(), { ...settings, seconds });
    return failure ? { changes: [], problem: visible(cut(failure.message, 200)) } : { changes: notice.changes };
  };
  return { id, kind: 'email', deliver };
}

/** The mask of a variable that holds a URL. Its long parts are secrets by themselves from then on. Throws where it is no URL. */
function secretUrl(variable: string, vault: Vault): string {
  vault.fillUrl(variable);
  return vault.fill(variable);
}

const JSON_TYPE: HeaderField = { name: 'Content-Type', value: 'application/json' };

type Letter = { url: string; headers: readonly HeaderField[]; body: unknown };

const posted = ({ url, headers, body }: Letter, vault: Vault, settings: NoticeSettings): Promise<Replay> => {
  const fields = headers.some(({ name }) => /^content-type$/i.test(name)) ? headers : [JSON_TYPE, ...headers];
  const text = JSON.stringify(body);
  return post({ url, headers: fields, body: text, secrets: vault.usedIn(JSON.stringify([url, fields, text])) }, settings);
};

/** All changes in one request. */
const atOnce =
  (letterOf: (notice: Notice) => Letter, vault: Vault, seconds: number, reasonOf?: (body: string) => string): Notifier['deliver'] =>
  async (notice, settings) => {
    const problem = problemOf(await posted(letterOf(notice), vault, { ...settings, seconds }), seconds, reasonOf);
    return problem === undefined ? { changes: notice.changes } : { changes: [], problem };
  };

/** An event for each change, some at a time, all within one time limit. */
const eachByItself =
  ({ severity = 'error', region = 'us' }: NotifySpec, routingKey: string, vault: Vault, seconds: number): Notifier['deliver'] =>
  async (notice, settings) => {
    const changes: Change[] = [];
    let problem: string | undefined;
    const signal = AbortSignal.any([settings.signal, expiryAfter(seconds * 1000)]);
    const waiting = notice.changes[Symbol.iterator]();
    const work = async (): Promise<void> => {
      for (const change of waiting) {
        const body = { routing_key: routingKey, ...pagerdutyEvent(notice, change, severity) };
        const failed = problemOf(
          await posted({ url: ENQUEUE[region], headers: [], body }, vault, { ...settings, seconds, signal }),
          seconds,
          ofPagerduty,
        );
        if (failed === undefined) changes.push(change);
        else problem ??= failed;
        // What does not get through once does not get through for the others.
        if (failed !== undefined) return;
      }
    };
    await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, notice.changes.length) }, work));
    return { changes, ...(problem !== undefined && { problem }) };
  };

/** Slack answers with one word: invalid_payload, no_service, channel_is_archived. */
const ofSlack = (body: string): string => (/^[a-z_]{1,60}$/.test(body) ? body : '');

/** PagerDuty answers {status, message, errors}. */
function ofPagerduty(body: string): string {
  try {
    const { message, errors } = JSON.parse(body) as { message?: unknown; errors?: unknown };
    return [message, ...(Array.isArray(errors) ? errors : [])].filter((each) => typeof each === 'string').join(': ');
  } catch {
    return '';
  }
}

/** Host and path of a webhook are nobody's business, so a failure is told by its kind. */
const FAILURES: Record<NetworkFailure['kind'], string> = {
  dns: 'its host name cannot be found',
  refused: 'the connection was refused',
  reset: 'the connection broke off',
  timeout: '',
  unreachable: 'its host cannot be reached',
  tls: 'no TLS connection: its certificate or its protocol is not accepted',
  proxy: 'the proxy did not let it through',
  other: 'it could not be sent',
};

/** What went wrong, without a word of the URL; undefined where it was accepted. */
function problemOf(answer: Replay, seconds: number, reasonOf: (body: string) => string = () => ''): string | undefined {
  if ('failure' in answer) return answer.failure.kind === 'timeout' ? `no answer within ${seconds} s` : FAILURES[answer.failure.kind];
  const { status, body = '' } = answer.response;
  if (status >= 200 && status < 300) return undefined;
  const reason = visible(cut(reasonOf(body), 120));
  return `answered with status ${status}${reason && ` (${reason})`}`;
}
