/** The evidence file: what `--save-evidence` writes and `--evidence` reads. */
import * as v from 'valibot';
import { UnreadableInput } from '../../model/capture.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { HttpRequest, HttpResponse, NetworkFailure, RawExchange, SendOptions, Source } from '../../model/exchange.ts';

/** Characters of a file that are read: some answers of 4 MiB, and what JSON's escapes add. */
const MAX_LENGTH = 64 * 2 ** 20;
const SUGGESTION = 'Give a file that --save-evidence wrote.';

/** Every member of a type has its schema: one that is added to the model and not here does not compile. */
type Members<T> = Record<keyof T, unknown>;

const text = v.string();
const time = v.pipe(text, v.isoTimestamp());
const answer = v.variant('outcome', [
  v.object({ outcome: v.literal('answered'), at: time, asked: text, data: v.unknown() }),
  v.object({ outcome: v.literal('failed'), at: time, asked: text, why: text }),
  v.object({ outcome: v.literal('not-asked'), why: text }),
]);
const optional = v.exactOptional(text);
const fields = v.array(v.object({ name: text, value: text }));
const send = v.object({
  timeoutSeconds: v.exactOptional(v.number()),
  insecure: v.exactOptional(v.boolean()),
  proxy: optional,
  followRedirects: v.exactOptional(v.boolean()),
} satisfies Members<SendOptions>);
const request = v.object({
  method: text,
  url: optional,
  headers: fields,
  body: optional,
  send: v.exactOptional(send),
} satisfies Members<HttpRequest>);
const response = v.object({
  status: v.pipe(v.number(), v.integer()),
  reason: optional,
  version: optional,
  headers: fields,
  body: optional,
  truncated: v.exactOptional(v.boolean()),
} satisfies Members<HttpResponse>);
const kinds: NetworkFailure['kind'][] = ['dns', 'refused', 'reset', 'timeout', 'tls', 'proxy', 'unreachable', 'other'];
const exchange = v.object({
  source: v.object({ shape: text, file: optional, line: v.exactOptional(v.number()) } satisfies Members<Source>),
  request: v.exactOptional(request),
  response: v.exactOptional(response),
  failure: v.exactOptional(v.object({ kind: v.picklist(kinds), message: text })),
  toldStatus: v.exactOptional(v.number()),
  toldUrl: optional,
  text: optional,
  at: optional,
} satisfies Members<RawExchange>);
const evidenceSchema = v.object({
  schema: v.literal(1),
  at: time,
  exchange: v.exactOptional(exchange),
  answers: v.record(text, answer),
} satisfies Members<Evidence>);

/** Reads an evidence file. Throws `UnreadableInput` where it is not one; members that schema 1 does not know are left out. */
export function readEvidence(file: string): Evidence {
  if (file.length > MAX_LENGTH) throw new UnreadableInput('The evidence file is larger than 64 MiB.', SUGGESTION);
  const parsed = v.safeParse(evidenceSchema, parseJson(file));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue) ?? 'the document';
  const isNewer = where === 'schema' && typeof issue.input === 'number' && issue.input > 1;
  if (isNewer)
    throw new UnreadableInput(`The evidence file is of schema ${String(issue.input)}; this version reads schema 1.`, 'Update this tool.');
  throw new UnreadableInput(
    `The evidence file is not valid at ${where}: expected ${issue.expected ?? 'another value'}, found ${issue.received}.`,
    SUGGESTION,
  );
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(file.replace(/^\uFEFF/, ''));
  } catch {
    throw new UnreadableInput('The evidence file is not JSON.', SUGGESTION);
  }
}

/**
 * The file's text. Evidence holds masks in place of credentials (`send`, and the sealed exchange), and a Secret in it would be
 * written as its mask.
 */
export function writeEvidence(evidence: Evidence): string {
  return `${JSON.stringify(evidence, null, 2)}\n`;
}
