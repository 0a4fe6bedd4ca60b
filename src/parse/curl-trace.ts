/** The dumps of curl --trace-ascii and --trace (curl's manual page): blocks of what was sent and received, by offsets. */
import type { WireLine } from './curl-calls.ts';

const STAMP = String.raw`[ \t]{0,8}(?:\d\d:\d\d:\d\d\.\d{1,6} )?(?:\[\d{1,6}-[\dx]{1,6}\] )?`;
const TOLD = new RegExp(`^${STAMP}== Info: ?(.*)$`);
const BLOCK = new RegExp(`^${STAMP}(=>|<=) (Send|Recv) (header|data|SSL data), (\\d{1,12}) bytes \\(0x[\\da-f]{1,10}\\)`);
const ROW = /^[ \t]{0,8}([\da-f]{4,8}): ?(.*)$/;
/** A row of --trace: up to sixteen bytes in hexadecimal, and the same as text. */
const HEX_ROW = /^((?:[\da-f]{2} ){1,16})(?: {3}){0,15}/;

/** Matches the mark of a block, or the first row of a head, anywhere in a text. */
export const TRACE_BLOCK = new RegExp(BLOCK.source, 'm');
export const TRACE_HEAD = /^[ \t]{0,8}0000: (?:48 54 54 50 2f 3\d |HTTP\/\d(?:\.\d)? [1-9]\d\d|[A-Z]{2,25} \S{1,8000} HTTP\/\d)/m;
export const TRACE_TOLD = new RegExp(`^${STAMP}== Info: `, 'm');

type Row = { offset: number; text: string };
type Block = { sent: boolean; kind: 'header' | 'data' | 'SSL data'; line: number; rows: Row[] };

/** The bytes that the rows stand for. --trace-ascii shows other bytes than printable ones as points, and line ends as new rows. */
function contentOf(rows: readonly Row[], isHex: boolean): Buffer {
  if (isHex) {
    const digits = rows.map(({ text }) => HEX_ROW.exec(text)?.[1]?.replaceAll(' ', '') ?? '');
    return Buffer.from(digits.join(''), 'hex');
  }
  const parts = rows.map(({ offset, text }, i) => {
    const next = rows[i + 1]?.offset;
    return next !== undefined && next - offset > text.length ? `${text}\r\n` : text;
  });
  return Buffer.from(parts.join(''));
}

const isPlace = (char: string | undefined): boolean => char !== undefined && /[\s{}[\],:".]/.test(char);

/** JSON whose line breaks --trace-ascii showed as points: those outside its strings become line breaks again. */
function withLineBreaks(body: string): string {
  if (!/^[{[]\s*\./.test(body)) return body;
  let inString = false;
  let out = '';
  for (let i = 0; i < body.length; i += 1) {
    const char = body[i]!;
    if (char === '\\' && inString) {
      out += char + (body[i + 1] ?? '');
      i += 1;
      continue;
    }
    if (char === '"') inString = !inString;
    const isBreak = char === '.' && !inString && (i + 1 === body.length || isPlace(body[i + 1]) || isPlace(body[i - 1]));
    out += isBreak ? '\n' : char;
  }
  return out;
}

/** Heads only: a line of its own for each field line, as curl -v has them. */
function headLines({ sent, line }: Block, content: string): WireLine[] {
  const kind = sent ? 'sent' : 'received';
  const lines = content.replace(/\r?\n$/, '').split(/\r?\n/);
  return lines.map((text, i) => ({ kind, text, written: text, line: line + 1 + i }));
}

/** The lines of a trace as curl -v would have told them, with the bodies, each in one piece. */
export function traceLines(text: string): WireLine[] {
  const lines: WireLine[] = [];
  const body = { sent: false, line: 0, parts: [] as Buffer[], isHex: false };
  let block: Block | undefined;

  const endBody = (): void => {
    const content = Buffer.concat(body.parts).toString();
    body.parts = [];
    if (content === '') return;
    const shown = body.isHex ? content : withLineBreaks(content);
    lines.push({ kind: body.sent ? 'sent-body' : 'other', text: shown, written: shown, line: body.line });
  };
  const endBlock = (): void => {
    const ended = block;
    block = undefined;
    if (!ended || ended.kind === 'SSL data' || ended.rows.length === 0) return;
    const isHex = HEX_ROW.test(ended.rows[0]!.text);
    const content = contentOf(ended.rows, isHex);
    if (ended.kind === 'header') {
      endBody();
      lines.push(...headLines(ended, content.toString()));
      return;
    }
    if (body.sent !== ended.sent) endBody();
    if (body.parts.length === 0) Object.assign(body, { sent: ended.sent, line: ended.line, isHex });
    body.parts.push(content);
  };

  for (const [i, raw] of text.split('\n').entries()) {
    const written = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const mark = BLOCK.exec(written);
    if (mark) {
      endBlock();
      block = { sent: mark[1] === '=>', kind: mark[3] as Block['kind'], line: i + 1, rows: [] };
      continue;
    }
    const told = TOLD.exec(written)?.[1];
    if (told !== undefined || /^curl: \(\d{1,3}\)/.test(written)) {
      endBlock();
      if (told === undefined || /^(?:Issue another|Trying|Could not|Host )/.test(told.trimStart())) endBody();
      lines.push({ kind: told === undefined ? 'exit' : 'told', text: told ?? written, written, line: i + 1 });
      continue;
    }
    const row = ROW.exec(written);
    if (!row) continue;
    const [offset, content] = [Number.parseInt(row[1]!, 16), row[2]!];
    // Some only keep the rows: a first row with a start line starts a head.
    if (TRACE_HEAD.test(written) && (!block || block.rows.length > 0)) {
      endBlock();
      block = { sent: !/^(?:48 54 54 50|HTTP)/.test(content), kind: 'header', line: i, rows: [] };
    }
    block?.rows.push({ offset, text: content });
  }
  endBlock();
  endBody();
  return lines;
}
