/** What the places of keys on this machine say about the key that was sent. */
import type { Because, Facts } from '../model/check.ts';
import { answerOf } from '../model/evidence.ts';
import { cut } from '../model/format.ts';
import type { KeyPlace, KeysHere } from '../model/keys-here.ts';

const SAYS: Record<KeyPlace['holds'], string> = {
  same: 'holds this very key',
  other: 'holds another key of this vendor',
  empty: 'is set to nothing',
};
const MOST_SHOWN = 8;

export type KeyStory = {
  because: Because[];
  /** Where the key that was sent comes from, for the end of a line: a variable of the environment, or a file. */
  from?: string;
  /** A key that hides another, or is hidden, or that is nowhere here. `isHere`: this very key is among those that are. */
  oddity?: { says: string; step: string; isHere: boolean };
};

const at = ({ name, place }: KeyPlace): string => `${cut(name, 30)} in ${cut(place, 30)}`;

function oddityOf(places: KeyPlace[]): KeyStory['oddity'] {
  const same = places.filter(({ holds }) => holds === 'same');
  const used = same.find(({ shadowedBy }) => shadowedBy === undefined);
  const hidden = places.find(
    ({ holds, shadowedBy }) => holds === 'other' && shadowedBy !== undefined && same.some(({ place }) => place === shadowedBy),
  );
  if (hidden) {
    const by = hidden.shadowedBy!;
    return {
      isHere: true,
      says: `${capital(by)} hides another key in ${cut(hidden.place, 24)}`,
      step:
        by === 'the environment'
          ? `If the key in ${cut(hidden.place, 40)} is the right one, unset ${cut(hidden.name, 40)} and start the program from a new terminal.`
          : `If the key in ${cut(hidden.place, 40)} is the right one, take ${cut(hidden.name, 40)} out of ${cut(by, 40)}.`,
    };
  }
  const [shadowed] = same;
  if (shadowed && !used)
    return {
      isHere: true,
      says: `The key is in ${cut(shadowed.place, 22)}, ${cut(shadowed.shadowedBy!, 20)} overrides it`,
      step: `Make ${cut(shadowed.name, 40)} the same in both places, or take it out of one.`,
    };
  const faulty = same.find(({ faults }) => faults);
  if (faulty)
    return {
      isHere: true,
      says: `${capital(cut(faulty.place, 24))} has more than the key: ${faulty.faults!.join(', ')}`,
      step: `Write ${at(faulty)} as the bare key: no quotes, blanks or line ends inside, no Bearer.`,
    };
  const other = places.find(({ holds }) => holds === 'other');
  if (same.length === 0 && other)
    return {
      isHere: false,
      says: `Not the key that is here: ${at(other)}`,
      step: `Compare it with ${at(other)}: the program may run with an older key, or be given one from elsewhere.`,
    };
  return undefined;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The story of the key that was sent; nothing in it where this machine was not looked at, or nothing was found. */
export function keyStory({ evidence }: Facts): KeyStory {
  const answer = answerOf<KeysHere>(evidence, 'keys-here');
  if (answer?.outcome !== 'answered') return { because: [] };
  const { places, fingerprint } = answer.data;
  const because = places.slice(0, MOST_SHOWN).map((place) => ({
    where: 'evidence.keys-here',
    value: at(place),
    says: `${SAYS[place.holds]}${place.shadowedBy === undefined ? '' : `, and ${place.shadowedBy} overrides it`}`,
  }));
  if (fingerprint === undefined) return { because };
  const used = places.find(({ holds, shadowedBy }) => holds === 'same' && shadowedBy === undefined);
  const oddity = oddityOf(places);
  return { because, ...(used && { from: cut(used.kind === 'environment' ? used.name : used.place, 30) }), ...(oddity && { oddity }) };
}

/** Where no key was sent: the place that holds one which the program did not read, or the variable that is set to nothing. */
export function unreadKey({ evidence }: Facts): string | undefined {
  const answer = answerOf<KeysHere>(evidence, 'keys-here');
  if (answer?.outcome !== 'answered') return undefined;
  const { places } = answer.data;
  const empty = places.find(({ holds }) => holds === 'empty');
  if (empty) return `${at(empty)} is set to nothing: give it the key, or unset it so that a file counts.`;
  const [found] = places;
  if (!found) return undefined;
  return found.kind === 'environment'
    ? `${at(found)} holds a key: pass it to the client where the call is made.`
    : `${at(found)} holds a key, and the environment does not: the program has to load that file.`;
}
