/**
 * From what an exchange says to one cause. The order of trust: what the vendor's own documentation says its words mean;
 * a machine-payment challenge; machine-readable words and wording by the precedence list; the status code at last.
 */
import { causes, type CauseId } from '../model/cause.ts';
import type { Because } from '../model/check.ts';
import { header, type Exchange } from '../model/exchange.ts';
import type { Profile } from '../model/provider.ts';
import type { CacheFacts, Confidence, Figure, Payment, Problem, Verdict, Wait } from '../model/reading.ts';
import { errorInSuccess } from './error-in-success.ts';
import { foremost } from './payment.ts';
import { isSpecific, matchRules, type RuleMatch } from './rules.ts';
import { goesWith, plainMeaning } from './status-meaning.ts';
import { refusedTunnel, type Who } from './who.ts';
import type { WordingMatch } from './wording.ts';

type Sighting = WordingMatch & { where: string; value: string; from: 'code' | 'message' | 'text' };

export type VerdictFacts = {
  exchange: Exchange;
  status: number | undefined;
  problems: readonly Problem[];
  who: Who;
  figures: readonly Figure[];
  cache: CacheFacts | undefined;
  wait: Wait | undefined;
  payments: readonly Payment[];
};

/** A cause with its reasons, before retry advice and alternatives are added. */
type Opinion = {
  cause: CauseId;
  confidence: Confidence;
  because: Because[];
  note?: string;
  alternatives?: CauseId[];
  wordsDecide?: boolean;
  waiting?: 'helps' | 'futile';
};

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 157)}…` : line;
};

/**
 * What an exchange's words say, sightings in codes, messages and pasted text, the strongest reading first. The lexicon is
 * loaded only here: most answers of vendors with a profile never need it.
 */
async function sightingsOf({ exchange, problems }: VerdictFacts): Promise<Sighting[]> {
  const { byStrength, codesIn, readCode, readWording } = await import('./wording.ts');
  const sightings: Sighting[] = [];
  for (const problem of problems) {
    for (const { where, value } of [...problem.codes, ...problem.types]) {
      for (const match of readCode(value)) sightings.push({ ...match, where, value, from: 'code' });
    }
    for (const { where, value } of problem.messages) {
      for (const match of readWording(value)) sightings.push({ ...match, where, value: match.clause, from: 'message' });
    }
  }
  const body = exchange.response?.body;
  if (problems.length === 0 && body !== undefined && body !== '') {
    for (const match of readWording(body)) sightings.push({ ...match, where: 'response.body', value: match.clause, from: 'message' });
  }
  const strongest = sightings.some(({ strength }) => strength === 'strong');
  if (exchange.text !== undefined && !strongest) {
    for (const match of readWording(exchange.text)) sightings.push({ ...match, where: 'text', value: match.clause, from: 'text' });
    for (const code of codesIn(exchange.text)) {
      for (const match of readCode(code)) sightings.push({ ...match, where: 'text', value: code, from: 'text' });
    }
  }
  return sightings.sort(byStrength);
}

/** A body this short is no page of results, in which anybody's words may stand. */
const SHORT = 2000;

/** What the vendor's own rules know as an error in an answer that has no other sign of one. */
function refusedInSuccess(facts: VerdictFacts): Opinion | undefined {
  if ((facts.exchange.response?.body?.length ?? SHORT) >= SHORT) return undefined;
  const rule = ruleOpinion(facts);
  return rule && isSpecific(rule.match.rule) ? opinionOfRule(rule) : undefined;
}

function challengeOpinion({ payments }: VerdictFacts): Opinion | undefined {
  const payment = foremost(payments);
  if (!payment) return undefined;
  const others = payments.filter(({ protocol }) => protocol !== payment.protocol);
  const also = others.length > 0 ? `. It takes payment by ${others.map(({ title }) => title).join(' and by ')} as well` : '';
  return {
    cause: 'payment-challenge',
    confidence: 'certain',
    because: payments.flatMap(({ because }) => because),
    note: `${payment.says}. To pay, a client needs ${payment.needs}${also}`,
  };
}

/** The vendor's rule and the gateway's. A gateway's own wording outranks what its upstream's would mean. */
function ruleOpinion(facts: VerdictFacts): { match: RuleMatch; profile: Profile } | undefined {
  const { who, status, problems, exchange } = facts;
  const texts = [exchange.text, problems.length === 0 ? exchange.response?.body : undefined]
    .filter((text) => text !== undefined && text !== '')
    .map((value) => ({ where: exchange.text === undefined ? 'response.body' : 'text', value: value! }));
  const matches = [who.gateway, who.provider].flatMap((profile) => {
    const match = profile ? matchRules(profile, status, problems, texts) : undefined;
    return match ? [{ match, profile: profile! }] : [];
  });
  return matches.find(({ match }) => isSpecific(match.rule)) ?? matches[0];
}

const opinionOfRule = ({ match, profile }: { match: RuleMatch; profile: Profile }): Opinion => ({
  cause: match.rule.cause,
  confidence:
    match.rule.alternatives?.length ||
    (match.rule.when.message === undefined && match.rule.when.code === undefined && match.rule.when.type === undefined)
      ? 'likely'
      : 'certain',
  because: match.said.map(({ where, value }, i) => ({
    where,
    value: short(value),
    says: i === 0 ? `${profile.title} means this by it` : 'as documented',
    ...(i === 0 && { source: match.rule.source }),
  })),
  ...(match.rule.note !== undefined && { note: match.rule.note }),
  ...(match.rule.alternatives && { alternatives: match.rule.alternatives }),
  ...(match.rule.wordsDecide && { wordsDecide: true }),
  ...(match.rule.waiting && { waiting: match.rule.waiting }),
});

const becauseStatus = (status: number): Because => ({ where: 'response.status', value: String(status), says: 'the status code' });

const familyOf = (cause: CauseId) => causes[cause].family;

/** The reading of words and status together. */
function wordedOpinion(facts: VerdictFacts, sightings: Sighting[]): Opinion {
  const { status, exchange } = facts;
  const [best] = sightings;
  const plain = status !== undefined && status >= 400 ? meaningOfStatus(status, exchange) : undefined;
  if (!best) {
    if (!plain || status === undefined) return { cause: 'unknown', confidence: 'possible', because: [] };
    return {
      cause: plain,
      confidence: [402, 404, 405, 406, 407, 408, 410, 411, 413, 415, 429, 431, 451, 502, 503, 504, 529].includes(status)
        ? 'likely'
        : 'possible',
      because: [becauseStatus(status)],
    };
  }
  const chosen = outranked(best, sightings, status, plain);
  if (chosen === 'status') return { cause: plain!, confidence: 'likely', because: [becauseStatus(status!), becauseWords(best)] };
  const agree = sightings.filter(({ cause, where }) => cause === chosen.cause && where !== chosen.where);
  const fits = status === undefined || goesWith(status, chosen.cause, familyOf(chosen.cause));
  const rivals = sightings.filter(
    ({ cause, strength }) => cause !== chosen.cause && strength === 'strong' && familyOf(cause) !== familyOf(chosen.cause),
  );
  const sure = chosen.strength === 'strong' && fits && rivals.length === 0 && (chosen.from !== 'text' || status !== undefined);
  return {
    cause: chosen.cause,
    confidence: sure ? 'certain' : chosen.strength !== 'weak' && fits ? 'likely' : 'possible',
    because: [becauseWords(chosen), ...agree.slice(0, 1).map(becauseWords), ...(status !== undefined ? [becauseStatus(status)] : [])],
  };
}

const becauseWords = ({ where, value, from }: Sighting): Because => ({
  where,
  value: short(value),
  says: from === 'code' ? 'the machine-readable word' : 'the wording',
});

/** Where a status is plainer than the words, or excludes what they seem to say. */
function outranked(best: Sighting, sightings: Sighting[], status: number | undefined, plain: CauseId | undefined): Sighting | 'status' {
  if (status === undefined || plain === undefined) return best;
  if (status === 402 && familyOf(best.cause) !== 'payment' && best.cause !== 'context-too-long') {
    return sightings.find(({ cause }) => familyOf(cause) === 'payment') ?? 'status';
  }
  if (best.strength === 'strong') return best;
  const fitting = sightings.find(({ cause, strength }) => strength !== 'weak' && goesWith(status, cause, familyOf(cause)));
  if (fitting) return fitting;
  if (familyOf(best.cause) === familyOf(plain) && status !== 404) return best;
  return best.strength === 'fair' && status < 500 ? best : 'status';
}

/** The status's meaning, and for a 401 whether any credentials were sent at all. */
function meaningOfStatus(status: number, exchange: Exchange): CauseId {
  if (status !== 401) return plainMeaning(status);
  const challenge = header(exchange.response?.headers, 'www-authenticate') ?? '';
  if (exchange.request && exchange.request.headers.length > 0) {
    return exchange.secrets.length === 0 && header(exchange.request.headers, 'authorization') === undefined
      ? 'credentials-missing'
      : 'credentials-invalid';
  }
  return challenge !== '' && !/error=/.test(challenge) ? 'credentials-missing' : 'credentials-invalid';
}

/** An error that a cache kept: what the API itself would say now is another question (RFC 9111). */
function staleOpinion({ cache, status }: VerdictFacts, of: Opinion): Opinion | undefined {
  if (!cache?.hit || status === undefined || status < 400 || (cache.ageSeconds ?? 0) < 60 || [404, 405, 410, 414, 501].includes(status))
    return undefined;
  return {
    cause: 'stale-response',
    confidence: 'likely',
    because: [
      { where: `response.headers.${cache.where}`, value: cache.value, says: 'a cache answered' },
      ...(cache.ageSeconds === undefined
        ? []
        : [{ where: 'response.headers.age', value: String(cache.ageSeconds), says: 'seconds since the API said so' }]),
    ],
    alternatives: [of.cause],
    note: `The cached answer itself means: ${causes[of.cause].title.toLowerCase()}`,
  };
}

/** More was asked for in one request than a whole window holds: waiting never heals that. */
function overWindow({ figures }: VerdictFacts, opinion: Opinion): Opinion {
  const find = (name: Figure['name']): Figure | undefined => figures.find((figure) => figure.name === name);
  const [requested, limit] = [find('requested') ?? find('input'), find('limit')];
  if (opinion.cause !== 'rate-limited' || !requested || !limit || requested.unit !== limit.unit || limit.value <= 0) return opinion;
  if (requested.value <= limit.value) return opinion;
  const unit = limit.unit === undefined ? '' : ` ${limit.unit}`;
  return {
    ...opinion,
    cause: 'context-too-long',
    note: `This one request asks for ${requested.value}${unit}, more than the whole window's ${limit.value}: waiting does not help`,
  };
}

