/** Keys that stand nowhere else, put where people's keys stand; and the search for what is left of them. */
import type { KeyShape } from '../../src/model/provider.ts';

const PREFIX = /^(?:[A-Za-z]{2,10}[-_])(?:[A-Za-z]{2,8}\d{0,3}[-_])*/;

/** Letters and digits that follow from a seed and look like chance. */
function* noise(seed: string): Generator<number, never> {
  let state = [...seed].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 2_147_483_647, 7);
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

function scramble(sample: string, keep: number): string {
  const random = noise(sample);
  const rest = sample.slice(keep);
  const letters = /^[\da-f_.-]*$/i.test(rest) ? 'abcdef' : 'abcdefghijklmnopqrstuvwxyz';
  const pick = (from: string) => from[random.next().value % from.length] as string;
  const changed = rest.replaceAll(/[a-z]/g, () => pick(letters)).replaceAll(/[A-Z]/g, () => pick(letters.toUpperCase()));
  return sample.slice(0, keep) + changed.replaceAll(/\d/g, () => pick('0123456789'));
}

/** A key of that shape in which nothing but the shape is the sample's; the sample itself where the shape allows no other. */
export function canaryOf({ pattern, sample }: Pick<KeyShape, 'pattern' | 'sample'>): string {
  const whole = new RegExp(`^(?:${pattern})$`);
  const prefix = PREFIX.exec(sample)?.[0].length ?? 0;
  const keeps = [prefix, prefix + 2, prefix + 4, prefix + 8, prefix + 16];
  return keeps.map((keep) => scramble(sample, keep)).find((key) => whole.test(key)) ?? sample;
}

/** A canary with no vendor's mark, as many vendors' keys are. */
export const PLAIN = scramble('0123456789abcdef0123456789abcdef01234567', 0);
/** One that gives itself away. */
export const MARKED = `sk-or-v1-${scramble('0123456789abcdef'.repeat(4), 0)}`;

export const base64 = (key: string): string => Buffer.from(`caller:${key}`).toString('base64');

/** Every 12 characters in a row of what is secret in a key, plain and as Basic credentials; the whole where it is shorter. */
function piecesOf(key: string): string[] {
  return [key, base64(key)].flatMap((form) => {
    const secret = form.slice(PREFIX.exec(form)?.[0].length ?? 0);
    if (secret.length < 12) return [form];
    return Array.from({ length: secret.length - 11 }, (_, at) => secret.slice(at, at + 12));
  });
}

/** The names of the outputs in which any piece of the key stands, line breaks and percent-encoding undone. */
export function leaks(outputs: Record<string, string>, key: string): string[] {
  const pieces = piecesOf(key);
  return Object.entries(outputs).flatMap(([name, output]) => {
    const forms = [
      output,
      output.replaceAll(/\s+/g, ''),
      output.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    ];
    return pieces.some((piece) => forms.some((form) => form.includes(piece))) ? [name] : [];
  });
}

const member = (key: string): string => JSON.stringify(key).slice(1, -1);
const shell = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * Where a key may stand in an input of any shape: each gives the text with the key put in, or the same text where the shape
 * has no such place.
 */
export const placesInText: Record<string, (text: string, key: string) => string> = {
  'Authorization line': (text, key) => addLine(text, `Authorization: Bearer ${key}`),
  'Basic line': (text, key) => addLine(text, `Authorization: Basic ${base64(key)}`),
  'x-api-key line': (text, key) => addLine(text, `x-api-key: ${key}`),
  'api-key line': (text, key) => addLine(text, `api-key: ${key}`),
  'Cookie line': (text, key) => addLine(text, `Cookie: theme=dark; session=${key}`),
  'Set-Cookie line': (text, key) => addLine(text, `Set-Cookie: session=${key}; Path=/; HttpOnly`),
  'URL password': (text, key) => text.replaceAll(/(\bhttps?:\/\/)(?=[\w.-]+[/"'\s])/g, `$1caller:${encodeURIComponent(key)}@`),
  'URL user': (text, key) => text.replaceAll(/(\bhttps?:\/\/)(?=[\w.-]+[/"'\s])/g, `$1${encodeURIComponent(key)}:@`),
  'URL query': (text, key) => text.replaceAll(/(\bhttps?:\/\/[\w.-]+\/[\w./-]*[\w/])(?=["'\s])/g, `$1?key=${encodeURIComponent(key)}`),
  'HAR headers': (text, key) =>
    text.replaceAll(/("headers"\s*:\s*\[)(?=\s*\{)/g, `$1{"name":"Authorization","value":"Bearer ${member(key)}"},`),
  'HAR cookies': (text, key) => text.replaceAll(/"cookies"\s*:\s*\[\s*\]/g, `"cookies":[{"name":"session","value":"${member(key)}"}]`),
  'JSON headers': (text, key) => text.replaceAll(/("headers"\s*:\s*\{)(?=\s*")/g, `$1"x-api-key":"${member(key)}",`),
  'body member': (text, key) => text.replaceAll(/\{(?=\s*"error")/g, `{"api_key":"${member(key)}",`),
  message: (text, key) => text.replaceAll(/("message"\s*:\s*")/g, `$1Incorrect API key provided: ${member(key)}. `),
  'curl header': (text, key) => text.replace(/^(\$?\s*curl )/m, `$1-H ${shell(`Authorization: Bearer ${key}`)} `),
  'curl user': (text, key) => text.replace(/^(\$?\s*curl )/m, `$1-u ${shell(`${key}:`)} `),
  'curl password': (text, key) => text.replace(/^(\$?\s*curl )/m, `$1--user ${shell(`caller:${key}`)} `),
  'curl body': (text, key) => text.replace(/^(\$?\s*curl )/m, `$1--data ${shell(`{"api_key":"${member(key)}"}`)} `),
};

/** Puts a header line, marked as the others are, before the first that is there (`curl -v` marks them with < and >). */
function addLine(text: string, line: string): string {
  return text.replaceAll(/^((?:[<>] )?)(?=(?:content-type|host): )/gim, (mark) => `${mark}${line}\n${mark}`);
}
