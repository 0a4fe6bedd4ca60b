import type { Capture } from '../model/capture.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

/** Laravel puts the start of the body below its sentence, and "(truncated...)" where it cut it. */
const WORDINGS: Wording[] = [
  { says: /\bHTTP request returned status code (?<status>[1-5]\d\d):\s/g, body: '' },
  { says: /\bHTTP request returned status code (?<status>[1-5]\d\d)\b/g },
  {
    says: new RegExp(
      String.raw`(?<failure>\bcURL error \d{1,3}: [^\n]{1,600}?)(?: \(see https?:[^)\n]{1,200}\))? for (?<url>${URL_WORD})`,
      'g',
    ),
  },
];

export default {
  title: "An exception of Laravel's HTTP client",
  madeBy: "Laravel's Http facade",
  recognise: (text) =>
    strengthOf(text, [
      [/\bHTTP request returned status code \d{3}\b/, 0.83],
      [/\bIlluminate\\+Http\\+Client\\+\w{3,40}Exception\b/, 0.83],
    ]),
  read: (text) => readExceptions(text, 'laravel-http', WORDINGS),
} satisfies Capture;
