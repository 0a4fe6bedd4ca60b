/** Masks of two exchanges made to say the same: an equal mask then means an equal credential. */
import type { Exchange, HeaderField, RawExchange } from '../../model/exchange.ts';

const MASK = /\[(key|token|password|cookie|signature|secret)#(\d{1,6})(?: [^\]]{0,60})?\]/g;

/**
 * A function that renames the masks in the good exchange's texts: to the failing one's mask where both have the same credential,
 * else to a number that the failing one does not use.
 */
export function renamer(good: Exchange, bad: Exchange): (text: string) => string {
  const taken = new Set(bad.secrets.map(({ mask }) => headOf(mask)));
  const names = new Map<string, string>();
  for (const secret of good.secrets) {
    const twin = bad.secrets.find((other) => other.equals(secret));
    names.set(secret.mask, twin ? twin.mask : freeMask(secret.mask, secret.kind, taken));
  }
  return (text) => (text.includes('#') ? text.replace(MASK, (mask) => names.get(mask) ?? mask) : text);
}

/** "key#1" of "[key#1 sk-…a4f2]". */
const headOf = (mask: string): string => /^\[([a-z]+#\d+)/.exec(mask)?.[1] ?? mask;

function freeMask(mask: string, kind: string, taken: Set<string>): string {
  const own = headOf(mask);
  let head = own;
  for (let number = 1; taken.has(head); number++) head = `${kind}#${number}`;
  taken.add(head);
  return `[${head}${mask.slice(own.length + 1)}`;
}

/** The exchange, without its secrets, with every text renamed. */
export function renamed({ secrets: _secrets, ...exchange }: Exchange, rename: (text: string) => string): RawExchange {
  const fields = (headers: HeaderField[]): HeaderField[] => headers.map(({ name, value }) => ({ name, value: rename(value) }));
  const { request, response, text, toldUrl } = exchange;
  return {
    ...exchange,
    ...(request && {
      request: {
        ...request,
        headers: fields(request.headers),
        ...(request.url !== undefined && { url: rename(request.url) }),
        ...(request.body !== undefined && { body: rename(request.body) }),
        ...(request.send?.proxy !== undefined && { send: { ...request.send, proxy: rename(request.send.proxy) } }),
      },
    }),
    ...(response && {
      response: { ...response, headers: fields(response.headers), ...(response.body !== undefined && { body: rename(response.body) }) },
    }),
    ...(text !== undefined && { text: rename(text) }),
    ...(toldUrl !== undefined && { toldUrl: rename(toldUrl) }),
  };
}

/** Whether a text holds a mask that none of the exchange's secrets stands behind, as in a report that was pasted. */
export function holdsForeignMask(text: string, { secrets }: Exchange): boolean {
  return [...text.matchAll(MASK)].some(([mask]) => secrets.every((secret) => secret.mask !== mask));
}
