import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import { bodyOf, isMembers, statusOf, type Members } from '../parse/js-error.ts';
import { strictJson } from '../parse/loose-json.ts';
import { statusInObject } from '../parse/told-status.ts';

/** Members that make a line one of a log, which is another shape. */
const LOG = /"(?:level|severity|lvl|log\.level|levelname|msg|@timestamp|@t|logger|hostname|pid)"\s?:/;
const MAX_LINES = 5000;

type Line = { members: Members; raw: string; number: number };

const linesOf = (text: string): Line[] =>
  text
    .split(/\r?\n/, MAX_LINES)
    .map((raw, i) => ({ raw: raw.trim(), number: i + 1 }))
    .filter(({ raw }) => raw.startsWith('{'))
    .flatMap(({ raw, number }) => {
      const value = strictJson(raw);
      return isMembers(value) ? [{ members: value, raw, number }] : [];
    });

/** A line of a batch's output: the response to one of its requests, or the error in its place. */
function batchExchange({ members, raw, number }: Line): RawExchange | undefined {
  const { response } = members;
  if (!isMembers(response)) return undefined;
  const status = statusOf(response['status_code']);
  if (status === undefined) return undefined;
  const id = response['request_id'];
  const headers = typeof id === 'string' ? [{ name: 'x-request-id', value: id }] : [];
  const body = bodyOf(response['body']);
  return {
    source: { shape: 'json-lines-body', line: number },
    response: { status, headers, ...(body !== undefined && { body }) },
    text: raw,
  };
}

const isError = ({ members }: Line): boolean =>
  (members['error'] !== undefined && members['error'] !== null) || members['type'] === 'error' || members['errors'] !== undefined;

const isBatch = (line: Line): boolean => 'custom_id' in line.members && batchExchange(line) !== undefined;

export default {
  title: 'JSON objects, one a line',
  madeBy: 'a stream of JSON lines (Ollama), the output file of a batch',
  recognise(text) {
    if (!/^\s*\{"/.test(text)) return 0;
    const own = text
      .slice(0, 262_144)
      .split('\n')
      .filter((line) => line.trim() !== '');
    if (own.length < 2 || !own.every((line) => /^\s*\{/.test(line)) || own.some((line) => LOG.test(line))) return 0;
    const read = linesOf(text.slice(0, 262_144));
    if (read.length < own.length - 1 || read.length === 0) return 0;
    return read.some((line) => isError(line) || isBatch(line)) ? 0.8 : 0.3;
  },
  read(text) {
    const read = linesOf(text);
    const batch = read.filter(isBatch).flatMap((line) => batchExchange(line) ?? []);
    if (batch.length > 0) {
      const failed = batch.filter(({ response }) => response!.status >= 400);
      const fine = batch.length - failed.length;
      if (failed.length > 0)
        return {
          exchanges: failed,
          warnings: fine > 0 ? [`${fine} of ${batch.length} requests of the batch were answered without an error.`] : [],
        };
      return { exchanges: batch, warnings: [] };
    }
    const errors = read.filter(isError);
    const status = errors.map(({ members }) => statusInObject(members)).find((code) => code !== undefined);
    const kept = errors.length > 0 ? errors.slice(0, 50) : read.slice(-20);
    return {
      exchanges: [
        {
          source: { shape: 'json-lines-body', ...(kept[0] && { line: kept[0].number }) },
          ...(status !== undefined && { toldStatus: status }),
          text: kept.length > 0 ? kept.map(({ raw }) => raw).join('\n') : text.trim(),
        },
      ],
      warnings: ['Only a body was given, without the status line and the header fields: `curl -i` shows them.'],
    };
  },
} satisfies Capture;
