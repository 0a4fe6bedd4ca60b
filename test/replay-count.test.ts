/**
 * A captured request that is not safe is never sent again without --replay and a yes, whatever else stands on the command line:
 * the requests that arrive at a server on loopback are counted, for every combination of flags.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serve, type Received } from './support/loopback.ts';
import { CTRL_C, ENTER, hasPseudoTerminal, openSession } from './support/pseudo-terminal.ts';
import { runCli } from './support/run-cli.ts';

const PATIENCE = 60_000;
const FLAGS = ['--replay', '--yes', '--offline', '--no-input', '--dry-run', '--interactive'];

let folder: string;
let origin: string;
let received: Received[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'count-'));
  ({ origin, received } = await serve((_request, response) => response.writeHead(402).end('{"error":{"message":"payment required"}}')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The file of a call that was captured; each has a path of its own, by which its requests are counted. */
function captured(name: string, method = 'POST'): string {
  const file = join(folder, `${name}.txt`);
  writeFileSync(
    file,
    `> ${method} /${name} HTTP/1.1\n> Host: ${origin.slice('http://'.length)}\n> Authorization: Bearer sk-proj-${'Example0'.repeat(5)}\n>\n` +
      '< HTTP/1.1 402 Payment Required\n< content-type: application/json\n<\n{"error":{"message":"payment required"}}\n',
  );
  return file;
}

const arrived = (name: string): number => received.filter(({ url }) => url === `/${name}`).length;

/** All subsets of the flags. */
const combinations = Array.from({ length: 2 ** FLAGS.length }, (_, bits) => FLAGS.filter((_flag, i) => bits & (1 << i)));

/** What may stop a request that has --replay and --yes: where nothing is to be sent, or the command line is refused. */
const STOPS = ['--offline', '--dry-run', '--interactive'];
const maySend = (flags: string[]): boolean =>
  flags.includes('--replay') && flags.includes('--yes') && !STOPS.some((flag) => flags.includes(flag));

describe('without a terminal', () => {
  test.each([0, 1, 2, 3].map((part) => [part]))('every combination of flags, quarter %i', { timeout: PATIENCE }, async (part) => {
    const quarter = combinations.filter((_, i) => i % 4 === part);
    for (let at = 0; at < quarter.length; at += 4) {
      await Promise.all(quarter.slice(at, at + 4).map((flags, i) => runCli([captured(`call-${at + i}`), ...flags])));
    }
    expect(quarter.map((flags, i) => `${arrived(`call-${i}`)} ${flags.join(' ')}`)).toEqual(
      quarter.map((flags) => `${maySend(flags) ? 1 : 0} ${flags.join(' ')}`),
    );
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'MKCOL'])('%s needs the yes as well', async (method) => {
    const file = captured('call', method);
    await runCli([file, '--replay']);
    await runCli(['-', '--replay'], { stdin: `curl -X ${method} ${origin}/call -d x` });
    expect(arrived('call')).toBe(0);
    await runCli([file, '--replay', '--yes']);
    expect(arrived('call')).toBe(1);
  });

  test('kept evidence is judged, and nothing is sent', async () => {
    const evidence = join(folder, 'evidence.json');
    await runCli([captured('call'), '--save-evidence', evidence]);
    await runCli(['--evidence', evidence, '--replay', '--yes']);
    expect(received).toEqual([]);
  });
});

describe.skipIf(!hasPseudoTerminal)('at a terminal', { timeout: PATIENCE }, () => {
  test.each([
    ['y', ['y', ENTER], 1, 1],
    ['n', ['n', ENTER], 0, 1],
    ['nothing but Enter', [ENTER], 0, 1],
    ['another word', ['maybe', ENTER, CTRL_C], 0, 130],
    ['Ctrl-C', [CTRL_C], 0, 130],
  ])('the answer %s', async (_name, keys, count, code) => {
    const session = openSession([captured('call'), '--replay']);
    await session.until('Send this POST again?');
    expect(received).toEqual([]);
    session.press(...keys);
    expect(await session.ended).toBe(code);
    expect(arrived('call')).toBe(count);
  });

  test('a yes to a question about the account is none to sending', async () => {
    const session = openSession([captured('call'), '--interactive', '--yes', '--only', 'support']);
    await session.ended;
    expect(received).toEqual([]);
  });
});
