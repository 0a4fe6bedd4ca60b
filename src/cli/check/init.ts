/** `diagnose check --init`: a first file, from the keys in the environment (their names, never their values) or from a curl command. */
import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import catalogue from '#units/signs/providers';
import { interpret } from '../../diagnose.ts';
import type { Exchange } from '../../model/exchange.ts';
import { visible } from '../../model/format.ts';
import type { Profile } from '../../model/provider.ts';
import { readCurl } from '../../parse/curl-arguments.ts';
import { sealExchange } from '../../parse/seal.ts';
import { UsageError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import { writeAll } from '../terminal.ts';
import type { CheckSpec } from './types.ts';
import type { Environment } from './variables.ts';

/** A check with what is said above it. */
export type FirstCheck = CheckSpec & { says: string[] };

/** Writes the file, and gives the exit code. Throws UsageError where there is one, or nothing to put into it. */
export async function initCommand(path = 'diagnose.yaml', curl: string[] | undefined, environment: Environment): Promise<number> {
  if (!/^\.ya?ml$/i.test(extname(path))) throw new UsageError('--init writes YAML.', 'Name a file that ends in .yaml');
  const checks = curl ? [await fromCurl(curl, environment)] : fromKeys(await allProfiles(), environment);
  if (checks.length === 0)
    throw new UsageError(
      'No key of a known vendor is in the environment.',
      'Give a curl command: diagnose check --init curl https://… -H …',
    );
  try {
    writeFileSync(path, await firstFile(checks), { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new UsageError(`${path} is there already, and is not overwritten.`, 'Name another file: diagnose check --init FILE');
    throw new UsageError(
      `The file ${path} cannot be written: ${code ?? 'unknown error'}.`,
      'Name a file in a folder that you may write to.',
    );
  }
  writeAll(
    1,
    `${path}: ${checks.length} ${checks.length === 1 ? 'check' : 'checks'} written (${checks.map(({ name }) => name).join(', ')}).\nRun it: diagnose check${path === 'diagnose.yaml' ? '' : ` ${path}`}\n`,
  );
  return EXIT.fine;
}

const allProfiles = async (): Promise<Profile[]> =>
  Promise.all(Object.entries(catalogue.profiles).map(async ([id, load]) => ({ ...(await load()), id })));

const isSet = (environment: Environment, name: string): boolean => (environment[name] ?? '') !== '';

/**
 * A check for each vendor whose key is set and who documents a call that proves one. Of several vendors whose clients look in the
 * same variable, the one that is named like it counts.
 */
export function fromKeys(profiles: readonly Profile[], environment: Environment): FirstCheck[] {
  const owners = new Map<string, Profile>();
  const likeness = ({ id, keyEnvironment }: Profile, name: string): number =>
    name.toLowerCase().startsWith(id.replaceAll('-', '_').slice(0, 20)) ? 2 : keyEnvironment[0] === name ? 1 : 0;
  for (const profile of profiles) {
    const name = profile.keyEnvironment.find((each) => isSet(environment, each));
    if (name === undefined || !profile.knownGood || /[{<]/.test(profile.knownGood.url)) continue;
    const owner = owners.get(name);
    if (!owner || likeness(profile, name) > likeness(owner, name)) owners.set(name, profile);
  }
  return [...owners].map(([name, profile]) => firstCheck(name, profile)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function firstCheck(variable: string, { title, knownGood, keyHeader, requiredHeaders = [], balance }: Profile): FirstCheck {
  const { method, url, says } = knownGood!;
  const unit = balance?.unit;
  const isBearer = keyHeader.toLowerCase() === 'authorization';
  return {
    name: `${title}: the key works`,
    tags: ['keys'],
    request: {
      url,
      ...(method !== 'GET' && { method }),
      headers: { [isBearer ? 'Authorization' : keyHeader]: `${isBearer ? 'Bearer ' : ''}\${${variable}}` },
    },
    says: [
      says,
      ...requiredHeaders.map((field) => `It needs the header field ${field} as well.`),
      ...(typeof unit === 'string' && /^[A-Z]{3}$/.test(unit)
        ? [`A floor for the balance: add  expect: {balance: {min: 20, unit: ${unit}}}`]
        : []),
    ],
  };
}

/** A check of the request that a curl command makes. What in it is a credential becomes a variable. */
export async function fromCurl(words: string[], environment: Environment): Promise<FirstCheck> {
  const { exchanges, warnings } = readCurl(words);
  const exchange = sealExchange(exchanges[0]);
  const { request } = exchange;
  if (!request?.url)
    throw new UsageError('The curl command names no URL.', 'Put the URL after curl: diagnose check --init curl https://… -H …');
  const { provider, gateway } = await interpret(exchange, { now: new Date() });
  const named = variablesFor(exchange, gateway ?? provider, environment);
  const withNames = (text: string): string =>
    [...named].reduce((result, [mask, name]) => result.replaceAll(mask, () => `\${${name}}`), text.replaceAll('${', '$${'));
  const { method, url, headers, body } = request;
  const fields = Object.fromEntries(headers.map(({ name, value }) => [name, withNames(value)]));
  const { host, pathname } = new URL(url.replace(/\[\w+#\d+[^\]]*\]/g, 'key'));
  return {
    name: `${method} ${host}${pathname}`,
    request: {
      url: withNames(url),
      ...(method !== 'GET' && { method }),
      ...(headers.length > 0 && { headers: fields }),
      ...(body !== undefined && { body: withNames(body) }),
    },
    says: [
      ...(headers.some(({ value }) => value.startsWith('Basic [')) ? ['Basic credentials are "user:password" in base64.'] : []),
      ...(named.size > 0 ? [`Set before it runs: ${[...new Set(named.values())].join(', ')}`] : []),
      ...warnings.map((warning) => visible(warning)),
    ],
  };
}

/** For each credential the variable that holds it, else the vendor's own name for it, else a name of its kind. */
function variablesFor({ secrets }: Exchange, profile: Profile | undefined, environment: Environment): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const free = (name: string): string => {
    let unused = name;
    for (let i = 2; taken.has(unused); i++) unused = `${name}_${i}`;
    return unused;
  };
  for (const secret of secrets) {
    const holder = Object.keys(environment).find(
      (name) => /^[A-Za-z_]\w*$/.test(name) && isSet(environment, name) && secret.equals(environment[name]!),
    );
    const name = holder ?? free(profile?.keyEnvironment[0] ?? `API_${secret.kind.toUpperCase()}`);
    taken.add(name);
    names.set(secret.mask, name);
  }
  return names;
}

/** The file's text. */
async function firstFile(checks: readonly FirstCheck[]): Promise<string> {
  const { Document, isMap, isSeq } = await import('yaml');
  const document = new Document({ checks: checks.map(({ says: _says, ...check }) => check) });
  document.commentBefore = [
    ' yaml-language-server: $schema=./node_modules/diagnose-http/schema/check.schema.json',
    ' Run by: diagnose check. A check without `expect` wants the call to be fine.',
    ' ${NAME} stands for a variable of the environment: no key belongs into this file.',
  ].join('\n');
  const list = document.get('checks');
  if (isSeq(list))
    list.items.forEach((item, i) => {
      const { says } = checks[i]!;
      if (isMap(item) && says.length > 0) item.commentBefore = says.map((line) => ` ${line}`).join('\n');
    });
  return document.toString({ lineWidth: 0 });
}
