/**
 * The signs of all vendors as one table, so that the cost of naming a vendor follows the length of what was said and not the
 * number of vendors. Phrases are found by one fragment of four characters each (the one in the middle, since many begin and
 * end alike: "api.", ".com"). The table is made by the build; of its parts, which are JSON, only those are read that an
 * exchange needs, because reading them all would be a large part of a start.
 */
import type { Provider, Signs, SignsTable } from '../model/provider.ts';

/** The kinds of signs; `named` is a vendor named by its client in so many words ("provider: deepseek"). */
export type SignKind = 'host' | 'field' | 'word' | 'linked' | 'name' | 'key' | 'named';

/** A sign that was found: whose, what it was, where in the text it stands, and for a host how much of its pattern is literal. */
export type Sighted = { id: string; kind: SignKind; value: string; at: number; exactness?: number };

/** How a phrase is a sign, by the letter that stands for it in the table: a host, its parent domain, own words, a name. */
type Letter = 'h' | 'd' | 'w' | 'n';
type Owner = { letter: Letter; vendor: number };
type Vendor = { id: string; title: string; kind: Provider['kind'] };
type Shard = { lengths: Map<number, number[]>; phrases: Map<string, Owner[]> };

const FRAGMENT = 4;
/** Bits of the sieve for each phrase, of which two are set; and phrases in each shard. */
const BITS = 16;
const PHRASES_IN_SHARD = 4;

/** Four characters in 28 bits; characters outside of ASCII share places with others, and the phrase itself is compared after. */
const next = (fragment: number, code: number): number => ((fragment << 7) | (code & 0x7f)) & 0xfffffff;
const hash = (fragment: number): number => Math.imul(fragment, 0x9e3779b1) >>> 0;
const secondHash = (fragment: number): number => Math.imul(fragment ^ (fragment >>> 11), 0x85ebca6b) >>> 0;
const middleOf = (length: number): number => (length - FRAGMENT) >> 1;

function fragmentOf(phrase: string): number {
  const from = middleOf(phrase.length);
  let fragment = 0;
  for (let i = from; i < from + FRAGMENT; i++) fragment = next(fragment, phrase.charCodeAt(i));
  return fragment;
}

/**
 * A sieve is a text of six bits a character, looked up as it is, since making an array of it costs more than it saves. The
 * characters are those from "0" on; "p" stands for the backslash.
 */
const toChar = (bits: number): string => (bits === 44 ? 'p' : String.fromCharCode(48 + bits));
const bitsAt = (sieve: string, at: number): number => {
  const code = sieve.charCodeAt(at);
  return code === 112 ? 44 : code - 48;
};
const isIn = (sieve: string, hashed: number): boolean => {
  const bit = hashed % (sieve.length * 6);
  return ((bitsAt(sieve, (bit / 6) | 0) >> (bit % 6)) & 1) === 1;
};

/** What of a profile tells its vendor apart. */
export const signsOf = ({ title, kind, hosts, ownHeaders, ownWords, names, keys }: Provider): Signs => ({
  title,
  kind,
  hosts,
  ownHeaders,
  ownWords,
  ...(names && { names }),
  keys: keys.map(({ pattern }) => pattern),
});

/** Records of a key and what stands for it, one a line; neither may hold a tab or a line's end. */
const records = (entries: Iterable<[string, string]>): string => [...entries].map((entry) => entry.join('\t')).join('\n');

