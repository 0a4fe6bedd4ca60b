/** What machine-payment protocols have in common: sums in atomic units, and offers as a person reads them. */
import type { PaymentOffer } from '../model/challenge.ts';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text member of an object, of a bounded length; undefined where it is none. */
export function textAt(object: unknown, name: string, longest = 200): string | undefined {
  const value = isObject(object) ? object[name] : undefined;
  return typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined;
}

/** Atomic units, a string of digits, as a decimal number of whole units: ("10000", 6) is "0.01". Undefined where it is none. */
export function decimal(atomic: unknown, decimals: number): string | undefined {
  if (typeof atomic !== 'string' || !/^\d{1,40}$/.test(atomic) || decimals < 0 || decimals > 36) return undefined;
  if (decimals === 0) return atomic.replace(/^0+(?=\d)/, '');
  const digits = atomic.replace(/^0+/, '').padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Currencies whose smallest unit is the unit itself (ISO 4217, exponent 0). */
const WHOLE = /^(?:bif|clp|djf|gnf|isk|jpy|kmf|krw|pyg|rwf|ugx|vnd|vuv|xaf|xof|xpf)$/i;

/** A sum in the smallest unit of an ISO 4217 currency: ("150", "usd") is "1.50 USD". */
export function money(atomic: unknown, currency: string): string | undefined {
  const sum = decimal(atomic, WHOLE.test(currency) ? 0 : 2);
  if (sum === undefined) return undefined;
  const [whole, fraction] = sum.split('.');
  return `${fraction === undefined ? whole : `${whole}.${fraction.padEnd(2, '0')}`} ${currency.toUpperCase()}`;
}

/** A long address as people compare them: by its ends. */
const shortened = (address: string): string => (address.length > 20 ? `${address.slice(0, 8)}…${address.slice(-6)}` : address);

/** An offer in words: "0.01 USDC on Base to 0x2222…2222, within 60 seconds". */
export function offerInWords({ price, method, payTo, expiresAt, withinSeconds }: PaymentOffer): string {
  const how = method === undefined ? '' : ` by ${method}`;
  const to = payTo === undefined ? '' : ` to ${shortened(payTo)}`;
  const by =
    expiresAt !== undefined ? `, by ${expiresAt}` : withinSeconds !== undefined ? `, within ${withinSeconds} seconds of signing` : '';
  return `${price ?? 'an amount that it does not state in known units'}${how}${to}${by}`;
}

/** ISO 8601 in UTC to the second, where the text is a date with a zone; otherwise undefined. */
export function instant(text: unknown): string | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
