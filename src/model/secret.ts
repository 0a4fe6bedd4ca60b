import { inspect } from './inspect-symbol.ts';

/** What a secret is used for; the word that its mask starts with. */
export type SecretKind = 'key' | 'token' | 'password' | 'cookie' | 'signature' | 'secret';

/**
 * A credential found in the input. Every ordinary way to print one (string conversion, JSON, console.log) gives its mask.
 * Captures make them (`parse/seal.ts`); only `evidence/` reveals one, to sign a request.
 */
export class Secret {
  readonly kind: SecretKind;
  /** Stable within one report, and the text that stands in place of the value: `[key#1 sk-or-…a4f2]`. */
  readonly mask: string;
  readonly #value: string;

  constructor(kind: SecretKind, mask: string, value: string) {
    this.kind = kind;
    this.mask = mask;
    this.#value = value;
  }

  /** Whether the value matches a key shape, without showing the value. */
  matches(shape: RegExp): boolean {
    return shape.test(this.#value);
  }

  /** Whether this is the same credential as `other`, without showing either. */
  equals(other: Secret | string): boolean {
    return this.#value === (typeof other === 'string' ? other : other.#value);
  }

  /** The value itself. For `evidence/` alone; the import test holds every other room to that. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return this.mask;
  }

  toJSON(): string {
    return this.mask;
  }

  [inspect](): string {
    return this.mask;
  }
}

/**
 * The mask of a value: its kind, its number in this report, and as much of its ends as identifies a key to its owner
 * without helping anybody else. Fewer than 20 characters show nothing.
 */
export function maskOf(kind: SecretKind, number: number, value: string): string {
  if (value.length < 20) return `[${kind}#${number}]`;
  const prefix = /^(?:[A-Za-z]{2,10}[-_])(?:[A-Za-z]{2,8}\d{0,3}[-_])?/.exec(value)?.[0] ?? '';
  return `[${kind}#${number} ${prefix}…${value.slice(-4).replace(/[^\w-]/g, '·')}]`;
}
