import type { Capture } from '../model/capture.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

/** How net/http names the call: `Post "https://…": why`; before Go 1.14 without quotes, in a log as `\"https://…\"`. */
const CALL = String.raw`\b(?<method>Get|Post|Put|Patch|Delete|Head|Options) \\?"?(?<url>${URL_WORD}?)\\?"?: `;
const WHY = String.raw`(?:dial tcp|lookup |context deadline|context canceled|x509:|tls:|remote error|net/http:|http2?:|read tcp|write tcp|proxyconnect|unexpected EOF|EOF\b|unsupported protocol|stopped after|stream error|malformed)`;

/** Up to the quote that ends it in a log of JSON. */
const REST = String.raw`(?:[^\n"\\]|\\.){0,1000}`;

const WORDINGS: Wording[] = [
  { says: new RegExp(`${CALL}(?<failure>${WHY}${REST})`, 'g') },
  { says: /(?<failure>\bdial tcp(?::| [\d[])[^\n]{1,600})/g },
];

export default {
  title: "An error of Go's net/http",
  madeBy: 'programs in Go',
  recognise: (text) =>
    strengthOf(text, [
      [new RegExp(CALL + WHY), 0.66],
      [/\bdial tcp(?::| [\d[])[^\n]{0,200}: (?:connect: |i\/o timeout|no such host)/, 0.6],
    ]),
  read: (text) => readExceptions(text, 'go-net-http', WORDINGS),
} satisfies Capture;
