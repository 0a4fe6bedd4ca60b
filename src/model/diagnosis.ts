/**
 * The one result object: what `--format json` prints, and what every other report renders. Types, the golden key-set test
 * and schema/report.schema.json come from the schema below. Ids are kebab-case, times ISO 8601 UTC, absent rather than null;
 * within a schema number there are additions only.
 */
import * as v from 'valibot';
import { causeIds, type CauseId, type Family, type Actor, type RetryAdvice } from './cause.ts';

const text = v.string();
const optionalText = v.optional(v.string());
const whole = v.pipe(v.number(), v.integer());

const families: Family[] = ['payment', 'access', 'limits', 'request', 'infrastructure', 'none'];
const actors: Actor[] = ['account-owner', 'payer', 'client', 'caller', 'provider', 'network-admin', 'nobody'];
const advices: RetryAdvice[] = ['now', 'after-delay', 'after-fix', 'never'];
const confidence = v.picklist(['certain', 'likely', 'possible']);
const cause = v.picklist<CauseId[]>(causeIds);
const link = v.object({ title: text, url: text });
const headers = v.array(v.object({ name: text, value: text }));
const because = v.array(v.object({ where: text, value: text, says: text, source: optionalText }));

/** The contract, schema 1. */
export const diagnosisSchema = v.object({
  schema: v.literal(1),
  tool: v.object({ name: text, version: text }),
  exchange: v.object({
    source: v.object({ shape: text, file: optionalText, line: v.optional(whole) }),
    request: v.optional(v.object({ method: text, url: optionalText, headers, body: optionalText })),
    response: v.optional(v.object({ status: whole, headers, body: optionalText })),
    requestId: optionalText,
    at: optionalText,
  }),
  verdict: v.object({
    cause,
    family: v.picklist<Family[]>(families),
    confidence,
    status: v.optional(whole),
    title: text,
    summary: text,
    actor: v.picklist<Actor[]>(actors),
    provider: v.optional(v.object({ id: text, name: text })),
    answeredBy: v.object({
      layer: v.picklist(['provider', 'gateway', 'upstream', 'proxy', 'cdn', 'client']),
      id: optionalText,
      name: optionalText,
    }),
    retry: v.object({ advice: v.picklist<RetryAdvice[]>(advices), afterSeconds: v.optional(v.number()), at: optionalText }),
    link: v.optional(link),
  }),
  because,
  /** What the error says in numbers. */
  figures: v.optional(v.array(v.object({ name: text, value: v.number(), unit: optionalText, where: text }))),
  /** The machine-payment challenges of the response: what is asked for, or what became of a payment. */
  payments: v.optional(
    v.array(
      v.object({
        protocol: text,
        state: v.picklist(['asked', 'rejected', 'unpayable', 'malformed']),
        says: text,
        needs: text,
        offers: v.array(
          v.object({
            price: optionalText,
            method: optionalText,
            payTo: optionalText,
            expiresAt: optionalText,
            withinSeconds: v.optional(v.number()),
          }),
        ),
      }),
    ),
  ),
  alternatives: v.array(v.object({ cause, confidence, says: text })),
  checklist: v.array(
    v.object({
      id: text,
      phase: text,
      title: text,
      outcome: v.picklist(['pass', 'fail', 'warn', 'ask', 'skip']),
      says: text,
      because: v.optional(because),
      steps: v.optional(v.array(text)),
      link: v.optional(link),
    }),
  ),
  steps: v.array(text),
  prevention: v.array(text),
  warnings: v.array(text),
});

export type Diagnosis = v.InferOutput<typeof diagnosisSchema>;
export type ChecklistEntry = Diagnosis['checklist'][number];

/** What stdout carries instead of a diagnosis when the tool could not make one. */
export type ToolError = { schema: 1; error: { kind: 'usage' | 'input' | 'bug'; message: string; suggestion?: string } };
