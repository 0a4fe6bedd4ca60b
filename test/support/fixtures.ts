/**
 * The fixtures' formats. A fixture states an exchange as a person would note it (header fields as an object, a JSON body as
 * JSON) and what must come of it; a member that no format knows is an error, so that no expectation is silently lost.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { causeIds } from '../../src/model/cause.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { HeaderField, RawExchange } from '../../src/model/exchange.ts';
import { root } from './units.ts';

/** When the fixtures' checks are judged, where a case names no time of its own. */
export const NOW = '2026-11-20T12:00:00Z';

const text = v.string();
/** A field that is sent several times is an array. */
const headers = v.record(text, v.union([text, v.array(text)]));
const request = v.strictObject({ method: text, url: v.optional(text), headers: v.optional(headers), body: v.optional(v.unknown()) });
const response = v.strictObject({
  status: v.number(),
  reason: v.optional(text),
  version: v.optional(text),
  headers: v.optional(headers),
  body: v.optional(v.unknown()),
  truncated: v.optional(v.boolean()),
});
const exchange = v.strictObject({
  request: v.optional(request),
  response: v.optional(response),
  failure: v.optional(
    v.strictObject({ kind: v.picklist(['dns', 'refused', 'reset', 'timeout', 'tls', 'proxy', 'unreachable', 'other']), message: text }),
  ),
  toldStatus: v.optional(v.number()),
  toldUrl: v.optional(text),
  text: v.optional(text),
  at: v.optional(text),
});
const cause = v.picklist(causeIds);
const some = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.minLength(1));
const answer = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('answered'), at: text, asked: text, data: v.unknown() }),
  v.strictObject({ outcome: v.literal('failed'), at: text, asked: text, why: text }),
  v.strictObject({ outcome: v.literal('not-asked'), why: text }),
]);

const formats = {
  captures: v.strictObject({ exchanges: v.array(v.record(text, v.unknown())), warnings: v.optional(v.array(text), []) }),
  providers: v.strictObject({
    answers: some(
      v.strictObject({
        name: text,
        request: v.optional(request),
        response,
        expect: v.union([
          v.strictObject({ cause, confidence: v.optional(v.picklist(['certain', 'likely', 'possible'])), provider: v.optional(text) }),
          v.strictObject({ not: some(cause), provider: v.optional(text) }),
        ]),
      }),
    ),
  }),
  challenges: v.strictObject({
    answers: some(
      v.strictObject({
        name: text,
        request: v.optional(request),
        response,
        expect: v.nullable(
          v.strictObject({
            state: v.picklist(['asked', 'rejected', 'unpayable', 'malformed']),
            price: v.optional(text),
            says: v.optional(text),
            offers: v.optional(v.array(v.record(text, v.unknown()))),
          }),
        ),
      }),
    ),
  }),
  checks: v.strictObject({
    cases: some(
      v.strictObject({
        name: text,
        exchange,
        provider: v.optional(text),
        gateway: v.optional(text),
        now: v.optional(text),
        answers: v.optional(v.record(text, answer), {}),
        expect: v.strictObject({
          outcome: v.picklist(['pass', 'fail', 'warn', 'ask', 'skip']),
          says: text,
          steps: v.optional(v.array(text), []),
        }),
      }),
    ),
  }),
  evidence: v.strictObject({
    cases: some(
      v.strictObject({
        name: text,
        exchange,
        provider: v.optional(text),
        gateway: v.optional(text),
        response: v.optional(response),
        /** The answer to the question that follows from the first one. */
        second: v.optional(v.strictObject({ asks: text, response })),
        /** For a local probe: files by their paths below the home and the working folder; `files` names them by flag. */
        machine: v.optional(
          v.strictObject({
            environment: v.optional(v.record(text, text), {}),
            platform: v.optional(text, 'linux'),
            home: v.optional(v.record(text, text), {}),
            folder: v.optional(v.record(text, text), {}),
            files: v.optional(v.record(text, text), {}),
          }),
        ),
        expect: v.union([
          v.strictObject({ asks: text, data: v.optional(v.unknown()) }),
          v.strictObject({ asks: text, fails: text }),
          v.strictObject({ skip: text }),
          v.strictObject({ data: v.unknown() }),
          v.strictObject({ fails: text }),
        ]),
      }),
    ),
  }),
};
type Formats = typeof formats;

/** A fixture file of a room, by its path below the room's folder. Throws where it is not JSON of the room's format. */
export function readFixture<Room extends keyof Formats>(room: Room, path: string): v.InferOutput<Formats[Room]> {
  const parsed = v.safeParse(formats[room], JSON.parse(readFileSync(join(root, 'fixtures', room, path), 'utf8')));
  if (!parsed.success) throw new Error(`fixtures/${room}/${path}: ${v.summarize(parsed.issues)}`);
  return parsed.output;
}

function fieldsOf(given: v.InferOutput<typeof headers> = {}): HeaderField[] {
  return Object.entries(given).flatMap(([name, value]) => [value].flat().map((line) => ({ name, value: line })));
}

function withBody<T extends { headers?: v.InferOutput<typeof headers> | undefined; body?: unknown }>(message: T) {
  const { headers: given, body, ...rest } = message;
  const written = typeof body === 'string' ? body : JSON.stringify(body);
  return { ...rest, headers: fieldsOf(given), ...(written === undefined ? {} : { body: written }) };
}

/** The exchange that a fixture states, as a capture would have read it. */
export function rawExchange(given: v.InferOutput<typeof exchange>): RawExchange {
  const { request: asked, response: answered, ...rest } = given;
  return {
    source: { shape: 'http-message' },
    ...rest,
    ...(asked && { request: withBody(asked) }),
    ...(answered && { response: withBody(answered) }),
  } as RawExchange;
}

/** Evidence in which nothing was asked but what is given. */
export const evidenceOf = (answers: Evidence['answers'] = {}, at = NOW): Evidence => ({ schema: 1, at, answers });
