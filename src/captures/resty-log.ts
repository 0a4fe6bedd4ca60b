import type { Capture } from '../model/capture.ts';
import type { HeaderField, RawExchange } from '../model/exchange.ts';
import { timeIn } from '../parse/exception-words.ts';
import { addFieldLine, requestLine, requestUrl, type RequestLine } from '../parse/http-head.ts';
import { pastedExchange } from '../parse/pasted.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

const HEADING = /^(?:~~~ (REQUEST|RESPONSE)(?:\([\w ]{1,40}\))? ~~~|-{5,40} (REQUEST|RESPONSE) LOG -{5,40})\s*$/;
const RULE = /^(?:={20,200}|-{20,200})\s*$/;
const MEMBER = /^([A-Z][A-Z ]{2,14}?)\s{0,10}: ?(.*)$/;
const NO_BODY = /^\*{5} [^\n]{1,60} \*{5}$/;

type Message = {
  line: number;
  heading: string;
  start?: RequestLine;
  members: Record<string, string>;
  headers: HeaderField[];
  body: string[];
};

function messagesOf(lines: readonly string[]): Message[] {
  const messages: Message[] = [];
  let message: Message | undefined;
  let part = '';
  for (const [i, line] of lines.entries()) {
    const heading = HEADING.exec(line);
    if (heading) {
      message = { line: i + 1, heading: (heading[1] ?? heading[2])!, members: {}, headers: [], body: [] };
      messages.push(message);
      part = '';
    } else if (!message) continue;
    else if (RULE.test(line)) message = undefined;
    else if (part === 'BODY') message.body.push(line);
    else if (part === 'HEADERS' && /^\s/.test(line)) addFieldLine(message.headers, line.trim());
    else {
      // Resty puts two blanks between the parts of the request line.
      const start = message.heading === 'RESPONSE' || message.start ? undefined : requestLine(line.trim().replaceAll(/ {2,8}/g, ' '));
      const member = MEMBER.exec(line.trim().slice(0, 8000));
      if (start) message.start = start;
      else if (member) {
        part = member[1]!;
        message.members[part] = member[2]!.trim();
      }
    }
  }
  return messages;
}

function bodyOf({ body }: Message): { body?: string } {
  const words = body.join('\n').trim();
  return words === '' || NO_BODY.test(words) ? {} : { body: words };
}

function requestPart(message: Message): Pick<RawExchange, 'request'> {
  const { start, headers, members } = message;
  if (!start) return {};
  const url = requestUrl(start, [...headers, { name: 'Host', value: members['HOST'] ?? '' }]);
  return { request: { method: start.method, ...(url !== undefined && { url }), headers, ...bodyOf(message) } };
}

function responsePart(message: Message): Pick<RawExchange, 'response' | 'at'> {
  const status = /^([1-5]\d\d)\b ?(.*)$/.exec(message.members['STATUS'] ?? '');
  if (!status) return {};
  const version = /^HTTP\/(\d)(?:\.(\d))?/.exec(message.members['PROTO'] ?? '');
  const at = timeIn(message.members['RECEIVED AT'] ?? '');
  const reason = status[2]!.trim();
  return {
    response: {
      status: Number(status[1]),
      ...(reason !== '' && { reason }),
      ...(version && { version: version[1] === '1' ? `1.${version[2] ?? '1'}` : version[1]! }),
      headers: message.headers,
      ...bodyOf(message),
    },
    ...(at !== undefined && { at }),
  };
}

export default {
  title: 'A debug log of Resty',
  madeBy: "Go's Resty with SetDebug(true)",
  recognise: (text) =>
    strengthOf(text, [
      [/^~~~ RE(?:QUEST|SPONSE)(?:\([\w ]{1,40}\))? ~~~\s*$/m, 0.88],
      [/^-{5,40} RE(?:QUEST|SPONSE) LOG -{5,40}\s*$/m, 0.86],
    ]),
  read(text) {
    const warnings: string[] = [];
    const words = printed(text);
    const exchanges: RawExchange[] = [];
    for (const message of messagesOf(words.split('\n'))) {
      const last = exchanges.at(-1);
      if (message.heading === 'RESPONSE' && last && !last.response) Object.assign(last, responsePart(message));
      else {
        const part = message.heading === 'REQUEST' ? requestPart(message) : responsePart(message);
        exchanges.push({ source: { shape: 'resty-log', line: message.line }, ...part });
      }
    }
    const known = exchanges.filter(({ request, response }) => request ?? response);
    for (const { source, response } of known) {
      if (!response) warnings.push(`The log holds no answer to the call on line ${source.line}.`);
    }
    return known.length > 0 ? { exchanges: known, warnings } : { exchanges: [pastedExchange(words, 'resty-log')], warnings: [] };
  },
} satisfies Capture;
