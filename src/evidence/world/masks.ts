/** Masks and what they stand for: putting values in before a request goes out, and masks back into all that returns. */
import type { HttpRequest } from '../../model/exchange.ts';
import type { Secret } from '../../model/secret.ts';

type Secrets = readonly Secret[];

const MASK = /\[(?:key|token|password|cookie|signature|secret)#\d{1,6}(?: [^\s\]]{1,40})?\]/g;
/** Stands in place of a mask where a URL is parsed: a mask holds "#" and "[", which would end the authority. */
const NEUTRAL = 'mask0mask';
/** Values shorter than this are masked only where they stand as a word, lest a password "abc" tears other words apart. */
const SHORT = 6;

/** The first mask in a request that no secret resolves, as in an exchange that was masked before it was captured. */
export function unresolvedMask(request: HttpRequest, secrets: Secrets): string | undefined {
  const texts = [request.url, request.body, request.send?.proxy, ...request.headers.map(({ value }) => value)];
  const known = new Set(secrets.map(({ mask }) => mask));
  for (const text of texts) {
    for (const [mask] of text?.matchAll(MASK) ?? []) if (!known.has(mask)) return mask;
  }
  return undefined;
}

/** Whether one of the secrets' masks stands in the text. */
export const holdsMask = (text: string, secrets: Secrets): boolean => secrets.some(({ mask }) => text.includes(mask));

/**
 * The host that a URL with masks leads to, with the port where it is not the scheme's own; undefined where the URL is not
 * an absolute http or https URL, or where the host itself holds a credential.
 */
export function hostOf(url: string | undefined, secrets: Secrets): string | undefined {
  const neutral = secrets.reduce((text, { mask }) => text.replaceAll(mask, NEUTRAL), url ?? '');
  const parsed = URL.canParse(neutral) ? new URL(neutral) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.host.includes(NEUTRAL)) return undefined;
  return parsed.host;
}

/** The text with values in place of masks. What it gives may go to the network and nowhere else. */
export function reveal(text: string, secrets: Secrets): string {
  return secrets.reduce((result, secret) => result.replaceAll(secret.mask, () => secret.reveal()), text);
}

/**
 * Gives a function that puts masks in place of the secrets' values, in the forms in which a server may echo them: as they
 * are, percent-encoded or decoded, escaped for JSON, and both sides of a Basic credential (RFC 7617). With `cut` the text is
 * known to be cut off, and what it ends with may be the beginning of a value.
 */
export function masker(secrets: Secrets): (text: string, cut?: boolean) => string {
  const forms = secrets.flatMap((secret) => formsOf(secret.reveal()).map((form) => ({ form, mask: secret.mask })));
  forms.sort((a, b) => b.form.length - a.form.length);
  return (text, cut = false) => {
    const masked = forms.reduce((result, { form, mask }) => {
      if (!result.includes(form)) return result;
      return form.length < SHORT ? result.replace(asWord(form), () => mask) : result.replaceAll(form, () => mask);
    }, text);
    return cut ? maskTail(masked, forms) : masked;
  };
}

function formsOf(value: string): string[] {
  const forms = [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1), decoded(value), ...basicParts(value)];
  return [...new Set(forms)].filter((form) => form.length > 2);
}

/** A percent-encoded text decoded; as it is where it is not well-formed. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function basicParts(value: string): string[] {
  if (!/^[\w+/]{8,}={0,2}$/.test(value)) return [];
  const pair = /^[ -~]{0,256}?:([ -~]{1,256})$/.exec(Buffer.from(value, 'base64').toString('latin1'));
  return pair ? [pair[0], pair[1] as string] : [];
}

function asWord(form: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])${form.replace(/[$()*+./?[\\\]^{|}-]/g, '\\$&')}(?![A-Za-z0-9])`, 'g');
}

function maskTail(text: string, forms: { form: string; mask: string }[]): string {
  for (const { form, mask } of forms) {
    for (let length = Math.min(form.length - 1, text.length); length > 3; length--) {
      if (text.endsWith(form.slice(0, length))) return text.slice(0, -length) + mask;
    }
  }
  return text;
}
