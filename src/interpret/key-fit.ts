/** Whether a key of the right vendor is at the right door: plan or credits, test or live, this region or that, this project or that. */
import type { CauseId } from '../model/cause.ts';
import type { Because, Choice, Facts, PersonQuestion } from '../model/check.ts';
import { header } from '../model/exchange.ts';
import { cut } from '../model/format.ts';
import type { KeyShape, Profile } from '../model/provider.ts';
import { urlOf, type SentCredential } from './sent-credentials.ts';

export type Misfit = { says: string; step: string };

/** Words of a shape's meaning, and parts of a host or a path, that say "subscription". */
const PLAN_KEY = /\b(?:coding|token|step) plan\b|\bsubscription\b|\bkimi code\b/i;
export const isPlanShape = ({ means }: KeyShape): boolean => PLAN_KEY.test(means);
const PLAN_DOOR = /(?:^|[./_-])(?:coding|tokenplan|step_plan|plan)(?:[./_-]|$)/i;

/** Where a vendor sells calls by plan as well as by credits: the doors of the plan, as "host/path", and whether one of them was called. */
function planOf(facts: Facts, called: Profile): { doors: string[]; isCalled: boolean } | undefined {
  const url = urlOf(facts.exchange.request);
  if (!url) return undefined;
  const hosts = called.hosts.filter((host) => !host.startsWith('.') && PLAN_DOOR.test(host));
  const paths = (called.basePaths ?? []).filter((path) => PLAN_DOOR.test(path));
  if (hosts.length + paths.length === 0) return undefined;
  const isCalled = PLAN_DOOR.test(`${url.hostname}${url.pathname.slice(0, 500)}`);
  // Some sell their Anthropic-compatible endpoint by plan, some by use, under one name.
  if (!isCalled && /\/anthropic(?:\/|$)/.test(url.pathname.slice(0, 500))) return undefined;
  return { doors: [...hosts, ...paths], isCalled };
}

/** A key whose shape tells its product, at the door of the other one. */
export function productMisfit(shape: KeyShape, called: Profile, facts: Facts): Misfit | undefined {
  const plan = planOf(facts, called);
  if (!plan) return undefined;
  const isPlanKey = isPlanShape(shape);
  if (isPlanKey && !plan.isCalled)
    return {
      says: `A plan's key at the pay-as-you-go endpoint`,
      step: `Set the base URL to the plan's: ${plan.doors.slice(0, 3).join(', ')}.`,
    };
  if (!isPlanKey && plan.isCalled && called.keys.some(isPlanShape))
    return {
      says: "A pay-as-you-go key at the plan's endpoint",
      step: 'Set the base URL to the general endpoint, or take the key that came with the plan.',
    };
  return undefined;
}

/** A test key at a live host, or a live key at a sandbox. */
export function modeMisfit(key: SentCredential, called: Profile, facts: Facts): Misfit | undefined {
  const host = urlOf(facts.exchange.request)?.hostname ?? '';
  const isSandbox = (name: string): boolean => /(?:^|[.-])(?:sandbox|test|uat)(?:[.-]|$)/.test(name);
  const isOf = (mode: string): boolean => key.secret?.matches(new RegExp(`^[A-Za-z]{1,12}[_-]${mode}[_-]|^${mode}[_-]`, 'i')) ?? false;
  if (isSandbox(host) && isOf('live'))
    return { says: `A live key, at the sandbox ${cut(host, 32)}`, step: 'Use a test key with the sandbox, or call the live host.' };
  if (!isSandbox(host) && isOf('test') && called.hosts.some(isSandbox))
    return { says: `A test key, at the live host ${cut(host, 30)}`, step: 'Use a live key, or call the sandbox.' };
  return undefined;
}

/** The other sites of the same vendor, whose keys do not work here: the same name under another country's domain or with another region in it. */
function otherSites(host: string, called: Profile): string[] {
  const labels = (name: string): number => name.split('.').length;
  const core = (name: string): string =>
    name
      .split('.')
      .slice(0, -1)
      .join('.')
      .replace(/-(?:intl|global)\b/g, '');
  const country = (name: string): boolean => name.endsWith('.cn');
  const same = (other: string): boolean => core(other) === core(host) || country(other) !== country(host);
  return called.hosts
    .filter((other) => other !== host && !other.startsWith('.') && labels(other) === labels(host) && same(other))
    .slice(0, 3);
}

const MAY_BE_PRODUCT: CauseId[] = [
  'credits-exhausted',
  'quota-exhausted',
  'plan-required',
  'subscription-inactive',
  'payment-unspecified',
  'key-scope-mismatch',
  'permission-denied',
];
const MAY_BE_SITE: CauseId[] = ['credentials-invalid', 'key-scope-mismatch'];

/** What does not show, as a line, and the question to the person who knows it. */
export type OpenPoint = { says: string; question: PersonQuestion };

