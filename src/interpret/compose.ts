/** Puts the one result object together from what was read, gathered and checked. */
import { causes, type CauseId } from '../model/cause.ts';
import type { ChecklistEntry, Diagnosis } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import { duration } from '../model/format.ts';
import { header, type Exchange } from '../model/exchange.ts';
import type { Profile } from '../model/provider.ts';
import type { Reading } from '../model/reading.ts';
import { adviceLine, preventionFor } from './prevention.ts';
import { dateIn } from './time.ts';
import { vendorOfHost, type Who } from './who.ts';

export type Parts = {
  exchange: Exchange;
  reading: Reading;
  who: Who;
  evidence: Evidence;
  checklist: ChecklistEntry[];
  warnings: string[];
  version: string;
};

/** Bodies are for a reader; the whole one stands in the input. */
const BODY_SHOWN = 16_384;

const bodyOf = (body: string | undefined): { body?: string } =>
  body === undefined ? {} : { body: body.length > BODY_SHOWN ? `${body.slice(0, BODY_SHOWN)}…` : body };

function shownExchange({ exchange, reading }: Parts): Diagnosis['exchange'] {
  const { request, response, source } = exchange;
  const made = exchange.at ?? dateOfResponse(exchange);
  return {
    source: {
      shape: source.shape,
      ...(source.file !== undefined && { file: source.file }),
      ...(source.line !== undefined && { line: source.line }),
    },
    ...(request && {
      request: {
        method: request.method,
        ...(request.url !== undefined && { url: request.url }),
        headers: request.headers,
        ...bodyOf(request.body),
      },
    }),
    ...(response && { response: { status: response.status, headers: response.headers, ...bodyOf(response.body) } }),
    ...(reading.requestId && { requestId: reading.requestId.value }),
    ...(made !== undefined && { at: made }),
  };
}

function dateOfResponse(exchange: Exchange): string | undefined {
  const value = header(exchange.response?.headers, 'date');
  const at = value === undefined ? undefined : dateIn(value);
  return at === undefined ? undefined : new Date(at).toISOString();
}

/** The page where this cause is settled: the first of these that the profile knows. */
const LINKS: Partial<Record<(typeof causes)[CauseId]['family'], (keyof Profile['links'])[]>> = {
  payment: ['billing', 'usage'],
  access: ['keys', 'errors'],
  limits: ['limits', 'errors'],
  request: ['errors'],
};
const LINKS_OF_CAUSE: Partial<Record<CauseId, (keyof Profile['links'])[]>> = {
  'spend-limit-reached': ['limits', 'billing'],
  'quota-exhausted': ['usage', 'billing', 'limits'],
  'account-disabled': ['support'],
  'access-blocked': ['support', 'errors'],
};
const LINK_TITLES: Record<keyof Profile['links'], string> = {
  billing: 'billing',
  usage: 'usage',
  keys: 'keys',
  limits: 'limits',
  errors: 'what the errors mean',
  support: 'support',
  logs: 'request log',
};

function linkOf(cause: CauseId, profile: Profile | undefined): { link?: { title: string; url: string } } {
  if (!profile) return {};
  const { family } = causes[cause];
  if (family === 'infrastructure')
    return profile.statusPage ? { link: { title: `${profile.title}: status`, url: profile.statusPage.page } } : {};
  for (const name of LINKS_OF_CAUSE[cause] ?? LINKS[family] ?? []) {
    const url = profile.links[name];
    if (url !== undefined) return { link: { title: `${profile.title}: ${LINK_TITLES[name]}`, url } };
  }
  return {};
}

/** What to do, the most exact first: what failing checks advise, then what resolves the cause. At most five. What support wants to know is the ticket's. */
function stepsOf(cause: CauseId, checklist: ChecklistEntry[]): string[] {
  const rank = { fail: 0, warn: 1, ask: 2, pass: 3, skip: 4 };
  const advised = checklist
    .filter(({ outcome, phase }) => (outcome === 'fail' || outcome === 'warn') && !phase.startsWith('3.'))
    .toSorted((a, b) => rank[a.outcome] - rank[b.outcome])
    .flatMap(({ steps = [] }) => steps);
  // What a check found out is more exact than what is true of the cause in general.
  return [...new Set(advised.length > 1 ? advised : [...advised, ...causes[cause].steps])].slice(0, 5);
}

/** What the header fields say of limits and of waiting, where the verdict is about that. */
function limitsIn({ verdict, rateLimits, wait }: Reading): Diagnosis['because'] {
  if (causes[verdict.cause].family !== 'limits' && verdict.cause !== 'quota-exhausted') return [];
  const spent = rateLimits.filter(({ remaining }) => remaining === 0);
  const told = verdict.retry.afterSeconds === undefined ? undefined : wait;
  return [
    ...spent.map(({ name, limit, where }) => ({
      where: `response.headers.${where}`,
      value: `0 of ${limit ?? 'an unknown number'}${name ? ` ${name}` : ''}`,
      says: 'nothing left of a rate limit',
    })),
    ...(told
      ? [
          {
            where: /^(?:text|body|response)/.test(told.where) ? told.where : `response.headers.${told.where}`,
            value: duration(told.seconds),
            says: 'how long to wait',
          },
        ]
      : []),
  ];
}

/** Evidence stands beside what the exchange says, under the same heading. */
function becauseOf({ reading, checklist }: Parts): Diagnosis['because'] {
  const fromChecks = checklist.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn').flatMap(({ because = [] }) => because);
  const all = [...reading.verdict.because, ...limitsIn(reading), ...fromChecks.filter(({ where }) => where.startsWith('evidence.'))];
  const seen = new Set<string>();
  return all.filter(({ where, value }) => {
    const key = `${where} ${value}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The result that every report renders. */
export function composeDiagnosis(parts: Parts): Diagnosis {
  const { exchange, reading, who, checklist, warnings, version } = parts;
  const { verdict } = reading;
  const cause = causes[verdict.cause];
  const profile = who.provider ?? who.gateway;
  const provider = who.provider ? { id: who.provider.id, name: who.provider.title } : vendorOfHost(who.host);
  const speaker = reading.answeredBy.layer === 'gateway' ? (who.gateway ?? profile) : profile;
  return {
    schema: 1,
    tool: { name: 'diagnose-http', version },
    exchange: shownExchange(parts),
    verdict: {
      cause: verdict.cause,
      family: cause.family,
      confidence: verdict.confidence,
      ...(reading.status !== undefined && { status: reading.status }),
      title: cause.title,
      summary: verdict.note === undefined ? cause.summary : `${cause.summary} ${verdict.note.replace(/\.$/, '')}.`,
      actor: cause.actor,
      ...(provider && { provider }),
      answeredBy: reading.answeredBy,
      retry: verdict.retry,
      ...linkOf(verdict.cause, speaker),
    },
    because: becauseOf(parts),
    ...(reading.figures.length > 0 && { figures: reading.figures }),
    ...(reading.payments.length > 0 && {
      payments: reading.payments.map(({ protocol, state, says, needs, offers }) => ({ protocol, state, says, needs, offers })),
    }),
    alternatives: verdict.alternatives,
    checklist,
    steps: stepsOf(verdict.cause, checklist),
    prevention: preventionFor(verdict.cause, speaker).map(adviceLine),
    warnings: exchange.response?.truncated ? [...warnings, 'The body of the response is cut off.'] : warnings,
  };
}