/** Where a vendor's code says little by itself, wording that is exact decides between what it may mean. */
function decided(documented: Opinion, worded: Opinion, [best]: Sighting[]): Opinion {
  if (!documented.wordsDecide) return documented;
  const isSettled = best?.strength === 'strong' && best.from !== 'code' && best.cause === worded.cause;
  if (!isSettled || !documented.alternatives?.includes(worded.cause)) return documented;
  return { ...worded, because: [...worded.because, ...documented.because] };
}

async function opinionOf(facts: VerdictFacts): Promise<{ opinion: Opinion; sightings: Sighting[] }> {
  const plain = opinionWithoutWords(facts);
  if (plain) return { opinion: plain, sightings: [] };
  const rule = ruleOpinion(facts);
  const documented = rule && opinionOfRule(rule);
  const exact = rule !== undefined && isSpecific(rule.match.rule);
  if (documented?.confidence === 'certain' && exact) return { opinion: documented, sightings: [] };
  const sightings = await sightingsOf(facts);
  if (documented && exact) return { opinion: decided(documented, wordedOpinion(facts, sightings), sightings), sightings };
  const worded = wordedOpinion(facts, sightings);
  if (!documented) return { opinion: worded, sightings };
  // A broad rule (a type, a status) holds unless wording that is exact says otherwise; one of a status alone yields to codes too.
  const [best] = sightings;
  const { when } = rule.match.rule;
  const isStatusAlone = when.type === undefined && when.code === undefined;
  const isExact = best?.strength === 'strong' && (best.from !== 'code' || isStatusAlone);
  const otherwise = isExact && worded.cause !== documented.cause && best?.cause === worded.cause;
  if (!otherwise) return { opinion: documented, sightings };
  return { opinion: { ...worded, confidence: worded.confidence === 'certain' ? 'likely' : worded.confidence }, sightings };
}

