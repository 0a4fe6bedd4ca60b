import type { Capture } from '../model/capture.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

const RESULTED = String.raw`error: \x60(?<method>[A-Z]{3,10}) (?<url>${URL_WORD})\x60 resulted in a \x60(?<status>[1-5]\d\d)[^\x60\n]{0,80}\x60 response`;

const WORDINGS: Wording[] = [
  { says: new RegExp(`${RESULTED}:\\s`, 'g'), body: '' },
  { says: new RegExp(RESULTED, 'g') },
  {
    says: new RegExp(
      String.raw`(?<failure>\bcURL error \d{1,3}: [^\n]{1,600}?)(?: \(see https?:[^)\n]{1,200}\))? for (?<url>${URL_WORD})`,
      'g',
    ),
  },
  { says: /(?<failure>\bcURL error \d{1,3}: [^\n]{1,600})/g },
];

export default {
  title: 'A Guzzle exception',
  madeBy: "PHP's Guzzle",
  recognise: (text) =>
    strengthOf(text, [
      [/error: `[A-Z]{3,10} https?:[^`\n]{1,4000}` resulted in a `\d{3}/, 0.82],
      [/\bGuzzleHttp\\+Exception\\+\w{3,40}Exception\b/, 0.76],
      [/\bcURL error \d{1,3}: [^\n]{1,600}\(see https?:\/\/curl\./, 0.72],
    ]),
  read: (text) => readExceptions(text, 'guzzle-exception', WORDINGS),
} satisfies Capture;
