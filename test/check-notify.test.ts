/** Notifications of `diagnose check`: who is told what and when, against doubles that take what the vendors document and nothing else. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { rendered, runLoaded, type RunLoadedOptions } from '../src/cli/check/command.ts';
import { BadCheckFile, lineOf } from '../src/cli/check/problems.ts';
import { readCheckFile } from '../src/cli/check/read-file.ts';
import { readState } from '../src/cli/check/state.ts';
import type { RunResult } from '../src/cli/check/types.ts';
import { leaks, MARKED, PLAIN } from './support/canaries.ts';
import { serve, type Loopback, type Received } from './support/loopback.ts';
import { runCli } from './support/run-cli.ts';

type Check = Record<string, unknown>;
type Members = Record<string, any>; // eslint-disable-line typescript/no-explicit-any
const ROUTING_KEY = [...PLAIN].reverse().join('').slice(0, 32);

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'notify-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A file of checks and notifiers that is run again and again with one state. */
function watched(notify: Members[], environment: Record<string, string>, origins: Record<string, string> = {}) {
  const path = folder();
  const file = join(path, 'diagnose.json');
  const state = join(path, 'state.json');
  const run = async (checks: Check[], options: Partial<RunLoadedOptions> = {}): Promise<RunResult> => {
    writeFileSync(file, JSON.stringify({ notify, checks }));
    const { signal } = new AbortController();
    const keeping = { path: state, before: readState(state) };
    return runLoaded(await readCheckFile(file), { jobs: 4, timeout: 5, retries: 0, environment, signal, origins, keeping, ...options });
  };
  return { run, state, path };
}

/** Answers by path: `/402` with that status. */
const api = (): Promise<Loopback> =>
  serve(({ url }, response) => {
    const status = Number(/^\/(\d{3})/.exec(url)?.[1] ?? 200);
    const message = status === 402 ? 'Insufficient credits' : 'Incorrect API key provided';
    response.writeHead(status, { 'content-type': 'application/json' }).end(status === 200 ? '{}' : JSON.stringify({ error: { message } }));
  });

const calling = (origin: string, path: string, name = 'chat'): Check[] => [{ name, request: { url: `${origin}/${path}` } }];
const bodyOf = ({ body }: Received): Members => JSON.parse(body) as Members;

/** docs.slack.dev: incoming webhooks, blocks, text objects, formatting. */
function slackFault({ method, headers, body }: Received): string | undefined {
  if (method !== 'POST' || !/^application\/json\b/.test(headers['content-type'] ?? '')) return 'invalid_payload';
  const { text, blocks, ...others } = JSON.parse(body) as { text: unknown; blocks: Members[] };
  if (typeof text !== 'string' || text === '' || Object.keys(others).length > 0) return 'no_text';
  if (!Array.isArray(blocks) || blocks.length > 50) return 'invalid_blocks';
  const isText = ({ type, text: words, ...more }: Members): boolean =>
    ['plain_text', 'mrkdwn'].includes(String(type)) &&
    typeof words === 'string' &&
    words.length >= 1 &&
    words.length <= 3000 &&
    Object.keys(more).every((name) => name === 'verbatim' && type === 'mrkdwn') &&
    // Nothing but links stands between angle brackets.
    (type === 'plain_text' || !/<(?!https?:\/\/[^<>|]+\|[^<>]*>)/.test(words));
  const isBlock = (block: Members): boolean =>
    block['type'] === 'section'
      ? isText(block['text'] as Members)
      : block['type'] === 'context' && (block['elements'] as Members[]).length <= 10 && (block['elements'] as Members[]).every(isText);
  return blocks.every(isBlock) ? undefined : 'invalid_blocks';
}

const slack = (): Promise<Loopback> =>
  serve((request, response) => {
    const fault = slackFault(request);
    response.writeHead(fault === undefined ? 200 : 400).end(fault ?? 'ok');
  });

