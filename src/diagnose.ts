/** The conductor: capture, interpret, judge. Pure but for loading its parts; what has to be asked of the world is gathered elsewhere and passed in. */
import challenges from '#units/challenges';
import checks from '#units/heads/checks';
import probes from '#units/lazy/evidence';
import catalogue from '#units/signs/providers';
import { composeDiagnosis } from './interpret/compose.ts';
import { readExchange } from './interpret/read.ts';
import { answeredFinding, choiceOf, revised } from './interpret/revise.ts';
import { calledUrl, type Who } from './interpret/who.ts';
import { causes, type CauseId, type Family } from './model/cause.ts';
import { UnreadableInput } from './model/capture.ts';
import type { Check, CheckHead, Choice, Facts, Finding, Need, PersonQuestion } from './model/check.ts';
import type { ChecklistEntry, Diagnosis } from './model/diagnosis.ts';
import { answerOf, type Evidence } from './model/evidence.ts';
import type { Exchange, RawExchange } from './model/exchange.ts';
import type { Profile } from './model/provider.ts';
import type { Reading } from './model/reading.ts';
import { sealExchange } from './parse/seal.ts';
import { toldStatus as statusToldIn } from './parse/told-status.ts';

export type Captured = { exchanges: Exchange[]; warnings: string[]; shape: string };

type Read = { shape: string; exchanges: RawExchange[]; warnings: string[] };

/** What is known besides the input. */
export type InterpretOptions = { now: Date; providerId?: string; gatewayId?: string };

export type Interpreted = { exchange: Exchange; reading: Reading; who: Who; provider?: Profile; gateway?: Profile };

/** Nothing else starts like this, so that the commonest input need not wait for all the other captures. */
const MESSAGE = /^HTTP\/\d(?:\.\d)? \d{3}[^\r\n]{0,200}\r?\n(?:[\w-]{1,100}:|\r?\n)/;

/**
 * Takes the text of an input, of any shape; gives the exchanges in it, sealed, the shape that was recognised, and what was
 * not understood. Throws `UnreadableInput` where there is nothing to read.
 */
export async function captureText(text: string, hint: { file?: string; url?: string } = {}): Promise<Captured> {
  if (text.trim() === '') throw new UnreadableInput('The input is empty.', 'Pipe a response into it: curl -sS -i https://… | diagnose');
  const { shape, exchanges, warnings } = MESSAGE.test(text) ? await readAsMessage(text) : await readAsStrongest(text);
  if (exchanges.length === 0)
    throw new UnreadableInput('There is no exchange in the input.', 'Give it a response: curl -sS -i https://… | diagnose');
  return {
    shape,
    warnings,
    exchanges: exchanges.map((raw) =>
      sealExchange({
        ...raw,
        ...statusInWords(raw),
        ...(hint.url !== undefined &&
          !raw.request?.url &&
          (raw.request ? { request: { ...raw.request, url: hint.url } } : { toldUrl: hint.url })),
        source: { ...raw.source, ...(hint.file !== undefined && { file: hint.file }) },
      }),
    ),
  };
}

/** What a text tells of the status, where its capture found none. */
function statusInWords({ response, failure, toldStatus: told, text }: RawExchange): { toldStatus?: number } {
  const status = response || failure || told !== undefined || text === undefined ? undefined : statusToldIn(text);
  return status === undefined ? {} : { toldStatus: status };
}

async function readAsMessage(text: string): Promise<Read> {
  const { default: capture } = await import('#units/one/captures/http-message');
  return { shape: 'http-message', ...(await capture.read(text)) };
}

/** A capture that is this sure of its shape is believed when it says that the input is broken. */
const SURE = 0.9;

/**
 * Reads a text by the capture that claims it most strongly. Where a capture that is less than sure finds nothing to read after
 * all, the next one gets its turn; the last is pasted text, which takes anything.
 */
async function readAsStrongest(text: string): Promise<Read> {
  const { default: all } = await import('#units/captures');
  const claims = Object.entries(all)
    .map(([shape, capture]) => ({ shape, capture, strength: capture.recognise(text) }))
    .filter(({ strength }) => strength > 0)
    .toSorted((a, b) => b.strength - a.strength);
  const given: string[] = [];
  for (const { shape, capture, strength } of claims) {
    try {
      const { exchanges, warnings } = await capture.read(text);
      if (exchanges.length > 0) return { shape, exchanges, warnings: [...given, ...warnings] };
    } catch (error) {
      if (strength >= SURE || !(error instanceof UnreadableInput)) throw error;
      given.push(`It looks like ${shape}, but: ${error.message}`);
    }
  }
  return { shape: 'pasted-text', exchanges: [], warnings: [] };
}

