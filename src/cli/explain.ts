/** The offline reference: what a cause, a check, a status code, a probe or a provider is. */
import type { Capture } from '../model/capture.ts';
import { causeIds, causes, type Cause, type CauseId, type Family } from '../model/cause.ts';
import type { Check, Choice, Facts } from '../model/check.ts';
import { actorWords } from '../model/phrases.ts';
import type { LocalProbe, Probe } from '../model/probe.ts';
import type { ErrorRule, Profile, Provider, RuleCondition } from '../model/provider.ts';
import { statusOf, type Status } from '../model/status.ts';

/** All units by their ids; of the reports, which load one by one, the ids alone. */
export type Units = {
  causes: Readonly<Record<string, Cause>>;
  checks: Record<string, Check>;
  providers: Record<string, Provider>;
  captures: Record<string, Capture>;
  reports: string[];
  probes: Record<string, Probe | LocalProbe>;
};

const retryWords: Record<Cause['retry'], string> = {
  now: 'possible at once',
  'after-delay': 'helps after a while: waiting alone resolves it',
  'after-fix': 'of no use until someone has acted',
  never: 'of no use: the request itself has to change',
};

const familyWords: Record<Family, string> = {
  payment: 'payment',
  access: 'access',
  limits: 'limits',
  request: 'the request itself',
  infrastructure: 'infrastructure',
  none: 'none',
};

/**
 * The page for a word: a cause's, check's, probe's or provider's id, or a status code. Plain text of paragraphs and list items that
 * are not wrapped. One word may name several things, a check and the probe it reads for instance, and gets all their pages.
 * Undefined where it names nothing.
 */
export function explain(word: string, units: Units): string | undefined {
  const id = word.trim().toLowerCase();
  const pages = [
    page(units.causes, id, (cause) => causePage(id, cause, units)),
    page(units.checks, id, (check) => checkPage(id, check)),
    page(units.probes, id, (probe) => probePage(id, probe)),
    page(units.providers, id, (provider) => providerPage(id, provider)),
    statusPage(/^\d{3}$/.test(id) ? statusOf(Number(id)) : undefined, units),
  ].filter((text) => text !== undefined);
  return pages.length > 0 ? pages.join('\n\n') : undefined;
}

function page<T>(units: Readonly<Record<string, T>>, id: string, write: (unit: T) => string): string | undefined {
  const unit = Object.hasOwn(units, id) ? units[id] : undefined;
  return unit === undefined ? undefined : write(unit);
}

const paragraphs = (...texts: (string | undefined)[]): string => texts.filter((text) => text !== undefined && text !== '').join('\n\n');

/** A heading and its items; undefined where there are none. */
function section(heading: string, items: readonly string[], numbered = false): string | undefined {
  if (items.length === 0) return undefined;
  return [heading, ...items.map((item, i) => (numbered ? `${i + 1}. ${item}` : `- ${item}`))].join('\n');
}

function causePage(id: string, cause: Cause, { providers }: Units): string {
  const answers = Object.values(providers).flatMap((provider) =>
    provider.rules
      .filter((rule) => rule.cause === id)
      .map((rule) => `${provider.title}: ${conditionWords(rule.when)}.${noteOf(rule)} ${rule.source}`),
  );
  return paragraphs(
    `${id}: ${cause.title} (cause)`,
    cause.summary,
    [`Family: ${familyWords[cause.family]}`, `Who has to act: ${actorWords[cause.actor]}`, `Retrying: ${retryWords[cause.retry]}`].join(
      '\n',
    ),
    section('What to do', cause.steps, true),
    section('How to prevent it', cause.prevention),
    section('Answers that mean this', [...new Set(answers)]),
  );
}

function checkPage(id: string, check: Check): string {
  return paragraphs(
    `${id}: ${check.title} (check ${check.phase})`,
    check.explains,
    section(
      'What a person can answer, with --interactive or on the command line',
      choicesOf(check).map(({ value, says }) => `--answer ${id}=${value}: ${says}`),
    ),
  );
}

/** Facts that hold no more than a cause: of a client that is known, calling a vendor behind a gateway of which nothing is. */
function factsOf(cause: CauseId): Facts {
  const nobody = (id: string, title: string, kind: Provider['kind']): Profile => {
    const none = { hosts: [], keys: [], keyEnvironment: [], requestIdHeaders: [], ownHeaders: [], ownWords: [], rules: [] };
    const url = 'https://api.example.com/v1/models';
    return {
      id,
      title,
      kind,
      ...none,
      keyHeader: 'authorization',
      links: {},
      supportAsks: ['what the vendor names'],
      statusPage: { page: url },
      knownGood: { method: 'GET', url, says: '', source: url },
    };
  };
  const verdict = { cause, confidence: 'possible' as const, because: [], alternatives: [], retry: { advice: causes[cause].retry } };
  return {
    exchange: {
      source: { shape: '' },
      request: { method: 'POST', headers: [{ name: 'user-agent', value: 'claude-cli/2.0.0 (external, cli)' }] },
      response: { status: 402, headers: [] },
      secrets: [],
    },
    reading: { status: 402, problems: [], rateLimits: [], figures: [], payments: [], answeredBy: { layer: 'gateway' }, verdict },
    provider: nobody('vendor', 'the vendor', 'vendor'),
    gateway: nobody('gateway', 'the gateway', 'gateway'),
    evidence: { schema: 1, at: '', answers: {} },
    now: new Date(0),
  };
}

