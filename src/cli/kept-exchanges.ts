/** What is kept of an archive that is too large to keep: the failing exchanges, the last one, and the one that was asked for. */
import { hasFailed } from '../diagnose.ts';
import type { Exchange, RawExchange } from '../model/exchange.ts';
import { sealExchange } from '../parse/seal.ts';

export type Archive = {
  /** In the order of the archive. */
  exchanges: Exchange[];
  /** The number of each in the archive, from 1. */
  numbers: number[];
  /** How many entries the archive has. */
  total: number;
  warnings: string[];
};

const MAX_FAILING = 5_000;
const MAX_BODY = 256 * 1024;
/** Characters of all that is kept. */
const MAX_TEXT = 16 * 2 ** 20;

type Kept = { number: number; exchange: RawExchange; size: number };

/** A copy: a slice would hold the whole string in memory. */
const startOf = (text: string): string => Buffer.from(text.slice(0, MAX_BODY)).toString();

/** The exchange with bodies of at most 256 KiB. */
function capped(exchange: RawExchange): RawExchange {
  const { request, response } = exchange;
  const long = (body: string | undefined): body is string => body !== undefined && body.length > MAX_BODY;
  return {
    ...exchange,
    ...(request && long(request.body) && { request: { ...request, body: startOf(request.body) } }),
    ...(response && long(response.body) && { response: { ...response, body: startOf(response.body), truncated: true } }),
  };
}

/** About how much memory an exchange takes, in characters. */
function sizeOf({ request, response }: RawExchange): number {
  const fields = [...(request?.headers ?? []), ...(response?.headers ?? [])];
  const bodies = (request?.body?.length ?? 0) + (response?.body?.length ?? 0) + (request?.url?.length ?? 0);
  return fields.reduce((sum, { name, value }) => sum + name.length + value.length + 100, 500 + bodies);
}

export type Keeper = {
  /** Takes an exchange with its number in the archive; keeps it where it matters. The last one that is given is the last. */
  add(exchange: RawExchange, number: number): void;
  /** All that was kept, sealed. */
  kept(file: string, total: number, warnings: readonly string[]): Archive;
};

/** Makes a keeper; `entry` is the number of an exchange that is kept in any case. */
export function keeper(entry: number | undefined): Keeper {
  const failing: Kept[] = [];
  let size = 0;
  let leftOut = 0;
  let last: Kept | undefined;
  let asked: Kept | undefined;

  const add = (exchange: RawExchange, number: number): void => {
    const one = { number, exchange: capped(exchange), size: 0 };
    last = one;
    if (number === entry) asked = one;
    if (!hasFailed(exchange)) return;
    one.size = sizeOf(one.exchange);
    failing.push(one);
    size += one.size;
    while (failing.length > MAX_FAILING || (size > MAX_TEXT && failing.length > 1)) {
      size -= failing.shift()!.size;
      leftOut += 1;
    }
  };

  const kept = (file: string, total: number, warnings: readonly string[]): Archive => {
    const all = new Map([...failing, asked, last].filter((one) => one !== undefined).map((one) => [one.number, one.exchange]));
    const numbers = [...all.keys()].toSorted((a, b) => a - b);
    const note = `${leftOut} earlier ${leftOut === 1 ? 'entry that fails was' : 'entries that fail were'} left out: there are too many to keep. --entry N still finds them.`;
    return {
      numbers,
      exchanges: numbers.map((number) => {
        const exchange = all.get(number)!;
        return sealExchange({ ...exchange, source: { ...exchange.source, file } });
      }),
      total,
      warnings: [...warnings, ...(leftOut > 0 ? [note] : [])],
    };
  };
  return { add, kept };
}
