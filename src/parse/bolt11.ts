/** What a Lightning invoice says of itself (BOLT 11); the signature is not checked, since nothing is paid here. */

export type Invoice = { satoshi?: number; expiresAt?: string; network: 'bitcoin' | 'test' };

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
/** Words of five bits: the time of day it was made, and at the end the signature with the checksum. */
const TIMESTAMP_WORDS = 7;
const SIGNATURE_WORDS = 104 + 6;
const EXPIRY_TAG = 6;
/** Seconds for which an invoice holds that names no expiry. */
const DEFAULT_EXPIRY = 3600;
const PER_UNIT: Record<string, number> = { m: 100_000, u: 100, n: 0.1, p: 0.0001 };

const numberOf = (words: readonly number[]): number => words.reduce((sum, word) => sum * 32 + word, 0);

/** The seconds after which it expires, from its tagged fields. */
function expiryOf(words: readonly number[]): number {
  const end = words.length - SIGNATURE_WORDS;
  for (let at = TIMESTAMP_WORDS; at + 3 <= end;) {
    const length = words[at + 1]! * 32 + words[at + 2]!;
    if (words[at] === EXPIRY_TAG && length <= 8) return numberOf(words.slice(at + 3, at + 3 + length));
    at += 3 + length;
  }
  return DEFAULT_EXPIRY;
}

/** Reads the human part ("lnbc2500u": the network and the amount) and, where the rest is whole, when it expires. */
export function readInvoice(invoice: string): Invoice | undefined {
  const text = invoice
    .trim()
    .toLowerCase()
    .replace(/^lightning:/, '');
  const human = /^ln(bcrt|bc|tbs|tb)(?:(\d{1,12})([munp])?)?1(?=[a-z0-9]*$)/.exec(text);
  if (!human || text.length > 8000) return undefined;
  const [prefix, network, amount, multiplier] = human;
  const words = Array.from(text.slice(prefix.length), (char) => ALPHABET.indexOf(char));
  const whole = words.length > TIMESTAMP_WORDS + SIGNATURE_WORDS && !words.includes(-1);
  const expires = whole ? (numberOf(words.slice(0, TIMESTAMP_WORDS)) + expiryOf(words)) * 1000 : undefined;
  const perUnit = multiplier === undefined ? 100_000_000 : PER_UNIT[multiplier]!;
  return {
    network: network === 'bc' ? 'bitcoin' : 'test',
    ...(amount !== undefined && { satoshi: Math.round(Number(amount) * perUnit * 1e4) / 1e4 }),
    ...(expires !== undefined && expires < 8.64e15 && { expiresAt: new Date(expires).toISOString() }),
  };
}