/** All that a check lets a person answer, whatever the cause. */
function choicesOf(check: Check): Choice[] {
  const all = causeIds.flatMap((cause) => check.question?.(factsOf(cause))?.choices ?? []);
  return [...new Map(all.map((choice) => [choice.value, choice])).values()];
}

function probePage(id: string, probe: Probe | LocalProbe): string {
  return paragraphs(`${id}: ${probe.title} (probe)`, probe.explains);
}

function statusPage(status: Status | undefined, { providers }: Units): string | undefined {
  if (!status) return undefined;
  const { code, name, says, about402, retry } = status;
  const meant = Object.values(providers).flatMap((provider) =>
    provider.rules.filter(({ when }) => isBare(when, code)).map((rule) => `${provider.title}: ${rule.cause}. ${rule.source}`),
  );
  return paragraphs(
    `${code} ${name} (status code, ${status.section})`,
    says,
    code === 402 ? about402 : `And 402? ${about402}`,
    `Retrying, where nothing else is known: ${retryWords[retry]}.`,
    section(`What a ${code} means where the body says no more`, [...new Set(meant)]),
  );
}

/** Whether a rule goes by this status and nothing else. */
function isBare({ status, code, type, message }: RuleCondition, wanted: number): boolean {
  return [status ?? []].flat().includes(wanted) && code === undefined && type === undefined && message === undefined;
}

function providerPage(id: string, provider: Provider): string {
  const { links, statusPage: status, balance, knownGood } = provider;
  const keys = provider.keys.map(({ means, notFor }) => (notFor ? `${means}; not for ${notFor}` : means));
  const places = Object.entries({ ...links, status: status?.page }).filter(([, url]) => url !== undefined);
  return paragraphs(
    `${id}: ${provider.title} (${provider.kind})`,
    [
      `Hosts: ${provider.hosts.map(hostWords).join(', ') || 'none of its own: it runs where it was installed'}`,
      `Key: in the header field ${provider.keyHeader}${inVariables(provider.keyEnvironment)}`,
      ...(provider.requestIdHeaders.length > 0 ? [`Request id: in ${provider.requestIdHeaders.join(', ')}`] : []),
      ...(balance ? [`Balance: can be asked with the key (${balance.source})`] : []),
      ...(knownGood ? [`A call that proves a key: ${knownGood.method} ${knownGood.url} (${knownGood.source})`] : []),
    ].join('\n'),
    section('Keys', keys),
    section(
      'Links',
      places.map(([name, url]) => `${name}: ${url}`),
    ),
    section(
      'What its answers mean: the first that fits',
      provider.rules.map((rule) => `${conditionWords(rule.when)}: ${rule.cause}.${noteOf(rule)} ${rule.source}`),
    ),
  );
}

const hostWords = (host: string): string => (host.startsWith('.') ? `every host below ${host.slice(1)}` : host);
const inVariables = (names: readonly string[]): string => (names.length > 0 ? `; clients look for it in ${names.join(', ')}` : '');
const noteOf = ({ note }: ErrorRule): string => (note ? ` ${note}` : '');

/** `429 with code insufficient_quota`, `wording "credit balance"`. */
function conditionWords({ status, code, type, message }: RuleCondition): string {
  const signs = [
    code === undefined ? undefined : `code ${anyOf(code)}`,
    type === undefined ? undefined : `type ${anyOf(type)}`,
    message === undefined ? undefined : `wording ${wordingOf(message)}`,
  ].filter((part) => part !== undefined);
  const words = signs.join(' and ');
  if (status === undefined) return words;
  return words === '' ? anyOf(status) : `${anyOf(status)} with ${words}`;
}

const anyOf = (values: string | number | readonly (string | number)[]): string => [values].flat().join(' or ');

/** A fragment in quotes; a regular expression as it is, less the signs that say nothing to a reader. */
function wordingOf(message: string | RegExp): string {
  if (typeof message === 'string') return `"${message}"`;
  return `/${message.source.replaceAll('\\b', '').replace(/\\s[+*]?/g, ' ')}/`;
}