/** What one exchange says: its reading with the verdict, and who was called. */
export async function interpret(exchange: Exchange, options: InterpretOptions): Promise<Interpreted> {
  const { reading, who } = await readExchange(exchange, { ...options, catalogue, challenges });
  return { exchange, reading, who, ...(who.provider && { provider: who.provider }), ...(who.gateway && { gateway: who.gateway }) };
}

const URGENCY: Family[] = ['payment', 'limits', 'access', 'infrastructure', 'request', 'none'];

/** At most this many failing exchanges of a large capture are read before one is chosen. */
const LOOKED_AT = 200;

/** Whether an exchange failed, or may hide an error behind a fine status, so that it is worth reading. */
export const hasFailed = ({ response, failure, toldStatus, text }: RawExchange): boolean =>
  failure !== undefined ||
  (response?.status ?? toldStatus ?? 0) >= 400 ||
  (response === undefined && text !== undefined) ||
  hidesError(response?.body);

/** Cheap: whether a fine status may hide an error, so that the exchange is worth reading. */
const hidesError = (body: string | undefined): boolean =>
  body !== undefined &&
  body.length < 100_000 &&
  /"(?:error|errors|base_resp|errcode|error_code)"|"(?:success|ok)"\s*:\s*false|"isError"\s*:\s*true|^event: error/m.test(body);

/**
 * Chooses the exchange that matters: the failing one whose cause weighs most (payment before limits before access …), the
 * last of equals; where none fails, the last. Gives its index and the indexes of the other failing ones.
 */
export async function chooseExchange(
  exchanges: readonly Exchange[],
  options: InterpretOptions,
): Promise<{ index: number; alsoFailing: number[] }> {
  const failing = exchanges.flatMap((exchange, index) => (hasFailed(exchange) ? [index] : []));
  if (exchanges.length === 1 || failing.length === 0) return { index: exchanges.length - 1, alsoFailing: [] };
  const read = await Promise.all(
    failing.slice(-LOOKED_AT).map(async (index) => ({ index, cause: (await interpret(exchanges[index]!, options)).reading.verdict.cause })),
  );
  const failed = read.filter(({ cause }) => cause !== 'success');
  const weight = (cause: keyof typeof causes): number => URGENCY.indexOf(causes[cause].family);
  const [chosen] = failed.toSorted((a, b) => weight(a.cause) - weight(b.cause) || b.index - a.index);
  if (!chosen) return { index: exchanges.length - 1, alsoFailing: [] };
  return { index: chosen.index, alsoFailing: failed.map(({ index }) => index).filter((index) => index !== chosen.index) };
}

/** No question asked: what offline work goes by. */
export const noEvidence = (now: Date, why: string): Evidence => ({
  schema: 1,
  at: now.toISOString(),
  answers: Object.fromEntries(Object.keys(probes).map((id) => [id, { outcome: 'not-asked', why }])),
});

export type JudgeOptions = { now: Date; warnings?: string[]; only?: ReadonlySet<string>; skip?: ReadonlySet<string> };

const factsOf = ({ exchange, reading, provider, gateway }: Interpreted, evidence: Evidence, now: Date): Facts => ({
  exchange,
  reading,
  ...(provider && { provider }),
  ...(gateway && { gateway }),
  evidence,
  now,
});

type Step = { entry: ChecklistEntry; choice?: Choice };

/** Whether what a check needs is there. */
function isThere(need: Need, { exchange, evidence }: Facts): boolean {
  if (need === 'request' || need === 'response' || need === 'failure') return exchange[need] !== undefined;
  return answerOf(evidence, need.slice('answer '.length))?.outcome === 'answered';
}

type Loaded = { id: string; check: Check };

