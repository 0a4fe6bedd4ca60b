import type { Capture } from '../model/capture.ts';
import { readExceptions, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

/** Ruby prints an exception as "message (Class)" at the end of its first line, or as "Class: message". */
const FAILED = String.raw`(?:SocketError|Socket::ResolutionError|Errno::E\w{3,20}|Net::(?:Open|Read|Write)Timeout|OpenSSL::SSL::SSLError|EOFError|Timeout::Error|RestClient::(?:Exceptions::(?:Open|Read)Timeout|ServerBrokeConnection))`;
const REFUSED = String.raw`(?:Net::HTTP(?:ClientException|ServerException|FatalError|RetriableError|Exceptions)|OpenURI::HTTPError|RestClient::\w{3,40})`;

const WORDINGS: Wording[] = [
  { says: new RegExp(String.raw`(?<status>[1-5]\d\d) ["']?[A-Z][\w' -]{1,60}["']? \(${REFUSED}\)`, 'g') },
  { says: new RegExp(String.raw`\b${REFUSED}: (?:HTTP status code )?(?<status>[1-5]\d\d)\b`, 'g') },
  { says: /#<Net::HTTP\w{2,40} (?<status>[1-5]\d\d) [^>\n]{0,80} readbody=/g },
  { says: new RegExp(String.raw`\bin [\x60'][^'\n]{1,200}': (?<failure>[^\n]{1,600}? \(${FAILED}\))`, 'g') },
  { says: new RegExp(String.raw`^(?![^\n]{0,400}\bin [\x60'])(?<failure>[^\n]{1,600} \(${FAILED}\))`, 'gm') },
  { says: new RegExp(String.raw`(?<failure>\b${FAILED}: [^\n]{1,600})`, 'g') },
];

export default {
  title: 'An exception of Net::HTTP',
  madeBy: "Ruby's Net::HTTP, open-uri and RestClient",
  recognise: (text) =>
    strengthOf(text, [
      [new RegExp(String.raw`\b${REFUSED}\b`), 0.72],
      [/#<Net::HTTP\w{2,40} \d{3} /, 0.72],
      [new RegExp(String.raw`\b${FAILED}\)?(?::|$)`, 'm'), 0.62],
      [/\bFailed to open TCP connection to [\w.-]{1,253}:\d{1,5} \(/, 0.62],
    ]),
  read: (text) => readExceptions(text, 'ruby-net-http', WORDINGS),
} satisfies Capture;
