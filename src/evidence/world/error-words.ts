import type { HttpResponse } from '../../model/exchange.ts';
import { cut } from '../../model/format.ts';
import { member } from './json-answer.ts';

const LONGEST_BODY = 2 ** 20;
const LONGEST_WORDS = 200;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? cut(value, LONGEST_WORDS) : undefined;

/**
 * The words of an error in a JSON answer, as one line; undefined where it has none, or says that all is well. Some APIs answer a
 * refused key with status 200 and `"ok": false`, `"valid": false` or `"status": "0"`.
 */
export function errorWords({ body = '' }: HttpResponse): string | undefined {
  if (body.length > LONGEST_BODY) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(body);
  } catch {
    return undefined;
  }
  const error = member(data, 'error');
  const [first] = Array.isArray(member(data, 'errors')) ? (member(data, 'errors') as unknown[]) : [];
  const named =
    text(member(error, 'message')) ?? text(error) ?? text(member(error, 'code')) ?? text(member(first, 'message')) ?? text(first);
  if (named !== undefined) return named;
  const no = ['ok', 'valid', 'success'].find((name) => member(data, name) === false);
  const said = text(member(data, 'message')) ?? text(member(data, 'detail')) ?? text(member(data, 'msg'));
  if (no !== undefined) return said ?? `"${no}": false`;
  return member(data, 'status') === '0' || member(data, 'status') === 'error' ? (said ?? '"status" tells of an error') : undefined;
}
