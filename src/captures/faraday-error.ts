import type { Capture } from '../model/capture.ts';
import type { HeaderField, RawExchange } from '../model/exchange.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { objectsIn } from '../parse/loose-json.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

const NO_RESPONSE = String.raw`Faraday::(?:ConnectionFailed|TimeoutError|SSLError|NilStatusError)`;

const WORDINGS: Wording[] = [
  {
    says: new RegExp(
      String.raw`\bthe server responded with status (?<status>[1-5]\d\d) for (?<method>[A-Z]{3,10}) (?<url>${URL_WORD})`,
      'g',
    ),
  },
  { says: /\bthe server responded with status (?<status>[1-5]\d\d)\b/g },
  { says: /#<Faraday::\w{2,40}Error response=\{:?status(?:=>|: )(?<status>[1-5]\d\d)\b/g },
  { says: new RegExp(String.raw`\b${NO_RESPONSE}: (?<failure>[^\n]{1,600})`, 'g') },
  { says: new RegExp(String.raw`\bin [\x60'][^'\n]{1,200}': (?<failure>[^\n]{1,600}?) \(${NO_RESPONSE}\)`, 'g') },
];

type Members = Record<string, unknown>;
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that starts where a text does. */
function objectAt(text: string): unknown {
  const [first] = /^[{[]/.test(text) ? objectsIn(text.slice(0, 65_536)) : [];
  return first?.start === 0 ? first.value : undefined;
}

function headersOf(value: unknown): HeaderField[] {
  if (!isMembers(value)) return [];
  return Object.entries(value).flatMap(([name, field]) => (typeof field === 'string' ? [{ name, value: field }] : []));
}

const asBody = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : isMembers(value) || Array.isArray(value) ? JSON.stringify(value) : undefined;

/** What a dump of an error (`response={…}`) or of a response (`@status=402 …`) holds. */
function dumped(words: string): Pick<RawExchange, 'request' | 'response'> | undefined {
  const inside = /\bresponse=(?=\{)/.exec(words);
  const variable = (name: string): string | undefined => {
    const at = words.indexOf(` @${name}=`);
    return at < 0 ? undefined : words.slice(at + name.length + 3);
  };
  const response = inside ? objectAt(words.slice(inside.index + inside[0].length)) : undefined;
  const members: Members = isMembers(response)
    ? response
    : {
        status: Number(/^\d{3}\b/.exec(variable('status') ?? '')?.[0]),
        headers: objectAt(variable('response_headers') ?? ''),
        body: objectAt(variable('response_body') ?? variable('body') ?? ''),
      };
  const status = members['status'];
  if (typeof status !== 'number' || !(status >= 100 && status <= 599)) return undefined;
  const method = /(?:@method=:|:?method(?:=>|: ):)([a-z]{3,10})\b/.exec(words)?.[1]?.toUpperCase();
  const url = new RegExp(`#<URI::HTTPS? (${URL_WORD})`).exec(words)?.[1];
  const body = asBody(members['body']);
  return {
    ...(method !== undefined && { request: { method, ...(url !== undefined && { url }), headers: [] } }),
    response: { status, headers: headersOf(members['headers']), ...(body !== undefined && { body }) },
  };
}

export default {
  title: 'A Faraday error',
  madeBy: "Ruby's Faraday, and the SDKs built with it",
  recognise: (text) =>
    strengthOf(text, [
      [/\bFaraday::[\w:]{0,60}(?:Error|Failed|NotFound|Response|Env)\b/, 0.82],
      [/\bthe server responded with status \d{3}\b/, 0.75],
    ]),
  read(text) {
    const words = printed(text);
    const read = readExceptions(words, 'faraday-error', WORDINGS);
    const [first] = read.exchanges;
    const dump = read.exchanges.length === 1 ? dumped(words) : undefined;
    if (!first || !dump) return read;
    const { toldStatus: _, toldUrl: __, ...rest } = first;
    return { exchanges: [{ ...rest, ...dump }], warnings: [] };
  },
} satisfies Capture;