/** developer.pagerduty.com: Events API v2, sending an event. */
function pagerdutyFaults({ method, url, headers, body }: Received): string[] {
  const event = JSON.parse(body) as Members;
  const { routing_key, event_action, dedup_key, payload, links = [], client, ...others } = event;
  const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.length >= 1 && value.length <= most;
  const faults = {
    'a POST of JSON to /v2/enqueue': method === 'POST' && url === '/v2/enqueue' && headers['content-type'] === 'application/json',
    routing_key: isText(routing_key, 32) && (routing_key as string).length === 32,
    event_action: ['trigger', 'acknowledge', 'resolve'].includes(event_action as string),
    dedup_key: isText(dedup_key, 255),
    'no other member': Object.keys(others).length === 0,
    client: client === undefined || isText(client, 255),
    payload:
      event_action !== 'trigger' ||
      (isText(payload.summary, 1024) &&
        isText(payload.source, 1024) &&
        ['critical', 'error', 'warning', 'info'].includes(payload.severity as string) &&
        !Number.isNaN(Date.parse(payload.timestamp as string)) &&
        Object.keys(payload as Members).every((name) =>
          ['summary', 'source', 'severity', 'timestamp', 'component', 'group', 'class', 'custom_details'].includes(name),
        )),
    links: (links as Members[]).every((link) => URL.canParse(link['href'] as string) && isText(link['text'], 1024)),
  };
  return Object.entries(faults).flatMap(([name, isRight]) => (isRight ? [] : [name]));
}

