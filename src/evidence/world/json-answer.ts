import type { HttpResponse } from '../../model/exchange.ts';

/** Bytes, roughly: characters of a body that a question's answer may have. */
const MAX_LENGTH = 2 ** 20;

/** The JSON value of a successful answer. Throws an Error, in one clause, where the answer is none. */
export function jsonOf({ status, body = '' }: HttpResponse): unknown {
  if (status < 200 || status > 299) throw new Error(`it answered with status ${status}`);
  if (body.length > MAX_LENGTH) throw new Error('the answer is larger than 1 MiB');
  try {
    return JSON.parse(body);
  } catch {
    throw new Error('the answer is not JSON');
  }
}

/** A member of a JSON object; undefined where the value is none, or has no such member of its own. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
