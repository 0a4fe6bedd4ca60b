/** HTTP messages that a dissector has taken apart: put together again, and read as messages are. */
import type { HeaderField, RawExchange } from '../model/exchange.ts';
import { exchangesIn } from './http-exchanges.ts';

/** A message in its parts; `start` is its start line, in which a request's target may be the whole URL. */
export type Dissected = { start: string; headers: HeaderField[]; body: string };

const oneLine = (value: string): string => value.replaceAll(/[\r\n]+/g, ' ');

/** What a dissector shows for HTTP/2 in place of a start line: the pseudo-header fields (RFC 9113 §8.3). */
export function startOf(pseudo: ReadonlyMap<string, string>, fullUrl?: string): string | undefined {
  const status = /^\d{3}/.exec(pseudo.get(':status') ?? '')?.[0];
  if (status !== undefined) return `HTTP/2 ${status}`;
  const method = pseudo.get(':method');
  if (method === undefined) return undefined;
  const own = `${pseudo.get(':scheme') ?? 'https'}://${pseudo.get(':authority') ?? ''}${pseudo.get(':path') ?? '/'}`;
  return `${method} ${fullUrl ?? own} HTTP/2`;
}

/** The exchanges of one connection's messages, in their order; without lines, since the messages stand nowhere as such. */
export function exchangesOfDissected(messages: readonly Dissected[], shape: string, warnings: string[]): RawExchange[] {
  const text = messages
    .map(({ start, headers, body }) => {
      // The lengths are those on the wire; what is here was decoded and reassembled.
      const fields = headers.filter(({ name }) => !/^(?:content-length|transfer-encoding)$/i.test(name));
      const lines = fields.map(({ name, value }) => `${oneLine(name)}: ${oneLine(value)}`);
      const length = `Content-Length: ${Buffer.byteLength(body)}`;
      return [oneLine(start), ...lines, length, '', body].join('\r\n');
    })
    .join('\r\n');
  const found: string[] = [];
  const exchanges = exchangesIn({ text, line: 1, shape }, found);
  warnings.push(...found.map((warning) => warning.replace(/ on line \d+/, '')));
  const original = (fields: readonly HeaderField[]): HeaderField[] => fields.filter(({ name }) => name !== 'Content-Length');
  return exchanges.map(({ request, response, ...rest }) => ({
    ...rest,
    source: { shape },
    ...(request && { request: { ...request, headers: original(request.headers) } }),
    ...(response && { response: { ...response, headers: original(response.headers) } }),
  }));
}
