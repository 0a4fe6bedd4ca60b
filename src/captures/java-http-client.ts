import type { Capture } from '../model/capture.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

/** The exceptions of java.net, java.nio, java.net.http and javax.net.ssl with which a call ends before a response. */
const FAILED = String.raw`\b(?:java\.(?:net|nio\.channels)\.(?:\w{1,20}\.)?(?:UnknownHost|Connect|SocketTimeout|Socket|NoRouteToHost|PortUnreachable|UnresolvedAddress|ClosedChannel|HttpTimeout|HttpConnectTimeout)|javax\.net\.ssl\.SSL\w{0,20}|org\.apache\.\S{1,60}?\.(?:HttpHostConnect|ConnectTimeout|NoHttpResponse))Exception`;

const WORDINGS: Wording[] = [
  { says: new RegExp(String.raw`\bServer returned HTTP response code: (?<status>[1-5]\d\d) for URL: (?<url>${URL_WORD})`, 'g') },
  { says: /\bHttpResponseException: (?:status code: )?(?<status>[1-5]\d\d)\b/g },
  { says: new RegExp(String.raw`(?<failure>${FAILED}(?:: [^\n]{1,1000})?)`, 'g') },
];

export default {
  title: 'An exception of HttpURLConnection or java.net.http',
  madeBy: "Java's own HTTP clients, and Apache HttpClient",
  recognise: (text) =>
    strengthOf(text, [
      [/\bServer returned HTTP response code: \d{3} for URL: /, 0.7],
      [/\borg\.apache\.\S{1,60}HttpResponseException: /, 0.7],
      [new RegExp(FAILED), 0.62],
    ]),
  read: (text) => readExceptions(text, 'java-http-client', WORDINGS),
} satisfies Capture;
