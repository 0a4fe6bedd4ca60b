/** Gathering: every probe's question planned, sent side by side, and its answer kept under the probe's id. */
import type { Answer, Evidence } from '../../model/evidence.ts';
import type { HttpResponse } from '../../model/exchange.ts';
import { isLocal, type LocalProbe, type Machine, type Probe, type ProbeFacts, type Question } from '../../model/probe.ts';
import { send, type SendSettings } from './send.ts';

export type GatherOptions = Pick<SendSettings, 'environment' | 'timeoutSeconds' | 'origins' | 'signal' | 'connections'> & {
  now: () => Date;
  /** Why nothing is sent, where nothing is to be sent; what is on this machine is still looked at. */
  offline?: string;
  /** What local probes may look at; without it none is asked. */
  machine?: Machine;
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
export async function gather(probes: Record<string, Probe | LocalProbe>, facts: ProbeFacts, options: GatherOptions): Promise<Evidence> {
  const at = options.now().toISOString();
  const answers = Object.entries(probes).map(async ([id, probe]) => {
    const answer = await answerTo(id, probe, facts, options);
    options.onAnswer?.(id, answer);
    return [id, answer] as const;
  });
  return { schema: 1, at, answers: Object.fromEntries(await Promise.all(answers)) };
}

async function answerTo(id: string, probe: Probe | LocalProbe, facts: ProbeFacts, options: GatherOptions): Promise<Answer<unknown>> {
  const why = reasonNotToAsk(id, probe, options);
  if (why) return { outcome: 'not-asked', why };
  if (isLocal(probe)) return look(id, probe, facts, options);
  let plan: Question | { skip: string };
  try {
    plan = probe.plan(facts);
  } catch (error) {
    return { outcome: 'not-asked', why: `the question could not be made: ${clauseOf(error)}` };
  }
  return 'skip' in plan ? { outcome: 'not-asked', why: plan.skip } : ask(id, probe, plan, facts, options);
}

function reasonNotToAsk(id: string, probe: Probe | LocalProbe, { offline, only, replay, machine }: GatherOptions): string | undefined {
  if (isLocal(probe) && !machine) return 'not looked at';
  if (offline !== undefined && (!isLocal(probe) || probe.sends)) return offline;
  if (only && !only.has(id)) return 'not chosen';
  if (id === 'replay' && !replay) return 'sending the request again was not asked for';
  return undefined;
}

const isSkip = (data: unknown): data is { skip: string } =>
  typeof data === 'object' && data !== null && 'skip' in data && typeof data.skip === 'string';

async function look(
  id: string,
  probe: LocalProbe,
  facts: ProbeFacts,
  { machine, now, signal, onAsk }: GatherOptions,
): Promise<Answer<unknown>> {
  const asked = 'this machine';
  if (probe.sends) onAsk?.(id, 'a connection to', facts.exchange.request?.url ?? 'the host');
  try {
    const data = await probe.look(facts, machine!, signal);
    if (isSkip(data)) return { outcome: 'not-asked', why: data.skip };
    return { outcome: 'answered', at: now().toISOString(), asked, data };
  } catch (error) {
    return { outcome: 'failed', at: now().toISOString(), asked, why: clauseOf(error) };
  }
}

async function ask(id: string, probe: Probe, first: Question, facts: ProbeFacts, options: GatherOptions): Promise<Answer<unknown>> {
  const { signal, now } = options;
  const responses: HttpResponse[] = [];
  let question: Question | undefined = first;
  let asked = first.request.url ?? '';
  try {
    while (question) {
      asked = question.request.url ?? '';
      options.onAsk?.(id, question.request.method, asked);
      const sent = await sendQuestion(question, facts, options);
      if (!('response' in sent)) {
        const at = now().toISOString();
        if (signal?.aborted) return { outcome: 'failed', at, asked, why: 'interrupted' };
        if (probe.readFailure) return { outcome: 'answered', at, asked, data: probe.readFailure(sent.failure) };
        return { outcome: 'failed', at, asked, why: sent.failure.message };
      }
      responses.push(sent.response);
      question = responses.length < MOST_QUESTIONS ? probe.next?.(sent.response, facts) : undefined;
    }
    return { outcome: 'answered', at: now().toISOString(), asked, data: probe.read(responses.at(-1)!, facts, responses) };
  } catch (error) {
    return { outcome: 'failed', at: now().toISOString(), asked, why: clauseOf(error) };
  }
}

/** A question and one that follows from its answer. */
const MOST_QUESTIONS = 2;

function sendQuestion({ request, credentialHosts }: Question, facts: ProbeFacts, options: GatherOptions): ReturnType<typeof send> {
  const { environment, timeoutSeconds, origins, signal, connections } = options;
  const profiles = [facts.provider, facts.gateway];
  const keyHeaders = profiles.flatMap((profile) => [profile?.keyHeader, profile?.balance?.keyHeader]).filter((name) => name !== undefined);
  return send(request, facts.exchange.secrets, {
    credentialHosts,
    credentialHeaders: keyHeaders,
    ...(environment && { environment }),
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
    ...(origins && { origins }),
    ...(signal && { signal }),
    ...(connections && { connections }),
  });
}

const clauseOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
