import type { Capture } from '../model/capture.ts';
import { httpTellers } from '../parse/python-http-tellers.ts';
import { printedBy, printedExchanges, type Teller, type Told } from '../parse/python-printed.ts';
import { bodyIn } from '../parse/python-sdk-tellers.ts';

const MARKS =
  /\bhuggingface_hub\.(?:errors|utils\.\w{1,40}|\w{1,40})\.\w{1,60}(?:Error|Exception)\b|(?:[45]\d\d (?:Client|Server) Error|(?:Client|Server) error '[45]\d\d)[^\n]{0,600}? \((?:Request|Amzn Trace|Amz CF) ID: /;

/** The ids that huggingface_hub prints, by the header field that each comes from. */
const HUB_ID = / ?\((Request ID|Amzn Trace ID|Amz CF ID): ([^)\s]{1,300})\)/;
const HUB_FIELDS: Record<string, string> = { 'Request ID': 'x-request-id', 'Amzn Trace ID': 'x-amzn-trace-id', 'Amz CF ID': 'x-amz-cf-id' };
/** The sentence of the HTTP library below, or huggingface_hub's own in its place. */
const HUB_STATUS =
  /(?<![\w.])([45]\d\d) (?:(?:Client|Server) Error(?:\.|:([^\n]{0,300}?) for url: (\S{1,4000}))|(Forbidden|Too Many Requests)(?=[: ]))|(?:Client|Server) error '([45]\d\d)([^'\n]{0,200})' for url '([^'\n]{1,4000})'(?:\nFor more information check: \S{1,300})?/;
const HUB_URL = /\b(?:for url:?|Cannot access content at:|Url:) (https?:\/\/\S{1,4000}?)\.?(?=\s|$)/;

/** huggingface_hub puts the request's id into the first line, and the server's message after a blank one. */
function hubAnswer(message: string): Told | undefined {
  const id = HUB_ID.exec(message);
  const words = id ? message.replace(id[0], '') : message;
  const said = HUB_STATUS.exec(words);
  const own = said?.[4];
  const rest = (own === undefined && said ? words.slice(said.index + said[0].length) : words).trim();
  const url = said?.[3] ?? said?.[7] ?? HUB_URL.exec(words)?.[1];
  const reason = (said?.[2] ?? own ?? said?.[6] ?? '').trim();
  const object = rest.search(/(?:^|\n)(?=[{[]['"])/);
  const body = bodyIn(object < 0 ? rest : rest.slice(object));
  return {
    end: message.length,
    mayTell: true,
    ...(said && { status: Number(said[1] ?? said[5]) }),
    ...(reason !== '' && { reason }),
    ...(id && { headers: [{ name: HUB_FIELDS[id[1]!]!, value: id[2]!.split(';', 1)[0]! }] }),
    ...(body.body !== undefined && { body: body.body }),
    ...(url !== undefined && { url }),
  };
}

const huggingface: Teller = {
  mark: /\bhuggingface_hub\.(?:\w{1,40}\.){0,3}\w{1,60}Error: /g,
  read: (_, rest) => hubAnswer(rest),
};

const huggingfaceBare: Teller = {
  mark: /(?<![\w.])(?=(?:[45]\d\d (?:Client|Server) Error|(?:Client|Server) error '[45]\d\d)[^\n]{0,600}? \((?:Request|Amzn Trace|Amz CF) ID: )/g,
  read: (_, rest) => hubAnswer(rest),
};

const tellers = [huggingface, huggingfaceBare, ...httpTellers];

export default {
  title: 'An exception of huggingface_hub',
  madeBy: 'huggingface_hub, transformers, datasets',
  recognise: (text) => printedBy(text, MARKS, 0.73),
  read: (text) => printedExchanges(text, 'huggingface-hub', tellers),
} satisfies Capture;
