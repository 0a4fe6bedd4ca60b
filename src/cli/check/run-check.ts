/** One check from its request to its result: sent, tried again where the verdict advises it, judged. */
import probes from '#units/evidence';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { hasFailed, interpret, judge, type Interpreted } from '../../diagnose.ts';
import type { CertificateWatch } from '../../evidence/world/certificate.ts';
import { gather } from '../../evidence/world/gather.ts';
import type { Connections } from '../../evidence/world/wire.ts';
import { urlOf } from '../../interpret/sent-credentials.ts';
import { answerOf, type Balance, type Evidence } from '../../model/evidence.ts';
import type { Facts } from '../../model/check.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { LocalProbe, Probe } from '../../model/probe.ts';
import { answered } from '../diagnose-command.ts';
import { judgeExpectations } from './expectations.ts';
import type { Prepared } from './request.ts';
import type { BalanceReading, CheckResult, ExpectationResult, LoadedFile } from './types.ts';
import type { Environment } from './variables.ts';

export type RunSettings = {
  file: LoadedFile;
  environment: Environment;
  /** For each request. */
  timeoutSeconds: number;
  retries: number;
  signal: AbortSignal;
  /** Connections that the calls of the run use one after the other. */
  connections: Connections;
  /** Origins that a server on loopback stands in for. */
  origins?: Readonly<Record<string, string>>;
};

/** Longer waits are not waited for: a run of checks has to end. */
const LONGEST_WAIT = 60;
const DAY = 86_400_000;

/**
 * Sends a check's request, again where the verdict advises it, and gives what makes the result of it. It never rejects for what a
 * server does. Judging a failure costs time that would count as the latency of the calls under way, so it is left for later.
 */
export async function startCheck(
  check: Prepared,
  settings: RunSettings,
  watch: CertificateWatch | undefined,
): Promise<() => Promise<CheckResult>> {
  const { exchange } = check;
  const began = performance.now();
  const startedAt = new Date().toISOString();
  const facts = await knownOf(check);
  const beside = gatherBeside(check, facts, settings);
  const own = needsOwnConnection(check);
  let call = await sendOnce(exchange, facts, settings, own);
  let attempts = 1;
  while (await isWorthAnother(call, attempts, settings)) {
    call = await sendOnce(exchange, facts, settings, own);
    attempts += 1;
  }
  const asked = await beside;
  const tookMs = tenths(performance.now() - began);
  const latency = call.latencyMs === undefined ? {} : { latencyMs: tenths(call.latencyMs) };
  const finish = (): Promise<CheckResult> => finishCheck(check, call, asked, { startedAt, tookMs, attempts, ...latency }, settings, watch);
  if (hasFailed(call.exchange)) return finish;
  // While the next request is under way.
  const result = setImmediate().then(finish);
  result.catch(() => {});
  return () => result;
}

async function finishCheck(
  check: Prepared,
  call: Called,
  beside: Evidence | undefined,
  timings: CheckResult['timings'],
  { file }: RunSettings,
  watch: CertificateWatch | undefined,
): Promise<CheckResult> {
  const now = new Date();
  const read = await interpret(call.exchange, { now });
  const evidence: Evidence = { ...call.evidence, answers: { ...beside?.answers, ...call.evidence.answers } };
  const facts: Facts = { ...factsOf(read), evidence, now };
  const tls = certificateOf(check.exchange, watch, now);
  const expectations = judgeExpectations(check.spec, {
    facts,
    ...(call.unsent !== undefined && { unsent: call.unsent }),
    ...(call.latencyMs !== undefined && { latencyMs: call.latencyMs }),
    ...(tls && { daysLeft: tls.daysLeft }),
    equals: check.equals,
  });
  const balance = balanceOf(facts);
  const { status, verdict } = read.reading;
  return resultOf({
    ...headOf(check, file),
    ...(status !== undefined && { status }),
    expectations,
    ...(call.unsent === undefined && verdict.cause !== 'success' && { verdict: await judge(read, evidence, { now }) }),
    timings,
    ...(balance && { balance }),
    ...(tls && { tls }),
  });
}

const tenths = (ms: number): number => Math.round(ms * 10) / 10;

/** A check that was never run: the run was ended before. */
export const skippedCheck = (check: Prepared, file: LoadedFile): CheckResult => ({
  ...headOf(check, file),
  outcome: 'skipped',
  says: 'Not run: interrupted',
  expectations: [],
  timings: { startedAt: new Date().toISOString(), tookMs: 0, attempts: 0 },
});

function headOf({ spec, index }: Prepared, file: LoadedFile): Pick<CheckResult, 'name' | 'tags' | 'line' | 'column'> {
  return { name: spec.name, tags: spec.tags ?? [], ...file.placeOf(['checks', index, 'name']) };
}

/** A call with its answer. */
type Called = { exchange: Exchange; evidence: Evidence; latencyMs?: number; unsent?: string };
type Known = Parameters<typeof gather>[1];

/** Whose API is called: looked up where something is asked of the vendor, or where its key must stay behind at a redirect. */
async function knownOf({ spec: { expect }, exchange }: Prepared): Promise<Known> {
  if (!expect?.balance && !expect?.quota && !expect?.statusPage && !exchange.request?.send?.followRedirects) return { exchange };
  const { provider, gateway } = await interpret(exchange, { now: new Date() });
  return { exchange, ...(provider && { provider }), ...(gateway && { gateway }) };
}