/** What needs no reading of words: no response, a fine response, a payment challenge, a firewall's challenge. */
function opinionWithoutWords(facts: VerdictFacts): Opinion | undefined {
  const { exchange, status } = facts;
  if (exchange.failure) {
    const { kind, message } = exchange.failure;
    const asksForLogin = kind === 'proxy' && (status === 407 || /\b407\b/.test(message));
    return {
      cause: asksForLogin ? 'proxy-auth-required' : kind === 'proxy' ? 'proxy-interference' : 'network-failure',
      confidence: kind === 'other' ? 'likely' : 'certain',
      because: [{ where: 'failure', value: short(exchange.failure.message), says: 'there was no response' }],
    };
  }
  if (exchange.response && exchange.response.status < 400 && !errorInSuccess(exchange)) {
    const { status: fine } = exchange.response;
    const refused = refusedInSuccess(facts);
    if (refused) return refused;
    if (fine >= 200 && fine < 300) return { cause: 'success', confidence: 'certain', because: [becauseStatus(fine)] };
    return {
      cause: 'unknown',
      confidence: 'possible',
      because: [becauseStatus(fine)],
      ...(fine >= 300 && { note: 'A redirect is not the answer itself: follow it (curl -L) and look at the last response' }),
    };
  }
  if (exchange.response === undefined && status === undefined && exchange.text === undefined)
    return { cause: 'unknown', confidence: 'possible', because: [] };
  if (refusedTunnel(exchange) && status !== 407) {
    return {
      cause: 'proxy-interference',
      confidence: 'certain',
      because: [
        { where: 'request.method', value: 'CONNECT', says: 'the proxy refused the tunnel' },
        becauseStatus(exchange.response!.status),
      ],
    };
  }
  const challenge = challengeOpinion(facts);
  if (challenge) return challenge;
  if (header(exchange.response?.headers, 'cf-mitigated') !== 'challenge') return undefined;
  return {
    cause: 'access-blocked',
    confidence: 'certain',
    because: [
      {
        where: 'response.headers.cf-mitigated',
        value: 'challenge',
        says: 'Cloudflare asks for a browser',
        source: 'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
      },
    ],
  };
}