const pagerduty = (): Promise<Loopback> =>
  serve((request, response) => {
    const errors = pagerdutyFaults(request);
    const answer =
      errors.length === 0
        ? { status: 'success', message: 'Event processed', dedup_key: bodyOf(request)['dedup_key'] as string }
        : { status: 'invalid event', message: 'Event object is invalid', errors };
    response.writeHead(errors.length === 0 ? 202 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });

const PAGERDUTY = 'https://events.pagerduty.com';

const outcomes = ({ notifications = [] }: RunResult): string[] =>
  notifications.map(
    ({ notifier, outcome, says, checks }) =>
      `${notifier} ${outcome}${says === undefined ? '' : ` (${says})`}: ${checks.map((each) => `${each.name} ${each.change}`).join(', ')}`,
  );

describe('who is told, and when', () => {
  test('the first failure, a new reason and the recovery, once each; nothing in between', async () => {
    const { origin } = await api();
    const hook = await slack();
    const { run } = watched([{ slack: '${HOOK}' }], { HOOK: `${hook.origin}/services/T0/B0/x` });
    const told = async (path: string): Promise<string[]> => outcomes(await run(calling(origin, path)));
    expect(await told('200')).toEqual([]);
    expect(await told('402')).toEqual(['slack sent: chat failing']);
    expect(await told('402')).toEqual([]);
    expect(await told('401')).toEqual(['slack sent: chat changed']);
    expect(await told('402')).toEqual([]);
    expect(await told('200')).toEqual(['slack sent: chat recovered']);
    expect(await told('200')).toEqual([]);
    expect(await told('402')).toEqual(['slack sent: chat failing']);
    expect(hook.received).toHaveLength(4);
  });

  test('what does not count is told to nobody, and is no recovery', async () => {
    const { origin } = await api();
    const hook = await slack();
    const { run } = watched([{ slack: '${HOOK}' }], { HOOK: hook.origin });
    expect(outcomes(await run(calling(origin, '402'), { failOn: ['access'] }))).toEqual([]);
    expect(outcomes(await run(calling(origin, '402')))).toEqual(['slack sent: chat failing']);
    expect(outcomes(await run(calling(origin, '402'), { earlier: new Map([['chat', ['credits-exhausted']]]) }))).toEqual([]);
    expect(outcomes(await run(calling(origin, '402')))).toEqual([]);
    expect(hook.received).toHaveLength(1);
  });

  test('a check that was not run stays as it was', async () => {
    const { origin } = await api();
    const hook = await slack();
    const { run } = watched([{ slack: '${HOOK}' }], { HOOK: hook.origin });
    const both = (path: string): Check[] => [...calling(origin, path, 'a'), ...calling(origin, path, 'b')];
    await run(both('402'));
    expect(outcomes(await run(both('200'), { only: ['a'] }))).toEqual(['slack sent: a recovered']);
    expect(outcomes(await run(both('200')))).toEqual(['slack sent: b recovered']);
  });

  test('a run that was interrupted tells nobody and changes nothing', async () => {
    const { origin } = await api();
    const hook = await slack();
    const { run, state } = watched([{ slack: '${HOOK}' }], { HOOK: hook.origin });
    const result = await run(calling(origin, '402'), { signal: AbortSignal.abort() });
    expect(result.notifications).toBeUndefined();
    expect(existsSync(state)).toBe(false);
    expect(hook.received).toEqual([]);
  });

  test('a notifier that failed is told again, and the others are not', async () => {
    const { origin } = await api();
    let status = 500;
    const broken = await serve((_, response) => void response.writeHead(status).end('no'));
    const hook = await slack();
    const { run } = watched([{ slack: '${HOOK}' }, { webhook: '${OTHER}' }], { HOOK: hook.origin, OTHER: broken.origin });
    expect(outcomes(await run(calling(origin, '402')))).toEqual([
      'slack sent: chat failing',
      'webhook failed (answered with status 500): chat failing',
    ]);
    status = 204;
    expect(outcomes(await run(calling(origin, '402')))).toEqual(['webhook sent: chat failing']);
    expect(hook.received).toHaveLength(1);
  });
});

describe('each notifier sends what its vendor documents', () => {
  test('Slack: the verdict, the step and the link, and nothing that Slack acts on', async () => {
    const { origin } = await api();
    const hook = await slack();
    const { run } = watched([{ slack: '${HOOK}' }], { HOOK: `${hook.origin}/services/T0/B0/x` });
    const name = '<!channel> *a* & <http://evil.example.com|b>';
    const result = await run(calling(origin, '402', name));
    expect(outcomes(result)).toEqual([`slack sent: ${name} failing`]);
    expect(hook.received[0]).toMatchObject({ method: 'POST', url: '/services/T0/B0/x' });
    const { blocks } = bodyOf(hook.received[0]!);
    expect(blocks[1].text.text).toContain('&lt;!channel&gt; *a* &amp;');
    expect(blocks[1].text.text).toContain('Out of credits');
    expect(blocks[1].text.text).toContain(`Do: ${result.checks[0]!.step}`);
  });

  test('Slack: of many changes the first twenty, and long texts within the limits', async () => {
    const { origin } = await api();
    const hook = await slack();
    const { run } = watched([{ slack: '${HOOK}' }], { HOOK: hook.origin });
    const checks = Array.from({ length: 60 }, (_, i) => calling(origin, '402', `${i}${'<&>'.repeat(65)}`)).flat();
    expect((await run(checks, { jobs: 20 })).notifications).toMatchObject([{ outcome: 'sent', checks: { length: 60 } }]);
    expect(JSON.stringify(bodyOf(hook.received[0]!))).toContain('and 40 more');
  });

  test('PagerDuty: an event for each check, resolved under the same key; what is unknown is a warning', async () => {
    const { origin } = await api();
    const events = await pagerduty();
    const notify = [{ pagerduty: '${KEY}', severity: 'critical' }];
    const { run } = watched(notify, { KEY: ROUTING_KEY }, { [PAGERDUTY]: events.origin });
    const checks = (path: string): Check[] => [
      ...calling(origin, path),
      { name: 'floor', request: { url: `${origin}/200` }, ...(path !== '200' && { expect: { balance: { min: 1 } } }) },
    ];
    const failing = await run(checks('402'));
    expect(failing.notifications).toMatchObject([{ outcome: 'sent', checks: { length: 2 } }]);
    const sent = events.received.map(bodyOf);
    const opened = sent.find(({ payload }) => payload.component === 'chat')!;
    expect(opened).toMatchObject({
      routing_key: ROUTING_KEY,
      event_action: 'trigger',
      payload: { severity: 'critical', class: 'credits-exhausted', summary: 'chat fails: Out of credits (certain)' },
    });
    expect(opened['payload'].custom_details.step).toBe(failing.checks.find(({ name }) => name === 'chat')!.step);
    expect(sent.find(({ payload }) => payload.component === 'floor')!['payload'].severity).toBe('warning');
    expect(outcomes(await run(checks('200')))).toHaveLength(1);
    const resolved = events.received.slice(2).map(bodyOf);
    expect(resolved.map(({ event_action }) => String(event_action))).toEqual(['resolve', 'resolve']);
    expect(new Set(resolved.map(({ dedup_key }) => String(dedup_key)))).toEqual(new Set(sent.map(({ dedup_key }) => String(dedup_key))));
  });

  test('PagerDuty: what it says of a refused event is told', async () => {
    const { origin } = await api();
    const events = await pagerduty();
    const { run } = watched([{ pagerduty: '${KEY}' }], { KEY: 'too-short-for-a-key' }, { [PAGERDUTY]: events.origin });
    expect(outcomes(await run(calling(origin, '402')))).toEqual([
      'pagerduty failed (answered with status 400 (Event object is invalid: routing_key)): chat failing',
    ]);
  });

  test('a webhook gets JSON of schema 1, with the header fields that it wants', async () => {
    const { origin } = await api();
    const hook = await serve(({ headers }, response) => void response.writeHead(headers['x-token'] === 'tok-value-1' ? 200 : 401).end());
    const { run } = watched([{ webhook: '${URL}', headers: { 'X-Token': '${TOKEN}' } }], {
      URL: `${hook.origin}/a/b?c=d`,
      TOKEN: 'tok-value-1',
    });
    const { at } = await run(calling(origin, '402'));
    expect(hook.received[0]).toMatchObject({ method: 'POST', url: '/a/b?c=d', headers: { 'content-type': 'application/json' } });
    expect(bodyOf(hook.received[0]!)).toMatchObject({
      schema: 1,
      at,
      summary: { total: 1, failed: 1 },
      changes: [{ kind: 'failing', name: 'chat', since: at, verdict: { cause: 'credits-exhausted', family: 'payment' } }],
    });
    const later = await run(calling(origin, '200'));
    expect(outcomes(later)).toEqual(['webhook sent: chat recovered']);
    expect(bodyOf(hook.received[1]!)).toMatchObject({ changes: [{ kind: 'recovered', since: at }] });
  });

  /** A `sendmail` that notes its arguments and its input, and then does this. */
  const mailProgram = (then: string) => {
    const bin = folder();
    writeFileSync(join(bin, 'sendmail'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${bin}/arguments'\ncat > '${bin}/message'\n${then}\n`);
    chmodSync(join(bin, 'sendmail'), 0o755);
    return { PATH: [bin, '/usr/bin', '/bin'].join(delimiter), read: (name: string) => readFileSync(join(bin, name), 'utf8') };
  };

  test('e-mail: a message for sendmail, whose header no text can add to', async () => {
    const { origin } = await api();
    const { PATH, read } = mailProgram('');
    const notify = [{ email: ['team@example.com', 'night@example.com'], from: 'checks@example.com', timeout: 15 }];
    const { run } = watched(notify, { PATH });
    const result = await run(calling(origin, '402', 'Prüfung 余额\nBcc: evil@example.com'));
    expect(result.notifications).toMatchObject([{ notifier: 'email', outcome: 'sent' }]);
    expect(read('arguments')).toBe('-i\n-t\n');
    const [head = '', body = ''] = read('message').split('\n\n');
    const fields = head.replaceAll('\n ', ' ').split('\n');
    expect(fields.map((field) => field.split(':')[0])).toEqual([
      'From',
      'To',
      'Subject',
      'Auto-Submitted',
      'MIME-Version',
      'Content-Type',
      'Content-Transfer-Encoding',
    ]);
    expect(fields[1]).toBe('To: team@example.com, night@example.com');
    const subject = fields[2]!.replace(/ ?=\?utf-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, 'base64').toString());
    expect(subject).toBe('Subject:diagnose check: Prüfung 余额 Bcc: evil@example.com fails: Out of credits (certain)');
    expect(head).toMatch(/^[\n -~]*$/);
    const text = Buffer.from(body, 'base64').toString();
    expect(text).toContain('Out of credits (certain)');
    expect(text).toContain(`Do: ${result.checks[0]!.step!.slice(0, 100)}`);
  });

  test.each([
    ['one that fails', 'echo "no such user" >&2; exit 67', 'sendmail ended with 67: no such user'],
    ['one that hangs', 'exec sleep 600', 'no end within 2 s'],
  ])('e-mail: %s is told', async (_, then, says) => {
    const { origin } = await api();
    const { PATH } = mailProgram(then);
    const { run } = watched([{ email: 'team@example.com', timeout: 2 }], { PATH });
    expect(outcomes(await run(calling(origin, '402')))).toEqual([`email failed (${says}): chat failing`]);
  });

  test('e-mail: without a sendmail that is told', async () => {
    const { origin } = await api();
    const { run } = watched([{ email: 'team@example.com' }], { PATH: folder() });
    expect(outcomes(await run(calling(origin, '402')))).toEqual(['email failed (there is no sendmail on the PATH): chat failing']);
  });
});

/** Node's own collection, at a time of our choosing. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

describe('a notifier that does not work', () => {
  test('a time limit outlives a garbage collection', async () => {
    const { origin } = await api();
    const hanging = await serve(() => void setImmediate(collectGarbage));
    const notify = [
      { pagerduty: '${KEY}', timeout: 0.5 },
      { webhook: '${HANGING}', timeout: 0.5 },
    ];
    const { run } = watched(notify, { KEY: ROUTING_KEY, HANGING: hanging.origin }, { [PAGERDUTY]: hanging.origin });
    expect((await run(calling(origin, '402'))).notifications).toMatchObject([{ outcome: 'failed' }, { outcome: 'failed' }]);
  });

  test('one that hangs costs its own time limit, once for all that it is sent, and the others are told', async () => {
    const { origin } = await api();
    const hanging = await serve(() => {});
    const hook = await slack();
    const { run } = watched(
      [{ pagerduty: '${KEY}', timeout: 0.5 }, { webhook: '${HANGING}', timeout: 0.5 }, { slack: '${HOOK}' }],
      { KEY: ROUTING_KEY, HANGING: `${hanging.origin}/hang`, HOOK: hook.origin },
      { [PAGERDUTY]: hanging.origin },
    );
    const checks = Array.from({ length: 30 }, (_, i) => calling(origin, '402', `check ${i}`)).flat();
    const { notifications, summary } = await run(checks);
    expect(notifications!.map(({ notifier, outcome, says }) => [notifier, outcome, says])).toEqual([
      ['pagerduty', 'failed', 'no answer within 0.5 s'],
      ['webhook', 'failed', 'no answer within 0.5 s'],
      ['slack', 'sent', undefined],
    ]);
    // Five side by side and not one after the other: thirty would take six times as long.
    expect(hanging.received.filter(({ url }) => url === '/v2/enqueue').length).toBeLessThanOrEqual(5);
    expect(summary.failed).toBe(30);
  });

  const project = (origin: string, hook: string, path: string) => {
    const cwd = folder();
    const yaml = `notify:\n  - slack: \${HOOK}\nchecks:\n  - name: it\n    request: { url: ${origin}/${path} }\n`;
    writeFileSync(join(cwd, 'diagnose.yaml'), yaml);
    return (...args: string[]) => runCli(['check', ...args], { cwd, env: { HOOK: hook } });
  };

  test('is named on stderr and in the JSON, with the result, and changes an exit code of 0 alone', async () => {
    const { origin } = await api();
    const hook = 'http://127.0.0.1:1/services/not-for-anybody';
    const failing = project(origin, hook, '402');
    const says = 'diagnose: Not notified: slack: the connection was refused.\n';
    expect(await failing('--state', 's.json')).toMatchObject({
      code: 1,
      stderr: says,
      stdout: expect.stringMatching(/^1 check: 1 failed/),
    });
    const json = await failing('--state', 's.json', '--format', 'json', '--exit-zero');
    expect(json).toMatchObject({ code: 0, stderr: says });
    expect(JSON.parse(json.stdout)).toMatchObject({ notifications: [{ notifier: 'slack', outcome: 'failed' }], summary: { failed: 1 } });
    const { origin: flaky } = await serve((_, response) => void response.writeHead(calls++ === 0 ? 402 : 200).end('{}'));
    let calls = 0;
    const working = await slack();
    const cwd = folder();
    writeFileSync(join(cwd, 'diagnose.yaml'), `notify:\n  - slack: \${HOOK}\nchecks:\n  - name: it\n    request: { url: ${flaky}/ }\n`);
    const run = (to: string) => runCli(['check', '--state', 's.json'], { cwd, env: { HOOK: to } });
    expect(await run(working.origin)).toMatchObject({ code: 1, stderr: '', stdout: expect.stringContaining('Notified: slack (1 change)') });
    expect(await run(hook)).toMatchObject({ code: 3, stderr: says, stdout: expect.stringContaining('1 check passed') });
    expect(await run(working.origin)).toMatchObject({ code: 0, stderr: '' });
  });

  test('without --state nobody is told, and the variables need not be set', async () => {
    const { origin } = await api();
    const run = project(origin, '', '200');
    expect(await run()).toMatchObject({ code: 0, stderr: 'diagnose: Nobody is notified without --state FILE.\n' });
    expect(await run('--state', 's.json')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('diagnose.yaml:2:5: notify[0].slack:'),
    });
    expect(await run('--validate')).toMatchObject({ code: 0, stdout: expect.stringContaining('Not set here: HOOK') });
  });
});

describe('the state file', () => {
  const LATER = '{"schema":2,"checks":{}}';
  test.each([
    ['no JSON', '{"schema":1,', 'The state file s.json is not JSON.'],
    ['other JSON', '{"schema":1,"checks":[{"name":1}]}', 'The state file s.json is not valid at checks.0.name.'],
    ['of a newer version', LATER, 'The state file s.json is of schema 2; this version reads schema 1.'],
    ['empty', '', 'The state file s.json is not JSON.'],
  ])('%s: one sentence, 2, nothing is sent, and it stays as it is', async (_, content, says) => {
    const { origin, received } = await api();
    const cwd = folder();
    writeFileSync(join(cwd, 'diagnose.yaml'), `checks:\n  - name: it\n    request: { url: ${origin}/402 }\n`);
    writeFileSync(join(cwd, 's.json'), content);
    const run = await runCli(['check', '--state', 's.json'], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(says) });
    expect(received).toEqual([]);
    expect(readFileSync(join(cwd, 's.json'), 'utf8')).toBe(content);
    expect(await runCli(['check', '--state', 'no/folder/s.json'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot be written'),
    });
    expect(received).toEqual([]);
  });

  test('is replaced as a whole, for its owner alone; what this version does not know stays in it', async () => {
    const { origin } = await api();
    const { run, state, path } = watched([], {});
    await run(calling(origin, '402'));
    expect(readdirSync(path).toSorted()).toEqual(['diagnose.json', 'state.json']);
    expect(statSync(state).mode & 0o777).toBe(0o600);
    const first = JSON.parse(readFileSync(state, 'utf8')) as { schema: number; checks: Members[] };
    expect(first).toMatchObject({ schema: 1, checks: [{ name: 'chat', standing: 'failing', told: [], balances: [] }] });
    const other = { name: 'other', at: new Date().toISOString(), told: [], balances: [] };
    const gone = { ...other, name: 'gone', at: '2020-01-01T00:00:00.000Z' };
    writeFileSync(state, JSON.stringify({ ...first, later: 1, checks: [{ ...first.checks[0], more: 2 }, other, gone] }));
    await run(calling(origin, '402'));
    const second = JSON.parse(readFileSync(state, 'utf8')) as { checks: Members[] };
    expect(second).toMatchObject({ later: 1, checks: [{ more: 2, since: first.checks[0]!['since'] }, { name: 'other' }] });
    expect(second.checks).toHaveLength(2);
  });

  test('one that cannot be written at the end is told with the result', async () => {
    const { origin } = await api();
    const { run, state } = watched([], {});
    const result = await run(calling(origin, '200'), { keeping: { path: join(state, '..', 'x'.repeat(300)), before: readState(state) } });
    expect(result).toMatchObject({ summary: { passed: 1 }, warnings: [expect.stringContaining('cannot be written: ENAMETOOLONG')] });
  });

  test('a folder in its place is none', async () => {
    const path = folder();
    mkdirSync(join(path, 's.json'));
    expect(() => readState(join(path, 's.json'))).toThrow('is a directory');
  });
});

describe('no credential is shown', () => {
  const token = PLAIN;
  const inOrder = (...parts: string[]): string => parts.join('/');

  test('not in notifications, not in the state, in no format, also where servers repeat it', async () => {
    const environment: Record<string, string> = { KEY: MARKED, ROUTING: ROUTING_KEY, HEADER: `h-${token}` };
    const tell = (): string => `Insufficient credits for ${Object.values(environment).join(' ')}`;
    const echo = await serve(
      (_, response) => void response.writeHead(402).end(JSON.stringify({ error: { message: tell(), all: Object.values(environment) } })),
    );
    const hook = await slack();
    const refusing = await serve(({ url, headers }, response) => void response.writeHead(400).end(`bad ${url} ${JSON.stringify(headers)}`));
    const events = await serve((request, response) => {
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ message: request.body, errors: [request.url] }));
    });
    environment['SLACK'] = inOrder(hook.origin, 'services', 'T0123', token);
    environment['REFUSING'] = inOrder(refusing.origin.replace('//', `//me:${token}@`), `x?token=${token}`);
    const { run, state } = watched(
      [
        { slack: '${SLACK}' },
        { name: 'second', slack: '${REFUSING}' },
        { webhook: '${REFUSING}', headers: { 'X-Secret': '${HEADER}' } },
        { pagerduty: '${ROUTING}' },
      ],
      environment,
      { [PAGERDUTY]: events.origin },
    );
    const result = await run([
      {
        name: `named ${MARKED}`,
        request: { url: echo.origin, headers: { Authorization: 'Bearer ${KEY}' } },
        expect: {
          verdict: { not: ['access'] },
          json: [
            { path: 'error.all', equals: 'x' },
            { path: 'error.message', equals: 'x' },
          ],
        },
      },
    ]);
    expect(result.notifications!.map(({ outcome }) => outcome)).toEqual(['sent', 'failed', 'failed', 'failed']);
    expect(refusing.received[0]!.headers.authorization).toMatch(/^Basic /);
    const outputs = Object.fromEntries(
      await Promise.all(
        (['text', 'json', 'junit', 'github'] as const).map(async (format) => [
          format,
          await rendered(result, format, { color: 0, width: 200 }),
        ]),
      ),
    ) as Record<string, string>;
    outputs['state'] = readFileSync(state, 'utf8');
    outputs['slack'] = hook.received[0]!.body;
    outputs['webhook'] = refusing.received.map(({ body }) => body).join('');
    outputs['pagerduty'] = events.received.map(({ body }) => body.replace(`"routing_key":"${ROUTING_KEY}"`, '')).join('');
    for (const secret of [MARKED, token, ROUTING_KEY]) expect(leaks(outputs, secret)).toEqual([]);
    expect(outputs['slack']).toContain('KEY]');
    for (const { host } of [hook, refusing]) expect(JSON.stringify(result.notifications)).not.toContain(host);
  });

  test('a URL or a key in the file itself is a mistake, which is told without it', async () => {
    const path = join(folder(), 'diagnose.yaml');
    writeFileSync(
      path,
      `notify:
  - slack: https://hooks.example.com/services/${token}
  - { pagerduty: ${ROUTING_KEY}, severity: fatal }
  - { name: x, webhook: '\${A}', slack: '\${B}' }
  - { email: [no-address], region: eu }
  - { email: a@example.com, headers: { a: b } }
  - {}
  - { slack: '\${A}', timeout: 0 }
  - { slack: '\${A}' }
checks:
  - { name: it, request: { url: 'http://127.0.0.1:1/' } }
`,
    );
    const error: unknown = await readCheckFile(path).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BadCheckFile);
    const lines = (error as BadCheckFile).problems.map((problem) => lineOf('f', problem));
    expect(leaks({ lines: lines.join('\n') }, token)).toEqual([]);
    expect(lines).toEqual([
      'f:2:5: notify[0].slack: expected a variable of the environment, as ${SLACK_WEBHOOK_URL}, found a text',
      'f:3:7: notify[1].pagerduty: expected a variable of the environment, as ${SLACK_WEBHOOK_URL}, found a text',
      expect.stringContaining('notify[1].severity: expected critical, error, warning or info'),
      expect.stringContaining('f:4:16: notify[2].webhook: expected one of slack, pagerduty, webhook, email, found webhook beside slack'),
      expect.stringContaining('notify[3].email[0]: expected an e-mail address'),
      expect.stringContaining('notify[3].region: expected region only beside pagerduty, found it beside email'),
      expect.stringContaining('notify[4].email: expected a name of its own'),
      expect.stringContaining('notify[4].headers: expected headers only beside webhook'),
      expect.stringContaining('notify[5]: expected one of slack, pagerduty, webhook, email, found none of them'),
      expect.stringContaining('notify[6].slack: expected a name of its own'),
      expect.stringContaining('notify[6].timeout: expected seconds, above 0'),
      expect.stringContaining('notify[7].slack: expected a name of its own'),
    ]);
  });
});
