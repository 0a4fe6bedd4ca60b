/** Gathering: every probe's question planned, sent side by side, and its answer kept under the probe's id. */
import type { Answer, Evidence } from '../../model/evidence.ts';
import type { Probe, ProbeFacts, Question } from '../../model/probe.ts';
import { send, type SendSettings } from './send.ts';

export type GatherOptions = Pick<SendSettings, 'environment' | 'timeoutSeconds' | 'origins' | 'signal'> & {
  now: () => Date;
  /** Nothing is sent. */
  offline?: boolean;
  /** The exchange's own request may be sent again; without it the probe "replay" is not asked. */
  replay?: boolean;
  /** The ids of the probes to ask; all where it is not given. */
  only?: ReadonlySet<string>;
  /** Called before a request is sent. The URL holds masks, no credentials. */
  onAsk?: (probe: string, method: string, url: string) => void;
  /** Called with each answer when it is there. */
  onAnswer?: (probe: string, answer: Answer<unknown>) => void;
};

/**
 * Asks all probes side by side, each for at most `timeoutSeconds` (default 10). It never rejects: what fails is an answer
 * that says why. Nothing in the evidence holds a credential.
 */
export async function gather(probes: Record<string, Probe>, facts: ProbeFacts, options: GatherOptions): Promise<Evidence> {
  const at = options.now().toISOString();
  const answers = Object.entries(probes).map(async ([id, probe]) => {
    const answer = await answerTo(id, probe, facts, options);
    options.onAnswer?.(id, answer);
    return [id, answer] as const;
  });
  return { schema: 1, at, answers: Object.fromEntries(await Promise.all(answers)) };
}

async function answerTo(id: string, probe: Probe, facts: ProbeFacts, options: GatherOptions): Promise<Answer<unknown>> {
  const why = reasonNotToAsk(id, options);
  if (why) return { outcome: 'not-asked', why };
  let plan: Question | { skip: string };
  try {
    plan = probe.plan(facts);
  } catch (error) {
    return { outcome: 'not-asked', why: `the question could not be made: ${clauseOf(error)}` };
  }
  return 'skip' in plan ? { outcome: 'not-asked', why: plan.skip } : ask(id, probe, plan, facts, options);
}

function reasonNotToAsk(id: string, { offline, only, replay }: GatherOptions): string | undefined {
  if (offline) return 'offline';
  if (only && !only.has(id)) return 'not chosen';
  if (id === 'replay' && !replay) return 'sending the request again was not asked for';
  return undefined;
}

async function ask(
  id: string,
  probe: Probe,
  { request, credentialHosts }: Question,
  facts: ProbeFacts,
  options: GatherOptions,
): Promise<Answer<unknown>> {
  const asked = request.url ?? '';
  const { environment, timeoutSeconds, origins, signal, now } = options;
  const profiles = [facts.provider, facts.gateway];
  const keyHeaders = profiles.flatMap((profile) => [profile?.keyHeader, profile?.balance?.keyHeader]).filter((name) => name !== undefined);
  try {
    options.onAsk?.(id, request.method, asked);
    const sent = await send(request, facts.exchange.secrets, {
      credentialHosts,
      credentialHeaders: keyHeaders,
      ...(environment && { environment }),
      ...(timeoutSeconds !== undefined && { timeoutSeconds }),
      ...(origins && { origins }),
      ...(signal && { signal }),
    });
    const at = now().toISOString();
    if ('response' in sent) return { outcome: 'answered', at, asked, data: probe.read(sent.response, facts) };
    if (signal?.aborted) return { outcome: 'failed', at, asked, why: 'interrupted' };
    if (probe.readFailure) return { outcome: 'answered', at, asked, data: probe.readFailure(sent.failure) };
    return { outcome: 'failed', at, asked, why: sent.failure.message };
  } catch (error) {
    return { outcome: 'failed', at: now().toISOString(), asked, why: clauseOf(error) };
  }
}

const clauseOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
