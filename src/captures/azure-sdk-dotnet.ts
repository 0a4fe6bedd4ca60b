import type { Capture } from '../model/capture.ts';
import type { HeaderField, RawExchange } from '../model/exchange.ts';
import { bodyAt, failureOf, timeIn } from '../parse/exception-words.ts';
import { addFieldLine } from '../parse/http-head.ts';
import { pastedExchange } from '../parse/pasted.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

const EXCEPTION = /\bAzure\.RequestFailedException(?: \([^)\n]{1,40}\))?: /g;
const STATUS = /^[ \t]{0,40}Status: ([1-5]\d\d)(?: \(([^)\n]{1,80})\))?/m;
const CONTENT = /^[ \t]{0,40}Content:[ \t]*\n/m;
const HEADERS = /^[ \t]{0,40}Headers:[ \t]*\n/m;

/** The lines under "Headers:", up to the first that is none. */
function headersIn(words: string): HeaderField[] {
  const headers: HeaderField[] = [];
  const heading = HEADERS.exec(words);
  if (!heading) return headers;
  for (const written of words
    .slice(heading.index + heading[0].length)
    .split('\n')
    .slice(0, 200)) {
    const line = written.trimStart();
    if (!/^[\w-]{1,100}:/.test(line) || !addFieldLine(headers, line.trimEnd())) break;
  }
  return headers;
}

/** The text of one exception: its message, "Status:", "ErrorCode:", "Content:", "Headers:", and the stack. */
function exchangeOf(words: string, line: number): RawExchange {
  const source = { shape: 'azure-sdk-dotnet', line };
  const at = timeIn(/^[ \t]{0,40}Time: ?([^\n]{1,60})/m.exec(words)?.[1] ?? '');
  const told = { ...(at !== undefined && { at }), text: words };
  const status = STATUS.exec(words);
  if (!status) {
    const failure = failureOf(words.replace(EXCEPTION, '').split('\n', 1)[0]!);
    // Words of a service, whose status was cut off, tell no failure of the connection.
    return { ...pastedExchange(words, source.shape), source, ...(failure.kind !== 'other' && { failure }), ...told };
  }
  const content = CONTENT.exec(words);
  const body = content && bodyAt(words.split(HEADERS, 1)[0]!, content.index + content[0].length, '');
  return {
    source,
    response: {
      status: Number(status[1]),
      ...(status[2] !== undefined && { reason: status[2] }),
      headers: headersIn(words),
      ...(body && { body: body.body }),
      ...(body?.truncated && { truncated: true }),
    },
    ...told,
  };
}

export default {
  title: 'An exception of the Azure SDK for .NET',
  madeBy: 'Azure.Core and what is built with it',
  recognise: (text) => strengthOf(text, [[/\bAzure\.RequestFailedException(?: \([^)\n]{1,40}\))?: /, 0.85]]),
  read(text) {
    const words = printed(text);
    const starts = [...words.matchAll(EXCEPTION)].slice(0, 500).map(({ index }) => index);
    if (starts.length === 0) return { exchanges: [pastedExchange(words, 'azure-sdk-dotnet')], warnings: [] };
    let line = 1;
    const exchanges = starts.map((start, i) => {
      line += words.slice(starts[i - 1] ?? 0, start).split('\n').length - 1;
      return exchangeOf(words.slice(start, starts[i + 1]).trim(), line);
    });
    return { exchanges, warnings: [] };
  },
} satisfies Capture;