const only = (...ids: string[]): Record<string, Probe | LocalProbe> => Object.fromEntries(ids.map((id) => [id, probes[id]!]));

const gatherOptions = ({ environment, timeoutSeconds, signal, origins }: RunSettings) => ({
  now: () => new Date(),
  environment,
  timeoutSeconds,
  signal,
  ...(origins && { origins }),
});

/** A latency is that of a whole call, its connection made first; and a certificate is shown when it is made. */
const needsOwnConnection = ({ spec: { expect } }: Prepared): boolean => expect?.latency !== undefined || expect?.tlsDaysLeft !== undefined;

async function sendOnce(exchange: Exchange, facts: Known, settings: RunSettings, own: boolean): Promise<Called> {
  let from = 0;
  let latencyMs: number | undefined;
  const evidence = await gather(only('replay'), facts, {
    ...gatherOptions(settings),
    replay: true,
    ...(!own && { connections: settings.connections }),
    onAsk: () => void (from = performance.now()),
    onAnswer: () => void (latencyMs = from === 0 ? undefined : performance.now() - from),
  });
  const answer = evidence.answers['replay'];
  return {
    exchange: answered(exchange, evidence),
    evidence,
    ...(latencyMs !== undefined && { latencyMs }),
    ...(answer && answer.outcome !== 'answered' && { unsent: answer.why }),
  };
}

/** What is asked beside the call, once: the balance and the status page, where the check expects something of them. */
async function gatherBeside({ spec: { expect } }: Prepared, facts: Known, settings: RunSettings): Promise<Evidence | undefined> {
  const ids = [...(expect?.balance || expect?.quota ? ['balance'] : []), ...(expect?.statusPage ? ['status-page'] : [])];
  return ids.length === 0 ? undefined : gather(only(...ids), facts, gatherOptions(settings));
}

/**
 * Waits for the next attempt, where there is to be one, by the verdict's advice alone: as long as the server says, at once, or with
 * growing pauses. After a 402 nothing but money helps, and that is nothing to try.
 */
async function isWorthAnother({ exchange, unsent }: Called, attempts: number, { retries, signal }: RunSettings): Promise<boolean> {
  if (attempts > retries || signal.aborted || unsent !== undefined || !hasFailed(exchange)) return false;
  const { status, verdict } = (await interpret(exchange, { now: new Date() })).reading;
  const { advice, afterSeconds } = verdict.retry;
  if (verdict.cause === 'success' || status === 402 || (advice !== 'now' && advice !== 'after-delay')) return false;
  const pause = afterSeconds ?? (advice === 'now' ? 0 : 2 ** (attempts - 1));
  if (pause > LONGEST_WAIT) return false;
  return sleep(Math.max(0, pause) * 1000, true, { signal }).catch(() => false);
}

const factsOf = ({ exchange, reading, provider, gateway }: Interpreted): Omit<Facts, 'evidence' | 'now'> => ({
  exchange,
  reading,
  ...(provider && { provider }),
  ...(gateway && { gateway }),
});

function certificateOf({ request }: Exchange, watch: CertificateWatch | undefined, now: Date): CheckResult['tls'] {
  const host = urlOf(request)?.host;
  const certificate = host === undefined ? undefined : watch?.of(host);
  return certificate && { ...certificate, daysLeft: Math.floor((Date.parse(certificate.validTo) - now.getTime()) / DAY) };
}

function balanceOf({ evidence, provider, gateway }: Facts): BalanceReading | undefined {
  const answer = answerOf<Balance>(evidence, 'balance');
  if (answer?.outcome !== 'answered') return undefined;
  const of = gateway ?? provider;
  return { ...answer.data, at: answer.at, ...(of && { provider: { id: of.id, name: of.title } }) };
}

/** Expectations that the verdict explains. */
const OF_THE_VERDICT = new Set<ExpectationResult['kind']>(['call', 'verdict', 'status']);

/** The outcome and its words: the verdict where it is what failed, else the first expectation that is not met. */
function resultOf(result: Omit<CheckResult, 'outcome' | 'says'>): CheckResult {
  const { verdict } = result;
  const failing = result.expectations.filter(({ outcome }) => outcome === 'fail');
  const open = result.expectations.filter(({ outcome }) => outcome === 'unknown');
  if (failing.length === 0 && open.length === 0) return { ...result, outcome: 'pass', says: 'As expected' };
  const outcome = failing.length > 0 ? 'fail' : 'error';
  const first = (failing[0] ?? open[0])!;
  if (verdict && failing.some(({ kind }) => OF_THE_VERDICT.has(kind))) {
    const { title, confidence, cause, link } = verdict.verdict;
    const step = verdict.steps[0];
    const says = cause === 'unknown' ? `${title}: ${first.says}` : `${title} (${confidence})`;
    return { ...result, outcome, says, ...(step !== undefined && { step }), ...(link && { link }) };
  }
  const { says, step, link } = first;
  return { ...result, outcome, says, ...(step !== undefined && { step }), ...(link && { link }) };
}
