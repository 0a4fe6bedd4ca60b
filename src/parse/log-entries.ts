/** A log's lines put together into entries: a stack trace belongs to the line before it, a pretty-printed object is one entry. */
import type { Moment } from './log-clock.ts';

export type LogEntryText = { text: string; line: number };

/** Lines that go on with the entry before them. */
const CONTINUES = /^(?:\s|[}\])]|Caused by:|Traceback \(|\.{3} \d+ more|--- End of|During handling of|The above exception)/;
/** A list of entries inside one object, as command-line tools export it. */
const OPENS_LIST = /^\s{1,8}"(?:events|entries|results)"\s*:\s*\[\s*$/;
const CLOSES_LIST = /^(\s{0,12})\],?\s*$/;
const OPENS_OBJECT = /^(\s{0,12})\{\s*$/;

const LONGEST_TEXT = 16_384;
const LONGEST_OBJECT = 1024 * 1024;

export type Splitter = { take(line: string): void; done(): number };

/** Makes the taker of lines that gives whole entries to `read`; `done` gives the last one, and the number of lines. */
export function entrySplitter(clock: (line: string) => Moment | undefined, read: (entry: LogEntryText) => void): Splitter {
  let lines = 0;
  let timed = false;
  let open: LogEntryText | undefined;
  /** How far an object that is an entry of its own is indented. */
  let indent: number | undefined;

  function starts(line: string): boolean {
    const object = OPENS_OBJECT.exec(line);
    if (object) {
      indent ??= object[1]!.length;
      return object[1]!.length === indent;
    }
    if (CONTINUES.test(line)) return false;
    const isJson = line.startsWith('{') || line.startsWith('[{');
    const hasTime = isJson || clock(line) !== undefined;
    if (!isJson && hasTime) timed = true;
    return hasTime || !timed;
  }

  function give(): void {
    if (open) read(open);
    open = undefined;
  }

  return {
    take(line) {
      lines++;
      if (line.trim() === '') return;
      if (OPENS_LIST.test(line)) {
        open = undefined;
        indent = undefined;
      } else if (indent !== undefined && indent > (CLOSES_LIST.exec(line)?.[1]!.length ?? indent)) give();
      else if (!open || starts(line)) {
        if (!open) starts(line);
        give();
        open = { text: line, line: lines };
      } else if (open.text.length < (/^\s*\{/.test(open.text) ? LONGEST_OBJECT : LONGEST_TEXT)) open.text += `\n${line}`;
    },
    done() {
      give();
      return lines;
    },
  };
}