/** Causes that waiting resolves where the answer says when. */
const RESET_HELPS: CauseId[] = ['quota-exhausted', 'spend-limit-reached'];

function retryOf(opinion: Opinion, { wait, exchange, status, problems }: VerdictFacts, now: Date): Verdict['retry'] {
  const { retry } = causes[opinion.cause];
  const words = [exchange.text ?? '', ...problems.flatMap((problem) => problem.messages.map(({ value }) => value))].join('\n');
  let advice = retry;
  if (opinion.waiting === 'futile') advice = 'after-fix';
  else if (opinion.waiting === 'helps') advice = 'after-delay';
  else if (
    RESET_HELPS.includes(opinion.cause) &&
    (wait || /\btry again (?:later|in|after|at)\b|\bresets?\b|\bregain access\b/i.test(words))
  )
    advice = 'after-delay';
  // An allowance that goes on only for money, and names no reset, does not fill up again.
  else if (opinion.cause === 'quota-exhausted' && /\b(?:payment|paid|trial)\b/i.test(words)) advice = 'after-fix';
  else if (
    opinion.cause === 'conflict' &&
    /\balready\b|\bpreviously\b|\bduplicate\b|\bfirst used\b|\bsame parameters\b|\bdifferent request\b/i.test(words)
  )
    advice = 'never';
  else if (
    opinion.cause === 'network-failure' &&
    /\b(?:certificate|self[- ]signed|ENOTFOUND|getaddrinfo|resolve|no such host)\b/i.test(`${exchange.failure?.message ?? ''} ${words}`)
  )
    advice = 'after-fix';
  else if (opinion.cause === 'upstream-failure' && status === 501) advice = 'never';
  const useful = wait && (advice === 'after-delay' || advice === 'now') ? wait : undefined;
  return {
    advice,
    ...(useful && { afterSeconds: useful.seconds, at: useful.at ?? new Date(now.getTime() + useful.seconds * 1000).toISOString() }),
  };
}

function alternativesOf(opinion: Opinion, sightings: Sighting[]): Verdict['alternatives'] {
  const listed = (opinion.alternatives ?? []).map((cause) => ({ cause, confidence: 'possible' as const, says: causes[cause].summary }));
  if (opinion.confidence === 'certain' || opinion.cause === 'success') return listed;
  const seen = new Set<CauseId>([opinion.cause, ...listed.map(({ cause }) => cause)]);
  for (const sighting of sightings) {
    if (seen.has(sighting.cause) || (sighting.strength === 'weak' && seen.size > 1) || seen.size > 3) continue;
    seen.add(sighting.cause);
    listed.push({ cause: sighting.cause, confidence: 'possible', says: causes[sighting.cause].summary });
  }
  return listed;
}

/** The verdict on an exchange: one cause, how sure, why, what else it may be, and whether trying again can help. */
export async function verdictOf(facts: VerdictFacts, now: Date): Promise<Verdict> {
  const { opinion: worded, sightings } = await opinionOf(facts);
  const first = overWindow(facts, worded);
  const opinion = staleOpinion(facts, first) ?? first;
  return {
    cause: opinion.cause,
    confidence: opinion.confidence,
    because: opinion.because,
    alternatives: alternativesOf(opinion, sightings),
    ...(opinion.note !== undefined && { note: opinion.note }),
    retry: retryOf(opinion, facts, now),
  };
}
