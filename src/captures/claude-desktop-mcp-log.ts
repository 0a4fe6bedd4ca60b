import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import { dumped, membersOf, textOf, type Members } from '../parse/json-lines.ts';
import { loggedCall, severityOf } from '../parse/log-call.ts';
import { gathered, numberedLines, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';
import { textCall } from '../parse/log-message.ts';
import { logTime } from '../parse/log-time.ts';
import { objectsIn } from '../parse/loose-json.ts';

const shape = 'claude-desktop-mcp-log';

/** Older versions put the server before the level, newer ones behind it. */
const LINE =
  /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (?:\[(debug|info|warn|error)\] (?:\[([^\]\n]{1,200})\] )?|\[([^\]\n]{1,200})\] \[(debug|info|warn|error)\] )(.*)$/s;

/** What a server printed in one go is read this far. */
const MAX_PRINTED = 65_536;

const MESSAGE = /^Message from (?:server|client): (?=\{)/;

/** What a tool or the protocol says went wrong in a JSON-RPC message; its code (-32603) is no status code. */
function errorWords(message: Members): string | undefined {
  const { error, result } = message;
  if (typeof error === 'object' && error !== null) {
    const { message: words, data } = membersOf(error);
    const more = typeof data === 'string' ? data : data === undefined || data === null ? '' : (dumped(data) ?? '');
    return [textOf(words) ?? '', more].filter((part) => part !== '').join('\n');
  }
  const { isError, content } = membersOf(result);
  if (isError !== true) return undefined;
  const parts = Array.isArray(content) ? content.slice(0, 50).map(membersOf) : [];
  return parts.flatMap(({ text }) => (typeof text === 'string' ? [text] : [])).join('\n');
}

/** The log's own entries, and between them what the server printed to stderr, as one item each. */
function* itemsOf(text: string): Generator<LogLine> {
  let open: LogLine | undefined;
  for (const next of numberedLines(text)) {
    if (open && !LINE.test(next.text) && !LINE.test(open.text)) {
      if (open.text.length < MAX_PRINTED) open.text += `\n${next.text}`;
      continue;
    }
    if (open) yield open;
    open = next;
  }
  if (open) yield open;
}

function told({ line, text }: LogLine): Told {
  const match = LINE.exec(text);
  if (!match) return textCall(text, { shape, line, at: undefined });
  const [, time, level = match[5], server = match[4], , , content] = match;
  // what Claude Desktop adds of its own: a context with a stack
  const words = content!.replace(/ \{ metadata: undefined \}$/, '').replace(/ \{"(?:context|stack)":.*$/, '');
  const about = { shape, line, at: logTime(time), fields: {} };
  const from = MESSAGE.exec(words)?.[0];
  if (from === undefined) return named(loggedCall({ ...about, severity: severityOf(level), message: words }), server);
  const found = objectsIn(words.slice(from.length, 65_536))[0];
  const error = errorWords(membersOf(found?.value));
  if (error === undefined) return 'quiet';
  return named(loggedCall({ ...about, severity: 'error', message: error }), server);
}

/** The server's name goes along in the words. */
function named(call: Told, server: string | undefined): Told {
  if (call === 'quiet' || call === 'unknown' || server === undefined) return call;
  return { ...call, text: `MCP server ${server}: ${call.text ?? ''}` } satisfies RawExchange;
}

const isMcp = (line: string): boolean => LINE.test(line);

export default {
  title: "Claude Desktop's log of an MCP server",
  madeBy: 'Claude Desktop (mcp.log, mcp-server-….log)',
  recognise: (text) => (shareOf(text, isMcp) >= 0.2 ? 0.87 : 0),
  read: (text) => gathered(itemsOf(text), told),
} satisfies Capture;
