import type { Capture } from '../model/capture.ts';
import type { NetworkFailure } from '../model/exchange.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

const ERROR = String.raw`\b(?:Domain=)?NSURLErrorDomain(?: Code=| error |:)\(?(?<code>-\d{1,5})\)?`;

/** The codes of NSURLError (Foundation) that stand for no response, by what they are. */
const KIND_OF: Record<string, NetworkFailure['kind']> = {
  '-1001': 'timeout',
  '-1003': 'dns',
  '-1004': 'refused',
  '-1005': 'reset',
  '-1006': 'dns',
  '-1009': 'unreachable',
  '-1022': 'other',
  '-1200': 'tls',
  '-1201': 'tls',
  '-1202': 'tls',
  '-1203': 'tls',
  '-1204': 'tls',
};

const WORDINGS: Wording[] = [
  {
    says: new RegExp(
      String.raw`<NSHTTPURLResponse: 0x[\da-f]{1,16}> \{ URL: (?<url>${URL_WORD}) \} \{ Status Code: (?<status>[1-5]\d\d)\b`,
      'g',
    ),
  },
  { says: /\bunacceptableStatusCode\(code: (?<status>[1-5]\d\d)\)/g },
  { says: /\bResponse status code was unacceptable: (?<status>[1-5]\d\d)\b/g },
  {
    says: new RegExp(
      String.raw`(?<failure>${ERROR}(?: "[^"\n]{0,400}")?)(?:[^\n]{0,1500}?\bNSErrorFailingURL(?:String)?Key=(?<url>${URL_WORD}))?`,
      'g',
    ),
  },
];

export default {
  title: 'An error of URLSession',
  madeBy: 'Swift and Objective-C: URLSession, Alamofire',
  recognise: (text) =>
    strengthOf(text, [
      [/<NSHTTPURLResponse: 0x/, 0.8],
      [new RegExp(ERROR), 0.8],
      [/\bunacceptableStatusCode\(code: \d{3}\)|\bResponse status code was unacceptable: \d{3}\b/, 0.8],
    ]),
  read(text) {
    const { exchanges, warnings } = readExceptions(text, 'swift-urlsession', WORDINGS);
    for (const { failure } of exchanges) {
      const code = failure && new RegExp(ERROR).exec(failure.message)?.groups?.['code'];
      if (failure && code !== undefined) failure.kind = KIND_OF[code] ?? failure.kind;
    }
    return { exchanges, warnings };
  },
} satisfies Capture;
