import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import { header, type RawExchange } from '../model/exchange.ts';
import { failureOf, timeIn } from '../parse/exception-words.ts';
import { exchangesIn } from '../parse/http-exchanges.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

const LINE = /\bhttp-outgoing-(\d{1,9}) (>>|<<) ([^\n]*)$/;
const WIRE = /^"([^\n]*)"\s*$/;
/** Words of the client's own in the wire log, in place of bytes. */
const NOTE = /^(?:end of stream|\[(?:read|write)\] I\/O error: [^\n]*)$/;

type Connection = {
  /** What went over the wire, with the line of the log on which each of its lines started. */
  wire: string;
  lines: number[];
  /** The same from the log of heads alone. */
  heads: string;
  headLines: number[];
  direction: string;
  at?: string;
  failed?: string;
};

const SPECIAL: Record<string, string> = { r: '\r', n: '\n' };

/** Undoes how the wire log shows the bytes that it does not print: "[\r][\n]", "[0x1f]". */
const decoded = (shown: string): string =>
  shown.replace(/\[(?:\\([rn])|0x([\da-f]{1,2}))\]/g, (_, special: string | undefined, hex: string | undefined) =>
    special === undefined ? String.fromCharCode(parseInt(hex!, 16)) : SPECIAL[special]!,
  );

function note(connection: Connection, direction: string, words: string, line: number): void {
  const shown = WIRE.exec(words)?.[1];
  if (shown === undefined) {
    if (connection.direction !== direction && connection.heads !== '') {
      connection.heads += '\n';
      connection.headLines.push(line);
    }
    connection.heads += `${words}\n`;
    connection.headLines.push(line);
  } else if (NOTE.test(shown)) connection.failed = shown;
  else {
    const bytes = decoded(shown);
    connection.wire += bytes;
    for (const _ of bytes.matchAll(/\n/g)) connection.lines.push(line);
  }
  connection.direction = direction;
}

function connectionsOf(text: string): Connection[] {
  const connections = new Map<string, Connection>();
  for (const [i, line] of printed(text).split('\n').entries()) {
    const match = LINE.exec(line.slice(0, 65_536));
    if (!match) continue;
    const [, id, direction, words] = match;
    let connection = connections.get(id!);
    if (!connection) {
      const at = timeIn(line.slice(0, match.index));
      connection = { wire: '', lines: [], heads: '', headLines: [], direction: '', ...(at !== undefined && { at }) };
      connections.set(id!, connection);
    }
    note(connection, direction!, words!, i + 1);
  }
  return [...connections.values()];
}

/** A body that was logged as it came, compressed, is no text. */
function withoutCompressed(exchange: RawExchange, warnings: string[]): void {
  const { response } = exchange;
  const encoding = header(response?.headers, 'content-encoding');
  if (response?.body === undefined || encoding === undefined || /^identity$/i.test(encoding)) return;
  delete response.body;
  delete response.truncated;
  warnings.push(`The body is not readable: the log shows it compressed (${encoding.slice(0, 20)}).`);
}

export default {
  title: 'A wire log of Apache HttpClient',
  madeBy: 'Apache HttpClient with org.apache.http.wire (or hc.client5) at DEBUG',
  recognise: (text) => strengthOf(text, [[/\bhttp-outgoing-\d{1,9} (?:>>|<<) /, 0.88]]),
  read(text): Captured {
    const warnings: string[] = [];
    const exchanges = connectionsOf(text).flatMap(({ wire, lines, heads, headLines, at, failed }) => {
      const [messages, where] = wire === '' ? [heads, headLines] : [wire, lines];
      // Its warnings name lines of the messages, not of the log.
      const found = exchangesIn({ text: messages, line: 1, shape: 'apache-http-client' }, []);
      for (const [i, exchange] of found.entries()) {
        exchange.source.line = where[(exchange.source.line ?? 1) - 1] ?? where[0] ?? 1;
        if (at !== undefined && i === 0) exchange.at = at;
        if (!exchange.response && failed !== undefined && i === found.length - 1) exchange.failure = failureOf(failed);
        withoutCompressed(exchange, warnings);
        if (!exchange.response && !exchange.failure) warnings.push(`The log holds no answer to the call on line ${exchange.source.line}.`);
      }
      if (wire === '' && found.length > 0) warnings.push('The log shows heads alone: org.apache.http.wire at DEBUG shows the bodies too.');
      return found;
    });
    if (exchanges.length > 0) return { exchanges, warnings };
    throw new UnreadableInput(
      'The log of Apache HttpClient holds no request and no response.',
      'Give the lines of the logger org.apache.http.wire from the request line on.',
    );
  },
} satisfies Capture;
