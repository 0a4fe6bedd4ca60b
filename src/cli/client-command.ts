/** `diagnose client`: the clients on this machine, or all that is found of one. Nothing is sent. */
import { homedir } from 'node:os';
import { wrapAnsi } from 'fast-wrap-ansi';
import { clientSetup, isFound, placesOf } from '../evidence/world/client-setup.ts';
import { clientSteps, isExpired, loginLine, type ClientSetup } from '../model/client-setup.ts';
import { cut, utc, visible, visibleJson } from '../model/format.ts';
import type { Machine } from '../model/probe.ts';
import { clients } from '../parse/clients/all.ts';
import { UsageError } from './errors.ts';
import { EXIT } from './exit.ts';
import { nearest } from './nearest.ts';
import { stdoutStream, widthOf, writeAll } from './terminal.ts';

/** Prints the list, or the page of the client of that name. Throws a UsageError for an unknown name or format. */
export async function clientCommand(name: string | undefined, { format }: { format: string }): Promise<number> {
  if (format !== 'text' && format !== 'json') throw new UsageError(`There is no format '${format}' here.`, 'There are: text, json.');
  const machine = thisMachine();
  const now = new Date();
  if (name !== undefined) {
    const id = idOf(name);
    const setup = await clientSetup(id, clients[id]!, machine);
    print(format === 'json' ? json({ client: { ...setup, steps: clientSteps(setup, now) } }) : page(setup, now));
    return EXIT.fine;
  }
  const setups = await setupsOn(machine);
  print(format === 'json' ? json({ clients: setups.map((setup) => inShort(setup, now)), ...lookedAt(setups) }) : list(setups, now));
  return EXIT.fine;
}

const thisMachine = (): Machine => ({
  environment: process.env,
  platform: process.platform,
  home: homedir(),
  folder: process.cwd(),
  files: {},
});

async function setupsOn(machine: Machine): Promise<ClientSetup[]> {
  const all = Object.entries(clients);
  const there = await Promise.all(all.map(([, profile]) => isFound(profile, machine)));
  return Promise.all(all.filter((_, i) => there[i]).map(([id, profile]) => clientSetup(id, profile, machine)));
}

function idOf(name: string): string {
  const wanted = name.trim().toLowerCase().replaceAll(' ', '-');
  const id = Object.entries(clients).find(([own, { names }]) => own === wanted || names.includes(wanted))?.[0];
  if (id !== undefined) return id;
  const ids = Object.keys(clients);
  const near = nearest(wanted, [...ids, ...Object.values(clients).flatMap(({ names }) => names)]);
  throw new UsageError(
    `There is no client '${name}'.`,
    near === undefined ? `There are: ${ids.join(', ')}.` : `Did you mean: diagnose client ${near}`,
  );
}

const print = (text: string): void => writeAll(1, text);

const json = (content: object): string => `${visibleJson(JSON.stringify({ schema: 1, ...content }, null, 2))}\n`;

const inShort = (setup: ClientSetup, now: Date): object => ({
  id: setup.id,
  title: setup.title,
  found: setup.found,
  says: lineOf(setup, now),
});

/** Where it was looked, where nothing was found: a home folder may be another one than the client's. */
function lookedAt(setups: readonly ClientSetup[]): { looked?: string[] } {
  return setups.length > 0 ? {} : { looked: places() };
}

function places(): string[] {
  const machine = thisMachine();
  const all = Object.values(clients).map((profile) => placesOf(profile, machine));
  return [...new Set(all.flat())];
}

/** What matters most of a client, in one line: what is wrong comes first. */
function lineOf({ settings, shadows, login, uses, failures }: ClientSetup, now: Date): string {
  const broken = settings.find(({ problem }) => problem !== undefined);
  const [failure] = failures;
  const [shadow] = shadows;
  return [
    ...(broken ? [`${broken.file}: ${broken.problem}`] : []),
    ...(login && isExpired(login, now) ? [`login ${loginLine(login, now)}`] : []),
    ...(shadow ? [`${shadow.name} comes before the login`] : []),
    ...(failure ? [`last failure: ${failure.status ?? 'no answer'}`] : []),
    ...(shadow ? [] : [uses ? `${uses.what}: ${uses.from}` : 'no key and no login seen']),
  ].join('; ');
}

function list(setups: readonly ClientSetup[], now: Date): string {
  if (setups.length === 0)
    return `No desktop or command-line client was found on this machine. Looked at:\n${places()
      .map((place) => `  ${visible(place)}\n`)
      .join('')}`;
  const width = Math.max(...setups.map(({ id }) => id.length));
  const lines = setups.map((setup) => cut(visible(lineOf(setup, now)), widthOf(stdoutStream()) - width - 4));
  return `${lines.map((line, i) => `  ${setups[i]!.id.padEnd(width)}  ${line}\n`).join('')}\nAll of one: diagnose client ${setups[0]!.id}\n`;
}

/** Wraps a text behind its label, the further lines under the first. */
function under(label: string, text: string): string {
  const width = Math.max(20, widthOf(stdoutStream()) - label.length);
  return wrapAnsi(visible(text), width, { hard: true })
    .split('\n')
    .map((line, i) => (i === 0 ? label : ' '.repeat(label.length)) + line)
    .join('\n');
}

function page(setup: ClientSetup, now: Date): string {
  const { title, found, looked, uses, keys, shadows, login, baseUrls, proxies, settings, logs, failures } = setup;
  const rows: [string, string[]][] = [
    ['found', found.length > 0 ? found : [`nothing; looked at ${looked.join(', ')}`]],
    ['uses', uses ? [`${uses.what}: ${uses.from}`] : ['no key and no login seen']],
    ['shadows', shadows.map(({ says, from }) => `${says} (${from})`)],
    ['login', login ? [`${login.account}: ${loginLine(login, now)}`] : []],
    ['keys', keys.map(({ mask, from, fingerprint }) => `${mask} ${from} (sha256 ${fingerprint}…)`)],
    ['base URL', baseUrls.map(({ url, from }) => `${url} (${from})`)],
    ['proxy', proxies.map(({ url, from }) => `${url} (${from})`)],
    ['settings', settings.map(({ file, problem, unread }) => ((problem ?? unread) ? `${file}: ${problem ?? unread}` : file))],
    ['logs', logs.length > 0 ? logs : ['it keeps none']],
    [
      'failures',
      failures.map(({ at, status, says, file }) => [at && utc(at, 'second'), status, says, `(${file})`].filter(Boolean).join(' ')),
    ],
    ['do', clientSteps(setup, now).map((step, i) => `${i + 1}. ${step}`)],
    ['page', [setup.page.url]],
  ];
  const lines = rows.flatMap(([label, texts]) => texts.map((text, i) => under(`  ${(i === 0 ? label : '').padEnd(10)}`, text)));
  return `${title}\n\n${lines.join('\n')}\n`;
}