/** Makes the table of the signs of all vendors, by their ids. */
export function compileSigns(all: Record<string, Signs>): SignsTable {
  const phrases = new Map<string, Set<string>>();
  const fields = new Map<string, Set<string>>();
  const keys = new Map<string, Set<string>>();
  const add = (group: Map<string, Set<string>>, key: string, owner: string): void => {
    const owners = group.get(key) ?? new Set();
    group.set(key, owners.add(owner));
  };
  const addPhrase = (letter: Letter, text: string, vendor: number): void => {
    if (text.length >= FRAGMENT) add(phrases, text.toLowerCase(), `${letter}${vendor}`);
  };
  Object.values(all).forEach(({ hosts, ownHeaders, ownWords, names = [], keys: patterns }, vendor) => {
    for (const host of hosts) addPhrase(host.startsWith('.') ? 'd' : 'h', host.replace(/^\./, ''), vendor);
    for (const field of ownHeaders) {
      add(fields, field.toLowerCase(), String(vendor));
      // A text that prints header fields tells them by their names.
      if (/^[a-z\d]+(?:-[a-z\d]+)+$/i.test(field)) addPhrase('w', field, vendor);
    }
    for (const word of ownWords) addPhrase('w', word, vendor);
    for (const name of names) addPhrase('n', name, vendor);
    for (const pattern of patterns) add(keys, pattern, String(vendor));
  });
  const bits = new Uint8Array(Math.ceil((phrases.size * BITS) / 6) + 1);
  const shards = Array.from({ length: Math.ceil(phrases.size / PHRASES_IN_SHARD) + 1 }, (): [string, string][] => []);
  for (const [text, owners] of phrases) {
    const fragment = fragmentOf(text);
    for (const hashed of [hash(fragment), secondHash(fragment)]) {
      const bit = hashed % (bits.length * 6);
      bits[(bit / 6) | 0]! |= 1 << (bit % 6);
    }
    shards[hash(fragment) % shards.length]!.push([text, [...owners].join(',')]);
  }
  const joined = (group: Map<string, Set<string>>): string => records([...group].map(([key, owners]) => [key, [...owners].join(',')]));
  return {
    vendors: Object.entries(all)
      .map(([id, { title, kind }]) => `${id}\t${title}\t${kind}`)
      .join('\n'),
    fields: joined(fields),
    keys: joined(keys),
    sieve: [...bits].map(toChar).join(''),
    shards: shards.map(records),
  };
}

const linesOf = (part: string): [string, string][] =>
  part === '' ? [] : part.split('\n').map((line) => line.split('\t') as [string, string]);
const numbers = (list: string): number[] => list.split(',').map(Number);

/** A table's parts, each read when it is first needed. */
class OpenTable {
  readonly table: SignsTable;
  readonly #shards: (Shard | undefined)[] = [];
  #vendors: Vendor[] | undefined;
  #byId: Map<string, Vendor> | undefined;
  #fields: Map<string, number[]> | undefined;

  constructor(table: SignsTable) {
    this.table = table;
  }