/** What only a person knows of a key whose looks do not tell: which site it was made on, or what pays for it. */
export function openPoint(shape: KeyShape | undefined, called: Profile, facts: Facts): OpenPoint | undefined {
  const { cause } = facts.reading.verdict;
  const host = urlOf(facts.exchange.request)?.hostname;
  if (host === undefined || !called.hosts.includes(host)) return undefined;
  const sites = otherSites(host, called);
  if (MAY_BE_SITE.includes(cause) && sites.length > 0)
    return { says: 'Which site the key was made on does not show', question: siteQuestion(host, sites) };
  const plan = MAY_BE_PRODUCT.includes(cause) ? planOf(facts, called) : undefined;
  const isTold = shape && called.keys.some(isPlanShape);
  return plan && !isTold ? { says: 'Whether a plan or credits pay does not show', question: planQuestion(plan) } : undefined;
}

function siteQuestion(host: string, sites: string[]): PersonQuestion {
  return {
    says: `The sites have accounts and keys of their own. Where was this key made?`,
    choices: [
      {
        value: host,
        says: `For ${host}`,
        outcome: 'warn',
        found: 'The key is of this site: then it is wrong, revoked or expired',
        cause: 'credentials-invalid',
      },
      ...sites.map((site): Choice => ({
        value: site,
        says: `For ${site}`,
        outcome: 'fail',
        found: `The key is of ${cut(site, 26)}, the call went elsewhere`,
        steps: [`Set the host of the base URL to ${site}, or make a key on the site of ${host}.`],
        cause: 'key-scope-mismatch',
      })),
    ],
  };
}

function planQuestion({ doors, isCalled }: { doors: string[]; isCalled: boolean }): PersonQuestion {
  const fits = (pays: string): Pick<Choice, 'outcome' | 'found'> => ({ outcome: 'pass', found: `${pays} for this endpoint` });
  const plan: Choice = { value: 'plan', says: 'A plan, by the month', ...fits('The plan pays') };
  const credits: Choice = { value: 'credits', says: 'Credits, by use', ...fits('Credits pay') };
  const wrong = (choice: Choice, found: string, step: string): Choice => ({
    ...choice,
    outcome: 'fail',
    found,
    steps: [step],
    cause: 'key-scope-mismatch',
  });
  return {
    says: `Plan and credits have endpoints of their own; this call went to ${isCalled ? "the plan's" : 'that of the credits'}. What does the account have?`,
    choices: [
      isCalled
        ? plan
        : wrong(plan, 'The plan does not pay at this endpoint', `Set the base URL to the plan's: ${doors.slice(0, 3).join(', ')}.`),
      isCalled ? wrong(credits, "Credits do not pay at the plan's endpoint", 'Set the base URL to the general endpoint.') : credits,
      { value: 'both', says: 'Both', outcome: 'pass', found: 'The account has both, a plan and credits' },
      {
        value: 'neither',
        says: 'Neither',
        outcome: 'fail',
        found: 'The account has neither a plan nor credits',
        steps: ['Buy credits or a plan, and call the endpoint that belongs to it.'],
        cause: isCalled ? 'subscription-inactive' : 'credits-exhausted',
      },
    ],
  };
}

const SCOPE = /(?:^|-)(?:organi[sz]ation|org|project|workspace|team|tenant)(?:-id)?$/i;

/** Organisation, project and the like: what the request named, what the server saw, and whether they differ. */
export function scopesOf(
  { exchange: { request, response } }: Facts,
  called: Profile | undefined,
): { because: Because[]; misfit?: Misfit; sent: string[] } {
  const isScope = (name: string): boolean => SCOPE.test(name) || (called?.scopeHeaders?.includes(name.toLowerCase()) ?? false);
  const sent = (request?.headers ?? []).filter(({ name }) => isScope(name)).slice(0, 4);
  const seen = (response?.headers ?? []).filter(({ name }) => isScope(name)).slice(0, 4);
  const because = [
    ...sent.map(({ name, value }) => ({
      where: `request.headers.${name.toLowerCase()}`,
      value: cut(value, 60),
      says: 'the account that the call asked for',
    })),
    ...seen.map(({ name, value }) => ({
      where: `response.headers.${name.toLowerCase()}`,
      value: cut(value, 60),
      says: 'the account that the server saw',
    })),
  ];
  const differing = sent.find(({ name, value }) => {
    const answer = header(seen, name);
    return answer !== undefined && answer !== value && formOf(answer) === formOf(value);
  });
  const names = sent.map(({ name }) => name);
  if (!differing) return { because, sent: names };
  const { name, value } = differing;
  return {
    because,
    sent: names,
    misfit: {
      says: `Sent for ${cut(value, 18)}, and ${cut(header(seen, name)!, 18)} answered`,
      step: `Take ${cut(name, 30)} out of the call, or use a key of ${cut(value, 40)}.`,
    },
  };
}

/** An id's kind, "proj" of proj_a1: an id and a name of the same thing are not to be compared. */
const formOf = (value: string): string => /^[A-Za-z]{1,12}(?=[-_])/.exec(value)?.[0] ?? '';
