/** The error's code and message, for a reader who searches a log for them. */
import type { Diagnosis } from '../../model/diagnosis.ts';

type ErrorWords = { code?: string | undefined; message?: string | undefined };

/** As the reasons of the verdict quote them, else as the body has them; a message whole where the reasons quote a part. */
export function errorOf({ because, exchange }: Diagnosis): ErrorWords {
  const quoted = (name: RegExp) => because.find(({ where }) => /^(?:response\.body|text)\b/.test(where) && name.test(where))?.value;
  const code = quoted(/\.(?:\w*code|type|reason)$/i);
  const message = quoted(/\.(?:message|msg|detail|error|title)$|^text$/i);
  const found = inBody(exchange.response?.body);
  return { code: code ?? found.code, message: found.message?.includes(message ?? '') ? found.message : message };
}

const CODES = ['code', 'error_code', 'status_code', 'type', 'reason'];
const MESSAGES = ['message', 'msg', 'status_msg', 'detail', 'error_description', 'error', 'title'];

/** The first message of a JSON body, looked for level by level, and the code beside it, else the first code above it. */
function inBody(body: string | undefined): ErrorWords {
  let level = [json(body)].filter(isObject);
  let codeAbove: string | undefined;
  for (let depth = 0; depth < 5 && level.length > 0; depth++) {
    for (const object of level) {
      const code = firstOf(object, CODES);
      const message = firstOf(object, MESSAGES);
      if (message !== undefined) return { code: code ?? codeAbove, message };
      codeAbove ??= code;
    }
    const below = level.flatMap((object) => Object.values(object));
    level = below.filter(isObject).slice(0, 50);
  }
  return { code: codeAbove };
}

function firstOf(object: Record<string, unknown>, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = object[name];
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The JSON value of a text of up to 1 MiB; undefined where it is none. */
export function json(text: string | undefined): unknown {
  if (text === undefined || text.length > 1_048_576) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