  get vendors(): Vendor[] {
    this.#vendors ??= this.table.vendors.split('\n').map((line) => {
      const [id, title, kind] = line.split('\t') as [string, string, Provider['kind']];
      return { id, title, kind };
    });
    return this.#vendors;
  }

  get byId(): Map<string, Vendor> {
    return (this.#byId ??= new Map(this.vendors.map((vendor) => [vendor.id, vendor])));
  }

  get fields(): Map<string, number[]> {
    return (this.#fields ??= new Map(linesOf(this.table.fields).map(([name, owners]) => [name, numbers(owners)])));
  }

  shard(fragment: number): Shard {
    const at = hash(fragment) % this.table.shards.length;
    const known = this.#shards[at];
    if (known) return known;
    const shard: Shard = { lengths: new Map(), phrases: new Map() };
    for (const [text, owners] of linesOf(this.table.shards[at]!)) {
      shard.phrases.set(
        text,
        owners.split(',').map((owner) => ({ letter: owner[0] as Letter, vendor: Number(owner.slice(1)) })),
      );
      const of = fragmentOf(text);
      const lengths = shard.lengths.get(of);
      if (!lengths) shard.lengths.set(of, [text.length]);
      else if (!lengths.includes(text.length)) lengths.push(text.length);
    }
    this.#shards[at] = shard;
    return shard;
  }

  /** The owners of a whole phrase; none for one that is too short to be in the table. */
  owners(phrase: string): Owner[] {
    if (phrase.length < FRAGMENT) return [];
    const fragment = fragmentOf(phrase);
    return this.mayHold(fragment) ? (this.shard(fragment).phrases.get(phrase) ?? []) : [];
  }

  mayHold(fragment: number): boolean {
    return isIn(this.table.sieve, hash(fragment)) && isIn(this.table.sieve, secondHash(fragment));
  }
}

const opened = new WeakMap<SignsTable, OpenTable>();

function open(table: SignsTable): OpenTable {
  let known = opened.get(table);
  if (!known) opened.set(table, (known = new OpenTable(table)));
  return known;
}

const sightings = (of: OpenTable, owners: number[] | undefined, sign: Omit<Sighted, 'id'>): Sighted[] =>
  (owners ?? []).map((owner) => ({ id: of.vendors[owner]!.id, ...sign }));

const withLetter = (owners: Owner[], letter: Letter): number[] =>
  owners.filter((owner) => owner.letter === letter).map(({ vendor }) => vendor);

/** A vendor's or gateway's title and kind; undefined for an id that is in no profile. */
export const titleOf = (table: SignsTable, id: string): { title: string; kind: Provider['kind'] } | undefined => open(table).byId.get(id);

/** Whose host this is: exact names, names with a port, and every parent domain that a profile gives with a leading dot. */
export function ownersOfHost(table: SignsTable, host: string): Sighted[] {
  const of = open(table);
  const name = host.replace(/:\d+$/, '');
  const found = [...new Set([host, name])].flatMap((exact) =>
    sightings(of, withLetter(of.owners(exact), 'h'), { kind: 'host', value: host, at: 0, exactness: 1000 }),
  );
  for (let parent = name; parent !== ''; parent = parent.includes('.') ? parent.slice(parent.indexOf('.') + 1) : '') {
    found.push(...sightings(of, withLetter(of.owners(parent), 'd'), { kind: 'host', value: host, at: 0, exactness: parent.length }));
  }
  return found;
}

/** Of a long value the beginning tells as much. */
const LONGEST_VALUE = 40;

/**
 * Whose response header field this is, by its name and value in lower case. A profile's "x-acme-*" stands for every field that
 * begins so, "server: acme*" for a value that does.
 */
export function ownersOfField(table: SignsTable, name: string, value: string): Sighted[] {
  const of = open(table);
  const { fields } = of;
  const whole = `${name}: ${value.slice(0, LONGEST_VALUE)}`;
  const sign = { kind: 'field', value: name, at: 0 } as const;
  const found = [...sightings(of, fields.get(name), sign), ...sightings(of, fields.get(whole), sign)];
  for (let end = 1; end <= whole.length; end++) {
    const owners = fields.get(`${whole.slice(0, end)}*`);
    if (owners) found.push(...sightings(of, owners, sign));
  }
  return found;
}

/** Whom a client calls by this name, in lower case: an id, a title, or a name of a profile. */
export function ownersOfName(table: SignsTable, name: string): Sighted[] {
  const of = open(table);
  const called = of.vendors.flatMap(({ id, title }, vendor) => (id === name || title.toLowerCase() === name ? [vendor] : []));
  return sightings(of, [...new Set([...called, ...withLetter(of.owners(name), 'n')])], { kind: 'named', value: name, at: 0 });
}

/** Whose keys have which shape: the source of an expression, and the vendors. */
export function keyShapes(table: SignsTable): [pattern: string, ids: string[]][] {
  const of = open(table);
  return linesOf(table.keys).map(([pattern, owners]) => [pattern, numbers(owners).map((owner) => of.vendors[owner]!.id)]);
}

/**
 * Whether what was found begins where a word begins; Chinese and its kin put nothing between words. A name ends where the word
 * ends, too; own words may be the beginning of several ("stripe.error.", "userbymodelby").
 */
function isWhole(text: string, from: number, to: number, isName: boolean): boolean {
  const inWord = isName ? /[a-z\d_]/ : /[a-z]/;
  const goesOn = (inside: string | undefined, beside: string | undefined): boolean =>
    inWord.test(inside ?? '') && inWord.test(beside ?? '');
  return !goesOn(text[from], text[from - 1]) && !(isName && goesOn(text[to - 1], text[to]));
}

const KINDS: Record<Letter, SignKind> = { h: 'linked', d: 'linked', w: 'word', n: 'name' };

/** Whose phrases stand in a text, which is in lower case: each phrase where it stands first. */
export function ownersOfWords(table: SignsTable, text: string): Sighted[] {
  const of = open(table);
  const { sieve } = table;
  const seen = new Set<string>();
  const found: Sighted[] = [];
  let fragment = 0;
  for (let i = 0; i < text.length; i++) {
    fragment = next(fragment, text.charCodeAt(i));
    if (!isIn(sieve, hash(fragment)) || !isIn(sieve, secondHash(fragment))) continue;
    const { lengths, phrases } = of.shard(fragment);
    for (const length of lengths.get(fragment) ?? []) {
      const from = i + 1 - FRAGMENT - middleOf(length);
      const phrase = from < 0 ? '' : text.slice(from, from + length);
      for (const { letter, vendor } of phrases.get(phrase) ?? []) {
        const kind = KINDS[letter];
        const sign = `${kind} ${vendor} ${phrase}`;
        if (seen.has(sign) || !isWhole(text, from, from + length, kind === 'name')) continue;
        seen.add(sign);
        found.push({ id: of.vendors[vendor]!.id, kind, value: phrase, at: from });
      }
    }
  }
  return found;
}