/** The checks that are to be walked; one that has nothing to judge is not loaded, and says why. */
function loadChecks(facts: Facts, { only, skip }: Pick<JudgeOptions, 'only' | 'skip'>): Promise<Loaded[]> {
  const wanted = Object.entries(checks).filter(([id]) => (!only || only.has(id)) && !skip?.has(id));
  return Promise.all(
    wanted.map(async ([id, head]: [string, CheckHead]) => {
      const { phase, title, needs } = head;
      if (!needs || needs.oneOf.some((need) => isThere(need, facts))) return { id, check: await head.load() };
      return { id, check: { phase, title, explains: '', judge: () => ({ outcome: 'skip' as const, says: needs.otherwise }) } };
    }),
  );
}

/** One step of the checklist, with the person's answer where it has one. A check that throws costs its own line. */
function stepOf(id: string, check: Check, facts: Facts): Step {
  const head = { id, phase: check.phase, title: check.title };
  try {
    const finding = check.judge(facts);
    const choice = finding.outcome === 'ask' ? choiceOf(id, check, facts) : undefined;
    return { entry: { ...head, ...answeredFinding(finding, choice) }, ...(choice && { choice }) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { entry: { ...head, outcome: 'skip', says: `This check itself failed: ${why}` } };
  }
}

/**
 * Walks the checklist over what was read and gathered, and composes the one result. Where a person's answers change the verdict,
 * the other steps are judged again by the new one.
 */
export async function judge(read: Interpreted, evidence: Evidence, { now, warnings = [], only, skip }: JudgeOptions): Promise<Diagnosis> {
  const facts = factsOf(read, evidence, now);
  const walked = await loadChecks(facts, { ...(only && { only }), ...(skip && { skip }) });
  const first = walked.map(({ id, check }) => ({ id, check, ...stepOf(id, check, facts) }));
  const verdict = revised(
    read.reading.verdict,
    first.flatMap(({ choice }) => choice ?? []),
  );
  const reading = { ...read.reading, verdict };
  const isChanged = verdict.cause !== read.reading.verdict.cause;
  const checklist = first
    .map(({ id, check, entry, choice }) => (isChanged && !choice ? stepOf(id, check, { ...facts, reading }).entry : entry))
    .toSorted((a, b) => (a.phase < b.phase ? -1 : a.phase > b.phase ? 1 : a.id < b.id ? -1 : 1));
  return composeDiagnosis({ exchange: read.exchange, reading, who: read.who, evidence, checklist, warnings, version: TOOL_VERSION });
}

export type OpenQuestion = { id: string; title: string; question: PersonQuestion; finding: Finding };

/** What is left for a person to answer, in the order in which it is likeliest to settle the case: what speaks for the verdict or its alternatives first, then what is of the same family. */
export async function openQuestions(read: Interpreted, evidence: Evidence, { now, only, skip }: JudgeOptions): Promise<OpenQuestion[]> {
  const facts = factsOf(read, evidence, now);
  const { cause, alternatives } = read.reading.verdict;
  const suspects = [cause, ...alternatives.map((other) => other.cause)];
  const rankOf = (spoken: CauseId): number => {
    if (suspects.includes(spoken)) return suspects.indexOf(spoken);
    return suspects.length + (causes[spoken].family === causes[cause].family ? 0 : 1);
  };
  const rank = ({ choices }: PersonQuestion): number =>
    Math.min(suspects.length + 2, ...choices.flatMap((choice) => (choice.cause ? [rankOf(choice.cause)] : [])));
  return (await loadChecks(facts, { ...(only && { only }), ...(skip && { skip }) }))
    .flatMap(({ id, check }) => {
      try {
        const finding = check.judge(facts);
        const question = finding.outcome === 'ask' && !choiceOf(id, check, facts) ? check.question?.(facts) : undefined;
        return question ? [{ id, title: check.title, question, finding, phase: check.phase }] : [];
      } catch {
        // Its line of the report says so.
        return [];
      }
    })
    .toSorted((a, b) => rank(a.question) - rank(b.question) || (a.phase < b.phase ? -1 : 1))
    .map(({ id, title, question, finding }) => ({ id, title, question, finding }));
}

/** The host and path of an exchange, for a list of several. */
export const labelOf = (exchange: Exchange): string =>
  [
    String(exchange.response?.status ?? exchange.toldStatus ?? 'no response'),
    exchange.request?.method,
    calledUrl(exchange)
      ?.replace(/^https?:\/\//, '')
      .replace(/[?#].*/, ''),
  ]
    .filter(Boolean)
    .join(' ');
