/**
 * The signs of all vendors as one index, so that the cost of naming a vendor follows the length of what was said and not
 * the number of vendors. Phrases are found by one fragment of four characters each (the fragment in the middle, since many
 * begin and end alike: "api.", ".com").
 */
import type { Catalogue, Signs } from '../model/provider.ts';

/** The kinds of signs; `named` is a vendor named by its client in so many words ("provider: deepseek"). */
export type SignKind = 'host' | 'field' | 'word' | 'linked' | 'name' | 'key' | 'named';

/** A sign that was found: whose, what it was, where in the text it stands, and for a host how much of its pattern is literal. */
export type Sighted = { id: string; kind: SignKind; value: string; at: number; exactness?: number };

type Phrase = { text: string; kind: 'word' | 'linked' | 'name'; ids: string[] };
type Group<T> = Map<string, T[]>;

export type SignsIndex = {
  hosts: Group<string>;
  fields: Group<string>;
  /** Beginnings of field names ("x-litellm-"), and the lengths that occur. */
  prefixes: Group<string>;
  prefixLengths: number[];
  phrases: Map<number, Phrase[]>;
  /** Which fragments occur at all, by a hash of them. */
  sieve: Uint8Array;
  /** Whose keys have a shape, by the expression's source. */
  keys: Group<string>;
  called: Group<string>;
};

const FRAGMENT = 4;
const SIEVE = 0x3fff;
/** Four characters in 28 bits; characters outside of ASCII share places with others, and the phrase itself is compared after. */
const next = (fragment: number, code: number): number => ((fragment << 7) | (code & 0x7f)) & 0xfffffff;
const place = (fragment: number): number => (fragment ^ (fragment >>> 13)) & SIEVE;
const middleOf = (text: string): number => (text.length - FRAGMENT) >> 1;

function fragmentAt(text: string, from: number): number {
  let fragment = 0;
  for (let i = from; i < from + FRAGMENT; i++) fragment = next(fragment, text.charCodeAt(i));
  return fragment;
}

function add<T>(group: Group<T>, key: string, item: T): void {
  const list = group.get(key);
  if (list) list.push(item);
  else group.set(key, [item]);
}

function build(catalogue: Catalogue): SignsIndex {
  const index: SignsIndex = {
    hosts: new Map(),
    fields: new Map(),
    prefixes: new Map(),
    prefixLengths: [],
    phrases: new Map(),
    sieve: new Uint8Array(SIEVE + 1),
    keys: new Map(),
    called: new Map(),
  };
  const phrases = new Map<string, Phrase>();
  const addPhrase = (text: string, kind: Phrase['kind'], id: string): void => {
    if (text.length < FRAGMENT) return;
    const known = phrases.get(`${kind}${text}`);
    if (known) {
      known.ids.push(id);
      return;
    }
    const phrase = { text, kind, ids: [id] };
    phrases.set(`${kind}${text}`, phrase);
    const fragment = fragmentAt(text, middleOf(text));
    index.sieve[place(fragment)] = 1;
    const others = index.phrases.get(fragment);
    if (others) others.push(phrase);
    else index.phrases.set(fragment, [phrase]);
  };
  for (const [id, { signs }] of Object.entries(catalogue)) addSigns(id, signs);
  function addSigns(id: string, { title, hosts, ownHeaders, ownWords, names = [], keys: patterns }: Signs): void {
    for (const host of hosts) {
      add(index.hosts, host.toLowerCase(), id);
      if (host.includes('.')) addPhrase(host.toLowerCase().replace(/^\./, ''), 'linked', id);
    }
    for (const name of ownHeaders) {
      if (name.endsWith('*')) add(index.prefixes, name.slice(0, -1).toLowerCase(), id);
      else add(index.fields, name.toLowerCase(), id);
    }
    for (const word of ownWords) addPhrase(word.toLowerCase(), 'word', id);
    for (const name of names) addPhrase(name.toLowerCase(), 'name', id);
    for (const name of new Set([id, title.toLowerCase(), ...names])) add(index.called, name, id);
    for (const pattern of patterns) add(index.keys, pattern, id);
  }
  index.prefixLengths = [...new Set([...index.prefixes.keys()].map(({ length }) => length))];
  return index;
}

const built = new WeakMap<Catalogue, SignsIndex>();

/** The index of a catalogue, made when it is first asked for. */
export function indexOf(catalogue: Catalogue): SignsIndex {
  let index = built.get(catalogue);
  if (!index) built.set(catalogue, (index = build(catalogue)));
  return index;
}

const sightings = (ids: string[] | undefined, of: Omit<Sighted, 'id'>): Sighted[] => (ids ?? []).map((id) => ({ id, ...of }));

/** Whose host this is: exact names, names with a port, and every parent domain that a profile gives with a leading dot. */
export function ownersOfHost(index: SignsIndex, host: string): Sighted[] {
  const name = host.replace(/:\d+$/, '');
  const found = [...new Set([host, name])].flatMap((exact) =>
    sightings(index.hosts.get(exact), { kind: 'host', value: host, at: 0, exactness: 1000 }),
  );
  for (let at = 0; at >= 0; at = name.indexOf('.', at + 1)) {
    const parent = at === 0 ? `.${name}` : name.slice(at);
    found.push(...sightings(index.hosts.get(parent), { kind: 'host', value: host, at: 0, exactness: parent.length }));
  }
  return found;
}

/** Whose response header field this is, by its name in lower case. */
export function ownersOfField(index: SignsIndex, name: string): Sighted[] {
  const of = { kind: 'field', value: name, at: 0 } as const;
  return [
    ...sightings(index.fields.get(name), of),
    ...index.prefixLengths.flatMap((length) => (length < name.length ? sightings(index.prefixes.get(name.slice(0, length)), of) : [])),
  ];
}

/** Whether a found name stands as a word of its own, and not inside a longer one. */
const isWhole = (text: string, from: number, to: number): boolean =>
  !/[\p{L}\p{N}_]/u.test(text[from - 1] ?? ' ') && !/[\p{L}\p{N}_]/u.test(text[to] ?? ' ');

/** Whose phrases stand in a text, which is in lower case: each phrase where it stands first. */
export function ownersOfWords(index: SignsIndex, text: string): Sighted[] {
  const found = new Map<Phrase, number>();
  let fragment = 0;
  for (let i = 0; i < text.length; i++) {
    fragment = next(fragment, text.charCodeAt(i));
    if (index.sieve[place(fragment)] === 0) continue;
    for (const phrase of index.phrases.get(fragment) ?? []) {
      const from = i + 1 - FRAGMENT - middleOf(phrase.text);
      if (found.has(phrase) || !text.startsWith(phrase.text, from)) continue;
      if (phrase.kind !== 'name' || isWhole(text, from, from + phrase.text.length)) found.set(phrase, from);
    }
  }
  return [...found].flatMap(([{ text: value, kind, ids }, at]) => sightings(ids, { kind, value, at }));
}
