import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import { exchangesOfDissected, startOf, type Dissected } from '../parse/http-dissected.ts';
import { exchangesIn } from '../parse/http-exchanges.ts';
import { addFieldLine, requestLine, startsWithMessage, statusLine } from '../parse/http-head.ts';
import { jsonOfTree } from '../parse/json-tree.ts';

const FOLLOW = /^Follow: [\w,]{1,20}\r?\nFilter: [^\n]{1,400}\r?\nNode 0: /m;
/** tshark puts the length of each piece before it, behind a tab where the server sent it. */
const PIECE = /^\t?\d{1,9}\r?$/;

const TREE = /^[ \t]{0,8}Hyper[Tt]ext Transfer Protocol(?: 2)?\r?$/;
const HTTP_TREE = new RegExp(TREE.source, 'm');
const FULL_URL = /\[(?:Full request URI|Request URI): ([^\s\]]{1,8000})\]/;
const HTTP2_FIELD = /^\s{1,40}Header: (:?[\w-]{1,100}): (.*)$/;

/** The stream without what tshark prints around it, each line that is left out made empty, so that lines keep their numbers. */
function withoutPieces(text: string): string {
  const lines = text.split('\n');
  const firstPiece = lines.findIndex((line) => line.startsWith('Node 1: ')) + 1;
  return lines
    .map((line, i) => {
      const isOwn =
        i < firstPiece ||
        /^={20,}\r?$/.test(line) ||
        (PIECE.test(line) && (line.startsWith('\t') || startsWithMessage(lines[i + 1] ?? '')));
      return isOwn ? '' : line;
    })
    .join('\n');
}

/** The rest of a line after its indentation and without the escape sequences that Wireshark prints for the line end. */
const contentOf = (line: string): string => line.trim().replace(/(?:\\r)?\\n$/, '');

/** The body below a tree of HTTP: the text of its lines, or the tree of its JSON. */
function bodyOf(lines: readonly string[], from: number, depth: number): string {
  const isInner = (line: string): boolean => line.trim() === '' || line.search(/\S/) > depth;
  for (let i = from; i < lines.length && !TREE.test(lines[i]!); i += 1) {
    const text = /^\s*Line-based text data: /.test(lines[i]!);
    const tree = /^\s*JavaScript Object Notation(?:: |$)/.test(lines[i]!);
    if (!text && !tree) continue;
    let end = i + 1;
    while (end < lines.length && isInner(lines[end]!)) end += 1;
    const inner = lines.slice(i + 1, end);
    if (tree) return jsonOfTree(inner) ?? '';
    return inner
      .map((line) =>
        line
          .slice(depth + 4)
          .replace(/(?:\\r)?\\n$/, '')
          .replace(/\r$/, ''),
      )
      .join('\n')
      .trim();
  }
  return '';
}

/** What one tree holds: the lines from its name to the next one that is indented no deeper. Data of HTTP/2 have no start line. */
function treeAt(lines: readonly string[], from: number): Omit<Dissected, 'start'> & { start: string | undefined } {
  const depth = lines[from]!.search(/\S/);
  let start: string | undefined;
  let url: string | undefined;
  const headers: Dissected['headers'] = [];
  const pseudo = new Map<string, string>();
  let at = from + 1;
  for (; at < lines.length && (lines[at]!.trim() === '' || lines[at]!.search(/\S/) > depth); at += 1) {
    const line = lines[at]!.replace(/\r$/, '');
    url ??= FULL_URL.exec(line)?.[1];
    const field = HTTP2_FIELD.exec(line);
    if (field?.[1]!.startsWith(':')) pseudo.set(field[1]!, field[2]!);
    else if (field) headers.push({ name: field[1]!, value: field[2]! });
    if (field || /^\s*\[/.test(line)) continue;
    const content = contentOf(line);
    const isWire = line.trimEnd().endsWith('\\r\\n');
    if (start === undefined && (statusLine(content) ?? requestLine(content))) start = content;
    else if (start !== undefined && isWire) addFieldLine(headers, content);
  }
  const first = start ?? startOf(pseudo, url);
  const asked = first === undefined ? undefined : requestLine(first);
  const whole = asked && url !== undefined && /^https?:\/\//.test(url) ? `${asked.method} ${url} HTTP/${asked.version}` : first;
  return { start: whole, headers, body: bodyOf(lines, at, depth) };
}

function treeExchanges(text: string, warnings: string[]): RawExchange[] {
  const lines = text.split('\n');
  const messages: Dissected[] = [];
  for (const [i, line] of lines.entries()) {
    if (!TREE.test(line)) continue;
    const { start, headers, body } = treeAt(lines, i);
    if (start !== undefined) messages.push({ start, headers, body });
    else if (messages.length > 0) messages.at(-1)!.body += body;
  }
  return messages.length === 0 ? [] : exchangesOfDissected(messages, 'wireshark-stream', warnings);
}

export default {
  title: 'Wireshark, as text',
  madeBy: 'Wireshark (Export Packet Dissections as plain text), tshark -V, tshark -z follow,http,ascii,0',
  recognise(text) {
    const start = text.slice(0, 262_144);
    if (FOLLOW.test(start)) return 0.96;
    return HTTP_TREE.test(start) ? 0.93 : 0;
  },
  read(text): Captured {
    const warnings: string[] = [];
    const exchanges = FOLLOW.test(text)
      ? exchangesIn({ text: withoutPieces(text), line: 1, shape: 'wireshark-stream' }, warnings)
      : treeExchanges(text, warnings);
    if (exchanges.length === 0)
      throw new UnreadableInput(
        'There is no HTTP message in what Wireshark printed.',
        'Let Wireshark decrypt TLS, and follow the HTTP stream.',
      );
    return { exchanges, warnings };
  },
} satisfies Capture;
