/** What is kept of a log, with masks in place of every credential: the exchange's own, and any other of a credential's shape. */
import { sealExchange } from '../../parse/seal.ts';
import type { Secret } from '../../model/secret.ts';
import { masker } from './masks.ts';
import { cut } from '../../model/format.ts';

/** Between texts that are sealed together, so that one credential has one mask in all of them. */
const BETWEEN = '\n\u0001\n';

/** So much of each text is given, in characters. */
const LONGEST = 300;

function textsOf(value: unknown, into: string[]): string[] {
  if (typeof value === 'string') into.push(value);
  else if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) textsOf(member, into);
  return into;
}

function replaced(value: unknown, next: () => string): unknown {
  if (typeof value === 'string') return next();
  if (Array.isArray(value)) return value.map((member) => replaced(member, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaced(member, next)]));
}

/** The same data, with masks in place of credentials in all its texts. New masks are numbered on from those of the exchange. */
export function maskedData<Data extends object>(data: Data, secrets: readonly Secret[]): Data {
  const known = masker(secrets);
  const texts = textsOf(data, []).map((text) => known(text.replaceAll('\u0001', ' ')));
  const numbered = secrets.map(({ mask }) => mask).join(' ');
  const sealed = sealExchange({ source: { shape: 'log' }, text: [numbered, ...texts].join(BETWEEN) });
  const parts = (sealed.text ?? '').split(BETWEEN).slice(1);
  // a credential that seems to reach from one text into the next leaves fewer of them
  const safe = parts.length === texts.length ? parts : texts.map((text) => sealExchange({ source: { shape: 'log' }, text }).text ?? '');
  let at = 0;
  return replaced(data, () => cut(safe[at++] ?? '', LONGEST)) as Data;
}
